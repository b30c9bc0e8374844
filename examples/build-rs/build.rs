//! Makes the stub of `shop:stock` from that component's WIT, in `OUT_DIR`:
//!
//! ```text
//! wit/till.wit                    the caller's WIT, copied
//! wit/deps/…                      the stub's package, and those that it uses
//! bindings.rs                     the bindings of both, for `src/lib.rs`
//! stub.wasm                       the stub, for `examples/compose.rs`
//! ```

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use wasm_rpc_stubgen_core::{Stub, StubOptions, Target, TargetOptions};

/// The WIT of the component that is called.
const TARGET: &str = "../stock/wit";

/// Our own.
const CALLER: &str = "wit";

fn main() -> Result<(), Box<dyn Error>> {
    // cargo runs this again when a file in one of them changes.
    println!("cargo::rerun-if-changed={TARGET}");
    println!("cargo::rerun-if-changed={CALLER}");
    let output = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);

    let target = Target::from_path(TARGET, &TargetOptions::new())?;
    let stub = Stub::new(target, &StubOptions::new())?;
    for diagnostic in stub.diagnostics() {
        println!("cargo::warning={}", diagnostic.message);
    }
    fs::write(output.join("stub.wasm"), stub.component()?)?;

    let wit = output.join("wit");
    write_wit(&wit, &stub)?;
    let bindings = format!("wit_bindgen::generate!({{ world: \"till\", path: {wit:?}, generate_all }});\n");
    fs::write(output.join("bindings.rs"), bindings)?;
    Ok(())
}

/// Writes the caller's WIT with the stub among its dependencies.
fn write_wit(wit: &Path, stub: &Stub) -> Result<(), Box<dyn Error>> {
    if wit.exists() {
        // A package that the stub no longer uses must not stay.
        fs::remove_dir_all(wit)?;
    }
    fs::create_dir_all(wit)?;
    for entry in fs::read_dir(CALLER)? {
        let entry = entry?;
        fs::copy(entry.path(), wit.join(entry.file_name()))?;
    }
    for (path, content) in stub.wit().iter() {
        // The stub's own file is beside `deps/`; for the caller it is a dependency.
        let path = wit.join(if path.contains('/') { path.to_string() } else { format!("deps/stub/{path}") });
        fs::create_dir_all(path.parent().ok_or("a file is in a folder")?)?;
        fs::write(path, content)?;
    }
    Ok(())
}
