//! Bytes as decisions of generators that are not ours.

use arbitrary::{Arbitrary, Unstructured};

/// A WIT package that `wit-smith` makes, encoded.
pub(crate) fn wit_package(input: &[u8]) -> Option<Vec<u8>> {
    let mut decisions = Unstructured::new(input);
    let mut config = wit_smith::Config::arbitrary(&mut decisions).ok()?;
    // Small packages, many of them.
    config.max_packages = config.max_packages.min(4);
    config.max_files_per_package = config.max_files_per_package.min(3);
    config.max_type_size = config.max_type_size.min(100);
    config.max_interface_items = config.max_interface_items.min(8);
    config.world_include = true;
    wit_smith::smith(&config, &mut decisions).ok()
}

/// A component that `wasm-smith` makes.
pub(crate) fn component(input: &[u8]) -> Option<Vec<u8>> {
    let mut decisions = Unstructured::new(input);
    let component = wasm_smith::Component::arbitrary(&mut decisions).ok()?;
    Some(component.to_bytes())
}
