//! The cargo builder: a stub's crate to its component, by the toolchain of the user.
//!
//! ```text
//! crate ─scratch─> directory ─compile─> .wasm of cargo's messages ─component─> component ─world─> checked
//!                      ^ toolchain: cargo, rustc, the target
//! ```
//!
//! cargo runs where the user runs us, so that the toolchain, the configuration and a relative `CARGO_TARGET_DIR` are
//! those of the user's own project. Its progress and its errors go to the standard error as they are.

mod compile;
mod component;
mod error;
pub(crate) mod metadata;
mod scratch;
mod structure;
mod toolchain;
mod world;

use std::fs;

use stubgen_emit::{CrateOptions, StubWit, emit_rust};
use stubgen_model::StubModel;

use crate::{Cause, Error, Event};

pub(crate) use toolchain::program;

pub use error::{CargoError, Difference};
pub use metadata::MetadataError;

/// How a crate is compiled.
#[derive(Debug, Clone)]
pub struct CargoOptions {
    /// What the crate is made with.
    pub stub_crate: CrateOptions,
    /// Whether cargo may fetch what the crate depends on.
    pub network: Network,
    /// How much cargo says.
    pub verbosity: CargoVerbosity,
}

/// Whether cargo may use the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// It may.
    Online,
    /// It takes what is on this machine.
    Offline,
}

/// How much cargo says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CargoVerbosity {
    /// Warnings and errors.
    Quiet,
    /// Also what it compiles.
    Normal,
    /// Also the commands that it runs.
    Verbose,
}

/// Compiles the crate of a stub to a component with the world that the stub's WIT says.
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
