//! Which names `wit-bindgen` can represent in Rust.

use crate::{Diagnostic, Item};
use wit_parser::TypeDefKind;

/// The Rust keywords that `wit-bindgen` knows and to which it appends an underscore.
pub const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// A keyword that it does not know.
const NEW_KEYWORD: &str = "gen";

/// The name of a constructor.
pub(crate) const CONSTRUCTOR: &str = "new";

/// Names that no type can have.
const TYPES: &[&str] = &["from", "into", "option", "result", KEYWORD_TYPE];

/// A name that neither a type nor a case can have.
pub(super) const KEYWORD_TYPE: &str = "self";

/// The trait of an interface, and the prefix of the traits of its resources.
const TRAIT: &str = "guest";

/// Names that resources and flags cannot have.
const RESOURCES: &[&str] = &[TRAIT, "t"];

/// More names that flags cannot have: they are a tuple struct, whose name is also a value.
const FLAGS: &[&str] = &["some", "none", "ok", "err"];

/// Functions that bindings add to each imported resource.
pub(super) const FUNCTIONS: &[&str] = &["handle", "take-handle", "from-handle"];

/// The kind of item that has a name in the stub interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    Resource,
    Flags,
    Other,
}

impl NameKind {
    pub(crate) fn of(kind: &TypeDefKind) -> Self {
        match kind {
            TypeDefKind::Resource => Self::Resource,
            TypeDefKind::Flags(_) => Self::Flags,
            _ => Self::Other,
        }
    }

    /// Whether such an item can have this name in bindings.
    pub(crate) fn allows(self, name: &str) -> bool {
        let name = name.to_lowercase();
        let has = |names: &[&str]| names.contains(&name.as_str());
        !has(TYPES) && (self == Self::Other || !has(RESOURCES)) && (self != Self::Flags || !has(FLAGS))
    }
}

/// The other names that bindings use for the resource `name`, as [`type_key`]s.
pub(crate) fn derived_names(name: &str) -> [String; 2] {
    [format!("{name}-borrow"), format!("{TRAIT}-{name}")].map(|name| type_key(&name))
}

/// A key that is the same for names with the same Rust type name.
pub(crate) fn type_key(name: &str) -> String {
    let mut key = String::new();
    for word in name.split('-') {
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            key.push('-');
        }
        key.push_str(&word.to_lowercase());
    }
    key
}

/// Whether a function, parameter, field or module can have this name in bindings.
pub(crate) fn is_valid_ident(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower != NEW_KEYWORD && (lower == name || !KEYWORDS.contains(&lower.as_str()))
}

/// Whether callers in Rust cannot bind a function of this name. It keeps its name for other callers.
pub(crate) fn is_reserved_method(function: &str) -> bool {
    FUNCTIONS.iter().any(|name| name.eq_ignore_ascii_case(function))
}

/// The note about functions with such names.
pub(crate) fn reserved_methods(functions: Vec<Item>) -> Option<Diagnostic> {
    let why = "bindings add functions called `handle`, `take-handle` and `from-handle` to each resource";
    let one = |function: &str| format!("Rust callers cannot bind {function}: {why}");
    let note =
        Diagnostic::note_about(functions, one, |count| format!("Rust callers cannot bind {count} functions: {why}"));
    Some(note?.hint("rename the target's functions if callers are written in Rust"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_one_in_camel_case_have_one_key() {
        assert_eq!(type_key("a-1"), type_key("A1"));
        assert_ne!(type_key("a-b"), type_key("ab"));
        assert_eq!(derived_names("cart"), [type_key("cart-borrow"), type_key("guest-cart")]);
    }

    #[test]
    fn keywords_are_identifiers_unless_they_are_in_capitals() {
        assert!(is_valid_ident("type") && is_valid_ident("order-id") && is_valid_ident("HTTP"));
        assert!(!is_valid_ident("TYPE") && !is_valid_ident("gen") && !is_valid_ident("GEN"));
    }

    #[test]
    fn only_resources_and_flags_meet_the_trait() {
        assert!(
            NameKind::Other.allows("guest") && !NameKind::Resource.allows("guest") && !NameKind::Flags.allows("Guest")
        );
        assert!(!NameKind::Other.allows("option"));
    }
}
