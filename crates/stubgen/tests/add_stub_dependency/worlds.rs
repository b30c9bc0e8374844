//! Stubs of several worlds of one target in one caller (ADR 0022).

use std::fs;

use crate::common::Sandbox;
use crate::support::{composed, files, resolved};

const TARGET: &str = "\
package acme:shop@1.0.0;

interface types { record item { id: u32, name: string } enum kind { a, b } }
interface more { use types.{kind}; record note { k: kind } }
interface api { use types.{item}; get: func(id: u32) -> item; }
interface admin { use types.{item}; use more.{note}; put: func(i: item, n: note); }

world one { export api; }
world two { export admin; }
";

const CALLER: &str = "package test:a;\nworld a {\n}\n";

/// Builds the stub of a world of the target in `wit`.
fn build(sandbox: &Sandbox, world: &str, shape: &str) {
    let _ = fs::remove_dir_all(sandbox.path(&format!("{world}-stub")));
    let line = format!("build -q -s wit -w {world} --dest-wasm {world}.wasm --dest-wit-root {world}-stub {shape}");
    sandbox.run(&line).done();
}

fn add(world: &str) -> String {
    format!("add-stub-dependency -s {world}-stub -d a/wit")
}

/// The stubs of both worlds, built and not yet added.
fn built(shape: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("wit/shop.wit", TARGET);
    sandbox.write("a/wit/a.wit", CALLER);
    build(&sandbox, "one", shape);
    build(&sandbox, "two", shape);
    sandbox
}

/// The stubs of both worlds, added.
fn added(shape: &str) -> Sandbox {
    let sandbox = built(shape);
    for world in ["one", "two"] {
        sandbox.run(&format!("{} -o --add-import", add(world))).done();
    }
    sandbox
}

#[track_caller]
fn works(sandbox: &Sandbox) {
    resolved(sandbox, "a/wit");
    let (before, after) = composed(sandbox, "a/wit", "a", &["one.wasm", "two.wasm"]);
    for world in ["one", "two"] {
        assert!(before.contains(&format!("acme:shop-stub/stub-{world}@1.0.0")), "{before:?}");
    }
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
    for world in ["one", "two", "one"] {
        for flags in ["", "-o", "--add-import", "-o --add-import"] {
            assert_eq!(sandbox.unchanged(&format!("{} {flags}", add(world))), "", "{world} {flags}");
        }
    }
}

#[test]
fn they_work_side_by_side_in_every_shape_and_order() {
    for shape in ["", "--call-style async --rpc-errors result", "--always-inline-types"] {
        works(&added(shape));
        let sandbox = built(shape);
        for world in ["two", "one"] {
            sandbox.run(&format!("{} -o --add-import", add(world))).done();
        }
        works(&sandbox);
    }
    let sandbox = added("");
    let expected = [
        "a.wit",
        "deps/acme_shop-stub/_stub-two.wit",
        "deps/acme_shop-stub/_stub.wit",
        "deps/acme_shop/shop.wit",
        "deps/wasm-rpc/wasm-rpc.wit",
    ];
    assert_eq!(files(&sandbox, "a/wit"), expected);
    assert_eq!(sandbox.text("a/wit/deps/acme_shop/shop.wit").matches("record item").count(), 1);
}

/// No file changes when the first has all that the second needs.
#[test]
fn the_second_is_added_without_overwriting() {
    let sandbox = built("");
    sandbox.run(&format!("{} --add-import", add("two"))).done();
    let said = sandbox.run(&format!("{} --add-import", add("one"))).done();
    assert_eq!(
        said,
        "Copying stub dependency to a/wit/deps/acme_shop-stub/_stub-one.wit\nWriting the import to a/wit/a.wit\n"
    );
    works(&sandbox);
    let sandbox = built("");
    sandbox.run(&add("one")).done();
    let said = sandbox.refused(&add("two"));
    assert!(said.contains("`a/wit/deps/acme_shop/shop.wit` already exists with different content"), "{said}");
}

#[test]
fn one_is_built_again_and_the_other_stays() {
    let sandbox = added("");
    let other = "a/wit/deps/acme_shop-stub/_stub-two.wit";
    let text = sandbox.text(other);
    for shape in ["--call-style async", "--rpc-errors result", "--always-inline-types", ""] {
        build(&sandbox, "one", shape);
        sandbox.run(&format!("{} -o", add("one"))).done();
        assert_eq!(sandbox.text(other), text);
        works(&sandbox);
    }
}

#[test]
fn what_none_of_them_needs_goes() {
    let sandbox = added("--call-style async");
    for world in ["one", "two"] {
        build(&sandbox, world, "--always-inline-types");
        sandbox.run(&format!("{} -o", add(world))).done();
        assert_eq!(sandbox.path("a/wit/deps/acme_shop/shop.wit").exists(), world == "one");
    }
    works(&sandbox);
    // A stub that the user removes takes with it what only it needs.
    let sandbox = added("");
    build(&sandbox, "two", "--always-inline-types");
    sandbox.run(&format!("{} -o", add("two"))).done();
    fs::remove_file(sandbox.path("a/wit/deps/acme_shop-stub/_stub.wit")).expect("it was added");
    sandbox.write("a/wit/a.wit", "package test:a;\nworld a { import acme:shop-stub/stub-two@1.0.0; }\n");
    sandbox.run(&format!("{} -o", add("two"))).done();
    let expected = ["a.wit", "deps/acme_shop-stub/_stub-two.wit", "deps/wasm-rpc/wasm-rpc.wit"];
    assert_eq!(files(&sandbox, "a/wit"), expected);
    assert_eq!(sandbox.unchanged(&format!("{} -o", add("two"))), "");
}

