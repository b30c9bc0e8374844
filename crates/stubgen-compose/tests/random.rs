//! Random callers: the worlds that `wit-smith` makes, composed with stubs for what they import, and with stubs whose
//! worlds are random, too. Each result is compared with what `wac-graph` makes.

mod support;
mod wac;

use std::collections::BTreeMap;

use arbitrary::Unstructured;
use support::{Numbers, root, try_compose, validator};
use testkit::try_component;
use wac::Outcome;
use wasm_rpc_stubgen_compose::{Problem, Unresolved};
use wit_parser::{InterfaceId, Resolve, Stability, WorldId, WorldItem, WorldKey};

const ROUNDS: usize = 300;

#[test]
fn worlds_of_wit_smith() {
    let mut outcomes: BTreeMap<Result<Outcome, &str>, usize> = BTreeMap::new();
    for mut resolve in (testkit::seed()..).take(ROUNDS).filter_map(packages) {
        let worlds: Vec<_> = resolve.worlds.iter().map(|(id, _)| id).collect();
        let plug = resolve.push_str("plug.wit", "package test:plug; interface i { f: func(); }").expect("a package");
        let plug = resolve.packages[plug].interfaces["i"];
        for &caller in &worlds {
            for interface in imported(&resolve, caller) {
                *outcomes.entry(composed(&resolve, (caller, None), (caller, interface))).or_default() += 1;
            }
            for &stub in worlds.iter().take(3) {
                *outcomes.entry(composed(&resolve, (caller, Some(plug)), (stub, plug))).or_default() += 1;
            }
        }
    }
    assert!(outcomes[&Ok(Outcome::Same)] > 300, "{outcomes:?}");
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
        canonical_names: false,
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

/// How the comparison with wac ends, or why there is none: of a caller, which perhaps imports one more interface, and a stub, which exports one more.
fn composed(
    resolve: &Resolve,
    (caller, import): (WorldId, Option<InterfaceId>),
    (stub, export): (WorldId, InterfaceId),
) -> Result<Outcome, &'static str> {
    let interface = |id| {
        let (stability, docs, external_id, span) = (Stability::Unknown, Default::default(), None, Default::default());
        (WorldKey::Interface(id), WorldItem::Interface { id, stability, docs, external_id, span })
    };
    let mut with_caller = resolve.clone();
    with_caller.worlds[caller].imports.extend(import.map(interface));
    let mut with_stub = resolve.clone();
    with_stub.worlds[stub].exports.clear();
    with_stub.worlds[stub].exports.extend([interface(export)]);
    let (Some(caller), Some(stub)) = (try_component(&with_caller, caller), try_component(&with_stub, stub)) else {
        return Err("not made");
    };
    let name = || with_stub.id_of(export).unwrap_or_default();
    let given: [(&str, &[u8]); 2] = [("caller.wasm", &caller), ("stub.wasm", &stub)];
    match try_compose(&given, Unresolved::Allow) {
        Ok(composed) => {
            validator().validate_all(&composed.bytes).unwrap_or_else(|error| panic!("{}: {error}", name()));
            assert_eq!(root(&composed.bytes).exports, root(&caller).exports, "{}", name());
            Ok(wac::compare(&given, &composed).unwrap_or_else(|difference| panic!("{}: {difference}", name())))
        }
        Err(error) => {
            // An import that uses a resource of the stub is another one in the stub itself.
            let is_hidden = |problem: &Problem| matches!(problem, Problem::HiddenResource { .. });
            let has_hidden = error.problems.iter().any(is_hidden);
            let is_right = |problem: &Problem| match problem {
                // A resource of the stub that the caller gives away has no name outside of the composed component.
                Problem::ExportedResource { .. } | Problem::HiddenResource { .. } => true,
                // Two worlds give one name to different things.
                Problem::ImportConflict { interface, .. } => has_hidden || !interface.contains(':'),
                _ => false,
            };
            assert!(error.problems.iter().all(is_right), "{}: {error}", name());
            Err("refused")
        }
    }
}
