//! The outputs and the sources of a run, and the check of one against the other and against the disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use stubgen_emit::FileSet;

use crate::generated::{self, CRATE_WIT, Earlier};
use crate::grounds::{Grounds, Located};
use crate::output::{Output, collisions};
use crate::place::{self, Present};
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
