//! `src/resources.rs`: the stub's resources. Each of their functions is one call.

use super::source::Source;
use super::types::Types;
use super::{header, names};
use crate::StubWit;
use stubgen_model::{
    Call, Function, FunctionKind, ParamType, ResourceKind, Route, RpcErrors, StubFuture, StubModel, StubResource,
};
use wit_parser::{Function as WitFunction, Type};

/// Lints about the layout of documentation, which is the target's.
const DOCS_ARE_FOREIGN: [&str; 8] = [
    "#![allow(",
    "    clippy::doc_lazy_continuation,",
    "    clippy::doc_nested_refdefs,",
    "    clippy::doc_overindented_list_items,",
    "    clippy::empty_docs,",
    "    clippy::tabs_in_doc_comments,",
    "    reason = \"the documentation is the target's\"",
    ")]",
];

pub(super) fn emit<'a>(model: &'a StubModel, wit: &'a StubWit, types: &mut Types<'a>) -> String {
    let mut body = Source::default();
    let mut stub = Stub { model, wit, types };
    for resource in &model.resources {
        body.gap();
        emit_resource(&mut body, &mut stub, resource);
    }
    for future in &model.futures {
        body.gap();
        emit_future(&mut body, &mut stub, future);
    }
    let body = body.finish();
    let mut source = Source::new(header("//"));
    source.line("//! The stub's resources. Each of their functions is one call.");
    source.gap();
    if has_docs(model) {
        DOCS_ARE_FOREIGN.iter().for_each(|line| source.line(line));
        source.gap();
    }
    if body.contains("Map<") {
        source.line("use crate::map::Map;");
    }
    let used: Vec<_> = ["Pending", "Remote", "Worker"]
        .into_iter()
        .filter(|name| body.contains(&format!(" {name}::")) || body.contains(&format!(": {name},")))
        .collect();
    match used.as_slice() {
        [] => {}
        [name] => source.line(format!("use crate::rpc::{name};")),
        names => source.line(format!("use crate::rpc::{{{}}};", names.join(", "))),
    }
    source.line("use crate::stub;");
    source.finish() + &body
}

fn has_docs(model: &StubModel) -> bool {
    let resources = model.resources.iter().map(|resource| &resource.docs);
    let functions = model.functions().map(|function| &function.docs);
    resources.chain(functions).any(|docs| docs.contents.is_some())
}

/// What is emitted.
struct Stub<'a, 'b> {
    model: &'a StubModel,
    wit: &'a StubWit,
    types: &'b mut Types<'a>,
}

impl<'a> Stub<'a, '_> {
    /// A function of the stub interface.
    fn function(&self, name: &str) -> &'a WitFunction {
        &self.wit.resolve.interfaces[self.wit.interface].functions[name]
    }
}

fn emit_resource(source: &mut Source, stub: &mut Stub, resource: &StubResource) {
    let name = names::resource(&resource.name);
    source.docs(&resource.docs);
    source.structure(&name, |source| {
        source.line(match &resource.kind {
            ResourceKind::Functions { .. } => "pub worker: Worker,",
            ResourceKind::Remote { .. } => "pub remote: Remote,",
        });
    });
    if let ResourceKind::Remote { drop, .. } = &resource.kind {
        source.gap();
        source.block(&format!("impl {name} {{"), |source| {
            source.line("/// What is invoked when one is dropped.");
            source.pair("pub const DROP: &'static str =", &format!("\"{drop}\";"));
        });
    }
    source.gap();
    source.implement(&format!("stub::Guest{}", names::camel(&resource.name)), &name, |source| {
        let mut first = true;
        if let ResourceKind::Functions { location } = &resource.kind {
            first = false;
            connect(source, stub.types, location, stub.function(&resource.constructor_name()));
        }
        for function in resource.remote_functions() {
            if !std::mem::take(&mut first) {
                source.gap();
            }
            call(source, stub, resource, function);
        }
    });
}

