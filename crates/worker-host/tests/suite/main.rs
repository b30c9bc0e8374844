//! The tests of the library and of `wasm-rpc-run`: one program, which links wasmtime once.

mod support;

mod binary;
mod cycles;
mod futures;
mod golem_errors;
mod golem_futures;
mod golem_uris;
mod limits;
mod loading;
mod resources;
mod rpc;
#[cfg(unix)]
mod terminal;
mod trace;
mod trace_file;
mod turns;
mod values;
