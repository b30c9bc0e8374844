//! What an earlier addition of a stub has left: it goes when nobody needs it, and only then.

use std::fs;

use crate::common::Sandbox;
use crate::support::{ADD, TARGET, build, composed, files, resolved, sandbox, stub};

const OVER: &str = "add-stub-dependency -s b-stub -d a/wit -o";

/// An asynchronous stub was added, and is synchronous now.
fn once_async() -> Sandbox {
    let sandbox = sandbox();
    build(&sandbox, "b", "--call-style async");
    sandbox.run(&format!("{ADD} --add-import")).done();
    assert!(sandbox.path("a/wit/deps/io/poll.wit").is_file());
    build(&sandbox, "b", "");
    sandbox
}

#[test]
fn what_would_change_is_refused_without_the_flag_and_nothing_happens() {
    let sandbox = once_async();
    sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
    sandbox.write("a/wit/a.wit", "package test:a;\nworld a { }\n");
    let said = sandbox.refused(&format!("{ADD} --add-import -u"));
    for file in ["test_b-stub/_stub.wit", "wasm-rpc/wasm-rpc.wit"] {
        assert!(
            said.contains(&format!("error: `a/wit/deps/{file}` already exists with different content\nhint: ")),
            "{said}"
        );
    }
}

#[test]
fn a_dry_run_tells_what_would_happen() {
    let sandbox = once_async();
    sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
    sandbox.write("a/wit/a.wit", "package test:a;\nworld a { }\n");
    let before = sandbox.listing();
    let actions = |said: &str| -> Vec<(String, String)> {
        let words =
            said.lines().map(|line| line.split_whitespace().take(2).map(ToString::to_string).collect::<Vec<_>>());
        let mut lines: Vec<_> = words.map(|words| (words[1].clone(), words[0].clone())).collect();
        lines.sort();
        lines
    };
    let expected = |update: &str| {
        let lines = [
            ("a/Cargo.toml", "update"),
            ("a/wit/a.wit", "update"),
            ("a/wit/deps/io/poll.wit", "remove"),
            ("a/wit/deps/test_b-stub/.wasm-rpc-stubgen", "update"),
            ("a/wit/deps/test_b-stub/_stub.wit", update),
            ("a/wit/deps/wasm-rpc/wasm-rpc.wit", update),
        ];
        lines.map(|(path, action)| (path.to_string(), action.to_string())).to_vec()
    };
    let said = sandbox.run(&format!("{OVER} --add-import -u --dry-run"));
    assert_eq!(actions(&said.stdout), expected("update"));
    said.done();
    let said = sandbox.run(&format!("{ADD} --add-import -u --dry-run"));
    assert_eq!(said.code, Some(1));
    assert_eq!(actions(&said.stdout), expected("conflict"));
    assert!(said.stderr.contains("error: `a/wit/deps/wasm-rpc/wasm-rpc.wit` already exists with different content"));
    assert!(before == sandbox.listing());
    sandbox.run(&format!("{OVER} --add-import -u")).done();
    let said = sandbox.run(&format!("{OVER} --add-import -u --dry-run"));
    // The stub's, golem's and the list are the only ones that are named then.
    assert!(said.stdout.lines().all(|line| line.starts_with("unchanged ")), "{}", said.stdout);
}

#[test]
fn a_first_dry_run_creates_nothing() {
    let sandbox = sandbox();
    sandbox.write("a/wit/a.wit", "package test:a;\n\nworld a {\n  export run: func();\n}\n");
    let before = sandbox.listing();
    let said = sandbox.run(&format!("{ADD} --add-import --dry-run"));
    assert!(said.stdout.contains("create    a/wit/deps/test_b-stub/_stub.wit ("), "{}", said.stdout);
    assert!(said.stdout.contains("update    a/wit/a.wit ("), "{}", said.stdout);
    assert_eq!(said.done(), "");
    assert!(before == sandbox.listing());
}

#[test]
fn a_synchronous_stub_after_an_asynchronous_one() {
    let sandbox = once_async();
    let said = sandbox.run(OVER).done();
    assert!(said.contains("Removing a/wit/deps/io/poll.wit\n"), "{said}");
    assert!(!sandbox.path("a/wit/deps/io").exists());
    for file in ["wasm-rpc/wasm-rpc.wit", "test_b/b.wit"] {
        assert_eq!(sandbox.text(&format!("a/wit/deps/{file}")), sandbox.text(&format!("b-stub/deps/{file}")));
    }
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(OVER), "");
    // And back.
    build(&sandbox, "b", "--call-style async");
    sandbox.run(OVER).done();
    assert!(sandbox.path("a/wit/deps/io/poll.wit").is_file());
    assert_eq!(sandbox.unchanged(OVER), "");
    build(&sandbox, "b", "");
    sandbox.run(OVER).done();
    assert!(!sandbox.path("a/wit/deps/io").exists());
    assert_eq!(sandbox.unchanged(OVER), "");
}

