//! Where an output is written: from the path that the user wrote to the file behind it, and what that file contains.
//!
//! A path is resolved component by component, without symbolic links and `..`, so that two spellings of one file compare
//! equal even if the file does not exist yet.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf, Prefix};

use crate::problem::{Problem, cannot_read};

/// Whether file systems usually find a file by its name in upper or lower case.
const FOLDS_CASE: bool = cfg!(any(windows, target_os = "macos"));

/// The file behind a path.
#[derive(Debug)]
pub(crate) struct Destination {
    /// As the user wrote it, for messages.
    pub(crate) named: PathBuf,
    /// Absolute, without symbolic links and `..`.
    pub(crate) real: PathBuf,
    /// The nearest directory above that exists.
    pub(crate) existing_directory: PathBuf,
    /// The existing file.
    pub(crate) present: Option<PresentFile>,
}

/// A file before the run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PresentFile {
    pub(crate) content: Vec<u8>,
    pub(crate) is_read_only: bool,
}

impl Destination {
    /// Resolves the path `named` and reads the file.
    pub(crate) fn inspect(named: &Path) -> Result<Self, Problem> {
        if names_directory(named) {
            return Err(Problem::IsDirectory(named.to_path_buf()));
        }
        let real = real_path(named)?;
        let existing_directory = existing_directory(named, &real)?;
        let present = present_file(named, &real)?;
        Ok(Self { named: named.to_path_buf(), real, existing_directory, present })
    }

    /// The directory of the file.
    pub(crate) fn directory(&self) -> &Path {
        self.real.parent().expect("a file is in a directory")
    }

    /// The problem if the file is no longer what it was.
    pub(crate) fn changed(&self) -> Option<Problem> {
        match Self::inspect(&self.named) {
            Ok(now) if now.real == self.real && content(&now.present) == content(&self.present) => None,
            Ok(_) => Some(Problem::Changed(self.named.clone())),
            Err(problem) => Some(problem),
        }
    }
}

fn content(present: &Option<PresentFile>) -> Option<&[u8]> {
    present.as_ref().map(|file| file.content.as_slice())
}

/// Whether `path` is spelled like a directory.
fn names_directory(path: &Path) -> bool {
    let ends_with_separator =
        path.as_os_str().as_encoded_bytes().last().is_some_and(|byte| std::path::is_separator(char::from(*byte)));
    ends_with_separator || path.file_name().is_none()
}

/// `path`, absolute, without symbolic links and `..`. The path itself and its last components need not exist.
pub(crate) fn real_path(path: &Path) -> Result<PathBuf, Problem> {
    let absolute = without_verbatim_prefix(std::path::absolute(path).map_err(cannot_read(path))?);
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

/// The target of the symbolic link at `path`, or `path` if it is no link, spelled as on disk.
fn follow(path: PathBuf) -> Result<PathBuf, Problem> {
    let canonical = || fs::canonicalize(&path).map(without_verbatim_prefix);
    match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_symlink() => canonical().map_err(|source| Problem::BrokenLink(path, source)),
        Ok(_) if FOLDS_CASE => Ok(canonical().unwrap_or(path)),
        Ok(_) => Ok(path),
        Err(error) if is_absence(&error) => Ok(path),
        Err(error) => Err(cannot_read(&path)(error)),
    }
}

/// `\\?\C:\folder`, which `canonicalize` returns on Windows, as `C:\folder`, so that it compares equal to what users write.
fn without_verbatim_prefix(path: PathBuf) -> PathBuf {
    let Some(Component::Prefix(prefix)) = path.components().next() else {
        return path;
    };
    let root: OsString = match prefix.kind() {
        Prefix::VerbatimDisk(disk) => format!(r"{}:\", char::from(disk)).into(),
        Prefix::VerbatimUNC(server, share) => {
            [r"\\".as_ref(), server, r"\".as_ref(), share, r"\".as_ref()].into_iter().collect()
        }
        _ => return path,
    };
    let below = path.components().filter(|component| !matches!(component, Component::Prefix(_) | Component::RootDir));
    PathBuf::from(root).join(below.collect::<PathBuf>())
}

/// Whether the error means that the file does not exist.
pub(crate) fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The nearest directory above `real` that exists. A file above `real` is a problem.
fn existing_directory(named: &Path, real: &Path) -> Result<PathBuf, Problem> {
    for ancestor in real.ancestors().skip(1) {
        match fs::symlink_metadata(ancestor) {
            Ok(metadata) if metadata.is_dir() => return Ok(ancestor.to_path_buf()),
            Ok(_) => {
                let spelling = spelling_of_file_above(named).unwrap_or(ancestor);
                return Err(Problem::NotDirectory(spelling.to_path_buf()));
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

fn present_file(named: &Path, real: &Path) -> Result<Option<PresentFile>, Problem> {
    let metadata = match fs::symlink_metadata(real) {
        Ok(metadata) => metadata,
        Err(error) if is_absence(&error) => return Ok(None),
        Err(error) => return Err(cannot_read(named)(error)),
    };
    if metadata.is_dir() {
        return Err(Problem::IsDirectory(named.to_path_buf()));
    }
    if !metadata.is_file() {
        return Err(Problem::NotRegular(named.to_path_buf()));
    }
    let content = fs::read(real).map_err(cannot_read(named))?;
    Ok(Some(PresentFile { content, is_read_only: metadata.permissions().readonly() }))
}

/// Whether the system allows new files in `directory`.
#[cfg(unix)]
pub(crate) fn is_writable(directory: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(directory, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

/// Whether the system allows new files in `directory`: elsewhere, only a new file shows it. On Windows, the attribute
/// "read-only" of a directory does not forbid new files.
#[cfg(not(unix))]
pub(crate) fn is_writable(_: &Path) -> bool {
    true
}
