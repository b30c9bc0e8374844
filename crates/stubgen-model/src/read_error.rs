//! Why a path of the user cannot be read: it does not exist, a link leads nowhere, a file is where a directory should be, or
//! the system refuses it.
//!
//! What is there is looked up when the error occurs, so that the message names what does exist.

use std::io;
use std::path::{Path, PathBuf, is_separator};

use crate::similar::{did_you_mean, similar};

/// Why a file or directory cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing has this path.
    #[error("`{}` does not exist", path.display())]
    Missing {
        /// The path.
        path: PathBuf,
        /// Similar paths that exist.
        nearest: Vec<String>,
        /// The error of the system.
        source: io::Error,
    },
    /// A symbolic link leads to nothing.
    #[error("`{}` is a symbolic link to `{}`, which does not exist", path.display(), target.display())]
    BrokenLink {
        /// The link.
        path: PathBuf,
        /// What the link says.
        target: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// A file is where the path needs a directory.
    #[error("`{}` is a file, not a directory", file.display())]
    NotDirectory {
        /// The file.
        file: PathBuf,
        /// The whole path.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// The system refuses it.
    #[error("cannot read `{}`: {source}", path.display())]
    Refused {
        /// The file or directory.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
}

impl ReadError {
    /// The error of the system for `path`.
    pub fn new(path: &Path, source: io::Error) -> Self {
        let file = || path.ancestors().map(without_slash).find(|ancestor| ancestor.is_file());
        match (source.kind(), path.read_link(), file()) {
            (io::ErrorKind::NotFound, Ok(target), _) => Self::BrokenLink { path: path.to_path_buf(), target, source },
            // Windows does not find what would be below a file, and calls a name with a slash at the end invalid.
            (
                io::ErrorKind::NotADirectory | io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename,
                _,
                Some(file),
            ) => Self::NotDirectory { file, path: path.to_path_buf(), source },
            (io::ErrorKind::NotFound, Err(_), None) => {
                Self::Missing { path: path.to_path_buf(), nearest: nearest(path), source }
            }
            _ => Self::Refused { path: path.to_path_buf(), source },
        }
    }

    /// The directory at `path`.
    ///
    /// # Errors
    ///
    /// When nothing is there, or no directory.
    pub fn check_directory(path: &Path) -> Result<(), Self> {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => Ok(()),
            Ok(_) => Err(Self::new(path, io::ErrorKind::NotADirectory.into())),
            Err(error) => Err(Self::new(path, error)),
        }
    }

    /// What the user can do.
    pub fn hint(&self) -> String {
        match self {
            Self::Missing { nearest, .. } => did_you_mean(nearest).unwrap_or_else(|| "check the path".to_string()),
            Self::BrokenLink { .. } => "remove the link, or point it to an existing path".to_string(),
            Self::NotDirectory { file, path, .. } => match (file.parent(), file == &without_slash(path)) {
                (_, true) if has_slash(path) => format!("use `{}`, without the slash at the end", file.display()),
                (Some(parent), true) if parent != Path::new("") && is_wit(file) => {
                    format!("use its directory, `{}`", parent.display())
                }
                _ => "use the path of a directory".to_string(),
            },
            Self::Refused { path, .. } if path.is_symlink() => {
                "remove the link, or point it to an existing path".to_string()
            }
            Self::Refused { .. } => "check the path and its permissions".to_string(),
        }
    }
}

/// The path without slashes at its end, which demand a directory.
fn without_slash(path: &Path) -> PathBuf {
    path.components().collect()
}

fn is_wit(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "wit")
}

fn has_slash(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().last().is_some_and(|last| is_separator(char::from(*last)))
}

/// Existing paths that differ from `path` by a slip of the finger in the first name that does not exist.
fn nearest(path: &Path) -> Vec<String> {
    let is_missing = |ancestor: &&Path| *ancestor != Path::new("") && !ancestor.exists();
    let Some(missing) = path.ancestors().filter(is_missing).last() else { return Vec::new() };
    let (Some(name), Some(parent)) = (missing.file_name().and_then(|name| name.to_str()), missing.parent()) else {
        return Vec::new();
    };
    // Any name is similar to a short one.
    if name.len() < 3 {
        return Vec::new();
    }
    let folder = if parent == Path::new("") { Path::new(".") } else { parent };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let rest = path.strip_prefix(missing).unwrap_or(Path::new(""));
    let candidates = similar(name, &names).into_iter().map(|name| match rest == Path::new("") {
        true => parent.join(name),
        false => parent.join(name).join(rest),
    });
    candidates.filter(|candidate| candidate.exists()).map(|candidate| candidate.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use std::path::MAIN_SEPARATOR;

    use super::*;

    fn error(path: &str) -> (String, String) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = root.join(path);
        let error = ReadError::check_directory(&path).expect_err("it is no directory");
        let slashed = |text: String| text.replace(MAIN_SEPARATOR, "/");
        let shown = |text: String| slashed(text).replace(&slashed(format!("{}/", root.display())), "");
        (shown(error.to_string()), shown(error.hint()))
    }

    #[test]
    fn a_missing_path_offers_a_similar_one() {
        for (path, message, hint) in [
            ("scr", "`scr` does not exist", "did you mean `src`?"),
            ("scr/lower", "`scr/lower` does not exist", "did you mean `src/lower`?"),
            ("scr/nothing", "`scr/nothing` does not exist", "check the path"),
            ("src/lib.rs", "`src/lib.rs` is a file, not a directory", "use the path of a directory"),
            ("wit/poll.wit", "`wit/poll.wit` is a file, not a directory", "use its directory, `wit`"),
            (
                "src/lib.rs/",
                "`src/lib.rs` is a file, not a directory",
                "use `src/lib.rs`, without the slash at the end",
            ),
            ("src/lib.rs/x", "`src/lib.rs` is a file, not a directory", "use the path of a directory"),
        ] {
            assert_eq!(error(path), (message.to_string(), hint.to_string()), "{path}");
        }
    }
}
