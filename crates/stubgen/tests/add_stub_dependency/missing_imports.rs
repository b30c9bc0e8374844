//! What is said about the imports of a caller, and imports with a wrong version.

use crate::common::Sandbox;
use crate::support::{ADD, TARGET, composed, resolved, sandbox, stub};

const MISSING: &str = "note: the world `a` does not import the stub\n";

/// A sandbox in which the target has a version, with `own` as the caller's WIT.
fn versioned(version: &str, own: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    stub(&sandbox, "b", &TARGET.replace("test:b;", &format!("test:b{version};")), "");
    sandbox.write("a/wit/a.wit", own);
    sandbox
}

#[test]
fn a_missing_import_is_noted_with_its_line() {
    for (version, line) in [("", "import test:b-stub/stub-b;"), ("@0.2.0", "import test:b-stub/stub-b@0.2.0;")] {
        let sandbox = versioned(version, "package test:a;\n/// A.\nworld %a {\n  export run: func();\n}\n");
        let note = format!(
            "{MISSING} --> a/wit/a.wit:3:1\nhint: add `{line}` to it, or pass `--add-import` to `add-stub-dependency` or `initialize-workspace`\n"
        );
        let said = sandbox.run(ADD).done();
        assert!(said.starts_with(&note), "{said}");
        assert_eq!(sandbox.run(ADD).done(), note);
        assert_eq!(sandbox.run(&format!("{ADD} -q")).done(), "");
        // The line is right.
        let own = sandbox.text("a/wit/a.wit").replace("export", &format!("{line}\n  export"));
        sandbox.write("a/wit/a.wit", own);
        assert_eq!(sandbox.unchanged(ADD), "");
        resolved(&sandbox, "a/wit");
    }
}

/// Every way to import it counts.
#[test]
fn an_import_in_any_form_is_one() {
    for own in [
        "world a { import test:b-stub/stub-b; }",
        "world a { use test:b-stub/stub-b.{api}; }",
        "world a { import mine: test:b-stub/stub-b; }",
        "use test:b-stub/stub-b as s; world a { import s; }",
        "interface i { use test:b-stub/stub-b.{api}; } world a { import i; }",
        "interface i { use test:b-stub/stub-b.{api}; f: func(a: borrow<api>); } world a { export i; }",
        "world base { import test:b-stub/stub-b; } world a { include base; }",
        "world a { export run: func(); } world other { import test:b-stub/stub-b; }",
        "world a { include test:other/w; }",
        "world a { include inner:pkg/w; } package inner:pkg { world w { import test:b-stub/stub-b; } }",
    ] {
        let sandbox = sandbox();
        sandbox.write("a/wit/a.wit", format!("package test:a;\n{own}\n"));
        sandbox.write("a/wit/deps/other/w.wit", "package test:other; world w { import test:b-stub/stub-b; }");
        let said = sandbox.run(ADD).done();
        assert!(!said.contains("import the stub") && !said.contains("imports the stub"), "{own}: {said}");
        assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import")), "", "{own}");
    }
}

/// A caller that lacks another package is read as far as it goes.
#[test]
fn a_caller_that_does_not_resolve_is_read_as_text() {
    for (own, is_imported) in [
        ("import test:b-stub/stub-b; import test:later/api;", true),
        ("import mine: test:b-stub/stub-b; import test:later/api;", true),
        ("import test:later/api;", false),
    ] {
        let sandbox = sandbox();
        sandbox.write("a/wit/a.wit", format!("package test:a;\nworld a {{ {own} }}\n"));
        let said = sandbox.run(ADD).done();
        assert!(said.contains("does not resolve yet"), "{said}");
        assert_eq!(!said.contains(MISSING), is_imported, "{said}");
    }
}

/// Two stubs of one package: each needs its import.
#[test]
fn the_import_of_another_stub_of_the_package_does_not_count() {
    let sandbox = sandbox();
    let two = format!("{TARGET}\nworld second {{ export api; }}\n");
    sandbox.write("b/wit/b.wit", two);
    for world in ["b", "second"] {
        let line = format!("build -q -s b/wit -w {world} --dest-wasm {world}.wasm --dest-wit-root {world}-stub");
        sandbox.run(&line).done();
    }
    sandbox.run("add-stub-dependency -s b-stub -d a/wit").done();
    let said = sandbox.run("add-stub-dependency -s second-stub -d a/wit").done();
    assert!(said.contains("hint: add `import test:b-stub/stub-second;` to it"), "{said}");
}

/// An import without the version, or with another one, is mended where it is.
#[test]
fn a_wrong_version_is_corrected_in_place() {
    for (version, wrong) in [("@0.2.0", ""), ("@0.2.0", "@0.1.0"), ("", "@1.0.0-rc.1"), ("@1.0.0", "@0.9.0-a.b+c")] {
        for own in [
            "world a {\n  // why\n  import test:b-stub/stub-bV; // here\n\n  export run: func();\n}",
            "world a { use test:b-stub/stub-bV.{api}; import test:b-stub/stub-bV; }",
            "interface i { use test:b-stub/stub-bV.{api as x}; }\nworld a { import i; import mine: test:b-stub/stub-bV; }",
            "use test:b-stub/stub-bV as s;\nworld a { import s; }",
            "world a { include n:n/w; }\npackage n:n { world w { import test:b-stub/stub-bV; } }",
        ] {
            let text = |version: &str| format!("package test:a;\n\n{}\n", own.replace('V', version));
            let sandbox = versioned(version, &text(wrong));
            let said = sandbox.run(ADD).done();
            let hint = format!("hint: did you mean `test:b-stub/stub-b{version}`? `--add-import` corrects it\n");
            assert!(said.contains("warning: the stub's version is not that of ") && said.contains(&hint), "{said}");
            assert!(!said.contains(MISSING) && !said.contains("does not resolve"), "{said}");
            assert_eq!(sandbox.text("a/wit/a.wit"), text(wrong));
            let said = sandbox.run(&format!("{ADD} --add-import")).done();
            assert_eq!(said, "Writing the import to a/wit/a.wit\n");
            assert_eq!(sandbox.text("a/wit/a.wit"), text(version));
            resolved(&sandbox, "a/wit");
            assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import")), "");
        }
    }
}

