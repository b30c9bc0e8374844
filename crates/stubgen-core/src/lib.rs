//! Typed worker-to-worker calls for WebAssembly components, in memory.
//!
//! A *target* is the component that is called. Its *stub* is a component with the same functions, each of which calls a
//! worker of the target. A *caller* imports the stub's interface; composed with the stub, it is one component.
//!
//! ```text
//! text, component, Resolve, path ─> Target ─> Stub ─> WIT files, component, Rust crate, mapping
//!                                               └───> import in a caller's Resolve
//! caller, stubs ─> compose ─> component and report
//! ```
//!
//! ```
//! use wasm_rpc_stubgen_core::{Stub, StubOptions, Target, TargetOptions};
//!
//! let wit = "
//!     package shop:cart;
//!     interface api { add: func(product: string, count: u32) -> u64; }
//!     world cart { export api; }
//! ";
//! let target = Target::from_wit_text([("cart.wit", wit)], &TargetOptions::default())?;
//! let stub = Stub::new(target, &StubOptions::default())?;
//!
//! let text = String::from_utf8(stub.wit().file("_stub.wit").expect("a stub has WIT").to_vec())?;
//! assert!(text.contains("package shop:cart-stub;"));
//! assert!(stub.component()?.starts_with(b"\0asm"));
//! assert_eq!(stub.mapping().resources[0].functions[1].remote.as_deref(), Some("shop:cart/api.{add}"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing here writes to the disk, prints, or runs a process; only [`Target::from_path`] reads files. The same input
//! gives the same bytes. An error's [`Display`](std::fmt::Display) has all reasons on one line; its `diagnostics()` have
//! them one by one, with locations and hints. The hints name the flags of the command line.
//!
//! Which types belong to this crate's API: those that are listed below. They are versioned with it. [`wit_parser`] is
//! re-exported because its types occur in signatures; a new version of it is a new major version of this crate.

mod compose;
mod mapping;
mod stack;
mod stub;
mod stub_error;
mod target;

pub use compose::{ComposeError, ComposeOptions, Composition, compose};
pub use mapping::{FunctionCall, FunctionMapping, FutureMapping, Mapping, MappingKind, ResourceMapping};
pub use stub::Stub;
pub use stub_error::StubError;
pub use target::{Target, TargetOptions};

pub use wasm_rpc_stubgen_compose::{
    Component, Difference, Mismatch, Plug, Problem, Report, Unresolved, Unsatisfied, Unused, Versions,
};
pub use wasm_rpc_stubgen_emit::{CrateOptions, CrateOptionsError, EmitError, FileSet, WasmRpc};
pub use wasm_rpc_stubgen_model::{
    CallStyle, Diagnostic, Excerpt, Features, ImportError, Item, LoadError, Location, LowerError, Position, ReadError,
    RpcErrors, Severity, StubOptions, TypeSource, Unsupported,
};
pub use wit_parser;

/// The examples of the manual.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/library.md")]
struct Manual;
