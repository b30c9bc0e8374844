//! Documentation that is valid in bindings.
//!
//! `wit-bindgen` copies the documentation of the cases of an enum into a Rust string literal without escapes, so a quote or
//! a backslash breaks the code. They are replaced by characters that look the same.
//!
//! For C it writes documentation as `//` comments. A backslash at the end of such a line makes the next line a comment, too.
//! `componentize-py` writes documentation as string literals, in which `\u`, `\x`, `\N` and `"""` have a meaning.

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

/// Replaces what C and Python misunderstand in the documentation of printed WIT.
pub(super) fn readable_docs(wit: &str) -> String {
    let mut text = String::new();
    for line in wit.split_inclusive('\n') {
        match line.trim_start().starts_with("///") && line.contains(['\\', '"']) {
            true => text.push_str(&readable_line(line)),
            false => text.push_str(line),
        }
    }
    text
}

fn readable_line(line: &str) -> String {
    let line = line.replace("\"\"\"", "\u{201d}\u{201d}\u{201d}");
    let end = line.trim_end().len();
    let mut text = String::new();
    for (index, character) in line.char_indices() {
        let rest = line[index..end.max(index)].strip_prefix('\\');
        match rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['u', 'U', 'x', 'N'])) {
            true => text.push_str(BACKSLASH),
            false => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_documentation_is_changed() {
        let wit = "/// a \\b\\\n  /// c\\ \n/// d\\u{41} \"\"\" \"e\"\ninterface i {}\n";
        let readable =
            "/// a \\b\u{2216}\n  /// c\u{2216} \n/// d\u{2216}u{41} \u{201d}\u{201d}\u{201d} \"e\"\ninterface i {}\n";
        assert_eq!(readable_docs(wit), readable);
    }
}
