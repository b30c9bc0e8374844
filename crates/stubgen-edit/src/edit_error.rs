//! Why a file of the user's project cannot be edited.

use std::io;
use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_model::{Diagnostic, Location, Position};

use crate::document::DocumentError;

/// A file that cannot be edited.
#[derive(Debug, thiserror::Error)]
#[error("cannot edit `{}`: {reason}", path.display())]
pub struct EditError {
    path: PathBuf,
    #[source]
    reason: Reason,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Reason {
    #[error("{0}")]
    Unreadable(#[from] io::Error),
    #[error("it is not a regular file")]
    NotRegular,
    #[error("line {} is not UTF-8", position.line)]
    NotUtf8 { position: Position },
    #[error(transparent)]
    Document(#[from] DocumentError),
}

impl EditError {
    pub(crate) fn new(path: &Path, reason: impl Into<Reason>) -> Self {
        Self { path: path.to_path_buf(), reason: reason.into() }
    }

    /// The error as the user sees it.
    pub fn diagnostic(&self) -> Diagnostic {
        let (position, hint) = match &self.reason {
            Reason::Unreadable(_) => (None, "check the path and its permissions"),
            Reason::NotRegular => (None, "move it away and run the command again"),
            Reason::NotUtf8 { position } => (Some(*position), "save it as UTF-8"),
            Reason::Document(error) => (error.position, "correct it and run the command again"),
        };
        let location = position.map(|position| Location::new(self.path.display().to_string(), position));
        Diagnostic { location, ..Diagnostic::error(self.to_string()).hint(hint) }
    }
}
