//! The crates that are generated, compiled for real and run beside the native stubs: every case and packages made at
//! random, in one cargo workspace, so that what they depend on is compiled once.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::cargo_builder;
use crate::guests::componentize;
use crate::shell::{Steps, Workspace, run, say};
use crate::wasm_target::{self, WasmTarget};

/// Whose locked versions the crates are compiled with.
const LOCK: &str = "examples/shopping-cart/Cargo.lock";

/// Generates the crates, compiles and lints them, compares what they do.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("equality");
    let mut steps = Steps::new(6);
    let target = steps.step("a target for the crates", || wasm_target::find_or_get(workspace))?;
    steps.step("generate the crates", || {
        run(equality(workspace).arg("generate").arg(&folder))?;
        // The members of an earlier run may be others; the versions stay.
        fs::copy(workspace.root.join(LOCK), folder.join("Cargo.lock")).context("copying the locked versions")?;
        Ok(())
    })?;
    let output = workspace.target.join("equality-build");
    steps.step("compile them; a warning is an error", || {
        let mut build = target.cargo_build();
        build.args(["--release", "--workspace", "--target-dir"]).arg(&output);
        run(build.current_dir(&folder))
    })?;
    steps.step("clippy; a warning is an error", || clippy(&target, &folder, &output))?;
    steps.step("run them beside the native stubs", || {
        let components = workspace.target.join("equality-components");
        collect(workspace, &output.join(target.triple()).join("release"), &components)?;
        run(equality(workspace).arg("compare").arg(&folder).arg(&components))
    })?;
    steps.step("`build --builder cargo` on each target", || cargo_builder::check(workspace, &target))?;
    steps.finish("cargo xtask equality");
    Ok(())
}

fn equality(workspace: &Workspace) -> Command {
    let mut command = workspace.cargo();
    command.args(["run", "--quiet", "-p", "stubgen-tests", "--bin", "equality", "--"]);
    command
}

/// Debian's compiler comes without clippy; the crates are the same everywhere.
fn clippy(target: &WasmTarget, folder: &Path, output: &Path) -> Result<()> {
    match target {
        WasmTarget::Installed(triple) => {
            let mut clippy = wasm_target::without_flags(Command::new("cargo"));
            clippy.args(["clippy", "--quiet", "--release", "--workspace", "--target", triple, "--target-dir"]);
            run(clippy.arg(output).current_dir(folder))
        }
        WasmTarget::Debian(_) => {
            say("  left out: Debian's compiler has no clippy");
            Ok(())
        }
    }
}

/// The compiled crates as components, in a folder that holds nothing else.
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
