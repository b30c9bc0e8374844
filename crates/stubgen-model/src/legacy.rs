//! The WIT syntax of 2024 to today's, in memory.
//!
//! | 2024 | today | action |
//! | --- | --- | --- |
//! | `float32`, `float64` | `f32`, `f64` | replaced, with a warning |
//! | `-> ()` | nothing | removed, with a warning |
//! | `-> (name: type)` | `-> type` | an error with a hint |
//!
//! Each replacement is padded with blanks to the length of the original, so that the parser's spans are those of the
//! user's file. Everything else, including invalid input, is left to the parser.

use crate::Diagnostic;
use crate::location::{Location, Position};
use crate::tokens::{Token, tokenize};

/// The text in today's syntax, with messages.
pub(crate) struct Modernized {
    /// The text, as long as the input.
    pub text: String,
    /// Warnings about replacements, errors about syntax without equivalent.
    pub diagnostics: Vec<Diagnostic>,
}

/// Translates `source`, the content of the file `path`.
pub(crate) fn modernize(path: &str, source: &str) -> Modernized {
    let tokens = tokenize(source);
    let mut text = source.as_bytes().to_vec();
    let mut diagnostics = Vec::new();
    for (old, new) in [("float32", "f32"), ("float64", "f64")] {
        let places = type_names(&tokens, old);
        for start in &places {
            blank(&mut text, *start, old.len());
            text[*start..start + new.len()].copy_from_slice(new.as_bytes());
        }
        if let Some(first) = places.first() {
            diagnostics.push(
                Diagnostic::warning(format!("`{old}` is the 2024 syntax for `{new}`"))
                    .at(Location::new(path, Position::of(source, *first)))
                    .hint(format!(
                        "write `{new}` in {}; today's binding generators reject `{old}`",
                        lines(source, &places)
                    )),
            );
        }
    }
    let (unit, named) = old_results(&tokens);
    for (start, end) in &unit {
        blank(&mut text, *start, end - start);
    }
    if let Some((first, _)) = unit.first() {
        let places: Vec<usize> = unit.iter().map(|(start, _)| *start).collect();
        diagnostics.push(
            Diagnostic::warning("`-> ()` is the 2024 syntax for no result")
                .at(Location::new(path, Position::of(source, *first)))
                .hint(format!("remove `-> ()` in {}; today's binding generators reject it", lines(source, &places))),
        );
    }
    // Counting from the previous place keeps this linear in the size of the file.
    let (mut position, mut counted) = (Position::of(source, 0), 0);
    diagnostics.extend(named.iter().map(|start| {
        position = position.after(&source[counted..*start]);
        counted = *start;
        Diagnostic::error("WIT no longer has named results")
            .at(Location::new(path, position))
            .hint("write `-> type`; use a record or a tuple for several results")
    }));
    let text = String::from_utf8(text).expect("ASCII is replaced by ASCII");
    Modernized { text, diagnostics }
}

/// `source` in today's syntax, without padding.
pub(crate) fn translated(source: &str) -> String {
    let tokens = tokenize(source);
    let floats = [("float32", "f32"), ("float64", "f64")].into_iter().flat_map(|(old, new)| {
        let places = type_names(&tokens, old);
        places.into_iter().map(move |start| (start, start + old.len(), new))
    });
    let units = old_results(&tokens).0.into_iter().map(|(start, end)| {
        // The blanks before the arrow go, too.
        (source[..start].trim_end_matches([' ', '\t']).len(), end, "")
    });
    let mut edits: Vec<_> = floats.chain(units).collect();
    edits.sort_unstable();
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for (start, end, new) in edits {
        text.push_str(&source[at..start]);
        text.push_str(new);
        at = end;
    }
    text.push_str(&source[at..]);
    text
}

/// The most lines that a hint lists.
const MAX_LINES: usize = 20;

/// `line 3` or `lines 3, 5 and 8`: the lines of the places, which are sorted.
fn lines(source: &str, places: &[usize]) -> String {
    let (mut line, mut counted) = (1, 0);
    let mut lines: Vec<usize> = Vec::new();
    for place in places {
        line += source[counted..*place].matches('\n').count();
        counted = *place;
        if lines.last() != Some(&line) {
            lines.push(line);
        }
    }
    let more = lines.len().saturating_sub(MAX_LINES);
    let mut named: Vec<String> = lines.iter().take(MAX_LINES).map(usize::to_string).collect();
    let last = if more > 0 { format!("{more} more") } else { named.pop().unwrap_or_default() };
    match named.as_slice() {
        [] => format!("line {last}"),
        _ => format!("lines {} and {last}", named.join(", ")),
    }
}

fn blank(text: &mut [u8], start: usize, len: usize) {
    text[start..start + len].fill(b' ');
}

