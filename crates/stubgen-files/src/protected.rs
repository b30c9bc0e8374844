//! The files and directories that the outputs of a run must not touch, and those that they must stay in.

use std::path::{Path, PathBuf};

use crate::destination::real_path;
use crate::problem::Problem;

/// What an output must not touch, in real paths.
#[derive(Debug, Default)]
pub(crate) struct ProtectedPaths {
    /// Files that are read.
    pub(crate) files: Vec<Located>,
    /// WIT packages that are read.
    pub(crate) sources: Vec<Located>,
    /// The directories of sets of files.
    pub(crate) roots: Vec<Located>,
    /// WIT packages that are written.
    pub(crate) packages: Vec<Located>,
}

impl ProtectedPaths {
    /// The directory of a set of files.
    pub(crate) fn root(&self, named: &Path) -> Option<&Located> {
        self.roots.iter().find(|root| root.named == *named)
    }

    /// The problems of files that are read and would become parts of a package that is written.
    pub(crate) fn sources_in_packages(&self) -> impl Iterator<Item = Problem> {
        self.packages.iter().flat_map(|package| {
            let inside = self.files.iter().filter(|file| package.contains(&file.real));
            inside.map(|file| Problem::JoinsPackage { path: file.named.clone(), package: package.named.clone() })
        })
    }
}

/// A path as the user wrote it, and without symbolic links.
#[derive(Debug)]
pub(crate) struct Located {
    pub(crate) named: PathBuf,
    pub(crate) real: PathBuf,
}

impl Located {
    pub(crate) fn at(named: &Path) -> Result<Self, Problem> {
        Ok(Self { named: named.to_path_buf(), real: real_path(named)? })
    }

    /// Whether tools read a file at `path` as a part of the WIT package in this directory: `*.wit` in it, and everything
    /// in `deps` (`wit_parser::Resolve::push_dir`).
    pub(crate) fn contains(&self, path: &Path) -> bool {
        let is_wit = path.extension().is_some_and(|extension| extension == "wit");
        is_wit && path.parent() == Some(&self.real) || path.starts_with(self.real.join("deps"))
    }
}