#[test]
fn what_the_caller_uses_itself_stays() {
    let sandbox = once_async();
    sandbox
        .write("a/wit/a.wit", "package test:a;\nworld a { import test:b-stub/stub-b; import wasi:io/poll@0.2.0; }\n");
    sandbox.run(OVER).done();
    assert!(sandbox.path("a/wit/deps/io/poll.wit").is_file());
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(OVER), "");
    // It is still known whose it was.
    sandbox.write("a/wit/a.wit", "package test:a;\nworld a { import test:b-stub/stub-b; }\n");
    sandbox.run(OVER).done();
    assert!(!sandbox.path("a/wit/deps/io").exists());
    assert_eq!(sandbox.unchanged(OVER), "");
}

#[test]
fn what_a_dependency_of_the_caller_uses_stays() {
    let sandbox = once_async();
    let other = "package x:x;\ninterface i { use wasi:io/poll@0.2.0.{pollable}; f: func() -> pollable; }\n";
    sandbox.write("a/wit/deps/x.wit", other);
    sandbox.run(OVER).done();
    assert!(sandbox.path("a/wit/deps/io/poll.wit").is_file());
    resolved(&sandbox, "a/wit");
    assert_eq!(sandbox.unchanged(OVER), "");
}

#[test]
fn what_another_stub_uses_stays() {
    let sandbox = sandbox();
    build(&sandbox, "b", "--call-style async");
    stub(&sandbox, "c", &TARGET.replace("test:b", "test:c").replace("world b", "world c"), "--call-style async");
    let other = "add-stub-dependency -s c-stub -d a/wit -o";
    sandbox.run(&format!("{ADD} --add-import")).done();
    sandbox.run(&format!("{other} --add-import")).done();
    build(&sandbox, "b", "");
    sandbox.run(OVER).done();
    assert!(sandbox.path("a/wit/deps/io/poll.wit").is_file());
    let (_, after) = composed(&sandbox, "a/wit", "a", &["b.wasm", "c.wasm"]);
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
    for line in [OVER, other] {
        assert_eq!(sandbox.unchanged(line), "", "{line}");
    }
}

#[test]
fn what_the_user_has_edited_stays_and_files_of_his_own_do() {
    let sandbox = once_async();
    let poll = format!("// mine\n{}", sandbox.text("a/wit/deps/io/poll.wit"));
    sandbox.write("a/wit/deps/io/poll.wit", &poll);
    sandbox.run(OVER).done();
    assert_eq!(sandbox.text("a/wit/deps/io/poll.wit"), poll);
    assert_eq!(sandbox.unchanged(OVER), "");

    let sandbox = once_async();
    sandbox.write("a/wit/deps/io/README.md", "mine");
    sandbox.run(OVER).done();
    assert!(!sandbox.path("a/wit/deps/io/poll.wit").exists());
    assert_eq!(sandbox.text("a/wit/deps/io/README.md"), "mine");
    assert_eq!(sandbox.unchanged(OVER), "");
}

/// A list that names more than the program has written, and files that became something else.
#[test]
fn a_list_is_no_licence_to_remove() {
    let sandbox = once_async();
    let list = "a/wit/deps/test_b-stub/.wasm-rpc-stubgen";
    sandbox.write("a/wit/deps/x/notes.txt", "mine");
    sandbox.write("a/wit/deps/x.txt", "mine");
    sandbox.write("outside.wit", "mine");
    let lines =
        ["deps/x/notes.txt", "deps/x.txt", "a.wit", "../../outside.wit", "deps/../a.wit", "/etc/hostname", "deps/io"];
    let lines: String = lines.iter().map(|path| format!("0000000000000000 {path}\n")).collect();
    sandbox.write(list, format!("{}{lines}garbage\n\u{0}\n", sandbox.text(list)));
    let own = sandbox.text("a/wit/a.wit");
    sandbox.run(OVER).done();
    for path in ["a/wit/deps/x/notes.txt", "a/wit/deps/x.txt", "outside.wit"] {
        assert_eq!(sandbox.text(path), "mine");
    }
    assert_eq!(sandbox.text("a/wit/a.wit"), own);
    assert!(!sandbox.path("a/wit/deps/io").exists());
    assert_eq!(sandbox.unchanged(OVER), "");
    // Without a list nothing is removed.
    let sandbox = once_async();
    fs::remove_file(sandbox.path(list)).expect("it is there");
    sandbox.run(OVER).done();
    assert!(sandbox.path("a/wit/deps/io/poll.wit").is_file());
    assert_eq!(sandbox.unchanged(OVER), "");
}

