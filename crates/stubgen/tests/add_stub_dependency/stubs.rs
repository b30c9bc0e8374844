//! Stubs of all shapes, as `build` and `generate` write them and as the original tool did.

use std::fs;

use crate::common::Sandbox;
use crate::support::{ADD, CALLER, TARGET, composed, files, resolved, sandbox, stub};

const SHAPES: [&str; 6] = [
    "",
    "--call-style async",
    "--rpc-errors result",
    "--call-style async --rpc-errors result",
    "--always-inline-types",
    "--call-style async --always-inline-types",
];

#[test]
fn what_build_writes_is_added_in_every_shape() {
    for shape in SHAPES {
        let sandbox = Sandbox::new();
        stub(&sandbox, "b", TARGET, shape);
        sandbox.write("a/wit/a.wit", CALLER.replace("import test:b-stub/stub-b;", ""));
        let said = sandbox.run(&format!("{ADD} --add-import")).done();
        assert!(said.contains("Copying stub dependency to a/wit/deps/test_b-stub/_stub.wit\n"), "{said}");
        assert!(said.ends_with("Writing the import to a/wit/a.wit\n") && !said.contains("warning"), "{said}");
        let mut expected = vec!["a.wit"];
        expected.extend(shape.contains("async").then_some("deps/io/poll.wit"));
        expected.extend((!shape.contains("inline")).then_some("deps/test_b/b.wit"));
        expected.extend(["deps/test_b-stub/_stub.wit", "deps/wasm-rpc/wasm-rpc.wit"]);
        expected.sort_unstable();
        assert_eq!(files(&sandbox, "a/wit"), expected, "{shape}");
        assert_eq!(sandbox.text("a/wit/deps/test_b-stub/_stub.wit"), sandbox.text("b-stub/_stub.wit"));
        for file in expected.iter().filter(|file| file.starts_with("deps/") && !file.contains("-stub/")) {
            assert_eq!(sandbox.text(&format!("a/wit/{file}")), sandbox.text(&format!("b-stub/{file}")));
        }
        let (before, after) = composed(&sandbox, "a/wit", "a", &["b.wasm"]);
        assert!(before.contains(&"test:b-stub/stub-b".to_string()), "{before:?}");
        assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
        assert_eq!(sandbox.unchanged(ADD), "");
        assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import --overwrite")), "");
    }
}

#[test]
fn a_generated_crate_has_the_same_stub() {
    let built = sandbox();
    built.run(ADD).done();
    for later in [false, true] {
        let sandbox = sandbox();
        sandbox.run("generate -q -s b/wit -d crate").done();
        if later {
            fs::rename(sandbox.path("crate/wit/_stub.wit"), sandbox.path("crate/wit/stub.wit")).expect("renamed");
        }
        sandbox.run("add-stub-dependency --stub-wit-root crate/wit --dest-wit-root a/wit").done();
        assert_eq!(sandbox.tree("a/wit"), built.tree("a/wit"));
        assert_eq!(sandbox.unchanged(ADD), "");
    }
}

/// What the original tool wrote: whole packages, worlds and unused interfaces included, in the spelling of 2024.
fn original() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("a/wit/a.wit", CALLER);
    sandbox.write(
        "b-stub/_stub.wit",
        "package test:b-stub;\n\ninterface stub-b {\n  use golem:rpc/types@0.1.0.{uri};\n  use test:b/api.{pair};\n\
         \n  resource api {\n    constructor(location: uri);\n    swap: func(p: pair) -> float64;\n    note: func() -> ();\n  }\n}\n\n\
         world wasm-rpc-stub-b {\n  export stub-b;\n}\n",
    );
    sandbox.write(
        "b-stub/deps/test_b/b.wit",
        "package test:b;\n\ninterface api {\n  use unused.{u};\n  record pair { left: float32 }\n  swap: func(p: pair) -> float64;\n  note: func() -> ();\n  \
         take: func(u: u);\n}\n\ninterface unused { type u = u8; }\ninterface more { h: func() -> (); }\n\nworld b { import more; export api; }\n",
    );
    let rpc = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../wit/wasm-rpc.wit")).expect("golem:rpc");
    let old = rpc.replace("f32", "float32").replace("f64", "float64");
    sandbox.write("b-stub/deps/wasm-rpc/wasm-rpc.wit", old);
    let poll = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../wit/poll.wit")).expect("wasi:io");
    sandbox.write("b-stub/deps/io/poll.wit", poll);
    sandbox
}

#[test]
fn a_stub_of_the_original_tool_is_written_in_todays_spelling_and_pruned() {
    let sandbox = original();
    let said = sandbox.run(&format!("{ADD} --add-import")).done();
    assert!(said.contains("Copying stub dependency to a/wit/deps/test_b-stub/_stub.wit\n"), "{said}");
    for (path, text) in sandbox.tree("a/wit") {
        for old in [": float", "(float", "-> float", "-> ()"] {
            assert!(!text.contains(old), "{path}: {text}");
        }
    }
    let target = sandbox.text("a/wit/deps/test_b/b.wit");
    assert!(target.contains("left: f32") && target.contains("interface unused"), "{target}");
    assert!(!target.contains("more") && !target.contains("world"), "{target}");
    resolved(&sandbox, "a/wit");
    let said = sandbox.unchanged(&format!("{ADD} --add-import"));
    assert!(!said.contains("Writing"), "{said}");
}
