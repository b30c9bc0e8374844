//! The files of an emitter: an ordered map from relative path to content, in memory.

use std::collections::BTreeMap;

/// Files by their path, relative to a root that the caller chooses.
///
/// Paths are written with `/`, are never absolute and never contain `..`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSet {
    files: BTreeMap<String, Vec<u8>>,
}

impl FileSet {
    /// An empty set.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a file; its path is a new one.
    pub(crate) fn insert(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        let path = path.into();
        let previous = self.files.insert(path.clone(), content.into());
        assert!(previous.is_none(), "`{path}` is emitted once");
    }

    /// The content of the file at `path`.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// All files, ordered by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, content)| (path.as_str(), content.as_slice()))
    }

    /// All paths and contents, ordered by path.
    pub fn into_files(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.files.into_iter()
    }
}
