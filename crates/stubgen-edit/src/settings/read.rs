//! Reads settings from the text of a `Cargo.toml`.

use std::path::PathBuf;

use indexmap::IndexSet;
use toml_edit::{Document, Item, Key, TableLike, Value};
use wasm_rpc_stubgen_model::{Features, Position, TypeSource, Unsupported};

use super::error::{Reason, SettingError};
use super::key;
use super::{Links, Settings, StubImport, TABLE, WasmRpcOverride, exact_version};
use crate::document::wrong_type;

/// The settings in the text of the workspace's `manifest`; `None` if it has no table of them.
///
/// # Errors
///
/// All errors in the settings. Text that is not TOML has no settings.
pub fn read_settings(manifest: &str) -> Result<Option<Settings>, Vec<SettingError>> {
    let Ok(document) = Document::parse(manifest) else {
        return Ok(None);
    };
    let mut reader = Reader { text: manifest, errors: Vec::new() };
    let settings = reader.table(&document).map(|table| reader.settings(table));
    if reader.errors.is_empty() { Ok(settings) } else { Err(reader.errors) }
}

/// The place of a caller in the links of a `manifest`, or of a target in the caller's list.
pub fn position_of_link(manifest: &str, caller: &str, target: Option<&str>) -> Option<Position> {
    let document = Document::parse(manifest).ok()?;
    let links = TABLE.iter().chain([&key::LINKS]).try_fold(document.as_item(), |item, key| item.get(key))?;
    let (name, targets) = links.as_table_like()?.get_key_value(caller)?;
    let span = match target {
        None => name.span(),
        Some(target) => targets.as_array()?.iter().find(|value| value.as_str() == Some(target))?.span(),
    };
    span.map(|span| Position::of(manifest, span.start))
}

struct Reader<'a> {
    text: &'a str,
    errors: Vec<SettingError>,
}

impl<'a> Reader<'a> {
    fn table<'d>(&mut self, document: &'d Document<&'a str>) -> Option<&'d dyn TableLike> {
        let mut item = document.as_item();
        for (depth, key) in TABLE.iter().enumerate() {
            item = item.get(key)?;
            if !item.is_table_like() {
                self.wrong_type(item, &TABLE[..=depth], "a table");
                return None;
            }
        }
        item.as_table_like()
    }

    fn settings(&mut self, table: &dyn TableLike) -> Settings {
        let mut settings = Settings::default();
        let keys: Vec<String> = table.iter().map(|(key, _)| key.to_string()).collect();
        for (name, item) in keys.iter().filter_map(|key| table.get_key_value(key)) {
            self.setting(name, item, &mut settings);
        }
        self.exclusive(table, key::FEATURES, key::ALL_FEATURES);
        self.exclusive(table, key::WASM_RPC_PATH, key::WASM_RPC_VERSION);
        settings
    }

    fn setting(&mut self, name: &Key, item: &Item, settings: &mut Settings) {
        match name.get() {
            key::CALL_STYLE => settings.call_style = self.one_of(item, key::CALL_STYLE, &key::CALL_STYLES),
            key::RPC_ERRORS => settings.rpc_errors = self.one_of(item, key::RPC_ERRORS, &key::RPC_ERROR_MODES),
            key::BUILDER => settings.builder = self.one_of(item, key::BUILDER, &key::BUILDERS),
            key::ALWAYS_INLINE_TYPES => {
                settings.types = self.boolean(item, name, TypeSource::Stub, TypeSource::Target);
            }
            key::SKIP_UNSUPPORTED => {
                settings.unsupported = self.boolean(item, name, Unsupported::Skipped, Unsupported::Refused);
            }
            key::ADD_IMPORT => settings.import = self.boolean(item, name, StubImport::Added, StubImport::Manual),
            key::ALL_FEATURES => settings.features = self.boolean(item, name, Features::All, Features::default()),
            key::FEATURES => {
                let names = self.strings(item, &[name.get()]);
                settings.features = Some(Features::listed(names.iter().map(String::as_str)));
            }
            key::WASM_RPC_PATH => {
                settings.wasm_rpc = self.text(item, name).map(|path| WasmRpcOverride::Path(PathBuf::from(path)));
            }
            key::WASM_RPC_VERSION => settings.wasm_rpc = self.version(item, name),
            key::LINKS => settings.links = self.links(item),
            unknown => {
                let reason = Reason::UnknownKey { key: unknown.to_string() };
                self.errors.push(SettingError::new(self.position(name.span()), reason));
            }
        }
    }

