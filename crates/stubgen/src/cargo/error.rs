//! Why a crate did not become the stub's component.

use std::io;
use std::process::ExitStatus;

/// What failed between a stub's crate and its component.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CargoError {
    /// `cargo` or `rustc` cannot be started.
    #[error("cannot run `{program}`, which compiles the stub's crate: {source}")]
    Missing {
        /// The program, as it was called.
        program: String,
        /// What the system says.
        source: io::Error,
    },
    /// The compiler answers no questions.
    #[error("`{program}` does not say where its targets are: {message}")]
    Compiler {
        /// The program, as it was called.
        program: String,
        /// What it says instead.
        message: String,
    },
    /// The compiler has no target that a component can be made with.
    #[error("the Rust compiler has no WebAssembly target")]
    NoTarget,
    /// There is no place for the crate.
    #[error("cannot make a temporary directory for the stub's crate: {source}")]
    Scratch {
        /// What the system says.
        source: io::Error,
    },
    /// cargo failed, and has said why.
    #[error("cargo has not compiled the stub's crate ({status})")]
    Failed {
        /// How it ended.
        status: ExitStatus,
    },
    /// cargo was done, without a WebAssembly file.
    #[error("cargo names no WebAssembly file that it has made of the stub's crate")]
    NoArtifact,
    /// What cargo has made cannot become a component.
    #[error("what cargo has made of the stub's crate is no component: {message}")]
    NoComponent {
        /// The reason.
        message: String,
    },
    /// The component has another world than the stub.
    #[error("the component that cargo has made is not the stub: {}", sentence(.differences))]
    World {
        /// Each thing that is different; never empty.
        differences: Vec<Difference>,
    },
}

/// Something in a component that is not as the stub's WIT says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Difference {
    /// An export is missing.
    #[error("it does not export `{0}`")]
    MissingExport(String),
    /// There is an export that the stub does not have.
    #[error("it exports `{0}`")]
    Export(String),
    /// There is an import that no host of a stub has.
    #[error("it imports `{0}`")]
    Import(String),
    /// A function or a type of the stub's interface is missing.
    #[error("it has no `{0}`")]
    MissingItem(String),
    /// The stub's interface has no such function or type.
    #[error("it has a `{0}`")]
    Item(String),
    /// A function or a type is another one.
    #[error("its `{0}` is a different one")]
    Changed(String),
}

impl CargoError {
    /// What the user can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => {
                "install Rust (https://rustup.rs) and have it in `PATH`, or use `--builder native`, which needs no cargo"
            }
            Self::Compiler { .. } => "check the installation of Rust, or use `--builder native`, which needs none",
            Self::NoTarget => {
                "`rustup target add wasm32-wasip2` installs one; `--builder native` needs no target and no compiler"
            }
            Self::Scratch { .. } => "set `TMPDIR` to a directory that you may write",
            Self::Failed { .. } => {
                "cargo's own error is above; `generate` writes the crate to look at; `--builder native` needs no cargo"
            }
            Self::NoArtifact | Self::NoComponent { .. } | Self::World { .. } => {
                "check cargo's configuration and `RUSTFLAGS`; if they are the usual ones, this is a bug: please report \
                 it with the target's WIT, and use `--builder native`"
            }
        }
    }
}

fn sentence(differences: &[Difference]) -> String {
    let differences: Vec<String> = differences.iter().map(ToString::to_string).collect();
    differences.join(", ")
}
