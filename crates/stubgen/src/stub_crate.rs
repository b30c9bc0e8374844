//! Checks the options of a stub's crate.

use wasm_rpc_stubgen_emit::{CrateOptions, WasmRpc};

use crate::Cause;

/// The error of a path to `golem-wasm-rpc` that is relative or not UTF-8.
pub(crate) fn check(options: &CrateOptions) -> Option<Cause> {
    match &options.wasm_rpc {
        WasmRpc::Path(path) if !path.is_absolute() => Some(Cause::RelativeWasmRpc { path: path.clone() }),
        WasmRpc::Path(path) if path.to_str().is_none() => Some(Cause::WasmRpcIsNotText { path: path.clone() }),
        WasmRpc::Bindings | WasmRpc::Path(_) | WasmRpc::Version(_) => None,
    }
}
