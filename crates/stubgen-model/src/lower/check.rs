//! Everything of a world that cannot be stubbed, found before anything is named or built.

use std::collections::HashSet;

use super::LowerError;
use super::scope::{Scope, value_types};
use crate::support::Support;
use crate::{Diagnostic, Unsupported};
use wit_parser::{Function as WitFunction, FunctionKind as WitKind, Resolve, Span};

/// The longest name: the limit of the validator of components is 100,000 for names that are made from several of these.
const MAX_NAME: usize = 20_000;

/// The most parameters: the limit of the validator of components is 1,000, with those that a stub adds.
const MAX_PARAMS: usize = 990;

/// All functions that cannot be stubbed, in the order of the source: an error, or left out with a warning for each.
pub(super) fn check(
    resolve: &Resolve,
    scopes: &mut [Scope],
    support: &mut Support,
    unsupported: Unsupported,
) -> Result<Vec<Diagnostic>, LowerError> {
    let mut found = Vec::new();
    let none = HashSet::new();
    // What the world itself `use`s, it imports: no handle of its own functions is of an exported resource.
    let mut world_support = Support::new(resolve, &none);
    for scope in &mut *scopes {
        let of_world = scope.interface.is_none();
        let mut obstacle = |function: &WitFunction| match of_world {
            true => obstacle(resolve, function, &mut world_support),
            false => obstacle(resolve, function, support),
        };
        scope.retain(|function| match obstacle(function) {
            None => true,
            Some((message, hint)) => {
                found.push((function.span, message, hint));
                false
            }
        });
    }
    found.sort_by_key(|(span, ..)| span.is_known().then(|| span.start()));
    let skipped =
        unsupported == Unsupported::Skipped && scopes.iter().any(|scope| scope.all_functions().next().is_some());
    let diagnostic = |(span, message, hint): (Span, String, &str)| {
        let location = span.is_known().then(|| resolve.render_location(span));
        match skipped {
            true => Diagnostic { location, ..Diagnostic::warning(format!("{message}; it is left out")) },
            false => Diagnostic { location, ..Diagnostic::error(message).hint(hint) },
        }
    };
    let diagnostics: Vec<_> = found.into_iter().map(diagnostic).collect();
    match skipped || diagnostics.is_empty() {
        true => Ok(diagnostics),
        false => Err(LowerError::Unsupported(diagnostics)),
    }
}

/// Why a function cannot be stubbed, and what to do about it.
fn obstacle(resolve: &Resolve, function: &WitFunction, support: &mut Support) -> Option<(String, &'static str)> {
    let found = match too_much(function) {
        Some(found) => found,
        None => {
            let obstacle = value_types(function).find_map(|ty| support.check(ty).err())?;
            (obstacle.message(), obstacle.hint())
        }
    };
    Some((format!("{} cannot be stubbed: {}", called(resolve, function), found.0), found.1))
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
pub(super) fn called(resolve: &Resolve, function: &WitFunction) -> String {
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
