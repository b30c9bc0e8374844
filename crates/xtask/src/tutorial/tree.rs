//! The files in the user's folder, to find what a command changes: names, contents and mtimes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::example;

/// Cargo's output, which does not belong to the user.
const OUTPUT: &str = "target";

/// The files below a folder, by their paths in it.
pub struct Tree(BTreeMap<PathBuf, File>);

struct File {
    changed: SystemTime,
    content: Vec<u8>,
}

/// Whether a file that was written with the content that it had is one that differs.
#[derive(Clone, Copy)]
pub enum Times {
    Compared,
    Ignored,
}

impl Tree {
    /// What is in `folder`: all files but cargo's output, and of these the `built` ones.
    pub fn read(folder: &Path, built: &[PathBuf]) -> Result<Self> {
        let mut files = BTreeSet::new();
        for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.ends_with(OUTPUT) {
                continue;
            }
            if path.is_dir() {
                let below = example::read_tree(&path)?.into_keys();
                files.extend(below.map(|file| path.join(file)));
            } else {
                files.insert(path);
            }
        }
        let paths = files.into_iter().chain(built.iter().map(|path| folder.join(path)));
        let read = |path: PathBuf| {
            let file = File::read(&path).with_context(|| format!("reading {}", path.display()))?;
            Ok((path.strip_prefix(folder)?.to_path_buf(), file))
        };
        paths.map(read).collect::<Result<_>>().map(Self)
    }

    /// One line for each file that `later` has (`+`), has no longer (`-`) or has otherwise (`~`).
    pub fn differences(&self, later: &Self, times: Times) -> Vec<String> {
        let paths: BTreeSet<_> = self.0.keys().chain(later.0.keys()).collect();
        let difference = |path: &PathBuf| {
            let mark = match (self.0.get(path), later.0.get(path)) {
                (None, _) => "+",
                (_, None) => "-",
                (Some(before), Some(after)) if before.content != after.content => "~",
                (Some(before), Some(after)) => match times {
                    Times::Compared if before.changed != after.changed => "written again:",
                    Times::Compared | Times::Ignored => return None,
                },
            };
            Some(format!("{mark} {}", path.display()))
        };
        paths.into_iter().filter_map(difference).collect()
    }

    /// One line for each file.
    pub fn names(&self) -> Vec<String> {
        self.0.keys().map(|path| format!("  {}", path.display())).collect()
    }
}

impl File {
    fn read(path: &Path) -> Result<Self> {
        Ok(Self { changed: fs::metadata(path)?.modified()?, content: fs::read(path)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str, u64)]) -> Tree {
        let file = |&(path, content, second): &(&str, &str, u64)| {
            let changed = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(second);
            (PathBuf::from(path), File { changed, content: content.as_bytes().to_vec() })
        };
        Tree(files.iter().map(file).collect())
    }

    #[test]
    fn every_kind_of_difference_is_named() {
        let before = tree(&[("a", "1", 1), ("b", "1", 1), ("c", "1", 1), ("d", "1", 1)]);
        let after = tree(&[("a", "1", 1), ("b", "2", 1), ("c", "1", 2), ("e", "1", 1)]);
        let expected = ["~ b", "written again: c", "- d", "+ e"];
        assert_eq!(before.differences(&after, Times::Compared), expected);
        assert_eq!(before.differences(&after, Times::Ignored), ["~ b", "- d", "+ e"]);
        assert!(before.differences(&before, Times::Compared).is_empty());
    }
}
