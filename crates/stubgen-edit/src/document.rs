//! A TOML document that keeps its layout while it is edited.
//!
//! The edits (`component_manifest`, `workspace_manifest`, `makefile`, `settings`) share parsing, finding and adding tables, removing
//! entries, and errors.

use toml_edit::{Decor, DocumentMut, InlineTable, Item, RawString, Table, TableLike, TomlError, Value};
use wasm_rpc_stubgen_model::Position;

/// Why a text cannot be edited as TOML.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DocumentError {
    /// Where the parser stopped; `None` for valid TOML with a value of a wrong type.
    pub position: Option<Position>,
    message: String,
}

/// The document of a text.
pub(crate) fn parse(text: &str) -> Result<DocumentMut, DocumentError> {
    text.parse().map_err(|error: TomlError| DocumentError {
        position: Some(Position::of(text, error.span().map_or(0, |span| span.start))),
        message: format!("not valid TOML: {}", error.message().trim_end().replace('\n', ", ")),
    })
}

/// The end of a line that stands for a removed entry, so that the comments above it stay.
const REMOVED: &str = " # \u{e000}removed by wasm-rpc-stubgen";

/// The text of an edited document. It ends with a line end only if the text `before` did.
pub(crate) fn text(document: &DocumentMut, before: &str) -> String {
    let text = document.to_string();
    let is_removed = |line: &&str| line.trim_end().ends_with(REMOVED) && !before.contains(line.trim_end());
    let mut text: String = text.split_inclusive('\n').filter(|line| !is_removed(line)).collect();
    if !before.is_empty() && !before.ends_with('\n') && text.ends_with('\n') {
        text.pop();
    }
    text
}

/// The table at the path `keys`, if it exists.
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

/// The table at the path `keys`. Missing tables are added in the style of the table around them: with a header, with dotted
/// keys, or inline.
pub(crate) fn ensure_table<'a>(root: &'a mut Item, keys: &[&str]) -> Result<&'a mut Item, DocumentError> {
    let mut item = root;
    for (depth, key) in keys.iter().enumerate() {
        if table_like(item, &keys[..depth])?.get(key).is_none_or(Item::is_none) {
            let fresh = empty_like(item);
            insert(item, key, fresh);
        }
        item = table_like(item, &keys[..depth])?.get_mut(key).expect("the key was just inserted");
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

/// Adds an entry at the end of a table. In an inline table, the space before the closing brace moves behind it.
pub(crate) fn insert(table: &mut Item, key: &str, mut item: Item) {
    if let (Item::Value(Value::InlineTable(inline)), Item::Value(new)) = (&mut *table, &mut item) {
        pass_suffix(inline, new);
    }
    if let Some(table) = table.as_table_like_mut() {
        table.insert(key, item);
    }
}

/// Moves the space before the closing brace to the `new` last value.
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

/// Removes an entry of a table. The comments above it stay: a line that [`text`] leaves out takes its place. In an inline
/// table, the space before the closing brace stays.
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
        match comments(&above) {
            None => _ = table.remove(key),
            Some(comments) => leave_line(name.leaf_decor_mut(), item, comments),
        }
    }
}

/// Whether an entry was removed, and only its comments are left.
pub(crate) fn is_removed(item: &Item) -> bool {
    let decor = match item {
        Item::Value(value) => value.decor(),
        Item::Table(table) => table.decor(),
        Item::None | Item::ArrayOfTables(_) => return item.is_none(),
    };
    text_of(decor.suffix()) == REMOVED
}

/// The text above an entry: above its header and its removed entries, or above all its keys if they are dotted.
fn above(name: &Decor, item: &Item) -> String {
    match item {
        Item::Table(table) if table.is_dotted() => above_all(table, |_| true),
        Item::Table(table) if table.is_implicit() => {
            table.iter().map(|(_, item)| above(&Decor::default(), item)).collect()
        }
        Item::Table(table) => format!("{}{}", text_of(table.decor().prefix()), above_all(table, is_removed)),
        Item::Value(_) | Item::None | Item::ArrayOfTables(_) => text_of(name.prefix()).to_string(),
    }
}

/// The text above the selected entries of a table.
fn above_all(table: &Table, is_selected: impl Fn(&Item) -> bool) -> String {
    let selected = table.iter().filter(|(_, item)| is_selected(item));
    selected.filter_map(|(key, item)| Some(above(table.key(key)?.leaf_decor(), item))).collect()
}

/// The comments in the text above a removed entry, without the blank line between them and the entry.
fn comments(above: &str) -> Option<&str> {
    let has_comment = above.lines().any(|line| !line.trim().is_empty());
    let separated = above.strip_suffix('\n').filter(|above| above.ends_with('\n'));
    has_comment.then_some(separated.unwrap_or(above))
}

/// Replaces an entry by a line that [`text`] leaves out, below the comments.
fn leave_line(name: &mut Decor, item: &mut Item, comments: &str) {
    match item {
        Item::Table(table) if !table.is_dotted() => {
            table.clear();
            table.set_implicit(false);
            *table.decor_mut() = Decor::new(comments, REMOVED);
        }
        Item::Table(_) | Item::Value(_) | Item::None | Item::ArrayOfTables(_) => {
            name.set_prefix(comments);
            let mut line = Value::from(false);
            *line.decor_mut() = Decor::new(" ", REMOVED);
            *item = Item::Value(line);
        }
    }
}

fn text_of(raw: Option<&RawString>) -> &str {
    raw.and_then(RawString::as_str).unwrap_or_default()
}

/// `item` as a table; `keys` is its path.
pub(crate) fn table_like<'a>(item: &'a mut Item, keys: &[&str]) -> Result<&'a mut dyn TableLike, DocumentError> {
    let found = item.type_name();
    item.as_table_like_mut().ok_or_else(|| wrong_type(keys, "a table", found))
}

/// The error of a value of a wrong type.
pub(crate) fn wrong_type(keys: &[&str], expected: &str, found: &str) -> DocumentError {
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
    DocumentError { position: None, message: format!("`{}` is {found}, not {expected}", keys.join(".")) }
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
            let table = table(document.as_item_mut(), &["t"]).expect("tables").expect("the table exists");
            remove(table, "a");
            assert!(table.get("a").is_none_or(is_removed));
            assert_eq!(text(&document, before), after);
        }
    }
}
