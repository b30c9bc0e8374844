//! The WIT of a target component to the model of its stub: `load`, then `lower`.
//!
//! All decisions about a stub are made here: its resources and functions, their names in WIT and on the wire, which types
//! are used from the target and which are defined in the stub, and what cannot be stubbed. Emitters print the model;
//! their only error is a stub that is too large.
//!
//! Internal to `wasm-rpc-stubgen`: no stability promise. Use `wasm-rpc-stubgen-core`, the public library.

mod bindings;
mod caught;
mod compare;
mod decode;
mod diagnostic;
mod docs;
mod escape;
mod features;
mod from_resolve;
mod gates;
mod golem;
mod golem_1x;
mod import;
mod integrity;
mod interfaces;
mod legacy;
mod load;
mod load_error;
mod location;
mod lower;
mod missing;
mod model;
mod names;
mod options;
mod parsable;
mod read_error;
mod resolve;
mod similar;
mod sources;
mod stub_api;
mod stub_package;
mod stub_style;
mod support;
mod tokens;
mod types;
mod uses;
mod wit_error;
mod wit_folder;
mod wit_package;
mod world;

pub use bindings::{KEYWORDS, unbindable};
pub use compare::{Compat, compare_interfaces};
pub use diagnostic::{Diagnostic, Item, Severity, one_line, quoted};
pub use escape::wit_path;
pub use features::Features;
pub use from_resolve::load_resolve;
pub use golem::{IO_PACKAGE, PUBLISHED, RPC_PACKAGE, pollable_type, rpc_interface, rpc_type};
pub use golem_1x::NewerFeature;
pub use import::{ImportError, add_import};
pub use interfaces::needed_interfaces;
pub use load::{Target, load, load_bytes, load_file, load_texts};
pub use load_error::LoadError;
pub use location::{Location, Position};
pub use lower::{LowerError, lower};
pub use model::{
    Call, Function, FunctionKind, Param, ParamType, ResourceKind, Route, StubFuture, StubModel, StubResource, StubType,
    TypePlacement,
};
pub use names::{RemoteName, is_same_name};
pub use options::{CallStyle, RpcErrors, StubOptions, TypeSource, Unsupported};
pub use read_error::ReadError;
pub use resolve::resolve;
pub use similar::{did_you_mean, nearest};
pub use sources::{Excerpt, Sources};
pub use stub_api::StubApi;
pub use stub_package::{FolderName, STUB_FILE, dependency_path, encode_package, print_package, stub_file};
pub use stub_style::{StubStyle, stub_interface};
pub use tokens::{Token, package_declaration, tokenize};
pub use types::{Member, canonical, map_types, member_types, members, reachable};
pub use wit_folder::{DepsFolder, WitFolder, decode_package, read_folder, read_source};
pub use wit_package::{BinaryKind, Spelling, WitContent, WitFile, WitPackage, parse_package};
pub use world::choose_world;
