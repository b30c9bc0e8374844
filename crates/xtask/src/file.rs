//! Writing files that may exist, and removing folders.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes a file unless it already has these bytes, so that its mtime stays.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    let folder = path.parent().context("a file is in a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))
}

/// Removes a folder and everything in it, if it exists.
pub fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}
