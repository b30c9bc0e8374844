//! The model of a stub to its files: WIT package and WebAssembly component.
//!
//! Emitters print the model. They do no IO, and their only error is a stub that exceeds a size limit of the component model.
//!
//! Internal to `wasm-rpc-stubgen`: no stability promise. Use `wasm-rpc-stubgen-core`, the public library.

mod file_set;
mod rust;
mod wasm;
mod wit;

pub use file_set::FileSet;
pub use rust::{CrateOptions, CrateOptionsError, GENERATED, WasmRpc, emit_rust};
pub use wasm::{EmitError, emit_wasm};
pub use wit::{StubWit, emit_wit};
