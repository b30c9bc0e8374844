//! `build` through the binary: what it writes, what it leaves alone, what it refuses. What is in the stub is tested
//! where the stub is run.

mod common;

use std::fs;

use common::{EMPTY_COMPONENT, HISTORY, Sandbox};

const BUILD: &str = "build -s wit --dest-wasm out/stub.wasm --dest-wit-root out/wit";

#[test]
fn writes_the_package_and_the_component() {
    let sandbox = Sandbox::with_history();
    let said = sandbox.run(BUILD).done();
    assert_eq!(said, "Generating stub WIT to out/wit/_stub.wit\nWriting stub component to out/stub.wasm\n");
    let wit = fs::read_to_string(sandbox.path("out/wit/_stub.wit")).expect("the stub's WIT");
    assert!(wit.contains("package shopping:purchase-history-stub;"), "{wit}");
    assert!(sandbox.path("out/wit/deps/wasm-rpc/wasm-rpc.wit").is_file());
    assert!(sandbox.path("out/wit/deps/shopping_purchase-history").is_dir());
    assert!(fs::read(sandbox.path("out/stub.wasm")).expect("the stub").starts_with(&EMPTY_COMPONENT[..4]));
    assert_eq!(fs::read_to_string(sandbox.path("wit/target.wit")).expect("the source"), HISTORY);
    let hidden = sandbox.listing().into_keys().filter(|path| path.extension().is_some_and(|e| e == "tmp"));
    assert_eq!(hidden.count(), 0);
}

#[test]
fn a_second_run_changes_nothing() {
    let sandbox = Sandbox::with_history();
    sandbox.run(BUILD).done();
    sandbox.age();
    let before = sandbox.listing();
    assert_eq!(sandbox.run(BUILD).done(), "");
    assert!(before == sandbox.listing());
    let said = sandbox.run(&format!("{BUILD} -v")).done();
    assert!(said.contains("Unchanged out/wit/_stub.wit\n"), "{said}");
    assert!(said.ends_with("Unchanged out/stub.wasm\n"), "{said}");
    assert!(before == sandbox.listing());
}

#[test]
fn only_what_differs_is_written() {
    let sandbox = Sandbox::with_history();
    sandbox.run(BUILD).done();
    sandbox.age();
    let before = sandbox.listing();
    sandbox.write("out/wit/_stub.wit", "an older stub");
    let said = sandbox.run(BUILD).done();
    assert!(
        said.starts_with("Generating stub WIT to out/wit/_stub.wit\nwarning: the stub that is replaced cannot"),
        "{said}"
    );
    let after = sandbox.listing();
    let changed: Vec<_> = after.iter().filter(|(path, file)| before.get(*path) != Some(*file)).collect();
    let stub_wit = sandbox.path("out/wit/_stub.wit");
    assert!(changed.iter().all(|(path, _)| **path == stub_wit || path.is_dir()), "{changed:?}");
    assert_eq!(before[&stub_wit].0, after[&stub_wit].0);
}

#[test]
fn two_places_get_the_same_bytes() {
    let sandbox = Sandbox::with_history();
    sandbox.run(BUILD).done();
    sandbox.run("build -s wit/target.wit --dest-wasm else/where.wasm --dest-wit-root else/wit").done();
    let read = |path: &str| fs::read(sandbox.path(path)).expect("a file");
    assert_eq!(read("out/stub.wasm"), read("else/where.wasm"));
    assert_eq!(read("out/wit/_stub.wit"), read("else/wit/_stub.wit"));
}

#[test]
fn flags_of_the_crate_are_noted() {
    let sandbox = Sandbox::with_history();
    let said = sandbox
        .run(&format!("{BUILD} --stub-crate-version 0.0.1 --wasm-rpc-version-override 1.0 --builder native"))
        .done();
    let note = "note: `--stub-crate-version`, `--wasm-rpc-version-override` have no effect with the native builder, \
                which makes no crate\n";
    assert!(said.starts_with(note), "{said}");
    let said = sandbox.run(&format!("{BUILD} --offline")).done();
    assert_eq!(said, "note: `--offline` has no effect with the native builder, which makes no crate\n");
    let said = sandbox.run(&format!("{BUILD} -q --wasm-rpc-path-override ../golem-wasm-rpc")).done();
    assert_eq!(said, "");
}

#[test]
fn quiet_and_verbose() {
    let sandbox = Sandbox::new();
    sandbox.write("wit/target.wit", HISTORY.replace("f32", "float32"));
    let said = sandbox.run(&format!("{BUILD} -qq")).done();
    assert_eq!(said, "");
    let said = sandbox.run(&format!("-q {BUILD}")).done();
    assert_eq!(said.matches("warning: ").count(), 1, "{said}");
    assert!(said.contains("hint: ") && !said.contains("Generating"), "{said}");
    fs::remove_dir_all(sandbox.path("out")).expect("it is ours");
    let said = sandbox.run(&format!("{BUILD} --verbose")).done();
    assert!(said.contains("Writing out/wit/deps/wasm-rpc/wasm-rpc.wit\n"), "{said}");
}

#[test]
fn the_source_is_never_a_destination() {
    let sandbox = Sandbox::with_history();
    for line in [
        "build -s wit --dest-wasm stub.wasm --dest-wit-root wit",
        "build -s wit --dest-wasm wit/target.wit --dest-wit-root out",
        "build -s wit --dest-wasm wit/deps/stub.wasm --dest-wit-root out",
        "build -s wit/target.wit --dest-wasm out/../wit/target.wit --dest-wit-root out",
    ] {
        let said = sandbox.refused(line);
        assert!(said.contains("error: `") && said.contains("hint: choose "), "{line}: {said}");
    }
}

