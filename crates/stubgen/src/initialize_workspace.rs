//! `initialize-workspace`: the targets and callers of a cargo workspace to stubs, members and the tasks of a `Makefile.toml`.
//!
//! ```text
//! cargo metadata ─> members ──┐                    ┌─> stub crates, or WIT packages
//! options ────────> flow ─────┼─> stubs, tasks ────┼─> members in Cargo.toml
//! Makefile.toml ──> previous ─┘                    └─> Makefile.toml
//! ```
//!
//! Everything is one plan. The tasks in `Makefile.toml` are the only memory of a run: the next one removes what they name and
//! the new flow does not need.

mod cargo_make;
mod error;
mod flow;
mod member;
mod options;
mod previous;
mod stub;
mod tasks;
mod workspace;

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use wasm_rpc_stubgen_edit::original_crate_files;
use wasm_rpc_stubgen_files::{Change, Outputs, Plan};
use wasm_rpc_stubgen_model::Diagnostic;

use crate::event::announce_planned;
use crate::{Artifact, Error, Event};
use flow::Flow;
use options::at;
use previous::PreviousFlow;
use stub::{Content, Stub};
use workspace::Workspace;

pub use error::WorkspaceError;
pub use options::{InitializeWorkspaceOptions, Link, StubLayout, ToolCommand, WorkspaceFlow, WorkspaceGoal};

/// The result of a run.
#[derive(Debug)]
pub struct InitializeWorkspaceOutcome {
    /// The files, and what happened to each, also removed ones.
    pub files: Vec<(PathBuf, Change)>,
}

/// Writes the stubs, members and tasks of a workspace, and removes those that are not needed any more.
///
/// # Errors
///
/// All errors in the workspace, the names, the targets' WIT and the destinations. Nothing is written then.
pub fn initialize_workspace(
    options: &InitializeWorkspaceOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<InitializeWorkspaceOutcome, Error> {
    let Prepared { plan, stubs, unused_stubs } = prepare(options, report)?;
    announce(options, &plan, &stubs, report);
    plan.apply()?;
    warn_leftovers(&options.root, &unused_stubs, report);
    if let (WorkspaceGoal::Flow(_), Some(missing)) = (&options.goal, cargo_make::missing()) {
        report(Event::Diagnostic(&missing));
    }
    Ok(InitializeWorkspaceOutcome { files: plan.files() })
}

/// The changes that [`initialize_workspace`] makes.
///
/// # Errors
///
/// As for [`initialize_workspace`].
pub fn plan_initialize_workspace(
    options: &InitializeWorkspaceOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Plan, Error> {
    let Prepared { plan, stubs, .. } = prepare(options, report)?;
    announce_planned(plan.steps(), |path| options.artifact(path, &stubs), report);
    Ok(plan)
}

/// The plan of a run.
struct Prepared {
    plan: Plan,
    /// By the packages of their targets.
    stubs: IndexMap<String, Stub>,
    /// The folders of stubs that the flow does not need any more.
    unused_stubs: Vec<String>,
}

fn prepare(options: &InitializeWorkspaceOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<Prepared, Error> {
    let workspace = Workspace::load(&options.root)?;
    let previous = PreviousFlow::of(&workspace.makefile.ours());
    let wanted = match &options.goal {
        WorkspaceGoal::Flow(wanted) => Some((wanted, Flow::select(wanted, &workspace.facts).map_err(Error::of)?)),
        WorkspaceGoal::Nothing => None,
    };
    let folders = workspace::folders(&options.root, wanted.as_ref(), &previous);
    let manifest = workspace.edited_manifest(&folders);
    let stubs = match &wanted {
        Some((wanted, flow)) => stub::stubs(flow, &options.root, wanted, report)
            .and_then(|stubs| stub::check_names(&stubs, &workspace.facts, &previous).map(|()| stubs)),
        None => Ok(IndexMap::new()),
    };
    let (stubs, manifest) = match (stubs, manifest) {
        (Ok(stubs), Ok(manifest)) => (stubs, manifest),
        (Err(error), manifest) => return Err(error.and(manifest.err().into_iter().flat_map(Error::into_causes))),
        (Ok(_), Err(error)) => return Err(error),
    };
    let tasks = match &wanted {
        Some((wanted, flow)) => tasks::Tasks { flow, stubs: &stubs, wanted, tool: &options.tool }.checked()?,
        None => Vec::new(),
    };
    workspace.warn(&tasks, &previous, report);
    let is_unused = |folder: &&String| stubs.values().all(|stub| stub.folder != **folder);
    let unused_stubs: Vec<String> = previous.stubs.iter().filter(is_unused).cloned().collect();
    let mut outputs = Outputs::new();
    outputs.depend_on(workspace.inputs.clone());
    for stub in stubs.values() {
        stub.add(&options.root, &mut outputs);
    }
    // In this order cargo can load the workspace at any time: crates exist while they are members.
    outputs.add_file(workspace.manifest.path(), manifest);
    for folder in unused_stubs.iter().chain(&replaced_crates(&options.root, &stubs)) {
        let folder = at(&options.root, folder);
        outputs.adopt(&folder, original_crate_files(&folder));
        outputs.remove_crate(&folder);
    }
    workspace.add_makefile(&tasks, &mut outputs)?;
    Ok(Prepared { plan: outputs.plan()?, stubs, unused_stubs })
}

/// The folders of stubs that become WIT packages and contain a crate.
fn replaced_crates(root: &Path, stubs: &IndexMap<String, Stub>) -> Vec<String> {
    let is_package = |stub: &&Stub| matches!(stub.content, Content::Package(_));
    let packages = stubs.values().filter(is_package).map(|stub| stub.folder.clone());
    packages.filter(|folder| at(root, folder).join(workspace::MANIFEST).exists()).collect()
}

/// Warns about folders of unused stubs that still exist: no later run knows them.
fn warn_leftovers(root: &Path, unused_stubs: &[String], report: &mut dyn FnMut(Event<'_>)) {
    for folder in unused_stubs.iter().map(|folder| at(root, folder)).filter(|folder| folder.exists()) {
        let message = format!("`{}` stays because it contains other or modified files", folder.display());
        let hint = "remove it if you do not need it; later runs ignore it";
        report(Event::Diagnostic(&Diagnostic::warning(message).hint(hint)));
    }
}

/// Reports each file of `plan`.
fn announce(
    options: &InitializeWorkspaceOptions,
    plan: &Plan,
    stubs: &IndexMap<String, Stub>,
    report: &mut dyn FnMut(Event<'_>),
) {
    let is_new = |stub: &Stub| !at(&options.root, &stub.folder).exists();
    for stub in stubs.values().filter(|stub| is_new(stub)) {
        report(Event::InitialStub { target: &stub.target.package });
    }
    for step in plan.steps() {
        let artifact = options.artifact(step.path(), stubs);
        report(Event::File { artifact, path: step.path(), change: step.change() });
    }
}

impl InitializeWorkspaceOptions {
    fn artifact(&self, path: &Path, stubs: &IndexMap<String, Stub>) -> Artifact {
        if path == at(&self.root, workspace::MANIFEST) {
            return Artifact::WorkspaceManifest;
        }
        if path == at(&self.root, workspace::MAKEFILE) {
            return Artifact::Makefile;
        }
        let folders = stubs.values().map(|stub| at(&self.root, &stub.folder));
        let inside = folders.filter_map(|folder| path.strip_prefix(folder).ok()).next();
        inside.map_or(Artifact::StubList, crate::generate::artifact)
    }
}
