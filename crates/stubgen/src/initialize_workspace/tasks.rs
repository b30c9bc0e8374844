//! The tasks of a flow in `Makefile.toml`.
//!
//! ```text
//! build-flow ─> build ─> regenerate-stubs ─> add-stub-dependency-T-C ─> generate-T-stub
//!            └> post-build ─> compose-C
//! ```
//!
//! The names are those of the tool of 2024. There are two differences: nothing is cleaned before a build, and builds name their
//! packages, so that a workspace may have members that do not compile to WebAssembly.

use std::collections::BTreeSet;
use std::path::Path;

use indexmap::IndexMap;
use wasm_rpc_stubgen_edit::makefile::Task;

use super::arguments::{add_stub_dependency_args, compose_args, stub_args, words};
use super::error::WorkspaceError;
use super::flow::Flow;
use super::jobs::{Jobs, Profile};
use super::member::Member;
use super::options::{ToolCommand, WorkspaceFlow};
use super::stub::Stub;
use crate::{Cause, Error};

/// cargo's target directory, which cargo-make finds also if `CARGO_TARGET_DIR` or a configuration sets it.
const TARGET_DIRECTORY: &str = "${CARGO_MAKE_CRATE_TARGET_DIRECTORY}";

impl Profile {
    /// The name of the task for the profile.
    fn task(self, debug: &str, release: &str) -> String {
        match self {
            Self::Debug => debug.to_string(),
            Self::Release => release.to_string(),
        }
    }
}

/// The input of the tasks.
pub(super) struct Tasks<'a> {
    pub(super) flow: &'a Flow,
    pub(super) stubs: &'a IndexMap<String, Stub>,
    pub(super) wanted: &'a WorkspaceFlow,
    pub(super) tool: &'a ToolCommand,
}

impl Tasks<'_> {
    /// All tasks, or the names that two of them would have and the paths that cannot be in them.
    pub(super) fn checked(&self) -> Result<Vec<Task>, Error> {
        let tasks = self.all();
        let mut seen = BTreeSet::new();
        let twice: BTreeSet<&str> = tasks.iter().map(|task| &*task.name).filter(|name| !seen.insert(*name)).collect();
        let names = twice.into_iter().map(|name| WorkspaceError::TaskName { name: name.to_string() });
        let errors = self.wrong_paths().into_iter().chain(names).map(Cause::from);
        Error::unless(errors.collect(), ())?;
        Ok(tasks)
    }

    /// The members with a path that cargo-make expands, or that is read as a flag.
    fn wrong_paths(&self) -> Vec<WorkspaceError> {
        let is_wrong = |path: &&String| path.contains("${") || path.starts_with('-');
        let members: IndexMap<_, _> = self.flow.targets.iter().chain(&self.flow.callers).collect();
        let error = |member: &&Member| {
            let path = [&member.folder, &member.wit].into_iter().find(is_wrong)?.clone();
            Some(WorkspaceError::TaskPath { package: member.package.clone(), path })
        };
        members.values().filter_map(error).collect()
    }

    /// All tasks, in the order in which they are written.
    fn all(&self) -> Vec<Task> {
        let mut tasks = vec![Task { alias: Some("build".to_string()), ..named("default") }, cargo("clean", &["clean"])];
        for profile in Profile::ALL {
            tasks.extend(self.build(profile));
        }
        let tested = packages(self.flow.targets.keys().chain(self.flow.callers.keys()).map(String::as_str));
        let dependencies = vec!["regenerate-stubs".to_string()];
        tasks.push(Task { dependencies, ..cargo("test", &[vec!["test"], tested].concat()) });
        let mut dependencies = Vec::new();
        for stub in self.stubs.values() {
            tasks.push(self.generate(stub));
            for caller in self.flow.callers_of(&stub.target) {
                let task = self.add_stub_dependency(stub, caller);
                dependencies.push(task.name.clone());
                tasks.push(task);
            }
        }
        tasks.push(Task { dependencies, ..named("regenerate-stubs") });
        for caller in self.flow.callers.values() {
            tasks.extend(Profile::ALL.map(|profile| self.compose(caller, profile)));
        }
        tasks.extend(Profile::ALL.map(|profile| self.post_build(profile)));
        tasks.extend(Profile::ALL.map(build_flow));
        tasks
    }

    /// `build`, and if both tools are used a task for `cargo component`, on which it depends.
    ///
    /// `build` always has a command, because cargo-make merges it with its own task of that name.
    fn build(&self, profile: Profile) -> Vec<Task> {
        let jobs = self.jobs().compile(self.stubs, profile);
        let last = jobs.len() - 1;
        let mut dependencies = vec!["regenerate-stubs".to_string()];
        let mut tasks = Vec::new();
        for (index, job) in jobs.iter().enumerate() {
            let name = match index == last {
                true => profile.task("build", "build-release"),
                false => profile.task("build-components", "build-components-release"),
            };
            tasks.push(Task { args: job.args(), dependencies: dependencies.clone(), ..cargo(&name, &[]) });
            dependencies.push(name);
        }
        tasks
    }

    fn generate(&self, stub: &Stub) -> Task {
        self.tool(&generate_name(stub), stub_args(&self.jobs(), stub))
    }

    fn add_stub_dependency(&self, stub: &Stub, caller: &Member) -> Task {
        let name = format!("add-stub-dependency-{}-{}", stub.target.package, caller.package);
        let args = add_stub_dependency_args(&self.jobs().dependency(stub, caller));
        Task { dependencies: vec![generate_name(stub)], ..self.tool(&name, args) }
    }

    fn compose(&self, caller: &Member, profile: Profile) -> Task {
        let job = self.jobs().compose(caller, self.stubs, profile);
        self.tool(&compose_name(caller, profile), compose_args(&job))
    }

    fn jobs(&self) -> Jobs<'_> {
        let root = Path::new(".");
        Jobs { flow: self.flow, wanted: self.wanted, root, target_directory: TARGET_DIRECTORY }
    }

    fn post_build(&self, profile: Profile) -> Task {
        let dependencies = self.flow.callers.values().map(|caller| compose_name(caller, profile)).collect();
        Task { dependencies, ..named(&profile.task("post-build", "post-build-release")) }
    }

    /// A task that calls this program.
    fn tool(&self, name: &str, args: Vec<String>) -> Task {
        let command = Some(self.tool.program.clone());
        let args = self.tool.prefix.iter().cloned().chain(args).collect();
        Task { cwd: Some(".".to_string()), command, args, ..named(name) }
    }
}

fn build_flow(profile: Profile) -> Task {
    let parts = [profile.task("build", "build-release"), profile.task("post-build", "post-build-release")];
    Task { dependencies: parts.to_vec(), ..named(&profile.task("build-flow", "release-build-flow")) }
}

fn compose_name(caller: &Member, profile: Profile) -> String {
    profile.task(&format!("compose-{}", caller.package), &format!("compose-release-{}", caller.package))
}

fn generate_name(stub: &Stub) -> String {
    format!("generate-{}-stub", stub.target.package)
}

fn named(name: &str) -> Task {
    Task { name: name.to_string(), ..Task::default() }
}

fn cargo(name: &str, args: &[&str]) -> Task {
    Task { command: Some("cargo".to_string()), args: words(args), ..named(name) }
}

/// `--package` for each of the names, ordered.
fn packages<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let names: BTreeSet<&str> = names.collect();
    names.into_iter().flat_map(|name| ["--package", name]).collect()
}
