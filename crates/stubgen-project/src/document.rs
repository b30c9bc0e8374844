//! A user's TOML text to a document whose layout stays while it is edited.
//!
//! The three edits (`component_manifest`, `workspace_manifest`, `makefile`) share how a text is parsed, how a table is
//! entered or made on the way to a key, and what is wrong with a text.

use std::fmt;

use toml_edit::{Decor, DocumentMut, InlineTable, Item, RawString, Table, TableLike, TomlError, Value};

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

/// What ends the line of an entry that is removed, but whose comments stay: they are what is before that line.
const GONE: &str = " # \u{e000}removed by wasm-rpc-stubgen";

/// The text of an edited document. Where the user's text has no line end at its end, it gets none.
pub(crate) fn text(document: &DocumentMut, before: &str) -> String {
    let text = document.to_string();
    let mut text: String = text.split_inclusive('\n').filter(|line| !line.trim_end().ends_with(GONE)).collect();
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

/// Removes an entry of a table. In an inline table the last value takes over what was before the closing brace; in others
/// the comments above the entry stay, with a line that [`text`] leaves out in its place.
pub(crate) fn remove(table: &mut Item, key: &str) {
    if let Item::Value(Value::InlineTable(inline)) = &mut *table {
        let suffix = inline.iter().last().filter(|(last, _)| *last == key).map(|(_, value)| value.decor().clone());
        inline.remove(key);
        let suffix = suffix.and_then(|decor| decor.suffix().cloned());
        if let (Some(suffix), Some((_, last))) = (suffix, inline.iter_mut().last()) {
            last.decor_mut().set_suffix(suffix);
        }
    } else if let Some(table) = table.as_table_like_mut()
        && let Some((mut name, item)) = table.get_key_value_mut(key)
    {
        let above = above(name.leaf_decor(), item);
        match kept(&above) {
            None => _ = table.remove(key),
            Some(kept) => leave_line(name.leaf_decor_mut(), item, kept),
        }
    }
}

/// Whether an entry is removed, and only its comments are there.
pub(crate) fn is_gone(item: &Item) -> bool {
    let decor = match item {
        Item::Value(value) => value.decor(),
        Item::Table(table) => table.decor(),
        Item::None | Item::ArrayOfTables(_) => return item.is_none(),
    };
    text_of(decor.suffix()) == GONE
}

/// What is above the lines of an entry: of its header and of what is gone already, or of all its keys when they are dotted.
fn above(name: &Decor, item: &Item) -> String {
    match item {
        Item::Table(table) if table.is_dotted() => above_all(table, |_| true),
        Item::Table(table) if table.is_implicit() => {
            table.iter().map(|(_, item)| above(&Decor::default(), item)).collect()
        }
        Item::Table(table) => format!("{}{}", text_of(table.decor().prefix()), above_all(table, is_gone)),
        Item::Value(_) | Item::None | Item::ArrayOfTables(_) => text_of(name.prefix()).to_string(),
    }
}

/// What is above those entries of a table that are meant.
fn above_all(table: &Table, is_meant: impl Fn(&Item) -> bool) -> String {
    let meant = table.iter().filter(|(_, item)| is_meant(item));
    meant.filter_map(|(key, item)| Some(above(table.key(key)?.leaf_decor(), item))).collect()
}

/// The comments in what is above a removed entry, without the line that parts them from it.
fn kept(above: &str) -> Option<&str> {
    let has_comment = above.lines().any(|line| !line.trim().is_empty());
    let parted = above.strip_suffix('\n').filter(|above| above.ends_with('\n'));
    has_comment.then_some(parted.unwrap_or(above))
}

/// Makes an entry one line, which [`text`] leaves out, below the comments that are kept.
fn leave_line(name: &mut Decor, item: &mut Item, kept: &str) {
    match item {
        Item::Table(table) if !table.is_dotted() => {
            table.clear();
            table.set_implicit(false);
            *table.decor_mut() = Decor::new(kept, GONE);
        }
        Item::Table(_) | Item::Value(_) | Item::None | Item::ArrayOfTables(_) => {
            name.set_prefix(kept);
            let mut line = Value::from(false);
            *line.decor_mut() = Decor::new(" ", GONE);
            *item = Item::Value(line);
        }
    }
}

fn text_of(raw: Option<&RawString>) -> &str {
    raw.and_then(RawString::as_str).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_above_what_is_removed_stay() {
        for (before, after) in [
            ("[t]\n# a\na = 1 # x\n# b\nb = 2\n", "[t]\n# a\n# b\nb = 2\n"),
            ("[t]\nb = 2 # b\n\n# a\na = [\n  1, # one\n]\n# end\n", "[t]\nb = 2 # b\n\n# a\n# end\n"),
            ("# t\n[t]\na = 1\n", "# t\n[t]\n"),
            ("[t]\na = 1\n", "[t]\n"),
            ("[t]\n# 1\na.x = 1\n# 2\na.y = 2\nb = 3\n", "[t]\n# 1\n# 2\nb = 3\n"),
            ("x = 1\n# tail\n\n# a\n[t.a] # h\n# in\ny = 1\n\n# b\n[t.b]\n", "x = 1\n# tail\n\n# a\n\n# b\n[t.b]\n"),
            ("x = 1\n# tail\n\n[t.a]\ny = 1\n\n[t.b]\n", "x = 1\n# tail\n\n[t.b]\n"),
            ("[t.b]\n\n[t.a]\ny = 1\n\n[z]\n", "[t.b]\n\n[z]\n"),
            ("[t.b]\n\n# a\n[t.a.c]\ny = 1\n\n# z\n[z]\n", "[t.b]\n\n# a\n\n# z\n[z]\n"),
        ] {
            let mut document = parse(before).expect("TOML");
            let table = table(document.as_item_mut(), &["t"]).expect("tables").expect("it is there");
            remove(table, "a");
            assert!(table.get("a").is_none_or(is_gone));
            assert_eq!(text(&document, before), after);
        }
    }
}
