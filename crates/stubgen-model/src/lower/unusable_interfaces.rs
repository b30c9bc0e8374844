//! The interfaces that a stub cannot `use` types from.
//!
//! A used interface becomes a part of the stub's packages and component as a whole, with the interfaces that it uses
//! itself. That fails if the name of one of them is not unique in a component, or if it contains something
//! that a component or bindings cannot represent. The stub then defines the types that it needs.

use std::collections::{HashMap, HashSet};

use crate::bindings::is_bindable;
use crate::names::name_key;
use crate::support::Support;
use wit_parser::{InterfaceId, PackageName, Resolve, Type};

/// The interfaces of `resolve` that a stub with the package `stub` cannot use.
pub(super) fn unusable_interfaces(
    resolve: &Resolve,
    stub: &PackageName,
    support: &mut Support,
) -> HashSet<InterfaceId> {
    let own_key = package_key(stub);
    let mut names: HashMap<_, usize> = HashMap::new();
    resolve
        .interfaces
        .iter()
        .filter_map(|(id, _)| key(resolve, id))
        .for_each(|key| *names.entry(key).or_default() += 1);
    let has_name = |id: InterfaceId| {
        let package = resolve.interfaces[id].package.map(|package| &resolve.packages[package].name);
        package.is_none_or(|package| package_key(package) != own_key)
            && key(resolve, id).is_none_or(|key| names[&key] == 1)
    };
    let mut users: HashMap<InterfaceId, Vec<InterfaceId>> = HashMap::new();
    let mut queue = Vec::new();
    for (id, interface) in resolve.interfaces.iter() {
        for used in resolve.interface_direct_deps(id) {
            users.entry(used).or_default().push(id);
        }
        if !has_name(id) || !is_valid(resolve, id, support) || !is_bindable(resolve, interface) {
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

/// The key of a package: the same for packages that a component cannot tell apart.
fn package_key(name: &PackageName) -> (String, Option<&semver::Version>) {
    (name_key(&format!("{}:{}", name.namespace, name.name)), name.version.as_ref())
}

/// The key of an interface that has a name in a package.
fn key(resolve: &Resolve, id: InterfaceId) -> Option<((String, Option<&semver::Version>), String)> {
    let interface = &resolve.interfaces[id];
    let package = package_key(&resolve.packages[interface.package?].name);
    Some((package, name_key(interface.name.as_deref()?)))
}

/// Whether a component can contain each type of the interface.
fn is_valid(resolve: &Resolve, id: InterfaceId, support: &mut Support) -> bool {
    let mut types = resolve.interfaces[id].types.values();
    types.all(|id| !support.check(Type::Id(*id)).is_err_and(|obstacle| obstacle.is_absolute()))
}
