//! Each error and each hint of the program is in a case, or in the table of those that no case can have.

use std::fs;
use std::path::Path;

use super::case::diagnostics;
use super::templates::Template;

/// Texts that no case can show, and why.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// The expected texts of all cases, by diagnostic.
fn expected() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut found = Vec::new();
    for (kind, file) in [("cli", "stderr"), ("stub", "diagnostics.txt"), ("compose", "error.txt")] {
        for entry in fs::read_dir(tests.join(kind)).expect("there are cases") {
            let text = fs::read_to_string(entry.expect("an entry").path().join(file)).unwrap_or_default();
            found.extend(diagnostics(&text));
        }
    }
    found
}

#[test]
fn every_error_and_every_hint_is_in_a_case() {
    let (templates, texts) = (Template::all(), expected());
    let is_exception = |template: &Template| EXCEPTIONS.iter().any(|(text, _)| *text == template.text);
    let is_in_a_case = |template: &Template| texts.iter().any(|text| template.matches(text));
    let mut wrong = Vec::new();
    for template in &templates {
        match (is_in_a_case(template), is_exception(template)) {
            (false, false) => wrong.push(format!("{}: no case has `{}`", template.file, template.text)),
            (true, true) => wrong.push(format!("a case has `{}`: it is no exception", template.text)),
            _ => {}
        }
    }
    for (text, _) in EXCEPTIONS.iter().filter(|(text, _)| !templates.iter().any(|template| template.text == *text)) {
        wrong.push(format!("no source has `{text}`: it is no exception"));
    }
    assert!(wrong.is_empty(), "{} of {} texts:\n{}", wrong.len(), templates.len(), wrong.join("\n"));
}
