//! Callers as users have them: files, encodings, folders and versions of their own.

use std::fs;

use wit_parser::Resolve;

use crate::common::Sandbox;
use crate::support::{ADD, TARGET, build, composed, files, resolved, sandbox, stub};

/// What `wit` says in `file` of a resolve, encoded as a package.
fn encoded(sandbox: &Sandbox, root: &str) -> Vec<u8> {
    let (resolve, package): (Resolve, _) = resolved(sandbox, root);
    wit_component::encode(&resolve, package, false).expect("an encoded package")
}

#[test]
fn a_caller_of_several_files_that_imports_the_stub_already() {
    let sandbox = sandbox();
    sandbox.write(
        "a/wit/a.wit",
        "package test:a;\nworld a { import test:b-stub/stub-b; use types.{t}; export f: func() -> t; }\n",
    );
    sandbox.write("a/wit/more.wit", "interface types { type t = u8; }\n");
    assert!(Resolve::default().push_dir(sandbox.path("a/wit")).is_err());
    let own = sandbox.tree("a/wit");
    let said = sandbox.run(ADD).done();
    assert!(!said.contains("warning"), "{said}");
    for (path, text) in own {
        assert_eq!(sandbox.text(&format!("a/wit/{path}")), text);
    }
    let (_, after) = composed(&sandbox, "a/wit", "a", &["b.wasm"]);
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
    assert_eq!(sandbox.unchanged(&format!("{ADD} --add-import")), "");
}

#[test]
fn another_stub_that_is_not_there_yet_is_a_warning() {
    let sandbox = sandbox();
    sandbox.write(
        "a/wit/a.wit",
        "package test:a;\nworld a { import test:b-stub/stub-b;\n  import test:c-stub/stub-c;\n}\n",
    );
    let said = sandbox.run(ADD).done();
    let warning = "warning: the caller's WIT does not resolve yet: package `test:c-stub` not found\n";
    assert!(said.starts_with(warning), "{said}");
    assert!(said.contains("a/wit/a.wit:3:10"), "{said}");
    stub(&sandbox, "c", &TARGET.replace("test:b", "test:c").replace("world b", "world c"), "");
    let said = sandbox.run("add-stub-dependency -s c-stub -d a/wit").done();
    assert!(!said.contains("warning"), "{said}");
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(ADD), "");
}

#[test]
fn line_ends_and_byte_order_marks_stay() {
    let sandbox = sandbox();
    let own = "\u{feff}package test:a;\r\n\r\nworld a {\r\n  import test:b-stub/stub-b;\r\n}\r\n";
    sandbox.write("a/wit/a.wit", own);
    sandbox.run(ADD).done();
    assert_eq!(sandbox.text("a/wit/a.wit"), own);
    // As version control may give them back.
    for file in files(&sandbox, "a/wit").iter().filter(|file| file.starts_with("deps")) {
        let path = format!("a/wit/{file}");
        sandbox.write(&path, format!("\u{feff}{}", sandbox.text(&path).replace('\n', "\r\n")));
    }
    assert_eq!(sandbox.unchanged(ADD), "");
}

/// The same packages in other folders, as single files, encoded and nested.
#[test]
fn a_package_is_used_where_it_is() {
    let reference = sandbox();
    reference.run(ADD).done();
    let rpc = reference.text("a/wit/deps/wasm-rpc/wasm-rpc.wit");
    let target = reference.text("a/wit/deps/test_b/b.wit");

    for (path, text, missing) in [
        ("deps/golem/types.wit", rpc.clone(), "deps/wasm-rpc/wasm-rpc.wit"),
        ("deps/golem.wit", rpc.clone(), "deps/wasm-rpc/wasm-rpc.wit"),
        ("deps/whatever/b.wit", target.clone(), "deps/test_b/b.wit"),
        ("deps/b.wit", format!("// mine\n{target}"), "deps/test_b/b.wit"),
    ] {
        let sandbox = sandbox();
        sandbox.write(&format!("a/wit/{path}"), &text);
        sandbox.run(ADD).done();
        assert_eq!(sandbox.text(&format!("a/wit/{path}")), text);
        assert!(!files(&sandbox, "a/wit").contains(&missing.to_string()), "{path}");
        resolved(&sandbox, "a/wit");
        assert_eq!(sandbox.unchanged(&format!("{ADD} -o")), "");
    }

    let sandbox = sandbox();
    fs::create_dir_all(sandbox.path("a/wit/deps")).expect("a directory");
    fs::write(sandbox.path("a/wit/deps/b.wasm"), encoded(&sandbox, "b/wit")).expect("a file");
    sandbox.run(&format!("{ADD} --add-import")).done();
    assert_eq!(
        files(&sandbox, "a/wit"),
        ["a.wit", "deps/b.wasm", "deps/test_b-stub/_stub.wit", "deps/wasm-rpc/wasm-rpc.wit"]
    );
    let (_, after) = composed(&sandbox, "a/wit", "a", &["b.wasm"]);
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
    assert_eq!(sandbox.unchanged(ADD), "");
}

