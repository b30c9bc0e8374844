//! `build --builder cargo` with the real cargo, on both WASI targets: its components are compared with native stubs.
//!
//! The builder prefers `wasm32-wasip2`. For the other target it gets a compiler without `wasm32-wasip2`: a script around the
//! real one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell::{Workspace, run, say, without_flags};
use crate::wasm_target::{self, TRIPLES, WasmTarget};

/// The cases: a stub with futures imports `wasi:io`, and so does the standard library.
const CASES: [&str; 3] = ["shape-async", "shape-async-result", "resources"];

/// Builds the cases, and compares their components with native stubs.
pub fn check(workspace: &Workspace, target: &WasmTarget) -> Result<()> {
    let WasmTarget::Installed(_) = target else {
        say("  skipped: Debian's compiler has only one target");
        return Ok(());
    };
    let folder = workspace.target.join("cargo-builder");
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    for triple in TRIPLES {
        wasm_target::require(triple)?;
        let compiler = compiler(&folder, triple)?;
        for case in CASES {
            let component = folder.join(format!("{case}-{triple}.wasm"));
            build(workspace, case, &compiler, &component)?;
            run(workspace.program("equality").args(["compare-case", case]).arg(&component))?;
        }
    }
    Ok(())
}

fn build(workspace: &Workspace, case: &str, compiler: &Path, component: &Path) -> Result<()> {
    let case = workspace.root.join("tests/stub").join(case);
    let shape = fs::read_to_string(case.join("shape")).unwrap_or_default();
    let mut build = without_flags(workspace.program("wasm-rpc-stubgen"));
    build.args(["build", "--quiet", "--quiet", "--builder", "cargo", "-s"]).arg(case.join("wit"));
    build.args(shape.split_whitespace()).arg("--dest-wasm").arg(component);
    build.arg("--dest-wit-root").arg(component.with_extension("wit"));
    build.env("RUSTC", compiler).env("CARGO_TARGET_DIR", workspace.target.join("cargo-builder-build"));
    run(&mut build)
}

/// A compiler whose best target is `triple`.
fn compiler(folder: &Path, triple: &str) -> Result<PathBuf> {
    let [best, _] = TRIPLES;
    if triple == best {
        return Ok("rustc".into());
    }
    let script = folder.join("rustc-without-wasip2");
    let hidden = format!("*target-libdir*{best}*) echo /nowhere ;;");
    let text = format!("#!/bin/sh\ncase \"$*\" in\n  {hidden}\n  *) exec rustc \"$@\" ;;\nesac\n");
    fs::write(&script, text).with_context(|| format!("writing {}", script.display()))?;
    run(std::process::Command::new("chmod").arg("+x").arg(&script))?;
    Ok(script)
}
