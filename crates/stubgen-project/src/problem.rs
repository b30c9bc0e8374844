//! What stands between the files of a run and the disk: one variant for each thing that a user can do something about.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use stubgen_emit::GENERATED;

/// One obstacle. Paths are as the user wrote them wherever there is such a spelling.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A file is to be written where a directory is.
    #[error("`{}` is a directory, not a file", path.display())]
    IsDirectory {
        /// The path of the output.
        path: PathBuf,
    },
    /// A directory is needed where a file is.
    #[error("`{}` is a file, not a directory", path.display())]
    NotDirectory {
        /// The file in the way.
        path: PathBuf,
    },
    /// Something that is neither file nor directory: a device, a pipe, a socket.
    #[error("`{}` is not a regular file", path.display())]
    NotRegular {
        /// The path of the output.
        path: PathBuf,
    },
    /// A symbolic link that leads to nothing, or in a circle.
    #[error("the symbolic link `{}` cannot be followed: {source}", path.display())]
    BrokenLink {
        /// The link.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file of a set whose path leads out of the set's root, through a symbolic link.
    #[error("`{}` leads out of `{}`, to `{}`", path.display(), root.display(), target.display())]
    LeadsOutside {
        /// The path of the output.
        path: PathBuf,
        /// The root that it was to stay in.
        root: PathBuf,
        /// Where it would land.
        target: PathBuf,
    },
    /// The system does not let us look.
    #[error("cannot read `{}`: {source}", path.display())]
    Unreadable {
        /// What was looked at.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file that nobody may write would change.
    #[error("`{}` is read-only", path.display())]
    ReadOnlyFile {
        /// The path of the output.
        path: PathBuf,
    },
    /// The directory of a file that would change cannot be written.
    #[error("the directory `{}` cannot be written", path.display())]
    ReadOnlyDirectory {
        /// The directory, without symbolic links.
        path: PathBuf,
    },
    /// Two outputs land in one file.
    #[error("`{}` and `{}` are the same file, and both are outputs", first.display(), second.display())]
    SameOutput {
        /// The output that was named first.
        first: PathBuf,
        /// The other one.
        second: PathBuf,
    },
    /// An output is needed as the directory of another.
    #[error("`{}` is to be written inside `{}`, which is an output and a file", inner.display(), outer.display())]
    InsideOutput {
        /// The output that is a directory to the other.
        outer: PathBuf,
        /// The one in it.
        inner: PathBuf,
    },
    /// An output is a file that the run reads.
    #[error("`{}` is an input of this command and would be overwritten", path.display())]
    OverwritesSource {
        /// The path of the output.
        path: PathBuf,
    },
    /// A file lands where the WIT package in a directory is read from: an output in a source or in another output, or a
    /// source in an output.
    #[error("`{}` would become a part of the WIT package in `{}`", path.display(), package.display())]
    JoinsPackage {
        /// The file that does not belong there.
        path: PathBuf,
        /// The directory of the package.
        package: PathBuf,
    },
    /// The directory of a crate holds something else.
    #[error("`{}` is not empty, and holds no crate that this program has generated", path.display())]
    Foreign {
        /// The directory.
        path: PathBuf,
    },
    /// A generated file was edited, or somebody else's file is where one is to be generated.
    #[error("`{}` is not as it was generated, and would be overwritten", path.display())]
    Edited {
        /// The path of the output.
        path: PathBuf,
    },
    /// Writing failed, and what was changed before is as it was.
    #[error("cannot write `{}`: {source}", path.display())]
    Write {
        /// The file or directory that was being made.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file would change, and the user has not allowed it.
    #[error("`{}` is there with another content", path.display())]
    Conflict {
        /// The path of the output.
        path: PathBuf,
    },
    /// A file is not any more what it was when the plan was made.
    #[error("`{}` was changed by another program while this command ran", path.display())]
    Changed {
        /// The path of the output.
        path: PathBuf,
    },
    /// Another run holds a directory and does not let go.
    #[error("another run of this program is writing to `{}`", path.display())]
    Busy {
        /// The directory.
        path: PathBuf,
    },
    /// Taking back a change failed, after another failure.
    #[error("cannot put back `{}` as it was: {source}{}", path.display(), whereabouts(copy.as_deref()))]
    Restore {
        /// The file or directory that is left changed.
        path: PathBuf,
        /// A copy of the file as it was.
        copy: Option<PathBuf>,
        /// What the system says.
        source: io::Error,
    },
}

impl Problem {
    /// What the user can do about it.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::IsDirectory { .. } => "name a file, for instance one inside that directory",
            Self::NotDirectory { .. } => "move that file away or choose another destination",
            Self::NotRegular { .. } => "outputs are written to regular files only; choose another path",
            Self::BrokenLink { .. } => "remove the link or make it lead to something that exists",
            Self::LeadsOutside { .. } => "remove the symbolic link, or name its target as the destination",
            Self::Unreadable { .. } => "check that the path is right and that you may read it",
            Self::ReadOnlyFile { .. } => "make the file writable or choose another destination",
            Self::ReadOnlyDirectory { .. } => "make the directory writable or choose another destination",
            Self::SameOutput { .. } => "give each output a path of its own",
            Self::InsideOutput { .. } => "give each output a path that is not inside another",
            Self::OverwritesSource { .. } => "choose another destination; inputs are never changed",
            Self::JoinsPackage { .. } => "choose another destination; a package has a directory of its own",
            Self::Foreign { .. } => {
                let line = format!("# {GENERATED}");
                return Some(format!(
                    "choose a new or an empty directory; a generated crate is known by the first line of its \
                     `Cargo.toml`, `{line} …`"
                ));
            }
            Self::Edited { .. } => "move that file away to have it generated again, or choose another destination",
            Self::Write { source, .. } => return write_hint(source),
            Self::Conflict { .. } => "allow it with `--overwrite`, or move that file away",
            Self::Changed { .. } => "nothing was written; run the command again",
            Self::Busy { .. } => "nothing was written; wait for the other run to end, then run the command again",
            Self::Restore { copy: Some(_), .. } => "move that copy back before you run the command again",
            Self::Restore { copy: None, .. } => "look at that path before you run the command again",
        };
        Some(hint.to_string())
    }
}

