//! The settings as keys and values, in the order of a new table.

use std::fmt;

use wasm_rpc_stubgen_model::{Features, TypeSource, Unsupported};

use super::key;
use super::{Settings, StubImport, WasmRpcOverride};

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingEntry {
    /// The name of the key.
    pub key: &'static str,
    /// Its value.
    pub value: SettingValue,
    /// Whether that is the default, which is not written.
    pub is_default: bool,
}

/// The value of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// A string.
    Text(String),
    /// A boolean.
    Flag(bool),
    /// A list of strings.
    List(Vec<String>),
    /// A string that is not set.
    Unset,
}

impl fmt::Display for SettingValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "{text}"),
            Self::Flag(value) => write!(f, "{value}"),
            Self::List(list) => write!(f, "[{}]", list.join(", ")),
            Self::Unset => write!(f, "none"),
        }
    }
}

impl Settings {
    /// The entries for all keys but `links`, in the order of a new table.
    pub fn entries(&self) -> Vec<SettingEntry> {
        let shape = self.shape();
        let features = self.features.clone().unwrap_or_default();
        let listed: Vec<String> = match &features {
            Features::Listed(names) => names.iter().cloned().collect(),
            Features::All => Vec::new(),
        };
        let (path, version) = match &self.wasm_rpc {
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
            named(key::BUILDER, &key::BUILDERS, self.builder.unwrap_or_default()),
            text(key::WASM_RPC_PATH, path),
            text(key::WASM_RPC_VERSION, exact),
            flag(key::ADD_IMPORT, self.import == Some(StubImport::Added)),
        ]
    }
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
