//! Where an input comes from and a component goes to: a path, or the program that calls the library.
//!
//! The command line uses this for stdin and stdout.

use std::path::{Path, PathBuf};

/// An input of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// It is read from a path.
    Path(PathBuf),
    /// It was read already. It counts as a single file.
    Content {
        /// What messages call it.
        name: String,
        /// The content.
        bytes: Vec<u8>,
    },
}

/// Where a component goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComponentDestination {
    /// It is written to a file.
    File(PathBuf),
    /// It is returned in the outcome.
    Outcome,
}

impl Input {
    /// The path, unless it was read already.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Path(path) => Some(path),
            Self::Content { .. } => None,
        }
    }
}

impl ComponentDestination {
    /// The path of the file.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Outcome => None,
        }
    }

    /// What of a component is written to the file, and what is returned.
    pub(crate) fn split(&self, component: Vec<u8>) -> (Vec<u8>, Option<Vec<u8>>) {
        match self {
            Self::File(_) => (component, None),
            Self::Outcome => (Vec::new(), Some(component)),
        }
    }
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        Self::Path(path)
    }
}

impl From<PathBuf> for ComponentDestination {
    fn from(path: PathBuf) -> Self {
        Self::File(path)
    }
}
