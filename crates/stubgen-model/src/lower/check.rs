//! Everything of a world that cannot be stubbed, found before anything is named or built.

use super::LowerError;
use super::scope::{Scope, value_types};
use crate::Diagnostic;
use crate::support::Support;
use wit_parser::{Function as WitFunction, FunctionKind as WitKind, Resolve};

/// The longest name: the limit of the validator of components is 100,000 for names that are made from several of these.
const MAX_NAME: usize = 20_000;

/// The most parameters: the limit of the validator of components is 1,000, with those that a stub adds.
const MAX_PARAMS: usize = 990;

/// All functions that cannot be stubbed, in the order of the source.
pub(super) fn check(resolve: &Resolve, scopes: &[Scope], support: &mut Support) -> Result<(), LowerError> {
    let mut found = Vec::new();
    for function in scopes.iter().flat_map(Scope::all_functions) {
        if let Some((message, hint)) = too_much(function) {
            found.push((function.span, format!("{} cannot be stubbed: {message}", called(resolve, function)), hint));
        } else if let Some(obstacle) = value_types(function).find_map(|ty| support.check(ty).err()) {
            let message = format!("{} cannot be stubbed: {}", called(resolve, function), obstacle.message());
            found.push((function.span, message, obstacle.hint()));
        }
    }
    found.sort_by_key(|(span, ..)| span.is_known().then(|| span.start()));
    let diagnostics: Vec<_> = found
        .into_iter()
        .map(|(span, message, hint)| {
            let location = span.is_known().then(|| resolve.render_location(span));
            Diagnostic { location, ..Diagnostic::error(message).hint(hint) }
        })
        .collect();
    match diagnostics.is_empty() {
        true => Ok(()),
        false => Err(LowerError::Unsupported(diagnostics)),
    }
}

/// What the validator of components wouldn't let pass of the function itself, and what to do about it.
fn too_much(function: &WitFunction) -> Option<(String, &'static str)> {
    let names = std::iter::once(&function.name).chain(function.params.iter().map(|param| &param.name));
    match names.map(String::len).max() {
        Some(length) if length > MAX_NAME => {
            Some((format!("a name has {length} characters, and a stub allows {MAX_NAME}"), "give it a shorter name"))
        }
        _ if function.params.len() > MAX_PARAMS => Some((
            format!("it has {} parameters, and a stub allows {MAX_PARAMS}", function.params.len()),
            "pass a record",
        )),
        _ => None,
    }
}

/// A function in the words of a message: with its resource, if it has one.
fn called(resolve: &Resolve, function: &WitFunction) -> String {
    let name = function.item_name();
    let owner = function.kind.resource().and_then(|id| resolve.types[id].name.as_deref()).unwrap_or_default();
    match function.kind {
        WitKind::Freestanding | WitKind::AsyncFreestanding => format!("`{name}`"),
        WitKind::Constructor(_) => format!("the constructor of `{owner}`"),
        WitKind::Method(_) | WitKind::AsyncMethod(_) | WitKind::Static(_) | WitKind::AsyncStatic(_) => {
            format!("`{owner}.{name}`")
        }
    }
}
