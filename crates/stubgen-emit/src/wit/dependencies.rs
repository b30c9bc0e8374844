//! The packages that a stub's WIT needs, and of each only the interfaces that are needed, transitively.

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};
use stubgen_model::{Call, FolderName, StubModel, TypePlacement, dependency_path, rpc_interface};
use wit_parser::{InterfaceId, PackageId, PackageName, Resolve, Stability, TypeOwner};

/// The types of `golem:rpc/types` that every stub uses, and what these are made of.
const TYPES: &[&str] = &["node-index", "wit-value", "wit-node", "uri", "rpc-error", "wasm-rpc"];

/// The functions of `golem:rpc/types` that every stub uses.
const FUNCTIONS: &[&str] = &["[constructor]wasm-rpc", "[method]wasm-rpc.invoke-and-await"];

/// What stubs use that do not wait for functions without a result.
const SEND: &str = "[method]wasm-rpc.invoke";

/// What stubs with futures use.
const FUTURE_TYPES: &[&str] = &["future-invoke-result", "pollable"];
const FUTURE_FUNCTIONS: &[&str] = &[
    "[method]wasm-rpc.async-invoke-and-await",
    "[method]future-invoke-result.subscribe",
    "[method]future-invoke-result.get",
];

/// Removes from `resolve` what the stub doesn't need of its dependencies, and gives these with their paths.
pub(super) fn prune(resolve: &mut Resolve, model: &StubModel) -> Vec<(String, PackageId)> {
    let rpc = rpc_interface(resolve);
    let futures = !model.futures.is_empty();
    let sends = model.functions().any(|function| function.call == Call::Send);
    let interface = &mut resolve.interfaces[rpc];
    let wanted = |name: &str, always: &[&str], with_futures: &[&str]| {
        always.contains(&name) || (futures && with_futures.contains(&name)) || (sends && name == SEND)
    };
    interface.types.retain(|name, _| wanted(name, TYPES, FUTURE_TYPES));
    interface.functions.retain(|name, _| wanted(name, FUNCTIONS, FUTURE_FUNCTIONS));
    let needed = needed_interfaces(resolve, model, rpc);
    // What a gate has let pass is there: the user's other tools must not ask again.
    for id in &needed {
        let interface = &mut resolve.interfaces[*id];
        interface.stability = Stability::Unknown;
        interface.functions.values_mut().for_each(|function| function.stability = Stability::Unknown);
        let types: Vec<_> = interface.types.values().copied().collect();
        types.into_iter().for_each(|id| resolve.types[id].stability = Stability::Unknown);
    }
    let mut packages: IndexMap<PackageId, IndexSet<InterfaceId>> = IndexMap::new();
    for id in needed {
        let package = resolve.interfaces[id].package.expect("what another package uses belongs to a package");
        packages.entry(package).or_default().insert(id);
    }
    for (id, needed) in &packages {
        let package = &mut resolve.packages[*id];
        package.worlds.clear();
        package.interfaces.retain(|_, interface| needed.contains(interface));
    }
    let names: Vec<_> = packages.keys().map(|id| resolve.packages[*id].name.clone()).collect();
    paths(&names).into_iter().zip(packages.into_keys()).collect()
}

/// The interfaces that the stub's types come from, and those that these use.
fn needed_interfaces(resolve: &Resolve, model: &StubModel, rpc: InterfaceId) -> IndexSet<InterfaceId> {
    let used = model.types.iter().filter(|(_, ty)| ty.placement == TypePlacement::Used);
    let owners = used.map(|(id, _)| match resolve.types[*id].owner {
        TypeOwner::Interface(owner) => owner,
        TypeOwner::World(_) | TypeOwner::None => unreachable!("what is used belongs to an interface"),
    });
    stubgen_model::needed_interfaces(resolve, std::iter::once(rpc).chain(owners))
}

/// Where the packages lie: `deps/ns_name/name.wit`, with the version where there are several of one package.
fn paths(names: &[PackageName]) -> Vec<String> {
    let mut versions: HashMap<String, usize> = HashMap::new();
    for name in names {
        *versions.entry(dependency_path(name, FolderName::Plain)).or_default() += 1;
    }
    let path = |name: &PackageName| match versions[&dependency_path(name, FolderName::Plain)] {
        1 => dependency_path(name, FolderName::Plain),
        _ => dependency_path(name, FolderName::Versioned),
    };
    names.iter().map(path).collect()
}
