//! Executes the stub of every case with all options, and compares what crosses in both directions with the contract.

use std::panic::{AssertUnwindSafe, catch_unwind};

use stubgen_tests::cases::{Case, cases};
use stubgen_tests::driver::Driver;
use stubgen_tests::shapes;
use stubgen_tests::values::Style;
use wasm_rpc_stubgen_model::StubOptions;

const STYLES: &[Style] =
    &[Style::Least, Style::Most, Style::Any, Style::Any, Style::Long(10_000), Style::Any, Style::Any, Style::Any];

/// For the shapes that are not the case's own.
const FEWER_STYLES: &[Style] = &[Style::Least, Style::Most, Style::Any, Style::Long(1_000), Style::Any];

#[test]
fn every_stub_passes_values_as_the_contract_says() {
    let cases = cases(false);
    assert!(cases.len() > 25, "the cases are found");
    let wrong: Vec<_> =
        cases.iter().flat_map(|case| case.shapes().into_iter().filter_map(|shape| run(case, &shape))).collect();
    assert!(wrong.is_empty(), "{} stubs are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Executes a case in one shape. Gives what is wrong with it.
fn run(case: &Case, shape: &StubOptions) -> Option<String> {
    let styles = if *shape == case.shape() { STYLES } else { FEWER_STYLES };
    let executed = catch_unwind(AssertUnwindSafe(|| execute(case, shape, styles)));
    let panic = executed.err()?;
    let text = panic.downcast_ref::<String>().map_or("a panic without words", String::as_str);
    Some(format!("{} as {}: {text}", case.name, shapes::words(shape)))
}

fn execute(case: &Case, shape: &StubOptions, styles: &[Style]) {
    let built = case.build_shaped(shape).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"));
    let mut driver = Driver::new(&built, testkit::seed() + 1);
    driver.run(styles);
    assert_eq!(driver.calls.len(), Driver::functions(&built).len(), "every function was called");
}
