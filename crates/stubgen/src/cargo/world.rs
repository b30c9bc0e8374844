//! The world of a component against that of the stub's WIT.
//!
//! Exports are the same: the stub's interface, with the same functions and types and no others. Imports are what every
//! host of a stub has: `golem:rpc`, `wasi` and interfaces that hold nothing but types.

use indexmap::IndexMap;
use stubgen_emit::StubWit;
use wit_component::DecodedWasm;
use wit_parser::{Function, Interface, InterfaceId, Resolve, Type, TypeDefKind, TypeId, WorldId, WorldItem};

use super::structure::Structures;
use super::{CargoError, Difference};

/// Checks that `component` has the world of `stub`.
pub(super) fn check(component: &[u8], stub: &StubWit) -> Result<(), CargoError> {
    let no_component = |message| CargoError::NoComponent { message };
    let (resolve, world) = match wit_component::decode(component) {
        Ok(DecodedWasm::Component(resolve, world)) => (resolve, world),
        Ok(DecodedWasm::WitPackage(..)) => return Err(no_component("it is a WIT package".to_string())),
        Err(error) => return Err(no_component(format!("{error:#}"))),
    };
    let mut differences = imports(&resolve, world);
    differences.extend(exports(&resolve, world, stub));
    if differences.is_empty() { Ok(()) } else { Err(CargoError::World { differences }) }
}

/// The imports that not every host of a stub has.
fn imports(resolve: &Resolve, world: WorldId) -> Vec<Difference> {
    let strange = resolve.worlds[world].imports.iter().filter(|(_, item)| match item {
        WorldItem::Interface { id, .. } => {
            !is_of_the_host(resolve, *id) && !is_types_alone(resolve, &resolve.interfaces[*id])
        }
        WorldItem::Function(_) => true,
        WorldItem::Type { id, .. } => is_resource(resolve, *id),
    });
    strange.map(|(key, _)| Difference::Import(resolve.name_world_key(key))).collect()
}

fn is_of_the_host(resolve: &Resolve, interface: InterfaceId) -> bool {
    let package = resolve.interfaces[interface].package.map(|id| &resolve.packages[id].name);
    package.is_some_and(|package| package.namespace == "wasi" || package.namespace == "golem" && package.name == "rpc")
}

fn is_types_alone(resolve: &Resolve, interface: &Interface) -> bool {
    interface.functions.is_empty() && interface.types.values().all(|id| !is_resource(resolve, *id))
}

fn is_resource(resolve: &Resolve, id: TypeId) -> bool {
    matches!(resolve.types[id].kind, TypeDefKind::Resource)
}

/// What is different about the exports.
fn exports(resolve: &Resolve, world: WorldId, stub: &StubWit) -> Vec<Difference> {
    let expected = stub.resolve.id_of(stub.interface).expect("the stub's interface has a name");
    let mut differences = Vec::new();
    let mut found = None;
    for (key, item) in &resolve.worlds[world].exports {
        match (resolve.name_world_key(key), item) {
            (name, WorldItem::Interface { id, .. }) if name == expected => found = Some(*id),
            (name, _) => differences.push(Difference::Export(name)),
        }
    }
    match found {
        Some(found) => differences.extend(items(resolve, found, stub)),
        None => differences.push(Difference::MissingExport(expected)),
    }
    differences
}

/// What is different about the functions and the types of the interface `found`.
fn items(resolve: &Resolve, found: InterfaceId, stub: &StubWit) -> Vec<Difference> {
    let (found, expected) = (&resolve.interfaces[found], &stub.resolve.interfaces[stub.interface]);
    let mut structures = Structures::new(resolve, &stub.resolve);
    let is_same = |found: &TypeId, expected: &TypeId| structures.types(&Type::Id(*found), &Type::Id(*expected));
    let mut differences = entries(&found.types, &expected.types, is_same);
    let is_same = |found: &Function, expected: &Function| structures.functions(found, expected);
    differences.extend(entries(&found.functions, &expected.functions, is_same));
    differences
}

/// What is different about the entries of two maps.
fn entries<T>(
    found: &IndexMap<String, T>,
    expected: &IndexMap<String, T>,
    mut is_same: impl FnMut(&T, &T) -> bool,
) -> Vec<Difference> {
    let more = found.keys().filter(|name| !expected.contains_key(*name));
    let mut differences: Vec<Difference> = more.cloned().map(Difference::Item).collect();
    for (name, expected) in expected {
        match found.get(name) {
            None => differences.push(Difference::MissingItem(name.clone())),
            Some(found) if !is_same(found, expected) => differences.push(Difference::Changed(name.clone())),
            Some(_) => {}
        }
    }
    differences
}
