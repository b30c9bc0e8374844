//! `src/resources.rs`: the stub's resources. Each of their functions is one call.

use super::call::{Stub, call};
use super::names;
use super::options::header;
use super::source::Source;
use super::types::Types;
use crate::StubWit;
use wasm_rpc_stubgen_model::{ResourceKind, StubFuture, StubModel, StubResource};
use wit_parser::Function as WitFunction;

/// Lints about documentation, which is copied from the target.
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
        resource_code(&mut body, &mut stub, resource);
    }
    for future in &model.futures {
        body.gap();
        future_code(&mut body, &mut stub, future);
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

fn resource_code(source: &mut Source, stub: &mut Stub, resource: &StubResource) {
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
            source.line("/// The function that is invoked when the resource is dropped.");
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

fn future_code(source: &mut Source, stub: &mut Stub, future: &StubFuture) {
    let name = names::resource(&future.name);
    source.line(format!("/// The result of `{}`, which may not be available yet.", future.remote));
    source.structure(&name, |source| source.line("pub pending: Pending,"));
    source.gap();
    source.implement(&format!("stub::Guest{}", names::camel(&future.name)), &name, |source| {
        let pollable = format!("stub::{}", names::type_name(&stub.model.pollable));
        source.function("subscribe", &["&self".to_string()], Some(&pollable), |source| {
            source.line("self.pending.subscribe()");
        });
        source.gap();
        let option = stub.function(&future.get_name()).result.expect("`get` has a result");
        let outcome = stub.types.some_type(option).expect("`get` returns an option");
        let returned = stub.types.returned(outcome).expect("a function with a future has a result");
        stub.types.add(&[], &[returned]);
        let option = stub.types.name(option);
        source.function("get", &["&self".to_string()], Some(&option), |source| source.line("self.pending.get()"));
    });
}

/// The constructor of a resource for free functions.
fn connect(source: &mut Source, types: &mut Types, location: &str, wit: &WitFunction) {
    let location = names::parameter(location);
    let params = [format!("{location}: {}", types.name(wit.params[0].ty))];
    source.function("new", &params, Some("Self"), |source| {
        source.block("Self {", |source| source.line(format!("worker: Worker::connect(&{location}),")));
    });
}
