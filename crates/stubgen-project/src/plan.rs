//! What a run will do to the disk, checked and ready to be shown or applied.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::apply;
use crate::disk::{Disk, FileSystem};
use crate::place::{Place, Present};
use crate::problem::{Problem, Problems};
use crate::reading::Reading;

/// A checked list of steps, one for each output and for each file that is to go.
#[derive(Debug)]
pub struct Plan {
    steps: Vec<Step>,
    around: Surroundings,
}

/// A plan in which files may still be in conflict: all that a dry run needs.
#[derive(Debug)]
pub struct Draft {
    steps: Vec<Step>,
    around: Surroundings,
}

/// Whether a file that is there with another content may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// It may.
    Allowed,
    /// It is a conflict.
    Refused,
}

/// What matters to a plan beside its steps.
#[derive(Debug)]
pub(crate) struct Surroundings {
    /// What it was made from.
    pub(crate) readings: Vec<Reading>,
    /// Further directories in which a killed run may have left temporary files.
    pub(crate) swept: Vec<PathBuf>,
}

/// One file: its place, and what is to be there.
#[derive(Debug)]
pub struct Step {
    pub(crate) place: Place,
    pub(crate) action: Action,
    pub(crate) overwrite: Overwrite,
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
    /// The file is gone already, but not the directories that are empty without it, or hold temporary files alone: a run
    /// was killed in between.
    RemoveDirectories {
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
    /// The file is there with another content, and may not be replaced. No step of a [`Plan`] is such.
    Conflict,
}

impl Draft {
    pub(crate) fn new(steps: Vec<Step>, around: Surroundings) -> Self {
        Self { steps, around }
    }

    /// The steps, in the order in which the outputs were added.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter()
    }

    /// The plan.
    ///
    /// # Errors
    ///
    /// All conflicts.
    pub fn settle(self) -> Result<Plan, Problems> {
        let conflicts = self.steps().filter(|step| step.change() == Change::Conflict);
        let conflicts = conflicts.map(|step| Problem::Conflict { path: step.path().to_path_buf() });
        let mut problems: Vec<Problem> = conflicts.collect();
        // A file that another run has written meanwhile may well be what this one needs.
        if !problems.is_empty()
            && let Some(path) = self.around.readings.iter().find_map(Reading::changed)
        {
            problems = vec![Problem::Changed { path }];
        }
        Problems::none(problems)?;
        Ok(Plan { steps: self.steps, around: self.around })
    }
}

impl Plan {
    /// The steps, in the order in which the outputs were added.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter()
    }

    /// The files of the steps, and what happens to each.
    pub fn files(&self) -> Vec<(PathBuf, Change)> {
        self.steps().map(|step| (step.path().to_path_buf(), step.change())).collect()
    }

    /// Carries the plan out, wholly or not at all.
    ///
    /// # Errors
    ///
    /// What could not be written. Everything is then as it was before, but for what a [`crate::Problem::Restore`]
    /// names.
    pub fn apply(&self) -> Result<(), Problems> {
        self.apply_to(&mut FileSystem)
    }

    /// [`Plan::apply`] with every change made through `disk`.
    ///
    /// # Errors
    ///
    /// As for [`Plan::apply`].
    pub fn apply_to(&self, disk: &mut dyn Disk) -> Result<(), Problems> {
        apply::apply(&self.steps, &self.around, disk)
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
            Action::Remove { .. } | Action::RemoveDirectories { .. } => 0,
        }
    }

    /// What happens to the file.
    pub fn change(&self) -> Change {
        match (&self.action, &self.place.present) {
            (Action::Write(_), Present::Nothing) => Change::Create,
            (Action::Write(content), Present::File(file)) if file.content == *content => Change::Unchanged,
            (Action::Write(_), Present::File(_)) => match self.overwrite {
                Overwrite::Allowed => Change::Update,
                Overwrite::Refused => Change::Conflict,
            },
            (Action::Remove { .. }, Present::File(_)) | (Action::RemoveDirectories { .. }, _) => Change::Remove,
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
            Self::Conflict => "conflict",
        })
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        list(&self.steps, f)
    }
}

impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        list(&self.steps, f)
    }
}

/// One line for each step: `create    wit/_stub.wit (512 bytes)`.
fn list(steps: &[Step], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for step in steps {
        let path = step.path().display();
        match &step.action {
            Action::Write(content) => writeln!(f, "{:<9} {path} ({} bytes)", step.change(), content.len())?,
            Action::Remove { .. } | Action::RemoveDirectories { .. } => writeln!(f, "{:<9} {path}", step.change())?,
        }
    }
    Ok(())
}
