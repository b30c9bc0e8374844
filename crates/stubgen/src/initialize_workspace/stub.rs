//! The stubs of a flow's targets: the files in `F-stub`, and the WebAssembly file that is built from them.
//!
//! | layout | in `F-stub` | the WebAssembly file |
//! | --- | --- | --- |
//! | `Crate` | the output of `generate`, a member | `<world>_stub.wasm`, by cargo, beside the target's |
//! | `Package` | `wit/`, as `build` writes it | `<target>_stub.wasm`, by `flow` or the task that calls `build` |

use std::path::Path;

use heck::ToSnakeCase;
use indexmap::IndexMap;
use wasm_rpc_stubgen_core::{CrateOptions, FileSet, StubError, Target, WasmRpc};
use wasm_rpc_stubgen_edit::original_crate_files;
use wasm_rpc_stubgen_files::Outputs;
use wasm_rpc_stubgen_model::{Features, LoadError};

use super::error::WorkspaceError;
use super::flow::Flow;
use super::member::{Member, relative};
use super::options::{StubLayout, WorkspaceFlow, at};
use super::previous::PreviousFlow;
use crate::cargo::metadata::{MemberFacts, WorkspaceFacts};
use crate::{Artifact, Cause, Error, Event, generate, previous_stub, source, stub_crate};

/// The stub of a target.
#[derive(Debug)]
pub(crate) struct Stub {
    pub(crate) target: Member,
    /// Its folder, relative to the workspace.
    pub(crate) folder: String,
    /// The file name, without extension, of its WebAssembly file.
    pub(crate) wasm: String,
    pub(crate) content: Content,
}

/// The content of the folder of a stub.
#[derive(Debug)]
pub(crate) enum Content {
    /// A crate of this name.
    Crate { name: String, files: FileSet },
    /// A WIT package, and the component, which is not written there.
    Package { wit: FileSet, component: Vec<u8> },
}

impl Stub {
    /// Adds the files of the stub to the outputs.
    pub(crate) fn add(&self, root: &Path, outputs: &mut Outputs) {
        let folder = at(root, &self.folder);
        match &self.content {
            Content::Crate { files, .. } => outputs.add_crate(&folder, files.iter()),
            Content::Package { wit, .. } => outputs.add_stub_package(&folder, wit.iter()),
        }
        outputs.adopt(&folder, original_crate_files(&folder));
        source::protect(&at(root, &self.target.wit).into(), outputs);
    }

    /// The kind of the file at `path`, if it is in its folder.
    pub(crate) fn artifact(&self, root: &Path, path: &Path) -> Option<Artifact> {
        path.strip_prefix(at(root, &self.folder)).ok().map(generate::artifact)
    }

    /// The files of its WIT package.
    pub(crate) fn wit(&self) -> Vec<(&str, &[u8])> {
        match &self.content {
            Content::Crate { files, .. } => {
                files.iter().filter_map(|(path, content)| Some((path.strip_prefix("wit/")?, content))).collect()
            }
            Content::Package { wit, .. } => wit.iter().collect(),
        }
    }

    /// The name of the crate that is compiled with the others.
    pub(crate) fn crate_name(&self) -> Option<&str> {
        match &self.content {
            Content::Crate { name, .. } => Some(name),
            Content::Package { .. } => None,
        }
    }
}

/// The stubs of all targets by their packages, or the errors of all of them.
pub(super) fn stubs(
    flow: &Flow,
    root: &Path,
    wanted: &WorkspaceFlow,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<IndexMap<String, Stub>, Error> {
    let mut stubs = IndexMap::new();
    let mut causes = Vec::new();
    warn_options(&wanted.layout, report);
    if let StubLayout::Crate(wasm_rpc) = &wanted.layout {
        causes.extend(crate_options(wasm_rpc).check().err().map(|error| Cause::from(StubError::from(error))));
    }
    for (package, target) in &flow.targets {
        match stub(target, root, wanted, report) {
            Ok(stub) => _ = stubs.insert(package.clone(), stub),
            // Wrong options of the crate are reported once.
            Err(error) => causes.extend(error.into_causes().into_iter().filter(|cause| !is_about_options(cause))),
        }
    }
    Error::unless(causes, stubs)
}

/// Warns about a `golem-wasm-rpc` with which the crates of stubs may not compile.
pub(crate) fn warn_options(layout: &StubLayout, report: &mut dyn FnMut(Event<'_>)) {
    if let StubLayout::Crate(wasm_rpc) = layout {
        stub_crate::warn(&crate_options(wasm_rpc), report);
    }
}

fn is_about_options(cause: &Cause) -> bool {
    matches!(cause, Cause::Stub(StubError::CrateOptions(_)))
}

/// The stub of one target.
pub(crate) fn stub(
    target: &Member,
    root: &Path,
    wanted: &WorkspaceFlow,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Stub, Error> {
    let folder = target.stub_folder();
    let (loaded, world) = load(target, root, &wanted.features)?;
    let stub = source::stub_of(loaded, &wanted.shape, report)?;
    previous_stub::report_changes(&target.stub_wit(root), stub.resolve(), stub.interface(), report);
    let (wasm, content) = match &wanted.layout {
        StubLayout::Crate(wasm_rpc) => {
            let files = stub.rust_crate(&crate_options(wasm_rpc))?;
            let name = stub.crate_name().to_string();
            (name.to_snake_case(), Content::Crate { name, files })
        }
        StubLayout::Package => {
            let (wit, component) = (stub.wit().clone(), stub.component()?);
            (format!("{}_stub", target.snake()), Content::Package { wit, component })
        }
    };
    Ok(Stub { target: Member { world, ..target.clone() }, folder, wasm, content })
}

/// The target and its world. Without one in the manifest, it is the only one, or of several the one with the member's name.
fn load(target: &Member, root: &Path, features: &Features) -> Result<(Target, Option<String>), Cause> {
    let source = target.changed_wit.clone().unwrap_or_else(|| at(root, &target.wit)).into();
    match source::target(&source, target.world.as_deref(), features) {
        Err(LoadError::SeveralWorlds { worlds, .. }) if target.world.is_none() => {
            let world = target.named_world(worlds)?;
            Ok((source::target(&source, Some(&world), features)?, Some(world)))
        }
        loaded => Ok((loaded?, target.world.clone())),
    }
}

/// The default options of `generate`.
fn crate_options(wasm_rpc: &WasmRpc) -> CrateOptions {
    CrateOptions::new().wasm_rpc(wasm_rpc.clone())
}

/// Refuses crates that would have the same name.
pub(super) fn check_names(
    stubs: &IndexMap<String, Stub>,
    workspace: &WorkspaceFacts,
    previous: &PreviousFlow,
) -> Result<(), Error> {
    let mut errors = Vec::new();
    for (index, (target, stub)) in stubs.iter().enumerate() {
        let Some(name) = stub.crate_name() else {
            continue;
        };
        let is_same = |member: &&MemberFacts| {
            let folder = relative(&member.folder, &workspace.root).unwrap_or_default();
            let is_stub = stubs.values().any(|stub| stub.folder == folder) || previous.stubs.contains(&folder);
            member.package == name && !is_stub
        };
        let member = workspace.members.iter().find(is_same).map(|member| format!("the member `{}`", member.package));
        let mut before = stubs.iter().take(index).filter(|(_, stub)| stub.crate_name() == Some(name));
        let stub = before.next().map(|(package, _)| format!("the stub of `{package}`"));
        errors.extend(member.or(stub).map(|other| {
            Cause::from(WorkspaceError::StubName { name: name.to_string(), target: target.clone(), other })
        }));
    }
    Error::unless(errors, ())
}
