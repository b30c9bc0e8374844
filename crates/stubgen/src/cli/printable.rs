//! Text that is safe to print on a terminal: control characters, marks that reorder text, and characters without a width
//! are escaped.
//!
//! File names, WIT and error texts of tools can contain them. Everything that is printed passes here.

use std::borrow::Cow;

/// `text` with escapes such as `\u{1b}`. Line feeds stay; tabs become blanks.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\t' => safe.push_str("    "),
            c if is_hidden(c) => safe.extend(c.escape_unicode()),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// The same on one line.
pub fn printable_line(text: &str) -> String {
    printable(text).replace('\n', "\\n")
}

/// Control characters but line feeds, marks of direction, separators of lines and paragraphs, and characters without a
/// width: what `wasm-rpc-run` escapes, too.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        assert_eq!(printable("plain é 🦀\nnext"), "plain é 🦀\nnext");
        assert_eq!(printable("a\u{1b}[31mb\r\tc\u{85}\0\u{7f}"), "a\\u{1b}[31mb\\u{d}    c\\u{85}\\u{0}\\u{7f}");
        assert_eq!(printable("a\u{202e}b\u{2067}\u{200f}"), "a\\u{202e}b\\u{2067}\\u{200f}");
        assert_eq!(printable("a\u{200b}b\u{2060}\u{feff}\u{e0041}"), "a\\u{200b}b\\u{2060}\\u{feff}\\u{e0041}");
        assert_eq!(printable("👩\u{200d}💻"), "👩\u{200d}💻", "joins characters into one");
        assert_eq!(printable_line("a\nb"), "a\\nb");
    }
}
