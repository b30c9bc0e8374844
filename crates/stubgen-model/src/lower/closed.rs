//! The interfaces that a stub must not take types from, because they could not be part of its package or its component.
//!
//! An interface that a type is taken from comes along as a whole, and so do those that it uses itself. That is not
//! possible where one of them belongs to a package of the stub's own name, or holds what no component or no bindings
//! can have: the stub then defines the types that it needs.

use std::collections::{HashMap, HashSet};

use crate::bindings::is_bindable;
use crate::support::Support;
use wit_parser::{InterfaceId, PackageName, Resolve, Type};

/// The closed interfaces of `resolve` for a stub whose package is `stub`.
pub(super) fn closed(resolve: &Resolve, stub: &PackageName, support: &mut Support) -> HashSet<InterfaceId> {
    let mut users: HashMap<InterfaceId, Vec<InterfaceId>> = HashMap::new();
    let mut waiting = Vec::new();
    for (id, interface) in resolve.interfaces.iter() {
        for used in resolve.interface_direct_deps(id) {
            users.entry(used).or_default().push(id);
        }
        let own = interface.package.is_some_and(|package| resolve.packages[package].name == *stub);
        if own || !is_possible(resolve, id, support) || !is_bindable(resolve, interface) {
            waiting.push(id);
        }
    }
    let mut closed = HashSet::new();
    while let Some(id) = waiting.pop() {
        if closed.insert(id) {
            waiting.extend(users.remove(&id).unwrap_or_default());
        }
    }
    closed
}

/// Whether a component can have the interface: its types one by one, and its names together.
fn is_possible(resolve: &Resolve, id: InterfaceId, support: &mut Support) -> bool {
    let interface = &resolve.interfaces[id];
    let types_fit =
        interface.types.values().all(|id| !support.check(Type::Id(*id)).is_err_and(|found| found.is_absolute()));
    let mut names = HashSet::new();
    let types_differ = interface.types.keys().all(|name| names.insert(name.to_lowercase()));
    let functions_differ = interface.functions.keys().all(|name| {
        let is_constructor = name.starts_with("[constructor]");
        let bare = name.split_once(']').map_or(name.as_str(), |(_, bare)| bare).to_lowercase();
        let repeats = bare.split_once('.').is_some_and(|(resource, member)| resource == member);
        is_constructor || (!repeats && names.insert(bare))
    });
    types_fit && types_differ && functions_differ
}
