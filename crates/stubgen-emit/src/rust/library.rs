//! `src/lib.rs`: the bindings, the modules and the exports.

use super::names;
use super::options::{WasmRpc, header};
use super::source::Source;
use super::types::Types;
use crate::StubWit;
use indexmap::IndexSet;
use wasm_rpc_stubgen_model::{IO_PACKAGE, RPC_PACKAGE, StubModel};
use wit_parser::{InterfaceId, Resolve};

pub(super) fn emit(model: &StubModel, wit: &StubWit, types: &Types, wasm_rpc: &WasmRpc) -> String {
    let mut source = Source::new(header("//"));
    source.line(format!("//! Calls workers of `{}`.", model.target));
    source.line("//!");
    source.line("//! The stub interface has a resource for each interface and each resource that they export. It");
    source.line("//! is constructed with the URI of a worker, and its functions invoke those of the worker.");
    source.gap();
    let modules = [Some("decode"), Some("encode"), types.maps().then_some("map"), Some("resources"), Some("rpc")];
    for module in modules.into_iter().flatten() {
        source.line(format!("pub mod {module};"));
    }
    source.gap();
    bindings(&mut source, model, wit, types, wasm_rpc);
    source.gap();
    let stub = names::interface_path(&wit.resolve, wit.interface);
    source.line("/// The stub interface.");
    source.line(format!("pub use bindings::exports::{stub} as stub;"));
    source.gap();
    source.line("/// The types of `golem:rpc`.");
    match wasm_rpc {
        WasmRpc::Bindings => source.line("pub use bindings::golem::rpc::types as wire;"),
        WasmRpc::Path(_) | WasmRpc::Version(_) => source.line("pub use golem_wasm_rpc as wire;"),
    }
    source.gap();
    source.line("struct Component;");
    source.gap();
    source.block("impl stub::Guest for Component {", |source| {
        for name in model.resource_names() {
            let (exported, own) = (names::camel(name), names::resource(name));
            source.pair(&format!("type {exported} ="), &format!("resources::{own};"));
        }
    });
    source.gap();
    source.line("bindings::export!(Component with_types_in bindings);");
    source.finish()
}

fn bindings(source: &mut Source, model: &StubModel, wit: &StubWit, types: &Types, wasm_rpc: &WasmRpc) {
    source.block("mod bindings {", |source| {
        source.line("wit_bindgen::generate!({");
        source.line("    path: \"wit\",");
        source.line(format!("    world: \"{}\",", model.world));
        source.line("    generate_all,");
        skipped(source, wit);
        if types.maps() {
            source.line("    map_type: \"crate::map::Map\",");
        }
        match wasm_rpc {
            WasmRpc::Bindings => {}
            WasmRpc::Path(_) | WasmRpc::Version(_) => {
                let (package, version) = RPC_PACKAGE.split_once('@').expect("`golem:rpc` has a version");
                let rpc = format!("\"{package}/types@{version}\": golem_wasm_rpc");
                if model.futures.is_empty() {
                    source.line(format!("    with: {{ {rpc} }},"));
                } else {
                    let (package, version) = IO_PACKAGE.split_once('@').expect("`wasi:io` has a version");
                    source.line("    with: {");
                    source.line(format!("        {rpc},"));
                    source.line(format!("        \"{package}/poll@{version}\": golem_wasm_rpc,"));
                    source.line("    },");
                }
            }
        }
        source.line("});");
    });
}

/// Skips the functions of the target's interfaces, of which only the types are used. A function with the same name as one
/// of the stub or of `golem:rpc` cannot be skipped: bindings select by name alone.
fn skipped(source: &mut Source, wit: &StubWit) {
    let is_called = |id| id == wit.interface || is_rpc(&wit.resolve, id);
    let (called, others): (Vec<_>, Vec<_>) = wit.resolve.interfaces.iter().partition(|(id, _)| is_called(*id));
    let names: IndexSet<_> = others.iter().flat_map(|(_, interface)| interface.functions.keys()).collect();
    let is_needed =
        |name: &str| name == READY || called.iter().any(|(_, interface)| interface.functions.contains_key(name));
    let names: Vec<_> = names.into_iter().filter(|name| !is_needed(name)).collect();
    if names.is_empty() {
        return;
    }
    source.line("    skip: [");
    for name in names {
        source.line(format!("        \"{name}\","));
    }
    source.line("    ],");
}

/// The function of `wasi:io/poll` that the crate calls.
const READY: &str = "[method]pollable.ready";

fn is_rpc(resolve: &Resolve, id: InterfaceId) -> bool {
    let package = resolve.interfaces[id].package;
    package.is_some_and(|package| resolve.packages[package].name.to_string() == RPC_PACKAGE)
}
