//! Where an output lands: the path that the user wrote to the file behind it, and what is there now.
//!
//! A path is walked component by component, each prefix free of symbolic links and of `..`, so that two spellings of
//! one file compare equal even when the file does not exist yet.

use std::fs::{self, DirEntry, Permissions};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use crate::disk::is_temporary;
use crate::problem::{Problem, cannot_read};

/// The file behind a path.
#[derive(Debug)]
pub(crate) struct Place {
    /// As the user wrote it, for messages.
    pub(crate) named: PathBuf,
    /// Absolute, without symbolic links and `..`.
    pub(crate) real: PathBuf,
    /// The nearest directory above that exists.
    pub(crate) directory: PathBuf,
    /// What is there.
    pub(crate) present: Present,
}

/// What is at a place before the run.
#[derive(Debug)]
pub(crate) enum Present {
    /// Nothing.
    Nothing,
    /// A regular file.
    File(PresentFile),
}

/// A file as it was before the run: all that is needed to put it back.
#[derive(Debug)]
pub(crate) struct PresentFile {
    pub(crate) content: Vec<u8>,
    pub(crate) permissions: Permissions,
    /// `None` on systems that keep no such time.
    pub(crate) modified: Option<SystemTime>,
}

impl Place {
    /// Looks at the place of `named`.
    pub(crate) fn inspect(named: &Path) -> Result<Self, Problem> {
        if names_directory(named) {
            let path = named.to_path_buf();
            return Err(Problem::IsDirectory { path });
        }
        let real = real_path(named)?;
        let directory = nearest_directory(named, &real)?;
        let present = inspect_file(named, &real)?;
        Ok(Self { named: named.to_path_buf(), real, directory, present })
    }

    /// Whether the file is not there, but a directory below `root` that it was in, with nothing but temporary files.
    pub(crate) fn is_gone_from_empty_directory(&self, root: &Path) -> bool {
        let is_swept = |entry: io::Result<DirEntry>| entry.is_ok_and(|entry| is_temporary(&entry.file_name()));
        let is_empty = || fs::read_dir(&self.directory).is_ok_and(|mut entries| entries.all(is_swept));
        matches!(self.present, Present::Nothing)
            && self.directory != root
            && self.directory.starts_with(root)
            && is_empty()
    }
}

/// Whether the spelling alone says that `path` is a directory.
fn names_directory(path: &Path) -> bool {
    let ends_with_separator =
        path.as_os_str().as_encoded_bytes().last().is_some_and(|byte| std::path::is_separator(char::from(*byte)));
    ends_with_separator || path.file_name().is_none()
}

/// `path`, absolute, without symbolic links and `..`. The path itself and its last components need not exist.
pub(crate) fn real_path(path: &Path) -> Result<PathBuf, Problem> {
    let absolute = std::path::absolute(path).map_err(cannot_read(path))?;
    let mut real = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::Prefix(_) | Component::RootDir => real.push(component),
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            Component::Normal(name) => real = follow(real.join(name))?,
        }
    }
    Ok(real)
}

/// The end of the symbolic link at `path`, or `path` when there is no link.
fn follow(path: PathBuf) -> Result<PathBuf, Problem> {
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_symlink() => {
            fs::canonicalize(&path).map_err(|source| Problem::BrokenLink { path, source })
        }
        Ok(_) => Ok(path),
        Err(error) if is_absence(&error) => Ok(path),
        Err(error) => Err(cannot_read(&path)(error)),
    }
}

/// Whether the error says that nothing is there, rather than that we may not look.
pub(crate) fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The nearest directory above `real` that exists; a file on the way is a problem.
fn nearest_directory(named: &Path, real: &Path) -> Result<PathBuf, Problem> {
    for ancestor in real.ancestors().skip(1) {
        match fs::symlink_metadata(ancestor) {
            Ok(metadata) if metadata.is_dir() => return Ok(ancestor.to_path_buf()),
            Ok(_) => {
                let path = spelling_of_file_above(named).unwrap_or(ancestor);
                let path = path.to_path_buf();
                return Err(Problem::NotDirectory { path });
            }
            Err(error) if is_absence(&error) => {}
            Err(error) => return Err(cannot_read(ancestor)(error)),
        }
    }
    Err(cannot_read(named)(io::ErrorKind::NotFound.into()))
}

/// The part of `named` that is a file, though more components follow it.
fn spelling_of_file_above(named: &Path) -> Option<&Path> {
    named.ancestors().skip(1).find(|ancestor| fs::metadata(ancestor).is_ok_and(|metadata| !metadata.is_dir()))
}

fn inspect_file(named: &Path, real: &Path) -> Result<Present, Problem> {
    let metadata = match fs::symlink_metadata(real) {
        Ok(metadata) => metadata,
        Err(error) if is_absence(&error) => return Ok(Present::Nothing),
        Err(error) => return Err(cannot_read(named)(error)),
    };
    let path = named.to_path_buf();
    if metadata.is_dir() {
        return Err(Problem::IsDirectory { path });
    }
    if !metadata.is_file() {
        return Err(Problem::NotRegular { path });
    }
    Ok(Present::File(PresentFile {
        content: fs::read(real).map_err(cannot_read(named))?,
        permissions: metadata.permissions(),
        modified: metadata.modified().ok(),
    }))
}

/// Whether new files can be made in `directory`, as far as the system says so without a try.
#[cfg(unix)]
pub(crate) fn is_writable(directory: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(directory, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

/// Whether new files can be made in `directory`, as far as the system says so without a try.
#[cfg(not(unix))]
pub(crate) fn is_writable(directory: &Path) -> bool {
    fs::metadata(directory).is_ok_and(|metadata| !metadata.permissions().readonly())
}
