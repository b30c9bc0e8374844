//! Turns the artifact of any WebAssembly target into a component.
//!
//! `wasm32-wasip2` makes components. The other targets make core modules with their world in a custom section. A module for
//! WASI preview 1 also needs the preview 1 adapter.

use wasi_preview1_component_adapter_provider::{
    WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME, WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER,
};
use wit_component::ComponentEncoder;

use super::error::CargoError;

/// The first bytes of a core module: magic number, version, layer.
const CORE_MODULE: &[u8] = b"\0asm\x01\0\0\0";

/// Returns `wasm` unchanged if it is a component, else encodes the core module as a component.
pub(super) fn component(wasm: Vec<u8>) -> Result<Vec<u8>, CargoError> {
    if !wasm.starts_with(CORE_MODULE) {
        return Ok(wasm);
    }
    let encode = || {
        // The encoder drops the adapter if the module imports nothing from it.
        ComponentEncoder::default()
            .module(&wasm)?
            .adapter(WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME, WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER)?
            .validate(true)
            .encode()
    };
    encode().map_err(|error| CargoError::NoComponent { message: format!("{error:#}") })
}
