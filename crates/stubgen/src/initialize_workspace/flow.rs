//! The pairs of callers and targets in a flow, and its members, from the packages in the settings.

use std::fs;
use std::path::{Path, PathBuf};

use indexmap::{IndexMap, IndexSet};
use wasm_rpc_stubgen_edit::settings::StubImport;
use wasm_rpc_stubgen_edit::world_names;
use wasm_rpc_stubgen_model::{Diagnostic, Features, nearest, read_folder, read_source};
use wit_parser::PackageName;

use super::error::WorkspaceError;
use super::member::{BuildTool, ChangedWit, Member, Role, relative};
use super::options::{WorkspaceFlow, at};
use crate::add_stub_dependency::ManifestUpdate;
use crate::cargo::metadata::{MemberFacts, WorkspaceFacts};
use crate::previous_stub::{InheritedStyle, StubTarget, inherited_call_style};

/// Targets, callers and pairs, each in the order in which they were first named.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub(crate) targets: IndexMap<String, Member>,
    pub(crate) callers: IndexMap<String, Member>,
    /// Packages, the target first.
    pub(crate) links: IndexSet<(String, String)>,
}

impl Flow {
    /// Finds the members, or returns the errors of all of them. Links of packages that are no members are passed by.
    pub(crate) fn select(wanted: &WorkspaceFlow, workspace: &WorkspaceFacts) -> Result<Self, Vec<WorkspaceError>> {
        let mut flow = Self::default();
        let mut errors = Vec::new();
        for link in &wanted.links {
            if let (Ok(target), Ok(caller)) = (find(&link.target, workspace), find(&link.caller, workspace)) {
                errors.extend(flow.link(target, caller, workspace));
            }
        }
        for caller in flow.callers.values_mut().filter(|_| wanted.import == StubImport::Added) {
            match caller_world(caller, workspace, wanted) {
                Ok(world) => caller.world = world,
                Err(error) => errors.push(error),
            }
        }
        flow.order_targets();
        let mut seen = IndexSet::new();
        errors.retain(|error: &WorkspaceError| seen.insert(error.to_string()));
        if errors.is_empty() { Ok(flow) } else { Err(errors) }
    }

    fn link(&mut self, target: &MemberFacts, caller: &MemberFacts, workspace: &WorkspaceFacts) -> Vec<WorkspaceError> {
        let target = Member::of(target, workspace, Role::Target);
        let caller = Member::of(caller, workspace, Role::Caller);
        match (target, caller) {
            (Ok(target), Ok(caller)) => {
                self.links.insert((target.package.clone(), caller.package.clone()));
                self.targets.entry(target.package.clone()).or_insert(target);
                self.callers.entry(caller.package.clone()).or_insert(caller);
                Vec::new()
            }
            (target, caller) => target.err().into_iter().chain(caller.err()).collect(),
        }
    }

    /// Moves targets that are callers themselves behind their own targets, whose stubs their WIT uses. Targets that call each
    /// other stay in their order.
    fn order_targets(&mut self) {
        let mut waiting = std::mem::take(&mut self.targets);
        while !waiting.is_empty() {
            let calls_waiting = |package: &String| {
                let mut links = self.links.iter().filter(|(target, caller)| caller == package && target != package);
                links.any(|(target, _)| waiting.contains_key(target))
            };
            let next = waiting.keys().position(|package| !calls_waiting(package)).unwrap_or(0);
            self.targets.extend(waiting.shift_remove_index(next));
        }
    }

    /// The call style of the stub of `target` that exists: in its folder, else in the WIT of a caller, where it is part of the
    /// repository more often.
    pub(crate) fn inherited(&self, target: &Member, root: &Path, features: &Features) -> Option<InheritedStyle> {
        let source = at(root, &target.wit);
        let own = Some(target.stub_wit(root)).filter(|wit| wit.exists());
        let wit = own.or_else(|| {
            let package = read_source(&source).ok()?.main.name().clone();
            self.callers_of(target).find_map(|caller| stub_among_dependencies(&at(root, &caller.wit), &package))
        })?;
        let target = StubTarget { source: &source.into(), world: target.world.as_deref(), features };
        Some(inherited_call_style(&wit, &target))
    }

