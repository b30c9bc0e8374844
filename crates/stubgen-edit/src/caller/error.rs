//! Why a stub cannot be added to a caller.

use std::path::PathBuf;

use wasm_rpc_stubgen_model::{Diagnostic, LoadError, Location, quoted};

/// One obstacle.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AddStubError {
    /// The stub's or the caller's WIT cannot be read or is invalid.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The directory contains no stub WIT.
    #[error("`{}` contains neither `_stub.wit` nor `stub.wit`", path.display())]
    NoStub {
        /// The directory.
        path: PathBuf,
        /// A directory in it that does contain one.
        inside: Option<PathBuf>,
    },
    /// The package in the directory is not a stub.
    #[error("the package `{package}` in `{}` is not a stub", path.display())]
    NotAStub {
        /// The directory.
        path: PathBuf,
        /// The package's name.
        package: String,
    },
    /// Target and caller have the same package name.
    #[error("the target and the caller are both called `{package}`")]
    SamePackage {
        /// The name.
        package: String,
        /// Where the caller declares it.
        location: Option<Location>,
    },
    /// Stub and caller have the same package name.
    #[error("the stub and the caller are both called `{package}`")]
    SameStubPackage {
        /// The name.
        package: String,
        /// Where the caller declares it.
        location: Option<Location>,
    },
    /// The caller's package has no world that could import the stub.
    #[error("the caller's package `{package}` defines no world{}", behind_gates(.gated))]
    NoWorld {
        /// The package.
        package: String,
        /// The worlds that feature gates hide.
        gated: Vec<String>,
    },
    /// A component cannot tell the interfaces of two stubs, or two packages, apart.
    #[error("`{name}` cannot be added beside `{other}` in `{}`: components compare names without case and hyphens", path.display())]
    SameName {
        /// The interface or the package.
        name: String,
        /// The other one.
        other: String,
        /// Its file.
        path: PathBuf,
    },
    /// Another stub of the same package was made from another version of the target.
    #[error("the stub `{other}` in `{}` was made from another version of `{package}`{}", path.display(), differs(.item))]
    OtherVersion {
        /// The interface of the other stub.
        other: String,
        /// Its file.
        path: PathBuf,
        /// The package, or the interface, that differs.
        package: String,
        /// The type or function that differs.
        item: Option<String>,
    },
    /// A package has to change but is not a single WIT file.
    #[error("the package `{package}` in `{}` differs from what the stub needs", path.display())]
    CannotChange {
        /// The name.
        package: String,
        /// Its folder or file.
        path: PathBuf,
    },
    /// The stub does not resolve among the caller's packages.
    #[error("the stub does not resolve with the caller's packages: {0}")]
    DoesNotResolve(#[source] LoadError),
}

/// `: `item` differs`
pub(super) fn differs(item: &Option<String>) -> String {
    item.as_ref().map(|item| format!(": `{item}` differs")).unwrap_or_default()
}

/// The end of the message about a package whose worlds are all `gated`.
fn behind_gates(gated: &[String]) -> String {
    match gated {
        [] => String::new(),
        [world] => format!(" but `{world}`, which a feature gate hides"),
        worlds => format!(" but {}, which feature gates hide", quoted(worlds, ", ")),
    }
}

impl AddStubError {
    /// The error as the user sees it.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let diagnostic = Diagnostic::error(self.to_string());
        vec![match self {
            Self::Load(error) => return error.diagnostics(),
            Self::NoStub { inside: Some(inside), .. } => diagnostic.hint(format!("use `{}`", inside.display())),
            Self::NoStub { inside: None, .. } => {
                diagnostic.hint("use the WIT directory that `build` or `generate` wrote, for example `stub/wit`")
            }
            Self::NotAStub { .. } => {
                diagnostic.hint("a stub's package is called `ns:name-stub` and has a world that exports its interface")
            }
            Self::SamePackage { location, .. } => {
                let hint = "rename this package, or the package of the target; if the caller is the target, build the \
                            stub again";
                Diagnostic { location: location.clone(), ..diagnostic.hint(hint) }
            }
            Self::SameStubPackage { location, .. } => {
                let hint = "rename this package, or the package of the target, and build the stub again";
                Diagnostic { location: location.clone(), ..diagnostic.hint(hint) }
            }
            Self::NoWorld { gated, .. } => diagnostic.hint(match gated.as_slice() {
                [] => "add `world name { }` to it, or leave out `--add-import`".to_string(),
                [world, ..] => format!("open its gate with `--features`, or choose it with `--world {world}`"),
            }),
            Self::SameName { .. } => diagnostic.hint("rename one of them, and build its stub again"),
            Self::OtherVersion { other, .. } => {
                diagnostic.hint(format!("build both stubs from the same WIT, and add that of `{other}` first"))
            }
            Self::CannotChange { path, .. } => diagnostic.hint(format!(
                "it has several files, is binary or shares a file with another package; remove it from `{}`",
                path.display()
            )),
            Self::DoesNotResolve(error) => {
                let message = |found: &Diagnostic| {
                    format!("the stub does not resolve with the caller's packages: {}", found.message)
                };
                return error
                    .diagnostics()
                    .into_iter()
                    .map(|found| Diagnostic { message: message(&found), ..found })
                    .collect();
            }
        }]
    }
}
