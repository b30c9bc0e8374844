//! Compiles the crates of the examples to components in `target/guests`.
//!
//! Each example is a separate cargo workspace, like a user's project. The `wasip2` compiler writes components; a `wasip1`
//! module becomes one by the program `componentize` of the tests.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::file::write_if_changed;
use crate::shell::{Workspace, run, say};
use crate::tutorial;
use crate::wasm_target::WasmTarget;

/// A cargo workspace whose crates are guests.
struct Example {
    /// Its folder, from the root.
    folder: &'static str,
    /// Its crates' file names, without `.wasm`.
    components: &'static [&'static str],
}

const SHOPPING_CART: Example =
    Example { folder: "examples/shopping-cart", components: &["purchase_history", "shopping_cart"] };

const EXAMPLES: [Example; 2] = [SHOPPING_CART, Example { folder: "examples/stock", components: &["stock"] }];

/// The folder with all guests as components, `NAME.wasm` each.
pub struct Guests(PathBuf);

impl Guests {
    /// The folder, which may not exist yet.
    pub fn folder(workspace: &Workspace) -> PathBuf {
        workspace.target.join("guests")
    }

    /// The component of a crate.
    pub fn component(&self, name: &str) -> PathBuf {
        self.0.join(name).with_extension("wasm")
    }
}

/// Compiles every example that is not up to date.
pub fn build_all(workspace: &Workspace, target: &WasmTarget) -> Result<Guests> {
    build(workspace, target, &EXAMPLES)
}

/// Compiles the components of the shopping cart.
pub fn build_shopping_cart(workspace: &Workspace, target: &WasmTarget) -> Result<Guests> {
    build(workspace, target, &[SHOPPING_CART])
}

fn build(workspace: &Workspace, target: &WasmTarget, examples: &[Example]) -> Result<Guests> {
    let guests = Guests(Guests::folder(workspace));
    fs::create_dir_all(&guests.0).with_context(|| format!("creating {}", guests.0.display()))?;
    for example in examples {
        let compiled = compile(workspace, target, example)?;
        for name in example.components {
            let component = guests.component(name);
            componentize(workspace, &compiled.join(name).with_extension("wasm"), &component)?;
            say(&format!("  {}", component.display()));
        }
    }
    Ok(guests)
}

/// `cargo fmt --check` for every example and for the consumer of the packages, which are outside of the workspace.
pub fn check_format(workspace: &Workspace) -> Result<()> {
    let check = |folder: &str| {
        let manifest = workspace.root.join(folder).join("Cargo.toml");
        run(workspace.cargo().args(["fmt", "--all", "--check", "--manifest-path"]).arg(manifest))
    };
    let others = [tutorial::START, "examples/build-rs", "tests/consumer"];
    EXAMPLES.iter().map(|example| example.folder).chain(others).try_for_each(check)
}

/// Compiles an example and returns the folder of the output.
fn compile(workspace: &Workspace, target: &WasmTarget, example: &Example) -> Result<PathBuf> {
    let output = workspace.target.join("guest-build");
    let mut build = target.cargo_build();
    build.args(["--release", "--locked", "--target-dir"]).arg(&output);
    run(build.current_dir(workspace.root.join(example.folder)))
        .with_context(|| format!("compiling {}", example.folder))?;
    Ok(output.join(target.triple()).join("release"))
}

/// Makes a component of a compiler's output. A component that stays the same keeps its mtime.
pub fn componentize(workspace: &Workspace, compiled: &Path, component: &Path) -> Result<()> {
    let bytes = fs::read(compiled).with_context(|| format!("reading {}", compiled.display()))?;
    if is_component(&bytes) {
        return write_if_changed(component, &bytes);
    }
    workspace.build_programs()?;
    run(workspace.program("componentize").arg(compiled).arg(component))
}

/// Bytes 6 and 7 of a binary are its layer: 0 is a core module, 1 a component.
fn is_component(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\0asm") && bytes.get(6..8) == Some(&[1, 0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_differ_from_modules() {
        assert!(is_component(b"\0asm\x0d\0\x01\0"));
        for other in [&b"\0asm\x01\0\0\0"[..], b"\0asm", b""] {
            assert!(!is_component(other), "{other:?}");
        }
    }
}
