//! Names of the target that differ in the stub, to a note.

use indexmap::IndexMap;

use crate::{Diagnostic, Item};

/// A name that differs.
#[derive(Debug, Clone)]
pub(super) struct Renaming {
    /// The interface or world of the item.
    pub(super) owner: String,
    /// The item in its owner.
    pub(super) item: String,
    /// Its name in the stub.
    pub(super) name: String,
    /// What has the name.
    pub(super) kind: RenamedKind,
}

/// What has another name in the stub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RenamedKind {
    /// An item of the target.
    Item,
    /// A part of an item that belongs to a resource of the stub.
    Member,
    /// A resource that the stub adds. Its name follows those of the items.
    Future,
}

/// The note about `renamings`, by their owners.
pub(super) fn note(renamings: Vec<Renaming>) -> Option<Diagnostic> {
    let mut by_owner: IndexMap<String, Vec<Renaming>> = IndexMap::new();
    for renaming in renamings {
        by_owner.entry(renaming.owner.clone()).or_default().push(renaming);
    }
    for renamings in by_owner.values_mut() {
        if renamings.iter().any(|renaming| renaming.kind != RenamedKind::Future) {
            renamings.retain(|renaming| renaming.kind != RenamedKind::Future);
        }
    }
    let renamed: Vec<&Renaming> = by_owner.values().flatten().collect();
    let owner = match by_owner.len() {
        1 => by_owner.keys().next(),
        _ => None,
    };
    match renamed.as_slice() {
        [] => None,
        [renaming] => Some(Diagnostic::note(format!("{} in the stub to avoid a collision", renaming.in_full()))),
        renamed => {
            let of = owner.map(|owner| format!(" of `{owner}`")).unwrap_or_default();
            let message = format!("{} names{of} are changed in the stub to avoid collisions", renamed.len());
            let text = |renaming: &Renaming| match owner {
                Some(_) => format!("{} is renamed to `{}`", renaming.item, renaming.name),
                None => renaming.in_full(),
            };
            let items = renamed.iter().map(|renaming| Item { text: text(renaming), location: None });
            Some(Diagnostic::note(message).about(items))
        }
    }
}

impl Renaming {
    fn in_full(&self) -> String {
        let of = match self.kind {
            RenamedKind::Member => String::new(),
            RenamedKind::Item | RenamedKind::Future => format!(" of `{}`", self.owner),
        };
        format!("{}{of} is renamed to `{}`", self.item, self.name)
    }
}
