//! The packages of the workspace that are published, and the files that each of them needs a copy of.
//!
//! `cargo package` takes no file from outside a package's folder. So the license, and the WIT that a crate embeds, are copied
//! there; a symbolic link would be a file with a path in it on systems without links.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::file::write_if_changed;
use crate::goldens::Goldens;
use crate::shell::{Workspace, metadata};

/// The WIT that crates embed, by crate.
const EMBEDDED_WIT: [(&str, &str); 3] = [
    ("wasm-rpc-stubgen-model", "wit/wasm-rpc.wit"),
    ("wasm-rpc-stubgen-model", "wit/poll.wit"),
    ("wasm-rpc-stubgen-emit", "wit/stderr.wit"),
];

/// Whether a package is on crates.io.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    Public,
    Never,
}

/// A package of the workspace.
pub struct Package {
    pub name: String,
    version: String,
    folder: PathBuf,
    pub publication: Publication,
}

impl Package {
    /// Its name as that of an archive.
    pub fn full_name(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }
}

/// All packages of the workspace.
pub fn packages() -> Result<Vec<Package>> {
    let metadata = metadata()?;
    let packages = metadata["packages"].as_array().context("`cargo metadata` lists no packages")?;
    packages
        .iter()
        .map(|package| {
            let text = |key: &str| package[key].as_str().with_context(|| format!("a package without `{key}`"));
            let manifest = PathBuf::from(text("manifest_path")?);
            let folder = manifest.parent().context("a manifest is in a folder")?.to_path_buf();
            // `publish = false` is an empty list of registries.
            let publication = if package["publish"].is_array() { Publication::Never } else { Publication::Public };
            Ok(Package { name: text("name")?.to_string(), version: text("version")?.to_string(), folder, publication })
        })
        .collect()
}

/// Compares all copies with the files in the root, or rewrites them.
pub fn check_copies(workspace: &Workspace, goldens: Goldens) -> Result<()> {
    let mut outdated = Vec::new();
    for package in packages()?.iter().filter(|package| package.publication == Publication::Public) {
        let wit = EMBEDDED_WIT.iter().filter(|(name, _)| *name == package.name).map(|(_, file)| *file);
        for file in wit.chain(["LICENSE"]) {
            let original = workspace.root.join(file);
            let original = fs::read(&original).with_context(|| format!("reading {}", original.display()))?;
            let copy = package.folder.join(file);
            match goldens {
                Goldens::Rewrite => write_if_changed(&copy, &original)?,
                Goldens::Compare if fs::read(&copy).is_ok_and(|copy| copy == original) => {}
                Goldens::Compare => outdated.push(copy.display().to_string()),
            }
        }
    }
    ensure!(
        outdated.is_empty(),
        "not the same as the file of this name in the root:\n  {}\nhint: `cargo xtask test --bless` copies it",
        outdated.join("\n  ")
    );
    Ok(())
}
