//! `flow`: what the tasks of a workspace do, without cargo-make and from any folder of the workspace.
//!
//! ```text
//! settings, or tasks ─> flow ─┬─> for each target: its stub ─> the WIT of its callers
//!                             ├─> settings ─> members in Cargo.toml, tasks in Makefile.toml
//!                             └─> cargo component build ─> cargo build ─> compose, for each caller
//! ```
//!
//! The steps are those of the tasks, in their order, with the same options (`Jobs`), so both give the same files. Each step
//! writes everything or nothing; what was done before a step that fails stays.

mod check;
mod compile;
mod error;
mod options;
mod step;
mod workspace;

use std::path::Path;

use indexmap::IndexMap;
use wasm_rpc_stubgen_files::{Change, Outputs};

use crate::event::{FlowStep, StepResult, announce};
use crate::initialize_workspace::{CompileJob, Content, Profile, Stub, stub, update_workspace, warn_options};
use crate::{Artifact, Error, Event};
use step::{Notes, Steps, result};
use workspace::FlowWorkspace;

pub use check::{FlowChanges, check_flow};
pub use error::FlowError;
pub use options::FlowOptions;

/// Brings the stubs and the callers' WIT up to date, compiles, and composes.
///
/// # Errors
///
/// All errors in the workspace, or in the WIT of its members, or those of the first compilation that fails, or all of the
/// compositions.
pub fn flow(options: &FlowOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<(), Error> {
    let mut workspace = FlowWorkspace::around(&options.directory)?;
    let mut steps = Steps::new(report);
    // A crate that becomes a WIT package stops being a member in the same plan. The call style of the original's stubs becomes
    // a setting.
    if workspace.loaded.has_settings && (workspace.changes_layout() || workspace.replaces_originals()) {
        update(&workspace, options, &mut steps)?;
        workspace = FlowWorkspace::around(&options.directory)?;
    }
    let stubs = stubs(&workspace, &mut steps)?;
    if workspace.loaded.has_settings {
        update(&workspace, options, &mut steps)?;
    }
    for job in workspace.jobs().compile(&stubs, options.profile) {
        compile(&job, &workspace, options, &mut steps)?;
    }
    compose(&workspace, &stubs, options.profile, &mut steps)
}

/// Brings members, tasks and stubs up to date with the settings.
fn update(workspace: &FlowWorkspace, options: &FlowOptions, steps: &mut Steps<'_>) -> Result<(), Error> {
    steps.run(FlowStep::Workspace, Notes::OfChanges, |report| {
        let files = update_workspace(&workspace.root, workspace.loaded.facts.clone(), &options.tool, report)?;
        Ok(((), result(&files)))
    })
}

/// Generates the stub of each target and adds it to its callers, before the next target: that may be one of the callers.
fn stubs(workspace: &FlowWorkspace, steps: &mut Steps<'_>) -> Result<IndexMap<String, Stub>, Error> {
    let mut stubs = IndexMap::new();
    let mut causes = Vec::new();
    for package in workspace.flow.targets.keys() {
        if let Err(error) = target(package, workspace, &mut stubs, steps) {
            causes.extend(error.into_causes());
        }
    }
    Error::unless(causes, stubs)
}

fn target(
    package: &str,
    workspace: &FlowWorkspace,
    stubs: &mut IndexMap<String, Stub>,
    steps: &mut Steps<'_>,
) -> Result<(), Error> {
    let target = &workspace.flow.targets[package];
    let folder = target.stub_folder();
    let (wanted, message) = workspace.wanted(target);
    let jobs = workspace.jobs_for(&wanted);
    steps.run(FlowStep::Stub { stub: &folder }, Notes::OfChanges, |report| {
        warn_options(&wanted.layout, report);
        stubs.insert(package.to_string(), stub(target, &workspace.root, &wanted, report)?);
        workspace.loaded.check_names(stubs)?;
        let stub = &stubs[package];
        let mut outputs = Outputs::new();
        stub.add(&workspace.root, &mut outputs);
        if let Content::Package { component, .. } = &stub.content {
            outputs.add_file(&jobs.stub_wasm(stub, Profile::Debug), component.clone());
        }
        let plan = outputs.plan()?;
        let artifact = |path: &Path| stub.artifact(&workspace.root, path).unwrap_or(Artifact::StubComponent);
        announce(&plan, artifact, report);
        plan.apply()?;
        message.iter().for_each(|message| report(Event::Diagnostic(message)));
        Ok(((), result(&plan.files())))
    })?;
    for caller in workspace.flow.callers_of(target) {
        let step = FlowStep::Dependency { stub: &folder, caller: &caller.package };
        steps.run(step, Notes::Always, |report| {
            let options = jobs.dependency(&stubs[package], caller);
            let files = crate::add_stub_dependency(&options, report)?.files;
            Ok(((), result(&files)))
        })?;
    }
    Ok(())
}

fn compile(
    job: &CompileJob,
    workspace: &FlowWorkspace,
    options: &FlowOptions,
    steps: &mut Steps<'_>,
) -> Result<(), Error> {
    let packages: Vec<String> = job.packages.iter().cloned().collect();
    steps.run(FlowStep::Compile { packages: &packages }, Notes::Always, |_| {
        let flags = [options.verbosity.flags(), options.color.flags()].concat();
        compile::compile(job, &workspace.root, &flags)?;
        Ok(((), StepResult::Changed))
    })
}

fn compose(
    workspace: &FlowWorkspace,
    stubs: &IndexMap<String, Stub>,
    profile: Profile,
    steps: &mut Steps<'_>,
) -> Result<(), Error> {
    let mut causes = Vec::new();
    for caller in workspace.flow.callers.values() {
        let job = workspace.jobs().compose(caller, stubs, profile);
        let composed = steps.run(FlowStep::Compose { component: &job.composed }, Notes::OfChanges, |report| {
            let change = crate::compose(&job.options(), report)?.change;
            Ok(((), if change == Change::Unchanged { StepResult::Unchanged } else { StepResult::Changed }))
        });
        causes.extend(composed.err().into_iter().flat_map(Error::into_causes));
    }
    Error::unless(causes, ())
}
