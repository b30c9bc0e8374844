//! The outputs and the sources of a run, and the check of one against the other and against the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use stubgen_emit::FileSet;

use crate::generated::{self, CRATE_WIT, Earlier};
use crate::place::{self, Place, Present};
use crate::plan::{Action, Change, Draft, Overwrite, Plan, Step, Surroundings};
use crate::problem::{Problem, Problems};
use crate::reading::Reading;

/// Everything that a run wants to write, and what it must leave alone.
#[derive(Debug, Default)]
pub struct Outputs {
    outputs: Vec<Output>,
    /// The directories of sets of files.
    roots: Vec<PathBuf>,
    packages: Vec<PathBuf>,
    generated: Vec<Generated>,
    /// The directories of generated crates that are to go.
    obsolete: Vec<PathBuf>,
    /// Files that change when everything else has.
    last: Vec<Output>,
    sources: Vec<Source>,
    readings: Vec<Reading>,
    /// Directories in which a killed run may have left temporary files.
    swept: Vec<PathBuf>,
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
    overwrite: Overwrite,
}

/// A directory whose files a later run may write anew and remove.
#[derive(Debug)]
struct Generated {
    kind: GeneratedKind,
    root: PathBuf,
    files: FileSet,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum GeneratedKind {
    /// Holds nothing but what was generated, or what cargo makes.
    Crate,
    /// A WIT package, perhaps with other files beside it.
    Package,
    /// A WIT package in the directory of a stub.
    StubPackage {
        /// The directory of the stub.
        folder: PathBuf,
    },
}

impl Outputs {
    /// No outputs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the WIT package `files`, to be written below `root`.
    ///
    /// What an earlier run has left there, and nobody has edited since, is removed.
    pub fn add_wit_package(&mut self, root: &Path, files: &FileSet) {
        self.roots.push(root.to_path_buf());
        self.packages.push(root.to_path_buf());
        let (kind, root) = (GeneratedKind::Package, root.to_path_buf());
        self.generated.push(Generated { kind, root, files: files.clone() });
    }

    /// Adds the WIT package `files`, to be written to `wit` in `folder`, the directory of a stub.
    ///
    /// It may replace a stub that an earlier run has generated there, a crate as well. Anything else that is there is a
    /// problem.
    pub fn add_stub_package(&mut self, folder: &Path, files: &FileSet) {
        let root = folder.join(CRATE_WIT);
        self.roots.push(root.clone());
        self.packages.push(root.clone());
        let kind = GeneratedKind::StubPackage { folder: folder.to_path_buf() };
        self.generated.push(Generated { kind, root, files: files.clone() });
    }

    /// Adds the generated crate `files`, to be written below `root`.
    ///
    /// It may replace a crate that an earlier run has generated there, and removes what that has left. Anything else
    /// that is there is a problem.
    pub fn add_crate(&mut self, root: &Path, files: &FileSet) {
        self.roots.push(root.to_path_buf());
        self.packages.push(root.join(CRATE_WIT));
        let (kind, root) = (GeneratedKind::Crate, root.to_path_buf());
        self.generated.push(Generated { kind, root, files: files.clone() });
    }

    /// Removes the generated crate below `root`, or the WIT package in its place, but for what was edited since and for
    /// what this run writes there; also what a killed run has left of it. A directory that holds something else is left
    /// alone.
    pub fn remove_crate(&mut self, root: &Path) {
        self.obsolete.push(root.to_path_buf());
    }

    /// Says that the WIT package in `root` is the user's, and that parts of it will be written.
    pub fn open_package(&mut self, root: &Path) {
        self.roots.push(root.to_path_buf());
        self.packages.push(root.to_path_buf());
    }

    /// Adds a file to the package in `root`, which is open.
    pub fn add_to_package(&mut self, root: &Path, path: &str, content: impl Into<Vec<u8>>, overwrite: Overwrite) {
        let action = Action::Write(content.into());
        self.outputs.push(Output { overwrite, ..Output::in_package(root, path, action) });
    }

    /// Removes a file of the package in `root`, which is open, and the directories below `root` that are empty then.
    pub fn remove_from_package(&mut self, root: &Path, path: &str) {
        let action = Action::Remove { root: root.to_path_buf() };
        self.outputs.push(Output::in_package(root, path, action));
    }

