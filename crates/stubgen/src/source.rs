//! The target's WIT to the model of its stub: what `generate` and `build` begin with.

use std::fs;
use std::path::Path;

use stubgen_model::{StubModel, StubOptions};
use stubgen_project::{Outputs, Source};

use crate::{Cause, Error, Event};

/// The model of the stub. Its notes include the warnings about the source, which are told even if there is no model.
pub(crate) fn model(
    source_wit_root: &Path,
    world: Option<&str>,
    shape: &StubOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<StubModel, Error> {
    let target = stubgen_model::load(source_wit_root, world)?;
    let warnings = target.warnings.clone();
    let lowered = stubgen_model::lower(target, shape);
    let notes = lowered.as_ref().map_or(&warnings, |model| &model.notes);
    for note in notes {
        report(Event::Diagnostic(note));
    }
    Ok(lowered?)
}

/// What of a stub its crate cannot have.
pub(crate) fn check_bindings(model: &StubModel) -> Result<(), Cause> {
    match stubgen_model::unbindable(model) {
        diagnostics if diagnostics.is_empty() => Ok(()),
        diagnostics => Err(Cause::Unbindable(diagnostics)),
    }
}

/// Keeps the `outputs` out of the target's WIT.
pub(crate) fn keep(source_wit_root: &Path, outputs: &mut Outputs) {
    let source = source_wit_root.to_path_buf();
    outputs.keep(if source.is_dir() { Source::WitPackage(source) } else { Source::File(source) });
}

/// What is at a destination, in the place of a content that is not known yet.
pub(crate) fn present_content(path: &Path) -> Vec<u8> {
    if path.is_file() { fs::read(path).unwrap_or_default() } else { Vec::new() }
}
