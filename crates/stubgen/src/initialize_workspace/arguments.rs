//! The options of commands to the arguments that give them.

use std::path::Path;

use wasm_rpc_stubgen_core::WasmRpc;
use wasm_rpc_stubgen_edit::Import;
use wasm_rpc_stubgen_model::{CallStyle, Features, RpcErrors, StubOptions, TypeSource, Unsupported};

use crate::add_stub_dependency::{AddStubDependencyOptions, ManifestUpdate};
use crate::build::BuildOptions;
use crate::compose::ComposeOptions;
use crate::generate::GenerateOptions;

pub(super) fn generate_args(options: &GenerateOptions) -> Vec<String> {
    let mut args =
        words(&["generate", "-s", &text(options.source_wit_root.argument()), "-d", &text(&options.dest_crate_root)]);
    args.extend(world_flag(options.world.as_deref()));
    args.extend(feature_flags(&options.features));
    args.extend(shape_flags(&options.shape));
    args.extend(wasm_rpc_flags(&options.stub_crate.wasm_rpc));
    args
}

/// The arguments for the native builder.
pub(super) fn build_args(options: &BuildOptions) -> Vec<String> {
    let (source, wasm, wit) =
        (options.source_wit_root.argument(), options.dest_wasm.argument(), &options.dest_wit_root);
    let mut args = words(&["build", "-s", &text(source), "--dest-wasm", &text(wasm), "--dest-wit-root", &text(wit)]);
    args.extend(world_flag(options.world.as_deref()));
    args.extend(feature_flags(&options.features));
    args.extend(shape_flags(&options.shape));
    args
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

pub(super) fn compose_args(options: &ComposeOptions) -> Vec<String> {
    let mut args = words(&["compose", "--source-wasm", &text(options.source_wasm.argument())]);
    for stub in &options.stub_wasm {
        args.extend(["--stub-wasm".to_string(), text(stub.argument())]);
    }
    args.extend(["--dest-wasm".to_string(), text(options.dest_wasm.argument())]);
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
