//! Documentation that is valid in bindings.
//!
//! `wit-bindgen` copies the documentation of the cases of an enum into a Rust string literal without escapes, so a quote or
//! a backslash breaks the code. They are replaced by characters that look the same.
//!
//! For C it writes documentation as `//` comments. A backslash at the end of such a line makes the next line a comment, too.

use wit_parser::{Resolve, TypeDefKind};

/// Looks like a backslash.
const BACKSLASH: &str = "\u{2216}";

/// Replaces quotes and backslashes in the documentation of all cases of enums.
pub(super) fn unquote_cases(resolve: &mut Resolve) {
    for (_, definition) in resolve.types.iter_mut() {
        let TypeDefKind::Enum(cases) = &mut definition.kind else { continue };
        for docs in cases.cases.iter_mut().filter_map(|case| case.docs.contents.as_mut()) {
            if docs.contains(['"', '\\']) {
                *docs = docs.replace('"', "\u{201d}").replace('\\', BACKSLASH);
            }
        }
    }
}

/// Replaces a backslash at the end of a line of documentation in printed WIT.
pub(super) fn without_continuations(wit: &str) -> String {
    let mut text = String::new();
    for line in wit.split_inclusive('\n') {
        match line.trim().strip_suffix('\\') {
            Some(docs) if docs.starts_with("///") => {
                let indent = &line[..line.len() - line.trim_start().len()];
                text.extend([indent, docs, BACKSLASH, "\n"]);
            }
            _ => text.push_str(line),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_documentation_is_changed() {
        let wit = "/// a \\b\\\n  /// c\\ \n/// d\ninterface i {}\n";
        assert_eq!(without_continuations(wit), "/// a \\b\u{2216}\n  /// c\u{2216}\n/// d\ninterface i {}\n");
    }
}
