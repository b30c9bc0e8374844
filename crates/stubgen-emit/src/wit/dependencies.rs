//! The packages that a stub's WIT uses, reduced to the interfaces that it uses, directly and indirectly.

use std::collections::HashMap;

use super::unused_types;
use indexmap::{IndexMap, IndexSet};
use wasm_rpc_stubgen_model::{
    Call, FolderName, StubModel, TypePlacement, dependency_path, needed_interfaces, rpc_interface,
};
use wit_parser::{InterfaceId, PackageId, PackageName, Resolve, Stability};

/// The types of `golem:rpc/types` that every stub uses, directly and indirectly.
const TYPES: &[&str] = &["node-index", "wit-value", "wit-node", "uri", "rpc-error", "wasm-rpc"];

/// The functions of `golem:rpc/types` that every stub uses.
const FUNCTIONS: &[&str] = &["[constructor]wasm-rpc", "[method]wasm-rpc.invoke-and-await"];

/// The function that stubs use for calls that do not wait.
const SEND: &str = "[method]wasm-rpc.invoke";

/// The types and functions that stubs with futures use.
const FUTURE_TYPES: &[&str] = &["future-invoke-result", "pollable"];
const FUTURE_FUNCTIONS: &[&str] = &[
    "[method]wasm-rpc.async-invoke-and-await",
    "[method]future-invoke-result.subscribe",
    "[method]future-invoke-result.get",
];

/// Removes the unused parts of the dependencies of the interface `stub` from `resolve`. Returns them with their paths.
pub(super) fn prune(resolve: &mut Resolve, model: &StubModel, stub: InterfaceId) -> Vec<(String, PackageId)> {
    let rpc = rpc_interface(resolve);
    let futures = !model.futures.is_empty();
    let sends = model.functions().any(|function| function.call == Call::Send);
    let interface = &mut resolve.interfaces[rpc];
    let wanted = |name: &str, always: &[&str], with_futures: &[&str]| {
        always.contains(&name) || (futures && with_futures.contains(&name)) || (sends && name == SEND)
    };
    interface.types.retain(|name, _| wanted(name, TYPES, FUTURE_TYPES));
    interface.functions.retain(|name, _| wanted(name, FUNCTIONS, FUTURE_FUNCTIONS));
    let used = model.types.values().filter_map(|ty| match ty.placement {
        TypePlacement::Used(interface) => Some(interface),
        TypePlacement::Defined => None,
    });
    let needed = needed_interfaces(resolve, std::iter::once(rpc).chain(used));
    // The gates of these items are open. Without them, users need no feature flags for their other tools. These may not
    // know getters, setters and external ids, which a stub does not use.
    for id in &needed {
        let interface = &mut resolve.interfaces[*id];
        interface.stability = Stability::Unknown;
        interface.functions.retain(|_, function| function.kind.accessor().is_none());
        for function in interface.functions.values_mut() {
            (function.stability, function.external_id) = (Stability::Unknown, None);
        }
        let types: Vec<_> = interface.types.values().copied().collect();
        for id in types {
            let definition = &mut resolve.types[id];
            (definition.stability, definition.external_id) = (Stability::Unknown, None);
        }
    }
    unused_types::remove(resolve, &needed, stub);
    let mut packages: IndexMap<PackageId, IndexSet<InterfaceId>> = IndexMap::new();
    for id in needed {
        let package = resolve.interfaces[id].package.expect("a used interface belongs to a package");
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

/// The paths of the packages: `deps/ns_name/name.wit`, with the version if there are several versions of a package.
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
