//! Where something is in the user's files.

use std::fmt;
use std::path::Path;

/// A file or folder, and the position in it, if that is known. Its text is `path:line:column` or the path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Location {
    /// The path as the user wrote it, or the name of a text without a path.
    pub path: String,
    /// The position in the file.
    pub position: Option<Position>,
}

/// A position in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
}

impl Location {
    /// A position in the file at `path`.
    pub fn new(path: impl Into<String>, position: Position) -> Self {
        Self { path: path.into(), position: Some(position) }
    }
}

impl From<&Path> for Location {
    fn from(path: &Path) -> Self {
        Self { path: path.display().to_string(), position: None }
    }
}

impl Position {
    /// The position in this line and column, both counted from 1.
    pub(crate) fn new(line: usize, column: usize) -> Self {
        // The parser takes no text of 4 GiB.
        let number = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Self { line: number(line), column: number(column) }
    }

    /// The position of a byte in `text`.
    pub fn of(text: &str, offset: usize) -> Self {
        Self::new(1, 1).after(text.get(..offset).unwrap_or(text))
    }

    /// The position after `text`, which starts at this one.
    pub(crate) fn after(self, text: &str) -> Self {
        let (line, column) = (self.line as usize, self.column as usize);
        match text.rsplit_once('\n') {
            Some((before, last)) => Self::new(line + before.matches('\n').count() + 1, last.chars().count() + 1),
            None => Self::new(line, column + text.chars().count()),
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => write!(f, "{}:{position}", self.path),
            None => f.write_str(&self.path),
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
