//! Text from guests -> text that is safe to print on a terminal.

/// Escapes all control characters except line feeds and tabs, marks that reorder text, and characters without a width, so
/// that the names, values, errors and output of a guest cannot colour or clear the terminal, or pretend to be other text.
pub fn escape_control(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// The same for JSON, which stays the same value: such characters occur only in strings, where an escape of their UTF-16
/// units means the same.
pub fn escape_control_in_json(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) {
            shown.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            shown.push(c);
        }
    }
    shown
}

fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c,
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
        assert_eq!(escape_control("a\u{200b}b\u{2060}\u{feff}\u{e0041}"), "a\\u{200b}b\\u{2060}\\u{feff}\\u{e0041}");
    }

    #[test]
    fn json_stays_the_same_value() {
        let value = serde_json::json!({ "a": "\u{1b}\u{9b}\u{7f}\u{202e}\u{e0041}é\n\t" });
        let shown = escape_control_in_json(&value.to_string());
        assert!(!shown.contains(is_hidden), "{shown}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
    }
}
