//! Names of the target that differ in the stub, to notes: one for each interface.

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

/// The notes about `renamings`, in the order of their owners.
pub(super) fn notes(renamings: Vec<Renaming>) -> Vec<Diagnostic> {
    let mut by_owner: IndexMap<String, Vec<Renaming>> = IndexMap::new();
    for renaming in renamings {
        by_owner.entry(renaming.owner.clone()).or_default().push(renaming);
    }
    let note = |(owner, mut renamings): (String, Vec<Renaming>)| {
        if renamings.iter().any(|renaming| renaming.kind != RenamedKind::Future) {
            renamings.retain(|renaming| renaming.kind != RenamedKind::Future);
        }
        match renamings.as_slice() {
            [Renaming { item, name, kind, .. }] => {
                let of = if *kind == RenamedKind::Member { String::new() } else { format!(" of `{owner}`") };
                Diagnostic::note(format!("{item}{of} is renamed to `{name}` in the stub to avoid a collision"))
            }
            renamings => {
                let message =
                    format!("{} names of `{owner}` are changed in the stub to avoid collisions", renamings.len());
                let item = |Renaming { item, name, .. }: &Renaming| format!("{item} is renamed to `{name}`");
                let items = renamings.iter().map(|renaming| Item { text: item(renaming), location: None });
                Diagnostic::note(message).about(items)
            }
        }
    };
    by_owner.into_iter().map(note).collect()
}
