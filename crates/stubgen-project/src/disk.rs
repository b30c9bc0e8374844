//! Every change that applying a plan makes to the disk, one method for each.
//!
//! Between two of these calls each file is old or new: that is what a kill at any moment relies on, and what tests prove
//! with a disk that stops, or fails, at a call of their choice.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::TempPath;

/// How the name of a temporary file begins and ends. A later run removes those that a killed run has left.
const PREFIX: &str = ".stubgen-";
const SUFFIX: &str = ".tmp";

/// What changes the disk.
///
/// Each method does what the function of `std::fs` of its name does, where there is one.
#[expect(missing_docs, reason = "the names are those of `std::fs`")]
pub trait Disk {
    /// Writes a new file with a name of its own in `directory`.
    fn create_temporary(&mut self, directory: &Path, content: &[u8], like: Option<&Attributes>) -> io::Result<PathBuf>;
    fn create_dir(&mut self, path: &Path) -> io::Result<()>;
    /// Replaces what is at `to`.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;
    /// Fails when something is at `to`.
    fn rename_to_new(&mut self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove_file(&mut self, path: &Path) -> io::Result<()>;
    fn remove_dir(&mut self, path: &Path) -> io::Result<()>;
    fn set_permissions(&mut self, path: &Path, permissions: &Permissions) -> io::Result<()>;
}

/// What a file has beside its content.
#[derive(Debug, Clone)]
pub struct Attributes {
    /// Who may do what.
    pub permissions: Permissions,
    /// When it was changed; `None` for now.
    pub modified: Option<SystemTime>,
}

/// The file system of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct FileSystem;

impl Disk for FileSystem {
    fn create_temporary(&mut self, directory: &Path, content: &[u8], like: Option<&Attributes>) -> io::Result<PathBuf> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        if let Some(permissions) = permissions_of_new_files() {
            builder.permissions(permissions);
        }
        // Removes itself on the way out when something fails.
        let mut file = builder.tempfile_in(directory)?;
        file.write_all(content)?;
        if let Some(attributes) = like {
            if let Some(modified) = attributes.modified {
                file.as_file().set_modified(modified)?;
            }
            file.as_file().set_permissions(attributes.permissions.clone())?;
        }
        // Closed, so that a large set does not run out of file handles.
        Ok(file.into_temp_path().keep()?)
    }

    fn create_dir(&mut self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_to_new(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        TempPath::try_from_path(from)?.persist_noclobber(to).map_err(|mut error| {
            // Whoever made it removes it.
            error.path.disable_cleanup(true);
            error.error
        })
    }

    fn remove_file(&mut self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&mut self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn set_permissions(&mut self, path: &Path, permissions: &Permissions) -> io::Result<()> {
        fs::set_permissions(path, permissions.clone())
    }
}

/// The temporary files in `directory`: none while nobody applies a plan there, unless a run was killed.
pub(crate) fn temporary_files(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let temporary = entries.filter(|entry| is_temporary(&entry.file_name()));
    let mut paths: Vec<PathBuf> = temporary.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Whether a file of this name is one that a killed run has left.
pub(crate) fn is_temporary(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
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
