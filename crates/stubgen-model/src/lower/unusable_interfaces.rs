//! The interfaces that a stub cannot `use` types from.
//!
//! A used interface becomes a part of the stub's packages and component as a whole, with the interfaces that it uses
//! itself. That fails if one of them belongs to a package with the name of the stub's, or contains something that a
//! component or bindings cannot represent. The stub then defines the types that it needs.

use std::collections::{HashMap, HashSet};

use crate::bindings::is_bindable;
use crate::support::Support;
use wit_parser::{InterfaceId, PackageName, Resolve, Type};

/// The interfaces of `resolve` that a stub with the package `stub` cannot use.
pub(super) fn unusable_interfaces(
    resolve: &Resolve,
    stub: &PackageName,
    support: &mut Support,
) -> HashSet<InterfaceId> {
    let mut users: HashMap<InterfaceId, Vec<InterfaceId>> = HashMap::new();
    let mut queue = Vec::new();
    for (id, interface) in resolve.interfaces.iter() {
        for used in resolve.interface_direct_deps(id) {
            users.entry(used).or_default().push(id);
        }
        let own = interface.package.is_some_and(|package| resolve.packages[package].name == *stub);
        if own || !is_valid(resolve, id, support) || !is_bindable(resolve, interface) {
            queue.push(id);
        }
    }
    let mut unusable = HashSet::new();
    while let Some(id) = queue.pop() {
        if unusable.insert(id) {
            queue.extend(users.remove(&id).unwrap_or_default());
        }
    }
    unusable
}

/// Whether a component can contain the interface: each of its types, and its names together.
fn is_valid(resolve: &Resolve, id: InterfaceId, support: &mut Support) -> bool {
    let interface = &resolve.interfaces[id];
    let types_fit =
        interface.types.values().all(|id| !support.check(Type::Id(*id)).is_err_and(|obstacle| obstacle.is_absolute()));
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
