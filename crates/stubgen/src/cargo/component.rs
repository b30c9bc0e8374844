//! A WebAssembly file of whatever target to a component.
//!
//! `wasm32-wasip2` makes components. The other targets make core modules that carry their world with them; one for
//! WASI preview 1 gets an adapter between it and preview 2.

use wasi_preview1_component_adapter_provider::{
    WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME, WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER,
};
use wit_component::ComponentEncoder;

use super::CargoError;

/// How core modules begin: the magic number, then the version in the lower and the layer in the upper half.
const CORE_MODULE: &[u8] = b"\0asm\x01\0\0\0";

/// `wasm` if it is a component, else the component of the core module that it is.
pub(super) fn component(wasm: Vec<u8>) -> Result<Vec<u8>, CargoError> {
    if !wasm.starts_with(CORE_MODULE) {
        return Ok(wasm);
    }
    let encode = || {
        // The adapter stays out of a component whose module imports nothing of it.
        ComponentEncoder::default()
            .module(&wasm)?
            .adapter(WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME, WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER)?
            .validate(true)
            .encode()
    };
    encode().map_err(|error| CargoError::NoComponent { message: format!("{error:#}") })
}
