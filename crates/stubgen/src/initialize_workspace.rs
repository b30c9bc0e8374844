//! `initialize-workspace`: who calls whom in a cargo workspace to stubs, members and the tasks of a `Makefile.toml`.
//!
//! ```text
//! cargo metadata ─> facts ─┐                      ┌─> stub crates, or WIT packages
//! names ────────> flow ────┼─> stubs, tasks ──────┼─> members in Cargo.toml
//! Makefile.toml ─> earlier ┘                      └─> Makefile.toml
//! ```
//!
//! Everything is one plan. A run needs no other memory than the tasks of the one before: what these name, and this run
//! does not want, goes.

mod cargo_make;
mod earlier;
mod error;
mod flow;
mod member;
mod stub;
mod tasks;
mod unfinished;
mod workspace;

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use stubgen_emit::WasmRpc;
use stubgen_model::{Diagnostic, StubOptions};
use stubgen_project::{Change, Outputs, Plan, makefile::Task};

use crate::{Artifact, Cause, Error, Event};
use earlier::Earlier;
use flow::Flow;
use stub::{Content, Stub};
use workspace::Workspace;

pub use error::WorkspaceError;

/// What to do about a workspace.
#[derive(Debug, Clone)]
pub struct InitializeWorkspaceOptions {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// What is to be there afterwards.
    pub goal: WorkspaceGoal,
    /// How the tasks call this program.
    pub tool: ToolCommand,
}

/// What is to be in a workspace.
#[derive(Debug, Clone)]
pub enum WorkspaceGoal {
    /// This flow, in the place of an earlier one.
    Flow(WorkspaceFlow),
    /// No flow: what earlier runs have made goes.
    Nothing,
}

/// Who calls whom, and how. Members are named by their packages or their folders.
#[derive(Debug, Clone)]
pub struct WorkspaceFlow {
    /// Each of them is called by each of the callers.
    pub targets: Vec<String>,
    /// Each of them calls each of the targets.
    pub callers: Vec<String>,
    /// Further calls, one by one.
    pub links: Vec<Link>,
    /// The shape of the stubs.
    pub shape: StubOptions,
    /// What the stubs are in the workspace.
    pub layout: StubLayout,
}

/// One member calls another, or itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Who calls.
    pub caller: String,
    /// Who is called.
    pub target: String,
}

/// What the stubs are in the workspace.
#[derive(Debug, Clone)]
pub enum StubLayout {
    /// Crates, which are compiled with the other members.
    Crate(WasmRpc),
    /// WIT packages; a task writes the component.
    Package,
}

/// The beginning of a command that runs this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolCommand {
    /// The program.
    pub program: String,
    /// The arguments before the name of a command.
    pub prefix: Vec<String>,
}

/// What has been done.
#[derive(Debug)]
pub struct InitializeWorkspaceOutcome {
    /// The files, and what happened to each; also those that are gone.
    pub files: Vec<(PathBuf, Change)>,
}

