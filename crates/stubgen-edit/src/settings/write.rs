//! Writes settings into the text of a `Cargo.toml`.

use indexmap::IndexSet;
use toml_edit::{Item, Value};
use wasm_rpc_stubgen_model::{Features, TypeSource, Unsupported};

use super::key;
use super::{Links, SettingEntry, SettingValue, Settings, StubImport, TABLE, WasmRpcOverride};
use crate::document::{self, DocumentError};
use crate::toml_array;
use crate::toml_value::{list_value, write_value};

/// The text of the workspace's `manifest`, which has the settings `before`, with the settings `after`.
///
/// # Errors
///
/// When the text is not TOML, or a value that must be a table is not.
pub fn edit_settings(manifest: &str, before: &Settings, after: &Settings) -> Result<String, DocumentError> {
    let mut document = document::parse(manifest)?;
    let root = document.as_item_mut();
    let entries = before.entries().into_iter().zip(after.entries());
    for (_, SettingEntry { key, value, is_default }) in entries.filter(|(before, after)| before != after) {
        let table = document::ensure_table(root, &TABLE)?;
        write_value(table, key, toml_value(value).filter(|_| !is_default));
        hide_empty_header(table);
    }
    edit_links(root, before.links.as_ref(), after.links.as_ref())?;
    Ok(document::text(&document, manifest))
}

/// The text of the workspace's `manifest` without settings.
///
/// # Errors
///
/// As for [`edit_settings`].
pub fn remove_settings(manifest: &str) -> Result<String, DocumentError> {
    let mut document = document::parse(manifest)?;
    let root = document.as_item_mut();
    let [around @ .., name] = TABLE;
    if document::table(root, &TABLE)?.is_some() {
        let metadata = document::ensure_table(root, &around)?;
        document::remove(metadata, name);
        remove_if_empty(root, &around)?;
    }
    Ok(document::text(&document, manifest))
}

/// Leaves out the header of a table that only has tables. A header with a comment stays.
fn hide_empty_header(table: &mut Item) {
    if let Some(table) = table.as_table_mut().filter(|table| !table.is_dotted()) {
        let is_empty = table.iter().all(|(_, item)| item.as_table().is_some_and(|table| !table.is_dotted()));
        let decor = [table.decor().prefix(), table.decor().suffix()];
        let has_comment = decor.into_iter().flatten().any(|raw| raw.as_str().is_some_and(|text| text.contains('#')));
        table.set_implicit(is_empty && !has_comment);
    }
}

fn edit_links(root: &mut Item, before: Option<&Links>, after: Option<&Links>) -> Result<(), DocumentError> {
    let none = Links::new();
    let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
    let keys = [&TABLE[..], &[key::LINKS]].concat();
    for caller in before.keys().filter(|caller| !after.contains_key(*caller)) {
        let links = document::ensure_table(root, &keys)?;
        document::remove(links, caller);
    }
    for (caller, targets) in after {
        if before.get(caller) != Some(targets) {
            write_targets(document::ensure_table(root, &keys)?, caller, targets);
        }
    }
    if after.is_empty() && !before.is_empty() { remove_if_empty(root, &keys) } else { Ok(()) }
}

/// Adds and removes single targets, so that the list keeps its layout.
fn write_targets(links: &mut Item, caller: &str, targets: &IndexSet<String>) {
    let Some(array) = links.get_mut(caller).and_then(Item::as_array_mut) else {
        let targets: Vec<String> = targets.iter().cloned().collect();
        return document::insert(links, caller, Item::Value(list_value(&targets)));
    };
    let is_wanted = |value: &Value| value.as_str().is_some_and(|text| targets.contains(text));
    let gone = |array: &toml_edit::Array| array.iter().position(|value| !is_wanted(value));
    while let Some(index) = gone(array) {
        toml_array::remove(array, index);
    }
    let present: Vec<String> = array.iter().filter_map(|value| value.as_str().map(str::to_string)).collect();
    for target in targets.iter().filter(|target| !present.contains(target)) {
        toml_array::push(array, target);
    }
}

/// Removes the table at the path `keys` and those around it as far as they are empty. The workspace's own table stays.
fn remove_if_empty(root: &mut Item, keys: &[&str]) -> Result<(), DocumentError> {
    for depth in (1..keys.len()).rev() {
        let Some(table) = document::table(root, &keys[..=depth])? else {
            return Ok(());
        };
        if document::table_like(table, keys)?.iter().any(|(_, item)| !item.is_none()) {
            return Ok(());
        }
        let around = document::ensure_table(root, &keys[..depth])?;
        document::remove(around, keys[depth]);
    }
    Ok(())
}

/// The entries for all keys but `links`.
pub(super) fn entries(settings: &Settings) -> Vec<SettingEntry> {
    let shape = settings.shape();
    let features = settings.features.clone().unwrap_or_default();
    let listed: Vec<String> = match &features {
        Features::Listed(names) => names.iter().cloned().collect(),
        Features::All => Vec::new(),
    };
    let (path, version) = match &settings.wasm_rpc {
        None => (None, None),
        Some(WasmRpcOverride::Path(path)) => (Some(path.display().to_string()), None),
        Some(WasmRpcOverride::Version(version)) => (None, Some(version.to_string())),
    };
    let exact = version.map(|version| version.strip_prefix('=').unwrap_or(&version).to_string());
    vec![
        named(key::CALL_STYLE, &key::CALL_STYLES, shape.call_style),
        named(key::RPC_ERRORS, &key::RPC_ERROR_MODES, shape.rpc_errors),
        flag(key::ALWAYS_INLINE_TYPES, shape.types == TypeSource::Stub),
        flag(key::SKIP_UNSUPPORTED, shape.unsupported == Unsupported::Skipped),
        SettingEntry { key: key::FEATURES, is_default: listed.is_empty(), value: SettingValue::List(listed) },
        flag(key::ALL_FEATURES, features == Features::All),
        named(key::BUILDER, &key::BUILDERS, settings.builder.unwrap_or_default()),
        text(key::WASM_RPC_PATH, path),
        text(key::WASM_RPC_VERSION, exact),
        flag(key::ADD_IMPORT, settings.import == Some(StubImport::Added)),
    ]
}

fn named<T: PartialEq + Default>(key: &'static str, names: &[(&'static str, T)], value: T) -> SettingEntry {
    let name = key::name_of(names, &value).to_string();
    SettingEntry { key, value: SettingValue::Text(name), is_default: value == T::default() }
}

fn flag(key: &'static str, value: bool) -> SettingEntry {
    SettingEntry { key, value: SettingValue::Flag(value), is_default: !value }
}

fn text(key: &'static str, value: Option<String>) -> SettingEntry {
    let is_default = value.is_none();
    SettingEntry { key, value: value.map_or(SettingValue::Unset, SettingValue::Text), is_default }
}

fn toml_value(value: SettingValue) -> Option<Value> {
    match value {
        SettingValue::Text(text) => Some(text.into()),
        SettingValue::Flag(flag) => Some(flag.into()),
        SettingValue::List(list) => Some(list_value(&list)),
        SettingValue::Unset => None,
    }
}
