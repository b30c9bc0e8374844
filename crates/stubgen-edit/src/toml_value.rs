//! Writes the value of a TOML key, and keeps the layout and the comments of one that is already right, or nearly.

use toml_edit::{Array, Item, Value};

use crate::document;
use crate::toml_array;

/// The maximum length of a list on one line.
const LINE: usize = 100;

/// Sets the value of `key`, unless it already has it; without a wanted value, the key is removed.
pub(crate) fn write_value(table: &mut Item, key: &str, wanted: Option<Value>) {
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
pub(crate) fn strings(item: &Item) -> Option<Vec<String>> {
    item.as_array()?.iter().map(|value| value.as_str().map(str::to_string)).collect()
}

/// A list on one line, or with a line for each element if it is too long.
pub(crate) fn list_value(list: &[String]) -> Value {
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
