//! What applying a plan leaves behind: everything, or nothing at all.

mod common;

use std::fs;
use std::time::{Duration, SystemTime};

use common::{Tree, files, stub};
use wasm_rpc_stubgen_files::{Change, Outputs, Overwrite, Snapshot, Source};

/// Long ago, so that a write cannot have the same time by chance.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn set_time(tree: &Tree, path: &str) {
    let file = fs::File::options().write(true).open(tree.path(path)).expect("a file");
    file.set_modified(long_ago()).expect("it is ours");
}

fn time(tree: &Tree, path: &str) -> SystemTime {
    tree.path(path).metadata().and_then(|metadata| metadata.modified()).expect("a time")
}

#[test]
fn files_and_directories_are_made() {
    let tree = Tree::with(&[("wit/mine.txt", "mine")]);
    stub(&tree).plan().expect("a plan").apply().expect("applied");
    let listing = tree.listing();
    let expected = [
        ("stub.wasm", "wasm"),
        ("wit/", ""),
        ("wit/.wasm-rpc-stubgen", &listing["wit/.wasm-rpc-stubgen"]),
        ("wit/_stub.wit", "stub"),
        ("wit/deps/", ""),
        ("wit/deps/rpc/", ""),
        ("wit/deps/rpc/rpc.wit", "rpc"),
        ("wit/mine.txt", "mine"),
    ];
    let listing: Vec<(&str, &str)> = listing.iter().map(|(path, content)| (&**path, &**content)).collect();
    assert_eq!(listing, expected);
}

#[test]
fn unchanged_files_keep_their_time() {
    let tree = Tree::with(&[]);
    stub(&tree).plan().expect("a plan").apply().expect("applied");
    let paths = ["wit/_stub.wit", "wit/deps/rpc/rpc.wit", "stub.wasm"];
    for path in paths {
        set_time(&tree, path);
    }
    let directory = time(&tree, "wit");
    tree.write("stub.wasm", "other");
    let plan = stub(&tree).plan().expect("a plan");
    let changes: Vec<Change> = plan.steps().map(|step| step.change()).collect();
    assert_eq!(changes, [Change::Unchanged, Change::Unchanged, Change::Unchanged, Change::Update]);
    plan.apply().expect("applied");
    assert_eq!(paths.map(|path| time(&tree, path) == long_ago()), [true, true, false]);
    assert_eq!(time(&tree, "wit"), directory);
    assert_eq!(tree.listing()["stub.wasm"], "wasm");
}

#[test]
fn a_directory_that_cannot_be_made_takes_everything_back() {
    let tree = Tree::with(&[]);
    let plan = stub(&tree).plan().expect("nothing stands in the way yet");
    tree.write("wit/deps", "the way");
    let before = tree.listing();
    let problems = plan.apply().expect_err("a file is where a directory is needed");
    assert_eq!(before, tree.listing());
    assert!(tree.messages(&problems)[0].starts_with("cannot write `wit/deps`: "));
}

#[test]
fn a_file_that_appears_after_the_check_is_not_overwritten() {
    let tree = Tree::with(&[]);
    let plan = stub(&tree).plan().expect("nothing stands in the way yet");
    tree.write("stub.wasm", "somebody else's");
    let before = tree.listing();
    assert!(plan.apply().is_err());
    assert_eq!(before, tree.listing());
}

#[test]
fn a_file_that_changes_after_the_check_is_not_overwritten() {
    let tree = Tree::with(&[("stub.wasm", "old")]);
    let plan = stub(&tree).plan().expect("nothing stands in the way yet");
    tree.write("stub.wasm", "somebody else's");
    let before = tree.listing();
    let problems = plan.apply().expect_err("the file is another one");
    assert_eq!(before, tree.listing());
    assert_eq!(tree.messages(&problems), ["`stub.wasm` was changed by another program while this command ran"]);
}

#[test]
fn a_conflict_is_shown_and_not_applied() {
    let tree = Tree::with(&[("wit/deps/a.wit", "mine"), ("wit/deps/b.wit", "b")]);
    let outputs = || {
        let mut outputs = Outputs::new();
        let root = tree.path("wit");
        outputs.open_package(&root);
        for (path, content) in [("deps/a.wit", "a"), ("deps/b.wit", "b"), ("deps/c.wit", "c")] {
            outputs.add_to_package(&root, path, content, Overwrite::Refused);
        }
        outputs
    };
    let plan = outputs().unchecked_plan().expect("a plan");
    let changes: Vec<Change> = plan.steps().map(|step| step.change()).collect();
    assert_eq!(changes, [Change::Conflict, Change::Unchanged, Change::Create]);
    let shown = tree.relative(&plan.to_string());
    let expected =
        "conflict  wit/deps/a.wit (1 bytes)\nunchanged wit/deps/b.wit (1 bytes)\ncreate    wit/deps/c.wit (1 bytes)\n";
    assert_eq!(shown, expected);
    let problems = outputs().plan().expect_err("a conflict");
    assert_eq!(tree.messages(&problems), ["`wit/deps/a.wit` already exists with different content"]);
}

/// When the directory that a file was to go to is gone, staging fails and nothing is written elsewhere.
#[test]
fn failures_of_staging_are_reported_together() {
    let tree = Tree::with(&[("a/x", ""), ("b/x", ""), ("c/x", "old")]);
    let mut outputs = Outputs::new();
    for path in ["a/1", "b/2", "c/x"] {
        outputs.add_file(&tree.path(path), "new");
    }
    let plan = outputs.plan().expect("a plan");
    for path in ["a", "b"] {
        fs::remove_dir_all(tree.path(path)).expect("it is ours");
    }
    let before = tree.listing();
    let problems = plan.apply().expect_err("two directories are gone");
    assert_eq!(before, tree.listing());
    let messages = tree.messages(&problems);
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages[0].starts_with("cannot write `a/1`: "));
    assert!(messages[1].starts_with("cannot write `b/2`: "));
}

