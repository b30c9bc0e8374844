//! Options of the cargo builder.

use wasm_rpc_stubgen_core::CrateOptions;

/// Options of the cargo builder.
#[derive(Debug, Clone)]
pub struct CargoOptions {
    /// Options of the generated crate.
    pub stub_crate: CrateOptions,
    /// Whether cargo may use the network.
    pub network: Network,
    /// The verbosity of cargo.
    pub verbosity: CargoVerbosity,
    /// Whether cargo uses colors.
    pub color: CargoColor,
}

/// Whether cargo may use the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// cargo may download dependencies.
    Online,
    /// cargo uses local dependencies only (`--offline`).
    Offline,
}

/// Whether cargo uses colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CargoColor {
    /// cargo decides.
    Auto,
    /// It does.
    Always,
    /// It does not.
    Never,
}

impl CargoColor {
    /// cargo's arguments.
    pub(crate) fn args(self) -> &'static [&'static str] {
        match self {
            Self::Auto => &[],
            Self::Always => &["--color", "always"],
            Self::Never => &["--color", "never"],
        }
    }
}

/// The verbosity of cargo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CargoVerbosity {
    /// Warnings and errors.
    Quiet,
    /// Also the crates that it compiles.
    Normal,
    /// Also the commands that it runs.
    Verbose,
}
