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
mod options;
mod scratch;
mod toolchain;
mod world;

use std::fs;

use wasm_rpc_stubgen_emit::{StubWit, emit_rust};
use wasm_rpc_stubgen_model::StubModel;

use crate::{Cause, Error, Event};

pub(crate) use toolchain::{has_target, program};

pub use error::{CargoError, Difference};
pub use metadata::MetadataError;
pub use options::{CargoOptions, CargoVerbosity, Network};

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
