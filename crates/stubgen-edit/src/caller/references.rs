//! Finds where a WIT text names an item of a package: `ns:name/item@version` in an import, an export, a `use` or an
//! `include`, also in a nested package.

use std::ops::Range;

use wasm_rpc_stubgen_model::{Token, tokenize};
use wit_parser::PackageName;

/// A path to an item of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// The offset of the path.
    pub start: usize,
    /// The interface or world, without `%`.
    pub item: String,
    /// `@` and the version; empty if the path has none.
    pub version: Range<usize>,
}

/// The paths in `source` to items of `package`, in any version.
pub(super) fn references(source: &str, package: &PackageName) -> Vec<Reference> {
    let tokens = tokenize(source);
    let names = package.namespace.split(':').chain([package.name.as_str()]);
    let words: Vec<&str> = names.flat_map(|name| [":", name]).skip(1).chain(["/"]).collect();
    (0..tokens.len()).filter_map(|index| reference(source, &tokens[index..], &words)).collect()
}

/// The path that `tokens` begin with.
fn reference(source: &str, tokens: &[Token<'_>], words: &[&str]) -> Option<Reference> {
    let is_path = tokens.len() > words.len() && tokens.iter().zip(words).all(|(token, word)| plain(token) == *word);
    // In `a:b:c/d`, `b:c/d` is no path.
    let before = source[..tokens.first()?.start].trim_end();
    let is_start = !before.ends_with(':') || before.len() < tokens[0].start;
    let item = tokens.get(words.len()).filter(|_| is_path && is_start)?;
    let end = item.end();
    let version = match tokens.get(words.len() + 1) {
        Some(at) if at.text == "@" => match version_length(&source[at.start..]) {
            // The version does not follow the `@` directly: the path is left alone.
            0 | 1 => return None,
            length => at.start..at.start + length,
        },
        _ => end..end,
    };
    Some(Reference { start: tokens[0].start, item: plain(item).to_string(), version })
}

/// The length of `@1.0.0-rc.1+b`, which `text` begins with. In `@1.0.0.{name}`, the last point does not belong to it.
fn version_length(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    let rest = &text[1..];
    let version = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    1 + version.trim_end_matches('.').len()
}

fn plain<'t>(token: &Token<'t>) -> &'t str {
    token.text.trim_start_matches('%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found_wherever_they_are() {
        let package = PackageName {
            namespace: "a".to_string(),
            name: "record".to_string(),
            version: Some("1.0.0".parse().unwrap()),
        };
        let source = "package x:y;\nuse a:%record/i@1.0.0-rc.1+b as j;\nworld w {\n  import a:%record/i;\n  // a:record/no\n  \
                      import n: a:%record/%interface@2.0.0;\n  use a:%record/k@1.0.0.{t};\n  include a : %record / v ;\n  \
                      import a:recorder/i;\n  import b:a:%record/i;\n}\npackage a:%record@3.0.0 { interface i { } }\n";
        let found: Vec<_> = references(source, &package)
            .into_iter()
            .map(|found| (found.item, source[found.version].to_string()))
            .collect();
        let found: Vec<_> = found.iter().map(|(item, version)| (&**item, &**version)).collect();
        assert_eq!(found, [("i", "@1.0.0-rc.1+b"), ("i", ""), ("interface", "@2.0.0"), ("k", "@1.0.0"), ("v", "")]);
        for odd in ["", "a:%record", "a:%record/", "a:record/@", "a:record/i@"] {
            references(odd, &package);
        }
    }
}
