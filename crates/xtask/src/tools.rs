//! cargo's subcommands that tasks need: the user's own, else a pinned version, installed below `target/`.
//!
//! They are compiled without optimization, debug information and optional features, into one target directory: that takes a
//! fraction of the time, and they do nothing here that takes long.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell::{Workspace, capture, run, say, without_flags};

/// A subcommand of cargo.
pub struct Tool {
    /// The crate, which is also the program.
    name: &'static str,
    version: &'static str,
    /// The arguments that show whether it works.
    trial: &'static [&'static str],
}

/// Runs tasks of a `Makefile.toml`.
pub const CARGO_MAKE: Tool = Tool { name: "cargo-make", version: "0.37.24", trial: &["make", "--version"] };

/// Builds components with their own bindings.
pub const CARGO_COMPONENT: Tool =
    Tool { name: "cargo-component", version: "0.21.1", trial: &["component", "--version"] };

/// Builds and runs fuzzers.
pub const CARGO_FUZZ: Tool = Tool { name: "cargo-fuzz", version: "0.13.1", trial: &["fuzz", "--version"] };

/// The folder of the installed tools.
pub fn folder(workspace: &Workspace) -> PathBuf {
    root(workspace).join("bin")
}

/// `PATH` with this folder at its end.
pub fn path(workspace: &Workspace) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain([folder(workspace)]);
    env::join_paths(folders).context("a folder in PATH has a `:` in its name")
}

fn root(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}

/// Installs the tools that are not in `PATH`.
pub fn find_or_install(workspace: &Workspace, tools: &[Tool]) -> Result<()> {
    let root = root(workspace);
    for Tool { name, version, trial } in tools {
        if let Ok(answer) = capture(Command::new(name).args(*trial)) {
            say(&format!("  found {}", answer.trim()));
            continue;
        }
        let mut install = without_flags(workspace.cargo());
        install.env("CARGO_TARGET_DIR", root.join("build"));
        install.envs([("CARGO_PROFILE_DEV_DEBUG", "false"), ("CARGO_INCREMENTAL", "0")]);
        install.args(["install", "--locked", "--debug", "--no-default-features", name, "--version", version]);
        run(install.arg("--root").arg(&root))?;
    }
    Ok(())
}
