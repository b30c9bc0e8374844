//! What a plan says about the disk, and what it refuses. Nothing is written in any of these.

mod common;

use common::{Tree, files, stub};
use wasm_rpc_stubgen_files::{Outputs, Source};

/// The problems of `outputs`, after which the tree must be as before.
fn refusal(tree: &Tree, outputs: Outputs) -> Vec<String> {
    let before = tree.listing();
    let problems = outputs.plan().expect_err("the plan is refused");
    assert_eq!(before, tree.listing());
    tree.messages(&problems)
}

#[test]
fn each_file_is_created_updated_or_unchanged() {
    let tree = Tree::with(&[("wit/_stub.wit", "old"), ("stub.wasm", "wasm")]);
    let before = tree.listing();
    let plan = stub(&tree).plan().expect("nothing stands in the way");
    assert_eq!(
        tree.relative(&plan.to_string()),
        "create    wit/.wasm-rpc-stubgen (146 bytes)\n\
         update    wit/_stub.wit (4 bytes)\n\
         create    wit/deps/rpc/rpc.wit (3 bytes)\n\
         unchanged stub.wasm (4 bytes)\n"
    );
    assert_eq!(before, tree.listing());
}

#[test]
fn all_problems_are_reported_together() {
    let tree = Tree::with(&[("wit/deps", "a file"), ("stub.wasm/in", ""), ("wit/_stub.wit/in", "")]);
    assert_eq!(
        refusal(&tree, stub(&tree)),
        [
            "`wit/_stub.wit` is a directory, not a file",
            "`wit/deps` is a file, not a directory",
            "`stub.wasm` is a directory, not a file",
        ]
    );
}

#[test]
fn a_file_in_the_way_is_reported_once() {
    let tree = Tree::with(&[("wit", "a file")]);
    assert_eq!(refusal(&tree, stub(&tree)), ["`wit` is a file, not a directory"]);
}

#[test]
fn a_path_that_ends_like_a_directory_is_none_of_a_file() {
    let tree = Tree::with(&[]);
    for path in ["out/", "out/.."] {
        let mut outputs = Outputs::new();
        outputs.add_file(&tree.path(path), "");
        assert_eq!(refusal(&tree, outputs), [format!("`{path}` is a directory, not a file")]);
    }
}

#[test]
fn two_outputs_in_one_file() {
    let tree = Tree::with(&[]);
    let mut outputs = Outputs::new();
    outputs.add_file(&tree.path("a/b.wasm"), "1");
    outputs.add_file(&tree.path("a/c/../b.wasm"), "2");
    assert_eq!(refusal(&tree, outputs), ["the outputs `a/b.wasm` and `a/c/../b.wasm` are the same file"]);
}

#[test]
fn one_output_inside_another() {
    let tree = Tree::with(&[]);
    let mut outputs = Outputs::new();
    outputs.add_file(&tree.path("a"), "1");
    outputs.add_file(&tree.path("a/b/c"), "2");
    assert_eq!(refusal(&tree, outputs), ["the output `a/b/c` is inside the output `a`, which is a file"]);
}

#[test]
fn an_output_may_lie_beside_the_files_of_a_package_but_not_join_it() {
    let tree = Tree::with(&[]);
    for (path, allowed) in
        [("wit/stub.wasm", true), ("wit/stub.wit", false), ("wit/deps/stub.wasm", false), ("wit/other/stub.wit", true)]
    {
        let mut outputs = stub(&tree);
        outputs.add_file(&tree.path(path), "more");
        match outputs.plan() {
            Ok(_) => assert!(allowed, "{path}"),
            Err(problems) => {
                assert!(!allowed, "{path}");
                let expected = format!("`{path}` would become part of the WIT package in `wit`");
                assert_eq!(tree.messages(&problems), [expected]);
            }
        }
    }
}

#[test]
fn sources_are_never_outputs() {
    let tree = Tree::with(&[("wit/a.wit", "a"), ("caller.wasm", "caller")]);
    let mut outputs = stub(&tree);
    outputs.add_file(&tree.path("wit/../caller.wasm"), "composed");
    outputs.protect_source(Source::WitPackage(tree.path("wit")));
    outputs.protect_source(Source::File(tree.path("caller.wasm")));
    assert_eq!(
        refusal(&tree, outputs),
        [
            "`wit` contains another WIT package: `a.wit`",
            "`wit/../caller.wasm` is an input of this command and would be overwritten",
        ]
    );
}

