//! Errors of the cargo builder.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

/// Why the cargo builder made no component.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CargoError {
    /// `cargo` or `rustc` does not start.
    #[error("cannot run `{program}` to compile the stub's crate: {source}")]
    Missing {
        /// The program, as it was called.
        program: String,
        /// The error of the operating system.
        source: io::Error,
    },
    /// `rustc --print` fails.
    #[error("`{program}` failed to list its targets: {message}")]
    Compiler {
        /// The program, as it was called.
        program: String,
        /// Its error output.
        message: String,
    },
    /// No WebAssembly target is installed.
    #[error("no WebAssembly target is installed for the Rust compiler")]
    NoTarget,
    /// The temporary directory cannot be created.
    #[error("cannot create a temporary directory in `{}`: {kind}", parent.display())]
    Scratch {
        /// The directory for temporary files.
        parent: PathBuf,
        /// The kind of the operating system's error.
        kind: io::ErrorKind,
    },
    /// cargo failed; its own messages are on stderr.
    #[error("cargo failed to compile the stub's crate ({status})")]
    Failed {
        /// Its exit status.
        status: ExitStatus,
    },
    /// cargo succeeded without a WebAssembly artifact.
    #[error("cargo produced no WebAssembly artifact for the stub")]
    NoArtifact,
    /// The artifact cannot become a component.
    #[error("cannot turn cargo's artifact into a component: {message}")]
    NoComponent {
        /// The reason.
        message: String,
    },
    /// The component's world differs from the stub's.
    #[error("cargo's component does not match the stub's WIT: {}", sentence(.differences))]
    World {
        /// All differences; never empty.
        differences: Vec<Difference>,
    },
}

/// A difference between a component and the stub's WIT.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Difference {
    /// An export is missing.
    #[error("missing export `{0}`")]
    MissingExport(String),
    /// An export that the stub does not have.
    #[error("unexpected export `{0}`")]
    Export(String),
    /// An import that hosts of a stub need not have.
    #[error("unexpected import `{0}`")]
    Import(String),
    /// A function or a type of the stub's interface is missing.
    #[error("missing item `{0}`")]
    MissingItem(String),
    /// A function or a type that the stub's interface does not have.
    #[error("unexpected item `{0}`")]
    Item(String),
    /// A function or a type that differs.
    #[error("`{0}` differs")]
    Changed(String),
}

impl CargoError {
    /// What the user can do.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => {
                "install Rust (https://rustup.rs) and add it to `PATH`, or use `--builder native`, which needs no cargo"
            }
            Self::Compiler { .. } => "check the Rust installation, or use `--builder native`, which needs no Rust",
            Self::NoTarget => {
                "run `rustup target add wasm32-wasip2`, or use `--builder native`, which needs no compiler"
            }
            Self::Scratch { .. } => "set `TMPDIR` to a writable directory",
            Self::Failed { .. } => {
                "see cargo's error above; use `generate` to inspect the crate, or `--builder native`, which needs no cargo"
            }
            Self::NoArtifact | Self::NoComponent { .. } | Self::World { .. } => {
                "check cargo's configuration and `RUSTFLAGS`; if they are the defaults, please report this with the target's \
                 WIT, and use `--builder native`"
            }
        }
    }
}

fn sentence(differences: &[Difference]) -> String {
    let differences: Vec<String> = differences.iter().map(ToString::to_string).collect();
    differences.join(", ")
}
