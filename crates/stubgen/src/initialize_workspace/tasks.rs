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

use indexmap::IndexMap;
use wasm_rpc_stubgen_core::WasmRpc;
use wasm_rpc_stubgen_edit::makefile::Task;
use wasm_rpc_stubgen_model::{CallStyle, Features, RpcErrors, StubOptions, TypeSource, Unsupported};

use super::error::WorkspaceError;
use super::flow::Flow;
use super::member::{BuildTool, Member};
use super::options::{StubLayout, ToolCommand, WorkspaceFlow};
use super::stub::{Content, Stub};
use crate::{Cause, Error};

/// cargo's target directory, which cargo-make finds also if `CARGO_TARGET_DIR` or a configuration sets it.
const TARGET_DIRECTORY: &str = "${CARGO_MAKE_CRATE_TARGET_DIRECTORY}";

/// The folder of native stubs in the target directory.
const NATIVE_STUBS: &str = "wasm-rpc-stubs";

/// The tool that compiles stub crates.
const STUB_TOOL: BuildTool = BuildTool::Cargo;

/// A build profile.
#[derive(Debug, Clone, Copy)]
enum Profile {
    Debug,
    Release,
}

impl Profile {
    const ALL: [Self; 2] = [Self::Debug, Self::Release];

    /// cargo's folder for the profile.
    fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    /// The name of the task for the profile.
    fn task(self, debug: &str, release: &str) -> String {
        match self {
            Self::Debug => debug.to_string(),
            Self::Release => release.to_string(),
        }
    }

    fn flag(self) -> Option<&'static str> {
        match self {
            Self::Debug => None,
            Self::Release => Some("--release"),
        }
    }
}

impl BuildTool {
    const ALL: [Self; 2] = [Self::Cargo, Self::CargoComponent];