fn emit_future(source: &mut Source, stub: &mut Stub, future: &StubFuture) {
    let name = names::resource(&future.name);
    source.line(format!("/// The result of `{}`, which may not be there yet.", future.remote));
    source.structure(&name, |source| source.line("pub pending: Pending,"));
    source.gap();
    source.implement(&format!("stub::Guest{}", names::camel(&future.name)), &name, |source| {
        let pollable = format!("stub::{}", names::type_name(&stub.model.pollable));
        source.function("subscribe", &["&self".to_string()], Some(&pollable), |source| {
            source.line("self.pending.subscribe()");
        });
        source.gap();
        let given = stub.function(&future.get_name()).result.expect("a future gives something");
        let answered = stub.types.answered(stub.types.awaited(given)).expect("a function with a future has a result");
        stub.types.mention(&[], &[answered]);
        let given = stub.types.name(given);
        source.function("get", &["&self".to_string()], Some(&given), |source| source.line("self.pending.get()"));
    });
}

/// The constructor of a resource that stands for free functions.
fn connect(source: &mut Source, types: &mut Types, location: &str, wit: &WitFunction) {
    let location = names::parameter(location);
    let params = [format!("{location}: {}", types.name(wit.params[0].ty))];
    source.function("new", &params, Some("Self"), |source| {
        source.block("Self {", |source| source.line(format!("worker: Worker::connect(&{location}),")));
    });
}

/// A function that calls one of the worker.
fn call(source: &mut Source, stub: &mut Stub, resource: &StubResource, function: &Function) {
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
    let answered = end.answered(stub.types, function, wit);
    stub.types.mention(&values, &answered);
    links.push(end.link().to_string());
    let result = result(stub.types, function, wit);
    let name = match function.kind {
        FunctionKind::Constructor => "new".to_string(),
        FunctionKind::Method | FunctionKind::Static(_) => names::ident(function.item_name()),
    };
    let first = |index: usize| names::parameter(&function.params[index].name);
    source.docs(&function.docs);
    source.function(&name, &signature, result.as_deref(), |source| match function.kind {
        FunctionKind::Constructor | FunctionKind::Static(Route::Location) => {
            end.emit(source, &format!("Worker::connect(&{})", first(0)), &links);
        }
        FunctionKind::Static(Route::Handle(index)) => {
            let own = stub.types.routed(wit.params[index].ty).map(names::resource).expect("a route is a handle");
            source.line(format!("let route: &{own} = {}.get();", first(index)));
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

/// What a function gives, if anything.
fn result(types: &mut Types, function: &Function, wit: &WitFunction) -> Option<String> {
    match function.kind {
        FunctionKind::Constructor => Some(match types.fallible(wit) {
            None => "Self".to_string(),
            Some((_, error)) => format!("Result<Self, {}>", types.payload(error)),
        }),
        FunctionKind::Method | FunctionKind::Static(_) => wit.result.map(|ty| types.name(ty)),
    }
}

/// How a call ends, and what becomes of the answer.
enum End {
    /// It has no result.
    Finish(RpcErrors),
    /// Its result is that of the stub's function.
    Result,
    /// Its result is the handle of the resource that is constructed.
    Construct,
    /// Nothing is waited for.
    Send(RpcErrors),
    /// The result is that of the future of this name.
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

    /// The types that are read from the answer to the call.
    fn answered(&self, types: &Types, function: &Function, wit: &WitFunction) -> Vec<Type> {
        match (self, function.kind) {
            (Self::Result, FunctionKind::Constructor) => {
                let (ok, err) = types.fallible(wit).expect("a constructor's result is read where it can fail");
                ok.into_iter().chain(err).collect()
            }
            (Self::Result, _) => wit.result.and_then(|given| types.answered(given)).into_iter().collect(),
            // The handle that a plain constructor gets is read by the constructor itself.
            (Self::Construct | Self::Finish(_) | Self::Send(_) | Self::Start(_), _) => Vec::new(),
        }
    }

    /// What ends the chain of calls.
    fn link(&self) -> &'static str {
        match self {
            Self::Finish(_) => ".finish()",
            Self::Result | Self::Construct => ".result()",
            Self::Send(_) => ".send()",
            Self::Start(_) => ".start()",
        }
    }

    /// The body of the function: the chain of calls from `root` on, and what follows it.
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
