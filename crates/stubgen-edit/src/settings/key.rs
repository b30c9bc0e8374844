//! The names of the settings and of their values.

use wasm_rpc_stubgen_model::{CallStyle, RpcErrors};

use super::StubBuilder;

pub(super) const CALL_STYLE: &str = "call-style";
pub(super) const RPC_ERRORS: &str = "rpc-errors";
pub(super) const ALWAYS_INLINE_TYPES: &str = "always-inline-types";
pub(super) const SKIP_UNSUPPORTED: &str = "skip-unsupported";
pub(super) const FEATURES: &str = "features";
pub(super) const ALL_FEATURES: &str = "all-features";
pub(super) const BUILDER: &str = "builder";
pub(super) const WASM_RPC_PATH: &str = "wasm-rpc-path-override";
pub(super) const WASM_RPC_VERSION: &str = "wasm-rpc-version-override";
pub(super) const ADD_IMPORT: &str = "add-import";
pub(super) const LINKS: &str = "links";

/// All settings.
pub(super) const ALL: [&str; 11] = [
    CALL_STYLE,
    RPC_ERRORS,
    ALWAYS_INLINE_TYPES,
    SKIP_UNSUPPORTED,
    FEATURES,
    ALL_FEATURES,
    BUILDER,
    WASM_RPC_PATH,
    WASM_RPC_VERSION,
    ADD_IMPORT,
    LINKS,
];

/// The values of `call-style`, the default first.
pub(super) const CALL_STYLES: [(&str, CallStyle); 2] = [("sync", CallStyle::Sync), ("async", CallStyle::Async)];

/// The values of `rpc-errors`.
pub(super) const RPC_ERROR_MODES: [(&str, RpcErrors); 2] = [("trap", RpcErrors::Trap), ("result", RpcErrors::Result)];

/// The values of `builder`.
pub(super) const BUILDERS: [(&str, StubBuilder); 2] = [("cargo", StubBuilder::Cargo), ("native", StubBuilder::Native)];

/// The name of a value.
pub(super) fn name_of<T: PartialEq>(values: &[(&'static str, T)], wanted: &T) -> &'static str {
    values.iter().find(|(_, value)| value == wanted).map(|(name, _)| *name).expect("each value has a name")
}
