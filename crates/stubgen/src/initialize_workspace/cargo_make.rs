//! Whether `cargo make` is there to run the tasks.

use std::process::{Command, Stdio};

use stubgen_model::Diagnostic;

use crate::cargo::program;

/// What is to be said when it is not.
pub(super) fn missing() -> Option<Diagnostic> {
    let runs = |command: &mut Command| {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    // cargo also looks where it installs programs itself, which need not be in `PATH`.
    let is_there = runs(Command::new("cargo-make").arg("--version"))
        || runs(Command::new(program("CARGO", "cargo")).args(["make", "--version"]));
    let diagnostic = || {
        Diagnostic::warning("cargo-make, which runs the tasks in `Makefile.toml`, is not installed")
            .hint("`cargo install --locked cargo-make` installs it")
    };
    (!is_there).then(diagnostic)
}
