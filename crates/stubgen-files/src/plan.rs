//! What a run will do to the disk, before and after the check for conflicts.

use std::fmt;
use std::path::PathBuf;

use crate::apply;
use crate::problem::{Problem, Problems};
use crate::snapshot::Snapshot;
use crate::step::{Change, Step};

/// A checked list of steps, ready to be shown or applied.
#[derive(Debug)]
pub struct Plan {
    pub(crate) steps: Vec<Step>,
    inputs: Vec<Snapshot>,
}

/// A plan that may contain conflicts. A dry run shows it.
#[derive(Debug)]
pub struct UncheckedPlan {
    plan: Plan,
}

impl UncheckedPlan {
    pub(crate) fn new(steps: Vec<Step>, inputs: Vec<Snapshot>) -> Self {
        Self { plan: Plan { steps, inputs } }
    }

    /// The steps, in the order in which the outputs were added.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.plan.steps()
    }

    /// The plan, if no file is in conflict.
    ///
    /// # Errors
    ///
    /// All conflicts.
    pub fn check(self) -> Result<Plan, Problems> {
        let conflicts = self.steps().filter(|step| step.change() == Change::Conflict);
        let conflicts: Vec<Problem> = conflicts.map(|step| Problem::Conflict(step.path().to_path_buf())).collect();
        // The file may be in conflict only because another run has just written it.
        let changed = || self.plan.inputs.iter().find_map(Snapshot::changed);
        match conflicts.is_empty() {
            true => Ok(self.plan),
            false => Err(changed().map_or_else(|| Problems::new(conflicts), |path| Problem::Changed(path).into())),
        }
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

    /// Applies all steps or none.
    ///
    /// # Errors
    ///
    /// What could not be written. Changes made before the failure are undone, except for what a [`Problem::Restore`]
    /// names.
    pub fn apply(&self) -> Result<(), Problems> {
        apply::apply(&self.steps, &self.inputs)
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.steps.iter().try_for_each(|step| writeln!(f, "{step}"))
    }
}

impl fmt::Display for UncheckedPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.plan.fmt(f)
    }
}
