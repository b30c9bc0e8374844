//! The model of a stub: its resources, their functions and types, in terms of the target's WIT.

use crate::{Diagnostic, RemoteName, Sources, StubOptions};
use indexmap::IndexMap;
use wit_parser::{Docs, InterfaceId, PackageName, Resolve, Span, Type, TypeId};

/// A stub, with everything decided.
#[derive(Debug)]
pub struct StubModel {
    /// The target's WIT; all types of the model are in it.
    pub resolve: Resolve,
    /// The texts of the target's WIT.
    pub sources: Sources,
    /// The target's package.
    pub target: PackageName,
    /// The stub's package.
    pub package: PackageName,
    /// The name of the stub's Rust crate.
    pub crate_name: String,
    /// The stub interface.
    pub interface: String,
    /// The world that exports the stub interface.
    pub world: String,
    /// The options of the stub.
    pub options: StubOptions,
    /// The name of `golem:rpc/types.{uri}` in the stub interface.
    pub uri: String,
    /// The name of `golem:rpc/types.{rpc-error}` there.
    pub rpc_error: String,
    /// The name of `wasi:io/poll.{pollable}` there.
    pub pollable: String,
    /// The named types of the stub interface without resources, each after the types of its members. The keys are canonical
    /// (see [`canonical`](crate::canonical)).
    pub types: IndexMap<TypeId, StubType>,
    /// The stub's resources without the futures.
    pub resources: Vec<StubResource>,
    /// The resources that represent results of calls.
    pub futures: Vec<StubFuture>,
    /// The index in `resources` of the stub's resource for a resource of the target.
    pub remote_resources: IndexMap<TypeId, usize>,
    /// Notes about changed names, and warnings about the source.
    pub notes: Vec<Diagnostic>,
}

/// A named type in the stub interface.
#[derive(Debug, Clone)]
pub struct StubType {
    /// Its name there.
    pub name: String,
    /// Whether the interface uses or defines it.
    pub placement: TypePlacement,
}

/// Whether the stub interface uses or defines a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypePlacement {
    /// The stub interface `use`s it from this interface of the target.
    Used(InterfaceId),
    /// The stub interface defines it: it contains a handle, or other packages cannot `use` it.
    Defined,
}

/// A resource of the stub interface.
#[derive(Debug, Clone)]
pub struct StubResource {
    /// Its name.
    pub name: String,
    /// The documentation of the target's item.
    pub docs: Docs,
    /// The interface or world of the target that has the functions: `ns:name/interface@version`, or the name of an inline
    /// interface.
    pub owner: String,
    /// The target's item.
    pub kind: ResourceKind,
    /// Methods and statics, in the target's order.
    pub functions: Vec<Function>,
}

/// The item of the target that a resource of the stub represents.
#[derive(Debug, Clone)]
pub enum ResourceKind {
    /// The free functions of an interface or of the world. Its constructor connects to a worker and invokes nothing.
    Functions {
        /// The name of the constructor's one parameter.
        location: String,
    },
    /// A resource that lives in a worker.
    Remote {
        /// The resource of the target.
        target: TypeId,
        /// Connects to the worker at the first parameter and invokes the target's constructor with the others. A resource
        /// without a constructor only arrives as a result.
        constructor: Option<Function>,
        /// The function that is invoked when the stub's resource is dropped.
        drop: RemoteName,
    },
}

/// A resource that represents the result of a call. Its methods are `subscribe` and `get`.
#[derive(Debug, Clone)]
pub struct StubFuture {
    /// Its name.
    pub name: String,
    /// The type of the result.
    pub result: Type,
    /// The function that was invoked.
    pub remote: RemoteName,
}

/// A function of a stub's resource.
#[derive(Debug, Clone)]
pub struct Function {
    /// Its name in the stub interface, such as `[method]cart.add`.
    pub name: String,
    /// The name of the target's function in its interface, such as `add`.
    pub target: String,
    /// What kind of function it is.
    pub kind: FunctionKind,
    /// The target's documentation.
    pub docs: Docs,
    /// The target's function in its source.
    pub span: Span,
    /// All parameters but `self`.
    pub params: Vec<Param>,
    /// The result of the target's function, if any.
    pub result: Option<Type>,
    /// The function that is invoked.
    pub remote: RemoteName,
    /// How it is invoked, which determines the result of the stub's function.
    pub call: Call,
}

/// How a function of the worker is invoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// The stub waits for the result and returns it.
    Blocking,
    /// The stub does not wait; the function has no result.
    Send,
    /// The stub returns a future at once: an index into `futures`.
    Future(usize),
}

/// The kind of a stub's function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionKind {
    /// `constructor`.
    Constructor,
    /// Called on a resource.
    Method,
    /// A static function of a resource.
    Static(Route),
}

/// The worker that a static function calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The worker of the resource whose handle is the parameter of this index.
    Handle(usize),
    /// The worker at the first parameter, a location.
    Location,
}

/// A parameter.
#[derive(Debug, Clone)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: ParamType,
}

/// The type of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamType {
    /// The URI of the worker to call. It is not passed on.
    Location,
    /// A type of the target. The value is passed on.
    Value(Type),
}

impl FunctionKind {
    /// The name in the stub interface of the function `item` of `resource`; a constructor has no name of its own.
    pub(crate) fn name(self, resource: &str, item: &str) -> String {
        match self {
            Self::Constructor => format!("[constructor]{resource}"),
            Self::Method => format!("[method]{resource}.{item}"),
            Self::Static(_) => format!("[static]{resource}.{item}"),
        }
    }
}

impl StubResource {
    /// The name of its constructor in the stub interface.
    pub fn constructor_name(&self) -> String {
        FunctionKind::Constructor.name(&self.name, "")
    }

    /// The constructor that invokes one of the worker.
    pub fn remote_constructor(&self) -> Option<&Function> {
        match &self.kind {
            ResourceKind::Functions { .. } => None,
            ResourceKind::Remote { constructor, .. } => constructor.as_ref(),
        }
    }

    /// The functions that invoke one of the worker, the constructor first.
    pub fn remote_functions(&self) -> impl Iterator<Item = &Function> {
        self.remote_constructor().into_iter().chain(&self.functions)
    }
}

impl StubFuture {
    /// The name of `subscribe` in the stub interface.
    pub fn subscribe_name(&self) -> String {
        FunctionKind::Method.name(&self.name, "subscribe")
    }

    /// The name of `get` in the stub interface.
    pub fn get_name(&self) -> String {
        FunctionKind::Method.name(&self.name, "get")
    }
}

impl Function {
    /// Its name in its resource.
    pub fn item_name(&self) -> &str {
        match self.name.split_once('.') {
            Some((_, item)) => item,
            None => "constructor",
        }
    }

    /// The types of the values that are passed to the worker, without the handle of a method's own resource.
    pub fn values(&self) -> impl Iterator<Item = Type> {
        self.params.iter().filter_map(|param| match param.ty {
            ParamType::Location => None,
            ParamType::Value(ty) => Some(ty),
        })
    }
}

impl StubModel {
    /// The functions that invoke one of the worker, including constructors.
    pub fn functions(&self) -> impl Iterator<Item = &Function> {
        self.resources.iter().flat_map(StubResource::remote_functions)
    }

    /// The names of all resources of the stub interface, the futures last.
    pub fn resource_names(&self) -> impl Iterator<Item = &str> {
        let futures = self.futures.iter().map(|future| future.name.as_str());
        self.resources.iter().map(|resource| resource.name.as_str()).chain(futures)
    }
}
