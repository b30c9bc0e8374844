//! Checks a component's world against the stub's WIT.
//!
//! The component exports the stub's interface and nothing else. It imports what every host of a stub has: `golem:rpc`, `wasi`,
//! and interfaces that contain only types.

use std::collections::HashSet;

use wasm_rpc_stubgen_core::Stub;
use wasm_rpc_stubgen_model::{Compat, compare_interfaces};
use wit_component::DecodedWasm;
use wit_parser::{Interface, InterfaceId, PackageName, Resolve, TypeDefKind, TypeId, WorldId, WorldItem};

use super::error::{CargoError, Difference};

/// Checks that `component` has the world of `stub`.
pub(super) fn check(component: &[u8], stub: &Stub) -> Result<(), CargoError> {
    let not_a_component = |message| CargoError::NoComponent { message };
    let (mut resolve, world) = match wit_component::decode(component) {
        Ok(DecodedWasm::Component(resolve, world)) => (resolve, world),
        Ok(DecodedWasm::WitPackage(..)) => return Err(not_a_component("it is a WIT package".to_string())),
        Err(error) => return Err(not_a_component(format!("{error:#}"))),
    };
    unify_wasi_versions(&mut resolve, stub.resolve());
    let mut differences = unexpected_imports(&resolve, world);
    differences.extend(different_exports(&resolve, world, stub));
    if differences.is_empty() { Ok(()) } else { Err(CargoError::World { differences }) }
}

/// Gives packages of `wasi` the compatible versions that the stub uses. A standard library that is compiled in may use later
/// versions, and then the component has one import of the later version.
fn unify_wasi_versions(resolve: &mut Resolve, stub: &Resolve) {
    // Without the suffix, which tells compatible versions apart.
    let track =
        |name: &PackageName| name.version.as_ref().map(|version| PackageName::version_compat_track_string(version).0);
    for (_, package) in resolve.packages.iter_mut().filter(|(_, package)| package.name.namespace == "wasi") {
        let is_counterpart = |name: &&PackageName| {
            name.namespace == "wasi" && name.name == package.name.name && track(name) == track(&package.name)
        };
        if let Some(name) = stub.packages.iter().map(|(_, package)| &package.name).find(is_counterpart) {
            package.name.version.clone_from(&name.version);
        }
    }
}

/// Imports that hosts of a stub need not have.
fn unexpected_imports(resolve: &Resolve, world: WorldId) -> Vec<Difference> {
    let unexpected = resolve.worlds[world].imports.iter().filter(|(_, item)| match item {
        WorldItem::Interface { id, .. } => {
            !is_host_interface(resolve, *id) && !has_only_types(resolve, &resolve.interfaces[*id])
        }
        WorldItem::Function(_) => true,
        WorldItem::Type { id, .. } => is_resource(resolve, *id),
    });
    unexpected.map(|(key, _)| Difference::Import(resolve.name_world_key(key))).collect()
}

fn is_host_interface(resolve: &Resolve, interface: InterfaceId) -> bool {
    let package = resolve.interfaces[interface].package.map(|id| &resolve.packages[id].name);
    package.is_some_and(|package| package.namespace == "wasi" || package.namespace == "golem" && package.name == "rpc")
}

fn has_only_types(resolve: &Resolve, interface: &Interface) -> bool {
    interface.functions.is_empty() && interface.types.values().all(|id| !is_resource(resolve, *id))
}

fn is_resource(resolve: &Resolve, id: TypeId) -> bool {
    matches!(resolve.types[id].kind, TypeDefKind::Resource)
}

/// Differences between the exports and the stub's interface.
fn different_exports(resolve: &Resolve, world: WorldId, stub: &Stub) -> Vec<Difference> {
    let expected = stub.interface_name();
    let mut differences = Vec::new();
    let mut found = None;
    for (key, item) in &resolve.worlds[world].exports {
        match (resolve.name_world_key(key), item) {
            (name, WorldItem::Interface { id, .. }) if name == expected => found = Some(*id),
            (name, _) => differences.push(Difference::Export(name)),
        }
    }
    match found {
        Some(found) => differences.extend(different_items(resolve, found, stub)),
        None => differences.push(Difference::MissingExport(expected)),
    }
    differences
}

/// Differences between the interface `found` and the stub's.
fn different_items(resolve: &Resolve, found: InterfaceId, stub: &Stub) -> Vec<Difference> {
    let names = |interface: &Interface| -> HashSet<String> {
        interface.types.keys().chain(interface.functions.keys()).cloned().collect()
    };
    let (found_names, expected_names) =
        (names(&resolve.interfaces[found]), names(&stub.resolve().interfaces[stub.interface()]));
    let mut missing: Vec<_> = expected_names.difference(&found_names).cloned().collect();
    let mut additional: Vec<_> = found_names.difference(&expected_names).cloned().collect();
    missing.sort();
    additional.sort();
    let changed = match compare_interfaces(stub.resolve(), stub.interface(), resolve, found) {
        Compat::Conflict(name) => Some(Difference::Changed(name)),
        Compat::Superset | Compat::Incomplete => None,
    };
    let missing = missing.into_iter().map(Difference::MissingItem);
    missing.chain(additional.into_iter().map(Difference::Item)).chain(changed).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use wasm_rpc_stubgen_core::{CallStyle, StubOptions, Target, TargetOptions};

    use super::*;

    /// A standard library that is compiled in has a later version of `wasi:io`, which is then the only one.
    #[test]
    fn compatible_versions_of_wasi_are_one() {
        let resolved = |version: &str| {
            let mut resolve = Resolve::new();
            let text = format!("package wasi:io@{version}; interface poll {{ resource pollable; }}");
            resolve.push_source("io.wit", &text).expect("valid WIT");
            resolve
        };
        for (version, expected) in [("0.2.6", "wasi:io@0.2.0"), ("0.2.0", "wasi:io@0.2.0"), ("0.3.0", "wasi:io@0.3.0")]
        {
            let mut resolve = resolved(version);
            unify_wasi_versions(&mut resolve, &resolved("0.2.0"));
            let names: Vec<String> = resolve.packages.iter().map(|(_, package)| package.name.to_string()).collect();
            assert_eq!(names, [expected]);
        }
    }

    /// The native stubs of all cases have the world that their WIT says.
    #[test]
    fn native_stubs_pass() {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stub");
        let mut passed = 0;
        for case in fs::read_dir(cases).expect("the cases exist").flatten().map(|entry| entry.path()) {
            let mut options = TargetOptions::new();
            options.world = fs::read_to_string(case.join("world")).ok().map(|world| world.trim().to_string());
            let Ok(target) = Target::from_path(case.join("wit"), &options) else {
                continue;
            };
            let Ok(stub) = Stub::new(target, &StubOptions::new().call_style(CallStyle::Async)) else {
                continue;
            };
            let component = stub.component().expect("the stub is small");
            let result = check(&component, &stub);
            assert!(result.is_ok(), "{}: {}", case.display(), result.err().map(|e| e.to_string()).unwrap_or_default());
            passed += 1;
        }
        assert!(passed >= 40, "{passed} cases");
    }
}
