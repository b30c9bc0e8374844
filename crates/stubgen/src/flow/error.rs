//! Why a flow stops.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

use wasm_rpc_stubgen_model::{Diagnostic, quoted};

/// One obstacle.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FlowError {
    /// Neither settings nor tasks say who calls whom.
    #[error("no links of callers to targets in `{}`", manifest.display())]
    NoFlow {
        /// `Cargo.toml` of the workspace.
        manifest: PathBuf,
    },
    /// cargo does not start.
    #[error("cannot run `{program}` to compile the workspace: {source}")]
    NoCargo {
        /// The program, as it was called.
        program: String,
        /// The error of the operating system.
        source: io::Error,
    },
    /// The target of a compilation is not installed. cargo's own messages are on stderr.
    #[error("the target `{target}` is not installed for the Rust compiler")]
    NoTarget {
        /// The target.
        target: &'static str,
    },
    /// cargo-component is not installed.
    #[error("`cargo component`, which compiles {}, is not installed", quoted(.packages, ", "))]
    NoCargoComponent {
        /// The packages that it compiles.
        packages: Vec<String>,
    },
    /// A compilation failed. cargo's own messages are on stderr.
    #[error("`cargo {subcommand}` failed ({status})")]
    Compile {
        /// The subcommand of cargo.
        subcommand: &'static str,
        /// Its exit status.
        status: ExitStatus,
    },
    /// Files of the workspace are not up to date.
    #[error("the workspace in `{}` is not up to date: {}", root.display(), would_change(*.files))]
    Outdated {
        /// The folder of the workspace.
        root: PathBuf,
        /// The number of files that would change.
        files: usize,
    },
}

impl FlowError {
    /// The error as the user sees it.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic::error(self.to_string()).hint(self.hint())
    }

    /// What the user can do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::NoFlow { .. } => {
                "declare them in that folder: `initialize-workspace --targets TARGET --callers CALLER`".to_string()
            }
            Self::NoCargo { .. } => "install Rust (https://rustup.rs) and add it to `PATH`".to_string(),
            Self::NoTarget { target } => format!("run `rustup target add {target}`"),
            Self::NoCargoComponent { .. } => "install it with `cargo install --locked cargo-component`".to_string(),
            Self::Compile { .. } => "see cargo's error above; stubs and the callers' WIT are up to date".to_string(),
            Self::Outdated { .. } => "run `flow` and commit what it changes".to_string(),
        }
    }
}

fn would_change(number: usize) -> String {
    if number == 1 { "one file would change".to_string() } else { format!("{number} files would change") }
}