#[test]
fn the_component_stays_out_of_the_package() {
    let sandbox = Sandbox::with_history();
    for line in [
        "build -s wit --dest-wasm out/_stub.wit --dest-wit-root out",
        "build -s wit --dest-wasm out/_stub.wit/stub.wasm --dest-wit-root out",
        "build -s wit --dest-wasm out/deps/stub.wasm --dest-wit-root out",
    ] {
        assert!(sandbox.refused(line).starts_with("error: "), "{line}");
    }
    sandbox.run("build -s wit --dest-wasm out/stub.wasm --dest-wit-root out").done();
}

#[test]
fn bad_sources_are_refused_without_a_panic() {
    let nested = format!("{}u8{}", "list<".repeat(10_000), ">".repeat(10_000));
    let sandbox = Sandbox::new();
    sandbox.write("empty/readme", "");
    sandbox.write("broken/target.wit", "package a:b; interface {");
    sandbox.write("binary/target.wit", [0xff, 0xfe, 0x00]);
    sandbox.write(
        "nested/target.wit",
        format!("package a:b; interface i {{ f: func(x: {nested}); }} world w {{ export i; }}"),
    );
    sandbox.write("no-world/target.wit", "package a:b; interface i {}");
    sandbox.write("core.wasm", b"\0asm\x01\0\0\0");
    sandbox.write("short.wasm", &EMPTY_COMPONENT[..6]);
    for source in ["empty", "broken", "binary", "nested", "no-world", "core.wasm", "short.wasm", "/dev/null"] {
        let said = sandbox.refused(&format!("build -s {source} --dest-wasm out/s.wasm --dest-wit-root out/wit"));
        assert!(said.starts_with("error: ") && !said.contains("internal error"), "{source}: {said}");
    }
}

#[test]
fn the_shape_flags_shape_the_stub() {
    let sandbox = Sandbox::with_history();
    let shaped = |flags: &str| {
        sandbox.run(&format!("build -s wit --dest-wasm stub.wasm --dest-wit-root out {flags}")).done();
        fs::read_to_string(sandbox.path("out/_stub.wit")).expect("the stub's WIT")
    };
    let plain = shaped("");
    assert!(!plain.contains("rpc-error") && !plain.contains("blocking-"), "{plain}");
    assert!(shaped("--rpc-errors result").contains("result<_, rpc-error>"));
    assert!(shaped("--call-style async").contains("blocking-"));
    assert!(sandbox.path("out/deps/io/poll.wit").exists(), "futures need pollables");
    let inlined = shaped("--always-inline-types");
    assert!(inlined.contains("record "), "{inlined}");
}

#[test]
fn what_cannot_be_stubbed_is_skipped_on_request() {
    let sandbox = Sandbox::new();
    let wit = "package a:b;\ninterface i {\n  f: func();\n  g: func(x: stream<u8>);\n}\nworld w { export i; }\n";
    sandbox.write("wit/target.wit", wit);
    let build = "build -s wit --dest-wasm stub.wasm --dest-wit-root out";
    assert!(sandbox.refused(build).contains("wit/target.wit:4:3"));
    let said = sandbox.run(&format!("{build} --skip-unsupported")).done();
    assert!(said.contains("warning: ") && said.contains("wit/target.wit:4:3") && said.contains("left out"), "{said}");
    let stub = fs::read_to_string(sandbox.path("out/_stub.wit")).expect("the stub's WIT");
    assert!(stub.contains("f: func()") && !stub.contains("g: func"), "{stub}");
    sandbox.write("wit/target.wit", wit.replace("  f: func();\n", ""));
    assert!(sandbox.refused(&format!("{build} --skip-unsupported")).contains("error: "));
}

#[test]
fn another_package_is_no_destination() {
    let caller = "package test:a;\nworld a { }\n";
    for (present, dest, expected) in [
        ("a/wit/a.wit", "a/wit", "`a/wit` contains another WIT package: `a.wit`"),
        ("a/wit/deps/x/x.wit", "a/wit", "`a/wit` contains another WIT package: `deps/x/x.wit`"),
        ("a/wit/a.wit", "a/wit/deps", "`a/wit/deps` would become part of the WIT package in `a/wit`"),
        ("a/wit/a.wit", "./a/wit/deps/x", "`./a/wit/deps/x` would become part of the WIT package in `./a/wit`"),
        ("a.wit", "deps/x", "`deps/x` would become part of the WIT package in `.`"),
        ("wit/more.wit", "wit/deps/x", "`wit/deps/x` would become part of the WIT package in `wit`"),
    ] {
        let sandbox = Sandbox::with_history();
        sandbox.write(present, caller);
        if present.starts_with("wit") {
            sandbox.write("wit/target.wit", HISTORY);
            fs::remove_file(sandbox.path(present)).expect("it was written");
        }
        let said = sandbox.refused(&format!("build -s wit --dest-wasm s.wasm --dest-wit-root {dest}"));
        assert!(said.starts_with(&format!("error: {expected}\nhint: choose ")), "{dest}: {said}");
    }
    // Tools do not read these folders with the package.
    let sandbox = Sandbox::with_history();
    sandbox.write("a/wit/a.wit", caller);
    sandbox.run("build -s wit --dest-wasm a/s.wasm --dest-wit-root a/wit/sub").done();
    sandbox.run("build -s wit --dest-wasm a/s.wasm --dest-wit-root wit/sub").done();
    let said = sandbox.refused("build -s wit --dest-wasm a/wit/deps/s.wasm --dest-wit-root out");
    assert!(said.starts_with("error: `a/wit/deps/s.wasm` would become part of the WIT package in `a/wit`\n"), "{said}");
}
