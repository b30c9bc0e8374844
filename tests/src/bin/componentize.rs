//! `componentize MODULE COMPONENT`: a core module for WASI preview 1 -> a component for preview 2.
//!
//! It adds the adapter that `cargo component` adds, of the same release as wasmtime, and validates the component.

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
        return Ok(()); // keep its mtime, so that nothing is rebuilt from it
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