#[test]
fn a_package_that_is_nested_in_a_file_is_used_there() {
    let reference = sandbox();
    reference.run(ADD).done();
    let nested = |path: &str| {
        let text = reference.text(path);
        let (name, items) = text.split_once(";\n").expect("a declaration");
        format!("{name} {{\n{items}\n}}\n")
    };
    let target = nested("a/wit/deps/test_b/b.wit");
    let rpc = nested("a/wit/deps/wasm-rpc/wasm-rpc.wit");
    let own = nested("a/wit/deps/test_b-stub/_stub.wit");
    for (path, text, kept) in [
        ("a/wit/deps/x.wit", format!("package x:x;\n{target}{rpc}"), 3),
        ("a/wit/deps/x/x.wit", format!("package x:x;\n{target}{rpc}"), 3),
        ("a/wit/a.wit", format!("package test:a;\n{target}\nworld a {{ import test:b-stub/stub-b; }}\n"), 3),
        ("a/wit/a.wit", format!("package test:a;\n{target}{rpc}{own}\nworld a {{ import test:b-stub/stub-b; }}\n"), 1),
    ] {
        let sandbox = sandbox();
        sandbox.write(path, &text);
        let said = sandbox.run(ADD).done();
        assert!(!said.contains("warning"), "{said}");
        assert_eq!(sandbox.text(path), text);
        assert_eq!(files(&sandbox, "a/wit").len(), kept, "{:?}", files(&sandbox, "a/wit"));
        resolved(&sandbox, "a/wit");
        assert_eq!(sandbox.unchanged(&format!("{ADD} -o")), "");
    }
    // The caller's own files are not ours to change.
    let sandbox = sandbox();
    let other = target.replace("left: u32", "left: u64");
    sandbox.write("a/wit/a.wit", format!("package test:a;\n{other}\nworld a {{ }}\n"));
    let said = sandbox.refused(&format!("{ADD} -o"));
    assert!(
        said.starts_with("error: the package `test:b` in `a/wit/` differs from what the stub needs\nhint: "),
        "{said}"
    );
}

/// Two versions of a package are two packages.
#[test]
fn another_version_stays_beside() {
    let poll = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../wit/poll.wit")).expect("wasi:io");
    let io = poll.replace("wasi:io@0.2.0;", "wasi:io@0.2.6;");
    for (path, ours) in [("deps/io/poll.wit", "deps/wasi_io@0.2.0/io.wit"), ("deps/wasi-io.wit", "deps/io/poll.wit")] {
        let sandbox = sandbox();
        build(&sandbox, "b", "--call-style async");
        sandbox.write(&format!("a/wit/{path}"), &io);
        sandbox.write("a/wit/a.wit", "package test:a;\nworld a { import wasi:io/poll@0.2.6; }\n");
        sandbox.run(&format!("{ADD} --add-import")).done();
        assert_eq!(sandbox.text(&format!("a/wit/{path}")), io);
        assert!(sandbox.text(&format!("a/wit/{ours}")).contains("\npackage wasi:io@0.2.0;\n"));
        let (_, after) = composed(&sandbox, "a/wit", "a", &["b.wasm"]);
        assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
        assert_eq!(sandbox.unchanged(ADD), "");
    }
}

