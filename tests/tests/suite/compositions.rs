//! What `compose` makes of the cases of `tests/compose`, instantiated in wasmtime.

use std::collections::BTreeMap;

use testkit::{CompositionCase, composition_cases};
use wasm_rpc_stubgen_compose::{Unresolved, compose};
use wasmtime::component::{Component, Linker};
use wasmtime::{Config, Engine, Store};

/// The cases whose components wasmtime cannot load or instantiate, with the part of its message that says why.
const NOT_INSTANTIATED: &[(&str, &str)] = &[
    ("export-of-a-component", "exporting a component from the root component is not supported"),
    ("import-of-a-component", "root-level component imports are not supported"),
    ("import-of-a-core-module", "unable to define core module imports as traps"),
    ("import-of-a-value", "support for component model `value`s is not enabled"),
    ("version-suffix", "the `cm-canon-names` feature is not active"),
];

/// An engine with all features of the component model that it has.
fn engine() -> Engine {
    let mut config = Config::new();
    config
        .wasm_component_model_async(true)
        .wasm_component_model_more_async_builtins(true)
        .wasm_component_model_async_stackful(true)
        .wasm_component_model_error_context(true)
        .wasm_component_model_map(true)
        .wasm_component_model_fixed_length_lists(true)
        .wasm_component_model_implements(true);
    Engine::new(&config).expect("the configuration is right")
}

/// The composed component; `None` of a case that must fail.
fn composed(case: &CompositionCase) -> Option<Vec<u8>> {
    let given: Vec<_> =
        case.given().into_iter().map(|(name, bytes)| wasm_rpc_stubgen_compose::Component::new(name, bytes)).collect();
    let unresolved = if case.allow_unresolved { Unresolved::Allow } else { Unresolved::Refuse };
    Some(compose(&given[0], &given[1..], unresolved).ok()?.bytes)
}

async fn instantiate(engine: &Engine, bytes: &[u8]) -> wasmtime::Result<()> {
    let component = Component::new(engine, bytes)?;
    let mut linker = Linker::<()>::new(engine);
    linker.define_unknown_imports_as_traps(&component)?;
    linker.instantiate_async(&mut Store::new(engine, ()), &component).await?;
    Ok(())
}

#[tokio::test]
async fn every_composition_is_instantiated() {
    let engine = engine();
    let (mut instantiated, mut failed) = (0, BTreeMap::new());
    for case in &composition_cases() {
        let Some(bytes) = composed(case) else {
            assert!(case.name.starts_with("error-"), "{}", case.name);
            continue;
        };
        match instantiate(&engine, &bytes).await {
            Ok(()) => instantiated += 1,
            Err(error) => drop(failed.insert(case.name.clone(), format!("{error:?}"))),
        }
    }
    let expected: BTreeMap<_, _> = NOT_INSTANTIATED.iter().copied().collect();
    let is_expected = failed.len() == expected.len()
        && failed.iter().all(|(name, error)| expected.get(name.as_str()).is_some_and(|reason| error.contains(reason)));
    assert!(is_expected, "expected {expected:#?}\nfound {failed:#?}");
    assert!(instantiated >= 55, "{instantiated}");
}
