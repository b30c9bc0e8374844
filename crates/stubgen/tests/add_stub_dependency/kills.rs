//! The program is killed at every change that it makes to the disk, and started again.

use std::collections::BTreeMap;

use stubgen::{
    AddStubDependencyOptions, Import, ManifestUpdate, Overwrite, add_stub_dependency, draft_stub_dependency,
};

use crate::common::Sandbox;
use crate::faulty_disk::{Fault, FaultyDisk};
use crate::support::{ADD, TARGET, build, resolved, sandbox, stub};

fn options(sandbox: &Sandbox, stub: &str, caller: &str) -> AddStubDependencyOptions {
    AddStubDependencyOptions {
        stub_wit_root: sandbox.path(stub),
        dest_wit_root: sandbox.path(&format!("{caller}/wit")),
        overwrite: Overwrite::Allowed,
        manifest: ManifestUpdate::Update,
        import: Import::Add { world: None },
    }
}

/// Every file of the caller; temporary ones are not counted among them.
fn tree(sandbox: &Sandbox) -> BTreeMap<String, String> {
    sandbox.tree("a")
}

/// Kills the addition of the stub to `a` at every call, each time in a new tree.
fn killed_everywhere(make: impl Fn() -> Sandbox, stub: &str) {
    let done = {
        let sandbox = make();
        add_stub_dependency(&options(&sandbox, stub, "a"), &mut |_| {}).expect("added");
        resolved(&sandbox, "a/wit");
        tree(&sandbox)
    };
    let mut at = 0;
    loop {
        let sandbox = make();
        let before = tree(&sandbox);
        let options = options(&sandbox, stub, "a");
        let plan = draft_stub_dependency(&options, &mut |_| {}).expect("a draft").settle().expect("a plan");
        let mut disk = FaultyDisk::new(Fault::Kills, at);
        let result = plan.apply_to(&mut disk);
        if !disk.was_met() {
            assert!(result.is_ok() && at > 8, "all calls were tried: {at}");
            assert_eq!(done, tree(&sandbox));
            break;
        }
        for (path, content) in tree(&sandbox) {
            let is_whole = before.get(&path) == Some(&content) || done.get(&path) == Some(&content);
            assert!(is_whole || path.contains(".stubgen-"), "call {at}: {path}: {content}");
        }
        for path in before.keys().filter(|path| done.contains_key(*path)) {
            assert!(sandbox.path("a").join(path).exists(), "call {at}: {path} is lost");
        }
        add_stub_dependency(&options, &mut |_| {}).unwrap_or_else(|error| panic!("call {at}: {error}"));
        assert_eq!(done, tree(&sandbox), "call {at}");
        let folders = sandbox.listing().into_keys().filter(|path| path.is_dir());
        for folder in folders.filter(|folder| folder.starts_with(sandbox.path("a"))) {
            let is_empty = std::fs::read_dir(&folder).expect("a directory").next().is_none();
            assert!(!is_empty, "call {at}: {} is left", folder.display());
        }
        at += 1;
    }
}

#[test]
fn in_a_first_addition() {
    let make = || {
        let sandbox = sandbox();
        sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
        sandbox
    };
    killed_everywhere(make, "b-stub");
}

#[test]
fn in_an_addition_that_updates_and_removes() {
    let make = || {
        let sandbox = sandbox();
        sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
        build(&sandbox, "b", "--call-style async");
        sandbox.run(&format!("{ADD} -u")).done();
        build(&sandbox, "b", "--always-inline-types");
        sandbox
    };
    killed_everywhere(make, "b-stub");
}

#[test]
fn in_an_addition_that_merges() {
    let make = || {
        let sandbox = sandbox();
        sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
        sandbox.run(&format!("{ADD} -u")).done();
        stub(&sandbox, "c", &TARGET.replace("test:b", "test:c").replace("world b", "world c"), "--call-style async");
        sandbox
    };
    killed_everywhere(make, "c-stub");
}

#[test]
fn in_an_addition_of_a_new_version() {
    for import in ["", "import test:b-stub/stub-b@0.1.0;"] {
        let make = || {
            let sandbox = Sandbox::new();
            let version = |version: &str| TARGET.replace("package test:b;", &format!("package test:b@{version};"));
            sandbox.write("a/wit/a.wit", format!("package test:a;\nworld a {{ {import} }}\n"));
            sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
            stub(&sandbox, "b", &version("0.1.0"), "--call-style async");
            sandbox.run(&format!("{ADD} -u")).done();
            stub(&sandbox, "b", &version("0.2.0"), "");
            sandbox
        };
        killed_everywhere(make, "b-stub");
    }
}

#[test]
fn in_the_addition_of_a_stub_of_the_caller_itself() {
    let make = || {
        let sandbox = Sandbox::new();
        stub(&sandbox, "a", &TARGET.replace("test:b", "test:a").replace("world b", "world a"), "");
        sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
        sandbox
    };
    killed_everywhere(make, "a-stub");
}
