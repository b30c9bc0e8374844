//! WIT of a target component to the model of its stub: `load`, then `lower`.
//!
//! Everything that has to be decided about a stub is decided here: which resources and functions it has, what they are
//! called in WIT and on the wire, which types are taken from the target and which are defined anew, and what cannot be
//! stubbed. Emitters print what the model says and have no errors of their own.

mod bindings;
mod compare;
mod diagnostic;
mod folder;
mod golem;
mod golem_1x;
mod legacy;
mod load;
mod lower;
mod model;
mod names;
mod needs;
mod options;
mod stub_package;
mod support;
mod tokens;
mod types;
mod world;

pub use bindings::{KEYWORDS, unbindable};
pub use compare::{Compat, compare_interfaces};
pub use diagnostic::{Diagnostic, Severity};
pub use folder::{Spelling, WitContent, WitFile, WitFolder, WitPackage, parse_package, read_folder, resolve};
pub use golem::{IO_PACKAGE, PUBLISHED, RPC_PACKAGE, pollable_type, rpc_interface, rpc_type};
pub use golem_1x::{NewerFeature, newer_features};
pub use load::{LoadError, Target, load};
pub use lower::{LowerError, lower};
pub use model::{
    Call, Function, FunctionKind, Param, ParamType, ResourceKind, Route, StubFuture, StubModel, StubResource, StubType,
    TypePlacement,
};
pub use names::RemoteName;
pub use needs::needed_interfaces;
pub use options::{CallStyle, RpcErrors, StubOptions, TypeSource, Unsupported};
pub use stub_package::{FolderName, STUB_FILE, dependency_path, print_package};
pub use tokens::{Token, tokenise};
pub use types::{canonical, parts, reachable};
pub use world::{choose_world, nearest};
