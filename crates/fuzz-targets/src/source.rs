//! A source of a stub -> the stub, in all its forms, twice.

use std::path::Path;

use testkit::Directory;
use wasm_rpc_stubgen_emit::{CrateOptions, FileSet, StubWit, emit_rust, emit_wasm, emit_wit};
use wasm_rpc_stubgen_model::{
    CallStyle, Diagnostic, Features, LoadError, RpcErrors, StubModel, StubOptions, TypeSource, Unsupported, unbindable,
};

use crate::{errors, validity};

/// The most worlds of a source that are tried.
const WORLDS: usize = 2;

/// A stub that was built.
pub(crate) struct Stub {
    pub(crate) wit: StubWit,
    pub(crate) wasm: Vec<u8>,
    /// The files of its crate; `None` if it cannot be represented in Rust.
    pub(crate) rust: Option<FileSet>,
}

/// Checks the stub of an encoded package or a component.
pub(crate) fn check_bytes(bytes: &[u8]) {
    let directory = Directory::new();
    directory.write("target.wasm", bytes);
    check(&directory.path("target.wasm"), bytes);
}

/// Checks the stub of the source at `path`, whose content is `bytes`.
pub(crate) fn check(path: &Path, bytes: &[u8]) {
    let worlds = match wasm_rpc_stubgen_model::load(path, None, &features(bytes)) {
        Err(LoadError::SeveralWorlds { worlds, .. }) => worlds.into_iter().take(WORLDS).map(Some).collect(),
        _ => vec![None],
    };
    for world in worlds {
        let build = || build(path, world.as_deref(), &features(bytes), &options(bytes));
        match (build(), build()) {
            (Ok(stub), Ok(again)) => {
                assert!(stub.wasm == again.wasm && stub.wit.files == again.wit.files, "a second build differs");
                assert!(stub.rust == again.rust, "a second crate differs");
                check_stub(&stub);
            }
            (Err(diagnostics), Err(again)) => {
                assert_eq!(diagnostics, again, "a second failure differs");
                errors::check(&diagnostics);
            }
            (Ok(_), Err(diagnostics)) | (Err(diagnostics), Ok(_)) => panic!("one of two builds fails: {diagnostics:?}"),
        }
    }
}

/// Builds a stub in all its forms.
pub(crate) fn build(
    path: &Path,
    world: Option<&str>,
    features: &Features,
    options: &StubOptions,
) -> Result<Stub, Vec<Diagnostic>> {
    let target = wasm_rpc_stubgen_model::load(path, world, features).map_err(|error| error.diagnostics())?;
    let model = wasm_rpc_stubgen_model::lower(target, options).map_err(|error| error.diagnostics())?;
    let wit = emit_wit(&model);
    let wasm = emit_wasm(&model, &wit).map_err(|error| wasm_rpc_stubgen::StubError::from(error).diagnostics())?;
    let rust = rust(&model, &wit);
    Ok(Stub { wit, wasm, rust })
}

fn rust(model: &StubModel, wit: &StubWit) -> Option<FileSet> {
    let diagnostics = unbindable(model);
    if !diagnostics.is_empty() {
        errors::check(&diagnostics);
        return None;
    }
    Some(emit_rust(model, wit, &CrateOptions::default()))
}

/// The options of a stub, drawn from the input: all combinations are common.
pub(crate) fn options(input: &[u8]) -> StubOptions {
    let bits = drawn(input);
    let bit = |number: u32| bits >> number & 1 == 1;
    StubOptions::new()
        .call_style(if bit(0) { CallStyle::Async } else { CallStyle::Sync })
        .rpc_errors(if bit(1) { RpcErrors::Result } else { RpcErrors::Trap })
        .types(if bit(2) { TypeSource::Stub } else { TypeSource::Target })
        // Half of all inputs must say what cannot be stubbed.
        .unsupported(if bit(3) { Unsupported::Skipped } else { Unsupported::Refused })
}

/// The features that exist: all or none.
pub(crate) fn features(input: &[u8]) -> Features {
    if drawn(input) >> 4 & 1 == 1 { Features::All } else { Features::default() }
}

/// A number that any change of the input changes (FNV-1a).
pub(crate) fn drawn(input: &[u8]) -> u64 {
    let hash = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = input.iter().fold(0xcbf2_9ce4_8422_2325, hash);
    hash >> 32
}

fn check_stub(stub: &Stub) {
    validity::stub(&stub.wit, &stub.wasm);
    if let Some(files) = &stub.rust {
        validity::rust_crate(files);
    }
}
