//! The target's WIT to its stub: what `generate` and `build` begin with.

use std::fs;
use std::path::Path;

use wasm_rpc_stubgen_core::{Features, Stub, StubOptions, Target, TargetOptions};
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
    let mut options = TargetOptions::new().features(features.clone());
    options.world = world.map(str::to_string);
    let target = match source {
        Input::Path(path) => Target::from_path(path, &options)?,
        Input::Content { name, bytes } => Target::from_file_content(name, bytes.clone(), &options)?,
    };
    let warnings = target.diagnostics().to_vec();
    let stub = Stub::new(target, shape);
    for note in stub.as_ref().map_or(warnings.as_slice(), Stub::diagnostics) {
        report(Event::Diagnostic(note));
    }
    Ok(stub?)
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