/// A folder of the user's with the name that ours would have, and another package in it.
#[test]
fn a_folder_with_another_package_is_not_shared() {
    let sandbox = sandbox();
    for folder in ["test_b", "test_b-stub", "wasm-rpc", "golem_rpc@0.1.0"] {
        sandbox.write(&format!("a/wit/deps/{folder}/x.wit"), format!("package x:x{};\n", folder.len()));
    }
    sandbox.run(&format!("{ADD} --add-import")).done();
    resolved(&sandbox, "a/wit");
    let all = files(&sandbox, "a/wit");
    for file in ["deps/test_b-2/b.wit", "deps/test_b-stub-2/_stub.wit", "deps/golem_rpc@0.1.0-2/rpc.wit"] {
        assert!(all.contains(&file.to_string()), "{all:?}");
    }
    let (_, after) = composed(&sandbox, "a/wit", "a", &["b.wasm"]);
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
    assert_eq!(sandbox.unchanged(&format!("{ADD} -o")), "");
}

#[test]
fn a_package_with_more_in_it_is_used_as_it_is() {
    let sandbox = sandbox();
    let more = format!("{TARGET}\ninterface more {{ use api.{{pair}}; f: func(p: pair); }}\n")
        .replace("swap:", "other: func();\n  swap:");
    sandbox.write("a/wit/deps/b/b.wit", &more);
    sandbox.run(ADD).done();
    assert_eq!(sandbox.text("a/wit/deps/b/b.wit"), more);
    assert!(!sandbox.path("a/wit/deps/test_b").exists());
    assert_eq!(sandbox.unchanged(&format!("{ADD} -o")), "");
}

#[test]
fn sync_and_async_stubs_share_what_they_need() {
    let shapes = ["", "--call-style async", "--rpc-errors result"];
    for (first, second) in [(0, 1), (1, 0), (1, 2), (2, 0)] {
        let sandbox = sandbox();
        build(&sandbox, "b", shapes[first]);
        stub(&sandbox, "c", &TARGET.replace("test:b", "test:c").replace("world b", "world c"), shapes[second]);
        sandbox.run(&format!("{ADD} --add-import")).done();
        let add = "add-stub-dependency -s c-stub -d a/wit --add-import";
        if first != 1 && second == 1 {
            let said = sandbox.refused(add);
            assert!(
                said.contains("error: `a/wit/deps/wasm-rpc/wasm-rpc.wit` already exists with different content\n"),
                "{said}"
            );
        }
        sandbox.run(&format!("{add} --overwrite")).done();
        let rpc = sandbox.text("a/wit/deps/wasm-rpc/wasm-rpc.wit");
        assert_eq!(rpc.contains("async-invoke-and-await"), first == 1 || second == 1, "{first} {second}");
        let (_, after) = composed(&sandbox, "a/wit", "a", &["b.wasm", "c.wasm"]);
        assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
        for line in [ADD, add, &format!("{ADD} -o"), &format!("{add} -o")] {
            assert_eq!(sandbox.unchanged(line), "", "{first} {second} {line}");
        }
    }
}

/// Each of two stubs needs a part of a package that they have in common, and neither part holds the other.
#[test]
fn a_package_gets_what_each_of_two_stubs_needs() {
    let common = "package test:common;\ninterface types { record left { x: u8 } record right { y: u8 } }\ninterface l { type lt = u8; }\ninterface r { type rt = u8; }\n";
    let sandbox = Sandbox::new();
    sandbox.write("a/wit/a.wit", "package test:a;\nworld a { }\n");
    for (name, interface, ty) in [("b", "l", "lt"), ("c", "r", "rt")] {
        sandbox.write(&format!("{name}/wit/deps/common.wit"), common);
        let target = format!(
            "package test:{name};\ninterface api {{ use test:common/{interface}.{{{ty}}}; record s {{ x: {ty} }} f: func(s: s); }}\nworld {name} {{ export api; }}\n"
        );
        stub(&sandbox, name, &target, "");
    }
    let add = "add-stub-dependency -s c-stub -d a/wit --add-import";
    sandbox.run(&format!("{ADD} --add-import")).done();
    let said = sandbox.refused(add);
    assert!(
        said.contains("error: `a/wit/deps/test_common/common.wit` already exists with different content\n"),
        "{said}"
    );
    sandbox.run(&format!("{add} -o")).done();
    let merged = sandbox.text("a/wit/deps/test_common/common.wit");
    assert!(merged.contains("interface l") && merged.contains("interface r"), "{merged}");
    let (_, after) = composed(&sandbox, "a/wit", "a", &["b.wasm", "c.wasm"]);
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
    for line in [ADD, add, &format!("{ADD} -o"), &format!("{add} -o")] {
        assert_eq!(sandbox.unchanged(line), "", "{line}");
    }
}

