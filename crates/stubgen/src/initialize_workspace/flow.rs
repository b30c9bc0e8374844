//! The names that the user gives to the members of a flow: who is called by whom.
//!
//! `--targets a b --callers c` are all pairs of them, `--link c=a` is one; both together are all of these.

use std::fs;

use indexmap::{IndexMap, IndexSet};
use stubgen_model::nearest;

use super::member::{Member, Role, relative};
use super::{WorkspaceError, WorkspaceFlow};
use crate::cargo::metadata::{MemberFacts, WorkspaceFacts};

/// Who takes part, each in the order in which it was named first.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) targets: IndexMap<String, Member>,
    pub(super) callers: IndexMap<String, Member>,
    /// Packages, the target first.
    pub(super) links: IndexSet<(String, String)>,
}

impl Flow {
    /// The members behind the names, or everything that is wrong with these.
    pub(super) fn select(wanted: &WorkspaceFlow, workspace: &WorkspaceFacts) -> Result<Self, Vec<WorkspaceError>> {
        let mut flow = Self::default();
        let mut errors = Vec::new();
        for target in &wanted.targets {
            for caller in &wanted.callers {
                flow.link(target, caller, workspace, &mut errors);
            }
        }
        for link in &wanted.links {
            flow.link(&link.target, &link.caller, workspace, &mut errors);
        }
        let mut seen = IndexSet::new();
        errors.retain(|error: &WorkspaceError| seen.insert(error.to_string()));
        if errors.is_empty() { Ok(flow) } else { Err(errors) }
    }

    fn link(&mut self, target: &str, caller: &str, workspace: &WorkspaceFacts, errors: &mut Vec<WorkspaceError>) {
        let target = find(target, workspace).and_then(|facts| Member::of(facts, workspace, Role::Target));
        let caller = find(caller, workspace).and_then(|facts| Member::of(facts, workspace, Role::Caller));
        match (target, caller) {
            (Ok(target), Ok(caller)) => {
                self.links.insert((target.package.clone(), caller.package.clone()));
                self.targets.entry(target.package.clone()).or_insert(target);
                self.callers.entry(caller.package.clone()).or_insert(caller);
            }
            (target, caller) => errors.extend(target.err().into_iter().chain(caller.err())),
        }
    }

    /// The callers of a target.
    pub(super) fn callers_of(&self, target: &Member) -> impl Iterator<Item = &Member> {
        let packages = self.links.iter().filter(|(package, _)| *package == target.package);
        packages.map(|(_, caller)| &self.callers[caller])
    }

    /// The targets of a caller.
    pub(super) fn targets_of(&self, caller: &Member) -> impl Iterator<Item = &Member> {
        let packages = self.links.iter().filter(|(_, package)| *package == caller.package);
        packages.map(|(target, _)| &self.targets[target])
    }
}

/// The member that is called `name`, or whose folder that is.
fn find<'a>(name: &str, workspace: &'a WorkspaceFacts) -> Result<&'a MemberFacts, WorkspaceError> {
    let members = &workspace.members;
    let folder = name.strip_prefix("./").unwrap_or(name).trim_end_matches('/');
    let is_folder = |member: &&MemberFacts| match relative(&member.folder, &workspace.root) {
        Some(relative) => relative == if folder == "." { "" } else { folder },
        None => false,
    };
    // Links, dots and absolute paths may lead to a folder as well.
    let means_folder = |member: &&MemberFacts| {
        let meant = fs::canonicalize(workspace.root.join(name));
        meant.is_ok_and(|meant| fs::canonicalize(&member.folder).is_ok_and(|folder| folder == meant))
    };
    let by_name = members.iter().find(|member| member.package == name);
    let by_folder = || members.iter().find(is_folder).or_else(|| members.iter().find(means_folder));
    by_name.or_else(by_folder).ok_or_else(|| {
        let members: Vec<String> = members.iter().map(|member| member.package.clone()).collect();
        WorkspaceError::UnknownMember { name: name.to_string(), nearest: nearest(name, &members), members }
    })
}
