//! Small damages to a WIT file, like those of a typo, a merge or a bad download.

use crate::values::Rng;

/// Words that mean something in WIT, and some that nearly do.
const WORDS: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "<",
    ">",
    ",",
    ";",
    ":",
    "/",
    "@",
    ".",
    "->",
    "=",
    "_",
    "%",
    "\"",
    "//",
    "/*",
    "*/",
    "///",
    "package",
    "interface",
    "world",
    "export",
    "import",
    "include",
    "use",
    "as",
    "with",
    "type",
    "record",
    "variant",
    "enum",
    "flags",
    "resource",
    "constructor",
    "static",
    "async",
    "func",
    "own",
    "borrow",
    "list",
    "option",
    "result",
    "tuple",
    "map",
    "stream",
    "future",
    "error-context",
    "string",
    "char",
    "bool",
    "u8",
    "u64",
    "f32",
    "float32",
    "-> ()",
    "-> (a: u8)",
    "api",
    "self",
    "uri",
    "golem:rpc/types@0.1.0",
    "@since(version = 1.0.0)",
    "4294967296",
    "list<u8, 99999999>",
    "\u{202e}",
    "\0",
    "\u{1f600}",
    "\r",
];

/// Words that are types by themselves.
const TYPES: &[&[u8]] = &[b"u8", b"s16", b"u32", b"s64", b"f32", b"f64", b"bool", b"char", b"string", b"error-context"];

/// Ranges of words and of single other bytes.
fn tokens(text: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let word = text[at..].iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'%')).count();
        let end = at + word.max(1);
        if !text[at].is_ascii_whitespace() {
            found.push((at, end));
        }
        at = end;
    }
    found
}

/// One small damage to a WIT file.
pub fn damage(text: &mut Vec<u8>, numbers: &mut Rng) {
    let tokens = tokens(text);
    if tokens.is_empty() {
        return;
    }
    let (start, end) = tokens[numbers.below(tokens.len())];
    let (other_start, other_end) = tokens[numbers.below(tokens.len())];
    let other = text[other_start..other_end].to_vec();
    let word = WORDS[numbers.below(WORDS.len())].as_bytes().to_vec();
    match numbers.below(12) {
        9.. => {
            // A type for a type: half of the time it stays WIT.
            let types: Vec<_> = tokens.iter().filter(|(start, end)| TYPES.contains(&&text[*start..*end])).collect();
            if !types.is_empty() {
                let (start, end) = *types[numbers.below(types.len())];
                text.splice(start..end, TYPES[numbers.below(TYPES.len())].iter().copied());
            }
        }
        0 => {
            let at = numbers.below(text.len());
            text[at] ^= 1 << numbers.below(8);
        }
        1 => drop(text.splice(start..end, [])),
        2 => {
            let length = numbers.below(40).min(text.len() - start);
            text.drain(start..start + length);
        }
        3 => drop(text.splice(start..end, other)),
        4 => drop(text.splice(start..end, word)),
        5 => drop(text.splice(start..start, word)),
        6 => {
            let length = numbers.below(60).min(text.len() - start);
            let copy = text[start..start + length].to_vec();
            text.splice(other_end..other_end, copy);
        }
        7 => {
            // A swap, done from behind so that the first range stays where it is.
            let (first, second) =
                ((start, end).min((other_start, other_end)), (start, end).max((other_start, other_end)));
            if first != second {
                let (a, b) = (text[first.0..first.1].to_vec(), text[second.0..second.1].to_vec());
                text.splice(second.0..second.1, a);
                text.splice(first.0..first.1, b);
            }
        }
        _ => text.truncate(numbers.below(text.len())),
    }
}
