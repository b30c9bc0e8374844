//! `flow --check`: what the flow would change in the source tree, without writing or compiling.
//!
//! The stub that a caller would get may not be on the disk yet. Then it is written to a temporary directory, and the caller's
//! WIT is compared with that one.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use tempfile::TempDir;
use wasm_rpc_stubgen_files::{Change, Outputs};
use wasm_rpc_stubgen_model::{Diagnostic, Severity};

use super::error::FlowError;
use super::options::FlowOptions;
use super::workspace::FlowWorkspace;
use crate::cargo::temporary_directory;
use crate::initialize_workspace::{Member, Stub, plan_update, stub};
use crate::{Error, Event};

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
    let mut changes = FlowChanges { root: workspace.root.clone(), files: IndexMap::new() };
    let mut causes = Vec::new();
    // Notes are about what is still to be done, not about what differs.
    let report = &mut |event: Event<'_>| match event {
        Event::Diagnostic(Diagnostic { severity: Severity::Note, .. }) => {}
        event => report(event),
    };
    for target in workspace.flow.targets.values() {
        if let Err(error) = check_target(target, &workspace, &mut changes, report) {
            causes.extend(error.into_causes());
        }
    }
    let mut changes = Error::unless(causes, changes)?;
    if workspace.loaded.has_settings {
        changes.add(plan_update(&workspace.root, workspace.loaded.facts.clone(), &options.tool, &mut |_| {})?);
    }
    Ok(changes)
}

fn check_target(
    target: &Member,
    workspace: &FlowWorkspace,
    changes: &mut FlowChanges,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<(), Error> {
    let (wanted, _) = workspace.wanted(target);
    let stub = stub(target, &workspace.root, &wanted, report)?;
    let mut outputs = Outputs::new();
    stub.add(&workspace.root, &mut outputs);
    let files = outputs.plan()?.files();
    let scratch = match files.iter().all(|(_, change)| *change == Change::Unchanged) {
        true => None,
        false => Some(Scratch::of(&stub)?),
    };
    changes.add(files);
    for caller in workspace.flow.callers_of(target) {
        let mut dependency = workspace.jobs_for(&wanted).dependency(&stub, caller);
        // Diagnostics about a stub in a temporary directory would name that.
        let mut report: &mut dyn FnMut(Event<'_>) = report;
        let mut ignore = |_: Event<'_>| {};
        if let Some(scratch) = &scratch {
            dependency.stub_wit_root = scratch.wit();
            report = &mut ignore;
        }
        changes.add(crate::plan_stub_dependency(&dependency, report)?.check()?.files());
    }
    Ok(())
}

/// The WIT of a stub in a temporary directory; it is removed when this value is dropped.
struct Scratch(TempDir);

impl Scratch {
    fn of(stub: &Stub) -> Result<Self, Error> {
        let scratch = Self(temporary_directory()?);
        let mut outputs = Outputs::new();
        outputs.add_wit_package(&scratch.wit(), stub.wit());
        outputs.plan()?.apply()?;
        Ok(scratch)
    }

    fn wit(&self) -> PathBuf {
        self.0.path().join("wit")
    }
}
