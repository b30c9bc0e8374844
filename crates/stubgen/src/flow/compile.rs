//! Compiles members with cargo or `cargo component`, whose output passes through.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::error::FlowError;
use crate::cargo::{has_target, program};
use crate::initialize_workspace::{BuildTool, CompileJob};

/// Runs `job` in the folder of the workspace, with these flags of cargo.
pub(super) fn compile(job: &CompileJob, root: &Path, flags: &[&str]) -> Result<(), FlowError> {
    let cargo = program("CARGO", "cargo");
    let mut command = Command::new(&cargo);
    // stdout is for the results of this program.
    command.args(job.args()).args(flags).current_dir(root).stdin(Stdio::null()).stdout(io::stderr());
    let no_cargo = |source| FlowError::NoCargo { program: cargo.display().to_string(), source };
    let status = command.status().map_err(no_cargo)?;
    if status.success() {
        return Ok(());
    }
    // Only after a failure: a toolchain may compile without what is looked for here, `-Z build-std` for example.
    Err(match job.tool {
        BuildTool::CargoComponent if !has_cargo_component(root) => {
            FlowError::NoCargoComponent { packages: job.packages.iter().cloned().collect() }
        }
        tool if has_target(root, tool.target()) == Some(false) => FlowError::NoTarget { target: tool.target() },
        tool => FlowError::Compile { subcommand: tool.subcommand(), status },
    })
}

fn has_cargo_component(root: &Path) -> bool {
    let mut command = Command::new(program("CARGO", "cargo"));
    command.args(["component", "--version"]).current_dir(root);
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
