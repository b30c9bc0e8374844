//! What every failure promises: errors, each with a text, and none that blames the program.

use wasm_rpc_stubgen_model::{Diagnostic, Severity};

/// Checks the messages of a run that failed.
pub(crate) fn check(diagnostics: &[Diagnostic]) {
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error), "fails without an error");
    for diagnostic in diagnostics {
        check_text(&diagnostic.message);
        if let Some(hint) = &diagnostic.hint {
            check_text(hint);
        }
    }
}

/// Checks one text.
pub(crate) fn check_text(text: &str) {
    let is_blame = text.contains("internal error") || text.contains("panicked at") || text.contains("please report");
    assert!(!text.trim().is_empty() && !is_blame, "the message is {text:?}");
}
