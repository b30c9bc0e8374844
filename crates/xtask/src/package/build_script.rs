//! `examples/build-rs`: its build script makes the stub, its example plugs it in, and the result runs.

use std::process::Command;

use anyhow::{Result, ensure};

use super::unpacked::Unpacked;
use crate::guests::{Guests, componentize};
use crate::shell::{Workspace, converse, run, without_flags};
use crate::wasm_target::WasmTarget;

/// The example's folder.
const EXAMPLE: &str = "examples/build-rs";

const CALLS: &str = "\
till/a deliver(\"stock/shop\", [{name: \"tea\", quantity: 3, price: 2.5}])
till/a sell(\"stock/shop\", \"ann\", \"tea\", 2)
";

/// Compiles, composes and runs the example.
pub fn check(workspace: &Workspace, packages: &Unpacked, target: &WasmTarget, guests: &Guests) -> Result<()> {
    let output = workspace.target.join("guest-build");
    let folder = workspace.root.join(EXAMPLE);
    let mut build = target.cargo_build();
    build.args(["--quiet", "--release", "--locked", "--target-dir"]).arg(&output);
    run(build.current_dir(&folder))?;
    let job = packages.job();
    let caller = job.join("build_rs.wasm");
    componentize(workspace, &output.join(target.triple()).join("release/build_rs.wasm"), &caller)?;

    let composed = job.join("build_rs_composed.wasm");
    let mut compose = without_flags(Command::new("cargo"));
    compose.args(["run", "--quiet", "--locked", "--example", "compose", "--target-dir"]).arg(&output);
    run(compose.arg("--").arg(&caller).arg(&composed).current_dir(&folder))?;

    let mut host = packages.built("wasm-rpc-run");
    host.arg("--component").arg(format!("stock={}", guests.component("stock").display()));
    host.arg("--component").arg(format!("till={}", composed.display())).arg("-");
    let answers = converse(&mut host, CALLS)?;
    ensure!(answers.lines().last() == Some("ok(5)"), "the till sold two for 2.5 each, and answered {answers}");
    Ok(())
}
