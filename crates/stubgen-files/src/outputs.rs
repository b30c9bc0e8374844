//! The files that a run writes and reads, checked against each other and against the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::destination::real_path;
use crate::output::{Output, collisions};
use crate::ownership::{CRATE_WIT, OWNERSHIP_FILE, OwnershipList};
use crate::plan::{Plan, UncheckedPlan};
use crate::previous::PreviousOutput;
use crate::problem::{Problem, Problems};
use crate::protected::{Located, ProtectedPaths};
use crate::snapshot::{Snapshot, Source};
use crate::step::{Action, Change, Overwrite, Step};
use crate::wit_files;

/// The outputs of a run, in the order in which they are written, and its inputs.
#[derive(Debug, Default)]
pub struct Outputs {
    items: Vec<Item>,
    /// The directories of sets of files.
    roots: Vec<PathBuf>,
    /// The directories of WIT packages.
    packages: Vec<PathBuf>,
    /// The files of crates that another tool generated, by the directory of the crate.
    adopted: BTreeMap<PathBuf, Vec<String>>,
    sources: Vec<Source>,
    inputs: Vec<Snapshot>,
}

#[derive(Debug)]
enum Item {
    Generated(Generated),
    File(Output),
    /// The directory of a generated crate that is removed.
    Removal(PathBuf),
}

/// Generated files in one directory, which a later run may replace and remove.
#[derive(Debug)]
struct Generated {
    kind: GeneratedKind,
    root: PathBuf,
    files: BTreeMap<String, Vec<u8>>,
}

#[derive(Debug)]
enum GeneratedKind {
    /// The directory contains only generated files and what cargo writes.
    Crate,
    /// A WIT package, perhaps with other files beside it.
    Package,
    /// The WIT package of the stub in the directory `folder`.
    StubPackage { folder: PathBuf },
}

