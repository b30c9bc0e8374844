//! Finds the functions that cannot be stubbed, before anything is named or built.

use std::collections::HashSet;

use super::error::LowerError;
use super::scope::{Scope, target_params, value_types};
use crate::support::{Obstacle, Support, qualified_name};
use crate::{Diagnostic, Unsupported};
use wit_parser::{AccessorKind, Function as WitFunction, FunctionKind as WitKind, Resolve, Type, TypeId};

/// The longest name: component validation allows 100,000 bytes for a name that is made of several of these.
const MAX_NAME: usize = 20_000;

/// The most parameters: component validation allows 1,000, including those that a stub adds.
const MAX_PARAMS: usize = 990;

/// Removes the functions that cannot be stubbed. Each is an error or a warning, in the order of the source.
pub(super) fn check<'a>(
    resolve: &'a Resolve,
    scopes: &mut [Scope],
    support: &mut Support<'a>,
    unsupported: Unsupported,
) -> Result<Vec<Diagnostic>, LowerError> {
    let mut found = Vec::new();
    // A resource that the world itself `use`s is imported: the world's functions have no handles of exported resources.
    let mut world_support = Support::new(resolve, HashSet::new());
    for scope in &mut *scopes {
        let is_world = scope.interface.is_none();
        scope.retain(|function| {
            let obstacle = match is_world {
                true => obstacle(resolve, function, &mut world_support, &|resource| support.exports(resource)),
                false => obstacle(resolve, function, support, &|_| false),
            };
            let is_supported = obstacle.is_none();
            found.extend(obstacle.map(|(message, hint)| (function.span, message, hint)));
            is_supported
        });
    }
    found.sort_by_key(|(span, ..)| span.is_known().then(|| span.start()));
    let is_skipped =
        unsupported == Unsupported::Skipped && scopes.iter().any(|scope| scope.all_functions().next().is_some());
    let diagnostics = found.into_iter().map(|(span, message, hint)| {
        let diagnostic = match is_skipped {
            true => Diagnostic::warning(format!("{message}; it is left out")),
            false => Diagnostic::error(message).hint(hint),
        };
        diagnostic.at_span(resolve, span)
    });
    let diagnostics: Vec<_> = diagnostics.collect();
    match is_skipped || diagnostics.is_empty() {
        true => Ok(diagnostics),
        false => Err(LowerError::Unsupported(diagnostics)),
    }
}

/// Why a function cannot be stubbed, and a hint. `is_twin` tells whether the world also exports an imported resource.
fn obstacle(
    resolve: &Resolve,
    function: &WitFunction,
    support: &mut Support,
    is_twin: &dyn Fn(TypeId) -> bool,
) -> Option<(String, &'static str)> {
    let (message, hint) = match accessor(function).or_else(|| exceeded_limit(function)) {
        Some(found) => found,
        None => {
            let (ty, obstacle) = value_types(function).find_map(|ty| Some((ty, support.check(ty).err()?)))?;
            let way = || place(function, ty, &support.way(ty));
            match obstacle {
                Obstacle::ImportedResource(id) if is_twin(id) => imported_twin(resolve, id, &way()),
                // The whole type is the obstacle.
                Obstacle::TooDeep | Obstacle::TooLarge => (obstacle.message(resolve), obstacle.hint()),
                _ => (format!("{}{}", obstacle.message(resolve), way()), obstacle.hint()),
            }
        }
    };
    Some((format!("{} cannot be stubbed: {message}", description(resolve, function)), hint))
}

/// Why a function of the world cannot pass a handle of a resource that the world imports and exports, and a hint.
fn imported_twin(resolve: &Resolve, resource: TypeId, place: &str) -> (String, &'static str) {
    let name = qualified_name(resolve, resource);
    let message = format!(
        "a `use` in a world imports `{name}`{place}; the resource that the world exports under this name is another one"
    );
    (message, "move the function into an interface that has the `use`, and export that interface")
}

/// The place of a type in the types of a function, if it is not the type of a parameter or result itself.
fn place(function: &WitFunction, ty: Type, way: &[String]) -> String {
    let way: Vec<_> = way.iter().map(|member| format!("`{member}`")).collect();
    if way.is_empty() {
        return String::new();
    }
    let start = match target_params(function).iter().find(|param| param.ty == ty) {
        Some(param) => format!("the parameter `{}`", param.name),
        None => "the result".to_string(),
    };
    format!(" (in {start}: {})", way.join(", "))
}

/// Why a getter or setter cannot be stubbed, and a hint: a remote function has no name for one.
fn accessor(function: &WitFunction) -> Option<(String, &'static str)> {
    let kind = match function.kind.accessor()? {
        AccessorKind::Getter => "getter",
        AccessorKind::Setter => "setter",
    };
    Some((format!("Golem cannot call a {kind} of another worker"), "declare it as a `func`"))
}

/// The limit of component validation that a function itself exceeds, and a hint.
fn exceeded_limit(function: &WitFunction) -> Option<(String, &'static str)> {
    let names = std::iter::once(&function.name).chain(function.params.iter().map(|param| &param.name));
    match names.map(String::len).max() {
        Some(length) if length > MAX_NAME => {
            Some((format!("a name has {length} bytes; a stub allows {MAX_NAME}"), "use a shorter name"))
        }
        _ if function.params.len() > MAX_PARAMS => {
            Some((format!("it has {} parameters; a stub allows {MAX_PARAMS}", function.params.len()), "pass a record"))
        }
        _ => None,
    }
}

/// A function in a message: with its resource, if it has one.
pub(super) fn description(resolve: &Resolve, function: &WitFunction) -> String {
    let name = function.item_name();
    let owner = function.kind.resource().and_then(|id| resolve.types[id].name.as_deref()).unwrap_or_default();
    match (&function.kind, function.kind.resource()) {
        (WitKind::Constructor(_), _) => format!("the constructor of `{owner}`"),
        (_, Some(_)) => format!("`{owner}.{name}`"),
        (_, None) => format!("`{name}`"),
    }
}
