//! `--add-import`: one line in the caller's world.

use crate::common::Sandbox;
use crate::support::{ADD, composed, resolved, sandbox};

#[track_caller]
fn imported(own: &str, flags: &str, expected: &str) -> Sandbox {
    let sandbox = sandbox();
    sandbox.write("a/wit/a.wit", own);
    let said = sandbox.run(&format!("{ADD} --add-import {flags}")).done();
    assert!(said.contains("Writing the import to a/wit/a.wit\n") && !said.contains("warning"), "{said}");
    assert_eq!(sandbox.text("a/wit/a.wit"), expected);
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import {flags}")), "");
    sandbox
}

#[test]
fn the_line_goes_behind_the_last_import() {
    imported(
        "package test:a;\n// A world.\nworld a {\n\timport f: func(); // f\n\texport g: func();\n}\n",
        "",
        "package test:a;\n// A world.\nworld a {\n\timport f: func(); // f\n\timport test:b-stub/stub-b;\n\texport g: func();\n}\n",
    );
}

#[test]
fn the_line_has_the_files_style() {
    imported(
        "\u{feff}package test:a;\r\nworld a {\r\n    import f: func();\r\n}\r\n",
        "",
        "\u{feff}package test:a;\r\nworld a {\r\n    import f: func();\r\n    import test:b-stub/stub-b;\r\n}\r\n",
    );
}

#[test]
fn the_world_is_named_where_there_are_several() {
    let own = "package test:a;\nworld a { }\nworld %world { export f: func(); }\n";
    let sandbox = imported(own, "--world a", &own.replace("world a { }", "world a { import test:b-stub/stub-b; }"));
    sandbox.run(&format!("{ADD} --add-import -w world")).done();
    let both = own.replace("world a { }", "world a { import test:b-stub/stub-b; }");
    let both = both.replace("%world { export", "%world { import test:b-stub/stub-b; export");
    assert_eq!(sandbox.text("a/wit/a.wit"), both);
    sandbox.write("a/wit/a.wit", own);
    let said = sandbox.refused(&format!("{ADD} --add-import"));
    assert!(said.starts_with("error: ") && said.contains("`a`") && said.contains("`world`"), "{said}");
    let said = sandbox.refused(&format!("{ADD} --add-import --world wolrd"));
    assert!(said.contains("wolrd") && said.contains("hint: ") && said.contains("`world`"), "{said}");
    let said = sandbox.run(&format!("{ADD} --world a"));
    assert_eq!(said.code, Some(2));
    assert!(said.stderr.contains("--add-import"), "{}", said.stderr);
}

#[test]
fn the_world_may_be_in_another_file() {
    let sandbox = sandbox();
    let first = "package test:a;\ninterface i { f: func(); }\n";
    sandbox.write("a/wit/a.wit", first);
    sandbox.write("a/wit/world.wit", "world w {\n  export i;\n}\n");
    let said = sandbox.run(&format!("{ADD} --add-import")).done();
    assert!(said.ends_with("Writing the import to a/wit/world.wit\n"), "{said}");
    assert_eq!(sandbox.text("a/wit/a.wit"), first);
    assert_eq!(sandbox.text("a/wit/world.wit"), "world w {\n  import test:b-stub/stub-b;\n  export i;\n}\n");
    let (_, after) = composed(&sandbox, "a/wit", "w", &["b.wasm"]);
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
    assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import")), "");
}

/// What an included world imports is imported.
#[test]
fn an_import_through_an_included_world_is_one() {
    for include in ["include base;", "include middle;", "include middle; include base;"] {
        let sandbox = sandbox();
        let own = format!(
            "package test:a;\nworld base {{ import test:b-stub/stub-b; }}\nworld middle {{ include base; }}\nworld w {{ {include} }}\n"
        );
        sandbox.write("a/wit/a.wit", &own);
        sandbox.run(ADD).done();
        assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import --world w")), "", "{include}");
    }
}

#[test]
fn a_use_in_the_world_is_an_import_already() {
    let sandbox = sandbox();
    sandbox.write(
        "a/wit/a.wit",
        "package test:a;\nworld w { use test:b-stub/stub-b.{api}; export f: func(a: borrow<api>); }\n",
    );
    sandbox.run(&format!("{ADD} --add-import")).done();
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import")), "");
}

#[test]
fn a_caller_in_the_spelling_of_2024_keeps_it() {
    let sandbox = sandbox();
    sandbox.write("a/wit/a.wit", "package test:a;\nworld w {\n  export f: func(x: float32) -> ();\n}\n");
    let said = sandbox.run(&format!("{ADD} --add-import")).done();
    assert!(said.contains("warning: ") && said.contains("a/wit/a.wit:3:"), "{said}");
    assert_eq!(
        sandbox.text("a/wit/a.wit"),
        "package test:a;\nworld w {\n  import test:b-stub/stub-b;\n  export f: func(x: float32) -> ();\n}\n"
    );
}
