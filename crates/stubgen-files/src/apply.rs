//! Applies the steps of a plan: writes every new file to a temporary file in its directory, then moves them all to
//! their places.
//!
//! ```text
//! stage:   make directories, write temporary files
//! compare: everything that was read or planned is unchanged
//! move:    compare the file once more, rename or remove it
//! ```
//!
//! Most failures (no space, no permission, a read-only file system) happen while staging, when only temporary files exist.
//! If a move fails, the moves before it are undone. A killed run leaves each file old or new, and is completed by running
//! the command again. Files are not flushed to the medium one by one.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::destination::Destination;
use crate::problem::{Problem, Problems, cannot_write};
use crate::snapshot::Snapshot;
use crate::step::{Action, Change, Step};
use crate::temporary::{TemporaryFile, remove_stale};

/// Applies `steps`, all or none, if `inputs` have not changed.
pub(crate) fn apply(steps: &[Step], inputs: &[Snapshot]) -> Result<(), Problems> {
    apply_observed(steps, inputs, &mut |_| {})
}

/// [`apply`], which calls `before_move` with the path of each file that it is about to change. Tests interfere there.
pub(crate) fn apply_observed(
    steps: &[Step],
    inputs: &[Snapshot],
    before_move: &mut dyn FnMut(&Path),
) -> Result<(), Problems> {
    dirs_with_stale_temps(steps).into_iter().for_each(remove_stale);
    let changes: Vec<&Step> = steps.iter().filter(|step| step.change() != Change::Unchanged).collect();
    if !changes.is_empty() {
        let mut transaction = Transaction::default();
        if let Err(problems) = transaction.run(&changes, inputs, before_move) {
            return Err(transaction.undo(problems));
        }
    }
    // An interrupted run may have removed the files and not the directories.
    steps.iter().for_each(Step::remove_empty_directories);
    Ok(())
}

/// The directories in which an interrupted run may have left temporary files.
fn dirs_with_stale_temps(steps: &[Step]) -> BTreeSet<&Path> {
    steps.iter().flat_map(|step| [step.destination.directory(), step.backup_directory()]).collect()
}

/// What was done, to be undone if something fails.
#[derive(Default)]
struct Transaction {
    new_directories: Vec<PathBuf>,
    /// The moves, each with the file as it was before.
    moves: Vec<(PathBuf, Option<TemporaryFile>)>,
}

impl Transaction {
    fn run(
        &mut self,
        changes: &[&Step],
        inputs: &[Snapshot],
        before_move: &mut dyn FnMut(&Path),
    ) -> Result<(), Vec<Problem>> {
        let staged = self.stage(changes)?;
        let changed_inputs = inputs.iter().filter_map(Snapshot::changed).map(Problem::Changed);
        let changed_outputs = changes.iter().filter_map(|step| step.destination.changed());
        let changed: Vec<Problem> = changed_outputs.chain(changed_inputs).collect();
        if !changed.is_empty() {
            return Err(changed);
        }
        for (step, new) in changes.iter().zip(staged) {
            before_move(&step.destination.real);
            self.make_change(step, new).map_err(|problem| vec![problem])?;
        }
        Ok(())
    }

    /// Writes the new content of each file to a temporary file. All failures are reported together.
    fn stage(&mut self, changes: &[&Step]) -> Result<Vec<Option<TemporaryFile>>, Vec<Problem>> {
        let (mut staged, mut problems) = (Vec::new(), Vec::new());
        for step in changes {
            match self.stage_step(step) {
                Ok(file) => staged.push(file),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(staged) } else { Err(problems) }
    }

    fn stage_step(&mut self, step: &Step) -> Result<Option<TemporaryFile>, Problem> {
        let Action::Write(content) = &step.action else {
            return Ok(None);
        };
        let destination = &step.destination;
        if destination.present.is_none() {
            self.make_directories(destination)?;
        }
        let stage = || {
            let file = TemporaryFile::write(destination.directory(), content)?;
            if destination.present.is_some() {
                file.imitate(&destination.real)?;
            }
            Ok(file)
        };
        stage().map(Some).map_err(cannot_write(step.path()))
    }

    fn make_directories(&mut self, destination: &Destination) -> Result<(), Problem> {
        let above = destination.real.ancestors().skip(1);
        let missing: Vec<&Path> = above.take_while(|path| *path != destination.existing_directory).collect();
        for directory in missing.into_iter().rev() {
            match fs::create_dir(directory) {
                Ok(()) => self.new_directories.push(directory.to_path_buf()),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && directory.is_dir() => {}
                Err(error) => return Err(cannot_write(directory)(error)),
            }
        }
        Ok(())
    }

    /// Changes one file: to the `new` one, or removes it. The comparison just before leaves another program only the
    /// moment until the rename; a new file is never moved over an existing one.
    fn make_change(&mut self, step: &Step, new: Option<TemporaryFile>) -> Result<(), Problem> {
        let destination = &step.destination;
        let path = &destination.real;
        let old = match &destination.present {
            Some(_) => Some(TemporaryFile::backup(path, step.backup_directory()).map_err(cannot_write(path))?),
            None => None,
        };
        if let Some(problem) = destination.changed() {
            return Err(problem);
        }
        match new {
            None => fs::remove_file(path),
            Some(new) if old.is_none() => new.move_to_new(path),
            Some(new) => new.replace(path).map_err(|(_, error)| error),
        }
        .map_err(cannot_write(path))?;
        self.moves.push((path.clone(), old));
        step.remove_empty_directories();
        Ok(())
    }

    /// Undoes everything, and adds what could not be undone to `problems`.
    fn undo(self, mut problems: Vec<Problem>) -> Problems {
        for (path, old) in self.moves.into_iter().rev() {
            match old {
                None => _ = fs::remove_file(path),
                Some(old) => {
                    // The directory may have been removed with the file.
                    let _ = path.parent().map(fs::create_dir_all);
                    if let Err((old, source)) = old.replace(&path) {
                        let copy = old.keep_near(&path);
                        problems.push(Problem::Restore { path, copy, source });
                    }
                }
            }
        }
        for directory in self.new_directories.iter().rev() {
            let _ = fs::remove_dir(directory);
        }
        Problems::new(problems)
    }
}

impl Step {
    /// The directory of the copy of the old file. Beside a removed file it would keep the directory from being removed.
    fn backup_directory(&self) -> &Path {
        match &self.action {
            Action::Write(_) => self.destination.directory(),
            Action::Remove { root } => root,
        }
    }

    /// Removes the directories that are empty without the removed file, up to the root of the removal. A directory that
    /// cannot be removed does no harm.
    fn remove_empty_directories(&self) {
        if let Action::Remove { root } = &self.action {
            let above = self.destination.real.ancestors().skip(1);
            let mut below_root = above.take_while(|directory| directory.starts_with(root) && directory != root);
            // A directory that does not exist may be in one that is empty.
            let _ = below_root.try_for_each(|directory| match fs::remove_dir(directory) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(()),
                _ => Ok(()),
            });
        }
    }
}
