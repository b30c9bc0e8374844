//! A user's text file: read for an edit, and written back in its own style.
//!
//! ```text
//! EF BB BF "a\r\nb\r\n" --read--> "a\nb\n" --an edit--> "a\nx\nb\n" --encode--> EF BB BF "a\r\nx\r\nb\r\n"
//! ```
//!
//! An edit sees only `\n`, and no byte order mark. Text without changes is written back byte for byte, also with mixed line
//! ends; an edited text gets the line ends that most of its lines had.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_model::Position;

use crate::document::DocumentError;
use crate::edit_error::{EditError, Reason};

/// The byte order mark, which some editors write before the text.
const MARK: &str = "\u{feff}";

/// A text file and its style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    path: PathBuf,
    bytes: Vec<u8>,
    content: String,
    /// The byte order mark, or nothing.
    mark: &'static str,
    line_end: &'static str,
}

impl TextFile {
    /// Reads the file at `path`.
    ///
    /// # Errors
    ///
    /// When it does not exist, is not a regular file, cannot be read, or is not UTF-8.
    pub fn read(path: &Path) -> Result<Self, EditError> {
        // Reading a pipe would block.
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(EditError::new(path, Reason::NotRegular));
        }
        let bytes = fs::read(path).map_err(|error| EditError::new(path, error))?;
        Self::decode(path, bytes)
    }

    /// Reads the file at `path`; a file that does not exist is empty.
    ///
    /// # Errors
    ///
    /// As for [`TextFile::read`].
    pub fn read_or_empty(path: &Path) -> Result<Self, EditError> {
        let is_missing = fs::metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        if is_missing { Self::decode(path, Vec::new()) } else { Self::read(path) }
    }

    fn decode(path: &Path, bytes: Vec<u8>) -> Result<Self, EditError> {
        let whole = std::str::from_utf8(&bytes).map_err(|error| {
            let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            EditError::new(path, Reason::NotUtf8 { position: Position::of(&valid, valid.len()) })
        })?;
        let (mark, text) = whole.strip_prefix(MARK).map_or(("", whole), |text| (MARK, text));
        let crlf = text.matches("\r\n").count();
        let line_end = if 2 * crlf > text.matches('\n').count() { "\r\n" } else { "\n" };
        let content = text.replace("\r\n", "\n");
        Ok(Self { path: path.to_path_buf(), bytes, content, mark, line_end })
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text, with `\n` at the end of each line and without a byte order mark.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// The bytes of the file with this `content`, in the style of the file.
    pub fn encode(&self, content: &str) -> Vec<u8> {
        if content == self.content {
            return self.bytes.clone();
        }
        format!("{}{}", self.mark, content.replace('\n', self.line_end)).into_bytes()
    }

    /// The error of an edit of this file.
    pub fn error(&self, error: DocumentError) -> EditError {
        EditError::new(&self.path, error)
    }
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
            let text = TextFile::decode(Path::new("f"), before.into()).expect("UTF-8");
            assert_eq!(text.content(), seen, "{before:?}");
            let edited = if seen.is_empty() { "x".to_string() } else { seen.replacen('a', "a\nx", 1) };
            assert_eq!(String::from_utf8(text.encode(&edited)).expect("UTF-8"), after);
            assert_eq!(text.encode(text.content()), before.as_bytes());
        }
    }

    #[test]
    fn text_that_is_not_utf_8_is_refused_with_its_line() {
        let error = TextFile::decode(Path::new("f"), b"a\nb\n\xff".to_vec()).expect_err("not UTF-8");
        assert_eq!(error.to_string(), "cannot edit `f`: line 3 is not UTF-8");
    }
}
