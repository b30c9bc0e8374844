//! `src/resources.rs`: the stub's resources. Each of their functions is one call.

use super::source::Source;
use super::types::Types;
use super::{header, names};
use crate::StubWit;
use stubgen_model::{Constructor, Function, FunctionKind, ParamType, ResourceKind, Route, StubModel, StubResource};
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

pub(super) fn emit(model: &StubModel, wit: &StubWit, types: &mut Types) -> String {
    let mut body = Source::default();
    for resource in &model.resources {
        body.gap();
        emit_resource(&mut body, wit, types, resource);
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
    let used: Vec<_> = ["Remote", "Worker"]
        .into_iter()
        .filter(|name| body.contains(&format!("{name}::")) || body.contains(&format!(": {name},")))
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

fn emit_resource(source: &mut Source, wit: &StubWit, types: &mut Types, resource: &StubResource) {
    let name = names::resource(&resource.name);
    source.docs(&resource.docs);
    source.block(&format!("pub struct {name} {{"), |source| {
        source.line(match &resource.kind {
            ResourceKind::Functions => "pub worker: Worker,",
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
    let functions = &wit.resolve.interfaces[wit.interface].functions;
    source.implement(&format!("stub::Guest{}", names::camel(&resource.name)), &name, |source| {
        let mut first = true;
        let mut gap = |source: &mut Source| {
            if !std::mem::take(&mut first) {
                source.gap();
            }
        };
        match &resource.constructor {
            Some(Constructor::Connect { location }) => {
                gap(source);
                connect(source, types, location, &functions[&format!("[constructor]{}", resource.name)]);
            }
            Some(Constructor::Remote(function)) => {
                gap(source);
                call(source, types, resource, function, &functions[&format!("[constructor]{}", resource.name)]);
            }
            None => {}
        }
        for function in &resource.functions {
            gap(source);
            let kind = match function.kind {
                FunctionKind::Method => "method",
                FunctionKind::Static(_) => "static",
                FunctionKind::Constructor => unreachable!("a constructor is none of the resource's functions"),
            };
            let wit = &functions[&format!("[{kind}]{}.{}", resource.name, function.name)];
            call(source, types, resource, function, wit);
        }
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
fn call(source: &mut Source, types: &mut Types, resource: &StubResource, function: &Function, wit: &WitFunction) {
    let method = function.kind == FunctionKind::Method;
    let passed = &wit.params[usize::from(method)..];
    let params: Vec<_> = function.params.iter().zip(passed).collect();
    let mut values = Vec::new();
    let mut signature: Vec<_> = method.then(|| "&self".to_string()).into_iter().collect();
    let mut links = vec![format!(".call(\"{}\")", function.remote)];
    for (param, wit) in params {
        let name = names::parameter(&param.name);
        signature.push(format!("{name}: {}", types.name(wit.ty)));
        if let ParamType::Value(_) = param.ty {
            values.push(wit.ty);
            links.push(format!(".argument({name})"));
        }
    }
    types.mention(&values, wit);
    let constructs = function.kind == FunctionKind::Constructor && wit.is_constructor_shorthand(types.resolve);
    links.push(if wit.result.is_some() { ".result()" } else { ".finish()" }.to_string());
    let result = result(types, function, wit, constructs);
    let name = match function.kind {
        FunctionKind::Constructor => "new".to_string(),
        FunctionKind::Method | FunctionKind::Static(_) => names::ident(&function.name),
    };
    let first = |index: usize| names::parameter(&function.params[index].name);
    source.docs(&function.docs);
    source.function(&name, &signature, result.as_deref(), |source| match function.kind {
        FunctionKind::Constructor if constructs => construct(source, &first(0), &links),
        FunctionKind::Constructor | FunctionKind::Static(Route::Location) => {
            chain(source, &format!("Worker::connect(&{})", first(0)), &links, wit.result);
        }
        FunctionKind::Static(Route::Handle(index)) => {
            let own = types.routed(wit.params[index].ty).map(names::resource).expect("a route is a handle");
            source.line(format!("let route: &{own} = {}.get();", first(index)));
            links.insert(0, ".worker()".into());
            links.insert(0, ".remote".into());
            chain(source, "route", &links, wit.result);
        }
        FunctionKind::Method => {
            links.insert(
                0,
                match resource.kind {
                    ResourceKind::Functions => ".worker".into(),
                    ResourceKind::Remote { .. } => ".remote".into(),
                },
            );
            chain(source, "self", &links, wit.result);
        }
    });
}

/// What a function gives, if anything.
fn result(types: &mut Types, function: &Function, wit: &WitFunction, constructs: bool) -> Option<String> {
    match function.kind {
        FunctionKind::Constructor if constructs => Some("Self".to_string()),
        FunctionKind::Constructor => Some(format!("Result<Self, {}>", types.error(wit))),
        FunctionKind::Method | FunctionKind::Static(_) => wit.result.map(|ty| types.name(ty)),
    }
}

/// The body of a constructor that always gives a resource: it keeps the connection.
fn construct(source: &mut Source, location: &str, links: &[String]) {
    source.line(format!("let worker = Worker::connect(&{location});"));
    source.chain("let handle = ", "worker", links, ";");
    source.line("let remote = Remote::new(worker, handle, Self::DROP);");
    source.line("Self { remote }");
}

/// A body that is one call.
fn chain(source: &mut Source, root: &str, links: &[String], result: Option<Type>) {
    source.chain("", root, links, if result.is_some() { "" } else { ";" });
}
