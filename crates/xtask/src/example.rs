//! A caller's copy of the stub's WIT against what the tool writes today.
//!
//! The caller's crate is compiled from the copy, so a copy that is out of date would show an old tool.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::file::{remove_folder, write_if_changed};

/// Where a caller has the stub's package, below its `wit/deps`.
const STUB_PACKAGE: &str = "shopping_purchase-history-stub";

/// What to do about a copy that differs.
#[derive(Clone, Copy)]
pub enum CheckedInWit {
    /// It is an error.
    Compare,
    /// It is written again.
    Rewrite,
}

/// Files by their path below some folder.
pub type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Compares `deps`, the caller's, with the WIT package that `build` wrote to `stub`; or rewrites it.
pub fn check(stub: &Path, deps: &Path, wit: CheckedInWit) -> Result<()> {
    let written = as_deps(read_tree(stub)?);
    let differences = differences(&read_tree(deps)?, &written);
    match wit {
        CheckedInWit::Rewrite => rewrite(deps, &written),
        CheckedInWit::Compare if differences.is_empty() => Ok(()),
        CheckedInWit::Compare => bail!(
            "{} is not what `wasm-rpc-stubgen build` writes:\n{}\nhint: `cargo xtask demo --bless` rewrites it",
            deps.display(),
            differences.join("\n")
        ),
    }
}

/// A stub's WIT package as a caller has it: the package itself becomes one of the dependencies.
fn as_deps(package: Tree) -> Tree {
    let place = |path: PathBuf| match path.strip_prefix("deps") {
        Ok(dependency) => dependency.to_path_buf(),
        Err(_) => Path::new(STUB_PACKAGE).join(path),
    };
    package.into_iter().map(|(path, text)| (place(path), text)).collect()
}

/// One line for each file that is not the same in both.
fn differences(present: &Tree, written: &Tree) -> Vec<String> {
    let paths: BTreeSet<_> = present.keys().chain(written.keys()).collect();
    let difference = |path: &PathBuf| match (present.get(path), written.get(path)) {
        (Some(ours), Some(theirs)) if ours == theirs => None,
        (Some(_), Some(_)) => Some(format!("  {} differs", path.display())),
        (None, _) => Some(format!("  {} is missing", path.display())),
        (_, None) => Some(format!("  {} is not part of it", path.display())),
    };
    paths.into_iter().filter_map(difference).collect()
}

fn rewrite(deps: &Path, written: &Tree) -> Result<()> {
    remove_folder(deps)?;
    written.iter().try_for_each(|(path, text)| write_if_changed(&deps.join(path), text))
}

/// All files below `root`.
pub fn read_tree(root: &Path) -> Result<Tree> {
    let mut tree = Tree::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            tree.insert(path.strip_prefix(root)?.to_path_buf(), text);
        }
    }
    Ok(tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        files.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_package_is_placed_among_the_dependencies() {
        let package = tree(&[("_stub.wit", "stub"), ("deps/wasm-rpc/wasm-rpc.wit", "rpc")]);
        let expected = tree(&[("shopping_purchase-history-stub/_stub.wit", "stub"), ("wasm-rpc/wasm-rpc.wit", "rpc")]);
        assert_eq!(as_deps(package), expected);
    }

    #[test]
    fn every_kind_of_difference_is_named() {
        let present = tree(&[("a", "1"), ("b", "1"), ("d", "1")]);
        let written = tree(&[("a", "1"), ("b", "2"), ("c", "1")]);
        assert_eq!(differences(&present, &written), ["  b differs", "  c is missing", "  d is not part of it"]);
    }
}
