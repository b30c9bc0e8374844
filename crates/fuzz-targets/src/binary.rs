//! A WebAssembly file for all that takes one: the source of a stub, a caller, a stub.

use std::sync::OnceLock;

use testkit::{Directory, component_of};
use wasm_rpc_stubgen_model::{Features, StubOptions};

use crate::{compose, source};

/// The target whose stub is plugged into what the fuzzer finds.
const TARGET: &str = "package test:shop; interface stock { resource item { constructor(name: string); price: func() -> u64; } \
    count: func() -> u32; } world shop { export stock; }";

/// A caller of its stub.
const CALLER: &str =
    "world caller { import stub: interface { f: func(x: list<u8>) -> string; } import a:b/c; export run: func(); }";

/// The interface that it imports.
const PACKAGES: &str = "package a:b { interface c { resource r; f: func(x: borrow<r>) -> r; } }";

/// Builds a stub from `bytes`, and composes them.
pub(crate) fn check(bytes: &[u8]) {
    source::check_bytes(bytes);
    let (stub, caller) = known();
    compose::check_composition(&[("odd.wasm", bytes), ("stub.wasm", stub)]);
    compose::check_composition(&[("caller.wasm", caller), ("odd.wasm", bytes)]);
}

/// A stub and a caller that are right.
fn known() -> &'static (Vec<u8>, Vec<u8>) {
    static KNOWN: OnceLock<(Vec<u8>, Vec<u8>)> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let directory = Directory::with(&[("target.wit", TARGET)]);
        let stub = source::build(&directory.path("target.wit"), None, &Features::default(), &StubOptions::default());
        let stub = stub.unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
        (stub.wasm, component_of(PACKAGES, CALLER))
    })
}
