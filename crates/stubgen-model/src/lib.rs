//! WIT of a target component to the model of its stub: `load`, then `lower`.
//!
//! Everything that has to be decided about a stub is decided here: which resources and functions it has, what they are
//! called in WIT and on the wire, which types are taken from the target and which are defined anew, and what cannot be
//! stubbed. Emitters print what the model says and have no errors of their own.

mod bindings;
mod diagnostic;
mod golem;
mod legacy;
mod load;
mod lower;
mod model;
mod names;
mod shape;
mod support;
mod types;
mod world;

pub use bindings::{KEYWORDS, unbindable};
pub use diagnostic::{Diagnostic, Severity};
pub use golem::{IO_PACKAGE, PUBLISHED, RPC_PACKAGE, pollable_type, rpc_interface, rpc_type};
pub use load::{LoadError, Target, load};
pub use lower::{LowerError, lower};
pub use model::{
    Call, Constructor, Function, FunctionKind, Param, ParamType, ResourceKind, Route, StubModel, StubResource,
    StubType, TypePlacement,
};
pub use names::RemoteName;
pub use shape::{CallStyle, RpcErrors, Shape, TypeSource, Unsupported};
pub use types::{canonical, parts};
