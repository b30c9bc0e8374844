//! One output of a run: checked against what it must leave alone, and against the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::generated::CRATE_WIT;
use crate::grounds::Grounds;
use crate::place::{self, Place, Present};
use crate::plan::{Action, Change, Overwrite, Step};
use crate::problem::Problem;

/// A file that a run wants to write or remove.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) path: PathBuf,
    /// The directory that the file must not leave.
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

    /// The output of a file at `path` in the WIT package in `root`.
    pub(crate) fn in_package(root: &Path, path: &str, action: Action) -> Self {
        let (root, path) = (root.to_path_buf(), root.join(path));
        Self { path, root: Some(root.clone()), package: Some(root), action, overwrite: Overwrite::Allowed }
    }

    /// The output of a file at `path` in the crate in `root`.
    pub(crate) fn in_crate(root: &Path, path: &str, action: Action) -> Self {
        let package = Path::new(path).starts_with(CRATE_WIT).then(|| root.join(CRATE_WIT));
        Self { package, ..Self::in_package(root, path, action) }
    }

    /// The step of this output, or what stands in its way.
    pub(crate) fn check(self, grounds: &Grounds) -> Result<Step, Vec<Problem>> {
        let place = Place::inspect(&self.path).map_err(|problem| vec![problem])?;
        let mut problems = Vec::new();
        problems.extend(self.leaving(&place, grounds));
        problems.extend(self.trespassing(&place, grounds));
        let action = match self.action {
            Action::Remove { root } => {
                let root = if root.as_os_str().is_empty() { Path::new(".") } else { &root };
                let root = place::real_path(root).map_err(|problem| vec![problem])?;
                match place.is_gone_from_empty_directory(&root) {
                    true => Action::RemoveDirectories { root },
                    false => Action::Remove { root },
                }
            }
            action => action,
        };
        let step = Step { place, action, overwrite: self.overwrite };
        if step.change() != Change::Unchanged {
            problems.extend(read_only(&step.place));
        }
        if problems.is_empty() { Ok(step) } else { Err(problems) }
    }

    /// The problem of a file that leads out of the root of its set.
    fn leaving(&self, place: &Place, grounds: &Grounds) -> Option<Problem> {
        let root = self.root.as_ref()?;
        let directory = grounds.root(root)?;
        (!place.real.starts_with(&directory.real)).then(|| Problem::LeadsOutside {
            path: self.path.clone(),
            root: root.clone(),
            target: place.real.clone(),
        })
    }

    /// The problem of a file that would change a source, or another output's package.
    fn trespassing(&self, place: &Place, grounds: &Grounds) -> Option<Problem> {
        let path = self.path.clone();
        if grounds.files.iter().any(|file| file.real == place.real) {
            return Some(Problem::OverwritesSource { path });
        }
        let strangers = grounds.packages.iter().filter(|package| Some(&package.named) != self.package.as_ref());
        let package = grounds.sources.iter().chain(strangers).find(|package| package.reads(&place.real))?;
        // A whole directory in the wrong place is one problem, not one for each of its files.
        let root = self.root.as_ref().and_then(|root| grounds.root(root)).filter(|root| package.reads(&root.real));
        let path = root.map_or(path, |root| root.named.clone());
        Some(Problem::JoinsPackage { path, package: package.named.clone() })
    }
}

/// The problem of a file that would change but may not.
fn read_only(place: &Place) -> Option<Problem> {
    if let Present::File(file) = &place.present
        && file.permissions.readonly()
    {
        let path = place.named.clone();
        return Some(Problem::ReadOnlyFile { path });
    }
    (!place::is_writable(&place.directory)).then(|| Problem::ReadOnlyDirectory { path: place.directory.clone() })
}

/// Outputs that land in one file, or one below the other.
pub(crate) fn collisions(steps: &[Step]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut taken: BTreeMap<&Path, &Path> = BTreeMap::new();
    for step in steps {
        let Place { named, real, .. } = &step.place;
        if let Some(first) = taken.insert(real, named) {
            problems.push(Problem::SameOutput { first: first.to_path_buf(), second: named.clone() });
        }
    }
    for step in steps {
        let above = step.place.real.ancestors().skip(1);
        problems.extend(
            above
                .filter_map(|ancestor| taken.get(ancestor))
                .map(|outer| Problem::InsideOutput { outer: outer.to_path_buf(), inner: step.place.named.clone() }),
        );
    }
    problems
}
