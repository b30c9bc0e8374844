//! What an earlier run has left: read off its tasks, which are its only memory.

use std::collections::BTreeSet;

use stubgen_project::makefile::Task;

/// The folders that an earlier flow knows.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    /// Of the stubs.
    pub(super) stubs: BTreeSet<String>,
    /// Of those stubs that were no crates.
    pub(super) packages: BTreeSet<String>,
    /// Of the callers' WIT.
    pub(super) callers: BTreeSet<String>,
}

impl Earlier {
    pub(super) fn of(tasks: &[Task]) -> Self {
        let mut earlier = Self::default();
        for task in tasks {
            if task.name.starts_with("generate-") {
                let package = value(task, "--dest-wit-root").and_then(|folder| folder.strip_suffix("/wit"));
                earlier.packages.extend(package.map(str::to_string));
                earlier.stubs.extend(value(task, "-d").or(package).map(str::to_string));
            } else if task.name.starts_with("add-stub-dependency-") {
                earlier.callers.extend(value(task, "--dest-wit-root").map(str::to_string));
            }
        }
        earlier
    }
}

/// What follows a flag.
fn value<'a>(task: &'a Task, flag: &str) -> Option<&'a str> {
    let at = task.args.iter().position(|word| word == flag)?;
    task.args.get(at + 1).map(String::as_str)
}
