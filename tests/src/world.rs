//! What a component exports and calls, read from its bytes.

use std::collections::BTreeSet;

use wit_component::{DecodedWasm, WitPrinter};
use wit_parser::{InterfaceId, Resolve, WorldItem};

/// A component's world.
#[derive(Debug)]
pub struct World {
    /// The packages of what it exports, and of what that uses, as WIT.
    pub exported: String,
    /// The interfaces that it imports functions of.
    pub called: Vec<String>,
}

impl World {
    /// The world of a component.
    ///
    /// # Panics
    ///
    /// When the bytes are none.
    pub fn of(component: &[u8]) -> Self {
        let decoded = wit_component::decode(component).expect("a stub is a component");
        let DecodedWasm::Component(resolve, world) = decoded else { panic!("a stub is no WIT package") };
        let interfaces = |items: &mut dyn Iterator<Item = &WorldItem>| -> Vec<InterfaceId> {
            items
                .map(|item| match item {
                    WorldItem::Interface { id, .. } => *id,
                    other => panic!("a stub's world is made of interfaces, not of {other:?}"),
                })
                .collect()
        };
        let world = &resolve.worlds[world];
        let imported = interfaces(&mut world.imports.values());
        let called = imported.into_iter().filter(|id| !resolve.interfaces[*id].functions.is_empty());
        let called = called.map(|id| resolve.id_of(id).expect("an imported interface has a name")).collect();
        let exported = exported(&resolve, interfaces(&mut world.exports.values()));
        Self { exported, called }
    }
}

/// The packages of the interfaces and of those that they use, but for `golem:rpc` and `wasi:io`, of which each component
/// has what it calls. Which 0.2 of `wasi:io` that is, is decided by what else the component imports.
fn exported(resolve: &Resolve, interfaces: Vec<InterfaceId>) -> String {
    let mut packages = BTreeSet::new();
    let mut waiting = interfaces;
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let package = resolve.interfaces[id].package.expect("a named interface has a package");
        let name = &resolve.packages[package].name;
        if !seen.insert(id) || name.namespace == "golem" || (name.namespace == "wasi" && name.name == "io") {
            continue;
        }
        waiting.extend(resolve.interface_direct_deps(id));
        packages.insert((name.to_string(), package));
    }
    let mut text = String::new();
    for (_, package) in packages {
        let mut printer = WitPrinter::default();
        printer.print(resolve, package, &[]).expect("a decoded package can be printed");
        text.push_str(&printer.output.to_string());
    }
    without_patch(&text, "wasi:io/poll@0.2.")
}

/// The text without the digits after each `prefix`.
fn without_patch(text: &str, prefix: &str) -> String {
    let mut parts = text.split(prefix);
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |text, part| text + prefix + part.trim_start_matches(|digit: char| digit.is_ascii_digit()))
}
