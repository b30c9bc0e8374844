//! `--features` and `--all-features` through the binary, for targets, callers and the tasks of a workspace.

mod common;

use common::Sandbox;

const TARGET: &str = "\
package test:b;

interface api {
  @unstable(feature = fancy)
  record pair { left: u32, right: string }
  @unstable(feature = fancy)
  swap: func(p: pair) -> pair;
  note: func(text: string);
}

world b {
  export api;
  @unstable(feature = other)
  export last: func();
}
";

const BUILD: &str = "build -s b/wit --dest-wasm b.wasm --dest-wit-root b-stub";
const ADD: &str = "add-stub-dependency -s b-stub -d a/wit";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("b/wit/b.wit", TARGET);
    sandbox.write("a/wit/a.wit", "package test:a;\n\nworld a {\n  import test:b-stub/stub-b;\n}\n");
    sandbox
}

#[test]
fn a_closed_gate_is_noted_and_a_flag_opens_it() {
    let sandbox = sandbox();
    let said = sandbox.run(BUILD).done();
    assert!(
        said.contains("note: `test:b/api.{swap}` is hidden by the feature gate `fancy`\n --> b/wit/b.wit:7:3\n"),
        "{said}"
    );
    assert!(said.contains("hint: open the feature gate with `--features fancy`\n"), "{said}");
    assert!(said.contains("note: the export `last` is hidden by the feature gate `other`\n"), "{said}");
    assert!(!sandbox.text("b-stub/_stub.wit").contains("swap"));
    for flags in ["--all-features", "--features fancy,other", "--features fancy --features other"] {
        let said = sandbox.run(&format!("{BUILD} {flags}")).done();
        assert!(!said.contains("feature gate"), "{said}");
        assert!(sandbox.text("b-stub/_stub.wit").contains("swap"), "{flags}");
        assert!(sandbox.text("b-stub/_stub.wit").contains("last"), "{flags}");
    }
    let said = sandbox.run(&format!("{BUILD} --features fancy,typo")).done();
    assert!(
        said.contains("note: the WIT has no feature gate `typo`\nhint: its feature gates are `fancy`, `other`\n"),
        "{said}"
    );
}

#[test]
fn the_copy_of_a_gated_package_has_no_gates() {
    let sandbox = sandbox();
    sandbox.run(&format!("{BUILD} --all-features")).done();
    let copies = sandbox.tree("b-stub");
    assert!(copies.values().any(|text| text.contains("record pair")), "{copies:?}");
    assert!(copies.values().all(|text| !text.contains("@unstable")), "{copies:?}");
    // A caller and its tools need no flag.
    sandbox.run(ADD).done();
    assert_eq!(sandbox.unchanged(ADD), "");
}

#[test]
fn a_caller_is_read_by_the_same_rule() {
    let sandbox = sandbox();
    sandbox.run(BUILD).done();
    let world =
        "package test:a;\n\nworld a {\n  import test:c/api;\n  import test:b-stub/stub-b;\n  export run: func();\n}\n";
    sandbox.write("a/wit/a.wit", world);
    sandbox.write("a/wit/deps/c/c.wit", "package test:c;\n\n@unstable(feature = fancy)\ninterface api {}\n");
    let said = sandbox.run(ADD).done();
    let warning = "warning: the caller's WIT does not resolve yet: interface `api` of package `test:c` is hidden by the feature \
                   gate `fancy`\n --> a/wit/a.wit:4:17\nhint: open the feature gate with `--features fancy`\n";
    assert!(said.contains(warning), "{said}");
    assert_eq!(sandbox.unchanged(&format!("{ADD} --features fancy")), "");
}

#[test]
fn a_gated_copy_in_the_caller_stays_gated() {
    let sandbox = sandbox();
    sandbox.run(&format!("{BUILD} --all-features")).done();
    sandbox.write("a/wit/deps/b/b.wit", TARGET);
    let said = sandbox.refused(ADD);
    let error = "error: the stub does not resolve with the caller's packages: type `pair` of interface `test:b/api` is hidden by \
                 the feature gate `fancy`\n";
    assert!(said.starts_with(error), "{said}");
    assert!(said.ends_with("hint: open the feature gate with `--features fancy`\n"), "{said}");
    sandbox.run(&format!("{ADD} --features fancy")).done();
    assert_eq!(sandbox.text("a/wit/deps/b/b.wit"), TARGET);
}

#[test]
fn the_import_goes_to_the_world_that_exists() {
    let sandbox = sandbox();
    sandbox.run(BUILD).done();
    sandbox.write(
        "a/wit/a.wit",
        "package test:a;\n\nworld a {\n  export run: func();\n}\n\n@unstable(feature = fancy)\nworld gated {\n}\n",
    );
    let said = sandbox.refused(&format!("{ADD} --add-import --all-features"));
    assert!(said.contains("defines several worlds"), "{said}");
    let said = sandbox.run(ADD).done();
    assert!(said.contains("note: the world `a` does not import the stub\n --> a/wit/a.wit:3:1\n"), "{said}");
    let said = sandbox.run(&format!("{ADD} --all-features")).done();
    assert!(said.contains("note: no world of the caller imports the stub\n"), "{said}");
    sandbox.run(&format!("{ADD} --add-import")).done();
    assert!(sandbox.text("a/wit/a.wit").contains("world a {\n  import test:b-stub/stub-b;\n"));
    // One of the two imports it now.
    assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import --all-features")), "");
}

#[test]
fn the_tasks_of_a_workspace_open_the_same_gates() {
    let sandbox = sandbox();
    sandbox.write("Cargo.toml", "[workspace]\nmembers = [\"a\", \"b\"]\n");
    for name in ["a", "b"] {
        let lib = "[lib]\ncrate-type = [\"cdylib\"]\n";
        let manifest = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n{lib}");
        sandbox.write(&format!("{name}/Cargo.toml"), manifest);
        sandbox.write(&format!("{name}/src/lib.rs"), "");
    }
    let init = "initialize-workspace --targets b --callers a --builder native";
    sandbox.run(&format!("{init} --features other,fancy")).done();
    assert!(sandbox.text("b-stub/wit/_stub.wit").contains("swap"));
    let makefile = sandbox.text("Makefile.toml");
    assert_eq!(makefile.matches("\"fancy,other\"").count(), 2, "{makefile}");
    sandbox.run(&format!("{init} --all-features")).done();
    let makefile = sandbox.text("Makefile.toml");
    assert_eq!(makefile.matches("\"--all-features\"").count(), 2, "{makefile}");
    sandbox.run(init).done();
    assert!(!sandbox.text("Makefile.toml").contains("features"));
}
