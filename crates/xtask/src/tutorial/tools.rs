//! cargo's subcommands that the tutorial needs: the user's own, else a pinned version, installed below `target/`.
//!
//! They are compiled without optimization, which takes an eighth of the time; they do nothing here that takes long.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::shell::{Workspace, capture, run, say};
use crate::wasm_target::without_flags;

/// A subcommand of cargo.
struct Tool {
    /// The crate, which is also the program.
    name: &'static str,
    version: &'static str,
    /// What it is asked for to see that it is there.
    trial: &'static [&'static str],
}

const TOOLS: [Tool; 2] = [
    Tool { name: "cargo-make", version: "0.37.24", trial: &["make", "--version"] },
    Tool { name: "cargo-component", version: "0.21.1", trial: &["component", "--version"] },
];

/// The folder of what is installed for want of the user's own.
pub fn folder(workspace: &Workspace) -> PathBuf {
    root(workspace).join("bin")
}

fn root(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}

/// Sees to it that the tools are there.
pub fn find_or_install(workspace: &Workspace) -> Result<()> {
    let root = root(workspace);
    for Tool { name, version, trial } in TOOLS {
        if let Ok(answer) = capture(Command::new(name).args(trial)) {
            say(&format!("  there is {}", answer.trim()));
            continue;
        }
        // Without our target directory: cargo compiles in a temporary one, and removes it.
        let mut install = without_flags(workspace.cargo());
        run(install.args(["install", "--locked", "--debug", name, "--version", version, "--root"]).arg(&root))?;
    }
    Ok(())
}
