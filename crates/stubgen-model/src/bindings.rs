//! What Rust bindings cannot tell apart or cannot say, so that a stub avoids it where it can.
//!
//! A stub is compiled from and called through bindings that `wit-bindgen` makes (0.63: `wit-bindgen-rust`'s `interface.rs`
//! and `lib.rs`). In what it generates
//!
//! * a constructor is the function `new`;
//! * types are in upper camel case, so that `a-1` and `a1` are one name;
//! * an exported resource `r` takes the Rust names of `r`, `r-borrow` and `guest-r`;
//! * a resource or flags called `guest` is the trait of the interface, a resource called `t` the parameter of its functions,
//!   and anything called `self` a keyword;
//! * code that lies beside the types says `Option`, `Result` and `Into`, and `Some(…)`, which flags called `some` would hide;
//! * an imported resource has functions called `handle`, `take-handle` and `from-handle`;
//! * keywords get an underscore, but not `gen`, not those in capitals, and not packages called like one;
//! * a named handle cannot be defined, and fixed-length lists hold no borrows.
//!
//! Names that the stub chooses give way, by the clash rule of [`names`](crate::names). Interfaces that cannot be bound
//! are not taken from: [`is_bindable`]. What is left is structure, which a stub cannot change: [`unbindable`].

mod imports;
mod unbindable;

pub(crate) use imports::is_bindable;
pub use unbindable::unbindable;

use crate::Diagnostic;
use wit_parser::TypeDefKind;

/// Words that `wit-bindgen` takes for keywords of Rust and puts an underscore behind.
pub const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// A keyword that it takes for none.
const NEW_KEYWORD: &str = "gen";

/// What a constructor is called.
pub(crate) const CONSTRUCTOR: &str = "new";

/// What no type of an interface may be called.
const TYPES: &[&str] = &["into", "option", "result", KEYWORD_TYPE];

/// What neither a type nor a case may be called.
const KEYWORD_TYPE: &str = "self";

/// The trait of an interface, and what the traits of its resources start with.
const TRAIT: &str = "guest";

/// What a resource or flags may not be called.
const RESOURCES: &[&str] = &[TRAIT, "t"];

/// What flags may not be called either: they are a tuple struct, whose name is also a value.
const FLAGS: &[&str] = &["some", "none", "ok", "err"];

/// Functions that an imported resource has of itself.
const FUNCTIONS: &[&str] = &["handle", "take-handle", "from-handle"];

/// What a name of the stub interface is a name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Resource,
    Flags,
    Other,
}

impl Named {
    pub(crate) fn of(kind: &TypeDefKind) -> Self {
        match kind {
            TypeDefKind::Resource => Self::Resource,
            TypeDefKind::Flags(_) => Self::Flags,
            _ => Self::Other,
        }
    }

    /// Whether bindings can have such a thing of this name.
    pub(crate) fn can_be(self, name: &str) -> bool {
        let name = name.to_lowercase();
        let has = |names: &[&str]| names.contains(&name.as_str());
        !has(TYPES) && (self == Self::Other || !has(RESOURCES)) && (self != Self::Flags || !has(FLAGS))
    }
}

/// The names that the resource `name` takes beside its own, as [`type_key`]s.
pub(crate) fn taken_by(name: &str) -> [String; 2] {
    [format!("{name}-borrow"), format!("{TRAIT}-{name}")].map(|name| type_key(&name))
}

/// What two names have in common that are one as a type or a case.
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

/// Whether bindings can have a function, parameter, field or module of this name.
pub(crate) fn is_ident(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower != NEW_KEYWORD && (lower == name || !KEYWORDS.contains(&lower.as_str()))
}

/// What is to be said of a function that callers written in Rust cannot have. It keeps its name, for all the others.
pub(crate) fn uncallable(resource: &str, function: &str) -> Option<Diagnostic> {
    let found = FUNCTIONS.iter().find(|name| name.eq_ignore_ascii_case(function))?;
    let message = format!("callers in Rust cannot bind `{resource}.{function}`: there, each resource has a `{found}`");
    Some(Diagnostic::note(message).hint("give the target's function another name if it is to be called from Rust"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_one_in_camel_case_have_one_key() {
        assert_eq!(type_key("a-1"), type_key("A1"));
        assert_ne!(type_key("a-b"), type_key("ab"));
        assert_eq!(taken_by("cart"), [type_key("cart-borrow"), type_key("guest-cart")]);
    }

    #[test]
    fn keywords_are_identifiers_unless_they_are_in_capitals() {
        assert!(is_ident("type") && is_ident("order-id") && is_ident("HTTP"));
        assert!(!is_ident("TYPE") && !is_ident("gen") && !is_ident("GEN"));
    }

    #[test]
    fn only_resources_and_flags_meet_the_trait() {
        assert!(Named::Other.can_be("guest") && !Named::Resource.can_be("guest") && !Named::Flags.can_be("Guest"));
        assert!(!Named::Other.can_be("option"));
    }
}
