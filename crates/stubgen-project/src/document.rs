//! A user's TOML text to a document whose layout stays while it is edited.
//!
//! The three edits (`component_manifest`, `workspace_manifest`, `makefile`) share how a text is parsed, how a table is
//! entered or made on the way to a key, and what is wrong with a text.

use std::fmt;

use toml_edit::{DocumentMut, InlineTable, Item, Table, TableLike, TomlError, Value};

/// Why a TOML file cannot be edited.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// The text is not TOML.
    #[error("not valid TOML: {message}")]
    Syntax {
        /// Where the parser stopped.
        position: Position,
        /// What the parser says.
        message: String,
    },
    /// A key holds something else than it must.
    #[error("`{key}` is {found}, not {expected}")]
    Kind {
        /// The whole key, with dots.
        key: String,
        /// What it must hold.
        expected: &'static str,
        /// What it holds.
        found: &'static str,
    },
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl DocumentError {
    /// Where in the text it is, as far as that is known.
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::Syntax { position, .. } => Some(*position),
            Self::Kind { .. } => None,
        }
    }
}

/// The document of a text.
pub(crate) fn parse(text: &str) -> Result<DocumentMut, DocumentError> {
    text.parse().map_err(|error: TomlError| DocumentError::Syntax {
        position: position(text, error.span().map_or(0, |span| span.start)),
        message: error.message().trim_end().replace('\n', ", "),
    })
}

/// The text of an edited document. Where the user's text has no line end at its end, it gets none.
pub(crate) fn text(document: &DocumentMut, before: &str) -> String {
    let mut text = document.to_string();
    if !before.is_empty() && !before.ends_with('\n') && text.ends_with('\n') {
        text.pop();
    }
    text
}

fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Position { line: 1 + before.matches('\n').count(), column: 1 + line.chars().count() }
}

/// The table behind the last of `keys`, if there is one.
pub(crate) fn table<'a>(root: &'a mut Item, keys: &[&str]) -> Result<Option<&'a mut Item>, DocumentError> {
    let mut item = root;
    for (depth, key) in keys.iter().enumerate() {
        match table_like(item, &keys[..depth])?.get_mut(key) {
            Some(found) if !found.is_none() => item = found,
            _ => return Ok(None),
        }
    }
    table_like(item, keys)?;
    Ok(Some(item))
}

/// The table behind the last of `keys`. Those that are missing are made in the style of the one around them: with
/// a header, with dotted keys, or inline.
pub(crate) fn table_made<'a>(root: &'a mut Item, keys: &[&str]) -> Result<&'a mut Item, DocumentError> {
    let mut item = root;
    for (depth, key) in keys.iter().enumerate() {
        if table_like(item, &keys[..depth])?.get(key).is_none_or(Item::is_none) {
            let fresh = empty_like(item);
            insert(item, key, fresh);
        }
        item = table_like(item, &keys[..depth])?.get_mut(key).expect("a key that was just inserted is there");
    }
    table_like(item, keys)?;
    Ok(item)
}

/// An empty table in the style of `item`.
fn empty_like(item: &Item) -> Item {
    match item {
        Item::Value(_) => Item::Value(InlineTable::new().into()),
        Item::Table(around) => {
            let mut table = Table::new();
            table.set_implicit(true);
            table.set_dotted(around.is_dotted());
            Item::Table(table)
        }
        Item::None | Item::ArrayOfTables(_) => Item::Table(Table::new()),
    }
}

/// Adds an entry at the end of a table. In an inline table its value takes over what was before the closing brace.
pub(crate) fn insert(table: &mut Item, key: &str, mut item: Item) {
    if let (Item::Value(Value::InlineTable(inline)), Item::Value(new)) = (&mut *table, &mut item) {
        pass_suffix(inline, new);
    }
    if let Some(table) = table.as_table_like_mut() {
        table.insert(key, item);
    }
}

/// Moves what is before the closing brace, or the comma, to the value that will be there.
fn pass_suffix(table: &mut InlineTable, new: &mut Value) {
    let last = table.iter_mut().last().map(|(_, value)| value);
    match last {
        Some(Value::InlineTable(dotted)) if dotted.is_dotted() => pass_suffix(dotted, new),
        Some(last) => {
            if let Some(suffix) = last.decor().suffix().cloned() {
                new.decor_mut().set_suffix(suffix);
                last.decor_mut().set_suffix("");
            }
        }
        None => {}
    }
}

/// Removes an entry of a table. In an inline table the last value takes over what was before the closing brace.
pub(crate) fn remove(table: &mut Item, key: &str) {
    if let Item::Value(Value::InlineTable(inline)) = &mut *table {
        let suffix = inline.iter().last().filter(|(last, _)| *last == key).map(|(_, value)| value.decor().clone());
        inline.remove(key);
        let suffix = suffix.and_then(|decor| decor.suffix().cloned());
        if let (Some(suffix), Some((_, last))) = (suffix, inline.iter_mut().last()) {
            last.decor_mut().set_suffix(suffix);
        }
    } else if let Some(table) = table.as_table_like_mut() {
        table.remove(key);
    }
}

/// The table that `item` is; `keys` lead to it.
pub(crate) fn table_like<'a>(item: &'a mut Item, keys: &[&str]) -> Result<&'a mut dyn TableLike, DocumentError> {
    let found = item.type_name();
    item.as_table_like_mut().ok_or_else(|| kind(keys, "a table", found))
}

/// The error of a key that holds something else than it must.
pub(crate) fn kind(keys: &[&str], expected: &'static str, found: &'static str) -> DocumentError {
    let found = match found {
        "string" => "a string",
        "integer" => "an integer",
        "float" => "a float",
        "boolean" => "a boolean",
        "datetime" => "a date",
        "array" => "an array",
        "array of tables" => "an array of tables",
        "table" | "inline table" => "a table",
        _ => "something else",
    };
    DocumentError::Kind { key: keys.join("."), expected, found }
}
