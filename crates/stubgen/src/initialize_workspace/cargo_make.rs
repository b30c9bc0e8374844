//! cargo-make's own task `build-flow` (ADR 0024).

use std::process::{Command, Stdio};

use wasm_rpc_stubgen_model::Diagnostic;

use crate::cargo::program;

/// The note about a task of cargo-make that has the name of ours, if cargo-make is installed.
pub(super) fn note() -> Option<Diagnostic> {
    let message = "run `cargo make build-flow` in this folder only: in the folder of a member, it runs cargo-make's own flow, \
                   which cleans the workspace and reformats your code";
    is_installed().then(|| Diagnostic::note(message).hint("the command `flow` runs in any folder of the workspace"))
}

fn is_installed() -> bool {
    let runs = |command: &mut Command| {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    // cargo also finds programs that it installed outside of `PATH`.
    runs(Command::new("cargo-make").arg("--version"))
        || runs(Command::new(program("CARGO", "cargo")).args(["make", "--version"]))
}
