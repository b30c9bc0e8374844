//! A plan's steps to disk: stage every file beside its place, then move them all in.
//!
//! ```text
//! lock:    the directories that change or were read; sweep what a killed run has left; check that nothing has changed
//! stage:   make directories; <dir>/.stubgen-Xy12.tmp: new content, and the old content of a file that changes or goes
//! commit:  rename, remove
//! ```
//!
//! Each change is noted in a journal, which is played backwards when one fails. Nearly everything that can fail (space,
//! permissions, a file system that is read-only) fails in staging, where only temporary files exist. The files are not
//! flushed to the medium one by one: a crash of the program leaves each file old or new, a loss of power is left to the
//! file system.

use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use crate::disk::{Attributes, Disk, temporary_files};
use crate::lock;
use crate::place::{Place, Present, PresentFile};
use crate::plan::{Action, Change, Step, Surroundings};
use crate::problem::{Problem, Problems, cannot_write};
use crate::reading::Reading;

/// A change that is ready to be made.
struct Staged<'a> {
    path: &'a Path,
    kind: StagedKind<'a>,
}

enum StagedKind<'a> {
    /// `new` is moved to where nothing is.
    Create { new: PathBuf },
    /// `new` is moved over the file, of which `old` is a copy.
    Update { new: PathBuf, old: PathBuf },
    /// The file goes, of which `old` is a copy, and the directories below `root` that it leaves empty.
    Remove { root: &'a Path, old: PathBuf },
    /// The directories go that a file has left empty.
    RemoveDirectories { root: &'a Path },
}

/// How a change is taken back.
enum Undo {
    /// Removes a temporary file, if it is still there.
    Discard(PathBuf),
    RemoveFile(PathBuf),
    RemoveDirectory(PathBuf),
    PutBack {
        path: PathBuf,
        old: PathBuf,
    },
    PutBackDirectory {
        path: PathBuf,
        permissions: Permissions,
    },
}

/// Carries out `steps`, wholly or not at all. Temporary files of killed runs go from all directories that matter.
pub(crate) fn apply(steps: &[Step], around: &Surroundings, disk: &mut dyn Disk) -> Result<(), Problems> {
    let changes: Vec<&Step> = steps.iter().filter(|step| step.change() != Change::Unchanged).collect();
    let read: BTreeSet<PathBuf> = around.readings.iter().flat_map(Reading::directories).collect();
    let touched = steps.iter().flat_map(Step::touched_directories);
    let known = touched.chain(around.swept.iter().map(PathBuf::as_path)).chain(read.iter().map(PathBuf::as_path));
    let littered: BTreeSet<&Path> = known.filter(|path| !temporary_files(path).is_empty()).collect();
    let directories = changes.iter().map(|step| step.place.directory.as_path()).chain(littered.iter().copied());
    // Where nothing changes, it does not matter what others do.
    let relies = !changes.is_empty();
    let read = read.iter().map(PathBuf::as_path).filter(|_| relies);
    let _locks = lock::lock(directories, read).map_err(Problems::one)?;
    sweep(&littered, disk);
    let mut changed: Vec<Problem> = changes.iter().filter_map(|step| changed_since(step)).collect();
    if relies && changed.is_empty() {
        changed.extend(around.readings.iter().filter_map(Reading::changed).map(|path| Problem::Changed { path }));
    }
    Problems::none(changed)?;
    let mut run = Run { disk, journal: Vec::new() };
    let result = run.stage(&changes).and_then(|staged| run.commit(staged));
    match result {
        Ok(()) => {
            run.discard_copies();
            Ok(())
        }
        Err(mut problems) => {
            problems.extend(run.take_back());
            Problems::none(problems)
        }
    }
}

/// Removes what a killed run has left in `directories`. What cannot be removed is no reason to stop.
fn sweep(directories: &BTreeSet<&Path>, disk: &mut dyn Disk) {
    for path in directories.iter().flat_map(|directory| temporary_files(directory)) {
        let _ = disk.remove_file(&path);
    }
}

/// The problem of a file that is not what it was when the plan was made.
fn changed_since(step: &Step) -> Option<Problem> {
    // What cannot be looked at any more cannot be written either, and staging says why.
    let now = Place::inspect(&step.place.named).ok()?;
    let is_same = match (&step.place.present, &now.present) {
        (Present::Nothing, Present::Nothing) => true,
        (Present::File(planned), Present::File(now)) => planned.content == now.content,
        (Present::Nothing, Present::File(_)) | (Present::File(_), Present::Nothing) => false,
    };
    (!is_same || now.real != step.place.real).then(|| Problem::Changed { path: step.place.named.clone() })
}

impl Step {
    /// Where this run has temporary files, and where those of an earlier one would keep a directory from being empty.
    fn touched_directories(&self) -> impl Iterator<Item = &Path> {
        let emptied = match &self.action {
            Action::Write(_) => None,
            Action::Remove { root } | Action::RemoveDirectories { root } => {
                Some(self.place.real.ancestors().skip(1).take_while(move |ancestor| *ancestor != root))
            }
        };
        self.staging_directory().into_iter().chain(emptied.into_iter().flatten())
    }

    /// Where the temporary files of this step are.
    fn staging_directory(&self) -> Option<&Path> {
        match &self.action {
            Action::Write(_) => self.place.real.parent(),
            // Beside the file, its copy would keep the directory from being empty.
            Action::Remove { root } | Action::RemoveDirectories { root } => Some(root),
        }
    }
}

/// A plan that is being applied.
struct Run<'d> {
    disk: &'d mut dyn Disk,
    journal: Vec<Undo>,
}

