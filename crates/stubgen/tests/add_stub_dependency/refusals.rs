//! What cannot be added, said with its place, and nothing is written.

use crate::common::Sandbox;
use crate::support::{ADD, CALLER, TARGET, sandbox, stub};

#[test]
fn a_caller_with_the_targets_name_is_told_the_line_to_change() {
    for import in ["", " --add-import -o"] {
        let sandbox = sandbox();
        sandbox.write("a/wit/a.wit", "// mine\n\npackage test:b;\nworld main { }\n");
        let said = sandbox.refused(&format!("{ADD}{import}"));
        assert!(said.starts_with("error: the target and the caller are both called `test:b`\n"), "{said}");
        assert!(said.contains("a/wit/a.wit:3:1\n") && said.contains("hint: rename this package"), "{said}");
    }
    // With a version it is another name.
    let sandbox = sandbox();
    sandbox.write("a/wit/a.wit", "package test:b@1.0.0;\nworld main { }\n");
    sandbox.run(ADD).done();
}

#[test]
fn a_package_that_is_no_stub_is_refused() {
    let sandbox = sandbox();
    let line = "add-stub-dependency -s x -d a/wit";
    for text in [
        "package test:x;\ninterface stub-x { }\nworld w { export stub-x; }\n",
        "package test:x-stub;\ninterface stub-x { }\nworld w { import stub-x; }\n",
        "package test:x-stub;\n",
    ] {
        sandbox.write("x/_stub.wit", text);
        let said = sandbox.refused(line);
        assert!(
            said.starts_with("error: the package `test:x") && said.contains("` in `x` is not a stub\nhint: "),
            "{said}"
        );
    }
    for (text, expected) in [
        ("package test:x-stub;\nworld w { export y:y/y; }\n", "error: package `y:y` not found\n"),
        ("package", "error: "),
        ("", "error: "),
    ] {
        sandbox.write("x/_stub.wit", text);
        let said = sandbox.refused(line);
        assert!(said.starts_with(expected) && (said.contains("x/_stub.wit:") || said.contains(" --> x\n")), "{said}");
    }
}

#[test]
fn errors_of_both_sides_are_told_together() {
    let sandbox = sandbox();
    sandbox.write("a/wit/a.wit", "package;");
    let said = sandbox.refused("add-stub-dependency -s missing -d a/wit");
    assert_eq!(said.matches("error: ").count(), 2, "{said}");
    assert!(said.contains("`missing`") && said.contains("a/wit/a.wit:1:8"), "{said}");
}

#[test]
fn the_stubs_own_directory_is_no_caller() {
    let sandbox = sandbox();
    for line in [
        "add-stub-dependency -s b-stub -d b-stub",
        "add-stub-dependency -s b-stub -d ./b-stub/ -o",
        "add-stub-dependency -s b-stub -d b-stub/deps/test_b -o --add-import",
    ] {
        let said = sandbox.refused(line);
        assert!(said.starts_with("error: "), "{line}: {said}");
    }
}

/// A caller that has a newer type of the same name in the way of the stub's.
#[test]
fn a_stub_that_does_not_go_with_what_the_caller_has_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.write("a/wit/a.wit", CALLER);
    stub(&sandbox, "b", TARGET, "");
    sandbox.write("a/wit/deps/b/b.wit", "package test:b;\ninterface api { use x:gone/i.{t}; }\n");
    let said = sandbox.refused(ADD);
    assert!(said.contains("`a/wit/deps/b/b.wit` already exists with different content"), "{said}");
    sandbox.run(&format!("{ADD} -o")).done();
    assert_eq!(sandbox.unchanged(ADD), "");
}
