//! A crate that a later run may write anew: whose directory it is, and which files in it are ours.
//!
//! ```text
//! stub/
//!   Cargo.toml           ours, and the directory with it, when its first line carries the mark
//!   src/lib.rs           ours by the mark in its first line
//!   wit/_stub.wit        has no mark; ours as long as it is what the list says
//!   .wasm-rpc-stubgen    the list: fingerprint and path of each file, as it was generated
//!   Cargo.lock, target/  nobody asks
//! ```
//!
//! A file that is not ours is never changed. One is removed when it is ours, is in the list of the earlier run, and is not
//! wanted any more. A marked file is ours whatever else was done to it; that is what the mark says.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use stubgen_emit::{FileSet, GENERATED};

use crate::fingerprint::Fingerprint;
use crate::place::{is_absence, real_path};
use crate::problem::{Problem, cannot_read};

/// The file whose mark makes a directory ours.
const MANIFEST: &str = "Cargo.toml";

/// The list of generated files, in the crate's directory.
pub(crate) const LIST: &str = ".wasm-rpc-stubgen";

/// What may lie in a directory that counts as empty: what cargo makes there, and what keeps it out of a repository.
const TOLERATED: [&str; 3] = ["Cargo.lock", "target", ".gitignore"];

/// What an earlier run has left in the directory of a crate.
#[derive(Debug)]
pub(crate) struct Earlier {
    /// The directory, without symbolic links.
    root: PathBuf,
    listed: BTreeMap<String, Fingerprint>,
}

impl Earlier {
    /// Looks at the directory `named`, which is `root` without symbolic links. It need not exist.
    ///
    /// # Errors
    ///
    /// When it holds something else than a generated crate.
    pub(crate) fn look(named: &Path, root: &Path) -> Result<Self, Problem> {
        let root = root.to_path_buf();
        if read_regular(&root.join(MANIFEST)).is_some_and(|manifest| is_marked(&manifest)) {
            let list = read_regular(&root.join(LIST)).unwrap_or_default();
            let listed = parse(&String::from_utf8_lossy(&list));
            Ok(Self { root, listed })
        } else if is_vacant(named, &root)? {
            Ok(Self { root, listed: BTreeMap::new() })
        } else {
            Err(Problem::Foreign { path: named.to_path_buf() })
        }
    }

    /// Whether the file at `path`, which contains `content`, is the earlier run's.
    pub(crate) fn left(&self, path: &str, content: &[u8]) -> bool {
        is_marked(content) || self.listed.get(path) == Some(&Fingerprint::of(content))
    }

    /// The files of the earlier run that `files` does not replace.
    pub(crate) fn stale(&self, files: &FileSet) -> Vec<&str> {
        let unwanted = self.listed.keys().map(String::as_str).filter(|path| files.file(path).is_none());
        unwanted.filter(|path| self.content(path).is_some_and(|content| self.left(path, &content))).collect()
    }

    /// The content of a listed file, if its path leads to a file in this directory, and through no link.
    fn content(&self, path: &str) -> Option<Vec<u8>> {
        let whole = self.root.join(path);
        let is_below = Path::new(path).components().all(|component| matches!(component, Component::Normal(_)));
        let is_direct = real_path(&whole).is_ok_and(|real| real == whole);
        if is_below && is_direct { read_regular(&whole) } else { None }
    }
}

/// The content of a file that can be read to its end.
fn read_regular(path: &Path) -> Option<Vec<u8>> {
    let is_regular = fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    if is_regular { fs::read(path).ok() } else { None }
}

/// The list of `files`.
pub(crate) fn list(files: &FileSet) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut list = format!("# {GENERATED} {version}: the files of this crate that it may replace or remove\n");
    for (path, content) in files.iter() {
        list.push_str(&format!("{} {path}\n", Fingerprint::of(content)));
    }
    list
}

fn parse(list: &str) -> BTreeMap<String, Fingerprint> {
    let entry = |line: &str| {
        let (fingerprint, path) = line.split_once(' ')?;
        Some((path.to_string(), fingerprint.parse().ok()?))
    };
    list.lines().filter_map(entry).collect()
}

/// Whether the first line is a comment, of whatever language, that begins with the mark.
fn is_marked(content: &[u8]) -> bool {
    let line = content.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let start = line.iter().position(|byte| !b"#/ ".contains(byte)).unwrap_or(line.len());
    let rest = line[start..].strip_prefix(GENERATED.as_bytes());
    rest.is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}

/// Whether a crate may be written to the directory as to a new one. That it is no directory at all is found with its
/// files.
fn is_vacant(named: &Path, root: &Path) -> Result<bool, Problem> {
    let entries = match fs::read_dir(root) {
        Err(error) if is_absence(&error) => return Ok(true),
        entries => entries.map_err(cannot_read(named))?,
    };
    for entry in entries {
        let name = entry.map_err(cannot_read(named))?.file_name();
        if TOLERATED.iter().all(|tolerated| name != *tolerated) {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_begins_the_first_line() {
        for (content, expected) in [
            ("# @generated by wasm-rpc-stubgen", true),
            ("# @generated by wasm-rpc-stubgen 0.1.0\r\n[package]", true),
            ("// @generated by wasm-rpc-stubgen 0.1.0\n", true),
            ("//! @generated by wasm-rpc-stubgen 0.1.0\n", false),
            ("// was @generated by wasm-rpc-stubgen 0.1.0\n", false),
            ("// @generated by wasm-rpc-stubgenerator\n", false),
            ("\n# @generated by wasm-rpc-stubgen\n", false),
            ("", false),
            ("###", false),
        ] {
            assert_eq!(is_marked(content.as_bytes()), expected, "{content:?}");
        }
    }

    #[test]
    fn a_list_is_read_as_it_is_written() {
        let mut files = FileSet::new();
        files.insert("a", "1");
        files.insert("b c/d", "2");
        let listed = parse(&list(&files));
        assert_eq!(listed.keys().collect::<Vec<_>>(), ["a", "b c/d"]);
        assert_eq!(listed["b c/d"], Fingerprint::of(b"2"));
    }
}
