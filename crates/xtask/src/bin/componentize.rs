//! `componentize MODULE COMPONENT`: a core module for WASI preview 1 to a component for preview 2.
//!
//! The adapter stands between the two, as it does in what `cargo component` builds; for wasmtime's release train, that is
//! the adapter of the same train. The result is validated before it is written.

use std::env;
use std::fs;

use anyhow::{Context, Result, bail};
use wasi_preview1_component_adapter_provider::{
    WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME, WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER,
};
use wit_component::ComponentEncoder;

fn main() -> Result<()> {
    let paths: Vec<_> = env::args_os().skip(1).collect();
    let [module, component] = paths.as_slice() else {
        bail!("usage: componentize MODULE COMPONENT");
    };
    let bytes = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let encoded = encode(&bytes).with_context(|| format!("componentizing {}", module.display()))?;
    if fs::read(component).is_ok_and(|present| present == encoded) {
        return Ok(()); // and its mtime stays, so that nothing is made again from it
    }
    fs::write(component, encoded).with_context(|| format!("writing {}", component.display()))
}

fn encode(module: &[u8]) -> Result<Vec<u8>> {
    ComponentEncoder::default()
        .module(module)?
        .adapter(WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME, WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER)?
        .validate(true)
        .encode()
}