    fn one_of<T: Copy>(&mut self, item: &Item, key: &'static str, values: &[(&str, T)]) -> Option<T> {
        let Some(text) = item.as_str() else {
            self.wrong_type(item, &[key], "a string");
            return None;
        };
        let found = values.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            let known = values.iter().map(|(name, _)| (*name).to_string()).collect();
            self.error(item, Reason::UnknownValue { key, value: text.to_string(), known });
        }
        found
    }

    fn boolean<T>(&mut self, item: &Item, name: &Key, yes: T, no: T) -> Option<T> {
        match item.as_bool() {
            Some(true) => Some(yes),
            Some(false) => Some(no),
            None => {
                self.wrong_type(item, &[name.get()], "a boolean");
                None
            }
        }
    }

    fn text<'i>(&mut self, item: &'i Item, name: &Key) -> Option<&'i str> {
        if item.as_str().is_none() {
            self.wrong_type(item, &[name.get()], "a string");
        }
        item.as_str()
    }

    fn version(&mut self, item: &Item, name: &Key) -> Option<WasmRpcOverride> {
        let text = self.text(item, name)?;
        match exact_version(text) {
            Ok(version) => Some(WasmRpcOverride::Version(version)),
            Err(error) => {
                let (value, message) = (text.to_string(), error.to_string());
                self.error(item, Reason::NoVersion { key: key::WASM_RPC_VERSION, value, message });
                None
            }
        }
    }

    fn links(&mut self, item: &Item) -> Option<Links> {
        let Some(table) = item.as_table_like() else {
            self.wrong_type(item, &[key::LINKS], "a table");
            return None;
        };
        let targets = table.iter().map(|(caller, targets)| {
            let targets = self.strings(targets, &[key::LINKS, caller]);
            (caller.to_string(), targets.into_iter().collect::<IndexSet<String>>())
        });
        Some(targets.collect())
    }

    fn strings(&mut self, item: &Item, keys: &[&str]) -> Vec<String> {
        let Some(array) = item.as_array() else {
            self.wrong_type(item, keys, "an array of strings");
            return Vec::new();
        };
        let mut strings = Vec::new();
        for (index, value) in array.iter().enumerate() {
            match value.as_str() {
                Some(text) => strings.push(text.to_string()),
                None => self.wrong_element(value, &format!("{}[{index}]", keys.join("."))),
            }
        }
        strings
    }

    /// Refuses two keys that say the same.
    fn exclusive(&mut self, table: &dyn TableLike, first: &'static str, second: &'static str) {
        if let (Some(_), Some((name, _))) = (table.get(first), table.get_key_value(second)) {
            self.errors.push(SettingError::new(self.position(name.span()), Reason::Both { first, second }));
        }
    }

    fn wrong_type(&mut self, item: &Item, keys: &[&str], expected: &str) {
        self.error(item, Reason::WrongType(wrong_type(keys, expected, item.type_name())));
    }

    fn wrong_element(&mut self, value: &Value, name: &str) {
        let reason = Reason::WrongType(wrong_type(&[name], "a string", value.type_name()));
        self.errors.push(SettingError::new(self.position(value.span()), reason));
    }

    fn error(&mut self, item: &Item, reason: Reason) {
        self.errors.push(SettingError::new(self.position(item.span()), reason));
    }

    fn position(&self, span: Option<std::ops::Range<usize>>) -> Option<Position> {
        span.map(|span| Position::of(self.text, span.start))
    }
}
