//! A task in a `Makefile.toml`: the keys that we write.

use toml_edit::{Array, Item, TableLike, Value};

use crate::document;
use crate::toml_array;

/// The category of our tasks.
pub const CATEGORY: &str = "wasm-rpc-stubgen";

/// The maximum length of a list on one line.
const LINE: usize = 100;

/// The keys of a task that we write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// Its name.
    pub name: String,
    /// The task that it is an alias of.
    pub alias: Option<String>,
    /// The directory that it runs in.
    pub cwd: Option<String>,
    /// The program that it runs.
    pub command: Option<String>,
    /// The program's arguments.
    pub args: Vec<String>,
    /// The tasks that run before it.
    pub dependencies: Vec<String>,
}

/// Whether a task needs the key `workspace`, so that it does not run in each member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkspaceKey {
    /// It needs `workspace = false`.
    Explicit,
    /// The key is not needed.
    Absent,
}

impl Task {
    pub(super) fn read(name: &str, table: &dyn TableLike) -> Self {
        let text = |key| table.get(key).and_then(Item::as_str).map(str::to_string);
        let list = |key| table.get(key).and_then(strings).unwrap_or_default();
        Self {
            name: name.to_string(),
            alias: text("alias"),
            cwd: text("cwd"),
            command: text("command"),
            args: list("args"),
            dependencies: list("dependencies"),
        }
    }

    /// Sets each key that we write, unless it already has the right value.
    pub(super) fn write(&self, table: &mut Item, workspace: WorkspaceKey) {
        let text = |text: &Option<String>| text.as_ref().map(Value::from);
        let list = |list: &[String]| (!list.is_empty()).then(|| array(list));
        for (key, wanted) in [
            ("category", Some(CATEGORY.into())),
            ("workspace", (workspace == WorkspaceKey::Explicit).then(|| false.into())),
            ("alias", text(&self.alias)),
            ("cwd", text(&self.cwd)),
            ("command", text(&self.command)),
            ("args", list(&self.args)),
            ("dependencies", list(&self.dependencies)),
        ] {
            write_value(table, key, wanted);
        }
    }
}

fn write_value(table: &mut Item, key: &str, wanted: Option<Value>) {
    let present = table.get_mut(key).filter(|item| !item.is_none());
    match (present, wanted) {
        (None, None) => {}
        (Some(_), None) => document::remove(table, key),
        (Some(item), Some(wanted)) if is_same(item, &wanted) => {}
        (Some(Item::Value(present)), Some(wanted)) => replace(present, wanted),
        (_, Some(wanted)) => document::insert(table, key, Item::Value(wanted)),
    }
}

/// Replaces a value by the `wanted` one, and keeps its comments.
fn replace(present: &mut Value, wanted: Value) {
    let decor = std::mem::take(present.decor_mut());
    *present = with_comments(present, &wanted).unwrap_or(wanted);
    *present.decor_mut() = decor;
}

/// The list `present`, which has comments, with the `wanted` elements; `None` if their order differs.
fn with_comments(present: &Value, wanted: &Value) -> Option<Value> {
    let mut array = present.as_array().filter(|array| array.to_string().contains('#'))?.clone();
    let wanted = strings(&Item::Value(wanted.clone()))?;
    let is_wanted = |value: &Value| value.as_str().is_some_and(|text| wanted.iter().any(|wanted| wanted == text));
    for index in (0..array.len()).rev().filter(|index| !array.get(*index).is_some_and(is_wanted)).collect::<Vec<_>>() {
        toml_array::remove(&mut array, index);
    }
    for text in wanted.get(array.len()..)? {
        toml_array::push(&mut array, text);
    }
    let array = Value::Array(array);
    is_same(&Item::Value(array.clone()), &Value::Array(Array::from_iter(&wanted))).then_some(array)
}

fn is_same(item: &Item, wanted: &Value) -> bool {
    match wanted {
        Value::String(text) => item.as_str() == Some(text.value()),
        Value::Boolean(yes) => item.as_bool() == Some(*yes.value()),
        wanted => strings(item).is_some_and(|list| Some(list) == strings(&Item::Value(wanted.clone()))),
    }
}

/// The elements of a list of strings.
fn strings(item: &Item) -> Option<Vec<String>> {
    item.as_array()?.iter().map(|value| value.as_str().map(str::to_string)).collect()
}

/// A list on one line, or with a line for each element if it is too long.
fn array(list: &[String]) -> Value {
    let mut array = Array::from_iter(list);
    if array.to_string().len() > LINE {
        for value in array.iter_mut() {
            value.decor_mut().set_prefix("\n    ");
        }
        array.set_trailing_comma(true);
        array.set_trailing("\n");
    }
    Value::Array(array)
}
