//! `build --builder cargo` with the real cargo, on both targets of WASI: what it makes is run beside the native stub.
//!
//! The program takes `wasm32-wasip2` where that is installed. For the other target, the compiler that it asks is a script
//! which does not know `wasm32-wasip2`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell::{Workspace, run, say};
use crate::wasm_target::{self, TRIPLES, WasmTarget};

/// The cases that are built: futures meet the standard library's own `wasi:io` on their way.
const CASES: [&str; 3] = ["shape-async", "shape-async-result", "resources"];

/// Builds the cases and compares what comes of them.
pub fn check(workspace: &Workspace, target: &WasmTarget) -> Result<()> {
    let WasmTarget::Installed(_) = target else {
        say("  left out: Debian's compiler has one target alone");
        return Ok(());
    };
    run(workspace.cargo().args(["build", "--quiet", "-p", "stubgen"]))?;
    let folder = workspace.target.join("cargo-builder");
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    for triple in TRIPLES {
        wasm_target::want(triple)?;
        let compiler = compiler(&folder, triple)?;
        for case in CASES {
            let component = folder.join(format!("{case}-{triple}.wasm"));
            build(workspace, case, &compiler, &component)?;
            let mut compare = workspace.cargo();
            compare.args(["run", "--quiet", "-p", "stubgen-tests", "--bin", "equality", "--", "beside", case]);
            run(compare.arg(&component))?;
        }
    }
    Ok(())
}

fn build(workspace: &Workspace, case: &str, compiler: &Path, component: &Path) -> Result<()> {
    let case = workspace.root.join("tests/stub").join(case);
    let shape = fs::read_to_string(case.join("shape")).unwrap_or_default();
    let program = std::process::Command::new(workspace.target.join("debug/wasm-rpc-stubgen"));
    let mut build = wasm_target::without_flags(program);
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
