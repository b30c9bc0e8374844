//! Callers whose `golem:rpc` and `wasi:io` are encoded, reduced, nested in one file or in the syntax of 2024.

use std::fs;

use crate::common::Sandbox;
use crate::support::{ADD, build, composed, files, resolved, sandbox};

/// `golem:rpc` and `wasi:io` as they are published.
fn published(name: &str) -> String {
    let path = format!("{}/../../wit/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).expect("a package of this repository")
}

const REDUCED: &str = "package golem:rpc@0.1.0;\ninterface types { record uri { value: string } }\n";

/// A caller of an asynchronous stub, with `golem:rpc` and `wasi:io` in `rpc/`.
fn caller() -> Sandbox {
    let sandbox = sandbox();
    build(&sandbox, "b", "--call-style async");
    sandbox.write("rpc/rpc.wit", published("wasm-rpc.wit"));
    sandbox.write("rpc/deps/io.wit", published("poll.wit"));
    sandbox.write("io/io.wit", published("poll.wit"));
    sandbox.write("reduced/rpc.wit", REDUCED);
    fs::create_dir_all(sandbox.path("a/wit/deps")).expect("a directory");
    sandbox
}

/// Encodes the package in `root` as a file in the caller's `deps`.
fn encode(sandbox: &Sandbox, root: &str, file: &str) {
    let (resolve, package) = resolved(sandbox, root);
    let bytes = wit_component::encode(&resolve, package, false).expect("an encoded package");
    fs::write(sandbox.path(&format!("a/wit/deps/{file}")), bytes).expect("a file");
}

/// Adds the stub; afterwards the caller has these files, resolves, and has the functions of `pollable`.
#[track_caller]
fn adds(sandbox: &Sandbox, flags: &str, expected: &[&str]) {
    sandbox.run(&format!("{ADD} --add-import {flags}")).done();
    let dependencies = files(sandbox, "a/wit").into_iter().filter(|file| !file.contains("test_b") && file != "a.wit");
    assert_eq!(dependencies.collect::<Vec<_>>(), expected);
    let (resolve, _) = resolved(sandbox, "a/wit");
    let poll = resolve.interfaces.iter().find(|(_, interface)| interface.name.as_deref() == Some("poll"));
    assert!(poll.is_some_and(|(_, poll)| poll.functions.contains_key("[method]pollable.block")));
    let (_, after) = composed(sandbox, "a/wit", "a", &["b.wasm"]);
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
    for flags in ["", "-o", "--add-import"] {
        assert_eq!(sandbox.unchanged(&format!("{ADD} {flags}")), "", "{flags}");
    }
}

/// An encoded `golem:rpc` has only the type `pollable` of `wasi:io`.
#[test]
fn encoded_packages_are_used_and_completed() {
    let sandbox = caller();
    encode(&sandbox, "rpc", "golem-rpc.wasm");
    encode(&sandbox, "io", "wasi-io.wasm");
    adds(&sandbox, "", &["deps/golem-rpc.wasm", "deps/wasi-io.wasm"]);

    let sandbox = caller();
    encode(&sandbox, "rpc", "golem-rpc.wasm");
    let messages = sandbox.run(&format!("{ADD} --dry-run --message-format json")).stdout;
    assert!(
        messages.contains(r#""kind":"caller-dependency","path":"a/wit/deps/io.wasm","change":"create""#),
        "{messages}"
    );
    adds(&sandbox, "", &["deps/golem-rpc.wasm", "deps/io.wasm"]);
    // A stub without futures does not need it.
    build(&sandbox, "b", "");
    sandbox.run(&format!("{ADD} -o")).done();
    assert!(!sandbox.path("a/wit/deps/io.wasm").exists());

    let sandbox = caller();
    encode(&sandbox, "reduced", "rpc.wasm");
    adds(&sandbox, "", &["deps/io.wasm", "deps/rpc.wasm", "deps/wasm-rpc.wasm"]);

    let sandbox = caller();
    encode(&sandbox, "io", "io.wasm");
    adds(&sandbox, "", &["deps/io.wasm", "deps/wasm-rpc/wasm-rpc.wit"]);
}

#[test]
fn encoded_packages_that_contradict_the_stub_are_refused() {
    let sandbox = caller();
    sandbox.write("reduced/rpc.wit", REDUCED.replace("value", "text"));
    encode(&sandbox, "reduced", "rpc.wasm");
    let said = sandbox.refused(&format!("{ADD} -o"));
    assert!(said.starts_with("error: the package `golem:rpc@0.1.0` in `a/wit/deps/rpc.wasm` differs from"), "{said}");
}

/// Tools do not accept a package as text and in an encoded one.
#[test]
fn text_beside_an_encoded_package_is_an_error_or_a_warning() {
    let sandbox = caller();
    encode(&sandbox, "rpc", "golem-rpc.wasm");
    sandbox.write("a/wit/deps/io/poll.wit", published("poll.wit"));
    let said = sandbox.refused(ADD);
    assert!(said.contains("`wasi:io@0.2.0` in `a/wit/deps/io`"), "{said}");
    // The same in a target.
    let said = sandbox.refused("build -s a/wit --dest-wasm x.wasm --dest-wit-root x");
    assert!(said.contains("package `wasi:io@0.2.0` is defined here and in a WebAssembly file"), "{said}");
    assert!(said.contains("a/wit/deps/io/poll.wit:"), "{said}");
}

#[test]
fn single_files_are_used_and_completed() {
    let sandbox = caller();
    sandbox.write("a/wit/deps/golem-rpc.wit", published("wasm-rpc.wit"));
    sandbox.write("a/wit/deps/wasi-io.wit", published("poll.wit"));
    adds(&sandbox, "", &["deps/golem-rpc.wit", "deps/wasi-io.wit"]);

    let sandbox = caller();
    sandbox.write("a/wit/deps/golem-rpc.wit", REDUCED);
    sandbox.refused(ADD);
    adds(&sandbox, "-o", &["deps/golem-rpc.wit", "deps/io/poll.wit"]);

    // Both packages in one file, as `wasm-tools component wit` prints them.
    let nested = format!(
        "{}\npackage wasi:io@0.2.0 {{\n  // Mine.\n  interface poll {{\n    resource pollable;\n  }}\n}}\n",
        published("wasm-rpc.wit")
    );
    let sandbox = caller();
    sandbox.write("a/wit/deps/golem-rpc.wit", &nested);
    sandbox.refused(ADD);
    adds(&sandbox, "-o", &["deps/golem-rpc.wit"]);
    let text = sandbox.text("a/wit/deps/golem-rpc.wit");
    assert!(text.contains("  // Mine.\n  interface poll {\n"), "{text}");
    let sandbox = caller();
    sandbox.write("a/wit/deps/golem-rpc.wit", nested.replace("interface poll", "interface other"));
    sandbox.write("a/wit/deps/golem-rpc.wit", REDUCED.to_string() + "package wasi:io@0.2.0 { }\n");
    adds(&sandbox, "-o", &["deps/golem-rpc.wit"]);
}

/// Golem 1.1's own file says `float32`.
#[test]
fn the_syntax_of_2024_is_rewritten_with_overwrite_and_refused_without() {
    let old = published("wasm-rpc.wit").replace("f32", "float32").replace("f64", "float64");
    let two = old.replace("interface types", "interface other {\n  f: func() -> ();\n}\n\ninterface types");
    for (file, text) in [
        ("wasm-rpc/wasm-rpc.wit", old.clone()),
        ("golem.wit", old.clone()),
        ("golem/rpc.wit", two),
        ("golem.wit", format!("{old}\npackage x:x {{ interface i {{ f: func(x: float64) -> (); }} }}\n")),
    ] {
        let sandbox = caller();
        let path = format!("a/wit/deps/{file}");
        sandbox.write(&path, &text);
        sandbox.write("a/wit/deps/io/poll.wit", published("poll.wit"));
        let warning = format!("warning: `{path}` has the syntax of 2024, which today's tools reject\n");
        let said = sandbox.refused(ADD);
        assert!(said.contains(&format!("{warning}hint: `--overwrite` rewrites it in today's syntax\n")), "{said}");
        assert!(said.contains(&format!("error: `{path}` already exists with different content\n")), "{said}");
        let said = sandbox.run(&format!("{ADD} -o --add-import")).done();
        assert!(said.contains(&warning) && said.contains(&format!("Overwriting {path}\n")), "{said}");
        let expected = text.replace("float", "f").replace(" -> ()", "").replace("prim-f", "prim-float");
        assert_eq!(sandbox.text(&path), expected);
        resolved(&sandbox, "a/wit");
        assert_eq!(sandbox.unchanged(ADD), "");
        assert_eq!(sandbox.unchanged(&format!("{ADD} -o")), "");
    }
    // Also if the package has several files.
    let sandbox = caller();
    sandbox.write("a/wit/deps/golem/rpc.wit", &old);
    sandbox.write("a/wit/deps/golem/more.wit", "interface more { f: func(x: float64) -> (); }\n");
    sandbox.write("a/wit/deps/io/poll.wit", published("poll.wit"));
    sandbox.refused(ADD);
    sandbox.run(&format!("{ADD} -o --add-import")).done();
    assert_eq!(sandbox.text("a/wit/deps/golem/more.wit"), "interface more { f: func(x: f64); }\n");
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(ADD), "");
}

/// Keywords in the names of the target, in the line of the import.
#[test]
fn keywords_in_names_are_escaped() {
    let sandbox = Sandbox::new();
    let target = "package %record:%flags@1.0.0-rc.1+b;\ninterface %interface { f: func(); }\nworld %world { export %interface; }\n";
    crate::support::stub(&sandbox, "b", target, "");
    sandbox.write("a/wit/a.wit", "package %record:%list;\nworld %import {\n  export %func: func();\n}\n");
    sandbox.run(&format!("{ADD} --add-import")).done();
    assert_eq!(
        sandbox.text("a/wit/a.wit"),
        "package %record:%list;\nworld %import {\n  import %record:flags-stub/stub-world@1.0.0-rc.1+b;\n  export %func: func();\n}\n"
    );
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import")), "");
}
