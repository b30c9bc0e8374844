//! What a run will do to the disk, checked and ready to be shown or applied.

use std::fmt;
use std::path::Path;

use crate::apply;
use crate::place::{Place, Present};
use crate::problem::Problems;

/// A checked list of steps, one for each output.
#[derive(Debug)]
pub struct Plan {
    steps: Vec<Step>,
}

/// One output: its place and its content.
#[derive(Debug)]
pub struct Step {
    pub(crate) place: Place,
    pub(crate) content: Vec<u8>,
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
        self.content.len()
    }

    /// What happens to the file.
    pub fn change(&self) -> Change {
        match &self.place.present {
            Present::Nothing => Change::Create,
            Present::File(file) if file.content == self.content => Change::Unchanged,
            Present::File(_) => Change::Update,
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Unchanged => "unchanged",
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
