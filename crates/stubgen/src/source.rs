//! The target's WIT to its stub: what `generate` and `build` begin with.

use std::fs;
use std::path::Path;

use wasm_rpc_stubgen_core::{Features, LoadError, Stub, StubError, StubOptions, Target, TargetOptions};
use wasm_rpc_stubgen_files::{Outputs, Source};

use crate::{Error, Event, Input};

/// The stub. Its diagnostics include those about the source, which are reported even if there is no stub.
pub(crate) fn stub(
    source: &Input,
    world: Option<&str>,
    features: &Features,
    shape: &StubOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Stub, Error> {
    Ok(stub_of(target(source, world, features)?, shape, report)?)
}

/// The target, in its only world or in this one.
pub(crate) fn target(source: &Input, world: Option<&str>, features: &Features) -> Result<Target, LoadError> {
    let mut options = TargetOptions::new().features(features.clone());
    options.world = world.map(str::to_string);
    match source {
        Input::Path(path) => Target::from_path(path, &options),
        Input::Content { name, bytes } => Target::from_file_content(name, bytes.clone(), &options),
    }
}

/// The stub of a target.
pub(crate) fn stub_of(
    target: Target,
    shape: &StubOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Stub, StubError> {
    let warnings = target.diagnostics().to_vec();
    let stub = Stub::new(target, shape);
    for note in stub.as_ref().map_or(warnings.as_slice(), Stub::diagnostics) {
        report(Event::Diagnostic(note));
    }
    stub
}

/// Protects the target's WIT from the `outputs`.
pub(crate) fn protect(source: &Input, outputs: &mut Outputs) {
    if let Some(path) = source.path().map(Path::to_path_buf) {
        outputs.protect_source(if path.is_dir() { Source::WitPackage(path) } else { Source::File(path) });
    }
}

/// The present content of a destination, used in place of content that is not known yet.
pub(crate) fn present_content(path: &Path) -> Vec<u8> {
    if path.is_file() { fs::read(path).unwrap_or_default() } else { Vec::new() }
}
