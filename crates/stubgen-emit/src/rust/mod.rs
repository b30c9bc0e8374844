//! The model of a stub to a Rust crate that a Rust user can read, change and compile.
//!
//! | file | content |
//! | --- | --- |
//! | `Cargo.toml` | for cargo and for `cargo component` |
//! | `src/lib.rs` | the bindings and the exports |
//! | `src/resources.rs` | the stub's resources: each function is one call |
//! | `src/rpc.rs` | calls, connections, resources that live in workers |
//! | `src/encode.rs`, `src/decode.rs` | values to nodes and back: first the code of every crate, then the stub's types |
//! | `src/map.rs` | maps, if there are any |
//! | `wit/` | the stub's WIT |
//!
//! The code of every crate is in `runtime/`. A crate gets the parts of `rpc.rs` that it uses.

mod call;
mod decode;
mod definitions;
mod encode;
mod library;
mod manifest;
mod module;
mod names;
mod options;
mod resources;
mod runtime;
mod source;
mod types;

pub use options::{CrateOptions, CrateOptionsError, GENERATED, WasmRpc};

use crate::{FileSet, StubWit};
use options::header;
use types::Types;
use wasm_rpc_stubgen_model::{PUBLISHED, StubModel};

/// Emits the crate of a stub.
pub fn emit_rust(model: &StubModel, wit: &StubWit, options: &CrateOptions) -> FileSet {
    let mut types = Types::new(&wit.resolve, wit.interface, model.options.rpc_errors);
    let resources = resources::emit(model, wit, &mut types);
    let maps = types.maps();
    if maps {
        types.add_entries();
    }
    let mut files = FileSet::new();
    files.insert("Cargo.toml", manifest::emit(model, wit, options));
    files.insert("src/lib.rs", library::emit(model, wit, &types, &options.wasm_rpc));
    files.insert("src/resources.rs", resources);
    files.insert("src/rpc.rs", runtime::rpc(model));
    files.insert("src/encode.rs", encode::emit(&mut types));
    files.insert("src/decode.rs", decode::emit(&mut types));
    if maps {
        files.insert("src/map.rs", format!("{}{}", header("//"), include_str!("runtime/map.rs")));
    }
    add_wit(&mut files, wit, &options.wasm_rpc);
    files
}

/// Adds the stub's WIT. The crate `golem-wasm-rpc` implements the whole `golem:rpc` package, so this one needs it, too.
fn add_wit(files: &mut FileSet, wit: &StubWit, wasm_rpc: &WasmRpc) {
    let published: &[(&str, &str)] = match wasm_rpc {
        WasmRpc::Bindings => &[],
        WasmRpc::Path(_) | WasmRpc::Version(_) => &PUBLISHED,
    };
    for (path, content) in published {
        files.insert(format!("wit/{path}"), *content);
    }
    for (path, content) in wit.files.iter().filter(|(path, _)| published.iter().all(|(other, _)| other != path)) {
        files.insert(format!("wit/{path}"), content);
    }
}
