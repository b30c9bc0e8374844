//! One output of a run, checked against protected paths and against the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::destination::{Destination, is_writable, real_path};
use crate::ownership::CRATE_WIT;
use crate::problem::Problem;
use crate::protected::ProtectedPaths;
use crate::step::{Action, Change, Overwrite, Step};
use crate::wit_files;

/// A file to write or to remove.
#[derive(Debug, Clone)]
pub(crate) struct Output {
    pub(crate) path: PathBuf,
    /// The directory that the file must stay in.
    pub(crate) root: Option<PathBuf>,
    /// The WIT package that it may be a part of.
    pub(crate) package: Option<PathBuf>,
    pub(crate) action: Action,
    pub(crate) overwrite: Overwrite,
}

impl Output {
    pub(crate) fn single(path: &Path, action: Action) -> Self {
        Self { path: path.to_path_buf(), root: None, package: None, action, overwrite: Overwrite::Allowed }
    }

    /// The file at `path` in the WIT package in `root`.
    pub(crate) fn in_package(root: &Path, path: &str, action: Action) -> Self {
        let package = Some(root.to_path_buf());
        Self { root: package.clone(), package, ..Self::single(&root.join(path), action) }
    }

    /// The file at `path` in the crate in `root`.
    pub(crate) fn in_crate(root: &Path, path: &str, action: Action) -> Self {
        let package = Path::new(path).starts_with(CRATE_WIT).then(|| root.join(CRATE_WIT));
        Self { package, ..Self::in_package(root, path, action) }
    }

    /// The step of this output, or what prevents it.
    pub(crate) fn check(&self, protected: &ProtectedPaths) -> Result<Step, Vec<Problem>> {
        let one = |problem| vec![problem];
        let destination = Destination::inspect(&self.path).map_err(one)?;
        let mut problems = Vec::new();
        problems.extend(self.leaves_root(&destination, protected));
        problems.extend(self.touches_protected(&destination, protected));
        problems.extend(self.joins_package(&destination));
        let action = match &self.action {
            Action::Remove { root } => Action::Remove { root: real_path(root).map_err(one)? },
            Action::Write(content) => Action::Write(content.clone()),
        };
        let step = Step { destination, action, overwrite: self.overwrite };
        if step.change() != Change::Unchanged {
            problems.extend(read_only(&step.destination));
        }
        if problems.is_empty() { Ok(step) } else { Err(problems) }
    }

    /// The problem of a file that a symbolic link leads out of its root.
    fn leaves_root(&self, destination: &Destination, protected: &ProtectedPaths) -> Option<Problem> {
        let root = self.root.as_ref()?;
        let (path, target) = (self.path.clone(), destination.real.clone());
        let is_inside = target.starts_with(&protected.root(root)?.real);
        (!is_inside).then(|| Problem::LeadsOutside { path, root: root.clone(), target })
    }

    /// The problem of a file that would change a source or the package of another output.
    fn touches_protected(&self, destination: &Destination, protected: &ProtectedPaths) -> Option<Problem> {
        let path = self.path.clone();
        if protected.files.iter().any(|file| file.real == destination.real) {
            return Some(Problem::OverwritesSource(path));
        }
        let others = protected.packages.iter().filter(|package| Some(&package.named) != self.package.as_ref());
        let package = protected.sources.iter().chain(others).find(|package| package.contains(&destination.real))?;
        // A whole directory in the wrong place is one problem, not one for each of its files.
        let root = self.root.as_ref().and_then(|root| protected.root(root));
        let path = root.filter(|root| package.contains(&root.real)).map_or(path, |root| root.named.clone());
        Some(Problem::JoinsPackage { path, package: package.named.clone() })
    }

    /// The problem of a component that tools would read as a dependency of another WIT package.
    fn joins_package(&self, destination: &Destination) -> Option<Problem> {
        let is_wasm = destination.real.extension().is_some_and(|extension| extension == "wasm");
        let is_alone = self.root.is_none() && matches!(self.action, Action::Write(_));
        let package = if is_wasm && is_alone { wit_files::package_around(&self.path, &destination.real) } else { None };
        package.map(|package| Problem::JoinsPackage { path: self.path.clone(), package })
    }
}

/// The problem of a file that would change but is read-only.
fn read_only(destination: &Destination) -> Option<Problem> {
    if destination.present.as_ref().is_some_and(|present| present.is_read_only) {
        return Some(Problem::ReadOnlyFile(destination.named.clone()));
    }
    let directory = &destination.existing_directory;
    (!is_writable(directory)).then(|| Problem::ReadOnlyDirectory(directory.clone()))
}

/// The problems of outputs that are the same file, or of which one is inside the other.
pub(crate) fn collisions(steps: &[Step]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut taken: BTreeMap<&Path, &Path> = BTreeMap::new();
    for step in steps {
        if let Some(first) = taken.insert(&step.destination.real, step.path()) {
            problems.push(Problem::SameOutput(first.to_path_buf(), step.path().to_path_buf()));
        }
    }
    for step in steps {
        let above = step.destination.real.ancestors().skip(1).filter_map(|ancestor| taken.get(ancestor));
        problems.extend(above.map(|outer| Problem::InsideOutput(step.path().to_path_buf(), outer.to_path_buf())));
    }
    problems
}
