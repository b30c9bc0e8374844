//! A plan's steps to disk: stage every file beside its place, then move them all in.
//!
//! ```text
//! stage:   <dir>/.stubgen-Xy12.tmp   new content, and the old content of a file that changes
//! commit:  make directories, rename  each noted in a journal, which is played backwards when one fails
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
use crate::plan::{Change, Step};
use crate::problem::{Problem, Problems, cannot_write};

/// A file that is ready to be moved into place.
struct Staged<'a> {
    path: &'a Path,
    /// The nearest directory above that existed when the plan was made.
    directory: &'a Path,
    new: TempPath,
    old: Option<TempPath>,
}

/// How a change is taken back.
enum Undo {
    RemoveFile(PathBuf),
    RemoveDirectory(PathBuf),
    PutBack { path: PathBuf, old: TempPath },
}

pub(crate) fn apply(steps: &[Step]) -> Result<(), Problems> {
    let staged = stage(steps)?;
    let mut journal = Vec::new();
    for file in staged {
        if let Err(problem) = commit(file, &mut journal) {
            let mut problems = vec![problem];
            problems.extend(take_back(journal));
            return Problems::none(problems);
        }
    }
    Ok(())
}

/// Writes the content of each step that changes something to a temporary file. What fails is reported all together;
/// the temporary files go with the `Staged`.
fn stage(steps: &[Step]) -> Result<Vec<Staged<'_>>, Problems> {
    let mut problems = Vec::new();
    let mut staged = Vec::new();
    for step in steps {
        if step.change() == Change::Unchanged {
            continue;
        }
        match stage_step(step) {
            Ok(file) => staged.push(file),
            Err(source) => problems.push(cannot_write(step.path())(source)),
        }
    }
    Problems::none(problems)?;
    Ok(staged)
}

fn stage_step(step: &Step) -> io::Result<Staged<'_>> {
    let directory = &step.place.directory;
    let (new, old) = match &step.place.present {
        Present::Nothing => (stage_file(directory, &step.content)?, None),
        Present::File(present) => {
            let new = stage_file(directory, &step.content)?;
            fs::set_permissions(&new, present.permissions.clone())?;
            (new, Some(stage_old(directory, present)?))
        }
    };
    Ok(Staged { path: &step.place.real, directory, new, old })
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

/// Moves one file into place, and notes in the journal how to take back what was done.
fn commit(file: Staged<'_>, journal: &mut Vec<Undo>) -> Result<(), Problem> {
    make_directories(file.path, file.directory, journal)?;
    let path = file.path.to_path_buf();
    match file.old {
        None => {
            file.new.persist_noclobber(&path).map_err(|error| cannot_write(&path)(error.error))?;
            journal.push(Undo::RemoveFile(path));
        }
        Some(old) => {
            file.new.persist(&path).map_err(|error| cannot_write(&path)(error.error))?;
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
        };
        result.map_err(|source| Problem::Restore { path, source })
    }
}
