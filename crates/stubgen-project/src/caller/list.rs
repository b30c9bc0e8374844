//! The list in a stub's folder of `deps/`: the files that belong to the stub, for the next addition of it.
//!
//! A file belongs to a stub as long as it is what the list says. Only such a file is ever removed.
//!
//! The list is written before the files: a run that is killed in between has not lost what it was about to leave. So a
//! file that changes is listed as it was and as it is to be, and belongs to the stub either way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path};

use crate::fingerprint::Fingerprint;
use crate::generated;

/// Paths below the caller's WIT, and what the files may be.
pub(super) struct List {
    files: BTreeMap<String, BTreeSet<Fingerprint>>,
}

impl List {
    pub fn new() -> Self {
        Self { files: BTreeMap::new() }
    }

    /// The list at `path` below `root`; empty when there is none.
    pub fn read(root: &Path, path: Option<&str>) -> Self {
        let content = path.and_then(|path| fs::read(root.join(path)).ok()).unwrap_or_default();
        let mut list = Self::new();
        for (path, fingerprint) in generated::entries(&String::from_utf8_lossy(&content)) {
            let is_below = Path::new(&path).components().all(|component| matches!(component, Component::Normal(_)));
            if is_below && Path::new(&path).starts_with("deps") {
                list.files.entry(path).or_default().insert(fingerprint);
            }
        }
        list
    }

    /// Whether the file at `path`, with this content, is as the list says.
    pub fn left(&self, path: &str, content: &[u8]) -> bool {
        self.files.get(path).is_some_and(|fingerprints| fingerprints.contains(&Fingerprint::of(content)))
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub fn add(&mut self, path: &str, content: &[u8]) {
        self.files.entry(path.to_string()).or_default().insert(Fingerprint::of(content));
    }

    /// Takes over what an earlier list says about a file.
    pub fn keep(&mut self, earlier: &Self, path: &str) {
        if let Some(fingerprints) = earlier.files.get(path) {
            self.files.insert(path.to_string(), fingerprints.clone());
        }
    }

    pub fn render(&self) -> String {
        let lines = self
            .files
            .iter()
            .flat_map(|(path, fingerprints)| fingerprints.iter().map(|fingerprint| (path.as_str(), *fingerprint)));
        generated::render(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_be_what_it_was_and_what_it_is_to_be() {
        let directory = tempfile::TempDir::new().expect("a directory");
        let mut list = List::new();
        list.add("deps/a/a.wit", b"old");
        list.add("deps/a/a.wit", b"new");
        list.add("deps/b.wit", b"b");
        fs::write(directory.path().join("list"), list.render()).expect("a file");
        let read = List::read(directory.path(), Some("list"));
        assert_eq!(read.render(), list.render());
        assert!(read.left("deps/a/a.wit", b"old") && read.left("deps/a/a.wit", b"n\rew"));
        assert!(!read.left("deps/a/a.wit", b"b") && !read.left("deps/b.wit", b"old"));
        assert!(List::read(directory.path(), None).is_empty());
    }

    #[test]
    fn what_is_not_in_deps_is_not_listed() {
        let directory = tempfile::TempDir::new().expect("a directory");
        for path in ["a.wit", "deps/../a.wit", "/deps/a.wit", "../deps/a.wit", "", "./deps/a.wit/../../b"] {
            fs::write(directory.path().join("list"), format!("cbf29ce484222325 {path}\n")).expect("a file");
            assert!(List::read(directory.path(), Some("list")).is_empty(), "{path}");
        }
    }
}
