//! The files that a plan was made from, to be read again before the plan is applied.
//!
//! A plan can be wrong even if the files that it writes have not changed: another run may have begun to use a package that
//! this plan removes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::ownership::OWNERSHIP_FILE;

/// What a run reads, and therefore must not write.
#[derive(Debug, Clone)]
pub enum Source {
    /// A single file.
    File(PathBuf),
    /// The directory of a WIT package: its `*.wit` files and everything in `deps`.
    WitPackage(PathBuf),
}

/// The content of sources at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot {
    sources: Vec<Source>,
    content: Content,
}

/// Files with their content; missing and unreadable files without.
type Content = BTreeMap<PathBuf, Option<Vec<u8>>>;

impl Snapshot {
    /// Reads `sources`. A file that does not exist is recorded as well.
    pub fn take(sources: Vec<Source>) -> Self {
        let content = read(&sources);
        Self { sources, content }
    }

    /// A path whose content has changed since.
    pub(crate) fn changed(&self) -> Option<PathBuf> {
        let now = read(&self.sources);
        let paths: BTreeSet<&PathBuf> = self.content.keys().chain(now.keys()).collect();
        paths.into_iter().find(|path| self.content.get(*path) != now.get(*path)).cloned()
    }
}

fn read(sources: &[Source]) -> Content {
    let mut content = Content::new();
    for source in sources {
        match source {
            Source::File(path) => read_file(&mut content, path),
            Source::WitPackage(root) => {
                read_directory(&mut content, root);
                for folder in read_directory(&mut content, &root.join("deps")) {
                    read_directory(&mut content, &folder);
                }
            }
        }
    }
    content
}

/// Reads the files in a directory that belong to a WIT package, and returns the directories in it.
fn read_directory(content: &mut Content, directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path());
    let (directories, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let is_read = |path: &&PathBuf| {
        let is_wit = path.extension().is_some_and(|extension| extension == "wit" || extension == "wasm");
        is_wit || path.file_name().is_some_and(|name| name == OWNERSHIP_FILE)
    };
    files.iter().filter(is_read).for_each(|path| read_file(content, path));
    directories
}

fn read_file(content: &mut Content, path: &Path) {
    // A pipe can be read only once.
    let bytes = if path.is_file() { fs::read(path).ok() } else { None };
    content.insert(path.to_path_buf(), bytes);
}
