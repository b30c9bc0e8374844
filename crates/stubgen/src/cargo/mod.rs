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

use wasm_rpc_stubgen_core::{FileSet, ReadError, Stub};

use crate::{Error, Event};

pub(crate) use scratch::temporary_directory;
pub(crate) use toolchain::{has_target, program};

pub use error::{CargoError, Difference};
pub use metadata::MetadataError;
pub use options::{CargoColor, CargoOptions, CargoVerbosity, Network};

/// Compiles the stub's crate, which has these `files`, to a component and checks its world against the stub's WIT.
pub(crate) fn component(
    stub: &Stub,
    files: &FileSet,
    options: &CargoOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Vec<u8>, Error> {
    let (toolchain, target) = toolchain::find()?;
    let scratch = scratch::Scratch::write(files)?;
    report(Event::Compiling { target });
    let artifact = compile::compile(&toolchain, target, &scratch.manifest, options)?;
    let wasm = fs::read(&artifact).map_err(|source| ReadError::new(&artifact, source))?;
    let component = component::component(wasm)?;
    world::check(&component, stub)?;
    Ok(component)
}
