//! Generated crates against native stubs: the crates of all cases and of random packages are compiled in one cargo workspace,
//! so that their dependencies are compiled once, and run with the same calls.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::cargo_builder;
use crate::guests::componentize;
use crate::shell::{Steps, Workspace, run, say};
use crate::wasm_target::{self, WasmTarget};

/// The locked versions of the crates' dependencies.
const LOCK: &str = "examples/shopping-cart/Cargo.lock";

/// Generates, compiles, lints and compares the crates.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("equality");
    let mut steps = Steps::new(5);
    let target = steps.step("a target for the crates", || wasm_target::find_or_get(workspace))?;
    steps.step("generate the crates", || {
        workspace.build_programs()?;
        run(equality(workspace).arg("generate").arg(&folder))?;
        fs::copy(workspace.root.join(LOCK), folder.join("Cargo.lock")).context("copying the locked versions")?;
        Ok(())
    })?;
    let output = workspace.target.join("equality-build");
    steps.step("compile and lint them; a warning is an error", || {
        let mut build = target.cargo_build();
        lint(&target, &mut build);
        build.args(["--quiet", "--release", "--workspace", "--target-dir"]).arg(&output);
        run(build.current_dir(&folder))
    })?;
    steps.step("compare them with the native stubs", || {
        let components = workspace.target.join("equality-components");
        collect(workspace, &output.join(target.triple()).join("release"), &components)?;
        run(equality(workspace).arg("compare").arg(&folder).arg(&components))
    })?;
    steps.step("`build --builder cargo` on each target", || cargo_builder::check(workspace, &target))?;
    steps.finish("cargo xtask equality");
    Ok(())
}

fn equality(workspace: &Workspace) -> Command {
    workspace.program("equality")
}

/// Compiles with clippy's compiler, which lints on the way. Debian's compiler comes without it; the crates are the same
/// everywhere.
fn lint(target: &WasmTarget, build: &mut Command) {
    match target {
        WasmTarget::Installed(_) => drop(build.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")),
        WasmTarget::Debian(_) => say("  not linted: Debian's compiler has no clippy"),
    }
}

/// Puts the compiled crates as components into their own folder.
fn collect(workspace: &Workspace, compiled: &Path, components: &Path) -> Result<()> {
    if components.exists() {
        fs::remove_dir_all(components).context("clearing the components of an earlier run")?;
    }
    fs::create_dir_all(components).context("making a folder for components")?;
    for file in fs::read_dir(compiled).context("listing what was compiled")? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            let name = path.file_name().context("a file has a name")?;
            componentize(workspace, &path, &components.join(name))?;
        }
    }
    Ok(())
}
