//! `initialize-workspace`: the targets and callers of a cargo workspace to stubs, members and the tasks of a `Makefile.toml`.
//!
//! ```text
//! Cargo.toml, options ─> settings ──┐                    ┌─> stub crates, or WIT packages
//! cargo metadata ──────> members ───┼─> stubs, tasks ────┼─> members and settings in Cargo.toml
//! Makefile.toml ───────> previous ──┘                    └─> Makefile.toml
//! ```
//!
//! Everything is one plan. The settings in `Cargo.toml` say what is wanted. The tasks in `Makefile.toml` are written last and
//! say what is there: a run removes what they name and the settings do not need.

mod arguments;
mod cargo_make;
mod changes;
mod error;
mod flow;
mod jobs;
mod member;
mod options;
mod previous;
mod settings;
mod stub;
mod tasks;
mod workspace;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use wasm_rpc_stubgen_edit::original_crate_files;
use wasm_rpc_stubgen_edit::settings::Settings;
use wasm_rpc_stubgen_files::{Change, Outputs, Plan, list_crate_files};
use wasm_rpc_stubgen_model::{CallStyle, Diagnostic};

use crate::cargo::metadata::WorkspaceFacts;
use crate::event::{announce, announce_planned};
use crate::previous_stub::InheritedStyle;
use crate::{Artifact, Error, Event};
use previous::PreviousFlow;
use workspace::Workspace;

pub use error::WorkspaceError;
pub use jobs::Profile;
pub use options::{
    InitializeWorkspaceOptions, Link, SettingsChange, StubLayout, ToolCommand, WorkspaceFlow, WorkspaceGoal,
};

pub(crate) use flow::Flow;
pub(crate) use jobs::{CompileJob, Jobs};
pub(crate) use member::{BuildTool, ChangedWit, Member, relative};
pub(crate) use options::at;
pub(crate) use settings::LoadedFlow;
pub(crate) use stub::{Content, Stub, stub, warn_options};
pub(crate) use workspace::MANIFEST;

/// The result of a run.
#[derive(Debug)]
pub struct InitializeWorkspaceOutcome {
    /// Whether the workspace has a flow now.
    pub has_flow: bool,
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
    let prepared =
        prepare(Workspace::load(&options.root)?, options, MakefileUpdate::Always, &ChangedWit::new(), report)?;
    let has_flow = !prepared.stubs.is_empty();
    let files = prepared.apply(options, report)?;
    if files.contains(&(at(&options.root, workspace::MAKEFILE), Change::Create))
        && let Some(note) = cargo_make::note()
    {
        report(Event::Diagnostic(&note));
    }
    Ok(InitializeWorkspaceOutcome { has_flow, files })
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
    let workspace = Workspace::load(&options.root)?;
    let prepared = prepare(workspace, options, MakefileUpdate::Always, &ChangedWit::new(), report)?;
    announce_planned(prepared.plan.steps(), |path| prepared.artifact(options, path), report);
    Ok(prepared.plan)
}

/// Brings the workspace in `root`, which cargo has described, up to date with its settings, as `flow` does. The files, and what
/// happened to each.
///
/// # Errors
///
/// As for [`initialize_workspace`].
pub(crate) fn update_workspace(
    root: &Path,
    facts: WorkspaceFacts,
    tool: &ToolCommand,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Vec<(PathBuf, Change)>, Error> {
    let options = InitializeWorkspaceOptions::update(root, tool);
    let workspace = Workspace::of(root, facts)?;
    prepare(workspace, &options, MakefileUpdate::IfItHasTasks, &ChangedWit::new(), report)?.apply(&options, report)
}

/// What [`update_workspace`] would do to each file after the WIT of these targets, by their packages, has changed.
///
/// # Errors
///
/// As for [`initialize_workspace`].
pub(crate) fn plan_update(
    root: &Path,
    facts: WorkspaceFacts,
    tool: &ToolCommand,
    changed: &ChangedWit,
) -> Result<Vec<(PathBuf, Change)>, Error> {
    let options = InitializeWorkspaceOptions::update(root, tool);
    let workspace = Workspace::of(root, facts)?;
    Ok(prepare(workspace, &options, MakefileUpdate::IfItHasTasks, changed, &mut |_| {})?.plan.files())
}

/// Whether the tasks are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MakefileUpdate {
    Always,
    /// Only to a `Makefile.toml` with tasks of ours: a user of `flow` may do without them.
    IfItHasTasks,
}

/// The plan of a run.
struct Prepared {
    plan: Plan,
    /// By the packages of their targets.
    stubs: IndexMap<String, Stub>,
    /// The folders of stubs that the flow does not need any more.
    unused_stubs: Vec<String>,
}

