//! What an earlier run made, read from its tasks: they are written last, and so say what is there.
//!
//! If there are no tasks, the stubs are those that the settings name.

use std::collections::BTreeSet;
use std::path::PathBuf;

use wasm_rpc_stubgen_edit::makefile::Task;
use wasm_rpc_stubgen_edit::settings::{Links, Settings, StubBuilder, StubImport, WasmRpcOverride, exact_version};
use wasm_rpc_stubgen_model::{CallStyle, Features, RpcErrors, TypeSource, Unsupported};

use super::flow::package_of;
use super::member::{relative, stub_folder};
use super::options::ToolCommand;
use crate::cargo::metadata::WorkspaceFacts;

/// An earlier flow.
#[derive(Debug, Default)]
pub(super) struct PreviousFlow {
    /// The settings that the tasks were made from.
    pub(super) settings: Settings,
    /// How the tasks call this program.
    pub(super) tool: Option<ToolCommand>,
    /// The folders of the stubs.
    pub(super) stubs: BTreeSet<String>,
    /// Of the stubs that were WIT packages.
    pub(super) packages: BTreeSet<String>,
}

impl PreviousFlow {
    pub(super) fn of(tasks: &[Task], kept: Option<&Settings>, workspace: &WorkspaceFacts) -> Self {
        if tasks.is_empty() {
            return kept.map(|kept| Self::of_settings(kept, workspace)).unwrap_or_default();
        }
        let mut previous = Self { settings: settings(tasks, workspace), tool: tool(tasks), ..Self::default() };
        for task in tasks {
            if is_generate(task) {
                let package = value(task, "--dest-wit-root").and_then(|folder| folder.strip_suffix("/wit"));
                previous.packages.extend(package.map(str::to_string));
                previous.stubs.extend(value(task, "-d").or(package).map(str::to_string));
            }
        }
        previous
    }

    fn of_settings(kept: &Settings, workspace: &WorkspaceFacts) -> Self {
        let targets: BTreeSet<&String> = kept.pairs().map(|(_, target)| target).collect();
        let members = workspace.members.iter().filter(|member| targets.contains(&member.package));
        let folder = |folder: &PathBuf| relative(folder, &workspace.root);
        let stubs: BTreeSet<String> =
            members.filter_map(|member| Some(stub_folder(&folder(&member.folder)?, &member.package))).collect();
        let is_package = kept.builder == Some(StubBuilder::Native);
        let packages = if is_package { stubs.clone() } else { BTreeSet::new() };
        Self { settings: kept.clone(), tool: None, stubs, packages }
    }
}

fn tool(tasks: &[Task]) -> Option<ToolCommand> {
    let task = tasks.iter().find(|task| is_generate(task))?;
    let prefix = task.args.iter().take_while(|word| !["generate", "build"].contains(&word.as_str()));
    Some(ToolCommand { program: task.command.clone()?, prefix: prefix.cloned().collect() })
}

/// The settings that the tasks were made from. Members that do not exist keep the names that the tasks have.
fn settings(tasks: &[Task], workspace: &WorkspaceFacts) -> Settings {
    let name = |name: &str| package_of(name, workspace).unwrap_or_else(|| name.to_string());
    let mut links = Links::new();
    for (caller, target) in tasks.iter().filter_map(link) {
        links.entry(name(caller)).or_default().insert(name(target));
    }
    let import = tasks.iter().filter(|task| is_add(task)).any(|task| has(task, "--add-import"));
    let links = (!links.is_empty()).then_some(links);
    let import = import.then_some(StubImport::Added);
    let shape = tasks.iter().find(|task| is_generate(task)).map(shape).unwrap_or_default();
    Settings { links, import, ..shape }
}

/// The caller and the target of a task that adds a stub.
fn link(task: &Task) -> Option<(&str, &str)> {
    let names = task.name.strip_prefix("add-stub-dependency-")?;
    let target = task.dependencies.first()?.strip_prefix("generate-")?.strip_suffix("-stub")?;
    Some((names.strip_prefix(target)?.strip_prefix('-')?, target))
}

/// The settings in the flags of a task that generates a stub.
fn shape(task: &Task) -> Settings {
    let is_native = task.args.iter().any(|word| word == "build");
    let path = value(task, "--wasm-rpc-path-override").map(|path| WasmRpcOverride::Path(path.into()));
    let version = || Some(WasmRpcOverride::Version(exact_version(value(task, "--wasm-rpc-version-override")?).ok()?));
    let listed = value(task, "--features").map(|list| Features::listed([list]));
    Settings {
        call_style: (value(task, "--call-style") == Some("async")).then_some(CallStyle::Async),
        rpc_errors: (value(task, "--rpc-errors") == Some("result")).then_some(RpcErrors::Result),
        types: has(task, "--always-inline-types").then_some(TypeSource::Stub),
        unsupported: has(task, "--skip-unsupported").then_some(Unsupported::Skipped),
        features: has(task, "--all-features").then_some(Features::All).or(listed),
        builder: is_native.then_some(StubBuilder::Native),
        wasm_rpc: path.or_else(version),
        ..Settings::default()
    }
}

fn is_generate(task: &Task) -> bool {
    task.name.starts_with("generate-")
}

fn is_add(task: &Task) -> bool {
    task.name.starts_with("add-stub-dependency-")
}

fn has(task: &Task, flag: &str) -> bool {
    task.args.iter().any(|word| word == flag)
}

/// The value of a flag.
fn value<'a>(task: &'a Task, flag: &str) -> Option<&'a str> {
    let at = task.args.iter().position(|word| word == flag)?;
    task.args.get(at + 1).map(String::as_str)
}
