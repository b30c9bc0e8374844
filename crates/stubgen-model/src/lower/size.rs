//! Refuses a stub that would take too long to encode.

use super::error::LowerError;
use crate::StubModel;
use crate::model::ResourceKind;

/// The most functions of a stub: for each, `wit-component` searches all exports of the core module several times
/// (`ExportMap::find`), so the time grows with the square of their number.
const MAX_FUNCTIONS: usize = 5_000;

/// Fails if the stub has too many functions, with its own constructors and those of futures.
pub(super) fn check(model: &StubModel) -> Result<(), LowerError> {
    let connections = model.resources.iter().filter(|resource| matches!(resource.kind, ResourceKind::Functions { .. }));
    // A future has `subscribe` and `get`.
    let count = connections.count() + model.functions().count() + 2 * model.futures.len();
    match count > MAX_FUNCTIONS {
        true => Err(LowerError::TooManyFunctions { stub: model.package.to_string(), count, most: MAX_FUNCTIONS }),
        false => Ok(()),
    }
}
