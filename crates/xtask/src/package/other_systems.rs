//! Whether the tool and its library compile for systems that this machine is not.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::shell::{Workspace, capture, is_ci, run, say};

/// The targets of the compiler for Windows and macOS.
const TARGETS: [&str; 2] = ["x86_64-pc-windows-gnu", "aarch64-apple-darwin"];

/// `cargo check` for each target. A target that rustup cannot add is skipped; in CI that is an error.
pub fn check(workspace: &Workspace) -> Result<()> {
    for target in TARGETS {
        if let Err(error) = capture(Command::new("rustup").args(["target", "add", target])) {
            say(&format!("  skipped: {target} cannot be added\n  {}", error.to_string().replace('\n', "\n  ")));
            ensure!(!is_ci(), "CI must check {target}");
            continue;
        }
        let mut check = workspace.cargo();
        // Beside the builds for this machine: `-p` selects other features of the dependencies.
        check.env("CARGO_TARGET_DIR", workspace.target.join("other-systems"));
        check.args(["check", "--quiet", "--target", target, "-p", "wasm-rpc-stubgen", "-p", "wasm-rpc-stubgen-core"]);
        run(&mut check)?;
        say(&format!("  {target}"));
    }
    Ok(())
}
