//! A disk that does its work up to a call of the test's choice.

use std::fs::Permissions;
use std::io;
use std::path::{Path, PathBuf};

use stubgen_project::{Attributes, Disk, FileSystem};

/// What happens at the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It fails, and those after it succeed again.
    Fails,
    /// Nothing happens any more, from the middle of that call on: the program was killed.
    Kills,
}

/// The file system with one fault.
pub struct FaultyDisk {
    fault: Fault,
    /// The number of the call, the first of which is 0.
    at: usize,
    /// How many calls there were.
    pub calls: usize,
}

impl FaultyDisk {
    pub fn new(fault: Fault, at: usize) -> Self {
        Self { fault, at, calls: 0 }
    }

    /// Whether the fault was met.
    pub fn was_met(&self) -> bool {
        self.calls > self.at
    }

    fn call<T>(&mut self, work: impl FnOnce(&mut FileSystem) -> io::Result<T>) -> io::Result<T> {
        let number = self.calls;
        self.calls += 1;
        let is_fault = number == self.at || self.fault == Fault::Kills && number > self.at;
        if is_fault { Err(io::Error::other("the fault of this test")) } else { work(&mut FileSystem) }
    }
}

impl Disk for FaultyDisk {
    fn create_temporary(&mut self, directory: &Path, content: &[u8], like: Option<&Attributes>) -> io::Result<PathBuf> {
        if self.fault == Fault::Kills && self.calls == self.at {
            // Half of the file is written.
            FileSystem.create_temporary(directory, &content[..content.len() / 2], None)?;
        }
        self.call(|disk| disk.create_temporary(directory, content, like))
    }

    fn create_dir(&mut self, path: &Path) -> io::Result<()> {
        self.call(|disk| disk.create_dir(path))
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(|disk| disk.rename(from, to))
    }

    fn rename_to_new(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(|disk| disk.rename_to_new(from, to))
    }

    fn remove_file(&mut self, path: &Path) -> io::Result<()> {
        self.call(|disk| disk.remove_file(path))
    }

    fn remove_dir(&mut self, path: &Path) -> io::Result<()> {
        self.call(|disk| disk.remove_dir(path))
    }

    fn set_permissions(&mut self, path: &Path, permissions: &Permissions) -> io::Result<()> {
        self.call(|disk| disk.set_permissions(path, permissions))
    }
}
