//! Text from guests -> text that is safe to print on a terminal.

/// Escapes all control characters except line feeds and tabs, and what reorders text, so that the names, values, errors and
/// output of a guest cannot colour or clear the terminal, or pretend to be other text.
pub fn escape_control(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if (c.is_control() && c != '\n' && c != '\t') || is_invisible_format(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Marks of direction, separators of lines and paragraphs, and characters without a width.
fn is_invisible_format(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(escape_control("a\u{1b}[2J\r\u{9b}\té\n"), "a\\u{1b}[2J\\r\\u{9b}\té\n");
        assert_eq!(escape_control("\u{202e}\u{2066}ab\u{200d}c"), "\\u{202e}\\u{2066}ab\u{200d}c");
    }
}
