//! Where the tutorial is followed: its steps, the folders, and a shell that finds all tools.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::document::Step;
use crate::shell::{Workspace, without_flags};

/// The crates with which the tutorial starts.
pub const START: &str = "examples/tutorial";

/// What the tutorial types to set the workspace up.
pub const INITIALIZE: &str = "wasm-rpc-stubgen initialize-workspace --targets purchase-history --callers shopping-cart";

/// Where the tutorial is followed, and its steps.
pub struct Stage<'a> {
    pub workspace: &'a Workspace,
    /// The folder of cargo's subcommands.
    pub tools: PathBuf,
    pub steps: Vec<Step>,
    /// The folder for the copies.
    pub output: PathBuf,
}

impl Stage<'_> {
    /// A shell command that finds our tools and cargo's.
    pub fn shell(&self, commands: &str, folder: &Path) -> Result<Command> {
        let mut shell = without_flags(Command::new("bash"));
        shell.args(["-euo", "pipefail", "-c", commands]).current_dir(folder).env("PATH", self.path()?);
        Ok(shell)
    }

    /// Our tools come first, the installed tools of cargo last.
    fn path(&self) -> Result<OsString> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = [self.workspace.programs()].into_iter().chain(env::split_paths(&path));
        env::join_paths(folders.chain([self.tools.clone()])).context("a folder in PATH has a `:` in its name")
    }
}
