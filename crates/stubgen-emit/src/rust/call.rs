//! A function of a stub's resource: it invokes one of the worker and returns the result.

use super::names;
use super::source::Source;
use super::types::Types;
use crate::StubWit;
use wasm_rpc_stubgen_model::{
    Call, Function, FunctionKind, ParamType, ResourceKind, Route, RpcErrors, StubModel, StubResource,
};
use wit_parser::{Function as WitFunction, Type};

/// The stub, and the types that its functions use.
pub(super) struct Stub<'a, 'b> {
    pub(super) model: &'a StubModel,
    pub(super) wit: &'a StubWit,
    pub(super) types: &'b mut Types<'a>,
}

impl<'a> Stub<'a, '_> {
    /// A function of the stub interface.
    pub(super) fn function(&self, name: &str) -> &'a WitFunction {
        &self.wit.resolve.interfaces[self.wit.interface].functions[name]
    }
}

/// Emits a function that invokes one of the worker.
pub(super) fn call(source: &mut Source, stub: &mut Stub, resource: &StubResource, function: &Function) {
    let wit = stub.function(&function.name);
    let method = function.kind == FunctionKind::Method;
    let passed = &wit.params[usize::from(method)..];
    let mut values = Vec::new();
    let mut signature: Vec<_> = method.then(|| "&self".to_string()).into_iter().collect();
    let mut links = vec![format!(".call(\"{}\")", function.remote)];
    for (param, wit) in function.params.iter().zip(passed) {
        let name = names::parameter(&param.name);
        signature.push(format!("{name}: {}", stub.types.name(wit.ty)));
        if let ParamType::Value(_) = param.ty {
            values.push(wit.ty);
            links.push(format!(".argument({name})"));
        }
    }
    let end = End::of(stub, function, wit);
    let returned = end.returned(stub.types, function, wit);
    stub.types.add(&values, &returned);
    links.push(end.link().to_string());
    let result = result(stub.types, function, wit);
    let name = match function.kind {
        FunctionKind::Constructor => "new".to_string(),
        FunctionKind::Method | FunctionKind::Static(_) => names::ident(function.item_name()),
    };
    let param = |index: usize| names::parameter(&function.params[index].name);
    source.docs(&function.docs);
    source.function(&name, &signature, result.as_deref(), |source| match function.kind {
        FunctionKind::Constructor | FunctionKind::Static(Route::Location) => {
            end.emit(source, &format!("Worker::connect(&{})", param(0)), &links);
        }
        FunctionKind::Static(Route::Handle(index)) => {
            let own =
                stub.types.handle_resource(wit.params[index].ty).map(names::resource).expect("a route is a handle");
            source.line(format!("let route: &{own} = {}.get();", param(index)));
            links.splice(0..0, [".remote".to_string(), ".worker()".to_string()]);
            end.emit(source, "route", &links);
        }
        FunctionKind::Method => {
            let field = match resource.kind {
                ResourceKind::Functions { .. } => ".worker",
                ResourceKind::Remote { .. } => ".remote",
            };
            links.insert(0, field.to_string());
            end.emit(source, "self", &links);
        }
    });
}

/// The result of a function in Rust.
fn result(types: &mut Types, function: &Function, wit: &WitFunction) -> Option<String> {
    match function.kind {
        FunctionKind::Constructor => Some(match types.fallible(wit) {
            None => "Self".to_string(),
            Some((_, error)) => format!("Result<Self, {}>", types.payload(error)),
        }),
        FunctionKind::Method | FunctionKind::Static(_) => wit.result.map(|ty| types.name(ty)),
    }
}

/// The end of a call.
enum End {
    /// The call has no result.
    Finish(RpcErrors),
    /// The result of the call is the result of the function.
    Result,
    /// The result of the call is the handle of the constructed resource.
    Construct,
    /// The function does not wait.
    Send(RpcErrors),
    /// The function returns the future of this name.
    Start(String),
}

impl End {
    fn of(stub: &Stub, function: &Function, wit: &WitFunction) -> Self {
        let errors = stub.model.options.rpc_errors;
        match function.call {
            Call::Blocking if function.kind == FunctionKind::Constructor => match stub.types.fallible(wit) {
                None => Self::Construct,
                Some(_) => Self::Result,
            },
            Call::Blocking => match function.result {
                Some(_) => Self::Result,
                None => Self::Finish(errors),
            },
            Call::Send => Self::Send(errors),
            Call::Future(index) => Self::Start(stub.model.futures[index].name.clone()),
        }
    }

    /// The types of the values that the worker returns, as far as `decode.rs` decodes them.
    fn returned(&self, types: &Types, function: &Function, wit: &WitFunction) -> Vec<Type> {
        match (self, function.kind) {
            (Self::Result, FunctionKind::Constructor) => {
                let (ok, err) = types.fallible(wit).expect("a constructor that can fail returns a `result`");
                ok.into_iter().chain(err).collect()
            }
            (Self::Result, _) => wit.result.and_then(|outcome| types.returned(outcome)).into_iter().collect(),
            // The constructor itself decodes the handle of the resource.
            (Self::Construct | Self::Finish(_) | Self::Send(_) | Self::Start(_), _) => Vec::new(),
        }
    }

    /// The last link of the chain of calls.
    fn link(&self) -> &'static str {
        match self {
            Self::Finish(_) => ".finish()",
            Self::Result | Self::Construct => ".result()",
            Self::Send(_) => ".send()",
            Self::Start(_) => ".start()",
        }
    }

    /// The body of the function: the chain of calls from `root`, and what follows it.
    fn emit(&self, source: &mut Source, root: &str, links: &[String]) {
        match self {
            Self::Finish(RpcErrors::Trap) | Self::Send(RpcErrors::Trap) => source.chain("", root, links, ";"),
            Self::Finish(RpcErrors::Result) | Self::Send(RpcErrors::Result) | Self::Result => {
                source.chain("", root, links, "");
            }
            Self::Construct => {
                // The resource keeps the connection.
                source.line(format!("let worker = {root};"));
                source.chain("let handle = ", "worker", links, ";");
                source.line("let remote = Remote::new(worker, handle, Self::DROP);");
                source.line("Self { remote }");
            }
            Self::Start(future) => {
                source.chain("let pending = ", root, links, ";");
                source.let_struct("future", &names::resource(future), "pending");
                source.apply(&format!("stub::{}::new", names::camel(future)), "future");
            }
        }
    }
}
