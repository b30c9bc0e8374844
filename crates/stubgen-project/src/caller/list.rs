//! The list in a stub's folder of `deps/`: the files that belong to the stub, for the next addition of it.
//!
//! A file belongs to a stub as long as it is what the list says. Only such a file is ever removed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

use crate::fingerprint::Fingerprint;
use crate::generated;

/// Paths below the caller's WIT, and what the files are.
pub(super) struct List {
    files: BTreeMap<String, Fingerprint>,
}

impl List {
    pub fn new() -> Self {
        Self { files: BTreeMap::new() }
    }

    /// The list at `path` below `root`; empty when there is none.
    pub fn read(root: &Path, path: Option<&str>) -> Self {
        let content = path.and_then(|path| fs::read(root.join(path)).ok()).unwrap_or_default();
        let mut files = generated::parse(&String::from_utf8_lossy(&content));
        files.retain(|path, _| {
            Path::new(path).starts_with("deps")
                && Path::new(path).components().all(|component| matches!(component, Component::Normal(_)))
        });
        Self { files }
    }

    /// Whether the file at `path`, with this content, is as the list says.
    pub fn left(&self, path: &str, content: &[u8]) -> bool {
        self.files.get(path) == Some(&Fingerprint::of(content))
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
        self.files.insert(path.to_string(), Fingerprint::of(content));
    }

    /// Takes over what an earlier list says about a file.
    pub fn keep(&mut self, earlier: &Self, path: &str) {
        if let Some(fingerprint) = earlier.files.get(path) {
            self.files.insert(path.to_string(), *fingerprint);
        }
    }

    pub fn render(&self) -> String {
        generated::render(self.files.iter().map(|(path, fingerprint)| (path.as_str(), *fingerprint)))
    }
}
