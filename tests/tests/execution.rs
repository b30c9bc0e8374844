//! Every stub that a case builds is executed: what crosses is compared in both directions with the contract.

use stubgen_tests::cases::cases;
use stubgen_tests::driver::Driver;
use stubgen_tests::values::Style;

const STYLES: &[Style] =
    &[Style::Least, Style::Most, Style::Any, Style::Any, Style::Long(10_000), Style::Any, Style::Any, Style::Any];

#[test]
fn every_stub_passes_values_as_the_contract_says() {
    let cases = cases(false);
    assert!(cases.len() > 25, "the cases are found");
    for case in cases {
        let built = case.build().unwrap_or_else(|diagnostics| panic!("{}: {diagnostics:#?}", case.name));
        let mut driver = Driver::new(&built, 1);
        driver.run(STYLES);
        let functions = built.model.resources.iter().map(|resource| resource.functions.len()).sum::<usize>();
        assert!(driver.calls.len() >= functions, "{}: every function was called", case.name);
    }
}