    /// Adds a single file.
    pub fn add_file(&mut self, path: &Path, content: impl Into<Vec<u8>>) {
        self.outputs.push(Output::single(path, Action::Write(content.into())));
    }

    /// Adds a single file after everything else, removals included: the file that tells the next run what this one and
    /// those before have left. A run that is killed leaves it as it was, and so is completed.
    pub fn finish_with_file(&mut self, path: &Path, content: impl Into<Vec<u8>>) {
        self.last.push(Output::single(path, Action::Write(content.into())));
    }

    /// Removes such a file, after everything else.
    pub fn finish_without_file(&mut self, path: &Path) {
        let root = path.parent().unwrap_or(path).to_path_buf();
        self.last.push(Output::single(path, Action::Remove { root }));
    }

    /// Removes the temporary files that a killed run has left in `directory`. Where files change, that is done anyway.
    pub fn sweep(&mut self, directory: &Path) {
        self.swept.push(directory.to_path_buf());
    }

    /// Says that the run reads `source`: an output that would change it is a problem.
    pub fn keep(&mut self, source: Source) {
        self.sources.push(source);
    }

    /// Says that the outputs were made from what was read: where that has changed when the plan is applied, nothing is
    /// written.
    pub fn rely_on(&mut self, reading: Reading) {
        self.readings.push(reading);
    }

    /// Compares the outputs with the disk. Reads only.
    ///
    /// # Errors
    ///
    /// All problems of all outputs.
    pub fn plan(self) -> Result<Plan, Problems> {
        self.draft()?.settle()
    }

    /// Like [`Outputs::plan`], with the conflicts among the steps instead of the problems.
    ///
    /// # Errors
    ///
    /// All other problems of all outputs.
    pub fn draft(self) -> Result<Draft, Problems> {
        let mut problems = Vec::new();
        let grounds = self.grounds(&mut problems);
        problems.extend(grounds.sources_in_packages());
        let mut steps = Vec::new();
        let mut add = |found: Result<Vec<Step>, Vec<Problem>>| match found {
            Ok(found) => steps.extend(found),
            Err(found) => problems.extend(found),
        };
        for generated in &self.generated {
            add(generated.steps(&grounds));
        }
        for output in self.outputs {
            add(output.check(&grounds).map(|step| vec![step]));
        }
        for root in &self.obsolete {
            match removal(root, &steps, &grounds) {
                Ok(found) => steps.extend(found),
                Err(found) => problems.extend(found),
            }
        }
        for output in self.last {
            match output.check(&grounds) {
                Ok(step) => steps.push(step),
                Err(found) => problems.extend(found),
            }
        }
        problems.extend(collisions(&steps));
        Problems::none(problems)?;
        // What cannot be located is no reason to stop.
        let swept = self.swept.iter().filter_map(|directory| place::real_path(directory).ok()).collect();
        Ok(Draft::new(steps, Surroundings { readings: self.readings, swept }))
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

impl Generated {
    /// The steps of all files: those to be written, those that go, and the list for the next run, at the end unless it is
    /// the first one.
    fn steps(&self, grounds: &Grounds) -> Result<Vec<Step>, Vec<Problem>> {
        // Where the root cannot be located, that is a problem already.
        let Some(root) = grounds.root(&self.root) else {
            return Ok(Vec::new());
        };
        let earlier = match self.kind {
            GeneratedKind::Crate => Earlier::of_crate(&self.root, &root.real).map_err(|problem| vec![problem])?,
            GeneratedKind::Package | GeneratedKind::StubPackage { .. } => Earlier::of_package(&root.real),
        };
        let protected = self.protected(&earlier).map_err(|problem| vec![problem])?;
        let written = self.files.iter().map(|(path, content)| (path, Action::Write(content.to_vec())));
        let stale = earlier.stale(&self.files).into_iter();
        let removed = stale.map(|path| (path, Action::Remove { root: root.real.clone() }));
        let list = (generated::LIST, Action::Write(generated::list(&self.files).into_bytes()));
        let mut actions: Vec<(&str, Action)> = written.chain(removed).chain([list]).collect();
        actions.sort_by_key(|(path, _)| earlier.turn(path));
        let mut steps = Vec::new();
        let mut problems = Vec::new();
        for (path, action) in actions {
            match self.output(path, action).check(grounds).and_then(|step| protected.check(path, step)) {
                Ok(step) => steps.push(step),
                Err(found) => problems.extend(found),
            }
        }
        if problems.is_empty() { Ok(steps) } else { Err(problems) }
    }

    /// Which of the files that are there may not be overwritten.
    fn protected<'a>(&self, earlier: &'a Earlier) -> Result<Protected<'a>, Problem> {
        Ok(match &self.kind {
            GeneratedKind::Crate => Protected::InCrate(earlier),
            GeneratedKind::Package => Protected::Nothing,
            GeneratedKind::StubPackage { folder } => {
                Protected::InStub(Earlier::of_stub(folder, &place::real_path(folder)?)?)
            }
        })
    }

