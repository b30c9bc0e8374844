//! The cost of stubs of the native builder and of the cargo builder. The tables go to stdout; `docs/performance.md` has a copy.

use std::fs;

use anyhow::{Context, Result};

use crate::file::remove_folder;
use crate::shell::{Steps, Workspace, run};
use crate::wasm_target;

/// Builds the tool in release mode and measures with it.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("performance");
    let mut steps = Steps::new(3);
    steps.step("a target for the crates", || wasm_target::find_or_get(workspace).map(drop))?;
    steps.step("our tool, in release mode", || {
        run(workspace.cargo().args(["build", "--release", "-p", "wasm-rpc-stubgen"]))
    })?;
    steps.step("build stubs with both builders, and call them", || {
        remove_folder(&folder)?;
        fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
        workspace.build_programs()?;
        let mut measure = workspace.program("performance");
        run(measure.arg(workspace.target.join("release").join("wasm-rpc-stubgen")).arg(&folder))
    })?;
    steps.finish("cargo xtask performance");
    Ok(())
}
