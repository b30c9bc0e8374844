//! Edits of a user's project: the WIT dependencies of a caller, `Cargo.toml` and `Makefile.toml`.
//!
//! ```text
//! stub's WIT + caller's WIT ─caller─────────────> Addition: files, removals, an import
//! Cargo.toml of a caller ─component_manifest────> text
//! Cargo.toml of a workspace ─workspace_manifest─> text
//! Cargo.toml of a workspace ─settings───────────> Settings; Settings ─> text
//! Makefile.toml ─makefile───────────────────────> text
//! ```
//!
//! Comments, order and layout of a user's files stay. Nothing is written here: `stubgen-files` writes the results.
//!
//! Internal to `wasm-rpc-stubgen`: no stability promise. Use `wasm-rpc-stubgen-core`, the public library.

mod caller;
mod caller_worlds;
pub mod component_manifest;
mod document;
mod edit_error;
pub mod makefile;
mod original_crate;
pub mod settings;
mod text_file;
mod toml_array;
mod toml_value;
pub mod workspace_manifest;

pub use caller::{AddStubError, Addition, Import, add_stub};
pub use caller_worlds::world_names;
pub use document::DocumentError;
pub use edit_error::EditError;
pub use original_crate::{is_generated_crate, original_crate_files};
pub use text_file::TextFile;