/// The places where `name` is a type. Empty if the name is the file's own.
fn type_names(tokens: &[Token], name: &str) -> Vec<usize> {
    if defines(tokens, name) || uses(tokens, name) {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut angle = 0usize;
    for (index, token) in tokens.iter().enumerate() {
        let previous = index.checked_sub(1).map_or("", |i| tokens[i].text);
        let next = tokens.get(index + 1).map_or("", |t| t.text);
        match token.text {
            "<" => angle += 1,
            ">" => angle = angle.saturating_sub(1),
            text if text == name => match previous {
                ":" | "->" | "=" | "(" | "<" if !matches!(next, ":" | "/" | "@" | ".") => places.push(token.start),
                "," if angle > 0 => places.push(token.start),
                _ => {}
            },
            _ => {}
        }
    }
    places
}

/// Whether the file defines a type `name`.
fn defines(tokens: &[Token], name: &str) -> bool {
    let is_keyword = |word: &str| matches!(word, "type" | "record" | "variant" | "enum" | "flags" | "resource");
    tokens.windows(2).any(|pair| is_keyword(pair[0].text) && is_identifier(pair[1].text, name))
}

/// Whether a `use` of the file brings in a type as `name`: `use t.{name}`, `use t.{other as name}`.
fn uses(tokens: &[Token], name: &str) -> bool {
    let statements = tokens.split(|token| token.text == ";");
    statements.filter_map(used_names).flatten().any(|used| is_identifier(used, name))
}

/// The names that the `use` at the end of `statement` brings in; `statement` is all between two semicolons.
fn used_names<'a>(statement: &[Token<'a>]) -> Option<Vec<&'a str>> {
    let start = statement.iter().position(|token| token.text == "use")?;
    let open = start + statement[start..].iter().position(|token| token.text == "{")? + 1;
    let close = open + statement[open..].iter().position(|token| token.text == "}")?;
    // `as` renames what comes before it, so that the last word counts.
    let names = statement[open..close].split(|token| token.text == ",");
    Some(names.filter_map(|words| words.last()).map(|token| token.text).collect())
}

/// Whether `word` is the identifier `name`, perhaps with `%`.
fn is_identifier(word: &str, name: &str) -> bool {
    word.strip_prefix('%').unwrap_or(word) == name
}

/// The byte ranges of `-> ()`, and the offsets of `-> (name: …)`.
fn old_results(tokens: &[Token]) -> (Vec<(usize, usize)>, Vec<usize>) {
    let (mut unit, mut named) = (Vec::new(), Vec::new());
    for window in tokens.windows(3) {
        match [window[0].text, window[1].text, window[2].text] {
            ["->", "(", ")"] => unit.push((window[0].start, window[2].end())),
            ["->", "(", _] => named.push(window[0].start),
            _ => {}
        }
    }
    (unit, named)
}

#[cfg(test)]
mod tests {
    use super::modernize;

    fn text(source: &str) -> String {
        modernize("a.wit", source).text
    }

    #[test]
    fn old_float_names_are_replaced_in_place() {
        let source = "record r { a: float32, b: list<tuple<u8, float64>> }\nf: func(x: float32) -> float64;";
        let modern = modernize("a.wit", source);
        assert_eq!(
            modern.text,
            "record r { a: f32    , b: list<tuple<u8, f64    >> }\nf: func(x: f32    ) -> f64    ;"
        );
        assert_eq!(modern.diagnostics.len(), 2);
        assert_eq!(modern.diagnostics[0].to_string().lines().nth(1), Some(" --> a.wit:1:15"));
    }

    #[test]
    fn a_translated_text_can_have_no_padding() {
        let source = "// float32\nf: func(a: float32, b: list<float64>) -> ();\ng: func() -> float32;";
        let expected = "// float32\nf: func(a: f32, b: list<f64>);\ng: func() -> f32;";
        assert_eq!(super::translated(source), expected);
        assert_eq!(super::translated(expected), expected);
    }

    #[test]
    fn the_hint_names_each_line_once() {
        let hint = |source: &str| modernize("a.wit", source).diagnostics[0].hint.clone().unwrap_or_default();
        let lines = |source: &str| {
            hint(source)
                .split_once(" in ")
                .and_then(|(_, rest)| rest.split_once(';'))
                .map(|(lines, _)| lines.to_string())
        };
        for (source, expected) in [
            ("f: func(a: float32);".to_string(), "line 1"),
            ("f: func(a: float32, b: float32);\n".to_string(), "line 1"),
            ("\nf: func(a: float32);\n\ng: func(a: float32);\nh: func(a: float32);".to_string(), "lines 2, 4 and 5"),
            ("f: func() -> ();\nf: func() -> ();".to_string(), "lines 1 and 2"),
            (
                "f: func(a: float32);\n".repeat(23),
                "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 3 more",
            ),
        ] {
            assert_eq!(lines(&source).as_deref(), Some(expected), "{source}");
        }
    }

    #[test]
    fn names_comments_and_own_types_stay() {
        for source in [
            "enum e { float32, float64 }",
            "// float32 -> ()\n/* a: float32 /* -> () */ */",
            "type float32 = f32; record r { a: float32 }",
            "float32: func();",
            "use a:float32/b.{c};",
            "record r { %float32: u8 }",
            "type %float32 = f32; record r { a: float32 }",
            "use z:types/t.{float32}; record r { a: float32 }",
            "interface i { use z:types/t@1.0.0.{x, %float32 as y, y as float32,}; f: func() -> list<float32>; }",
        ] {
            assert_eq!(text(source), source);
        }
    }

    #[test]
    fn a_renamed_type_leaves_its_name() {
        assert_eq!(text("use t.{float32 as x}; f: func(a: float32);"), "use t.{float32 as x}; f: func(a: f32    );");
        assert_eq!(text("use t as float32; f: func(a: float32);"), "use t as float32; f: func(a: f32    );");
    }

    #[test]
    fn an_empty_result_is_removed_and_a_named_one_is_an_error() {
        assert_eq!(text("f: func() -> ();"), "f: func()      ;");
        let modern = modernize("a.wit", "f: func() -> (a: u8, b: u8);");
        assert_eq!(modern.diagnostics.len(), 1);
        assert_eq!(modern.diagnostics[0].to_string().lines().nth(1), Some(" --> a.wit:1:11"));
    }

    #[test]
    fn odd_input_is_passed_on() {
        for source in ["", "/*", "\"", "->", "-> (", "é float32", "a-", "%", "-"] {
            assert_eq!(text(source).len(), source.len());
        }
    }
}
