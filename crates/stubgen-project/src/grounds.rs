//! What the outputs of a run must stay in, and out of: directories and files in real paths.

use std::path::{Path, PathBuf};

use crate::place;
use crate::problem::Problem;

/// What an output may not touch, in real paths.
#[derive(Debug, Default)]
pub(crate) struct Grounds {
    pub(crate) files: Vec<Located>,
    /// The directories of sets of files.
    pub(crate) roots: Vec<Located>,
    /// Packages that are read.
    pub(crate) sources: Vec<Located>,
    /// Packages that are written.
    pub(crate) packages: Vec<Located>,
}

impl Grounds {
    /// The directory of a set of files.
    pub(crate) fn root(&self, named: &Path) -> Option<&Located> {
        self.roots.iter().find(|root| root.named == *named)
    }

    /// The problems of files that are read and would be parts of a package that is written.
    pub(crate) fn sources_in_packages(&self) -> impl Iterator<Item = Problem> {
        self.packages.iter().flat_map(|package| {
            let inside = self.files.iter().filter(|file| package.reads(&file.real));
            inside.map(|file| Problem::JoinsPackage { path: file.named.clone(), package: package.named.clone() })
        })
    }
}

/// A path as the user wrote it, and what it means.
#[derive(Debug)]
pub(crate) struct Located {
    pub(crate) named: PathBuf,
    pub(crate) real: PathBuf,
}

impl Located {
    pub(crate) fn at(named: &Path) -> Result<Self, Problem> {
        Ok(Self { named: named.to_path_buf(), real: place::real_path(named)? })
    }

    /// Whether a file at `path` is read as a part of the WIT package in the directory that this is: `*.wit` beside each other, and
    /// everything in `deps` (`wit_parser::Resolve::push_dir`).
    pub(crate) fn reads(&self, path: &Path) -> bool {
        let is_wit = path.extension().is_some_and(|extension| extension == "wit");
        is_wit && path.parent() == Some(&self.real) || path.starts_with(self.real.join("deps"))
    }
}
