//! The target's WIT to the model of its stub: what `generate` and `build` begin with.

use std::fs;
use std::path::Path;

use wasm_rpc_stubgen_files::{Outputs, Source};
use wasm_rpc_stubgen_model::{Features, StubModel, StubOptions};

use crate::{Cause, Error, Event};

/// The model of the stub. Its notes include the warnings about the source, which are reported even if there is no model.
pub(crate) fn model(
    source_wit_root: &Path,
    world: Option<&str>,
    features: &Features,
    shape: &StubOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<StubModel, Error> {
    let target = wasm_rpc_stubgen_model::load(source_wit_root, world, features)?;
    let warnings = target.warnings.clone();
    let lowered = wasm_rpc_stubgen_model::lower(target, shape).map_err(|error| error.at(source_wit_root));
    let notes = lowered.as_ref().map_or(&warnings, |model| &model.notes);
    for note in notes {
        report(Event::Diagnostic(note));
    }
    Ok(lowered?)
}

/// Refuses a stub that cannot be represented in Rust.
pub(crate) fn check_bindings(model: &StubModel) -> Result<(), Cause> {
    match wasm_rpc_stubgen_model::unbindable(model) {
        diagnostics if diagnostics.is_empty() => Ok(()),
        diagnostics => Err(Cause::Unbindable(diagnostics)),
    }
}

/// Protects the target's WIT from the `outputs`.
pub(crate) fn protect(source_wit_root: &Path, outputs: &mut Outputs) {
    let source = source_wit_root.to_path_buf();
    outputs.protect_source(if source.is_dir() { Source::WitPackage(source) } else { Source::File(source) });
}

/// The present content of a destination, used in place of content that is not known yet.
pub(crate) fn present_content(path: &Path) -> Vec<u8> {
    if path.is_file() { fs::read(path).unwrap_or_default() } else { Vec::new() }
}
