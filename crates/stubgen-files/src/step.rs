//! One file of a plan: where it is, what happens to it, and whether that is allowed.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::destination::Destination;

/// One file that a plan writes or removes.
#[derive(Debug)]
pub struct Step {
    pub(crate) destination: Destination,
    pub(crate) action: Action,
    pub(crate) overwrite: Overwrite,
}

/// What a plan does with a file.
#[derive(Debug, Clone)]
pub(crate) enum Action {
    /// Writes this content.
    Write(Vec<u8>),
    /// Removes the file, and the directories below `root` that are empty afterwards.
    Remove {
        /// A directory above the file, without symbolic links.
        root: PathBuf,
    },
}

/// Whether a file that exists with different content may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// It may be replaced.
    Allowed,
    /// Replacing it is a conflict.
    Refused,
}

/// What happens to the file of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The file does not exist yet.
    Create,
    /// The file exists with different content.
    Update,
    /// The file already has the right content, or is already gone. It is not touched.
    Unchanged,
    /// An earlier run generated the file, and it is removed.
    Remove,
    /// The file exists with different content, and may not be replaced. A checked plan has no such step.
    Conflict,
}

impl Step {
    /// The path of the file, as the user wrote it.
    pub fn path(&self) -> &Path {
        &self.destination.named
    }

    /// What happens to the file.
    pub fn change(&self) -> Change {
        match (&self.action, &self.destination.present) {
            (Action::Write(_), None) => Change::Create,
            (Action::Write(content), Some(present)) if present.content == *content => Change::Unchanged,
            (Action::Write(_), Some(_)) => match self.overwrite {
                Overwrite::Allowed => Change::Update,
                Overwrite::Refused => Change::Conflict,
            },
            (Action::Remove { .. }, Some(_)) => Change::Remove,
            (Action::Remove { .. }, None) => Change::Unchanged,
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Unchanged => "unchanged",
            Self::Remove => "remove",
            Self::Conflict => "conflict",
        })
    }
}

/// One line of a dry run: `create    wit/_stub.wit (512 bytes)`.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<9} {}", self.change(), self.path().display())?;
        match &self.action {
            Action::Write(content) => write!(f, " ({} bytes)", content.len()),
            Action::Remove { .. } => Ok(()),
        }
    }
}
