//! The commands of `wasm-rpc-stubgen` as functions: they read paths, call `wasm-rpc-stubgen-core`, and write files.
//!
//! To make stubs in a program, a `build.rs` or an editor, use the crate `wasm-rpc-stubgen-core`: it works in memory and
//! has none of the dependencies of a command line.
//!
//! ```text
//! generate: target -> stub -> crate --------> plan -> apply
//! build:    target -> stub -> component ----> plan -> apply
//! compose:  read -> compose ----------------> plan -> apply
//! add_stub_dependency: stub's and caller's WIT -> addition -> plan -> apply
//! initialize_workspace: settings -> flow -> stubs, tasks, members -> plan -> apply
//! flow: settings -> stubs -> add_stub_dependency -> cargo -> compose
//! ```
//!
//! ```
//! use wasm_rpc_stubgen::{BuildOptions, Builder, Event, Features, StubOptions, build};
//!
//! let directory = tempfile::tempdir()?;
//! let wit = directory.path().join("cart.wit");
//! std::fs::write(&wit, "package shop:cart; world cart { export total: func() -> u64; }")?;
//! let options = BuildOptions {
//!     source_wit_root: wit.into(),
//!     world: None,
//!     features: Features::default(),
//!     dest_wasm: directory.path().join("stub.wasm").into(),
//!     dest_wit_root: directory.path().join("stub-wit"),
//!     shape: StubOptions::default(),
//!     builder: Builder::Native,
//! };
//! let outcome = build(&options, &mut |event| {
//!     if let Event::File { path, .. } = event {
//!         println!("{}", path.display());
//!     }
//! })?;
//! assert!(outcome.files.iter().any(|(path, _)| path.ends_with("stub.wasm")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Each function reports what it does through [`Event`]s, returns all errors of the run in one [`Error`], and writes
//! everything or nothing; a failed [`flow()`] keeps its finished steps. None of them prints, except for cargo, which
//! [`Builder::Cargo`] and [`flow()`] run.

mod add_stub_dependency;
mod build;
mod cargo;
mod compose;
mod error;
mod event;
mod flow;
mod generate;
mod initialize_workspace;
mod places;
mod previous_stub;
mod source;
mod stub_crate;

pub use add_stub_dependency::{
    AddStubDependencyOptions, AddStubDependencyOutcome, ManifestUpdate, add_stub_dependency, plan_stub_dependency,
};
pub use build::{BuildOptions, BuildOutcome, BuildPlan, Builder, build, plan_build};
pub use cargo::{CargoColor, CargoError, CargoOptions, CargoVerbosity, Difference, MetadataError, Network};
pub use compose::{ComposeMode, ComposeOptions, ComposeOutcome, compose};
pub use error::{Cause, Error};
pub use event::{Artifact, Event, FlowStep, StepResult};
pub use flow::{FlowChanges, FlowError, FlowOptions, check_flow, flow};
pub use generate::{GenerateOptions, GenerateOutcome, generate};
pub use initialize_workspace::{
    InitializeWorkspaceOptions, InitializeWorkspaceOutcome, Link, Profile, SettingsChange, StubLayout, ToolCommand,
    WorkspaceError, WorkspaceFlow, WorkspaceGoal, initialize_workspace, plan_initialize_workspace,
};

pub use places::{ComponentDestination, Input};
pub use previous_stub::{InheritedStyle, StubTarget, inherited_call_style};

pub use wasm_rpc_stubgen_core::{
    CallStyle, ComposeError, CrateOptions, CrateOptionsError, Diagnostic, EmitError, Excerpt, Features, Item,
    LoadError, Location, LowerError, Plug, Position, Problem, ReadError, Report, RpcErrors, Severity, StubError,
    StubOptions, TypeSource, Unresolved, Unsupported, WasmRpc,
};
pub use wasm_rpc_stubgen_edit::settings::{
    Links, SettingEntry, SettingError, SettingValue, Settings, StubBuilder, StubImport, WasmRpcOverride, exact_version,
};
pub use wasm_rpc_stubgen_edit::{EditError, Import};
pub use wasm_rpc_stubgen_files::{Change, Overwrite, Plan, Problems, UncheckedPlan};