impl Run<'_> {
    /// Writes the contents of each step to temporary files. What fails is reported all together.
    fn stage<'a>(&mut self, steps: &[&'a Step]) -> Result<Vec<Staged<'a>>, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut staged = Vec::new();
        for step in steps {
            match self.stage_step(step) {
                Ok(change) => staged.extend(change),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(staged) } else { Err(problems) }
    }

    fn stage_step<'a>(&mut self, step: &'a Step) -> Result<Option<Staged<'a>>, Problem> {
        let path = step.place.real.as_path();
        let kind = match (&step.action, &step.place.present) {
            (Action::Write(content), Present::Nothing) => {
                self.make_directories(path, &step.place.directory)?;
                StagedKind::Create { new: self.stage_file(step, content, None)? }
            }
            (Action::Write(content), Present::File(present)) => {
                let like = Attributes { permissions: present.permissions.clone(), modified: None };
                let new = self.stage_file(step, content, Some(&like))?;
                StagedKind::Update { new, old: self.stage_copy(step, present)? }
            }
            (Action::Remove { root }, Present::File(present)) => {
                StagedKind::Remove { root, old: self.stage_copy(step, present)? }
            }
            (Action::RemoveDirectories { root }, _) => StagedKind::RemoveDirectories { root },
            (Action::Remove { .. }, Present::Nothing) => return Ok(None),
        };
        Ok(Some(Staged { path, kind }))
    }

    /// A copy of a file as it was, its time included.
    fn stage_copy(&mut self, step: &Step, present: &PresentFile) -> Result<PathBuf, Problem> {
        let like = Attributes { permissions: present.permissions.clone(), modified: present.modified };
        self.stage_file(step, &present.content, Some(&like))
    }

    fn stage_file(&mut self, step: &Step, content: &[u8], like: Option<&Attributes>) -> Result<PathBuf, Problem> {
        let directory = step.staging_directory().expect("a file lies in a directory");
        let staged = self.disk.create_temporary(directory, content, like).map_err(cannot_write(step.path()))?;
        self.journal.push(Undo::Discard(staged.clone()));
        Ok(staged)
    }

    /// Makes the directories between `existing` and `path`.
    fn make_directories(&mut self, path: &Path, existing: &Path) -> Result<(), Problem> {
        let missing: Vec<&Path> = path.ancestors().skip(1).take_while(|ancestor| *ancestor != existing).collect();
        for directory in missing.into_iter().rev() {
            match self.disk.create_dir(directory) {
                Ok(()) => self.journal.push(Undo::RemoveDirectory(directory.to_path_buf())),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && directory.is_dir() => {}
                Err(error) => return Err(cannot_write(directory)(error)),
            }
        }
        Ok(())
    }

    /// Makes the changes, up to the first that fails.
    fn commit(&mut self, staged: Vec<Staged<'_>>) -> Result<(), Vec<Problem>> {
        staged.into_iter().try_for_each(|change| self.commit_change(change)).map_err(|problem| vec![problem])
    }

    fn commit_change(&mut self, change: Staged<'_>) -> Result<(), Problem> {
        let path = change.path;
        match change.kind {
            StagedKind::Create { new } => {
                self.disk.rename_to_new(&new, path).map_err(cannot_write(path))?;
                self.journal.push(Undo::RemoveFile(path.to_path_buf()));
            }
            StagedKind::Update { new, old } => {
                self.disk.rename(&new, path).map_err(cannot_write(path))?;
                self.journal.push(Undo::PutBack { path: path.to_path_buf(), old });
            }
            StagedKind::Remove { root, old } => {
                self.disk.remove_file(path).map_err(cannot_write(path))?;
                self.journal.push(Undo::PutBack { path: path.to_path_buf(), old });
                self.remove_empty_directories(path, root)?;
            }
            StagedKind::RemoveDirectories { root } => self.remove_empty_directories(path, root)?,
        }
        Ok(())
    }

    /// Removes the directories between `root` and `path`, from the innermost up to the first that still holds something.
    fn remove_empty_directories(&mut self, path: &Path, root: &Path) -> Result<(), Problem> {
        let is_below = |directory: &&Path| directory.starts_with(root) && *directory != root;
        for directory in path.ancestors().skip(1).take_while(is_below) {
            let permissions = match fs::metadata(directory) {
                Ok(metadata) => metadata.permissions(),
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(cannot_write(directory)(error)),
            };
            match self.disk.remove_dir(directory) {
                Ok(()) => self.journal.push(Undo::PutBackDirectory { path: directory.to_path_buf(), permissions }),
                Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => break,
                Err(error) => return Err(cannot_write(directory)(error)),
            }
        }
        Ok(())
    }

    /// Removes the copies of old files. One that stays is swept by a later run.
    fn discard_copies(self) {
        for undo in self.journal {
            if let Undo::PutBack { old, .. } = undo {
                let _ = self.disk.remove_file(&old);
            }
        }
    }

    /// Plays the journal backwards, and says what could not be put back. The copy of such a file stays.
    fn take_back(self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut kept = BTreeSet::new();
        for undo in self.journal.into_iter().rev() {
            if matches!(&undo, Undo::Discard(path) if kept.contains(path)) {
                continue;
            }
            if let Err((undo, source)) = undo.run(self.disk) {
                let (path, copy) = match undo {
                    Undo::PutBack { path, old } => (path, Some(old)),
                    Undo::Discard(path) | Undo::RemoveFile(path) | Undo::RemoveDirectory(path) => (path, None),
                    Undo::PutBackDirectory { path, .. } => (path, None),
                };
                kept.extend(copy.clone());
                problems.push(Problem::Restore { path, copy, source });
            }
        }
        problems
    }
}

impl Undo {
    fn run(self, disk: &mut dyn Disk) -> Result<(), (Self, io::Error)> {
        let result = match &self {
            Self::Discard(path) => match disk.remove_file(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                result => result,
            },
            Self::RemoveFile(path) => disk.remove_file(path),
            Self::RemoveDirectory(path) => disk.remove_dir(path),
            Self::PutBack { path, old } => disk.rename(old, path),
            Self::PutBackDirectory { path, permissions } => {
                disk.create_dir(path).and_then(|()| disk.set_permissions(path, permissions))
            }
        };
        result.map_err(|source| (self, source))
    }
}