    fn output(&self, path: &str, action: Action) -> Output {
        match self.kind {
            GeneratedKind::Crate => Output::in_crate(&self.root, path, action),
            GeneratedKind::Package | GeneratedKind::StubPackage { .. } => Output::in_package(&self.root, path, action),
        }
    }
}

/// What may not be overwritten: files that the earlier run has not left as they are.
#[derive(Debug)]
enum Protected<'a> {
    /// Everything may be.
    Nothing,
    /// Files of a crate.
    InCrate(&'a Earlier),
    /// Files of the package in the directory of a stub.
    InStub(Earlier),
}

impl Protected<'_> {
    /// The `step` of the file at `path`, unless it would change what may not be changed.
    fn check(&self, path: &str, step: Step) -> Result<Step, Vec<Problem>> {
        let Present::File(file) = &step.place.present else {
            return Ok(step);
        };
        let is_left = match self {
            Self::Nothing => true,
            Self::InCrate(earlier) => earlier.left(path, &file.content),
            Self::InStub(earlier) => earlier.left(&format!("{CRATE_WIT}/{path}"), &file.content),
        };
        let is_edited = step.change() == Change::Update && !is_left;
        if is_edited { Err(vec![Problem::Edited { path: step.place.named }]) } else { Ok(step) }
    }
}

/// The steps that remove what an earlier run has left in the directory `named`, but for what `others` write.
fn removal(named: &Path, others: &[Step], grounds: &Grounds) -> Result<Vec<Step>, Vec<Problem>> {
    let located = Located::at(named).map_err(|problem| vec![problem])?;
    let Ok(earlier) = Earlier::of_stub(named, &located.real) else {
        return Ok(Vec::new());
    };
    let written: BTreeSet<&Path> = others.iter().map(|step| step.place.real.as_path()).collect();
    // The directory goes as well, when nothing is left in it.
    let root = located.real.parent().unwrap_or(&located.real).to_path_buf();
    let all =
        generated::unfinished(&located.real).unwrap_or_else(|| earlier.all().into_iter().map(str::to_string).collect());
    let unwanted = all.iter().filter(|path| !written.contains(&*located.real.join(path)));
    unwanted.map(|path| Output::in_crate(named, path, Action::Remove { root: root.clone() }).check(grounds)).collect()
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
    fn single(path: &Path, action: Action) -> Self {
        Self { path: path.to_path_buf(), root: None, package: None, action, overwrite: Overwrite::Allowed }
    }

    /// The output of a file at `path` in the WIT package in `root`.
    fn in_package(root: &Path, path: &str, action: Action) -> Self {
        let (root, path) = (root.to_path_buf(), root.join(path));
        Self { path, root: Some(root.clone()), package: Some(root), action, overwrite: Overwrite::Allowed }
    }

    /// The output of a file at `path` in the crate in `root`.
    fn in_crate(root: &Path, path: &str, action: Action) -> Self {
        let package = Path::new(path).starts_with(CRATE_WIT).then(|| root.join(CRATE_WIT));
        Self { package, ..Self::in_package(root, path, action) }
    }

    /// The step of this output, or what stands in its way.
    fn check(self, grounds: &Grounds) -> Result<Step, Vec<Problem>> {
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
