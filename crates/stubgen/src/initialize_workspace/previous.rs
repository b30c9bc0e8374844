//! The flow of an earlier run, read from its tasks.

use std::collections::BTreeSet;

use wasm_rpc_stubgen_edit::makefile::Task;

/// The folders of an earlier flow.
#[derive(Debug, Default)]
pub(super) struct PreviousFlow {
    /// Of the stubs.
    pub(super) stubs: BTreeSet<String>,
    /// Of the stubs that were WIT packages.
    pub(super) packages: BTreeSet<String>,
    /// Of the callers' WIT.
    pub(super) callers: BTreeSet<String>,
}

impl PreviousFlow {
    pub(super) fn of(tasks: &[Task]) -> Self {
        let mut previous = Self::default();
        for task in tasks {
            if task.name.starts_with("generate-") {
                let package = value(task, "--dest-wit-root").and_then(|folder| folder.strip_suffix("/wit"));
                previous.packages.extend(package.map(str::to_string));
                previous.stubs.extend(value(task, "-d").or(package).map(str::to_string));
            } else if task.name.starts_with("add-stub-dependency-") {
                previous.callers.extend(value(task, "--dest-wit-root").map(str::to_string));
            }
        }
        previous
    }
}

/// The value of a flag.
fn value<'a>(task: &'a Task, flag: &str) -> Option<&'a str> {
    let at = task.args.iter().position(|word| word == flag)?;
    task.args.get(at + 1).map(String::as_str)
}
