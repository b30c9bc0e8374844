//! `-`: stdin in place of an input file, stdout in place of a component's file. A file of that name is `./-`.

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_rpc_stubgen::{ComponentDestination, Diagnostic, Input};

/// What messages call stdin.
const STDIN: &str = "<stdin>";

/// Whether a path means stdin or stdout.
pub fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The input that an argument means; stdin is read to its end.
pub fn input(path: PathBuf) -> Result<Input> {
    if !is_dash(&path) {
        return Ok(path.into());
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes).context("cannot read stdin")?;
    Ok(Input::Content { name: STDIN.to_string(), bytes })
}

/// The destination that an argument means.
pub fn destination(path: PathBuf) -> ComponentDestination {
    if is_dash(&path) { ComponentDestination::Outcome } else { path.into() }
}

/// An error of the command line itself, with a hint.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.message)]
pub struct CommandLineError(pub Diagnostic);

/// Refuses to write a component to a terminal.
pub fn check_destination(path: &Path) -> Result<()> {
    if is_dash(path) && io::stdout().is_terminal() {
        let error = Diagnostic::error("stdout is a terminal; refusing to write a component to it");
        return Err(CommandLineError(error.hint("redirect stdout, or pass the path of a file")).into());
    }
    Ok(())
}
