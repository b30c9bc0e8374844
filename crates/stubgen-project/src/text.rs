//! The bytes of a user's text file to a text that can be edited, and back in the file's own style.
//!
//! ```text
//! EF BB BF "a\r\nb\r\n" --decode--> "a\nb\n" --an edit--> "a\nx\nb\n" --encode--> EF BB BF "a\r\nx\r\nb\r\n"
//! ```
//!
//! An edit sees `\n` alone and no byte order mark. What was not edited comes back byte for byte, mixed line ends
//! included; an edited text gets the line ends that most of its lines had.

use std::str::Utf8Error;

/// The byte order mark, which some editors put before the text.
const MARK: &str = "\u{feff}";

/// A text file and its style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    bytes: Vec<u8>,
    content: String,
    start: Start,
    line_end: LineEnd,
}

/// How a file begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Plain,
    Marked,
}

/// How the lines of a file end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    Lf,
    CrLf,
}

/// The file is no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is not UTF-8")]
pub struct NotText {
    /// The line with the first byte that does not belong, from 1.
    pub line: usize,
}

impl Text {
    /// The text of a file.
    ///
    /// # Errors
    ///
    /// When it is not UTF-8.
    pub fn decode(bytes: impl Into<Vec<u8>>) -> Result<Self, NotText> {
        let bytes = bytes.into();
        let whole = std::str::from_utf8(&bytes).map_err(|error| NotText { line: line_of(&error, &bytes) })?;
        let (start, text) = match whole.strip_prefix(MARK) {
            Some(rest) => (Start::Marked, rest),
            None => (Start::Plain, whole),
        };
        let all = text.matches('\n').count();
        let returns = text.matches("\r\n").count();
        let line_end = if returns > all - returns { LineEnd::CrLf } else { LineEnd::Lf };
        let content = text.replace("\r\n", "\n");
        Ok(Self { bytes, content, start, line_end })
    }

    /// The text with `\n` at the end of each line and without a byte order mark.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// The file with this `content`, in the style of the file that was decoded.
    pub fn encode(&self, content: &str) -> Vec<u8> {
        if content == self.content {
            return self.bytes.clone();
        }
        let mark = match self.start {
            Start::Plain => "",
            Start::Marked => MARK,
        };
        let lines = match self.line_end {
            LineEnd::Lf => content.to_string(),
            LineEnd::CrLf => content.replace('\n', "\r\n"),
        };
        format!("{mark}{lines}").into_bytes()
    }
}

fn line_of(error: &Utf8Error, bytes: &[u8]) -> usize {
    1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_keeps_the_style_of_the_file() {
        for (before, seen, after) in [
            ("a\nb\n", "a\nb\n", "a\nx\nb\n"),
            ("a\r\nb\r\n", "a\nb\n", "a\r\nx\r\nb\r\n"),
            ("\u{feff}a\r\nb\r\n", "a\nb\n", "\u{feff}a\r\nx\r\nb\r\n"),
            ("\u{feff}a\nb", "a\nb", "\u{feff}a\nx\nb"),
            ("a\r\nb\r\nc\n", "a\nb\nc\n", "a\r\nx\r\nb\r\nc\r\n"),
            ("a\r\nb\n", "a\nb\n", "a\nx\nb\n"),
            ("a\rb\n", "a\rb\n", "a\nx\rb\n"),
            ("", "", "x"),
        ] {
            let text = Text::decode(before).expect("UTF-8");
            assert_eq!(text.content(), seen, "{before:?}");
            let edited = if seen.is_empty() { "x".to_string() } else { seen.replacen('a', "a\nx", 1) };
            assert_eq!(String::from_utf8(text.encode(&edited)).expect("UTF-8"), after);
            assert_eq!(text.encode(text.content()), before.as_bytes());
        }
    }

    #[test]
    fn what_is_not_utf_8_is_refused_with_its_line() {
        assert_eq!(Text::decode(*b"a\nb\n\xff"), Err(NotText { line: 3 }));
    }
}
