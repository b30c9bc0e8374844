//! The settings of a run: those of the workspace, or those that its tasks were made from, as the user changes them.
//!
//! ```text
//! Cargo.toml ──> kept ──┐
//! Makefile.toml > made ─┴─> base ──change──> wanted ──> WorkspaceFlow
//! ```
//!
//! Tasks of workspaces without settings (earlier versions, the original) are read once. In settings, members are packages.

use std::collections::BTreeSet;
use std::path::Path;

use indexmap::IndexMap;
use wasm_rpc_stubgen_core::WasmRpc;
use wasm_rpc_stubgen_edit::settings::{Links, Settings, StubBuilder, WasmRpcOverride, position_of_link};
use wasm_rpc_stubgen_model::{Features, Location, Position, nearest};

use super::error::WorkspaceError;
use super::flow::{find, package_of};
use super::options::{Link, SettingsChange, StubLayout, WorkspaceFlow};
use super::previous::PreviousFlow;
use super::stub::{Stub, check_names};
use super::workspace::Workspace;
use crate::Error;
use crate::cargo::metadata::WorkspaceFacts;

/// The flow of a workspace, to be run.
#[derive(Debug)]
pub(crate) struct LoadedFlow {
    pub(crate) wanted: WorkspaceFlow,
    pub(crate) facts: WorkspaceFacts,
    previous: PreviousFlow,
    /// Whether it is from the settings; otherwise it is from the tasks.
    pub(crate) has_settings: bool,
    /// Whether it gives no call style.
    pub(crate) lacks_call_style: bool,
}

impl LoadedFlow {
    /// The flow of the workspace in `root`, which cargo has described, if it has one.
    ///
    /// # Errors
    ///
    /// All errors in the workspace and its settings.
    pub(crate) fn of(root: &Path, facts: WorkspaceFacts) -> Result<Option<Self>, Error> {
        let workspace = Workspace::of(root, facts)?;
        let previous = workspace.previous();
        let settings = base(&workspace, &previous);
        if settings.pairs().next().is_none() {
            return Ok(None);
        }
        let errors = unknown_members(&settings, &workspace);
        if !errors.is_empty() {
            return Err(Error::of(errors));
        }
        let has_settings = workspace.settings.is_some_and(|kept| kept.links.is_some());
        let lacks_call_style = settings.call_style.is_none();
        let (wanted, facts) = (WorkspaceFlow::of(&settings), workspace.facts);
        Ok(Some(Self { wanted, facts, previous, has_settings, lacks_call_style }))
    }

    /// Refuses stubs whose crates would have the name of another.
    pub(crate) fn check_names(&self, stubs: &IndexMap<String, Stub>) -> Result<(), Error> {
        check_names(stubs, &self.facts, &self.previous)
    }
}

/// The settings before a run. If the workspace has no links, those of its tasks count.
pub(super) fn base(workspace: &Workspace, previous: &PreviousFlow) -> Settings {
    let kept = workspace.settings.clone().unwrap_or_default();
    match kept.links {
        Some(_) => kept,
        None => kept.or(previous.settings.clone()),
    }
}

/// The settings after a run, and the errors of names in the change.
pub(super) fn changed(
    base: Settings,
    change: &SettingsChange,
    workspace: &WorkspaceFacts,
    previous: &PreviousFlow,
) -> (Settings, Vec<WorkspaceError>) {
    let made = previous.settings.links.clone().unwrap_or_default();
    let mut links = base.links.clone().unwrap_or_default();
    let mut errors = Vec::new();
    let known: BTreeSet<String> = [&links, &made]
        .into_iter()
        .flatten()
        .flat_map(|(caller, targets)| targets.iter().chain([caller]))
        .cloned()
        .collect();
    // A link keeps the name of a member that has another one now; the folder may still have the old name.
    let name = |name: &String| match known.contains(name) {
        true => name.clone(),
        false => package_of(name, workspace).unwrap_or_else(|| name.clone()),
    };
    for Link { caller, target } in &change.unlinked {
        let (caller, target) = (name(caller), name(target));
        let was_made = made.get(&caller).is_some_and(|targets| targets.contains(&target));
        let targets = links.get_mut(&caller);
        if !targets.is_some_and(|targets| targets.shift_remove(&target)) && !was_made {
            errors.push(not_linked(caller, target, &links));
        }
    }
    for target in change.removed_targets.iter().map(name) {
        let was_made = made.values().any(|targets| targets.contains(&target));
        let removed = links.values_mut().filter_map(|targets| targets.shift_remove(&target).then_some(())).count();
        if removed == 0 && !was_made {
            errors.push(no_target(target, &links));
        }
    }
    for Link { caller, target } in added(change) {
        match (find(&target, workspace), find(&caller, workspace)) {
            (Ok(target), Ok(caller)) => {
                links.entry(caller.package.clone()).or_default().insert(target.package.clone());
            }
            (target, caller) => errors.extend(target.err().into_iter().chain(caller.err())),
        }
    }
    links.retain(|_, targets| !targets.is_empty());
    let mut seen = BTreeSet::new();
    errors.retain(|error: &WorkspaceError| seen.insert(error.to_string()));
    let links = (!links.is_empty()).then_some(links);
    let features = base.features.filter(|features| *features != Features::All || !change.unset_all_features);
    let settings = Settings { links: None, ..change.settings.clone() }.or(Settings { links, features, ..base });
    (settings, errors)
}

