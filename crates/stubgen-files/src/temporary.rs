//! Temporary files: new content before it is moved to its place, and old content until the run is complete.
//!
//! The name carries the id of the process, `.wasm-rpc-stubgen-1234-0.tmp`. A file whose process is dead was left by an
//! interrupted run, and the next run removes it.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::TempPath;

const PREFIX: &str = ".wasm-rpc-stubgen-";
const SUFFIX: &str = ".tmp";

/// A temporary file, which is removed with this value.
#[derive(Debug)]
pub(crate) struct TemporaryFile {
    path: TempPath,
}

impl TemporaryFile {
    /// Writes a new file in `directory`, with the permissions that other programs give to new files.
    pub(crate) fn write(directory: &Path, content: &[u8]) -> io::Result<Self> {
        Self::make(directory, |path| fs::File::create_new(path)?.write_all(content))
    }

    /// Keeps the file at `path` under a second name in `directory`, with its owner, permissions and time; where the file
    /// system has no hard links, as a copy.
    pub(crate) fn backup(path: &Path, directory: &Path) -> io::Result<Self> {
        let copy = |to: &Path| fs::File::create_new(to).and_then(|_| fs::copy(path, to)).map(drop);
        Self::make(directory, |to| match fs::hard_link(path, to) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => copy(to),
            result => result,
        })
    }

    /// Makes a file whose name is still free.
    fn make(directory: &Path, make: impl Fn(&Path) -> io::Result<()>) -> io::Result<Self> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let path = directory.join(format!("{PREFIX}{}-{number}{SUFFIX}", process::id()));
            match make(&path) {
                Ok(()) => return Ok(Self { path: TempPath::try_from_path(path)? }),
                // Left by an interrupted run whose process had the same id.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => {
                    let _ = fs::remove_file(&path);
                    return Err(error);
                }
            }
        }
    }

    /// Gives the file the permissions and, if the system allows it, the owner of the file at `other`.
    pub(crate) fn imitate(&self, other: &Path) -> io::Result<()> {
        let metadata = fs::metadata(other)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, chown};
            // Only root may give files away.
            let _ = chown(&self.path, Some(metadata.uid()), Some(metadata.gid()));
        }
        fs::set_permissions(&self.path, metadata.permissions())
    }

    /// Moves the file over the one at `to`.
    pub(crate) fn replace(self, to: &Path) -> Result<(), (Self, io::Error)> {
        self.path.persist(to).map_err(|error| (Self { path: error.path }, error.error))
    }

    /// Moves the file to `to`, where no file must be.
    pub(crate) fn move_to_new(self, to: &Path) -> io::Result<()> {
        self.path.persist_noclobber(to).map_err(|error| error.error)
    }

    /// Moves the file to a name near `to` that no later run removes.
    pub(crate) fn keep_near(self, to: &Path) -> PathBuf {
        let mut name = to.as_os_str().to_owned();
        name.push(".stubgen-backup");
        let kept = PathBuf::from(name);
        match self.path.persist_noclobber(&kept) {
            Ok(()) => kept,
            Err(error) => error.path.keep().unwrap_or(kept),
        }
    }
}

/// Removes the temporary files of dead processes in `directory`. A file that cannot be removed does not matter.
pub(crate) fn remove_stale(directory: &Path) {
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        let process = entry.file_name().to_str().and_then(process_of);
        if process.is_some_and(|process| !is_alive(process)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether `name` is that of a temporary file.
pub(crate) fn is_temporary(name: &str) -> bool {
    process_of(name).is_some()
}

/// The process that made the temporary file of this name.
fn process_of(name: &str) -> Option<i32> {
    let (process, number) = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.split_once('-')?;
    number.parse::<u64>().ok()?;
    process.parse().ok().filter(|process| *process > 0)
}

#[cfg(unix)]
fn is_alive(process: i32) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};
    Pid::from_raw(process).is_none_or(|process| test_kill_process(process) != Err(Errno::SRCH))
}

/// Other systems do not tell without unsafe code.
#[cfg(not(unix))]
fn is_alive(_: i32) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn only_files_of_dead_processes_are_removed() {
        let directory = tempfile::TempDir::new().expect("a directory");
        let mut child = process::Command::new("true").spawn().expect("a process");
        child.wait().expect("it ends");
        let stale = format!("{PREFIX}{}-0{SUFFIX}", child.id());
        let running = format!("{PREFIX}{}-0{SUFFIX}", process::id());
        let names = [&*running, ".stubgen-notes.tmp", ".wasm-rpc-stubgen", ".wasm-rpc-stubgen-notes.tmp"];
        for name in names.iter().chain([&&*stale]) {
            fs::write(directory.path().join(name), "").expect("a file");
        }
        remove_stale(directory.path());
        for name in names {
            assert!(directory.path().join(name).exists(), "{name}");
        }
        assert!(!directory.path().join(&stale).exists());
        assert!(is_temporary(&stale) && is_temporary(&running) && !names[1..].iter().any(|name| is_temporary(name)));
    }

    #[test]
    fn a_new_file_never_replaces_another() {
        let directory = tempfile::TempDir::new().expect("a directory");
        let path = directory.path().join("file");
        fs::write(&path, "mine").expect("a file");
        let new = TemporaryFile::write(directory.path(), b"new").expect("a file");
        assert_eq!(new.move_to_new(&path).map_err(|error| error.kind()), Err(ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&path).expect("a file"), b"mine");
        assert_eq!(fs::read_dir(directory.path()).expect("a directory").count(), 1);
    }
}
