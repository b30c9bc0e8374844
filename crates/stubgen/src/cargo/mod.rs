//! The cargo builder: compiles a stub's crate with the user's toolchain.
//!
//! ```text
//! crate ─scratch─> directory ─compile─> .wasm of cargo's messages ─component─> component ─world─> checked
//!                      ^ toolchain: cargo, rustc, the target
//! ```
//!
//! cargo runs in the current directory, so that it uses the toolchain, the configuration and a relative
//! `CARGO_TARGET_DIR` of the user's project. Its output goes to stderr unchanged.

mod compile;
mod component;
mod error;
pub(crate) mod metadata;
mod scratch;
mod toolchain;
mod world;

use std::fs;

use stubgen_emit::{CrateOptions, StubWit, emit_rust};
use stubgen_model::StubModel;

use crate::{Cause, Error, Event};

pub(crate) use toolchain::program;

pub use error::{CargoError, Difference};
pub use metadata::MetadataError;

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

/// Compiles the stub's crate to a component and checks its world against the stub's WIT.
pub(crate) fn component(
    model: &StubModel,
    wit: &StubWit,
    options: &CargoOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Vec<u8>, Error> {
    let (toolchain, target) = toolchain::find()?;
    let scratch = scratch::Scratch::write(&emit_rust(model, wit, &options.stub_crate))?;
    report(Event::Compiling { target });
    let artifact = compile::compile(&toolchain, target, &scratch.manifest, options)?;
    let wasm = fs::read(&artifact).map_err(|source| Cause::Read { path: artifact, source })?;
    let component = component::component(wasm)?;
    world::check(&component, wit)?;
    Ok(component)
}
