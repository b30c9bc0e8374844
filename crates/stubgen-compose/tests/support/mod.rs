//! Components for the tests, made from WIT (with a module that does nothing) or from WAT; and composed ones, taken apart again.

#![allow(dead_code, reason = "each test file uses its part of it")]

use testkit::component_of;
use wasm_rpc_stubgen_compose::{Component, ComposeError, Composition, Problem, Unresolved};
use wasmparser::{Parser, Payload, Validator, WasmFeatures};

/// The target's types, the stub's interface and the host's interfaces, as `generate` writes them.
pub const PACKAGES: &str = "
package shopping:purchase-history {
    interface api {
        record product-item { product-id: string, name: string, price: f32, quantity: u32 }
        record order { order-id: string, items: list<product-item>, total: f32, timestamp: u64 }
        add-order: func(order: order);
        get-orders: func() -> list<order>;
    }
}
package shopping:purchase-history-stub {
    interface stub-purchase-history {
        use golem:rpc/types@0.1.0.{uri};
        use shopping:purchase-history/api.{order};
        resource api {
            constructor(location: uri);
            add-order: func(order: order);
            get-orders: func() -> list<order>;
        }
    }
}
package golem:rpc@0.1.0 {
    interface types {
        record uri { value: string }
        resource wasm-rpc { constructor(location: uri); invoke: func(name: string) -> result; }
    }
}
";

/// A component for the world `world`, which is written in `wit` (items of package `test:main`), next to [`PACKAGES`].
pub fn component(wit: &str) -> Vec<u8> {
    component_of(PACKAGES, wit)
}

/// A small deterministic source of numbers (xorshift).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

/// A component from its text.
pub fn wat(text: &str) -> Vec<u8> {
    let bytes = wat::parse_str(text).expect("valid text");
    validator().validate_all(&bytes).expect("a valid component");
    bytes
}

pub fn validator() -> Validator {
    Validator::new_with_features(WasmFeatures::all())
}

/// Composes; the first component is the caller.
pub fn try_compose(components: &[(&str, &[u8])], unresolved: Unresolved) -> Result<Composition, ComposeError> {
    let given = components.iter().map(|&(name, bytes)| Component::new(name, bytes));
    let given: Vec<_> = given.collect();
    wasm_rpc_stubgen_compose::compose(&given[0], &given[1..], unresolved)
}

/// Composes what can be composed, and validates it.
pub fn compose(components: &[(&str, &[u8])]) -> Composition {
    let composed = try_compose(components, Unresolved::Refuse).unwrap_or_else(|error| {
        panic!("{}", diagnostics(&error));
    });
    validator().validate_all(&composed.bytes).expect("a valid result");
    composed
}

/// The one problem of a composition that fails.
pub fn problem(components: &[(&str, &[u8])]) -> Problem {
    let error = try_compose(components, Unresolved::Refuse).expect_err("a problem");
    let [problem] = &error.problems[..] else {
        panic!("one problem, not {}", diagnostics(&error));
    };
    problem.clone()
}

/// As a user sees them.
pub fn diagnostics(error: &ComposeError) -> String {
    let problems = error.problems.iter().map(|problem| match problem.hint() {
        Some(hint) => format!("error: {problem}\nhint: {hint}\n"),
        None => format!("error: {problem}\n"),
    });
    problems.collect()
}

/// What is at the root of a component.
#[derive(Debug, Default)]
pub struct Root {
    pub imports: Vec<String>,
    pub exports: Vec<String>,
    pub components: usize,
    pub instantiations: usize,
    pub custom: Vec<String>,
}

pub fn root(bytes: &[u8]) -> Root {
    let mut root = Root::default();
    let mut level = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.expect("a valid component") {
            Payload::Version { .. } => level += 1,
            Payload::End(_) => level -= 1,
            Payload::ComponentImportSection(section) if level == 1 => {
                let imports = section.into_iter().map(|import| import.expect("valid"));
                root.imports.extend(imports.map(|import| import.name.name.to_owned()));
            }
            Payload::ComponentExportSection(section) if level == 1 => {
                let exports = section.into_iter().map(|export| export.expect("valid"));
                root.exports.extend(exports.map(|export| export.name.name.to_owned()));
            }
            Payload::ComponentSection { .. } if level == 1 => root.components += 1,
            Payload::ComponentInstanceSection(section) if level == 1 => {
                root.instantiations += section.count() as usize;
            }
            Payload::CustomSection(section) if level == 1 => {
                root.custom.push(section.name().to_owned());
            }
            _ => {}
        }
    }
    root
}
