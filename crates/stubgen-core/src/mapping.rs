//! The model of a stub to what stands for what, as plain data.

use wasm_rpc_stubgen_model::{Call, Function, FunctionKind, ResourceKind, StubModel, StubResource};

/// What of a stub stands for what of its target.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mapping {
    /// The stub interface: `ns:name-stub/stub-world[@version]`.
    pub interface: String,
    /// Its resources, without the futures, in the order of the target's exports.
    pub resources: Vec<ResourceMapping>,
    /// Its resources that represent results of calls.
    pub futures: Vec<FutureMapping>,
}

/// A resource of the stub interface.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResourceMapping {
    /// Its name.
    pub name: String,
    /// The interface or world of the target that has its functions: `ns:name/interface[@version]`, or the name of an inline
    /// interface.
    pub target: String,
    /// The target's resource, if it stands for one; else it has the free functions of `target`.
    pub resource: Option<String>,
    /// Its functions, the constructor first.
    pub functions: Vec<FunctionMapping>,
    /// The remote function that dropping it invokes.
    pub drop: Option<String>,
}

/// A function of a resource of the stub.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FunctionMapping {
    /// Its name in the stub interface, such as `[method]cart.add`.
    pub name: String,
    /// What kind of function it is.
    pub kind: MappingKind,
    /// How it calls the worker.
    pub call: FunctionCall,
    /// The name of the target's function in its interface, such as `add` or `[method]cart.add`. A constructor that only
    /// connects to a worker has none.
    pub function: Option<String>,
    /// The name that the worker is invoked with, such as `shop:cart/api.{add}`.
    pub remote: Option<String>,
}

/// The kind of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum MappingKind {
    /// A constructor.
    Constructor,
    /// A method.
    Method,
    /// A static function.
    Static,
}

/// How a function calls the worker.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FunctionCall {
    /// Not at all: it connects to a worker.
    Connect,
    /// It waits for the result.
    Blocking,
    /// It does not wait, and the worker's function has no result.
    Send,
    /// It returns the future of this name.
    Future(String),
}

/// A resource of the stub interface that represents the result of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FutureMapping {
    /// Its name.
    pub name: String,
    /// The remote function that was invoked.
    pub remote: String,
}

/// The mapping of a stub whose interface is called `interface`.
pub(crate) fn mapping(model: &StubModel, interface: String) -> Mapping {
    let future = |future: &wasm_rpc_stubgen_model::StubFuture| FutureMapping {
        name: future.name.clone(),
        remote: future.remote.to_string(),
    };
    Mapping {
        interface,
        resources: model.resources.iter().map(|item| resource(model, item)).collect(),
        futures: model.futures.iter().map(future).collect(),
    }
}

fn resource(model: &StubModel, item: &StubResource) -> ResourceMapping {
    let remote = item.remote_functions().map(|item| function(model, item));
    let (connect, resource, drop) = match &item.kind {
        ResourceKind::Functions { .. } => (Some(connect(item)), None, None),
        ResourceKind::Remote { target, drop, .. } => {
            (None, model.resolve.types[*target].name.clone(), Some(drop.to_string()))
        }
    };
    let functions = connect.into_iter().chain(remote).collect();
    ResourceMapping { name: item.name.clone(), target: item.owner.clone(), resource, functions, drop }
}

fn connect(item: &StubResource) -> FunctionMapping {
    FunctionMapping {
        name: item.constructor_name(),
        kind: MappingKind::Constructor,
        call: FunctionCall::Connect,
        function: None,
        remote: None,
    }
}

fn function(model: &StubModel, item: &Function) -> FunctionMapping {
    FunctionMapping {
        name: item.name.clone(),
        kind: match item.kind {
            FunctionKind::Constructor => MappingKind::Constructor,
            FunctionKind::Method => MappingKind::Method,
            FunctionKind::Static(_) => MappingKind::Static,
        },
        call: match item.call {
            Call::Blocking => FunctionCall::Blocking,
            Call::Send => FunctionCall::Send,
            Call::Future(index) => FunctionCall::Future(model.futures[index].name.clone()),
        },
        function: Some(item.target.clone()),
        remote: Some(item.remote.to_string()),
    }
}
