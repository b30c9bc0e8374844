//! The settings of a workspace, in its `Cargo.toml`: read with all errors and their places, and edited key by key.
//!
//! ```text
//! [workspace.metadata.wasm-rpc-stubgen]
//! call-style = "async"
//!
//! [workspace.metadata.wasm-rpc-stubgen.links]
//! shopping-cart = ["purchase-history"]        caller = [its targets]
//! ```
//!
//! A key is the name of its flag. A setting that has its default value needs no key. Only what changes is written: comments,
//! order and layout stay.

mod error;
mod key;
mod read;
mod write;

use std::fmt;
use std::path::PathBuf;

use indexmap::{IndexMap, IndexSet};
use semver::{Version, VersionReq};
use wasm_rpc_stubgen_model::{CallStyle, Features, RpcErrors, StubOptions, TypeSource, Unsupported};

pub use error::SettingError;
pub use read::{position_of_link, read_settings};
pub use write::{edit_settings, remove_settings};

/// The table of the settings.
const TABLE: [&str; 3] = ["workspace", "metadata", "wasm-rpc-stubgen"];

/// Settings. What is `None` is not set, and has its default value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// `call-style`.
    pub call_style: Option<CallStyle>,
    /// `rpc-errors`.
    pub rpc_errors: Option<RpcErrors>,
    /// `always-inline-types`.
    pub types: Option<TypeSource>,
    /// `skip-unsupported`.
    pub unsupported: Option<Unsupported>,
    /// `features` and `all-features`.
    pub features: Option<Features>,
    /// `builder`.
    pub builder: Option<StubBuilder>,
    /// `wasm-rpc-path-override` and `wasm-rpc-version-override`.
    pub wasm_rpc: Option<WasmRpcOverride>,
    /// `add-import`.
    pub import: Option<StubImport>,
    /// `links`: callers and their targets.
    pub links: Option<Links>,
}

/// The targets of each caller.
pub type Links = IndexMap<String, IndexSet<String>>;

/// Who makes the stubs of a workspace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StubBuilder {
    /// cargo: stubs are crates of the workspace.
    #[default]
    Cargo,
    /// This program.
    Native,
}

/// The source of the crate `golem-wasm-rpc`, if a stub crate uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WasmRpcOverride {
    /// A directory.
    Path(PathBuf),
    /// A published version.
    Version(VersionReq),
}

/// Whether a caller's world gets the import of its stubs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StubImport {
    /// The user writes the import.
    #[default]
    Manual,
    /// `add-import`: it is added.
    Added,
}

impl Settings {
    /// These settings, and those of `base` where these have none.
    #[must_use]
    pub fn or(self, base: Self) -> Self {
        Self {
            call_style: self.call_style.or(base.call_style),
            rpc_errors: self.rpc_errors.or(base.rpc_errors),
            types: self.types.or(base.types),
            unsupported: self.unsupported.or(base.unsupported),
            features: self.features.or(base.features),
            builder: self.builder.or(base.builder),
            wasm_rpc: self.wasm_rpc.or(base.wasm_rpc),
            import: self.import.or(base.import),
            links: self.links.or(base.links),
        }
    }

    /// The pairs of caller and target.
    pub fn pairs(&self) -> impl Iterator<Item = (&String, &String)> {
        let links = self.links.iter().flatten();
        links.flat_map(|(caller, targets)| targets.iter().map(move |target| (caller, target)))
    }

    /// The shape of the stubs.
    pub fn shape(&self) -> StubOptions {
        StubOptions::new()
            .call_style(self.call_style.unwrap_or_default())
            .rpc_errors(self.rpc_errors.unwrap_or_default())
            .types(self.types.unwrap_or_default())
            .unsupported(self.unsupported.unwrap_or_default())
    }

    /// The entries for all keys but `links`, in the order of a new table.
    pub fn entries(&self) -> Vec<SettingEntry> {
        write::entries(self)
    }
}

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

/// Reads a plain version as `=VERSION`: later versions use other versions of `golem:rpc`.
///
/// # Errors
///
/// When the text is no requirement of a version.
pub fn exact_version(text: &str) -> Result<VersionReq, semver::Error> {
    match text.parse::<Version>() {
        Ok(version) => format!("={version}").parse(),
        Err(_) => text.parse(),
    }
}
