//! What can be wrong with the options of a stub's crate.

use stubgen_emit::{CrateOptions, WasmRpc};

use crate::Cause;

/// The problem of options that do not hold wherever the crate is.
pub(crate) fn check(options: &CrateOptions) -> Option<Cause> {
    match &options.wasm_rpc {
        WasmRpc::Path(path) if !path.is_absolute() => Some(Cause::RelativeWasmRpc { path: path.clone() }),
        WasmRpc::Path(path) if path.to_str().is_none() => Some(Cause::WasmRpcIsNotText { path: path.clone() }),
        WasmRpc::Bindings | WasmRpc::Path(_) | WasmRpc::Version(_) => None,
    }
}
