//! Plugs the stub into the compiled caller: `cargo run --example compose CALLER COMPOSED`.

use std::error::Error;
use std::{env, fs};

use wasm_rpc_stubgen_core::{Component, ComposeOptions, compose};

/// What `build.rs` made.
const STUB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/stub.wasm"));

fn main() -> Result<(), Box<dyn Error>> {
    let [caller, composed] =
        env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| "usage: CALLER COMPOSED")?;
    let bytes = fs::read(&caller)?;
    let stubs = [Component::new("stub.wasm", STUB)];
    let composition = compose(Component::new(&caller, &bytes), &stubs, &ComposeOptions::new())?;
    for diagnostic in composition.diagnostics() {
        eprintln!("{diagnostic}");
    }
    fs::write(composed, composition.bytes)?;
    Ok(())
}
