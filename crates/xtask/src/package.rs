//! What users get from crates.io: the packages are made, unpacked outside of the workspace, compiled, installed and used there.
//!
//! ```text
//! target/packages/Cargo.toml                 a workspace of its own, in which the packages stand for those of crates.io
//! target/packages/wasm-rpc-stubgen-0.1.0/    an unpacked package
//! target/packages/consumer/                  `tests/consumer`, a program that uses the library
//! target/packages/installed/                 what `cargo install` writes
//! target/packages/job/                       the files that the programs read and write
//! ```

mod build_script;
mod job;
mod other_systems;
mod unpacked;

use anyhow::Result;

use crate::guests;
use crate::shell::{Steps, Workspace, run};
use crate::wasm_target;
use job::Job;
use unpacked::Unpacked;

/// Makes, compiles, installs and uses the packages.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::new(8);
    let packages = steps.step("cargo package, unpacked", || {
        // `Unpacked::build` does what `--no-verify` leaves out.
        let package = ["package", "--quiet", "--workspace", "--no-verify", "--allow-dirty"];
        run(workspace.cargo().args(package))?;
        Unpacked::write(workspace)
    })?;
    steps.step("compile the packages, and a program that uses the library", || packages.build())?;
    steps.step("the library needs nothing of the command line", || packages.check_library())?;
    steps.step("install wasm-rpc-stubgen", || packages.install("wasm-rpc-stubgen"))?;
    let target = wasm_target::find_or_get(workspace)?;
    let guests = steps.step("the example's crates to components", || guests::build_all(workspace, &target))?;
    steps.step("use the programs and the library", || Job::prepare(workspace, &packages, &guests)?.run())?;
    steps.step("a caller whose build script makes its stub", || {
        build_script::check(workspace, &packages, &target, &guests)
    })?;
    steps.step("cargo check for other systems", || other_systems::check(workspace))?;
    steps.finish("cargo xtask package");
    Ok(())
}
