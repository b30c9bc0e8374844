//! A stub's crate in a temporary directory, as the only member of a workspace.
//!
//! ```text
//! /tmp/wasm-rpc-stubgen-Xy12/Cargo.toml                     the workspace: cargo looks for no other one above
//! /tmp/wasm-rpc-stubgen-Xy12/stub-0123456789abcdef/         the crate
//! ```
//!
//! cargo tells crates of a workspace apart by their place in it. The folder is named after the content, so that stubs
//! with one name, compiled at the same time into one `CARGO_TARGET_DIR`, are not confused with each other, and so that
//! the same content gives the same component.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use tempfile::TempDir;
use wasm_rpc_stubgen_core::FileSet;
use wasm_rpc_stubgen_files::Outputs;

use super::error::CargoError;
use crate::Error;

/// The directory; it is removed when this value is dropped.
pub(super) struct Scratch {
    _directory: TempDir,
    /// `Cargo.toml` of the crate.
    pub(super) manifest: PathBuf,
}

impl Scratch {
    /// Writes the crate.
    pub(super) fn write(files: &FileSet) -> Result<Self, Error> {
        let directory = temporary_directory()?;
        let workspace = directory.path();
        let member = format!("stub-{:016x}", hash(files));
        let mut outputs = Outputs::new();
        outputs.add_file(
            &workspace.join("Cargo.toml"),
            format!("[workspace]\nresolver = \"3\"\nmembers = [\"{member}\"]\n"),
        );
        outputs.add_crate(&workspace.join(&member), files.iter());
        outputs.plan()?.apply()?;
        let manifest = workspace.join(member).join("Cargo.toml");
        Ok(Self { _directory: directory, manifest })
    }
}

/// An empty directory; it is removed when the value is dropped.
pub(crate) fn temporary_directory() -> Result<TempDir, CargoError> {
    let parent = std::env::temp_dir();
    let directory = tempfile::Builder::new().prefix("wasm-rpc-stubgen-").tempdir_in(&parent);
    directory.map_err(|source| CargoError::Scratch { parent, kind: source.kind() })
}

fn hash(files: &FileSet) -> u64 {
    let mut hasher = DefaultHasher::new();
    files.iter().for_each(|file| file.hash(&mut hasher));
    hasher.finish()
}
