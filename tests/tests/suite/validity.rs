//! All that the cases make, judged with all features by tools that are not ours: every stub in every shape, its crate, and every
//! composed component. The fuzzers ask the same judges (`fuzz_targets::validity`).

use std::panic::{AssertUnwindSafe, catch_unwind};

use fuzz_targets::validity;
use stubgen_tests::cases::{Case, cases};
use stubgen_tests::shapes;
use testkit::{CompositionCase, composition_cases};
use wasm_rpc_stubgen_compose::{Component, Unresolved, compose};
use wasm_rpc_stubgen_emit::{CrateOptions, emit_rust};
use wasm_rpc_stubgen_model::{StubOptions, unbindable};

#[test]
fn every_stub_and_crate_is_valid_in_every_shape() {
    let each = cases(false).into_iter().flat_map(|case| {
        let shapes = case.shapes();
        shapes.into_iter().map(move |shape| (case.clone(), shape))
    });
    let wrong: Vec<_> = each
        .filter_map(|(case, shape)| {
            let name = format!("{} as {}", case.name, shapes::words(&shape));
            refusal(&name, || check_stub(&case, &shape))
        })
        .collect();
    assert!(wrong.is_empty(), "{} stubs are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_composed_component_is_valid() {
    let cases = composition_cases();
    let wrong: Vec<_> = cases.iter().filter_map(|case| refusal(&case.name, || check_composition(case))).collect();
    assert!(wrong.is_empty(), "{} compositions are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The panic of a check, behind the name of what it checks.
fn refusal(name: &str, check: impl FnOnce()) -> Option<String> {
    let panic = catch_unwind(AssertUnwindSafe(check)).err()?;
    let text = panic.downcast_ref::<String>().map(String::as_str);
    Some(format!(
        "{name}: {}",
        text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words")
    ))
}

fn check_stub(case: &Case, shape: &StubOptions) {
    let built = case.build_shaped(shape).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"));
    validity::stub(&built.wit, &built.wasm);
    if unbindable(&built.model).is_empty() {
        let options = CrateOptions::default();
        validity::rust_crate(&emit_rust(&built.model, &built.wit, &options));
    }
}

fn check_composition(case: &CompositionCase) {
    let given: Vec<_> = case.given().into_iter().map(|(name, bytes)| Component::new(name, bytes)).collect();
    let unresolved = if case.allow_unresolved { Unresolved::Allow } else { Unresolved::Refuse };
    if let Ok(composition) = compose(&given[0], &given[1..], unresolved) {
        validity::composed(given[0].bytes, &composition.bytes);
    }
}