/// Where the old content is.
fn whereabouts(copy: Option<&Path>) -> String {
    copy.map(|copy| format!("; what it was is in `{}`", copy.display())).unwrap_or_default()
}

/// Advice for the failures that the checks before cannot foresee.
fn write_hint(error: &io::Error) -> Option<String> {
    let hint = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "free some space and run the command again",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "choose a destination that you may write"
        }
        _ => "nothing was changed; check the destination and run the command again",
    };
    Some(hint.to_string())
}

/// All problems of one plan, or of applying it; never empty.
#[derive(Debug)]
pub struct Problems {
    problems: Vec<Problem>,
}

impl Problems {
    /// `problems` without repetitions, in the order in which they were found. `Ok` when there are none.
    pub(crate) fn none(problems: Vec<Problem>) -> Result<(), Self> {
        let mut seen = std::collections::BTreeSet::new();
        let problems: Vec<Problem> = problems.into_iter().filter(|problem| seen.insert(problem.to_string())).collect();
        if problems.is_empty() { Ok(()) } else { Err(Self { problems }) }
    }

    /// A single problem.
    pub(crate) fn one(problem: Problem) -> Self {
        Self { problems: vec![problem] }
    }

    /// The problems, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Makes a [`Problem::Write`] of a failure at `path`.
pub(crate) fn cannot_write(path: &Path) -> impl FnOnce(io::Error) -> Problem + '_ {
    |source| Problem::Write { path: path.to_path_buf(), source }
}

/// Makes a [`Problem::Unreadable`] of a failure at `path`.
pub(crate) fn cannot_read(path: &Path) -> impl FnOnce(io::Error) -> Problem + '_ {
    |source| Problem::Unreadable { path: path.to_path_buf(), source }
}
