//! What a later run may write anew: whose directory it is, and which files in it are ours.
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
//! A WIT package that is written by itself has a list as well, in its own directory.
//!
//! A crate's file that is not ours is never changed. One is removed when it is ours, is in the list of the earlier run,
//! and is not wanted any more. A marked file is ours whatever else was done to it; that is what the mark says.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use stubgen_emit::{FileSet, GENERATED};

use crate::disk::is_temporary;
use crate::fingerprint::Fingerprint;
use crate::original_crate;
use crate::place::{is_absence, real_path};
use crate::problem::{Problem, cannot_read};

/// The file whose mark makes a directory ours.
const MANIFEST: &str = "Cargo.toml";

/// The list of generated files, in the directory of the crate or the package.
pub(crate) const LIST: &str = ".wasm-rpc-stubgen";

/// The folder of a crate that is a WIT package.
pub(crate) const CRATE_WIT: &str = "wit";

/// What may lie in a directory that counts as empty: what cargo makes there, and what keeps it out of a repository.
pub(crate) const TOLERATED: [&str; 3] = ["Cargo.lock", "target", ".gitignore"];

/// What an earlier run has left in the directory of a crate.
#[derive(Debug)]
pub(crate) struct Earlier {
    /// The directory, without symbolic links.
    root: PathBuf,
    listed: BTreeMap<String, Fingerprint>,
}

/// Whether the crate in `folder` was generated, by this tool or by the original.
pub fn is_generated_crate(folder: &Path) -> bool {
    let is_marked = read_regular(&folder.join(MANIFEST)).is_some_and(|manifest| is_marked(&manifest));
    is_marked || original_crate::files(folder).is_some()
}

impl Earlier {
    /// Looks at the directory of a crate, `named`, which is `root` without symbolic links. It need not exist.
    ///
    /// # Errors
    ///
    /// When it holds something else than a generated crate, by this tool or by the original, or the package of one in
    /// its place.
    pub(crate) fn of_crate(named: &Path, root: &Path) -> Result<Self, Problem> {
        if read_regular(&root.join(MANIFEST)).is_some_and(|manifest| is_marked(&manifest)) {
            let mut earlier = Self::of_package(root);
            // A package in whose place the crate is being written, by a run that was killed.
            earlier.listed.extend(Self::of_package(&root.join(CRATE_WIT)).listed_in_crate());
            Ok(earlier)
        } else if let Some(package) = Self::of_lone_package(named, root)? {
            Ok(package)
        } else if let Some(files) = original_crate::files(root) {
            let listed = files.into_iter().filter_map(|path| {
                let fingerprint = Fingerprint::of(&read_regular(&root.join(&path))?);
                Some((path, fingerprint))
            });
            Ok(Self { root: root.to_path_buf(), listed: listed.collect() })
        } else {
            Err(Problem::Foreign { path: named.to_path_buf() })
        }
    }

    /// Looks at the directory of a WIT package, without symbolic links. It need not exist.
    pub(crate) fn of_package(root: &Path) -> Self {
        let list = read_regular(&root.join(LIST)).unwrap_or_default();
        Self { root: root.to_path_buf(), listed: parse(&String::from_utf8_lossy(&list)) }
    }

    /// What is in the directory of a crate that holds at most a WIT package, and nothing in that that is not ours.
    fn of_lone_package(named: &Path, root: &Path) -> Result<Option<Self>, Problem> {
        let entries = match fs::read_dir(root) {
            Err(error) if is_absence(&error) => Ok(Vec::new()),
            entries => entries.and_then(Iterator::collect::<io::Result<Vec<_>>>),
        };
        let mut package = Self { root: root.to_path_buf(), listed: BTreeMap::new() };
        for entry in entries.map_err(cannot_read(named))? {
            let name = entry.file_name();
            if name == CRATE_WIT {
                let folder = Self::of_package(&entry.path());
                if !folder.left_everything() {
                    return Ok(None);
                }
                package.listed = folder.listed_in_crate();
            } else if TOLERATED.iter().all(|tolerated| name != *tolerated) && !is_litter(&entry.path()) {
                return Ok(None);
            }
        }
        Ok(Some(package))
    }

    /// What is listed in a package's directory and the list itself, by their paths in the crate around it.
    fn listed_in_crate(&self) -> BTreeMap<String, Fingerprint> {
        let files = self.listed.iter().map(|(path, at)| (format!("{CRATE_WIT}/{path}"), *at));
        let list =
            read_regular(&self.root.join(LIST)).map(|list| (format!("{CRATE_WIT}/{LIST}"), Fingerprint::of(&list)));
        files.chain(list).collect()
    }

