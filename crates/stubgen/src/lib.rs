//! Typed worker-to-worker calls for WebAssembly components, as a library: one function for each command of
//! `wasm-rpc-stubgen`.
//!
//! ```text
//! build:    load -> lower -> emit -> plan -> apply
//! compose:  read -> compose ------> plan -> apply
//! ```
//!
//! Each function tells what it does through [`Event`]s, returns all errors of the run in one [`Error`], and writes
//! everything or nothing. None of them prints.

mod build;
mod compose;
mod error;
mod event;

pub use build::{BuildOptions, BuildOutcome, build};
pub use compose::{ComposeMode, ComposeOptions, ComposeOutcome, compose};
pub use error::{Cause, Error};
pub use event::{Artifact, Event};

pub use stubgen_compose::{ComposeError, Plug, Report, Unresolved};
pub use stubgen_model::{Diagnostic, LoadError, LowerError, Severity};
pub use stubgen_project::{Change, Problems};