#[test]
fn bytes_around_a_corrected_version_stay() {
    let own = "\u{feff}package test:a;\r\n\r\nworld a {\r\n\timport test:b-stub/stub-bV;\r\n}\r\n";
    let sandbox = versioned("@0.2.0", &own.replace('V', ""));
    // Another file has one, too.
    let other = "interface i {\n  use test:b-stub/stub-bV.{api};\n}\n";
    sandbox.write("a/wit/other.wit", other.replace('V', "@3.0.0"));
    sandbox.run(&format!("{ADD} --add-import")).done();
    assert_eq!(sandbox.text("a/wit/a.wit"), own.replace('V', "@0.2.0"));
    assert_eq!(sandbox.text("a/wit/other.wit"), other.replace('V', "@0.2.0"));
    let (_, after) = composed(&sandbox, "a/wit", "a", &["b.wasm"]);
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
}

/// A caller may have the stubs of two versions.
#[test]
fn the_version_of_another_stub_is_right() {
    let own = "package test:a;\nworld a {\n  import test:b-stub/stub-b@1.0.0;\n}\n";
    let sandbox = versioned("@1.0.0", own);
    sandbox.run(ADD).done();
    stub(&sandbox, "b", &TARGET.replace("test:b;", "test:b@2.0.0;"), "");
    let said = sandbox.run(ADD).done();
    assert!(said.contains("warning: the caller imports another version of the stub"), "{said}");
    assert!(said.contains("import `test:b-stub/stub-b@2.0.0` instead"), "{said}");
    let both = own.replace("\n}", "\n  import test:b-stub/stub-b@2.0.0;\n}");
    sandbox.write("a/wit/a.wit", &both);
    assert!(!sandbox.run(&format!("{ADD} --add-import")).done().contains("version"));
    assert_eq!(sandbox.text("a/wit/a.wit"), both);
    resolved(&sandbox, "a/wit");
}

/// `--add-import` follows a target that gets a new version, and the old stub goes.
#[test]
fn an_older_version_is_replaced() {
    for (old, new) in [("", "@0.1.0"), ("@0.1.0", "@0.2.0"), ("@1.2.0", "@1.2.1"), ("@2.0.0-rc.1", "@2.0.0")] {
        let own = "package test:a;\nworld a {\n  import test:b-stub/stub-bV;\n}\ninterface i {\n  use test:b-stub/stub-bV.{api};\n}\n";
        let sandbox = versioned(old, &own.replace('V', old));
        sandbox.run(ADD).done();
        stub(&sandbox, "b", &TARGET.replace("test:b;", &format!("test:b{new};")), "");
        let said = sandbox.run(&format!("{ADD} --add-import --overwrite")).done();
        let note = format!("note: the caller imports `test:b-stub/stub-b{new}` in place of an older version\n");
        assert!(said.contains(&note) && said.contains("--> a/wit/a.wit:3:10: `"), "{said}");
        assert_eq!(sandbox.text("a/wit/a.wit"), own.replace('V', new));
        resolved(&sandbox, "a/wit");
        assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import")), "");
        let stubs = std::fs::read_dir(sandbox.path("a/wit/deps")).expect("a folder");
        let stubs = stubs
            .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().contains("-stub")));
        assert_eq!(stubs.count(), 1);
    }
    // An older stub is imported beside a newer one.
    let own = "package test:a;\nworld a {\n  import test:b-stub/stub-b@2.0.0;\n}\n";
    let sandbox = versioned("@2.0.0", own);
    sandbox.run(ADD).done();
    stub(&sandbox, "b", &TARGET.replace("test:b;", "test:b@1.0.0;"), "");
    sandbox.run(&format!("{ADD} --add-import")).done();
    assert!(sandbox.text("a/wit/a.wit").ends_with("stub-b@2.0.0;\n  import test:b-stub/stub-b@1.0.0;\n}\n"));
    resolved(&sandbox, "a/wit");
}

/// Only items that the stub has are corrected.
#[test]
fn an_unknown_item_is_left_alone() {
    let own = "package test:a;\nworld a {\n  import test:b-stub/other;\n}\n";
    let sandbox = versioned("@0.2.0", own);
    let said = sandbox.run(ADD).done();
    assert!(!said.contains("did you mean `test:b-stub/other") && said.contains(MISSING), "{said}");
    sandbox.run(&format!("{ADD} --add-import")).done();
    let text = sandbox.text("a/wit/a.wit");
    assert!(text.contains("import test:b-stub/other;\n  import test:b-stub/stub-b@0.2.0;\n"), "{text}");
}

/// The target's world has another name now.
#[test]
fn a_renamed_stub_needs_another_import() {
    let sandbox = sandbox();
    sandbox.run(ADD).done();
    sandbox.write("b/wit/b.wit", TARGET.replace("world b", "world c"));
    sandbox.run("build -q -s b/wit --dest-wasm b.wasm --dest-wit-root b-stub").done();
    let said = sandbox.run(ADD).done();
    assert!(said.contains("hint: add `import test:b-stub/stub-c;` to it"), "{said}");
}
