//! What changes for a caller when its stub is replaced: calls that mean something else, and items that are gone or have
//! another type. The command that makes the stub lists what is new, too.

use wasm_rpc_stubgen_model::{CallStyle, Diagnostic, Item, StubApi, StubStyle};

/// The warning about calls that mean something else, and the note about items that changed.
pub(super) fn diagnostics(previous: &StubApi, stub: &StubApi) -> Vec<Diagnostic> {
    let turned = stub.turned(previous).into_iter().map(|path| format!("`{path}`"));
    let turned = about(turned.collect(), |calls| match stub.style() {
        StubStyle::Uniform(CallStyle::Sync) => {
            let warning =
                format!("calls of {calls} wait for their result now; with the previous stub, they returned at once");
            Diagnostic::warning(warning).hint("build the stub with `--call-style async` to keep what the calls mean")
        }
        StubStyle::Uniform(CallStyle::Async) | StubStyle::Mixed => {
            let warning =
                format!("calls of {calls} return at once now; with the previous stub, they waited for their result");
            Diagnostic::warning(warning).hint("build the stub with `--call-style sync` to keep what the calls mean")
        }
    });
    let changes = about(stub.breaking_changes(previous), |change| match change {
        "these functions" => Diagnostic::note("the API of the caller's stub changed"),
        change => Diagnostic::note(format!("the API of the caller's stub changed: {change}")),
    });
    turned.into_iter().chain(changes).collect()
}

/// The diagnostic about one of `items`, or about `these functions` with a list of them.
fn about(items: Vec<String>, diagnostic: impl FnOnce(&str) -> Diagnostic) -> Option<Diagnostic> {
    match items.as_slice() {
        [] => None,
        [item] => Some(diagnostic(item)),
        _ => {
            let items = items.into_iter().map(|text| Item { text, location: None });
            Some(diagnostic("these functions").about(items))
        }
    }
}
