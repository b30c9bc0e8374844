//! The errors of a command, from all its phases.

use std::fmt;
use std::path::PathBuf;

use wasm_rpc_stubgen_core::{ComposeError, Diagnostic, LoadError, ReadError, StubError};
use wasm_rpc_stubgen_edit::{AddStubError, EditError};
use wasm_rpc_stubgen_files::{Problem, Problems};

use crate::{CargoError, FlowError, WorkspaceError};

/// The errors of a run; never empty. Nothing was written, except by the finished steps of a [`flow`](crate::flow()).
#[derive(Debug)]
pub struct Error {
    causes: Vec<Cause>,
}

/// Why a phase failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Cause {
    /// The target's WIT could not be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The target cannot be stubbed, or the stub not written in the requested form.
    #[error(transparent)]
    Stub(#[from] StubError),
    /// An input file could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// An input is not a file.
    #[error("`{}` is {what}, not a file", path.display())]
    NotFile {
        /// The path.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// The caller and the stubs cannot be composed.
    #[error(transparent)]
    Compose(#[from] ComposeError),
    /// The stub's crate was not compiled to the stub's component.
    #[error(transparent)]
    Cargo(#[from] CargoError),
    /// The stub cannot be added to the caller.
    #[error(transparent)]
    AddStub(#[from] AddStubError),
    /// The manifest to update does not exist.
    #[error("`{}` does not exist", path.display())]
    NoManifest {
        /// Where it should be.
        path: PathBuf,
    },
    /// A file of the user's project cannot be edited.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The name of a directory cannot be written to a manifest.
    #[error("the name of `{}` is not UTF-8", path.display())]
    NotUtf8Name {
        /// The directory.
        path: PathBuf,
    },
    /// The workspace does not match the requested flow.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
    /// The flow of a workspace stops.
    #[error(transparent)]
    Flow(#[from] FlowError),
    /// The output cannot be written.
    #[error(transparent)]
    Disk(#[from] Problems),
}

impl Error {
    /// An error of `causes`, or the `value` when there are none.
    pub(crate) fn unless<T>(causes: Vec<Cause>, value: T) -> Result<T, Self> {
        if causes.is_empty() { Ok(value) } else { Err(Self { causes }) }
    }

    /// The error of `causes`, which must not be empty.
    pub(crate) fn of<C: Into<Cause>>(causes: impl IntoIterator<Item = C>) -> Self {
        Self { causes: causes.into_iter().map(Into::into).collect() }
    }

    /// The causes, to be reported with those of others.
    pub(crate) fn into_causes(self) -> Vec<Cause> {
        self.causes
    }

    /// This error together with what another phase found.
    #[must_use]
    pub(crate) fn and(mut self, causes: impl IntoIterator<Item = Cause>) -> Self {
        self.causes.extend(causes);
        self
    }

    /// The value of `result` when there are no other causes, else all of them.
    pub(crate) fn join<T>(result: Result<T, Self>, causes: Vec<Cause>) -> Result<T, Self> {
        match result {
            Ok(value) => Self::unless(causes, value),
            Err(error) => Err(error.and(causes)),
        }
    }

    /// The causes, in the order of the phases.
    pub fn causes(&self) -> impl Iterator<Item = &Cause> {
        self.causes.iter()
    }

    /// The errors as the user sees them.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.causes.iter().flat_map(Cause::diagnostics).collect()
    }
}

impl Cause {
    /// The errors as the user sees them.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        match self {
            Self::Load(error) => error.diagnostics(),
            Self::Stub(error) => error.diagnostics(),
            Self::Read(error) => vec![Diagnostic::error(self.to_string()).hint(error.hint())],
            Self::NotFile { .. } => vec![Diagnostic::error(self.to_string()).hint("pass a `.wasm` component")],
            Self::Compose(error) => error.diagnostics(),
            Self::Cargo(error) => vec![Diagnostic::error(self.to_string()).hint(error.hint())],
            Self::AddStub(error) => error.diagnostics(),
            Self::NoManifest { .. } => {
                let hint = "omit `--update-cargo-toml`, or pass the `wit` folder of a crate";
                vec![Diagnostic::error(self.to_string()).hint(hint)]
            }
            Self::Edit(error) => vec![error.diagnostic()],
            Self::NotUtf8Name { .. } => {
                vec![Diagnostic::error(self.to_string()).hint("rename it, or omit `--update-cargo-toml`")]
            }
            Self::Workspace(error) => vec![error.diagnostic()],
            Self::Flow(error) => vec![error.diagnostic()],
            Self::Disk(problems) => {
                let diagnostic = |problem: &Problem| Diagnostic::error(problem.to_string()).hint(problem.hint());
                problems.iter().map(diagnostic).collect()
            }
        }
    }
}

impl<C: Into<Cause>> From<C> for Error {
    fn from(cause: C) -> Self {
        Self { causes: vec![cause.into()] }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, cause) in self.causes.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{cause}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    /// The first cause; [`causes`](Error::causes) has all of them.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.causes.first().map(|cause| cause as _)
    }
}
