//! The packages that a stub's WIT needs, and of each only the interfaces that are needed, transitively.

use std::collections::{HashMap, VecDeque};

use indexmap::{IndexMap, IndexSet};
use stubgen_model::{IO_PACKAGE, RPC_PACKAGE, StubModel, TypePlacement, rpc_interface};
use wit_parser::{InterfaceId, PackageId, PackageName, Resolve, Stability, TypeOwner};

/// The types of `golem:rpc/types` that a stub that waits for its results uses, and what these are made of.
const SYNC_TYPES: &[&str] = &["node-index", "wit-value", "wit-node", "uri", "rpc-error", "wasm-rpc"];

/// The functions of `golem:rpc/types` that such a stub uses.
const SYNC_FUNCTIONS: &[&str] = &["[constructor]wasm-rpc", "[method]wasm-rpc.invoke-and-await"];

/// Removes from `resolve` what the stub doesn't need of its dependencies, and gives these with their paths.
pub(super) fn prune(resolve: &mut Resolve, model: &StubModel) -> Vec<(String, PackageId)> {
    let rpc = rpc_interface(resolve);
    let interface = &mut resolve.interfaces[rpc];
    interface.types.retain(|name, _| SYNC_TYPES.contains(&name.as_str()));
    interface.functions.retain(|name, _| SYNC_FUNCTIONS.contains(&name.as_str()));
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
    let mut needed: IndexSet<_> = std::iter::once(rpc).chain(owners).collect();
    let mut queue: VecDeque<_> = needed.iter().copied().collect();
    while let Some(id) = queue.pop_front() {
        for next in resolve.interface_direct_deps(id) {
            if needed.insert(next) {
                queue.push_back(next);
            }
        }
    }
    needed
}

/// Where the packages lie: `deps/ns_name/name.wit`, with the version where there are several of one package.
fn paths(names: &[PackageName]) -> Vec<String> {
    let folder = |name: &PackageName| format!("{}_{}", name.namespace.replace(':', "_"), name.name);
    let mut versions: HashMap<String, usize> = HashMap::new();
    for name in names {
        *versions.entry(folder(name)).or_default() += 1;
    }
    let path = |name: &PackageName| match (name.to_string().as_str(), versions[&folder(name)], &name.version) {
        (RPC_PACKAGE, _, _) => "deps/wasm-rpc/wasm-rpc.wit".to_string(),
        (IO_PACKAGE, _, _) => "deps/io/poll.wit".to_string(),
        (_, 2.., Some(version)) => format!("deps/{}@{version}/{}.wit", folder(name), name.name),
        _ => format!("deps/{}/{}.wit", folder(name), name.name),
    };
    names.iter().map(path).collect()
}