/// Brings the stubs, the members and the tasks of a workspace to what the options ask for.
///
/// # Errors
///
/// Everything that is wrong with the workspace, the names and the targets' WIT, and with the destinations. Nothing is
/// written then; but where cargo did not load the workspace because of a stub, one that a killed run has left unfinished
/// may be gone, and one that is missing may have an empty crate in its place.
pub fn initialize_workspace(
    options: &InitializeWorkspaceOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<InitializeWorkspaceOutcome, Error> {
    let workspace = unfinished::load(&options.root, report)?;
    let Prepared { plan, stubs, gone } = prepare(options, &workspace, report)?;
    announce(options, &plan, &stubs, report);
    plan.apply()?;
    tell_what_stays(&options.root, &gone, report);
    if let (WorkspaceGoal::Flow(_), Some(missing)) = (&options.goal, cargo_make::missing()) {
        report(Event::Diagnostic(&missing));
    }
    Ok(InitializeWorkspaceOutcome { files: plan.files() })
}

/// What [`initialize_workspace`] would do.
///
/// # Errors
///
/// As for [`initialize_workspace`]; also where that would first have to remove an unfinished stub, or
/// to put back a missing one.
pub fn plan_initialize_workspace(
    options: &InitializeWorkspaceOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Plan, Error> {
    let workspace = Workspace::load(&options.root)?;
    prepare(options, &workspace, report).map(|prepared| prepared.plan)
}

/// What a run is about to do.
struct Prepared {
    plan: Plan,
    /// By the packages of their targets.
    stubs: IndexMap<String, Stub>,
    /// The folders of stubs that are to go.
    gone: Vec<String>,
}

/// Everything that a run does, as a plan.
fn prepare(
    options: &InitializeWorkspaceOptions,
    workspace: &Workspace,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Prepared, Error> {
    let earlier = Earlier::of(&workspace.makefile.ours());
    let wanted = match &options.goal {
        WorkspaceGoal::Flow(wanted) => Some((wanted, Flow::select(wanted, &workspace.facts).map_err(Error::of)?)),
        WorkspaceGoal::Nothing => None,
    };
    let made = match &wanted {
        Some((wanted, flow)) => stubs_and_tasks(options, wanted, flow, workspace, &earlier, report),
        None => Ok((IndexMap::new(), Vec::new())),
    };
    let mut outputs = Outputs::new();
    outputs.rely_on(workspace.reading.clone());
    let folders = workspace::folders(&options.root, wanted.as_ref(), &earlier);
    let members = workspace.edit_members(&folders, &mut outputs);
    let (stubs, tasks) = match (made, members) {
        (Ok(made), Ok(())) => made,
        // What is wrong with the manifest as a file is to be said, too.
        (made, members) => return Err(Error::of(causes(made).chain(causes(members)).chain(causes(outputs.plan())))),
    };
    workspace.tell(&tasks, &earlier, report);
    for stub in stubs.values() {
        stub.add(&options.root, &mut outputs);
    }
    let gone = gone(&stubs, &earlier);
    for folder in gone.iter().chain(&replaced(&options.root, &stubs)) {
        outputs.remove_crate(&at(&options.root, folder));
    }
    workspace.sweep(&mut outputs);
    workspace.edit_makefile(&tasks, &mut outputs)?;
    Ok(Prepared { plan: outputs.plan()?, stubs, gone })
}

/// What a phase has found to be wrong.
fn causes<T>(result: Result<T, impl Into<Error>>) -> impl Iterator<Item = Cause> {
    result.err().into_iter().flat_map(|error| error.into().into_causes())
}

/// The stubs and the tasks of a flow.
fn stubs_and_tasks(
    options: &InitializeWorkspaceOptions,
    wanted: &WorkspaceFlow,
    flow: &Flow,
    workspace: &Workspace,
    earlier: &Earlier,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<(IndexMap<String, Stub>, Vec<Task>), Error> {
    let stubs = stub::stubs(flow, &options.root, &wanted.shape, &wanted.layout, report)?;
    Error::unless(stub::check_names(&stubs, &workspace.facts, earlier), ())?;
    let tasks = tasks::Tasks { flow, stubs: &stubs, wanted, tool: &options.tool };
    let tasks = tasks.checked()?;
    Ok((stubs, tasks))
}

/// The folders with a stub that is no longer wanted.
fn gone(stubs: &IndexMap<String, Stub>, earlier: &Earlier) -> Vec<String> {
    let is_stub = |folder: &String| stubs.values().any(|stub| stub.folder == *folder);
    earlier.stubs.iter().filter(|folder| !is_stub(folder)).cloned().collect()
}

/// The folders with a crate where a package is wanted.
fn replaced(root: &Path, stubs: &IndexMap<String, Stub>) -> Vec<String> {
    let is_package = |stub: &&Stub| matches!(stub.content, Content::Package(_));
    let packages = stubs.values().filter(is_package).map(|stub| stub.folder.clone());
    packages.filter(|folder| at(root, folder).join("Cargo.toml").exists()).collect()
}

/// Warns of folders that hold more than what has been removed: nothing will name them any more.
fn tell_what_stays(root: &Path, gone: &[String], report: &mut dyn FnMut(Event<'_>)) {
    for folder in gone.iter().map(|folder| at(root, folder)).filter(|folder| folder.exists()) {
        let message =
            format!("`{}` stays: it holds files that are not as this program has left them", folder.display());
        let hint = "remove it when you do not need it; no later run will";
        report(Event::Diagnostic(&Diagnostic::warning(message).hint(hint)));
    }
}

/// A folder of the workspace, as the user would write it.
fn at(root: &Path, folder: &str) -> PathBuf {
    if root == Path::new(".") { PathBuf::from(folder) } else { root.join(folder) }
}

/// Tells about each file of `plan`.
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
