//! The jobs of a flow to the arguments of the commands that do them.

use std::path::Path;

use wasm_rpc_stubgen_core::WasmRpc;
use wasm_rpc_stubgen_edit::Import;
use wasm_rpc_stubgen_model::{CallStyle, Features, RpcErrors, StubOptions, TypeSource, Unsupported};

use super::jobs::{ComposeJob, Jobs, Profile};
use super::options::StubLayout;
use super::stub::Stub;
use crate::add_stub_dependency::{AddStubDependencyOptions, ManifestUpdate};

/// The arguments of `generate`, or of `build` for a stub without a crate.
pub(super) fn stub_args(jobs: &Jobs<'_>, stub: &Stub) -> Vec<String> {
    let (source, wanted) = (text(&jobs.at(&stub.target.wit)), jobs.wanted);
    let (command, wasm_rpc) = match &wanted.layout {
        StubLayout::Crate(wasm_rpc) => {
            (words(&["generate", "-s", &source, "-d", &text(&jobs.at(&stub.folder))]), wasm_rpc_flags(wasm_rpc))
        }
        StubLayout::Package => {
            let (wasm, wit) = (text(&jobs.stub_wasm(stub, Profile::Debug)), text(&jobs.stub_wit(stub)));
            (words(&["build", "-s", &source, "--dest-wasm", &wasm, "--dest-wit-root", &wit]), Vec::new())
        }
    };
    let world = world_flag(stub.target.world.as_deref());
    [command, world, feature_flags(&wanted.features), shape_flags(&wanted.shape), wasm_rpc].concat()
}

pub(super) fn add_stub_dependency_args(options: &AddStubDependencyOptions) -> Vec<String> {
    let (stub, caller) = (text(&options.stub_wit_root), text(&options.dest_wit_root));
    let mut args = words(&["add-stub-dependency", "--stub-wit-root", &stub, "--dest-wit-root", &caller, "--overwrite"]);
    match options.manifest {
        ManifestUpdate::Update => args.push("--update-cargo-toml".to_string()),
        ManifestUpdate::Leave => {}
    }
    if let Import::Add { world } = &options.import {
        args.push("--add-import".to_string());
        args.extend(world.iter().flat_map(|world| ["--world".to_string(), world.clone()]));
    }
    args.extend(feature_flags(&options.features));
    args
}

pub(super) fn compose_args(job: &ComposeJob) -> Vec<String> {
    let mut args = words(&["compose", "--source-wasm", &text(&job.caller)]);
    for stub in &job.stubs {
        args.extend(["--stub-wasm".to_string(), text(stub)]);
    }
    args.extend(["--dest-wasm".to_string(), text(&job.composed)]);
    args
}

/// The paths are made of text.
fn text(path: &Path) -> String {
    path.display().to_string()
}

fn world_flag(world: Option<&str>) -> Vec<String> {
    world.map_or_else(Vec::new, |world| words(&["-w", world]))
}

/// The flags for open feature gates.
fn feature_flags(features: &Features) -> Vec<String> {
    match features {
        Features::All => words(&["--all-features"]),
        Features::Listed(names) if names.is_empty() => Vec::new(),
        Features::Listed(names) => {
            vec!["--features".to_string(), names.iter().map(String::as_str).collect::<Vec<_>>().join(",")]
        }
    }
}

/// The flags for stub options that are not the default.
fn shape_flags(shape: &StubOptions) -> Vec<String> {
    let call_style: &[&str] = match shape.call_style {
        CallStyle::Sync => &[],
        CallStyle::Async => &["--call-style", "async"],
    };
    let rpc_errors: &[&str] = match shape.rpc_errors {
        RpcErrors::Trap => &[],
        RpcErrors::Result => &["--rpc-errors", "result"],
    };
    let types: &[&str] = match shape.types {
        TypeSource::Target => &[],
        TypeSource::Stub => &["--always-inline-types"],
    };
    let unsupported: &[&str] = match shape.unsupported {
        Unsupported::Refused => &[],
        Unsupported::Skipped => &["--skip-unsupported"],
    };
    words(&[call_style, rpc_errors, types, unsupported].concat())
}

fn wasm_rpc_flags(wasm_rpc: &WasmRpc) -> Vec<String> {
    match wasm_rpc {
        WasmRpc::Bindings => Vec::new(),
        WasmRpc::Path(path) => words(&["--wasm-rpc-path-override", &text(path)]),
        WasmRpc::Version(version) => {
            let version = version.to_string();
            words(&["--wasm-rpc-version-override", version.strip_prefix('=').unwrap_or(&version)])
        }
    }
}

pub(super) fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}
