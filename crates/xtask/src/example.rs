//! A caller's copy of the stub's WIT, compared with the output of today's tool.
//!
//! The caller's crate is compiled from the copy, so an outdated copy would show an old tool.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::shell::{capture, run};

/// What to do if the copy differs.
#[derive(Clone, Copy)]
pub enum CheckedInWit {
    /// Fail.
    Compare,
    /// Rewrite it.
    Rewrite,
}

/// Files by their path relative to a folder.
pub type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Runs `add-stub-dependency` of our `tool` from `stub` to `caller`: for real, or as a dry run that must plan no change.
pub fn check(mut tool: Command, stub: &Path, caller: &Path, wit: CheckedInWit) -> Result<()> {
    tool.args(["add-stub-dependency", "--overwrite", "-s"]).arg(stub).arg("-d").arg(caller);
    match wit {
        CheckedInWit::Rewrite => run(&mut tool),
        CheckedInWit::Compare => {
            let plan = capture(tool.arg("--dry-run"))?;
            let changes: Vec<&str> = plan.lines().filter(|line| !line.starts_with("unchanged ")).collect();
            if changes.is_empty() {
                return Ok(());
            }
            let (caller, changes) = (caller.display(), changes.join("\n  "));
            bail!(
                "{caller} has an outdated copy of the stub:\n  {changes}\nhint: run `cargo xtask demo --bless` to rewrite it"
            )
        }
    }
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
