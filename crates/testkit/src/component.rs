//! A world -> a component for it, with a core module that does nothing.

use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{LiftLowerAbi, ManglingAndAbi, Resolve, WorldId};

/// A component that imports and exports all that the world does.
pub fn component(resolve: &Resolve, world: WorldId) -> Vec<u8> {
    try_component(resolve, world).expect("the component can be encoded")
}

/// The same; `None` if `wit-component` cannot make it.
pub fn try_component(resolve: &Resolve, world: WorldId) -> Option<Vec<u8>> {
    let mut module = dummy_module(resolve, world, ManglingAndAbi::Legacy(LiftLowerAbi::Sync));
    let canonical_names = false;
    embed_component_metadata(&mut module, resolve, world, StringEncoding::UTF8, canonical_names).ok()?;
    ComponentEncoder::default().validate(true).module(&module).ok()?.encode().ok()
}

/// A component for the world in `wit`, whose package is `test:main`, next to `packages`.
///
/// It does not import the functions of interfaces named `api`: nobody calls the target's own functions, so toolchains leave
/// such imports out, and keep the types.
pub fn component_of(packages: &str, wit: &str) -> Vec<u8> {
    let (resolve, world) = world(packages, wit).expect(wit);
    component(&resolve, world)
}

/// The same; `None` if the text is wrong, or `wit-component` cannot make it.
pub fn try_component_of(packages: &str, wit: &str) -> Option<Vec<u8>> {
    let (resolve, world) = world(packages, wit).ok()?;
    try_component(&resolve, world)
}

fn world(packages: &str, wit: &str) -> anyhow::Result<(Resolve, WorldId)> {
    let text = format!("package test:main;\n{packages}\n{wit}");
    let mut resolve = Resolve { all_features: true, ..Resolve::default() };
    let package = resolve.push_str("test.wit", &text)?;
    let world = resolve.select_world(&[package], None)?;
    for (_, interface) in resolve.interfaces.iter_mut() {
        if interface.name.as_deref() == Some("api") {
            interface.functions.clear();
        }
    }
    Ok((resolve, world))
}
