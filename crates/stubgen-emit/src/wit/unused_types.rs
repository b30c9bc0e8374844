//! Removes unused types of copied packages that would break bindings.
//!
//! `wit-bindgen` generates only the types that functions use. But an unused alias, such as one of a `use`, counts as used if
//! it has the structure of a used type (`collect_equal_types` in `wit-bindgen-core`), and then refers to a type that was
//! not generated. So an unused alias of an unused type goes, and so do the unused types that contain it.

use std::collections::HashSet;

use indexmap::IndexSet;
use wasm_rpc_stubgen_model::reachable;
use wit_parser::{InterfaceId, Resolve, Type, TypeDefKind, TypeId};

/// Removes such types from the interfaces `copied`, which are used with the interface `stub`.
pub(super) fn remove(resolve: &mut Resolve, copied: &IndexSet<InterfaceId>, stub: InterfaceId) {
    let functions = copied.iter().chain([&stub]).flat_map(|id| resolve.interfaces[*id].functions.values());
    let used = functions.flat_map(|function| function.params.iter().map(|param| param.ty).chain(function.result));
    let used = reachable(resolve, used);
    let types = copied.iter().flat_map(|id| resolve.interfaces[*id].types.values().copied());
    let mut unused: Vec<_> = types.filter(|id| !used.contains(id)).collect();
    // The arena holds the types of members first.
    unused.sort_unstable();
    let mut removed = HashSet::new();
    for id in unused {
        let is_alias = !is_nominal(resolve, id);
        let breaks =
            |part: &TypeId| removed.contains(part) || is_alias && is_nominal(resolve, *part) && !used.contains(part);
        if reachable(resolve, [Type::Id(id)]).iter().any(breaks) {
            removed.insert(id);
        }
    }
    for id in copied {
        resolve.interfaces[*id].types.retain(|_, ty| !removed.contains(ty));
    }
}

/// Whether bindings define the type if a function uses it. They define all resources; all other types are aliases.
fn is_nominal(resolve: &Resolve, id: TypeId) -> bool {
    match resolve.types[id].kind {
        TypeDefKind::Record(_) | TypeDefKind::Variant(_) | TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => true,
        TypeDefKind::Resource
        | TypeDefKind::Type(_)
        | TypeDefKind::Handle(_)
        | TypeDefKind::List(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::Map(..)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_)
        | TypeDefKind::Unknown => false,
    }
}
