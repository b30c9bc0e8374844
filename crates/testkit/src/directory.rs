//! A temporary directory: files are written to it by their relative paths, and compared as a whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A temporary directory with its real path, so that tests can compare messages that contain it.
pub struct Directory {
    _temporary: TempDir,
    root: PathBuf,
}

impl Directory {
    /// An empty directory.
    #[expect(clippy::new_without_default, reason = "it is created on disk")]
    pub fn new() -> Self {
        let temporary = TempDir::new().expect("a temporary directory can be created");
        let root = temporary.path().canonicalize().expect("the directory exists");
        // Windows' own spelling, which programs do not use.
        let root = root.to_str().and_then(|root| root.strip_prefix(r"\\?\")).map_or(root.clone(), PathBuf::from);
        Self { _temporary: temporary, root }
    }

    /// A directory with these files, each a path and its content.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let directory = Self::new();
        for (path, content) in files {
            directory.write(path, content);
        }
        directory
    }

    /// The directory itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path in it.
    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// Writes a file, and creates the directories above it.
    pub fn write(&self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("the path is below the root")).expect("a directory can be created");
        // Remove it first: some file systems wait for the disk when a file is truncated and written.
        let _ = fs::remove_file(&path);
        fs::write(path, content).expect("a file can be written");
    }

    /// The content of a text file.
    #[track_caller]
    pub fn text(&self, path: impl AsRef<Path>) -> String {
        let path = self.path(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

/// What is at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A directory.
    Directory,
    /// A symbolic link, with its target.
    Link(PathBuf),
    /// A file, with its content.
    File(Vec<u8>),
    /// A pipe, a socket or a device.
    Other,
}

/// Everything below `root` by its path relative to `root`, without following links.
pub fn tree(root: &Path) -> BTreeMap<PathBuf, Entry> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).expect("a directory can be listed") {
            let entry = entry.expect("a directory can be listed");
            let (path, kind) = (entry.path(), entry.file_type().expect("an entry has a type"));
            let content = if kind.is_dir() {
                open.push(path.clone());
                Entry::Directory
            } else if kind.is_symlink() {
                Entry::Link(fs::read_link(&path).expect("a link can be read"))
            } else if kind.is_file() {
                Entry::File(fs::read(&path).expect("a file can be read"))
            } else {
                Entry::Other
            };
            found.insert(path.strip_prefix(root).expect("the path is below the root").to_path_buf(), content);
        }
    }
    found
}

/// The files below `root` by their relative paths, with their content.
pub fn files(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let file = |(path, entry)| match entry {
        Entry::File(content) => Some((path, content)),
        Entry::Directory | Entry::Link(_) | Entry::Other => None,
    };
    tree(root).into_iter().filter_map(file).collect()
}