#[test]
fn a_stub_of_another_version_of_the_target_is_refused() {
    let sandbox = built("");
    sandbox.run(&add("one")).done();
    sandbox.write("wit/shop.wit", TARGET.replace("name: string", "name: string, price: f32"));
    build(&sandbox, "two", "");
    for flags in ["", " -o", " -o --add-import"] {
        let said = sandbox.refused(&format!("{}{flags}", add("two")));
        assert_eq!(
            said,
            "error: the stub `stub-one` in `a/wit/deps/acme_shop-stub/_stub.wit` was made from another version of \
             `acme:shop/types@1.0.0`: `item` differs\n\
             hint: build both stubs from the same WIT, and add that of `stub-one` first\n"
        );
    }
}

/// The target changes, and its stubs are updated one after another.
#[test]
fn both_follow_the_target() {
    let changes = [
        // A type changes, and one goes.
        TARGET.replace("name: string", "name: string, price: f32"),
        TARGET
            .replace(", name: string", "")
            .replace("enum kind { a, b }", "")
            .replace("use types.{kind}; record note { k: kind }", "record note { k: u8 }"),
        // An interface goes.
        TARGET
            .replace("name: string", "name: char")
            .replace("use more.{note}; put: func(i: item, n: note)", "put: func(i: item)")
            .replace("interface more { use types.{kind}; record note { k: kind } }", ""),
    ];
    for (index, change) in changes.iter().enumerate() {
        let sandbox = added("");
        sandbox.write("wit/shop.wit", change);
        build(&sandbox, "one", "");
        build(&sandbox, "two", "");
        sandbox.refused(&add("one"));
        let said = sandbox.run(&format!("{} -o", add("one"))).done();
        let warning = "warning: the stub `stub-two` in `a/wit/deps/acme_shop-stub/_stub-two.wit` was made from another version of `acme:shop";
        let hint = "hint: build the stub of `stub-two` again and add it\n";
        assert!(said.starts_with(warning) && said.contains(hint), "{index}: {said}");
        let said = sandbox.run(&format!("{} -o", add("two"))).done();
        assert!(!said.contains("warning"), "{index}: {said}");
        works(&sandbox);
    }
}

#[test]
fn a_package_that_is_a_single_file_gets_both() {
    let sandbox = built("");
    sandbox.run(&format!("{} --add-import", add("one"))).done();
    fs::remove_dir_all(sandbox.path("a/wit/deps/acme_shop-stub")).expect("it was added");
    sandbox.write("a/wit/deps/shop-stub.wit", format!("// Mine.\n{}", sandbox.text("one-stub/_stub.wit")));
    for world in ["one", "two"] {
        sandbox.run(&format!("{} -o --add-import", add(world))).done();
    }
    let text = sandbox.text("a/wit/deps/shop-stub.wit");
    assert!(text.starts_with("// Mine.\npackage ") && text.contains("interface stub-two {"), "{text}");
    works(&sandbox);
    build(&sandbox, "one", "--rpc-errors result");
    sandbox.run(&format!("{} -o", add("one"))).done();
    let text = sandbox.text("a/wit/deps/shop-stub.wit");
    assert!(text.starts_with("// Mine.\npackage ") && text.contains("rpc-error"), "{text}");
    works(&sandbox);
}

/// The caller is the target: the types of both stubs are in the stubs' package, each under its own name.
#[test]
fn worlds_of_a_target_that_uses_the_callers_types() {
    let sandbox = built("");
    let caller = format!("{TARGET}world a {{\n}}\n");
    sandbox.write("a/wit/a.wit", caller);
    for world in ["one", "two"] {
        sandbox.run(&format!("{} -o --add-import --world a", add(world))).done();
    }
    assert!(!sandbox.path("a/wit/deps/acme_shop").exists());
    let (_, after) = composed(&sandbox, "a/wit", "a", &["one.wasm", "two.wasm"]);
    assert!(after.iter().all(|import| !import.contains("/stub-")), "{after:?}");
    for world in ["one", "two", "one"] {
        assert_eq!(sandbox.unchanged(&format!("{} -o", add(world))), "");
    }
}

#[test]
fn stubs_of_two_versions_are_two_packages() {
    let sandbox = built("");
    sandbox.run(&format!("{} --add-import", add("one"))).done();
    sandbox.write("wit/shop.wit", TARGET.replace("@1.0.0", "@2.0.0").replace("id: u32, ", ""));
    build(&sandbox, "two", "");
    sandbox.run(&format!("{} --add-import", add("two"))).done();
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(&format!("{} -o", add("one"))), "");
    assert_eq!(sandbox.unchanged(&format!("{} -o", add("two"))), "");
}
