//! Spans of WIT files to lines, columns and excerpts.
//!
//! Each file is indexed once, at its first span. Then a place takes a binary search, however long the file and its lines
//! are.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use wit_parser::{SourceMap, Span};

use crate::location::{Location, Position};

/// The most bytes of a line that an excerpt shows before and after the start of its span.
const EXCERPT_SIDE: usize = 100;

/// The distance of the offsets whose characters are counted beforehand, in bytes.
const STRIDE: usize = 256;

/// The texts of files, by the paths that their spans refer to.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: HashMap<String, SourceFile>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// Where the span starts.
    pub(crate) location: Location,
    /// The line.
    pub(crate) excerpt: Option<Excerpt>,
}

/// A part of a line with the span that a message is about. Columns count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The number of the line in its file, from 1.
    pub line: usize,
    /// The text of the line; `…` replaces the ends of a long one.
    pub text: String,
    /// The characters of the text before the span.
    pub column: usize,
    /// The characters of the span in this line, at least 1.
    pub length: usize,
}

#[derive(Debug, Clone)]
struct SourceFile {
    text: String,
    index: OnceLock<Index>,
}

/// Where the lines of a text start, and how many characters precede each multiple of [`STRIDE`].
#[derive(Debug, Clone)]
struct Index {
    lines: Vec<usize>,
    characters: Vec<usize>,
}

impl Sources {
    /// The sources of these paths and texts. Texts that share a path, as a user of the library may have them, are left
    /// out: a span does not say which of them it is in.
    pub(crate) fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut by_path: HashMap<String, Option<SourceFile>> = HashMap::new();
        for (path, text) in files {
            let file = Some(SourceFile { text, index: OnceLock::new() });
            by_path.entry(path).and_modify(|file| *file = None).or_insert(file);
        }
        Self { files: by_path.into_iter().filter_map(|(path, file)| Some((path, file?))).collect() }
    }

    /// The place of `span`, if that is known.
    pub(crate) fn place(&self, map: &SourceMap, span: Span) -> Option<Place> {
        let found = map.resolve_span(span)?;
        match self.at(found.path, found.range) {
            Some(place) => Some(place),
            None => Some(Place { location: Path::new(found.path).into(), excerpt: None }),
        }
    }

    /// The place of a range of bytes in the file at `path`.
    pub(crate) fn at(&self, path: &str, range: Range<usize>) -> Option<Place> {
        let file = self.files.get(path)?;
        let position = file.position(range.start);
        Some(Place {
            location: Location::new(path, position),
            excerpt: Some(file.excerpt(position.line as usize, range)),
        })
    }

    /// The text of the file at `path`.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|file| file.text.as_str())
    }
}

impl SourceFile {
    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.text))
    }

    fn position(&self, offset: usize) -> Position {
        let line = self.index().lines.partition_point(|start| *start <= offset);
        let start = self.index().lines[line - 1];
        Position::new(line, self.characters_before(offset) - self.characters_before(start) + 1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let counted = offset / STRIDE;
        let start = self.text.floor_char_boundary(counted * STRIDE);
        self.index().characters[counted] + self.text[start..self.text.floor_char_boundary(offset)].chars().count()
    }

    fn excerpt(&self, line: usize, range: Range<usize>) -> Excerpt {
        let lines = &self.index().lines;
        let (first, last) = (lines[line - 1], lines.get(line).map_or(self.text.len(), |next| next - 1));
        let from = range.start.min(last);
        let start = self.text.ceil_char_boundary(from.saturating_sub(EXCERPT_SIDE)).max(first);
        let end = self.text.floor_char_boundary(from + EXCERPT_SIDE).min(last);
        let marked = &self.text[from..self.text.floor_char_boundary(range.end).clamp(from, end)];
        let before = if start > first { "…" } else { "" };
        let after = if end < last { "…" } else { "" };
        Excerpt {
            line,
            text: format!("{before}{}{after}", self.text[start..end].trim_end()),
            column: before.chars().count() + self.text[start..from].chars().count(),
            length: marked.trim_end().chars().count().max(1),
        }
    }
}

impl Index {
    fn of(text: &str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        let mut counted = 0;
        for end in (STRIDE..=text.len()).step_by(STRIDE) {
            let range = text.floor_char_boundary(end - STRIDE)..text.floor_char_boundary(end);
            counted += text[range].chars().count();
            characters.push(counted);
        }
        Self { lines, characters }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, range: Range<usize>) -> (String, String, usize, usize) {
        let place =
            Sources::new([("a.wit".to_string(), text.to_string())]).at("a.wit", range).expect("there is a file");
        let excerpt = place.excerpt.expect("the text is known");
        (place.location.to_string(), excerpt.text, excerpt.column, excerpt.length)
    }

    #[test]
    fn places_are_counted_in_characters() {
        for (text, range, location, line, column, length) in [
            ("", 0..0, "a.wit:1:1", "", 0, 1),
            ("ab\ncd", 3..5, "a.wit:2:1", "cd", 0, 2),
            ("ab\n", 3..3, "a.wit:2:1", "", 0, 1),
            ("é x: y\r\nz", 3..4, "a.wit:1:3", "é x: y", 2, 1),
            ("a b\nc d", 2..7, "a.wit:1:3", "a b", 2, 1),
        ] {
            assert_eq!(excerpt(text, range), (location.to_string(), line.to_string(), column, length), "{text:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut() {
        let text = format!("{}{}", "é".repeat(5_000), "x".repeat(5_000));
        let (location, line, column, length) = excerpt(&text, 10_000..10_400);
        assert_eq!((location.as_str(), column, length), ("a.wit:1:5001", 51, 100));
        assert_eq!(line, format!("…{}{}…", "é".repeat(50), "x".repeat(100)));
    }
}
