//! The outputs and the sources of a run, and the check of one against the other and against the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use stubgen_emit::FileSet;

use crate::generated::{self, Earlier};
use crate::place::{self, Place, Present};
use crate::plan::{Action, Change, Plan, Step};
use crate::problem::{Problem, Problems};

/// The folder of a crate that is a WIT package.
const CRATE_WIT: &str = "wit";

/// Everything that a run wants to write, and what it must leave alone.
#[derive(Debug, Default)]
pub struct Outputs {
    outputs: Vec<Output>,
    /// The directories of sets of files.
    roots: Vec<PathBuf>,
    packages: Vec<PathBuf>,
    crates: Vec<Crate>,
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
    /// The WIT package that it may be a part of.
    package: Option<PathBuf>,
    action: Action,
}

/// A generated crate.
#[derive(Debug)]
struct Crate {
    root: PathBuf,
    files: FileSet,
}

impl Outputs {
    /// No outputs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the WIT package `files`, to be written below `root`.
    pub fn add_wit_package(&mut self, root: &Path, files: &FileSet) {
        let root = root.to_path_buf();
        self.roots.push(root.clone());
        self.packages.push(root.clone());
        for (path, content) in files.iter() {
            self.outputs.push(Output {
                path: root.join(path),
                root: Some(root.clone()),
                package: Some(root.clone()),
                action: Action::Write(content.to_vec()),
            });
        }
    }

    /// Adds the generated crate `files`, to be written below `root`.
    ///
    /// It may replace a crate that an earlier run has generated there, and removes what that has left. Anything else
    /// that is there is a problem.
    pub fn add_crate(&mut self, root: &Path, files: &FileSet) {
        self.roots.push(root.to_path_buf());
        self.packages.push(root.join(CRATE_WIT));
        self.crates.push(Crate { root: root.to_path_buf(), files: files.clone() });
    }

    /// Adds a single file.
    pub fn add_file(&mut self, path: &Path, content: impl Into<Vec<u8>>) {
        let action = Action::Write(content.into());
        self.outputs.push(Output { path: path.to_path_buf(), root: None, package: None, action });
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
        for generated in &self.crates {
            match generated.steps(&grounds) {
                Ok(found) => steps.extend(found),
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
        for (paths, located) in [(&self.roots, &mut grounds.roots), (&self.packages, &mut grounds.packages)] {
            for path in paths {
                match Located::at(path) {
                    Ok(directory) => located.push(directory),
                    Err(problem) => problems.push(problem),
                }
            }
        }
        grounds
    }
}

impl Crate {
    /// The steps of all files: those to be written, those that go, and the list for the next run at the end.
    fn steps(&self, grounds: &Grounds) -> Result<Vec<Step>, Vec<Problem>> {
        // Where the root cannot be located, that is a problem already.
        let Some(root) = grounds.root(&self.root) else {
            return Ok(Vec::new());
        };
        let earlier = Earlier::look(&self.root, &root.real).map_err(|problem| vec![problem])?;
        let written = self.files.iter().map(|(path, content)| self.output(path, Action::Write(content.to_vec())));
        let stale = earlier.stale(&self.files).into_iter();
        let removed = stale.map(|path| self.output(path, Action::Remove { root: root.real.clone() }));
        let list = self.output(generated::LIST, Action::Write(generated::list(&self.files).into_bytes()));
        let mut steps = Vec::new();
        let mut problems = Vec::new();
        for (path, output) in written.chain(removed).chain([list]) {
            match output.check(grounds).and_then(|step| overwrites_ours(path, step, &earlier)) {
                Ok(step) => steps.push(step),
                Err(found) => problems.extend(found),
            }
        }
        if problems.is_empty() { Ok(steps) } else { Err(problems) }
    }

    fn output<'a>(&self, path: &'a str, action: Action) -> (&'a str, Output) {
        let package = Path::new(path).starts_with(CRATE_WIT).then(|| self.root.join(CRATE_WIT));
        (path, Output { path: self.root.join(path), root: Some(self.root.clone()), package, action })
    }
}

/// The `step` of the file at `path` in a crate, unless it would change what the `earlier` run has not left there.
fn overwrites_ours(path: &str, step: Step, earlier: &Earlier) -> Result<Step, Vec<Problem>> {
    match &step.place.present {
        Present::File(file) if step.change() == Change::Update && !earlier.left(path, &file.content) => {
            Err(vec![Problem::Edited { path: step.place.named }])
        }
        Present::Nothing | Present::File(_) => Ok(step),
    }
}

/// What an output may not touch, in real paths.
#[derive(Debug, Default)]
struct Grounds {
    files: Vec<Located>,
    /// The directories of sets of files.
    roots: Vec<Located>,
    /// Packages that are read.
    sources: Vec<Located>,
    /// Packages that are written.
    packages: Vec<Located>,
}

impl Grounds {
    fn root(&self, named: &Path) -> Option<&Located> {
        self.roots.iter().find(|root| root.named == *named)
    }

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
        let step = Step { place, action: self.action };
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
