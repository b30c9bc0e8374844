//! From a caller's WIT to one component, in memory.

use std::error::Error;

use wasm_rpc_stubgen_core::wit_parser::{Resolve, WorldId};
use wasm_rpc_stubgen_core::{Component, ComposeOptions, Severity, StubOptions, Unresolved, compose};

use crate::{assert_valid, cart_stub};

/// A caller of the stub of `CART`, and its world.
fn caller() -> (Resolve, WorldId) {
    let mut resolve = Resolve::new();
    let package = resolve.push_source("web.wit", "package shop:web; world web { export run: func() -> u64; }");
    let package = package.expect("the WIT is right");
    let world = resolve.packages[package].worlds["web"];
    cart_stub(&StubOptions::default()).add_to(&mut resolve, world).expect("there is nothing that clashes");
    (resolve, world)
}

#[test]
fn a_caller_is_composed_with_its_stub() {
    let (resolve, world) = caller();
    let caller = testkit::component(&resolve, world);
    let stub = cart_stub(&StubOptions::default()).component().expect("it is small");
    let stubs = [Component::new("stub.wasm", &stub)];
    let composed = compose(Component::new("caller.wasm", &caller), &stubs, &ComposeOptions::default());
    let composed = composed.expect("the stub is that of the caller");
    assert_valid(&composed.bytes);
    assert_eq!(composed.report.plugs.len(), 1);
    assert_eq!(composed.report.plugs[0].import, "shop:cart-stub/stub-cart@1.2.0");
    assert!(composed.report.imports.iter().all(|name| !name.contains("stub-cart")), "{:?}", composed.report.imports);
    assert!(composed.diagnostics().is_empty());
}

#[test]
fn problems_are_told_together() {
    let caller = testkit::component_of("", "world w { import a: func(); export b: func(); }");
    let error = compose(Component::new("caller.wasm", b""), &[Component::new("s.wasm", b"(")], &ComposeOptions::new());
    let error = error.expect_err("neither is a component");
    assert_eq!(error.to_string(), "`caller.wasm` is empty; `s.wasm` is a text file, not a component");
    assert_eq!((error.problems().len(), error.diagnostics().len()), (2, 2));
    assert!(error.source().is_some());
    assert!(error.diagnostics().iter().all(|diagnostic| diagnostic.hint.is_some()));

    let caller = Component::new("caller.wasm", &caller);
    assert!(compose(caller, &[], &ComposeOptions::new()).is_err());
    let allowed = compose(caller, &[], &ComposeOptions::new().unresolved(Unresolved::Allow)).expect("it is allowed");
    assert_eq!(allowed.diagnostics()[0].severity, Severity::Warning);
}