impl Prepared {
    fn apply(
        self,
        options: &InitializeWorkspaceOptions,
        report: &mut dyn FnMut(Event<'_>),
    ) -> Result<Vec<(PathBuf, Change)>, Error> {
        self.announce(options, report);
        self.plan.apply()?;
        Ok(self.plan.files())
    }

    /// Reports each file of the plan.
    fn announce(&self, options: &InitializeWorkspaceOptions, report: &mut dyn FnMut(Event<'_>)) {
        let is_new = |stub: &Stub| !at(&options.root, &stub.folder).exists();
        for stub in self.stubs.values().filter(|stub| is_new(stub)) {
            report(Event::InitialStub { target: &stub.target.package });
        }
        announce(&self.plan, |path| self.artifact(options, path), report);
    }

    fn artifact(&self, options: &InitializeWorkspaceOptions, path: &Path) -> Artifact {
        if path == at(&options.root, workspace::MANIFEST) {
            return Artifact::WorkspaceManifest;
        }
        if path == at(&options.root, workspace::MAKEFILE) {
            return Artifact::Makefile;
        }
        let folders = self.stubs.values().map(|stub| &stub.folder).chain(&self.unused_stubs);
        let mut inside = folders.filter_map(|folder| path.strip_prefix(at(&options.root, folder)).ok());
        crate::generate::artifact(inside.next().expect("all other files are those of stubs"))
    }
}

fn prepare(
    workspace: Workspace,
    options: &InitializeWorkspaceOptions,
    makefile: MakefileUpdate,
    changed: &ChangedWit,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Prepared, Error> {
    let mut previous = workspace.previous();
    let Wanted { settings, flow: mut wanted, notes } = wanted(options, &workspace, &mut previous)?;
    wanted.iter_mut().for_each(|(_, flow)| flow.read_changed(changed));
    let folders = workspace::folders(&options.root, wanted.as_ref(), &previous);
    let manifest = workspace.edited_manifest(&folders, settings.as_ref());
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
    let tool = match makefile {
        MakefileUpdate::Always => &options.tool,
        MakefileUpdate::IfItHasTasks => previous.tool.as_ref().unwrap_or(&options.tool),
    };
    let has_tasks = makefile == MakefileUpdate::Always || !workspace.makefile.ours().is_empty();
    let tasks = match &wanted {
        Some((wanted, flow)) if has_tasks => tasks::Tasks { flow, stubs: &stubs, wanted, tool }.checked()?,
        _ => Vec::new(),
    };
    let is_unused = |folder: &&String| stubs.values().all(|stub| stub.folder != **folder);
    let unused_stubs: Vec<String> = previous.stubs.iter().filter(is_unused).cloned().collect();
    for diagnostic in changes::diagnostics(&workspace, &previous, options, settings.as_ref(), &unused_stubs) {
        report(Event::Diagnostic(&diagnostic));
    }
    if makefile == MakefileUpdate::Always {
        workspace.warn_users_tasks(&tasks, report);
    }
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
    if has_tasks {
        workspace.add_makefile(&tasks, &mut outputs)?;
    }
    let plan = outputs.plan()?;
    warn_leftovers(&options.root, &unused_stubs, &plan, report);
    let of_callers = wanted.iter().flat_map(|(_, flow)| flow.notes());
    for note in notes.into_iter().chain(of_callers) {
        report(Event::Diagnostic(&note));
    }
    Ok(Prepared { plan, stubs, unused_stubs })
}

/// What a run leads to.
#[derive(Default)]
struct Wanted {
    /// `None` if they are removed.
    settings: Option<Settings>,
    /// `None` if there are no links.
    flow: Option<(WorkspaceFlow, Flow)>,
    /// What the user should know about stubs that are replaced.
    notes: Vec<Diagnostic>,
}

/// The result of the goal, or the errors of all names in the options and the settings.
fn wanted(
    options: &InitializeWorkspaceOptions,
    workspace: &Workspace,
    previous: &mut PreviousFlow,
) -> Result<Wanted, Error> {
    let WorkspaceGoal::Update(change) = &options.goal else {
        return Ok(Wanted::default());
    };
    let base = settings::base(workspace, previous);
    let has_flow = base.pairs().next().is_some() || !previous.stubs.is_empty();
    let (mut settings, mut errors) = settings::changed(base, change, &workspace.facts, previous);
    if settings.links.is_none() && !has_flow && errors.is_empty() {
        return Err(WorkspaceError::NoLinks.into());
    }
    errors.extend(settings::unknown_members(&settings, workspace));
    match Flow::select(&WorkspaceFlow::of(&settings), &workspace.facts) {
        Ok(selected) if errors.is_empty() => {
            let is_new = workspace.settings.as_ref().is_none_or(|kept| kept.links.is_none());
            let stubs = inherited_call_styles(&settings, &selected, &options.root);
            let notes = match is_new {
                true => inherit_call_style(&mut settings, &mut previous.settings, stubs),
                false => inherit_of_originals(&mut settings, stubs),
            };
            let flow = settings.links.is_some().then(|| (WorkspaceFlow::of(&settings), selected));
            Ok(Wanted { settings: Some(settings), flow, notes })
        }
        selected => Err(Error::of(errors.into_iter().chain(selected.err().into_iter().flatten()))),
    }
}

/// The call styles of the stubs that exist.
fn inherited_call_styles(settings: &Settings, flow: &Flow, root: &Path) -> Vec<InheritedStyle> {
    let features = settings.features.clone().unwrap_or_default();
    flow.targets.values().filter_map(|target| flow.inherited(target, root, &features)).collect()
}

/// Keeps the call style of stubs that are older than the settings, unless a flag chooses one.
fn inherit_call_style(settings: &mut Settings, previous: &mut Settings, stubs: Vec<InheritedStyle>) -> Vec<Diagnostic> {
    if stubs.iter().any(|stub| stub.call_style == CallStyle::Async) {
        previous.call_style.get_or_insert(CallStyle::Async);
    }
    if settings.call_style.is_some() {
        return Vec::new();
    }
    settings.call_style = previous.call_style;
    match settings.call_style.unwrap_or_default() {
        CallStyle::Sync => stubs.into_iter().filter_map(|stub| stub.message).collect(),
        CallStyle::Async => stubs.into_iter().filter_map(becomes_async).collect(),
    }
}

/// What the user should know about a stub that is replaced by an async one.
fn becomes_async(stub: InheritedStyle) -> Option<Diagnostic> {
    match (stub.call_style, stub.file) {
        (CallStyle::Sync, Some(file)) => {
            let message = "every function of the stub that is replaced waits; functions of the new stub return at once";
            let hint = "call them as `blocking-…`, or use `--call-style sync`, for all stubs";
            Some(Diagnostic::warning(message).hint(hint).at(&*file))
        }
        _ => stub.message,
    }
}

/// Keeps the call style of the original's stubs if settings without a call style were written by hand. Warns if other stubs
/// depend on that setting.
fn inherit_of_originals(settings: &mut Settings, stubs: Vec<InheritedStyle>) -> Vec<Diagnostic> {
    let is_of_original = |stub: &InheritedStyle| stub.is_of_original;
    if settings.call_style.is_some() || !stubs.iter().any(is_of_original) {
        return Vec::new();
    }
    if stubs.iter().all(is_of_original) {
        settings.call_style = Some(CallStyle::Async);
        return stubs.into_iter().filter_map(|stub| stub.message).collect();
    }
    let warning = |stub: InheritedStyle| {
        let message = "the stub that is replaced has `blocking-` functions; the new stub has none: its functions wait";
        let hint = "use `--call-style async`, for all stubs, to keep what the calls of this one mean";
        let location = stub.message?.location;
        Some(Diagnostic { location, ..Diagnostic::warning(message).hint(hint) })
    };
    stubs.into_iter().filter(is_of_original).filter_map(warning).collect()
}

/// The folders of stubs that become WIT packages and contain a crate.
fn replaced_crates(root: &Path, stubs: &IndexMap<String, Stub>) -> Vec<String> {
    let is_package = |stub: &&Stub| matches!(stub.content, Content::Package { .. });
    let packages = stubs.values().filter(is_package).map(|stub| stub.folder.clone());
    packages.filter(|folder| at(root, folder).join(workspace::MANIFEST).exists()).collect()
}

/// Warns about folders of unused stubs with files that the plan leaves: no later run knows them.
fn warn_leftovers(root: &Path, unused_stubs: &[String], plan: &Plan, report: &mut dyn FnMut(Event<'_>)) {
    let removed = plan.steps().filter(|step| step.change() == Change::Remove);
    let removed: BTreeSet<&Path> = removed.map(|step| step.path()).collect();
    let stays = |folder: &PathBuf| match list_crate_files(folder) {
        Ok(Some(files)) => files.iter().any(|file| !removed.contains(&*folder.join(file))),
        Ok(None) => true,
        Err(_) => false,
    };
    for folder in unused_stubs.iter().map(|folder| at(root, folder)).filter(stays) {
        let message = format!("`{}` stays because it contains other or modified files", folder.display());
        let hint = "remove it if you do not need it";
        report(Event::Diagnostic(&Diagnostic::warning(message).hint(hint)));
    }
}

impl InitializeWorkspaceOptions {
    fn update(root: &Path, tool: &ToolCommand) -> Self {
        let goal = WorkspaceGoal::Update(Box::default());
        Self { root: root.to_path_buf(), goal, tool: tool.clone() }
    }
}