#[cfg(unix)]
#[test]
fn modes_are_those_of_the_user() {
    use std::os::unix::fs::PermissionsExt;

    let mode = |tree: &Tree, path: &str| tree.path(path).metadata().expect("a file").permissions().mode() & 0o777;
    let tree = Tree::with(&[("stub.wasm", "old"), ("plain", "made by `fs::write`")]);
    fs::set_permissions(tree.path("stub.wasm"), fs::Permissions::from_mode(0o750)).expect("it is ours");
    stub(&tree).plan().expect("a plan").apply().expect("applied");
    assert_eq!(mode(&tree, "stub.wasm"), 0o750);
    assert_eq!(mode(&tree, "wit/_stub.wit"), mode(&tree, "plain"));
}

/// Root keeps the owner of the user's file.
#[cfg(unix)]
#[test]
fn an_edited_file_keeps_its_owner() {
    use std::os::unix::fs::{MetadataExt, chown};

    let tree = Tree::with(&[("stub.wasm", "old")]);
    let is_root = chown(tree.path("stub.wasm"), Some(1234), Some(4321)).is_ok();
    stub(&tree).plan().expect("a plan").apply().expect("applied");
    let metadata = tree.path("stub.wasm").metadata().expect("a file");
    assert_eq!(tree.listing()["stub.wasm"], "wasm");
    assert!(!is_root || (metadata.uid(), metadata.gid()) == (1234, 4321), "{metadata:?}");
}

/// A name that only looks like that of a temporary file belongs to the user.
#[test]
fn files_of_the_user_are_not_swept() {
    let names = [".stubgen-notes.tmp", ".wasm-rpc-stubgen-notes.tmp", ".wasm-rpc-stubgen-1-2.txt"];
    let tree = Tree::with(&[]);
    for name in names {
        tree.write(&format!("wit/{name}"), "mine");
        tree.write(&format!("source/{name}"), "mine");
    }
    let mut outputs = stub(&tree);
    outputs.protect_source(Source::WitPackage(tree.path("source")));
    outputs.plan().expect("a plan").apply().expect("applied");
    stub(&tree).plan().expect("a plan").apply().expect("applied");
    for name in names {
        assert!(tree.path(&format!("wit/{name}")).exists() && tree.path(&format!("source/{name}")).exists(), "{name}");
    }
}

/// A plan that was made from files that it does not write.
#[test]
fn what_a_plan_was_made_from_must_not_change() {
    let planned = |tree: &Tree, content: &str| {
        let caller = tree.path("caller/wit");
        let input = Snapshot::take(vec![Source::WitPackage(caller.clone()), Source::File(tree.path("Cargo.toml"))]);
        let mut outputs = Outputs::new();
        outputs.open_package(&caller);
        outputs.add_to_package(&caller, "new.wit", content, Overwrite::Refused);
        outputs.depend_on(input);
        outputs.unchecked_plan().expect("a plan")
    };
    let start = || Tree::with(&[("Cargo.toml", ""), ("caller/wit/a.wit", "a"), ("caller/wit/deps/rpc/rpc.wit", "rpc")]);
    let changed = "was changed by another program while this command ran";
    for path in
        ["Cargo.toml", "caller/wit/a.wit", "caller/wit/b.wit", "caller/wit/deps/rpc/rpc.wit", "caller/wit/deps/x/x.wit"]
    {
        let tree = start();
        let plan = planned(&tree, "new").check().expect("a plan");
        tree.write(path, "other");
        let before = tree.listing();
        let messages = tree.messages(&plan.apply().expect_err("it was made from something else"));
        assert!(messages.len() == 1 && messages[0].ends_with(changed), "{messages:?}");
        assert_eq!(before, tree.listing());
    }
    // Files that were not read may change.
    let tree = start();
    let plan = planned(&tree, "new").check().expect("a plan");
    tree.write("caller/wit/deps/rpc/README", "other");
    plan.apply().expect("nothing that was read has changed");
    // A conflict with a file that another run has just written is not reported as one.
    let tree = start();
    tree.write("caller/wit/new.wit", "old");
    let conflict = planned(&tree, "new").check().expect_err("a conflict");
    assert_eq!(tree.messages(&conflict), ["`caller/wit/new.wit` already exists with different content"]);
    let plan = planned(&tree, "new");
    tree.write("caller/wit/deps/rpc/rpc.wit", "other");
    let problems = plan.check().expect_err("a change");
    assert!(tree.messages(&problems)[0].ends_with(changed));
}

/// More files than a process may have open at once.
#[test]
fn large_sets_do_not_run_out_of_file_handles() {
    let tree = Tree::with(&[]);
    let names: Vec<String> = (0..2_000).map(|index| format!("deps/p{index}/p.wit")).collect();
    let contents: Vec<(&str, &str)> = names.iter().map(|name| (&**name, "package")).collect();
    let mut outputs = Outputs::new();
    outputs.add_wit_package(&tree.path("wit"), files(&contents));
    outputs.plan().expect("a plan").apply().expect("applied");
    assert_eq!(fs::read_dir(tree.path("wit/deps")).expect("a directory").count(), 2_000);
}