    /// The Rust target. `cargo component` does not support `wasm32-wasip2`; it converts modules for `wasm32-wasip1`.
    fn target(self) -> &'static str {
        match self {
            Self::Cargo => "wasm32-wasip2",
            Self::CargoComponent => "wasm32-wasip1",
        }
    }

    /// The words after `cargo`.
    fn build(self) -> &'static [&'static str] {
        match self {
            Self::Cargo => &["build"],
            Self::CargoComponent => &["component", "build"],
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
        let name = profile.task("build", "build-release");
        let components = profile.task("build-components", "build-components-release");
        let first = "regenerate-stubs".to_string();
        let task = |name: &str, tool: BuildTool, dependencies: Vec<String>| {
            let flags = [profile.flag(), Some("--target"), Some(tool.target())];
            let flags: Vec<&str> = flags.into_iter().flatten().collect();
            let args = [tool.build(), &flags, &packages(self.built_by(tool).into_iter())].concat();
            Task { dependencies, ..cargo(name, &args) }
        };
        let [plain, component] = BuildTool::ALL.map(|tool| !self.built_by(tool).is_empty());
        match (plain, component) {
            (true, true) => vec![
                task(&components, BuildTool::CargoComponent, vec![first.clone()]),
                task(&name, BuildTool::Cargo, vec![first, components]),
            ],
            (false, true) => vec![task(&name, BuildTool::CargoComponent, vec![first])],
            (_, false) => vec![task(&name, BuildTool::Cargo, vec![first])],
        }
    }

    /// The packages that a tool compiles. cargo compiles stubs, since `cargo component` would write bindings into them.
    fn built_by(&self, tool: BuildTool) -> Vec<&str> {
        let members = self.flow.targets.values().chain(self.flow.callers.values());
        let members = members.filter(|member| member.tool == tool).map(|member| member.package.as_str());
        let stubs = self.stubs.values().filter(|_| tool == STUB_TOOL).filter_map(Stub::crate_name);
        members.chain(stubs).collect()
    }

    fn generate(&self, stub: &Stub) -> Task {
        let (wit, folder) = (&stub.target.wit, &stub.folder);
        let mut args = match &stub.content {
            Content::Crate { .. } => words(&["generate", "-s", wit, "-d", folder]),
            Content::Package(_) => words(&[
                "build",
                "-s",
                wit,
                "--dest-wasm",
                &self.stub_wasm(stub, Profile::Debug),
                "--dest-wit-root",
                &format!("{folder}/wit"),
            ]),
        };
        if let Some(world) = &stub.target.world {
            args.extend(["-w".to_string(), world.clone()]);
        }
        args.extend(feature_flags(&self.wanted.features));
        args.extend(shape_flags(&self.wanted.shape));
        args.extend(wasm_rpc_flags(&self.wanted.layout));
        self.tool(&format!("generate-{}-stub", stub.target.package), &args)
    }

    fn add_stub_dependency(&self, stub: &Stub, caller: &Member) -> Task {
        let target = &stub.target.package;
        let stub_wit = format!("{}/wit", stub.folder);
        let args = ["add-stub-dependency", "--stub-wit-root", &stub_wit, "--dest-wit-root", &caller.wit];
        let mut args = words(&[&args[..], &["--overwrite", "--update-cargo-toml"]].concat());
        args.extend(feature_flags(&self.wanted.features));
        let task = self.tool(&format!("add-stub-dependency-{target}-{}", caller.package), &args);
        Task { dependencies: vec![format!("generate-{target}-stub")], ..task }
    }

    fn compose(&self, caller: &Member, profile: Profile) -> Task {
        let folder = compiled(caller.tool, profile);
        let mut args = words(&["compose", "--source-wasm", &format!("{folder}/{}.wasm", caller.wasm)]);
        for target in self.flow.targets_of(caller) {
            args.extend(["--stub-wasm".to_string(), self.stub_wasm(&self.stubs[&target.package], profile)]);
        }
        args.extend(words(&["--dest-wasm", &format!("{folder}/{}_composed.wasm", caller.snake())]));
        self.tool(&compose_name(caller, profile), &args)
    }

    fn stub_wasm(&self, stub: &Stub, profile: Profile) -> String {
        let folder = match &stub.content {
            Content::Crate { .. } => compiled(STUB_TOOL, profile),
            Content::Package(_) => format!("{TARGET_DIRECTORY}/{NATIVE_STUBS}"),
        };
        format!("{folder}/{}.wasm", stub.wasm)
    }

    fn post_build(&self, profile: Profile) -> Task {
        let dependencies = self.flow.callers.values().map(|caller| compose_name(caller, profile)).collect();
        Task { dependencies, ..named(&profile.task("post-build", "post-build-release")) }
    }

    /// A task that calls this program.
    fn tool(&self, name: &str, args: &[String]) -> Task {
        let command = Some(self.tool.program.clone());
        let args = self.tool.prefix.iter().chain(args).cloned().collect();
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

/// The folder of the output of `tool`.
fn compiled(tool: BuildTool, profile: Profile) -> String {
    format!("{TARGET_DIRECTORY}/{}/{}", tool.target(), profile.folder())
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

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// The flags for open feature gates.
fn feature_flags(features: &Features) -> Vec<String> {
    match features {
        Features::All => words(&["--all-features"]),
        Features::Listed(names) if names.is_empty() => Vec::new(),
        Features::Listed(names) => {
            vec!["--features".to_string(), names.iter().map(String::as_str).collect::<Vec<_>>().join(",")]
        }
    }
}

/// The flags for stub options that are not the default.
fn shape_flags(shape: &StubOptions) -> Vec<String> {
    let call_style: &[&str] = match shape.call_style {
        CallStyle::Sync => &[],
        CallStyle::Async => &["--call-style", "async"],
    };
    let rpc_errors: &[&str] = match shape.rpc_errors {
        RpcErrors::Trap => &[],
        RpcErrors::Result => &["--rpc-errors", "result"],
    };
    let types: &[&str] = match shape.types {
        TypeSource::Target => &[],
        TypeSource::Stub => &["--always-inline-types"],
    };
    let unsupported: &[&str] = match shape.unsupported {
        Unsupported::Refused => &[],
        Unsupported::Skipped => &["--skip-unsupported"],
    };
    words(&[call_style, rpc_errors, types, unsupported].concat())
}

fn wasm_rpc_flags(layout: &StubLayout) -> Vec<String> {
    match layout {
        StubLayout::Package | StubLayout::Crate(WasmRpc::Bindings) => Vec::new(),
        StubLayout::Crate(WasmRpc::Path(path)) => words(&["--wasm-rpc-path-override", &path.display().to_string()]),
        StubLayout::Crate(WasmRpc::Version(version)) => {
            let version = version.to_string();
            words(&["--wasm-rpc-version-override", version.strip_prefix('=').unwrap_or(&version)])
        }
    }
}
