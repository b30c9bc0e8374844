//! What a run has read before it made its plan, to be read again when no other run can write.
//!
//! A plan that was made from a file is wrong when that file has changed since, even where the plan leaves the file alone:
//! another run may have begun to use a package that this one removes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::generated::LIST;
use crate::outputs::Source;

/// Sources as they were.
#[derive(Debug, Clone)]
pub struct Reading {
    sources: Vec<Source>,
    /// Files with their contents; directories, and what cannot be read, without.
    seen: BTreeMap<PathBuf, Option<Vec<u8>>>,
}

impl Reading {
    /// Reads `sources`. What is not there is noted as well.
    pub fn of(sources: Vec<Source>) -> Self {
        let seen = look(&sources);
        Self { sources, seen }
    }

    /// A path that is not as it was.
    pub(crate) fn changed(&self) -> Option<PathBuf> {
        let now = look(&self.sources);
        let paths: BTreeSet<&PathBuf> = self.seen.keys().chain(now.keys()).collect();
        paths.into_iter().find(|path| self.seen.get(*path) != now.get(*path)).cloned()
    }

    /// The directories that were read, without symbolic links.
    pub(crate) fn directories(&self) -> impl Iterator<Item = PathBuf> {
        let inside = self.seen.keys().filter(|path| path.is_dir()).map(PathBuf::as_path);
        let all: BTreeSet<&Path> = self.seen.keys().filter_map(|path| path.parent()).chain(inside).collect();
        all.into_iter().filter_map(|path| {
            let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
            fs::canonicalize(path).ok()
        })
    }
}

fn look(sources: &[Source]) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut seen = BTreeMap::new();
    for source in sources {
        match source {
            Source::File(path) => note(&mut seen, path),
            Source::WitPackage(root) => {
                note_entries(&mut seen, root);
                let deps = root.join("deps");
                for folder in note_entries(&mut seen, &deps) {
                    note_entries(&mut seen, &folder);
                }
            }
        }
    }
    seen
}

/// Notes what is in a directory, and gives the directories in it.
fn note_entries(seen: &mut BTreeMap<PathBuf, Option<Vec<u8>>>, directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let (directories, files): (Vec<PathBuf>, Vec<PathBuf>) =
        entries.map(|entry| entry.path()).partition(|path| path.is_dir());
    let is_read = |path: &&PathBuf| {
        let is_wit = path.extension().is_some_and(|extension| extension == "wit" || extension == "wasm");
        is_wit || path.file_name().is_some_and(|name| name == LIST)
    };
    files.iter().filter(is_read).for_each(|path| note(seen, path));
    seen.extend(directories.iter().map(|path| (path.clone(), None)));
    directories
}

fn note(seen: &mut BTreeMap<PathBuf, Option<Vec<u8>>>, path: &Path) {
    // A pipe can be read but once.
    let content = if path.is_file() { fs::read(path).ok() } else { None };
    seen.insert(path.to_path_buf(), content);
}
