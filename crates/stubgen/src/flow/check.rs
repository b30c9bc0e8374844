//! `flow --check`: what the flow would change in the source tree, without writing or compiling.
//!
//! The stub that a caller would get may not be on the disk yet. Then it is written to a temporary directory, and the caller's
//! WIT is compared with that one. If the WIT of a caller would change, and it is a target itself, its own stub is made from a copy
//! of the WIT that has the change.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use tempfile::TempDir;
use wasm_rpc_stubgen_files::{Change, Outputs};
use wasm_rpc_stubgen_model::{Diagnostic, LoadError, ReadError, Severity};

use super::error::FlowError;
use super::options::FlowOptions;
use super::workspace::FlowWorkspace;
use crate::cargo::temporary_directory;
use crate::initialize_workspace::{ChangedWit, Member, Stub, plan_update, stub};
use crate::{AddStubDependencyOptions, Cause, Error, Event, ManifestUpdate};

/// What a flow would change in the source tree.
#[derive(Debug)]
pub struct FlowChanges {
    /// The folder of the workspace.
    root: PathBuf,
    files: IndexMap<PathBuf, Change>,
}

impl FlowChanges {
    /// The files that would be written or removed, in order.
    pub fn files(&self) -> impl Iterator<Item = (&Path, Change)> {
        self.files.iter().map(|(path, change)| (path.as_path(), *change))
    }

    /// Fails if there are any.
    ///
    /// # Errors
    ///
    /// [`FlowError::Outdated`].
    pub fn up_to_date(&self) -> Result<(), Error> {
        match self.files.len() {
            0 => Ok(()),
            files => Err(FlowError::Outdated { root: self.root.clone(), files }.into()),
        }
    }

    fn add(&mut self, files: impl IntoIterator<Item = (PathBuf, Change)>) {
        for (path, change) in files.into_iter().filter(|(_, change)| *change != Change::Unchanged) {
            self.files.entry(path).or_insert(change);
        }
    }
}

/// What [`flow`](super::flow) would change in the source tree: stubs, the WIT and manifests of callers, members and tasks.
///
/// # Errors
///
/// All errors in the workspace and in the WIT of its members.
pub fn check_flow(options: &FlowOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<FlowChanges, Error> {
    let workspace = FlowWorkspace::around(&options.directory)?;
    let mut check = Check {
        workspace: &workspace,
        changes: FlowChanges { root: workspace.root.clone(), files: IndexMap::new() },
        copies: BTreeMap::new(),
    };
    let mut causes = Vec::new();
    // Notes are about what is still to be done, not about what differs.
    let report = &mut |event: Event<'_>| match event {
        Event::Diagnostic(Diagnostic { severity: Severity::Note, .. }) => {}
        event => report(event),
    };
    for target in workspace.flow.targets.values() {
        if let Err(error) = check.target(target, report) {
            causes.extend(error.into_causes());
        }
    }
    Error::unless(causes, ())?;
    let changed = check.changed_wit();
    let mut changes = check.changes;
    if workspace.loaded.has_settings {
        changes.add(plan_update(&workspace.root, workspace.loaded.facts.clone(), &options.tool, &changed)?);
    }
    Ok(changes)
}

/// A flow that writes to temporary directories.
struct Check<'a> {
    workspace: &'a FlowWorkspace,
    changes: FlowChanges,
    /// The WIT of callers that would change and are targets themselves, by their packages.
    copies: BTreeMap<String, Scratch>,
}

impl Check<'_> {
    fn target(&mut self, target: &Member, report: &mut dyn FnMut(Event<'_>)) -> Result<(), Error> {
        let Self { workspace, .. } = *self;
        let (wanted, _) = workspace.wanted(target);
        // Diagnostics about WIT in a temporary directory would name that.
        let mut ignore = |_: Event<'_>| {};
        let changed_wit = self.changed_wit().remove(&target.package);
        let stub = match changed_wit {
            None => stub(target, &workspace.root, &wanted, report)?,
            changed_wit => stub(&Member { changed_wit, ..target.clone() }, &workspace.root, &wanted, &mut ignore)?,
        };
        let mut outputs = Outputs::new();
        stub.add(&workspace.root, &mut outputs);
        let files = outputs.plan()?.files();
        let scratch = match files.iter().all(|(_, change)| *change == Change::Unchanged) {
            true => None,
            false => Some(Scratch::of(&stub)?),
        };
        self.changes.add(files);
        for caller in workspace.flow.callers_of(target) {
            let mut dependency = workspace.jobs_for(&wanted).dependency(&stub, caller);
            let mut report: &mut dyn FnMut(Event<'_>) = report;
            if let Some(scratch) = &scratch {
                dependency.stub_wit_root = scratch.wit();
                report = &mut ignore;
            }
            let files = crate::plan_stub_dependency(&dependency, report)?.check()?.files();
            if files.iter().any(|(_, change)| *change != Change::Unchanged) {
                self.add_to_copy(caller, dependency)?;
            }
            self.changes.add(files);
        }
        Ok(())
    }

    /// Adds a stub to the copy of the WIT of a caller, if that is a target, too.
    fn add_to_copy(&mut self, caller: &Member, mut dependency: AddStubDependencyOptions) -> Result<(), Error> {
        if !self.workspace.flow.targets.contains_key(&caller.package) {
            return Ok(());
        }
        let copy = match self.copies.entry(caller.package.clone()) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(Scratch::copy(&dependency.dest_wit_root)?),
        };
        dependency.dest_wit_root = copy.wit();
        dependency.manifest = ManifestUpdate::Leave;
        crate::add_stub_dependency(&dependency, &mut |_| {})?;
        Ok(())
    }

    /// Where the WIT of targets is that would change.
    fn changed_wit(&self) -> ChangedWit {
        let flow = &self.workspace.flow;
        let wit = |(package, copy): (&String, &Scratch)| {
            let (target, caller) = (&flow.targets[package], &flow.callers[package]);
            // A target may be a file in the folder of the caller.
            let inside = Path::new(&target.wit).strip_prefix(&caller.wit).unwrap_or(Path::new(""));
            (package.clone(), copy.wit().join(inside))
        };
        self.copies.iter().map(wit).collect()
    }
}

/// WIT in a temporary directory; it is removed when this value is dropped.
struct Scratch(TempDir);

impl Scratch {
    /// The WIT of a stub.
    fn of(stub: &Stub) -> Result<Self, Error> {
        let scratch = Self(temporary_directory()?);
        let mut outputs = Outputs::new();
        outputs.add_wit_package(&scratch.wit(), stub.wit());
        outputs.plan()?.apply()?;
        Ok(scratch)
    }

    /// A copy of the WIT in a directory.
    fn copy(directory: &Path) -> Result<Self, Error> {
        let scratch = Self(temporary_directory()?);
        let is_wit =
            |path: &Path| path.ends_with("deps") || path.extension().is_some_and(|extension| extension == "wit");
        copy(directory, &scratch.wit(), &is_wit)
            .map_err(|source| Cause::from(LoadError::from(ReadError::new(directory, source))))?;
        Ok(scratch)
    }

    fn wit(&self) -> PathBuf {
        self.0.path().join("wit")
    }
}

/// Copies the `wanted` files and directories of a directory, with all that is inside.
fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            _ if !wanted(&path) => {}
            true => copy(&path, &copied, &|_| true)?,
            false => _ = fs::copy(&path, &copied)?,
        }
    }
    Ok(())
}
