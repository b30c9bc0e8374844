//! What a stub is: its resources, their functions and the types that these use, in terms of the target's WIT.

use std::fmt;

use crate::{Diagnostic, RemoteName, StubOptions};
use indexmap::IndexMap;
use wit_parser::{Docs, PackageName, Resolve, Type, TypeId};

/// A stub, with everything decided.
#[derive(Debug)]
pub struct StubModel {
    /// The target's WIT; all types of the model are in it.
    pub resolve: Resolve,
    /// The target's package.
    pub target: PackageName,
    /// The stub's package.
    pub package: PackageName,
    /// What the stub's Rust crate is called.
    pub crate_name: String,
    /// The stub interface.
    pub interface: String,
    /// The world that exports the stub interface.
    pub world: String,
    /// What the user chose.
    pub options: StubOptions,
    /// What `golem:rpc/types.{uri}` is called in the stub interface.
    pub uri: String,
    /// What `golem:rpc/types.{rpc-error}` is called there.
    pub rpc_error: String,
    /// What `wasi:io/poll.{pollable}` is called there.
    pub pollable: String,
    /// The named types that the stub interface knows, each after those that it is made of. Keys are canonical
    /// (see [`canonical`](crate::canonical)); resources are not among them.
    pub types: IndexMap<TypeId, StubType>,
    /// The stub's resources but for the futures.
    pub resources: Vec<StubResource>,
    /// The resources that stand for results of calls.
    pub futures: Vec<StubFuture>,
    /// The resource of the stub that stands for a resource of the target: an index into `resources`.
    pub remote_resources: IndexMap<TypeId, usize>,
    /// Names that had to change, and the warnings about the source.
    pub notes: Vec<Diagnostic>,
}

/// A named type in the stub interface.
#[derive(Debug, Clone)]
pub struct StubType {
    /// Its name there.
    pub name: String,
    /// Where it comes from.
    pub placement: TypePlacement,
}

/// Where a type of the stub interface comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypePlacement {
    /// It is `use`d from the interface of the target that defines it.
    Used,
    /// The stub interface defines it: it contains a handle, or no other package can `use` it.
    Defined,
}

/// A resource of the stub interface.
#[derive(Debug, Clone)]
pub struct StubResource {
    /// Its name.
    pub name: String,
    /// The documentation of what it stands for.
    pub docs: Docs,
    /// What it stands for.
    pub kind: ResourceKind,
    /// Methods and statics, in the target's order.
    pub functions: Vec<Function>,
}

/// What a resource of the stub stands for.
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
        /// What is invoked when the stub's resource is dropped.
        drop: RemoteName,
    },
}

/// A resource that stands for the result of a call. Its methods are `subscribe` and `get`.
#[derive(Debug, Clone)]
pub struct StubFuture {
    /// Its name.
    pub name: String,
    /// The type of the result.
    pub result: Type,
    /// What was invoked.
    pub remote: RemoteName,
}

/// A function of a stub's resource.
#[derive(Debug, Clone)]
pub struct Function {
    /// Its name in the stub interface, such as `[method]cart.add`.
    pub name: String,
    /// What kind of function it is.
    pub kind: FunctionKind,
    /// The target's documentation.
    pub docs: Docs,
    /// All parameters but `self`.
    pub params: Vec<Param>,
    /// The result of the target's function, if any.
    pub result: Option<Type>,
    /// What is invoked.
    pub remote: RemoteName,
    /// How it is invoked, and so what the stub's function returns.
    pub call: Call,
}

/// How a function of the worker is invoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// The stub waits for the result and returns it.
    Blocking,
    /// The stub waits for nothing; the function has no result.
    Send,
    /// The stub returns a future at once: an index into `futures`.
    Future(usize),
}

/// What kind of function a stub's function is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionKind {
    /// `constructor`.
    Constructor,
    /// Called on a resource.
    Method,
    /// A static function of a resource.
    Static(Route),
}

/// Which worker a static function calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The one in which the resource lives whose handle is the parameter of this index.
    Handle(usize),
    /// The one that the first parameter, a location, names.
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
    /// A worker's URI. It tells where to call and is not passed on.
    Location,
    /// A type of the target; the value is passed on.
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

/// The model as text, for people and for tests: what becomes what, and what is invoked.
impl fmt::Display for StubModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "stub {} / {} / {}", self.package, self.interface, self.world)?;
        for (id, ty) in &self.types {
            let origin = self.resolve.types[*id].name.as_deref().unwrap_or("?");
            writeln!(f, "type {} ({origin}): {:?}", ty.name, ty.placement)?;
        }
        for resource in &self.resources {
            resource.fmt(f)?;
        }
        for future in &self.futures {
            writeln!(f, "resource {}\n  the result of {}", future.name, future.remote)?;
        }
        for note in &self.notes {
            writeln!(f, "{:?}: {}", note.severity, note.message)?;
        }
        Ok(())
    }
}

impl StubModel {
    /// The functions that invoke one of the worker, constructors among them.
    pub fn functions(&self) -> impl Iterator<Item = &Function> {
        self.resources.iter().flat_map(StubResource::remote_functions)
    }

    /// The names of all resources of the stub interface, the futures last.
    pub fn resource_names(&self) -> impl Iterator<Item = &str> {
        let futures = self.futures.iter().map(|future| future.name.as_str());
        self.resources.iter().map(|resource| resource.name.as_str()).chain(futures)
    }
}

impl fmt::Display for StubResource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "resource {}", self.name)?;
        if let ResourceKind::Functions { location } = &self.kind {
            writeln!(f, "  constructor({location})")?;
        }
        self.remote_functions().try_for_each(|function| function.fmt(f))?;
        match &self.kind {
            ResourceKind::Functions { .. } => Ok(()),
            ResourceKind::Remote { drop, .. } => writeln!(f, "  drop => {drop}"),
        }
    }
}

impl fmt::Display for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params: Vec<_> = self.params.iter().map(|p| p.name.as_str()).collect();
        let kind = match self.kind {
            FunctionKind::Constructor | FunctionKind::Method => String::new(),
            FunctionKind::Static(route) => format!(" static {route:?}"),
        };
        let call = match self.call {
            Call::Blocking => "",
            Call::Send => ", not waiting",
            Call::Future(_) => ", as a future",
        };
        writeln!(f, "  {}({}){kind} => {}{call}", self.item_name(), params.join(", "), self.remote)
    }
}