    /// Reads the WIT of these targets from copies.
    pub(crate) fn read_changed(&mut self, changed: &ChangedWit) {
        for (package, wit) in changed {
            if let Some(target) = self.targets.get_mut(package) {
                target.changed_wit = Some(wit.clone());
            }
        }
    }

    /// The callers of a target.
    pub(crate) fn callers_of(&self, target: &Member) -> impl Iterator<Item = &Member> {
        let packages = self.links.iter().filter(|(package, _)| *package == target.package);
        packages.map(|(_, caller)| &self.callers[caller])
    }

    /// The notes about crates of `cargo component` whose manifests the stubs are not added to.
    pub(super) fn notes(&self) -> impl Iterator<Item = Diagnostic> {
        let is_left =
            |caller: &&Member| caller.tool == BuildTool::CargoComponent && caller.manifest == ManifestUpdate::Leave;
        self.callers.values().filter(is_left).map(|caller| {
            let message =
                format!("the WIT of `{}` is not in its folder: its `Cargo.toml` is not updated", caller.package);
            let hint = "add the packages of its stubs to its `[package.metadata.component.target.dependencies]`";
            Diagnostic::note(message).hint(hint)
        })
    }

    /// The targets of a caller.
    pub(crate) fn targets_of(&self, caller: &Member) -> impl Iterator<Item = &Member> {
        let packages = self.links.iter().filter(|(_, package)| *package == caller.package);
        packages.map(|(target, _)| &self.targets[target])
    }
}

/// The folder of the stub of `target` in a caller's WIT.
fn stub_among_dependencies(caller: &Path, target: &PackageName) -> Option<PathBuf> {
    let folder = read_folder(caller).ok()?;
    let name = format!("{}-stub", target.name);
    let is_stub = |package: &PackageName| package.namespace == target.namespace && package.name == name;
    let stub = folder.dependencies.iter().find(|package| is_stub(package.name()))?;
    Some(caller.join(&stub.place))
}

/// The world of a caller that gets imports: that of its manifest, or of several the one with the member's name.
fn caller_world(
    caller: &Member,
    workspace: &WorkspaceFacts,
    wanted: &WorkspaceFlow,
) -> Result<Option<String>, WorkspaceError> {
    let worlds = world_names(&workspace.root.join(&caller.wit), &wanted.features);
    match &caller.world {
        None if worlds.len() > 1 => caller.named_world(worlds).map(Some),
        world => Ok(world.clone()),
    }
}

/// The member with this package name or folder.
pub(super) fn find<'a>(name: &str, workspace: &'a WorkspaceFacts) -> Result<&'a MemberFacts, WorkspaceError> {
    let members = &workspace.members;
    let folder = name.strip_prefix("./").unwrap_or(name).trim_end_matches('/');
    let is_folder = |member: &&MemberFacts| match relative(&member.folder, &workspace.root) {
        Some(relative) => relative == if folder == "." { "" } else { folder },
        None => false,
    };
    // Links, dots and absolute paths may also lead to a folder.
    let leads_to_folder = |member: &&MemberFacts| {
        let named = fs::canonicalize(workspace.root.join(name));
        named.is_ok_and(|named| fs::canonicalize(&member.folder).is_ok_and(|folder| folder == named))
    };
    let by_name = members.iter().find(|member| member.package == name);
    let by_folder = || members.iter().find(is_folder).or_else(|| members.iter().find(leads_to_folder));
    by_name.or_else(by_folder).ok_or_else(|| {
        let members: Vec<String> = members.iter().map(|member| member.package.clone()).collect();
        WorkspaceError::UnknownMember { name: name.to_string(), nearest: nearest(name, &members), members }
    })
}

/// The package of the member with this package name or folder.
pub(super) fn package_of(name: &str, workspace: &WorkspaceFacts) -> Option<String> {
    find(name, workspace).ok().map(|member| member.package.clone())
}
