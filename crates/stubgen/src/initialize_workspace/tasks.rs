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

use super::arguments::{add_stub_dependency_args, build_args, compose_args, generate_args, words};
use super::error::WorkspaceError;
use super::flow::Flow;
use super::jobs::{Jobs, Profile, StubJob};
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
    /// All tasks, or the names that two of them would have.
    pub(super) fn checked(&self) -> Result<Vec<Task>, Error> {
        let tasks = self.all();
        let mut seen = BTreeSet::new();
        let twice: BTreeSet<&str> = tasks.iter().map(|task| &*task.name).filter(|name| !seen.insert(*name)).collect();
        let errors = twice.into_iter().map(|name| Cause::from(WorkspaceError::TaskName { name: name.to_string() }));
        Error::unless(errors.collect(), ())?;
        Ok(tasks)
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
        let args = match self.jobs().stub(stub) {
            StubJob::Generate(options) => generate_args(&options),
            StubJob::Build(options) => build_args(&options),
        };
        self.tool(&generate_name(stub), args)
    }

    fn add_stub_dependency(&self, stub: &Stub, caller: &Member) -> Task {
        let name = format!("add-stub-dependency-{}-{}", stub.target.package, caller.package);
        let args = add_stub_dependency_args(&self.jobs().dependency(stub, caller));
        Task { dependencies: vec![generate_name(stub)], ..self.tool(&name, args) }
    }

    fn compose(&self, caller: &Member, profile: Profile) -> Task {
        let options = self.jobs().compose(caller, self.stubs, profile);
        self.tool(&compose_name(caller, profile), compose_args(&options))
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
