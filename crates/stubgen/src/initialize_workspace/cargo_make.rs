//! Diagnostics about cargo-make: whether it is installed, and its own task `build-flow`.

use std::process::{Command, Stdio};

use wasm_rpc_stubgen_model::Diagnostic;

use crate::cargo::program;

/// The warning if it is not installed.
pub(super) fn missing() -> Option<Diagnostic> {
    let runs = |command: &mut Command| {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    // cargo also finds programs that it installed outside of `PATH`.
    let is_installed = runs(Command::new("cargo-make").arg("--version"))
        || runs(Command::new(program("CARGO", "cargo")).args(["make", "--version"]));
    let diagnostic = || {
        Diagnostic::warning("cargo-make, which runs the tasks in `Makefile.toml`, is not installed")
            .hint("install it with `cargo install --locked cargo-make`")
    };
    (!is_installed).then(diagnostic)
}

/// The note about a task of cargo-make that has the name of ours (ADR 0024).
pub(super) fn namesake() -> Diagnostic {
    let message = "run `cargo make build-flow` in this folder only: in the folder of a member, it runs cargo-make's own flow, \
                   which cleans the workspace and reformats your code";
    Diagnostic::note(message).hint("`wasm-rpc-stubgen flow` runs in any folder of the workspace")
}