impl Outputs {
    /// No outputs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the WIT package `files`, to be written below `root`.
    ///
    /// Unmodified files of an earlier run that are not among them are removed. Another package in `root` is a problem.
    pub fn add_wit_package<'a>(&mut self, root: &Path, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) {
        self.open_package(root);
        self.add_generated(GeneratedKind::Package, root.to_path_buf(), files);
    }

    /// Adds the WIT package `files`, to be written to `wit` in `folder`, the directory of a stub.
    ///
    /// It replaces a stub that an earlier run generated there, also a crate. Other content is a problem.
    pub fn add_stub_package<'a>(&mut self, folder: &Path, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) {
        let root = folder.join(CRATE_WIT);
        self.open_package(&root);
        self.add_generated(GeneratedKind::StubPackage { folder: folder.to_path_buf() }, root, files);
    }

    /// Adds the generated crate `files`, to be written below `root`.
    ///
    /// It replaces a crate that an earlier run generated there. Other content is a problem.
    pub fn add_crate<'a>(&mut self, root: &Path, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) {
        self.roots.push(root.to_path_buf());
        self.packages.push(root.join(CRATE_WIT));
        self.add_generated(GeneratedKind::Crate, root.to_path_buf(), files);
    }

    fn add_generated<'a>(
        &mut self,
        kind: GeneratedKind,
        root: PathBuf,
        files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    ) {
        let files = files.into_iter().map(|(path, content)| (path.to_string(), content.to_vec())).collect();
        self.items.push(Item::Generated(Generated { kind, root, files }));
    }

    /// Says that another tool generated the `files` of the crate in `root`: they may be replaced and removed.
    pub fn adopt(&mut self, root: &Path, files: Vec<String>) {
        self.adopted.insert(root.to_path_buf(), files);
    }

    /// Removes the generated crate or WIT package below `root`, except for modified files and for outputs that were added
    /// before. A directory with other content is left alone.
    pub fn remove_crate(&mut self, root: &Path) {
        self.items.push(Item::Removal(root.to_path_buf()));
    }

    /// Says that the WIT package in `root` belongs to the user, and that parts of it will be written.
    pub fn open_package(&mut self, root: &Path) {
        self.roots.push(root.to_path_buf());
        self.packages.push(root.to_path_buf());
    }

    /// Adds a file to the open package in `root`.
    pub fn add_to_package(&mut self, root: &Path, path: &str, content: impl Into<Vec<u8>>, overwrite: Overwrite) {
        let action = Action::Write(content.into());
        self.items.push(Item::File(Output { overwrite, ..Output::in_package(root, path, action) }));
    }

    /// Removes a file of the open package in `root`, and the directories below `root` that are empty afterwards.
    pub fn remove_from_package(&mut self, root: &Path, path: &str) {
        let action = Action::Remove { root: root.to_path_buf() };
        self.items.push(Item::File(Output::in_package(root, path, action)));
    }

    /// Adds a single file.
    pub fn add_file(&mut self, path: &Path, content: impl Into<Vec<u8>>) {
        self.items.push(Item::File(Output::single(path, Action::Write(content.into()))));
    }

    /// Removes a single file.
    pub fn remove_file(&mut self, path: &Path) {
        let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        self.items.push(Item::File(Output::single(path, Action::Remove { root: directory.to_path_buf() })));
    }

    /// Says that the run reads `source`: an output that would change it is a problem.
    pub fn protect_source(&mut self, source: Source) {
        self.sources.push(source);
    }

    /// Says that the outputs were made from `input`: if it has changed when the plan is applied, nothing is written.
    pub fn depend_on(&mut self, input: Snapshot) {
        self.inputs.push(input);
    }

    /// Compares the outputs with the disk.
    ///
    /// # Errors
    ///
    /// All problems of all outputs.
    pub fn plan(self) -> Result<Plan, Problems> {
        self.unchecked_plan()?.check()
    }

    /// Like [`Outputs::plan`], but conflicts are steps instead of problems.
    ///
    /// # Errors
    ///
    /// All other problems of all outputs.
    pub fn unchecked_plan(self) -> Result<UncheckedPlan, Problems> {
        let mut problems = Vec::new();
        let protected = self.protected_paths(&mut problems);
        problems.extend(protected.sources_in_packages());
        let mut steps = Vec::new();
        for item in &self.items {
            let found = match item {
                Item::Generated(generated) => self.generated_steps(generated, &protected),
                Item::File(output) => output.check(&protected).map(|step| vec![step]),
                Item::Removal(root) => self.removal_steps(root, &steps, &protected),
            };
            match found {
                Ok(found) => steps.extend(found),
                Err(found) => problems.extend(found),
            }
        }
        problems.extend(collisions(&steps));
        if problems.is_empty() { Ok(UncheckedPlan::new(steps, self.inputs)) } else { Err(Problems::new(problems)) }
    }

    fn protected_paths(&self, problems: &mut Vec<Problem>) -> ProtectedPaths {
        let mut protected = ProtectedPaths::default();
        for source in &self.sources {
            // A source that cannot be located was reported when it was read.
            match source {
                Source::File(path) => protected.files.extend(Located::at(path)),
                Source::WitPackage(path) => protected.sources.extend(Located::at(path)),
            }
        }
        for (paths, located) in [(&self.roots, &mut protected.roots), (&self.packages, &mut protected.packages)] {
            for path in paths {
                match Located::at(path) {
                    Ok(directory) => located.push(directory),
                    Err(problem) => problems.push(problem),
                }
            }
        }
        protected
    }

    fn adopted(&self, root: &Path) -> &[String] {
        self.adopted.get(root).map_or(&[], Vec::as_slice)
    }

    /// The steps that write generated files and their list, and remove the files of an earlier run.
    fn generated_steps(&self, generated: &Generated, protected: &ProtectedPaths) -> Result<Vec<Step>, Vec<Problem>> {
        let named = &generated.root;
        // A root that cannot be located is already a problem.
        let Some(Located { real, .. }) = protected.root(named) else {
            return Ok(Vec::new());
        };
        let one = |problem| vec![problem];
        if let Some(package) = wit_files::package_around(named, real) {
            return Err(one(Problem::JoinsPackage { path: named.clone(), package }));
        }
        let (previous, owner) = match &generated.kind {
            GeneratedKind::Crate => {
                (PreviousOutput::of_crate(named, real, self.adopted(named)).map_err(one)?, Owner::Directory)
            }
            GeneratedKind::Package => {
                let previous = PreviousOutput::of_package(real);
                if let Some(file) = generated.foreign_file(&previous, real, protected) {
                    return Err(one(Problem::HoldsPackage { path: named.clone(), file }));
                }
                (previous, Owner::Anybody)
            }
            GeneratedKind::StubPackage { folder } => {
                let real_folder = real_path(folder).map_err(one)?;
                let stub = PreviousOutput::of_stub(folder, &real_folder, self.adopted(folder)).map_err(one)?;
                (PreviousOutput::of_package(real), Owner::Stub(stub))
            }
        };
        let mut steps = Vec::new();
        let mut problems = Vec::new();
        for (path, action) in generated.actions(&previous, real) {
            match generated.output(&path, action).check(protected) {
                Ok(step) if owner.forbids(&previous, &path, &step) => {
                    problems.push(Problem::Modified(step.path().to_path_buf()));
                }
                Ok(step) => steps.push(step),
                Err(found) => problems.extend(found),
            }
        }
        if problems.is_empty() { Ok(steps) } else { Err(problems) }
    }

    /// The steps that remove a generated crate, except for what `others` write.
    fn removal_steps(
        &self,
        named: &Path,
        others: &[Step],
        protected: &ProtectedPaths,
    ) -> Result<Vec<Step>, Vec<Problem>> {
        let Located { real, .. } = Located::at(named).map_err(|problem| vec![problem])?;
        let Ok(previous) = PreviousOutput::of_stub(named, &real, self.adopted(named)) else {
            return Ok(Vec::new());
        };
        let written: BTreeSet<&Path> = others.iter().map(|step| &*step.destination.real).collect();
        // The directory itself is removed as well if it is empty.
        let root = real.parent().unwrap_or(&real).to_path_buf();
        let unwanted = previous.all().into_iter().filter(|path| !written.contains(&*real.join(path)));
        let outputs = unwanted.map(|path| Output::in_crate(named, &path, Action::Remove { root: root.clone() }));
        outputs.map(|output| output.check(protected)).collect()
    }
}