    /// Whether all files in the directory are the earlier run's.
    fn left_everything(&self) -> bool {
        let mut directories = vec![self.root.clone()];
        while let Some(directory) = directories.pop() {
            let Ok(entries) = fs::read_dir(&directory) else {
                return false;
            };
            for path in entries.map(|entry| entry.map(|entry| entry.path())) {
                match path.ok().and_then(|path| Some((fs::symlink_metadata(&path).ok()?, path))) {
                    Some((metadata, path)) if metadata.is_dir() => directories.push(path),
                    Some((metadata, path)) if metadata.is_file() && (is_litter(&path) || self.left_file(&path)) => {}
                    _ => return false,
                }
            }
        }
        true
    }

    /// Whether the file at `path`, in the directory, is the earlier run's.
    fn left_file(&self, path: &Path) -> bool {
        let name = path.strip_prefix(&self.root).ok().and_then(Path::to_str);
        name.is_some_and(|name| name == LIST || fs::read(path).is_ok_and(|content| self.left(name, &content)))
    }

    /// Whether the file at `path`, which contains `content`, is the earlier run's.
    pub(crate) fn left(&self, path: &str, content: &[u8]) -> bool {
        is_marked(content) || self.listed.get(path) == Some(&Fingerprint::of(content))
    }

    /// Everything that is to go with the directory, what makes it ours at the end: a run that is killed is completed.
    pub(crate) fn all(&self) -> Vec<&str> {
        let nothing = FileSet::new();
        let mut all = self.stale(&nothing);
        let manifest = read_regular(&self.root.join(MANIFEST)).filter(|manifest| is_marked(manifest));
        if manifest.is_some() && !all.contains(&MANIFEST) {
            all.push(MANIFEST);
        }
        all.push(LIST);
        all.sort_by_key(|path| (*path == MANIFEST, path.ends_with(LIST)));
        all
    }

    /// The files of the earlier run that `files` does not replace; also those that are gone, whose directories may not be.
    pub(crate) fn stale(&self, files: &FileSet) -> Vec<&str> {
        let unwanted = self.listed.keys().map(String::as_str).filter(|path| files.file(path).is_none());
        unwanted.filter(|path| self.may_go(path)).collect()
    }

    /// Whether a listed path leads to a file in this directory, through no link, that is as it was listed or gone.
    fn may_go(&self, path: &str) -> bool {
        let whole = self.root.join(path);
        let is_below = Path::new(path).components().all(|component| matches!(component, Component::Normal(_)));
        let is_direct = real_path(&whole).is_ok_and(|real| real == whole);
        is_below
            && is_direct
            && match fs::symlink_metadata(&whole) {
                Ok(_) => read_regular(&whole).is_some_and(|content| self.left(path, &content)),
                Err(error) => is_absence(&error),
            }
    }
}

/// Whether at `path` is nothing but what a killed run has left: a temporary file, or directories with such files alone.
fn is_litter(path: &Path) -> bool {
    let Ok(metadata) = fs::symlink_metadata(path) else {
        return false;
    };
    if metadata.is_dir() {
        fs::read_dir(path)
            .is_ok_and(|mut entries| entries.all(|entry| entry.is_ok_and(|entry| is_litter(&entry.path()))))
    } else {
        metadata.is_file() && path.file_name().is_some_and(is_temporary)
    }
}

/// The content of a file that can be read to its end.
fn read_regular(path: &Path) -> Option<Vec<u8>> {
    let is_regular = fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    if is_regular { fs::read(path).ok() } else { None }
}

/// The list of `files`.
pub(crate) fn list(files: &FileSet) -> String {
    render(files.iter().map(|(path, content)| (path, Fingerprint::of(content))))
}

/// The list of files with these paths and fingerprints.
pub(crate) fn render<'a>(files: impl Iterator<Item = (&'a str, Fingerprint)>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut list = format!("# {GENERATED} {version}: the files here that it may replace or remove\n");
    for (path, fingerprint) in files {
        list.push_str(&format!("{fingerprint} {path}\n"));
    }
    list
}

fn parse(list: &str) -> BTreeMap<String, Fingerprint> {
    entries(list).collect()
}

/// The paths and fingerprints in a list.
pub(crate) fn entries(list: &str) -> impl Iterator<Item = (String, Fingerprint)> {
    let entry = |line: &str| {
        let (fingerprint, path) = line.split_once(' ')?;
        Some((path.to_string(), fingerprint.parse().ok()?))
    };
    list.lines().filter_map(entry)
}

/// Whether the first line is a comment, of whatever language, that begins with the mark.
fn is_marked(content: &[u8]) -> bool {
    let line = content.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let start = line.iter().position(|byte| !b"#/ ".contains(byte)).unwrap_or(line.len());
    let rest = line[start..].strip_prefix(GENERATED.as_bytes());
    rest.is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
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
