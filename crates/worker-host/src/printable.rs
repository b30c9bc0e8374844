//! Text of guests -> text that a terminal shows as it is.

/// The text with its control characters escaped, except line feeds: a worker can neither colour nor clear a terminal with
/// its names, values and errors.
pub fn printable(text: &str) -> String {
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
        assert_eq!(printable("a\u{1b}[2J\r\u{9b}\té\n"), "a\\u{1b}[2J\\r\\u{9b}\\té\n");
    }
}
