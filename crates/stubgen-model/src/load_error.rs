//! Why WIT cannot be loaded: what is wrong, where, and what to do about it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, one_line, quoted};
use crate::features::{gate_names, open_gate};
use crate::golem::{IO_PACKAGE, RPC_PACKAGE};
use crate::location::Location;
use crate::read_error::ReadError;
use crate::similar::did_you_mean;
use thiserror::Error;

/// Why a source could not be loaded.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LoadError {
    /// A file or directory cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A directory has no WIT.
    #[error("`{path}` contains no `.wit` file", path = .0.display())]
    NoWit(PathBuf),
    /// A WIT file is not text.
    #[error("`{path}` is not UTF-8 text", path = .0.display())]
    NotText(PathBuf),
    /// A file name is not text.
    #[error("the name of `{path}` is not UTF-8", path = .0.display())]
    NotTextName(PathBuf),
    /// A file is too large for the parser's 32-bit offsets.
    #[error("`{path}` is larger than 4 GiB", path = .0.display())]
    TooLarge(PathBuf),
    /// A device, a socket or, in a directory, a pipe.
    #[error("`{path}` is not a regular file", path = .0.display())]
    NotFile(PathBuf),
    /// WebAssembly in its text form.
    #[error("`{path}` is WebAssembly text, not WIT", path = .0.display())]
    WasmText(PathBuf),
    /// An empty or damaged `.wasm` file.
    #[error("`{path}` is not WebAssembly", path = .0.display())]
    NotWasm(PathBuf),
    /// A core module instead of a component.
    #[error("`{path}` is a core WebAssembly module, not a component", path = .0.display())]
    CoreModule(PathBuf),
    /// A WebAssembly file that cannot be decoded.
    #[error("`{path}` is not a valid WebAssembly component: {message}", path = path.display())]
    Wasm {
        /// The file.
        path: PathBuf,
        /// The error of the decoder.
        message: String,
    },
    /// A valid component that cannot be described in WIT.
    #[error("`{path}` is a component that has no WIT form{}", reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default(), path = path.display())]
    NoWitForm {
        /// The file.
        path: PathBuf,
        /// The reason of the decoder, if it has one.
        reason: Option<String>,
    },
    /// None of the texts belongs to the main package.
    #[error("no file of the main package is given")]
    NoMainFile,
    /// A `Resolve` that the parser cannot have made.
    #[error("the `Resolve` is not valid WIT: {0}")]
    InvalidResolve(String),
    /// The WIT is wrong, in one or more places.
    #[error("{}", one_line(.0))]
    Wit(Vec<Diagnostic>),
    /// No component can contain the name of a package.
    #[error("the name of the package `{package}` has upper case, which no component can have")]
    UpperCasePackage {
        /// The package.
        package: String,
        /// Where the package is declared.
        location: Option<Location>,
    },
    /// The source has a copy of a package that every stub uses, with different content.
    #[error("the copy of `{RPC_PACKAGE}` or `{IO_PACKAGE}` in the WIT differs from the published package: {0}")]
    OtherGolem(String),
    /// WIT of 2024 without an equivalent today.
    #[error("the WIT uses syntax of 2024 that has no equivalent today: {}", one_line(.0))]
    Legacy(Vec<Diagnostic>),
    /// The package defines no world.
    #[error("package `{package}` defines no world")]
    NoWorld {
        /// The main package.
        package: String,
    },
    /// The package defines several worlds and none was named.
    #[error("package `{package}` defines several worlds: {}", quoted(worlds, ", "))]
    SeveralWorlds {
        /// The main package.
        package: String,
        /// Their names.
        worlds: Vec<String>,
    },
    /// Feature gates hide the worlds.
    #[error("{} hidden by {}", worlds_are(package, worlds), gate_names(gates))]
    GatedWorld {
        /// The main package.
        package: String,
        /// The worlds.
        worlds: Vec<String>,
        /// The features of the gates.
        gates: BTreeSet<String>,
        /// Where the first one is declared.
        location: Option<Location>,
    },
    /// The package has no such world.
    #[error("package `{package}` has no world `{wanted}`")]
    UnknownWorld {
        /// The main package.
        package: String,
        /// The requested world.
        wanted: String,
        /// Similar names.
        nearest: Vec<String>,
        /// All names.
        worlds: Vec<String>,
    },
}

/// The hint for a package without a world.
const NO_WORLD: &str = "add `world name { export …; }`: a stub is generated from the exports of a world";

fn worlds_are(package: &str, worlds: &[String]) -> String {
    match worlds {
        [world] => format!("world `{world}` of `{package}` is"),
        worlds => format!("worlds {} of `{package}` are", quoted(worlds, ", ")),
    }
}

impl LoadError {
    /// The messages for the user.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        match self {
            Self::Legacy(diagnostics) | Self::Wit(diagnostics) => diagnostics.clone(),
            Self::UpperCasePackage { location, .. } | Self::GatedWorld { location, .. } => {
                let (location, hint) = (location.clone(), self.hint());
                vec![Diagnostic { location, hint, ..Diagnostic::error(self.to_string()) }]
            }
            _ => vec![Diagnostic { hint: self.hint(), ..Diagnostic::error(self.to_string()) }],
        }
    }

    /// Adds the location `path` to errors for which the parser has none.
    pub(crate) fn at(mut self, path: &Path) -> Self {
        if let Self::Wit(diagnostics) = &mut self {
            for diagnostic in diagnostics {
                diagnostic.location.get_or_insert_with(|| path.into());
            }
        }
        self
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Read(error) => return Some(error.hint()),
            Self::NoWit(path) if path.join("wit").is_dir() => {
                return Some(format!("use `{}`", path.join("wit").display()));
            }
            Self::NoWit(_) => "use the directory of the package's `.wit` files, usually `wit`",
            Self::CoreModule(_) => {
                "convert it with `wasm-tools component new`, or compile the program for `wasm32-wasip2`"
            }
            Self::WasmText(_) => "convert it with `wasm-tools parse`",
            Self::Wasm { .. } => "build the file again: it is damaged, or was made by tools that do not match",
            Self::NoWorld { .. } => NO_WORLD,
            Self::SeveralWorlds { .. } => "choose one with `--world`",
            Self::UnknownWorld { nearest, .. } if !nearest.is_empty() => return did_you_mean(nearest),
            Self::UnknownWorld { worlds, .. } if !worlds.is_empty() => {
                return Some(format!("its worlds are {}", quoted(worlds, ", ")));
            }
            Self::UnknownWorld { .. } => NO_WORLD,
            Self::UpperCasePackage { package, .. } => {
                return Some(format!(
                    "write `{}`; interfaces, functions and types may have upper case",
                    package.to_lowercase()
                ));
            }
            Self::OtherGolem(_) => "remove that copy from `deps`, or replace it with the one of Golem 1.0 or 1.1",
            Self::GatedWorld { gates, .. } => return open_gate(gates),
            Self::NotWasm(_) => "use a `.wasm` component, a `.wit` file or a directory with WIT files",
            Self::NoWitForm { .. } => "use the WIT that the component was made from as the source",
            Self::NotFile(_) => "use a regular file",
            Self::NotText(_) => "use WIT in UTF-8, or a `.wasm` component",
            Self::NotTextName(_) => "rename it",
            Self::NoMainFile => "give a `.wit` file that is not below `deps`",
            Self::InvalidResolve(_) => "make it with `wit-parser`, or decode it from a component",
            Self::TooLarge(_) | Self::Wit(_) | Self::Legacy(_) => return None,
        };
        Some(hint.to_string())
    }
}