#[test]
fn a_source_does_not_become_a_part_of_the_stub() {
    let tree = Tree::with(&[("wit/a.wit", "a")]);
    let mut outputs = stub(&tree);
    outputs.protect_source(Source::File(tree.path("wit/a.wit")));
    assert_eq!(refusal(&tree, outputs), ["`wit/a.wit` would become part of the WIT package in `wit`"]);
}

#[test]
fn outputs_may_lie_below_the_directory_of_the_source() {
    let tree = Tree::with(&[("a.wit", "a")]);
    let mut outputs = stub(&tree);
    outputs.protect_source(Source::WitPackage(tree.path("")));
    assert!(outputs.plan().is_ok());
}

#[test]
fn a_read_only_file_is_refused_only_when_it_would_change() {
    let tree = Tree::with(&[("wit/_stub.wit", "stub"), ("stub.wasm", "old")]);
    for path in ["wit/_stub.wit", "stub.wasm"] {
        let mut permissions = tree.path(path).metadata().expect("a file").permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(tree.path(path), permissions).expect("it is ours");
    }
    assert_eq!(refusal(&tree, stub(&tree)), ["`stub.wasm` is read-only"]);
}

#[cfg(unix)]
mod links {
    //! Symbolic links and what else a path can lead to on Unix.

    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn a_link_out_of_the_package_is_refused() {
        let tree = Tree::with(&[("wit/x", ""), ("elsewhere/notes.txt", "mine")]);
        symlink(tree.path("elsewhere"), tree.path("wit/deps")).expect("a link");
        let expected = "`wit/deps/rpc/rpc.wit` leads outside `wit`, to `elsewhere/rpc/rpc.wit`";
        assert_eq!(refusal(&tree, stub(&tree)), [expected]);
    }

    #[test]
    fn links_are_followed_to_what_they_mean() {
        let tree = Tree::with(&[("real/_stub.wit", "old"), ("bin/s.wasm", "old")]);
        symlink(tree.path("real"), tree.path("wit")).expect("a link");
        symlink("bin/s.wasm", tree.path("stub.wasm")).expect("a link");
        stub(&tree).plan().expect("a plan").apply().expect("applied");
        let listing = tree.listing();
        assert_eq!(listing["real/_stub.wit"], "stub");
        assert_eq!(listing["real/deps/rpc/rpc.wit"], "rpc");
        assert_eq!(listing["bin/s.wasm"], "wasm");
        assert!(tree.path("stub.wasm").is_symlink());
    }

    #[test]
    fn a_source_behind_a_link_is_still_a_source() {
        let tree = Tree::with(&[("caller.wasm", "caller")]);
        symlink("caller.wasm", tree.path("stub.wasm")).expect("a link");
        let mut outputs = stub(&tree);
        outputs.protect_source(Source::File(tree.path("caller.wasm")));
        let expected = "`stub.wasm` is an input of this command and would be overwritten";
        assert_eq!(refusal(&tree, outputs), [expected]);
    }

    #[test]
    fn a_link_to_nothing_or_in_a_circle_is_refused() {
        let tree = Tree::with(&[]);
        symlink("nowhere", tree.path("stub.wasm")).expect("a link");
        symlink("wit", tree.path("wit")).expect("a link");
        let messages = refusal(&tree, stub(&tree));
        assert_eq!(messages.len(), 2, "{messages:?}");
        assert!(messages[0].starts_with("cannot follow the symbolic link `wit`: "));
        assert!(messages[1].starts_with("cannot follow the symbolic link `stub.wasm`: "));
    }

    #[test]
    fn devices_and_sockets_are_not_replaced() {
        let tree = Tree::with(&[]);
        let _socket = UnixListener::bind(tree.path("stub.wasm")).expect("a socket");
        assert_eq!(refusal(&tree, stub(&tree)), ["`stub.wasm` is not a regular file"]);
        let mut outputs = Outputs::new();
        outputs.add_file("/dev/null".as_ref(), "");
        assert_eq!(refusal(&tree, outputs), ["`/dev/null` is not a regular file"]);
    }

    #[test]
    fn a_name_that_is_too_long_is_reported() {
        let tree = Tree::with(&[("wit/x", "")]);
        let mut outputs = Outputs::new();
        outputs.add_wit_package(&tree.path("wit"), files(&[(&"x".repeat(300), "")]));
        let messages = refusal(&tree, outputs);
        assert!(messages[0].starts_with("cannot read `wit/xxx"), "{messages:?}");
    }
}
