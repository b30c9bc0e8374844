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
fn a_caller_that_does_not_parse_is_told_where() {
    let sandbox = sandbox();
    sandbox.write("a/wit/a.wit", "package test:a;\nworld a {\n  import ;\n}\n");
    let said = sandbox.refused(ADD);
    assert!(said.starts_with("error: ") && said.contains("a/wit/a.wit:3:10"), "{said}");
    sandbox.write("a/wit/a.wit", CALLER);
    sandbox.write("a/wit/deps/x/x.wit", "package x:x;\ninterface {");
    let said = sandbox.refused(ADD);
    assert!(said.contains("a/wit/deps/x/x.wit:2:"), "{said}");
}

#[test]
fn a_caller_that_cannot_be_read_is_named() {
    let sandbox = sandbox();
    sandbox.write("a/wit/a.wit", b"package test:a;\n\xff");
    assert!(sandbox.refused(ADD).starts_with("error: `a/wit/a.wit` is not UTF-8 text\nhint: "));
    let said = sandbox.refused("add-stub-dependency -s b-stub -d missing/wit");
    assert!(said.starts_with("error: cannot read `missing/wit`: "), "{said}");
    sandbox.write("empty/README", "");
    let said = sandbox.refused("add-stub-dependency -s b-stub -d empty");
    assert!(said.starts_with("error: `empty` contains no `.wit` file\nhint: "), "{said}");
    let said = sandbox.refused("add-stub-dependency -s b-stub -d empty/README");
    assert!(said.starts_with("error: "), "{said}");
}

#[test]
fn a_directory_without_a_stub_is_told_what_to_give() {
    let sandbox = sandbox();
    let line = |stub: &str| format!("add-stub-dependency -s {stub} -d a/wit");
    for path in ["missing", "b/wit", "b-stub/_stub.wit"] {
        let said = sandbox.refused(&line(path));
        assert!(
            said.starts_with(&format!("error: `{path}` contains neither `_stub.wit` nor `stub.wit`\nhint: ")),
            "{said}"
        );
    }
    sandbox.run("generate -q -s b/wit -d crate").done();
    let said = sandbox.refused(&line("crate"));
    assert_eq!(said, "error: `crate` contains neither `_stub.wit` nor `stub.wit`\nhint: use `crate/wit`\n");
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