#[test]
fn the_targets_package_goes_when_the_types_are_inlined() {
    for uses in [false, true] {
        let sandbox = sandbox();
        sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
        sandbox.run(&format!("{ADD} --add-import -u")).done();
        assert!(sandbox.text("a/Cargo.toml").contains("\"test:b\" = { path = \"wit/deps/test_b\" }"));
        if uses {
            sandbox
                .write("a/wit/a.wit", "package test:a;\nworld a { import test:b-stub/stub-b; import test:b/api; }\n");
        }
        build(&sandbox, "b", "--always-inline-types");
        sandbox.run(&format!("{OVER} -u")).done();
        assert_eq!(sandbox.path("a/wit/deps/test_b").exists(), uses);
        assert_eq!(sandbox.text("a/Cargo.toml").contains("\"test:b\""), uses);
        assert!(sandbox.text("a/Cargo.toml").contains("\"test:b-stub\""));
        resolved(&sandbox, "a/wit");
        assert_eq!(sandbox.unchanged(&format!("{OVER} -u")), "");
    }
}

/// The user has removed the package by hand: what is left of it goes as well.
#[test]
fn what_is_gone_already_leaves_no_trace() {
    let sandbox = sandbox();
    sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
    sandbox.run(&format!("{ADD} -u")).done();
    fs::remove_file(sandbox.path("a/wit/deps/test_b/b.wit")).expect("it is there");
    build(&sandbox, "b", "--always-inline-types");
    sandbox.run(&format!("{OVER} -u")).done();
    assert!(!sandbox.path("a/wit/deps/test_b").exists());
    assert!(!sandbox.text("a/Cargo.toml").contains("\"test:b\""));
    assert_eq!(sandbox.unchanged(&format!("{OVER} -u")), "");
}

/// Packages that were needed by one that goes go with it, in one run.
#[test]
fn what_only_stale_packages_need_goes_at_once() {
    let sandbox = Sandbox::new();
    sandbox.write("a/wit/a.wit", "package test:a;\nworld a { }\n");
    sandbox.write("b/wit/deps/c.wit", "package test:c;\ninterface types { use test:d/types.{d}; record c { d: d } }\n");
    sandbox.write("b/wit/deps/d.wit", "package test:d;\ninterface types { record d { x: u8 } }\n");
    let target = "package test:b;\ninterface api { use test:c/types.{c}; record r { c: c } f: func(r: r); }\nworld b { export api; }\n";
    stub(&sandbox, "b", target, "");
    sandbox.run(&format!("{ADD} --add-import")).done();
    assert_eq!(files(&sandbox, "a/wit").len(), 6);
    build(&sandbox, "b", "--always-inline-types");
    sandbox.run(OVER).done();
    assert_eq!(files(&sandbox, "a/wit"), ["a.wit", "deps/test_b-stub/_stub.wit", "deps/wasm-rpc/wasm-rpc.wit"]);
    assert_eq!(sandbox.unchanged(OVER), "");
}

/// A target of which a new version is out.
#[test]
fn a_new_version_replaces_the_old_one_unless_that_is_in_use() {
    let version = |version: &str| TARGET.replace("package test:b;", &format!("package test:b@{version};"));
    let (old, both) =
        ("import test:b-stub/stub-b@0.1.0;", "import test:b-stub/stub-b@0.1.0; import test:b-stub/stub-b@0.2.0;");
    for (before, after, is_used) in [("", "", false), (old, old, false), (old, both, true)] {
        let sandbox = Sandbox::new();
        let own = |imports: &str| format!("package test:a;\nworld a {{ {imports} }}\n");
        stub(&sandbox, "b", &version("0.1.0"), "");
        sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
        sandbox.write("a/wit/a.wit", own(before));
        sandbox.run(&format!("{ADD} -u")).done();
        stub(&sandbox, "b", &version("0.2.0"), "");
        sandbox.write("a/wit/a.wit", own(after));
        sandbox.run(&format!("{OVER} -u --add-import")).done();
        let (resolve, _) = resolved(&sandbox, "a/wit");
        let names: Vec<String> = resolve.package_names.keys().map(ToString::to_string).collect();
        assert!(names.contains(&"test:b-stub@0.2.0".to_string()), "{names:?}");
        assert_eq!(names.contains(&"test:b-stub@0.1.0".to_string()), is_used, "{names:?}");
        assert_eq!(names.contains(&"test:b@0.1.0".to_string()), is_used, "{names:?}");
        assert_eq!(sandbox.unchanged(&format!("{OVER} -u --add-import")), "");
    }
}
