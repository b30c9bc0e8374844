//! Typed worker-to-worker calls for WebAssembly components, as a library: one function for each command of
//! `wasm-rpc-stubgen`.
//!
//! ```text
//! generate: load -> lower -> emit -----------> plan -> apply
//! build:    load -> lower -> emit (-> cargo) -> plan -> apply
//! compose:  read -> compose -----------------> plan -> apply
//! add_stub_dependency: stub's and caller's WIT -> addition -> plan -> apply
//! initialize_workspace: settings -> flow -> stubs, tasks, members -> plan -> apply
//! flow: settings -> (generate | build) -> add_stub_dependency -> cargo -> compose
//! ```
//!
//! Each function reports what it does through [`Event`]s, returns all errors of the run in one [`Error`], and writes
//! everything or nothing. None of them prints, except for cargo, which [`Builder::Cargo`] runs.

mod add_stub_dependency;
mod build;
mod cargo;
mod compose;
mod error;
mod event;
mod flow;
mod generate;
mod initialize_workspace;
mod previous_stub;
mod source;
mod stub_crate;

pub use add_stub_dependency::{
    AddStubDependencyOptions, AddStubDependencyOutcome, ManifestUpdate, add_stub_dependency, plan_stub_dependency,
};
pub use build::{BuildOptions, BuildOutcome, Builder, build};
pub use cargo::{CargoError, CargoOptions, CargoVerbosity, Difference, MetadataError, Network};
pub use compose::{ComposeMode, ComposeOptions, ComposeOutcome, compose};
pub use error::{Cause, Error};
pub use event::{Artifact, Event, FlowStep, StepResult};
pub use flow::{FlowChanges, FlowError, FlowOptions, check_flow, flow};
pub use generate::{GenerateOptions, GenerateOutcome, generate};
pub use initialize_workspace::{
    FlowChange, InitializeWorkspaceOptions, InitializeWorkspaceOutcome, Link, Profile, StubLayout, ToolCommand,
    WorkspaceError, WorkspaceFlow, WorkspaceGoal, initialize_workspace, plan_initialize_workspace,
};

pub use previous_stub::{InheritedStyle, StubTarget, inherited_call_style};

pub use wasm_rpc_stubgen_compose::{ComposeError, Plug, Report, Unresolved};
pub use wasm_rpc_stubgen_edit::settings::{
    Links, SettingError, Settings, StubBuilder, StubImport, WasmRpcOverride, exact_version,
};
pub use wasm_rpc_stubgen_edit::{EditError, Import};
pub use wasm_rpc_stubgen_emit::{CrateOptions, WasmRpc};
pub use wasm_rpc_stubgen_files::{Change, Overwrite, Plan, Problems, UncheckedPlan};
pub use wasm_rpc_stubgen_model::{
    CallStyle, Diagnostic, Excerpt, Features, Item, LoadError, LowerError, RpcErrors, Severity, StubOptions,
    TypeSource, Unsupported,
};
