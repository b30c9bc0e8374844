//! A plan's steps to disk: stage every file beside its place, then move them all in.
//!
//! ```text
//! stage:   <dir>/.stubgen-Xy12.tmp   new content, and the old content of a file that changes or goes
//! commit:  make directories, rename, each noted in a journal, which is played backwards when one fails
//!          remove
//! ```
//!
//! Nearly everything that can fail (space, permissions, a file system that is read-only) fails in staging, where only
//! temporary files exist. The files are not flushed to the medium one by one: a crash of the program leaves each file
//! old or new, a loss of power is left to the file system.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::place::{Present, PresentFile};
use crate::plan::{Action, Change, Step};
use crate::problem::{Problem, Problems, cannot_write};

/// A change that is ready to be made.
enum Staged<'a> {
    /// A file is moved into place.
    Write {
        path: &'a Path,
        /// The nearest directory above that existed when the plan was made.
        directory: &'a Path,
        new: TempPath,
        old: Option<TempPath>,
    },
    /// A file goes, and the directories below `root` that it leaves empty.
    Remove { path: &'a Path, root: &'a Path, old: TempPath },
}

/// How a change is taken back.
enum Undo {
    RemoveFile(PathBuf),
    RemoveDirectory(PathBuf),
    PutBack { path: PathBuf, old: TempPath },
    PutBackDirectory { path: PathBuf, permissions: Permissions },
}

pub(crate) fn apply(steps: &[Step]) -> Result<(), Problems> {
    let staged = stage(steps)?;
    let mut journal = Vec::new();
    for change in staged {
        if let Err(problem) = change.commit(&mut journal) {
            let mut problems = vec![problem];
            problems.extend(take_back(journal));
            return Problems::none(problems);
        }
    }
    Ok(())
}

/// Writes the contents of each step that changes something to temporary files. What fails is reported all together; the
/// temporary files go with the `Staged`.
fn stage(steps: &[Step]) -> Result<Vec<Staged<'_>>, Problems> {
    let mut problems = Vec::new();
    let mut staged = Vec::new();
    for step in steps {
        match stage_step(step) {
            Ok(change) => staged.extend(change),
            Err(source) => problems.push(cannot_write(step.path())(source)),
        }
    }
    Problems::none(problems)?;
    Ok(staged)
}

fn stage_step(step: &Step) -> io::Result<Option<Staged<'_>>> {
    if step.change() == Change::Unchanged {
        return Ok(None);
    }
    let (path, directory) = (step.place.real.as_path(), step.place.directory.as_path());
    let staged = match (&step.action, &step.place.present) {
        (Action::Write(content), Present::Nothing) => {
            Staged::Write { path, directory, new: stage_file(directory, content)?, old: None }
        }
        (Action::Write(content), Present::File(present)) => {
            let new = stage_file(directory, content)?;
            fs::set_permissions(&new, present.permissions.clone())?;
            Staged::Write { path, directory, new, old: Some(stage_old(directory, present)?) }
        }
        // Beside the file, its copy would keep the directory from being empty.
        (Action::Remove { root }, Present::File(present)) => {
            Staged::Remove { path, root, old: stage_old(root, present)? }
        }
        (Action::Remove { .. }, Present::Nothing) => return Ok(None),
    };
    Ok(Some(staged))
}

/// A temporary file in `directory`, closed, so that a large set does not run out of file handles.
fn stage_file(directory: &Path, content: &[u8]) -> io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".stubgen-").suffix(".tmp");
    if let Some(permissions) = permissions_of_new_files() {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(directory)?;
    file.write_all(content)?;
    Ok(file.into_temp_path())
}

/// What any other program would create a file with; without it a temporary file is the user's alone. The umask applies.
#[cfg(unix)]
fn permissions_of_new_files() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

/// What any other program would create a file with.
#[cfg(not(unix))]
fn permissions_of_new_files() -> Option<Permissions> {
    None
}

/// A copy of a file as it was, its time included.
fn stage_old(directory: &Path, present: &PresentFile) -> io::Result<TempPath> {
    let old = stage_file(directory, &present.content)?;
    if let Some(modified) = present.modified {
        fs::File::options().write(true).open(&old)?.set_modified(modified)?;
    }
    fs::set_permissions(&old, present.permissions.clone())?;
    Ok(old)
}

impl Staged<'_> {
    /// Makes the change, and notes in the journal how to take back what was done.
    fn commit(self, journal: &mut Vec<Undo>) -> Result<(), Problem> {
        match self {
            Self::Write { path, directory, new, old } => {
                make_directories(path, directory, journal)?;
                write(path, new, old, journal)
            }
            Self::Remove { path, root, old } => {
                fs::remove_file(path).map_err(cannot_write(path))?;
                journal.push(Undo::PutBack { path: path.to_path_buf(), old });
                remove_empty_directories(path, root, journal)
            }
        }
    }
}

/// Moves one file into place.
fn write(path: &Path, new: TempPath, old: Option<TempPath>, journal: &mut Vec<Undo>) -> Result<(), Problem> {
    let path = path.to_path_buf();
    match old {
        None => {
            new.persist_noclobber(&path).map_err(|error| cannot_write(&path)(error.error))?;
            journal.push(Undo::RemoveFile(path));
        }
        Some(old) => {
            new.persist(&path).map_err(|error| cannot_write(&path)(error.error))?;
            journal.push(Undo::PutBack { path, old });
        }
    }
    Ok(())
}

/// Makes the directories between `existing` and `path`.
fn make_directories(path: &Path, existing: &Path, journal: &mut Vec<Undo>) -> Result<(), Problem> {
    let missing: Vec<&Path> = path.ancestors().skip(1).take_while(|ancestor| *ancestor != existing).collect();
    for directory in missing.into_iter().rev() {
        match fs::create_dir(directory) {
            Ok(()) => journal.push(Undo::RemoveDirectory(directory.to_path_buf())),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && directory.is_dir() => {}
            Err(error) => return Err(cannot_write(directory)(error)),
        }
    }
    Ok(())
}

/// Removes the directories between `root` and `path`, from the innermost up to the first that still holds something.
fn remove_empty_directories(path: &Path, root: &Path, journal: &mut Vec<Undo>) -> Result<(), Problem> {
    for directory in path.ancestors().skip(1).take_while(|ancestor| *ancestor != root) {
        let permissions = fs::metadata(directory).map_err(cannot_write(directory))?.permissions();
        match fs::remove_dir(directory) {
            Ok(()) => journal.push(Undo::PutBackDirectory { path: directory.to_path_buf(), permissions }),
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => break,
            Err(error) => return Err(cannot_write(directory)(error)),
        }
    }
    Ok(())
}

/// Plays the journal backwards, and says what could not be put back.
fn take_back(journal: Vec<Undo>) -> Vec<Problem> {
    journal.into_iter().rev().filter_map(|undo| undo.run().err()).collect()
}

impl Undo {
    fn run(self) -> Result<(), Problem> {
        let (path, result) = match self {
            Self::RemoveFile(path) => {
                let result = fs::remove_file(&path);
                (path, result)
            }
            Self::RemoveDirectory(path) => {
                let result = fs::remove_dir(&path);
                (path, result)
            }
            Self::PutBack { path, old } => {
                let result = old.persist(&path).map_err(|error| error.error);
                (path, result)
            }
            Self::PutBackDirectory { path, permissions } => {
                let result = fs::create_dir(&path).and_then(|()| fs::set_permissions(&path, permissions));
                (path, result)
            }
        };
        result.map_err(|source| Problem::Restore { path, source })
    }
}
