//! Documentation that is valid in bindings.
//!
//! `wit-bindgen` copies the documentation of the cases of an enum into a Rust string literal without escapes, so a quote or
//! a backslash breaks the code. They are replaced by characters that look the same.

use wit_parser::{Resolve, TypeDefKind};

/// Replaces quotes and backslashes in the documentation of all cases of enums.
pub(super) fn unquote_cases(resolve: &mut Resolve) {
    for (_, definition) in resolve.types.iter_mut() {
        let TypeDefKind::Enum(cases) = &mut definition.kind else { continue };
        for docs in cases.cases.iter_mut().filter_map(|case| case.docs.contents.as_mut()) {
            if docs.contains(['"', '\\']) {
                *docs = docs.replace('"', "\u{201d}").replace('\\', "\u{2216}");
            }
        }
    }
}
