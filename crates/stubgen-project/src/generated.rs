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
//! Where there is no list yet, it is written first: whatever follows can be told to be ours when the run is killed. A list
//! that is there is replaced at the end: until then it tells which of the old files are ours, and files that are new
//! already are what the next run wants.
//!
//! A crate that the original tool has generated, whose manifest and source tell so, is ours with all its files
//! (`original_crate`). The list in a caller's `deps/` has this form, too, but other paths (`caller::list`).
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
    /// What each file was generated as, by this list or that.
    listed: BTreeMap<String, Vec<Fingerprint>>,
    listing: Listing,
}

/// By what it is known which files are ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listing {
    /// By the mark, or by the list of a package inside.
    None,
    /// By a list here.
    Own,
    /// They are the original tool's, as its manifest tells.
    Original,
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
        let earlier = Self::of_package(root).with_package_inside();
        let is_generated = read_regular(&root.join(MANIFEST)).is_some_and(|manifest| is_marked(&manifest));
        if is_generated || earlier.left_everything(named)? {
            return Ok(earlier);
        }
        let files = original_crate::files(root).ok_or_else(|| Problem::Foreign { path: named.to_path_buf() })?;
        let listed = files.into_iter().map(|path| {
            let content = read_regular(&root.join(&path));
            (path, content.iter().map(|content| Fingerprint::of(content)).collect())
        });
        Ok(Self { root: root.to_path_buf(), listed: listed.collect(), listing: Listing::Original })
    }

    /// Looks at the directory of a stub, `named`, which is `root` without symbolic links: the stub is a crate, or a WIT
    /// package whose list tells which files are ours, whatever else is there.
    ///
    /// # Errors
    ///
    /// When it holds neither, and is not empty.
    pub(crate) fn of_stub(named: &Path, root: &Path) -> Result<Self, Problem> {
        let earlier = Self::of_package(root).with_package_inside();
        let has_package = earlier.listed.contains_key(&joined(CRATE_WIT, LIST));
        let is_crate = fs::symlink_metadata(root.join(MANIFEST)).is_ok();
        if has_package && !is_crate { Ok(earlier) } else { Self::of_crate(named, root) }
    }

    /// Looks at the directory of a WIT package, without symbolic links. It need not exist.
    pub(crate) fn of_package(root: &Path) -> Self {
        let list = read_regular(&root.join(LIST));
        let listing = if list.is_some() { Listing::Own } else { Listing::None };
        let listed = parse(&String::from_utf8_lossy(&list.unwrap_or_default()));
        let listed = listed.into_iter().map(|(path, fingerprint)| (path, vec![fingerprint])).collect();
        Self { root: root.to_path_buf(), listed, listing }
    }

    /// Adds what the list of the package inside the crate says: the crate may be on the way into the package's place, or
    /// the package into the crate's.
    fn with_package_inside(mut self) -> Self {
        let root = self.root.join(CRATE_WIT);
        let list = read_regular(&root.join(LIST)).filter(|list| is_marked(list));
        let list = list.map(|list| (LIST.to_string(), vec![Fingerprint::of(&list)]));
        for (path, fingerprints) in Self::of_package(&root).listed.into_iter().chain(list) {
            self.listed.entry(format!("{CRATE_WIT}/{path}")).or_default().extend(fingerprints);
        }
        self
    }

    /// Whether the directory of a crate, `named`, holds nothing but what is ours and what cargo makes, or does not exist.
    fn left_everything(&self, named: &Path) -> Result<bool, Problem> {
        match self.everything(&TOLERATED) {
            Ok(everything) => Ok(everything.is_some()),
            Err(error) if is_absence(&error) => Ok(true),
            Err(error) => Err(cannot_read(named)(error)),
        }
    }

    /// The files in the directory, but for temporary ones, and the list that each directory without other content could
    /// have; `None` when something is not ours. Nobody asks about what has one of the names in `unasked`.
    fn everything(&self, unasked: &[&str]) -> io::Result<Option<Vec<String>>> {
        let mut everything = Vec::new();
        let mut directories = vec![String::new()];
        while let Some(directory) = directories.pop() {
            let mut is_bare = true;
            for entry in fs::read_dir(self.root.join(&directory))? {
                let entry = entry?;
                let kind = entry.file_type()?;
                let name = entry.file_name();
                let Some(name) = name.to_str() else {
                    return Ok(None);
                };
                let path = joined(&directory, name);
                if unasked.contains(&&*path) || kind.is_file() && is_temporary(name.as_ref()) {
                    continue;
                }
                is_bare = false;
                match kind {
                    kind if kind.is_dir() => directories.push(path),
                    kind if kind.is_file() && self.left_file(&path) => everything.push(path),
                    _ => return Ok(None),
                }
            }
            if is_bare {
                everything.push(joined(&directory, LIST));
            }
        }
        Ok(Some(everything))
    }

    /// Whether the file at `path` was certainly generated: it is listed, or one of those that make a directory ours.
    fn left_file(&self, path: &str) -> bool {
        let Ok(content) = fs::read(self.root.join(path)) else {
            return false;
        };
        match path {
            MANIFEST | LIST => is_marked(&content),
            path => self.listed.contains_key(path) && self.left(path, &content),
        }
    }

    /// Whether the file at `path`, which contains `content`, is the earlier run's.
    pub(crate) fn left(&self, path: &str, content: &[u8]) -> bool {
        let is_listed = |fingerprints: &Vec<Fingerprint>| fingerprints.contains(&Fingerprint::of(content));
        is_marked(content) || self.listed.get(path).is_some_and(is_listed)
    }

    /// When the file at `path` is written or removed, so that a run that is killed is completed by the next: what tells
    /// that the others are ours comes first where it tells of new ones, and last where it tells of old ones.
    pub(crate) fn turn(&self, path: &str) -> u8 {
        match (self.listing, path) {
            (Listing::None, LIST) => 0,
            (Listing::Original, MANIFEST) => 2,
            (Listing::Own | Listing::Original, LIST) => 3,
            (Listing::None | Listing::Own | Listing::Original, _) => 1,
        }
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
        all.sort_by_key(|path| turn_to_go(path));
        all
    }

    /// The files of the earlier run that `files` does not replace; also those that are gone, whose directories may not be.
    pub(crate) fn stale(&self, files: &FileSet) -> Vec<&str> {
        let unwanted = self.listed.keys().map(String::as_str).filter(|path| files.file(path).is_none());
        let mut stale: Vec<&str> = unwanted.filter(|path| self.may_go(path)).collect();
        stale.sort_by_key(|path| turn_to_go(path));
        stale
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

/// Whether a run that made or removed the stub in `folder` was killed before its end, and has left nothing there but
/// what is certainly ours: no file at all, or generated files while others are missing.
pub fn is_unfinished(folder: &Path) -> bool {
    unfinished(folder).is_some()
}

/// What is to go with such a folder, in this order: at each moment, the rest is such a folder as well. A directory that
/// has no files, or temporary ones alone, is said by the list that it could have.
pub(crate) fn unfinished(folder: &Path) -> Option<Vec<String>> {
    let is_directory = fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_dir());
    let own = Earlier::of_package(folder);
    let is_there = |path: &str| folder.join(path).exists();
    let is_whole = is_there(MANIFEST) && is_there(LIST) && own.listed.keys().all(|path| is_there(path));
    if !is_directory || is_whole {
        return None;
    }
    let mut everything = own.with_package_inside().everything(&[]).ok()??;
    everything.sort();
    everything.sort_by_key(|path| turn_to_go(path));
    Some(everything)
}

/// When the file at `path` goes: after those that it tells to be ours.
fn turn_to_go(path: &str) -> (bool, bool) {
    (path == MANIFEST, path.ends_with(LIST))
}

fn joined(directory: &str, name: &str) -> String {
    if directory.is_empty() { name.to_string() } else { format!("{directory}/{name}") }
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
pub(crate) fn is_marked(content: &[u8]) -> bool {
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
