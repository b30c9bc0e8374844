//! The target's WIT to its stub: what `generate` and `build` begin with.

use std::fs;
use std::path::Path;

use wasm_rpc_stubgen_core::{Features, Stub, StubOptions, Target, TargetOptions};
use wasm_rpc_stubgen_files::{Outputs, Source};

use crate::{Error, Event};

/// The stub. Its diagnostics include those about the source, which are reported even if there is no stub.
pub(crate) fn stub(
    source_wit_root: &Path,
    world: Option<&str>,
    features: &Features,
    shape: &StubOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Stub, Error> {
    let mut options = TargetOptions::new().features(features.clone());
    options.world = world.map(str::to_string);
    let target = Target::from_path(source_wit_root, &options)?;
    let warnings = target.diagnostics().to_vec();
    let stub = Stub::new(target, shape);
    for note in stub.as_ref().map_or(warnings.as_slice(), Stub::diagnostics) {
        report(Event::Diagnostic(note));
    }
    Ok(stub?)
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
