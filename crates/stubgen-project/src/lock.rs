//! Directories that are one run's alone while it applies its plan.
//!
//! A run takes each directory that it changes for itself, and shares all directories above with other runs. So two runs
//! that change different directories go on side by side; one that makes a directory, and files in it, keeps out another
//! that finds the new directory already there. All runs lock in the order of the paths, which cannot lead to a deadlock.
//!
//! The locks are the system's advisory ones on the directories themselves, so there is no file that could be left over,
//! and a killed run holds nothing. Where a system or file system has none, [`crate::Problem::Changed`] still tells runs
//! that meet, nearly always.

use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::problem::Problem;

/// How long another run is waited for: applying a plan takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to wait between two tries.
const PAUSE: Duration = Duration::from_millis(5);

/// Locks that end with this value.
pub(crate) struct Locks {
    _directories: Vec<File>,
}

#[derive(Clone, Copy)]
enum Mode {
    Shared,
    Exclusive,
}

/// Locks the directories that change for this run alone, and those that were read against a change. All are real paths.
///
/// # Errors
///
/// When another run keeps one of them for longer than a run takes.
pub(crate) fn lock<'a>(
    changing: impl IntoIterator<Item = &'a Path>,
    read: impl IntoIterator<Item = &'a Path>,
) -> Result<Locks, Problem> {
    let mut modes: BTreeMap<&Path, Mode> = BTreeMap::new();
    for directory in read {
        modes.insert(directory, Mode::Shared);
    }
    for directory in changing {
        for above in directory.ancestors().skip(1) {
            modes.entry(above).or_insert(Mode::Shared);
        }
        modes.insert(directory, Mode::Exclusive);
    }
    let patient_until = Instant::now() + PATIENCE;
    let mut locked = Vec::new();
    for (directory, mode) in modes {
        locked.extend(lock_directory(directory, mode, patient_until)?);
    }
    Ok(Locks { _directories: locked })
}

/// The locked directory, or `None` where there is no such lock.
fn lock_directory(directory: &Path, mode: Mode, patient_until: Instant) -> Result<Option<File>, Problem> {
    // A directory that may not be read, and all of them on some systems.
    let Ok(file) = File::open(directory) else {
        return Ok(None);
    };
    loop {
        let result = match mode {
            Mode::Shared => file.try_lock_shared(),
            Mode::Exclusive => file.try_lock(),
        };
        match result {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::Error(_)) => return Ok(None),
            Err(TryLockError::WouldBlock) if Instant::now() < patient_until => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(Problem::Busy { path: PathBuf::from(directory) }),
        }
    }
}
