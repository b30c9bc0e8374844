//! The library as its users see it: its public API alone.

mod add_to;
mod compositions;
mod damaged;
mod errors;
mod forms;
mod random;
mod targets;

use wasm_rpc_stubgen_core::{Stub, StubOptions, Target, TargetOptions};

/// A target with resources, types of another package and a function that returns nothing.
const CART: [(&str, &str); 2] = [
    (
        "wit/cart.wit",
        "package shop:cart@1.2.0;
         interface api {
             use shop:types/items.{item};
             add: func(item: item) -> u64;
             clear: func();
         }
         interface orders {
             resource order { constructor(id: string); total: func() -> u64; find: static func(id: string) -> order; }
         }
         world cart { export api; export orders; export version: func() -> string; }",
    ),
    ("wit/deps/types/items.wit", "package shop:types; interface items { record item { name: string, count: u32 } }"),
];

/// The target of [`CART`].
fn cart() -> Target {
    Target::from_wit_text(CART, &TargetOptions::default()).expect("the WIT is right")
}

/// The stub of [`CART`].
fn cart_stub(options: &StubOptions) -> Stub {
    Stub::new(cart(), options).expect("the target can be stubbed")
}

/// The stub of a text.
fn stub_of(wit: &str) -> Stub {
    let target = Target::from_wit_text([("target.wit", wit)], &TargetOptions::default()).expect("the WIT is right");
    Stub::new(target, &StubOptions::default()).expect("the target can be stubbed")
}

/// Checks that bytes are a valid component.
fn assert_valid(component: &[u8]) {
    let mut validator = wasmparser::Validator::new_with_features(wasmparser::WasmFeatures::all());
    validator.validate_all(component).expect("the component is valid");
}
