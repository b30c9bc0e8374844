//! Each error and each hint of the program is in a case, or in the table of those that no case can have.

use std::fs;
use std::path::Path;

use super::case::diagnostics;
use super::templates::{Template, one_line};

/// Why no case can show some texts, and which.
const EXCEPTIONS: &[(&str, &[&str])] = &[
    ("a case would be a file of 4 GiB", &["`{path}` is larger than 4 GiB"]),
    (
        "root, whom tests may run as, can write everywhere",
        &[
            "the directory `{}` is not writable",
            "make the directory writable or choose another destination",
            "choose a writable destination",
        ],
    ),
    ("a case would need a full disk", &["free some space and run the command again"]),
    (
        "a case would need a disk that fails twice",
        &[
            "cannot restore `{}`: {source}; its old content is in `{}`",
            "move the copy back before you run the command again",
        ],
    ),
    (
        "no input is known that leads to an internal error",
        &[
            "internal error: the composed component is invalid: {message}",
            "please report this, with the files",
            "internal error: the stub of `{target}` cannot be encoded: {message}",
            "please report it, with the WIT of `{target}`",
        ],
    ),
    (
        "for users of the library; the program prints the diagnostics inside",
        &[
            "the WIT uses syntax of 2024 that has no equivalent today: {}",
            "no file of the main package is given",
            "give a `.wit` file that is not below `deps`",
            "the `Resolve` is not valid WIT: {0}",
            "make it with `wit-parser`, or decode it from a component",
            "the caller's `Resolve` is not valid WIT: {0}",
            "the caller's `Resolve` does not contain the world",
            "pass the identifier of a world of this `Resolve`",
            "the caller's copy of `{interface}` differs from the stub's: `{item}` is different",
            "make the stub from the version of the package that the caller has",
            "the caller has another version of `{interface}`",
            "resolve the caller without the stub's package, then add the stub",
            "`{package}` would need itself: the stub uses its types",
            "make the stub with inlined types",
            "the stub's packages cannot be merged with the caller's: {0}",
        ],
    ),
];

/// The expected texts of all cases, a line for each diagnostic.
fn expected() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut found = Vec::new();
    for (kind, file) in [("cli", "stderr"), ("stub", "diagnostics.txt"), ("compose", "error.txt")] {
        for entry in fs::read_dir(tests.join(kind)).expect("there are cases") {
            let text = fs::read_to_string(entry.expect("an entry").path().join(file)).unwrap_or_default();
            found.extend(diagnostics(&text).map(|text| one_line(&text)));
        }
    }
    found
}

#[test]
fn every_error_and_every_hint_is_in_a_case() {
    if std::env::var_os("BLESS").is_some() {
        // The expected texts are being written.
        return;
    }
    let (templates, texts) = (Template::all(), expected());
    let exceptions: Vec<&str> = EXCEPTIONS.iter().flat_map(|(_, texts)| *texts).copied().collect();
    assert!(templates.len() >= 260, "only {} texts", templates.len());
    let mut wrong = Vec::new();
    for template in &templates {
        match (template.is_in(&texts), exceptions.contains(&template.text.as_str())) {
            (false, false) => wrong.push(format!("{}: no case has `{}`", template.file, template.text)),
            (true, true) => wrong.push(format!("a case has `{}`: it is no exception", template.text)),
            _ => {}
        }
    }
    for text in exceptions.iter().filter(|text| !templates.iter().any(|template| template.text == **text)) {
        wrong.push(format!("no source has `{text}`: it is no exception"));
    }
    assert!(wrong.is_empty(), "{} of {} texts:\n{}", wrong.len(), templates.len(), wrong.join("\n"));
}
