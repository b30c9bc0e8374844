//! Names that parameters cannot have in bindings.
//!
//! A parameter is a local name in the code that generators write (`wit-bindgen-c` and `wit-bindgen-go` 0.63), so that it can
//! hide a name that the code uses:
//!
//! | in | names | why |
//! | --- | --- | --- |
//! | Rust | `gen`, keywords in capitals | [`is_valid_ident`](super::is_valid_ident) |
//! | C | `restrict`, `typeof`, keywords in capitals | the generator does not know them |
//! | C | `size-t`, `uint8-t`, `int32-t`, …, `ret-area` | they are used in the body |
//! | Go | `uint32`, `unsafe`, `runtime`, `wit-types`, `panic`, `pinner`, `return-area`, … | they are used in the body |
//! | Go | `len` | used if a parameter contains a string, list or map |
//! | Go | `append`, `int`, `make` | used if the result contains a list or map |
//! | Go | `string` | used if the result contains a string |
//!
//! The names with a condition are words that targets do use: without the condition they stay.

use super::names::is_valid_ident;
use crate::types::contains;
use heck::ToLowerCamelCase;
use wit_parser::{Function, Resolve, Type, TypeDefKind};

/// Keywords of C that the generator does not know.
const NEW_C_KEYWORDS: &[&str] = &["restrict", "typeof"];

/// Keywords of C that it knows, but not in capitals: it changes the case after the comparison.
const C_KEYWORDS: &[&str] = &[
    "asm", "auto", "bool", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum",
    "extern", "float", "for", "goto", "if", "inline", "int", "long", "register", "return", "short", "signed", "sizeof",
    "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while",
];

/// Names that the bodies of functions use in C.
const C_BODIES: &[&str] =
    &["int16-t", "int32-t", "int64-t", "int8-t", "ret-area", "size-t", "uint16-t", "uint32-t", "uint64-t", "uint8-t"];

/// Names that the bodies of functions use in Go.
const GO_BODIES: &[&str] = &[
    "bool",
    "float32",
    "float64",
    "int16",
    "int32",
    "int64",
    "int8",
    "math",
    "panic",
    "pinner",
    "returnArea",
    "rune",
    "runtime",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uintptr",
    "unsafe",
    "witRuntime",
    "witTypes",
];

/// The candidates for the names of a function's parameters, without those that bindings cannot have. The last one always stays.
pub(crate) fn valid_parameters(resolve: &Resolve, function: &Function, candidates: &[Vec<String>]) -> Vec<Vec<String>> {
    let valid = |names: &Vec<String>| {
        let (last, others) = names.split_last().expect("a name has a candidate");
        let others = others.iter().filter(|name| is_valid_parameter(resolve, function, name));
        others.chain([last]).cloned().collect()
    };
    candidates.iter().map(valid).collect()
}

fn is_valid_parameter(resolve: &Resolve, function: &Function, name: &str) -> bool {
    is_valid_ident(name)
        && is_valid_field_in_c(name)
        && !C_BODIES.contains(&name)
        && !is_hidden_in_go(resolve, function, name)
}

/// Whether a field or parameter can have this name in C.
pub(super) fn is_valid_field_in_c(name: &str) -> bool {
    let lower = name.to_lowercase();
    !NEW_C_KEYWORDS.contains(&lower.as_str()) && (lower == name || !C_KEYWORDS.contains(&lower.as_str()))
}

/// Whether the body of a function in Go uses this name.
fn is_hidden_in_go(resolve: &Resolve, function: &Function, name: &str) -> bool {
    let mut params = function.params.iter().map(|param| param.ty);
    let mut result = function.result.into_iter();
    match name.to_lowercase().to_lower_camel_case().as_str() {
        "len" => params.any(|ty| has_string(resolve, ty) || has_list(resolve, ty)),
        "append" | "int" | "make" => result.any(|ty| has_list(resolve, ty)),
        "string" => result.any(|ty| has_string(resolve, ty)),
        name => GO_BODIES.contains(&name),
    }
}

fn has_list(resolve: &Resolve, ty: Type) -> bool {
    contains(resolve, ty, &|kind| {
        matches!(kind, TypeDefKind::List(_) | TypeDefKind::FixedLengthList(..) | TypeDefKind::Map(..))
    })
}

fn has_string(resolve: &Resolve, ty: Type) -> bool {
    let is_string = |member: Type| member == Type::String;
    is_string(ty) || contains(resolve, ty, &|kind| crate::types::member_types(kind).any(is_string))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the only function's parameters that bindings can have.
    fn valid(signature: &str) -> Vec<String> {
        let mut resolve = Resolve::new();
        let wit = format!("package a:b; interface i {{ f: func{signature}; }}");
        let package = resolve.push_str("i.wit", &wit).expect("WIT");
        let interface = resolve.packages[package].interfaces["i"];
        let function = &resolve.interfaces[interface].functions["f"];
        let names = function.params.iter().map(|param| param.name.clone());
        names.filter(|name| is_valid_parameter(&resolve, function, name)).collect()
    }

    #[test]
    fn keywords_that_generators_know_are_valid() {
        assert_eq!(valid("(go: u8, %int: u8, default: u8, %func: u8)"), ["go", "int", "default", "func"]);
        assert_eq!(valid("(%restrict: u8, TYPEOF: u8, INT: u8, gen: u8, TYPE: u8, URL: u8)"), ["URL"]);
    }

    #[test]
    fn names_in_bodies_are_not_valid() {
        assert_eq!(valid("(size-t: u8, uint32: u8, uint-16: u8, unsafe: u8, return-area: u8, value: u8)"), ["value"]);
    }

    #[test]
    fn some_names_depend_on_types() {
        assert_eq!(valid("(len: u64) -> list<u8>"), ["len"]);
        assert_eq!(valid("(len: u64, a: tuple<string>)"), ["a"]);
        assert_eq!(valid("(append: bool, a: list<u8>) -> u8"), ["append", "a"]);
        assert_eq!(valid("(append: bool) -> result<list<u8>>"), [""; 0]);
        assert_eq!(valid("(%string: string) -> u8"), ["string"]);
        assert_eq!(valid("(%string: u8) -> option<string>"), [""; 0]);
    }
}
