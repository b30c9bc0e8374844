//! The outputs and the sources of a run, and the check of one against the other and against the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use stubgen_emit::FileSet;

use crate::place::{self, Place, Present};
use crate::plan::{Change, Plan, Step};
use crate::problem::{Problem, Problems};

/// Everything that a run wants to write, and what it must leave alone.
#[derive(Debug, Default)]
pub struct Outputs {
    outputs: Vec<Output>,
    packages: Vec<PathBuf>,
    sources: Vec<Source>,
}

/// What a run reads, and therefore must not write.
#[derive(Debug, Clone)]
pub enum Source {
    /// A single file.
    File(PathBuf),
    /// The directory of a WIT package: its `*.wit` files and all that is in `deps`.
    WitPackage(PathBuf),
}

#[derive(Debug)]
struct Output {
    path: PathBuf,
    /// The directory that the file must not leave.
    root: Option<PathBuf>,
    content: Vec<u8>,
}

impl Outputs {
    /// No outputs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the WIT package `files`, to be written below `root`.
    pub fn add_wit_package(&mut self, root: &Path, files: &FileSet) {
        self.packages.push(root.to_path_buf());
        for (path, content) in files.iter() {
            self.outputs.push(Output {
                path: root.join(path),
                root: Some(root.to_path_buf()),
                content: content.to_vec(),
            });
        }
    }

    /// Adds a single file.
    pub fn add_file(&mut self, path: &Path, content: impl Into<Vec<u8>>) {
        self.outputs.push(Output { path: path.to_path_buf(), root: None, content: content.into() });
    }

    /// Says that the run reads `source`: an output that would change it is a problem.
    pub fn keep(&mut self, source: Source) {
        self.sources.push(source);
    }

    /// Compares the outputs with the disk. Reads only.
    ///
    /// # Errors
    ///
    /// All problems of all outputs.
    pub fn plan(self) -> Result<Plan, Problems> {
        let mut problems = Vec::new();
        let grounds = self.grounds(&mut problems);
        problems.extend(grounds.sources_in_packages());
        let mut steps = Vec::new();
        for output in self.outputs {
            match output.check(&grounds) {
                Ok(step) => steps.push(step),
                Err(found) => problems.extend(found),
            }
        }
        problems.extend(collisions(&steps));
        Problems::none(problems)?;
        Ok(Plan::new(steps))
    }

    /// The real paths of what must be left alone.
    fn grounds(&self, problems: &mut Vec<Problem>) -> Grounds {
        let mut grounds = Grounds::default();
        for source in &self.sources {
            match source {
                Source::File(path) => grounds.files.extend(Located::at(path)),
                Source::WitPackage(path) => grounds.sources.extend(Located::at(path)),
            }
        }
        for package in &self.packages {
            match Located::at(package) {
                Ok(directory) => grounds.packages.push(directory),
                Err(problem) => problems.push(problem),
            }
        }
        grounds
    }
}

/// What an output may not touch, in real paths.
#[derive(Debug, Default)]
struct Grounds {
    files: Vec<Located>,
    /// Packages that are read.
    sources: Vec<Located>,
    /// Packages that are written.
    packages: Vec<Located>,
}

impl Grounds {
    /// The problems of files that are read and would be parts of a package that is written.
    fn sources_in_packages(&self) -> impl Iterator<Item = Problem> {
        self.packages.iter().flat_map(|package| {
            let inside = self.files.iter().filter(|file| package.reads(&file.real));
            inside.map(|file| Problem::JoinsPackage { path: file.named.clone(), package: package.named.clone() })
        })
    }
}

/// A path as the user wrote it, and what it means.
#[derive(Debug)]
struct Located {
    named: PathBuf,
    real: PathBuf,
}

impl Located {
    fn at(named: &Path) -> Result<Self, Problem> {
        Ok(Self { named: named.to_path_buf(), real: place::real_path(named)? })
    }

    /// Whether a file at `path` is read as a part of the WIT package in the directory that this is: `*.wit` beside each other, and
    /// everything in `deps` (`wit_parser::Resolve::push_dir`).
    fn reads(&self, path: &Path) -> bool {
        let is_wit = path.extension().is_some_and(|extension| extension == "wit");
        is_wit && path.parent() == Some(&self.real) || path.starts_with(self.real.join("deps"))
    }
}

impl Output {
    /// The step of this output, or what stands in its way.
    fn check(self, grounds: &Grounds) -> Result<Step, Vec<Problem>> {
        let place = Place::inspect(&self.path).map_err(|problem| vec![problem])?;
        let mut problems = Vec::new();
        problems.extend(self.leaving(&place, grounds));
        problems.extend(self.trespassing(&place, grounds));
        let step = Step { place, content: self.content };
        if step.change() != Change::Unchanged {
            problems.extend(read_only(&step.place));
        }
        if problems.is_empty() { Ok(step) } else { Err(problems) }
    }

    /// The problem of a file that leads out of the root of its set.
    fn leaving(&self, place: &Place, grounds: &Grounds) -> Option<Problem> {
        let root = self.root.as_ref()?;
        let directory = grounds.packages.iter().find(|package| package.named == *root)?;
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
        let strangers = grounds.packages.iter().filter(|package| Some(&package.named) != self.root.as_ref());
        let package = grounds.sources.iter().chain(strangers).find(|package| package.reads(&place.real))?;
        let package = package.named.clone();
        Some(Problem::JoinsPackage { path, package })
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
fn collisions(steps: &[Step]) -> Vec<Problem> {
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
