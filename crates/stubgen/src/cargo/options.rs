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
}

/// Whether cargo may use the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// cargo may download dependencies.
    Online,
    /// cargo uses local dependencies only (`--offline`).
    Offline,
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