impl Generated {
    /// What to do with each file, in order.
    fn actions(&self, previous: &PreviousOutput, root: &Path) -> Vec<(String, Action)> {
        let mut list = OwnershipList::default();
        self.files.iter().for_each(|(path, content)| list.insert(path, content));
        let written = self.files.iter().map(|(path, content)| (path.clone(), Action::Write(content.clone())));
        let wanted = self.files.keys().map(String::as_str).collect();
        let stale = previous.stale(&wanted).into_iter();
        let removed = stale.map(|path| (path, Action::Remove { root: root.to_path_buf() }));
        let list = (OWNERSHIP_FILE.to_string(), Action::Write(list.render().into_bytes()));
        let mut actions: Vec<(String, Action)> = written.chain(removed).chain([list]).collect();
        actions.sort_by_key(|(path, _)| previous.write_order(path));
        actions
    }

    /// A file of another WIT package in `root`: tools would read it together with the generated ones.
    ///
    /// A user may add packages to the `deps` of a package that was generated. A source in `root` is a problem by itself.
    fn foreign_file(&self, previous: &PreviousOutput, root: &Path, protected: &ProtectedPaths) -> Option<String> {
        let is_source = |path: &String| protected.files.iter().any(|file| file.real == root.join(path));
        let is_ours = |path: &String| {
            let content = || fs::read(root.join(path)).unwrap_or_default();
            self.files.contains_key(path) || previous.lists(path) && previous.is_unmodified(path, &content())
        };
        let files = wit_files::in_package(root).into_iter();
        let mut foreign = files.filter(|path| !is_ours(path) && !is_source(path));
        foreign.find(|path| !previous.has_list() || !path.contains('/'))
    }

    fn output(&self, path: &str, action: Action) -> Output {
        match self.kind {
            GeneratedKind::Crate => Output::in_crate(&self.root, path, action),
            GeneratedKind::Package | GeneratedKind::StubPackage { .. } => Output::in_package(&self.root, path, action),
        }
    }
}

/// Who owns the existing files in the directory of generated ones.
enum Owner {
    /// Any file may be replaced.
    Anybody,
    /// The crate in the directory: only its own files may be replaced.
    Directory,
    /// The stub in the directory above.
    Stub(PreviousOutput),
}

impl Owner {
    /// Whether the `step` of the file at `path` would change a file that was not generated, or was modified since.
    fn forbids(&self, previous: &PreviousOutput, path: &str, step: &Step) -> bool {
        let Some(present) = step.destination.present.as_ref().filter(|_| step.change() == Change::Update) else {
            return false;
        };
        match self {
            Self::Anybody => false,
            Self::Directory => !previous.is_unmodified(path, &present.content),
            Self::Stub(stub) => !stub.is_unmodified(&format!("{CRATE_WIT}/{path}"), &present.content),
        }
    }
}
