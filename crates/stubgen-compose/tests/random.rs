//! Random callers: the worlds that `wit-smith` makes, each composed with a stub for an interface that it imports.

mod support;

use std::collections::BTreeMap;

use arbitrary::Unstructured;
use stubgen_compose::{Problem, Unresolved};
use support::{Numbers, component_of_world, root, try_compose, validator};
use wit_parser::{InterfaceId, Resolve, WorldId, WorldItem, WorldKey};

const ROUNDS: u64 = 400;

#[test]
fn worlds_of_wit_smith() {
    let mut outcomes: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..ROUNDS {
        let Some(resolve) = packages(seed) else {
            continue;
        };
        *outcomes.entry("packages").or_default() += 1;
        for (world, _) in resolve.worlds.iter() {
            *outcomes.entry("worlds").or_default() += 1;
            for interface in imported(&resolve, world) {
                if let Some(outcome) = composed(&resolve, world, interface, seed) {
                    *outcomes.entry(outcome).or_default() += 1;
                }
            }
        }
    }
    assert!(outcomes.get("composed").is_some_and(|count| *count > 100), "{outcomes:?}");
}

fn packages(seed: u64) -> Option<Resolve> {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ (seed + 1));
    let bytes: Vec<_> = (0..16_384).map(|_| (numbers.next() >> 32) as u8).collect();
    let config = wit_smith::Config {
        max_packages: 3,
        max_files_per_package: 2,
        max_pkg_items: 4,
        max_world_items: 8,
        max_interface_items: 6,
        max_resource_items: 3,
        max_type_size: 40,
        max_type_parts: 4,
        async_: true,
        futures: true,
        streams: true,
        error_context: true,
        fixed_length_lists: true,
        world_include: true,
        implements: true,
    };
    let package = wit_smith::smith(&config, &mut Unstructured::new(&bytes)).ok()?;
    let decoded = wit_component::decode(&package).expect("a package");
    Some(decoded.resolve().clone())
}

/// The interfaces that a world imports for their functions.
fn imported(resolve: &Resolve, world: WorldId) -> Vec<InterfaceId> {
    let imports = resolve.worlds[world].imports.iter();
    let interfaces = imports.filter_map(|(key, item)| match (key, item) {
        (WorldKey::Interface(id), WorldItem::Interface { .. }) => Some(*id),
        _ => None,
    });
    interfaces.filter(|id| !resolve.interfaces[*id].functions.is_empty()).collect()
}

/// What becomes of a caller and a stub; `None` if one of them cannot be made.
fn composed(resolve: &Resolve, world: WorldId, interface: InterfaceId, seed: u64) -> Option<&'static str> {
    let caller = component_of_world(resolve, world)?;
    let mut with_stub = resolve.clone();
    let name = resolve.id_of(interface)?;
    let text = format!("package test:plug; world plug {{ export {name}; }}");
    let package = with_stub.push_str("plug.wit", &text).ok()?;
    let stub_world = with_stub.select_world(&[package], None).ok()?;
    let stub = component_of_world(&with_stub, stub_world)?;
    match try_compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)], Unresolved::Allow) {
        Ok(composed) => {
            validator().validate_all(&composed.bytes).unwrap_or_else(|error| panic!("seed {seed}, {name}: {error}"));
            assert_eq!(root(&composed.bytes).exports, root(&caller).exports, "seed {seed}, {name}");
            Some(if composed.report.plugs.is_empty() { "not plugged" } else { "composed" })
        }
        Err(error) => {
            // A resource of the stub that the caller gives away has no name outside of the composed component.
            let leaks = |problem: &Problem| {
                matches!(problem, Problem::ExportedResource { .. } | Problem::HiddenResource { .. })
            };
            assert!(error.problems.iter().all(leaks), "seed {seed}, {name}: {error}");
            Some("leaks a resource")
        }
    }
}
