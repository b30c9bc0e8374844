//! The stubs of a flow's targets: what is written to `F-stub`, and the WebAssembly file that will come of it.
//!
//! | layout | in `F-stub` | the WebAssembly file |
//! | --- | --- | --- |
//! | `Crate` | what `generate` writes, a member | `<world>_stub.wasm`, by cargo, beside the target's |
//! | `Package` | `wit/`, which `build` writes | `<target>_stub.wasm`, by the task that calls `build` |

use std::path::Path;

use heck::ToSnakeCase;
use indexmap::IndexMap;
use semver::Version;
use stubgen_emit::{CrateOptions, FileSet, WasmRpc, emit_rust, emit_wasm, emit_wit};
use stubgen_model::StubOptions;
use stubgen_project::{Outputs, is_generated_crate};

use super::earlier::Earlier;
use super::flow::Flow;
use super::member::{Member, relative};
use super::{StubLayout, WorkspaceError, at};
use crate::cargo::metadata::{MemberFacts, WorkspaceFacts};
use crate::{Cause, Error, Event, source, stub_crate};

/// The stub of a target.
#[derive(Debug)]
pub(super) struct Stub {
    pub(super) target: Member,
    /// Its folder, relative to the workspace.
    pub(super) folder: String,
    /// The file name, without extension, of its WebAssembly file.
    pub(super) wasm: String,
    pub(super) content: Content,
}

/// What is in the folder of a stub.
#[derive(Debug)]
pub(super) enum Content {
    /// A crate of this name.
    Crate { name: String, files: FileSet },
    /// A WIT package.
    Package(FileSet),
}

impl Stub {
    /// Adds what is in the stub's folder to the outputs.
    pub(super) fn add(&self, root: &Path, outputs: &mut Outputs) {
        let folder = at(root, &self.folder);
        match &self.content {
            Content::Crate { files, .. } => outputs.add_crate(&folder, files),
            Content::Package(files) => outputs.add_stub_package(&folder, files),
        }
        source::keep(&at(root, &self.target.wit), outputs);
    }

    /// The crate that has to be compiled with the others.
    pub(super) fn crate_name(&self) -> Option<&str> {
        match &self.content {
            Content::Crate { name, .. } => Some(name),
            Content::Package(_) => None,
        }
    }
}

/// The stubs of all targets by their packages, or everything that is wrong with these.
pub(super) fn stubs(
    flow: &Flow,
    root: &Path,
    shape: &StubOptions,
    layout: &StubLayout,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<IndexMap<String, Stub>, Error> {
    let mut stubs = IndexMap::new();
    let mut causes = Vec::new();
    if let StubLayout::Crate(wasm_rpc) = layout {
        causes.extend(stub_crate::check(&crate_options(wasm_rpc)));
    }
    for (package, target) in &flow.targets {
        match stub(target, root, shape, layout, report) {
            Ok(stub) => _ = stubs.insert(package.clone(), stub),
            Err(error) => causes.extend(error.into_causes()),
        }
    }
    Error::unless(causes, stubs)
}

fn stub(
    target: &Member,
    root: &Path,
    shape: &StubOptions,
    layout: &StubLayout,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Stub, Error> {
    let folder = target.stub_folder();
    check_mark(&at(root, &folder))?;
    let model = source::model(&at(root, &target.wit), target.world.as_deref(), shape, report)?;
    let wit = emit_wit(&model);
    let (wasm, content) = match layout {
        StubLayout::Crate(wasm_rpc) => {
            source::check_bindings(&model)?;
            let files = emit_rust(&model, &wit, &crate_options(wasm_rpc));
            let name = model.crate_name.clone();
            (name.to_snake_case(), Content::Crate { name, files })
        }
        StubLayout::Package => {
            // What the task will do, so that what stands in its way is known now.
            emit_wasm(&model, &wit)?;
            (format!("{}_stub", target.snake()), Content::Package(wit.files))
        }
    };
    Ok(Stub { target: target.clone(), folder, wasm, content })
}

/// What `generate` makes a crate with, when it is told nothing else.
fn crate_options(wasm_rpc: &WasmRpc) -> CrateOptions {
    CrateOptions { version: Version::new(0, 0, 1), wasm_rpc: wasm_rpc.clone() }
}

/// A crate that was not generated is nothing that may be overwritten.
pub(super) fn check_mark(folder: &Path) -> Result<(), WorkspaceError> {
    match folder.join("Cargo.toml").exists() && !is_generated_crate(folder) {
        true => Err(WorkspaceError::UnmarkedStub { folder: folder.to_path_buf() }),
        false => Ok(()),
    }
}

/// The errors of crates that would have one name.
pub(super) fn check_names(stubs: &IndexMap<String, Stub>, workspace: &WorkspaceFacts, earlier: &Earlier) -> Vec<Cause> {
    let mut errors = Vec::new();
    for (index, (target, stub)) in stubs.iter().enumerate() {
        let Some(name) = stub.crate_name() else {
            continue;
        };
        let is_same = |member: &&MemberFacts| {
            let folder = relative(&member.folder, &workspace.root).unwrap_or_default();
            let is_stub = stubs.values().any(|stub| stub.folder == folder) || earlier.stubs.contains(&folder);
            member.package == name && !is_stub
        };
        let member = workspace.members.iter().find(is_same).map(|member| format!("the member `{}`", member.package));
        let mut earlier = stubs.iter().take(index).filter(|(_, stub)| stub.crate_name() == Some(name));
        let stub = earlier.next().map(|(package, _)| format!("the stub of `{package}`"));
        errors.extend(member.or(stub).map(|other| {
            Cause::from(WorkspaceError::StubName { name: name.to_string(), target: target.clone(), other })
        }));
    }
    errors
}
