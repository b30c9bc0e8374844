//! What a run will do to the disk, checked and ready to be shown or applied.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::apply;
use crate::place::{Place, Present};
use crate::problem::Problems;

/// A checked list of steps, one for each output and for each file that is to go.
#[derive(Debug)]
pub struct Plan {
    steps: Vec<Step>,
}

/// One file: its place, and what is to be there.
#[derive(Debug)]
pub struct Step {
    pub(crate) place: Place,
    pub(crate) action: Action,
}

/// What a run does about a file.
#[derive(Debug)]
pub(crate) enum Action {
    /// Gives it this content.
    Write(Vec<u8>),
    /// Removes it, and the directories that are empty then, but not `root`.
    Remove {
        /// A directory above, without symbolic links.
        root: PathBuf,
    },
}

/// What happens to the file of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// There is no such file yet.
    Create,
    /// The file is there with another content.
    Update,
    /// The file is there with this very content, and is not touched.
    Unchanged,
    /// The file is left over from an earlier run, and goes.
    Remove,
}

impl Plan {
    pub(crate) fn new(steps: Vec<Step>) -> Self {
        Self { steps }
    }

    /// The steps, in the order in which the outputs were added.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter()
    }

    /// Carries the plan out, wholly or not at all.
    ///
    /// # Errors
    ///
    /// What could not be written. Everything is then as it was before, but for what a [`crate::Problem::Restore`]
    /// names.
    pub fn apply(&self) -> Result<(), Problems> {
        apply::apply(&self.steps)
    }
}

impl Step {
    /// The path of the file, as the user wrote it.
    pub fn path(&self) -> &Path {
        &self.place.named
    }

    /// The size of the new content in bytes.
    pub fn size(&self) -> usize {
        match &self.action {
            Action::Write(content) => content.len(),
            Action::Remove { .. } => 0,
        }
    }

    /// What happens to the file.
    pub fn change(&self) -> Change {
        match (&self.action, &self.place.present) {
            (Action::Write(_), Present::Nothing) => Change::Create,
            (Action::Write(content), Present::File(file)) if file.content == *content => Change::Unchanged,
            (Action::Write(_), Present::File(_)) => Change::Update,
            (Action::Remove { .. }, Present::File(_)) => Change::Remove,
            (Action::Remove { .. }, Present::Nothing) => Change::Unchanged,
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
        })
    }
}

/// One line for each step: `create    wit/_stub.wit (512 bytes)`.
impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in self.steps() {
            let path = step.path().display();
            writeln!(f, "{:<9} {path} ({} bytes)", step.change(), step.size())?;
        }
        Ok(())
    }
}
