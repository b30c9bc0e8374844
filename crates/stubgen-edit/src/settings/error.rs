//! Why settings cannot be read.

use wasm_rpc_stubgen_model::{Position, did_you_mean, nearest, quoted};

use super::key;
use crate::document::DocumentError;

/// An error in the settings of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct SettingError {
    /// Where it is in `Cargo.toml`.
    pub position: Option<Position>,
    reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Reason {
    #[error("unknown setting `{key}`")]
    UnknownKey { key: String },
    #[error(transparent)]
    WrongType(DocumentError),
    #[error("unknown value `{value}` of the setting `{key}`")]
    UnknownValue { key: &'static str, value: String, known: Vec<String> },
    #[error("`{value}` of the setting `{key}` is not a version: {message}")]
    NoVersion { key: &'static str, value: String, message: String },
    #[error("the settings `{first}` and `{second}` exclude each other")]
    Both { first: &'static str, second: &'static str },
}

impl SettingError {
    pub(super) fn new(position: Option<Position>, reason: Reason) -> Self {
        Self { position, reason }
    }

    /// What the user can do about it.
    pub fn hint(&self) -> String {
        let known = |name: &str, known: &[String], what: &str| {
            did_you_mean(&nearest(name, known)).unwrap_or_else(|| format!("{what} are {}", quoted(known, ", ")))
        };
        match &self.reason {
            Reason::UnknownKey { key } => known(key, &key::ALL.map(str::to_string), "the settings"),
            Reason::UnknownValue { value, known: values, .. } => known(value, values, "its values"),
            Reason::WrongType(_) => "correct it and run the command again".to_string(),
            Reason::NoVersion { .. } => "write a version such as `1.0.16`".to_string(),
            Reason::Both { .. } => "remove one of them".to_string(),
        }
    }
}
