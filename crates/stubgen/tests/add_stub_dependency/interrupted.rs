//! A run that is killed leaves the files that it has changed so far; the next run completes it.

use std::fs;
use std::path::Path;

use crate::common::Sandbox;
use crate::support::{ADD, TARGET, build, sandbox, stub};

const LINE: &str = "add-stub-dependency -s b-stub -d a/wit -o -u --add-import";

/// Interrupts `LINE` after each of its changes, each time in a new sandbox.
fn interrupted_everywhere(make: impl Fn() -> Sandbox) {
    let finished = make();
    let plan = finished.run(&format!("{LINE} --dry-run")).stdout;
    finished.run(LINE).done();
    let changes: Vec<&str> = plan.lines().filter(|step| !step.starts_with("unchanged")).collect();
    let paths: Vec<&str> = changes.iter().filter_map(|step| step.split_whitespace().nth(1)).collect();
    assert!(paths.len() > 2, "{plan}");
    for count in 1..paths.len() {
        let sandbox = make();
        for path in &paths[..count] {
            match fs::read(finished.path(path)) {
                Ok(content) => sandbox.write(path, content),
                Err(_) => remove(&sandbox.path(path)),
            }
        }
        sandbox.run(LINE).done();
        let (found, expected) = (sandbox.tree("a"), finished.tree("a"));
        for (path, text) in &expected {
            assert_eq!(found.get(path), Some(text), "{path} after {:?}", &paths[..count]);
        }
        assert_eq!(found.len(), expected.len(), "after {:?}", &paths[..count]);
    }
}

/// Removes a file, and the directories that are empty without it.
fn remove(path: &Path) {
    fs::remove_file(path).expect("it exists");
    let _ = path.ancestors().skip(1).try_for_each(fs::remove_dir);
}

fn with_metadata(sandbox: Sandbox) -> Sandbox {
    sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
    sandbox
}

#[test]
fn an_addition_that_updates_and_removes() {
    interrupted_everywhere(|| {
        let sandbox = with_metadata(sandbox());
        build(&sandbox, "b", "--call-style async");
        sandbox.run(&format!("{ADD} -u")).done();
        build(&sandbox, "b", "--always-inline-types");
        sandbox
    });
}

#[test]
fn an_addition_of_a_new_version() {
    interrupted_everywhere(|| {
        let version = |version: &str| TARGET.replace("package test:b;", &format!("package test:b@{version};"));
        let sandbox = with_metadata(Sandbox::new());
        sandbox.write("a/wit/a.wit", "package test:a;\nworld a { }\n");
        stub(&sandbox, "b", &version("0.1.0"), "--call-style async");
        sandbox.run(&format!("{ADD} -u")).done();
        stub(&sandbox, "b", &version("0.2.0"), "");
        sandbox
    });
}
