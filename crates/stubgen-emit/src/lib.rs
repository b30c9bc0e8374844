//! The model of a stub to its files: WIT package and WebAssembly component.
//!
//! Emitters print what the model has decided: they never touch the disk and have no errors of their
//! own, but for the component model's limits on sheer size.

mod file_set;
mod rust;
mod wasm;
mod wit;

pub use file_set::FileSet;
pub use rust::{CrateOptions, GENERATED, WasmRpc, emit_rust};
pub use wasm::{TooLarge, emit_wasm};
pub use wit::{StubWit, emit_wit};
