//! Text from guests -> text that is safe to print on a terminal.

/// Escapes all control characters except line feeds, so that the names, values and errors of a guest cannot colour or
/// clear the terminal.
pub fn escape_control(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() && c != '\n' {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(escape_control("a\u{1b}[2J\r\u{9b}\té\n"), "a\\u{1b}[2J\\r\\u{9b}\\té\n");
    }
}