/// The pairs that are added.
fn added(change: &SettingsChange) -> Vec<Link> {
    let pair = |target: &String, caller: &String| Link { caller: caller.clone(), target: target.clone() };
    let pairs = change.targets.iter().flat_map(|target| change.callers.iter().map(move |caller| pair(target, caller)));
    pairs.chain(change.links.iter().cloned()).collect()
}

fn not_linked(caller: String, target: String, links: &Links) -> WorkspaceError {
    let targets = links.get(&caller).map(|targets| targets.iter().cloned().collect()).unwrap_or_default();
    WorkspaceError::NotLinked { caller, target, targets }
}

fn no_target(name: String, links: &Links) -> WorkspaceError {
    let targets: BTreeSet<&String> = links.values().flatten().collect();
    let targets: Vec<String> = targets.into_iter().cloned().collect();
    WorkspaceError::NoTarget { nearest: nearest(&name, &targets), name, targets }
}

/// The errors of links of packages that are no members.
pub(super) fn unknown_members(settings: &Settings, workspace: &Workspace) -> Vec<WorkspaceError> {
    let members: Vec<String> = workspace.facts.members.iter().map(|member| member.package.clone()).collect();
    let manifest = &workspace.manifest;
    let error = |name: &str, position: Option<Position>, removal: String| WorkspaceError::NoMember {
        name: name.to_string(),
        location: match position {
            Some(position) => Location::new(manifest.path().display().to_string(), position),
            None => workspace.makefile_path().into(),
        },
        nearest: nearest(name, &members),
        removal,
    };
    let mut seen = BTreeSet::new();
    let mut errors = Vec::new();
    for (caller, target) in settings.pairs() {
        if !members.contains(caller) && seen.insert(caller) {
            let position = position_of_link(manifest.content(), caller, None);
            let pairs = settings.pairs().filter(|(found, _)| *found == caller);
            let pairs: Vec<String> = pairs.map(|(caller, target)| format!("{caller}={target}")).collect();
            errors.push(error(caller, position, format!("--unlink {}", pairs.join(" "))));
        }
        if !members.contains(target) && seen.insert(target) {
            let position = position_of_link(manifest.content(), caller, Some(target));
            errors.push(error(target, position, format!("--remove-target {target}")));
        }
    }
    errors
}

impl WorkspaceFlow {
    pub(super) fn of(settings: &Settings) -> Self {
        let link = |(caller, target): (&String, &String)| Link { caller: caller.clone(), target: target.clone() };
        Self {
            links: settings.pairs().map(link).collect(),
            shape: settings.shape(),
            features: settings.features.clone().unwrap_or_default(),
            layout: match settings.builder.unwrap_or_default() {
                StubBuilder::Native => StubLayout::Package,
                StubBuilder::Cargo => StubLayout::Crate(wasm_rpc(settings.wasm_rpc.as_ref())),
            },
            import: settings.import.unwrap_or_default(),
        }
    }
}

fn wasm_rpc(source: Option<&WasmRpcOverride>) -> WasmRpc {
    match source {
        None => WasmRpc::Bindings,
        Some(WasmRpcOverride::Path(path)) => WasmRpc::Path(path.clone()),
        Some(WasmRpcOverride::Version(version)) => WasmRpc::Version(version.clone()),
    }
}
