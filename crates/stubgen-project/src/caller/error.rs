//! Why a stub cannot be added to a caller.

use std::path::PathBuf;

use stubgen_model::{Diagnostic, LoadError};

/// One obstacle.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AddStubError {
    /// The stub's or the caller's WIT cannot be read, or is wrong.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The directory holds no stub's WIT.
    #[error("`{}` holds neither `_stub.wit` nor `stub.wit`", path.display())]
    NoStub {
        /// The directory.
        path: PathBuf,
        /// A directory in it that does.
        inside: Option<PathBuf>,
    },
    /// The package in the directory is something else than a stub.
    #[error("the package `{package}` in `{}` is no stub", path.display())]
    NotAStub {
        /// The directory.
        path: PathBuf,
        /// The package's name.
        package: String,
    },
    /// Target and caller are called alike.
    #[error("the target and the caller are both called `{package}`")]
    SamePackage {
        /// The name.
        package: String,
        /// Where the caller's name is declared: `path:line:column`.
        location: Option<String>,
    },
    /// A package that would change is not in a file of its own.
    #[error("the package `{package}` in `{}` is not what the stub needs", path.display())]
    Scattered {
        /// The name.
        package: String,
        /// The folder or file that it is in.
        path: PathBuf,
    },
    /// The stub does not resolve among the caller's packages.
    #[error("the stub does not go with the caller's packages: {0}")]
    DoesNotFit(#[source] LoadError),
}

impl AddStubError {
    /// What is to be said to the user.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let diagnostic = Diagnostic::error(self.to_string());
        vec![match self {
            Self::Load(error) => return error.diagnostics(),
            Self::NoStub { inside: Some(inside), .. } => diagnostic.hint(format!("give `{}`", inside.display())),
            Self::NoStub { inside: None, .. } => {
                diagnostic.hint("give the WIT that `build` or `generate` has written, `stub/wit` for instance")
            }
            Self::NotAStub { .. } => {
                diagnostic.hint("a stub's package is called `ns:name-stub`, and has a world that exports its interface")
            }
            Self::SamePackage { package, location } => {
                let hint = format!(
                    "change this line to another name than `{package}`, or the one in the target's WIT; where the caller is \
                     the target, build the stub anew"
                );
                Diagnostic { location: location.clone(), ..diagnostic.hint(hint) }
            }
            Self::Scattered { path, .. } => {
                let path = path.display();
                diagnostic.hint(format!("it has several files, is encoded or shares a file: remove it from `{path}`"))
            }
            Self::DoesNotFit(error) => {
                let found = error.diagnostics().into_iter().next();
                let (location, hint) = found.map(|found| (found.location, found.hint)).unwrap_or_default();
                Diagnostic { location, hint, ..diagnostic }
            }
        }]
    }
}
