//! Wrong inputs, each a folder `tests/cli/error-…`, and the errors that they get.
//!
//! `cases` runs the commands of each folder and compares what they print (`case` describes a folder). `coverage` reads the
//! program's sources (`templates`) and requires that each text of an error and each hint appears in some case.
// The commands of cases need GNU tools.
#![cfg(target_os = "linux")]

mod case;
mod coverage;
mod templates;

use case::Case;

#[test]
fn every_case_fails_as_expected() {
    let cases = Case::all();
    assert!(cases.len() >= 250, "only {} cases", cases.len());
    let failed: Vec<String> = cases.iter().filter_map(|case| case.check().err()).collect();
    assert!(failed.is_empty(), "{} of {} cases:\n{}", failed.len(), cases.len(), failed.join("\n"));
}
