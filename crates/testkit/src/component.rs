//! A world -> a component for it, with a core module that does nothing.

use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{LiftLowerAbi, ManglingAndAbi, Resolve, WorldId};

/// A component that imports and exports all that the world does.
pub fn component(resolve: &Resolve, world: WorldId) -> Vec<u8> {
    let mut module = dummy_module(resolve, world, ManglingAndAbi::Legacy(LiftLowerAbi::Sync));
    embed_component_metadata(&mut module, resolve, world, StringEncoding::UTF8).expect("the world can be encoded");
    let mut encoder = ComponentEncoder::default().validate(true).module(&module).expect("the module has a world");
    encoder.encode().expect("the component can be encoded")
}