#[test]
fn a_contradiction_is_refused_or_replaced() {
    let sandbox = sandbox();
    sandbox.write("a/wit/deps/b/b.wit", TARGET.replace("left: u32", "left: u64"));
    let said = sandbox.refused(ADD);
    assert_eq!(
        said,
        "error: `a/wit/deps/b/b.wit` already exists with different content\n\
         hint: replace it with `--overwrite`, or move that file away\n"
    );
    let said = sandbox.run(&format!("{ADD} --overwrite")).done();
    assert!(said.contains("Overwriting a/wit/deps/b/b.wit\n"), "{said}");
    let replaced = sandbox.text("a/wit/deps/b/b.wit");
    assert!(replaced.contains("left: u32") && replaced.ends_with("world b { export api; }\n"), "{replaced}");
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(ADD), "");
}

/// Beside the interfaces that the stub needs, nothing of a file that changes is touched: comments, gates, layout.
#[test]
fn what_else_is_in_a_file_that_changes_stays() {
    let before = "// Copyright me.\npackage test:b;   // mine\r\n\n@unstable(feature = later)\ninterface later   { ping: func( ); }\n\n";
    let after = "\n/* the end */ world mine { import later2; }\ninterface later2 { /* nothing */ }\n";
    let api = "interface api { record pair { left: u32, right: string } swap: func(p: pair) -> pair; note: func(text: string); }";
    for (api, is_changed) in [
        (api.to_string(), false),
        (String::new(), true),
        (api.replace("note: func(text: string);", "@unstable(feature = x) mine: func(); "), true),
        (api.replace("u32", "u64"), true),
        (api.replace("func(text: string)", "func(text: string) -> ()"), true),
    ] {
        let sandbox = sandbox();
        sandbox.write("a/wit/deps/b.wit", format!("{before}{api}{after}"));
        sandbox.run(&format!("{ADD} --overwrite")).done();
        let text = sandbox.text("a/wit/deps/b.wit");
        assert!(text.starts_with(before) && text.contains(after), "{text}");
        assert_eq!(text != format!("{before}{api}{after}"), is_changed, "{text}");
        assert_eq!(text.contains("mine: func()"), api.contains("mine: func()"), "{text}");
        assert!(
            text.contains("left: u32") && text.contains("note: func(text: string)") && !text.contains("-> ()"),
            "{text}"
        );
        resolved(&sandbox, "a/wit");
        assert_eq!(sandbox.unchanged(&format!("{ADD} --overwrite")), "");
    }
}

#[test]
fn a_package_of_two_files_is_used_or_refused() {
    let interface =
        |text: &str| format!("interface api {{{text} swap: func(p: pair) -> pair; note: func(text: string); }}");
    for (pair, fits) in
        [("record pair { left: u32, right: string }", true), ("record pair { left: u64, right: string }", false)]
    {
        let sandbox = sandbox();
        sandbox.write("a/wit/deps/b/one.wit", "package test:b;\ninterface other { }\n");
        sandbox.write("a/wit/deps/b/two.wit", interface(pair));
        if fits {
            sandbox.run(ADD).done();
            assert_eq!(sandbox.unchanged(&format!("{ADD} -o")), "");
        } else {
            let said = sandbox.refused(&format!("{ADD} -o"));
            let error = "error: the package `test:b` in `a/wit/deps/b` differs from what the stub needs\n\
                         hint: it has several files, is binary or shares a file with another package; remove it from `a/wit/deps/b`\n";
            assert_eq!(said, error);
        }
    }
}
