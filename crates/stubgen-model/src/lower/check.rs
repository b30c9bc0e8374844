//! Finds the functions that cannot be stubbed, before anything is named or built.

use std::collections::HashSet;

use super::error::LowerError;
use super::scope::{Scope, target_params, value_types};
use crate::support::{Obstacle, Support, qualified_name};
use crate::{Diagnostic, Item, Target, Unsupported};
use indexmap::IndexMap;
use wit_parser::{AccessorKind, Function as WitFunction, FunctionKind as WitKind, Resolve, Span, Type, TypeId};

/// The longest name: component validation allows 100,000 bytes for a name that is made of several of these.
const MAX_NAME: usize = 20_000;

/// The most parameters: component validation allows 1,000, including those that a stub adds.
const MAX_PARAMS: usize = 990;

/// A function that cannot be stubbed.
struct Found {
    /// The index of its scope.
    scope: usize,
    span: Span,
    /// With its scope.
    full_name: String,
    /// In its scope.
    name: String,
    reason: Reason,
    /// Where in its types the obstacle is: empty, or a text in parentheses.
    way: String,
}

/// Why functions cannot be stubbed, and a hint.
type Reason = (String, &'static str);

/// Removes the functions that cannot be stubbed. There is one error or warning for each reason, with its functions in the
/// order of the source.
pub(super) fn check<'a>(
    target: &'a Target,
    scopes: &mut [Scope],
    support: &mut Support<'a>,
    unsupported: Unsupported,
) -> Result<Vec<Diagnostic>, LowerError> {
    let resolve = &target.resolve;
    let mut found = Vec::new();
    // A resource that the world itself `use`s is imported: the world's functions have no handles of exported resources.
    let mut world_support = Support::new(resolve, HashSet::new());
    for (index, scope) in scopes.iter_mut().enumerate() {
        let is_world = scope.interface.is_none();
        let owner = scope.interface.map(|_| scope.owner.to_string());
        scope.retain(|function| {
            let obstacle = match is_world {
                true => obstacle(resolve, function, &mut world_support, &|resource| support.exports(resource)),
                false => obstacle(resolve, function, support, &|_| false),
            };
            let is_supported = obstacle.is_none();
            found.extend(obstacle.map(|(reason, way)| Found {
                scope: index,
                span: function.span,
                full_name: full_name(resolve, owner.as_deref(), function),
                name: description(resolve, function),
                reason,
                way,
            }));
            is_supported
        });
    }
    found.sort_by_key(|found| found.span.is_known().then(|| found.span.start()));
    let mut by_reason: IndexMap<Reason, Vec<Found>> = IndexMap::new();
    for found in found {
        by_reason.entry(found.reason.clone()).or_default().push(found);
    }
    let is_skipped =
        unsupported == Unsupported::Skipped && scopes.iter().any(|scope| scope.all_functions().next().is_some());
    let diagnostic = |((reason, hint), functions): (Reason, Vec<Found>)| {
        let owner = common_owner(scopes, &functions);
        let (subject, way, left_out) = match (functions.as_slice(), &owner) {
            ([function], _) => (function.full_name.clone(), function.way.as_str(), "it is left out"),
            (functions, Some(owner)) => {
                (format!("{} functions of `{owner}`", functions.len()), "", "they are left out")
            }
            (functions, None) => (format!("{} functions", functions.len()), "", "they are left out"),
        };
        let diagnostic = match is_skipped {
            true => Diagnostic::warning(format!("{subject} cannot be stubbed: {reason}{way}; {left_out}")),
            false => Diagnostic::error(format!("{subject} cannot be stubbed: {reason}{way}")).hint(hint),
        };
        let name = |function: &Found| {
            let name = if owner.is_some() { &function.name } else { &function.full_name };
            format!("{name}{}", function.way)
        };
        match functions.as_slice() {
            [function] => diagnostic.at_span(&target.sources, resolve, function.span),
            functions => diagnostic.about(
                functions.iter().map(|function| Item::at_span(name(function), &target.sources, resolve, function.span)),
            ),
        }
    };
    let diagnostics: Vec<_> = by_reason.into_iter().map(diagnostic).collect();
    match unsupported {
        _ if is_skipped || diagnostics.is_empty() => Ok(diagnostics),
        Unsupported::Refused => Err(LowerError::Unsupported(diagnostics)),
        Unsupported::Skipped => Err(LowerError::NothingLeft {
            world: target.world_name.clone(),
            location: target.world_location(),
            reasons: diagnostics,
        }),
    }
}

/// The interface of all `functions`, if that is one.
fn common_owner(scopes: &[Scope], functions: &[Found]) -> Option<String> {
    let scope = functions.first()?.scope;
    let is_common = functions.iter().all(|function| function.scope == scope);
    (is_common && scopes[scope].interface.is_some()).then(|| scopes[scope].owner.to_string())
}

/// Why a function cannot be stubbed, and where in its types the obstacle is. `is_twin` tells whether the world also exports
/// an imported resource.
fn obstacle(
    resolve: &Resolve,
    function: &WitFunction,
    support: &mut Support,
    is_twin: &dyn Fn(TypeId) -> bool,
) -> Option<(Reason, String)> {
    if let Some(reason) = accessor(function).or_else(|| exceeded_limit(function)) {
        return Some((reason, String::new()));
    }
    let (ty, obstacle) = value_types(function).find_map(|ty| Some((ty, support.check(ty).err()?)))?;
    let way = || place(function, ty, &support.way(ty));
    Some(match obstacle {
        Obstacle::ImportedResource(id) if is_twin(id) => (imported_twin(resolve, id), way()),
        // The whole type is the obstacle.
        Obstacle::TooDeep | Obstacle::TooLarge => ((obstacle.message(resolve), obstacle.hint()), String::new()),
        _ => ((obstacle.message(resolve), obstacle.hint()), way()),
    })
}

/// Why a function of the world cannot pass a handle of a resource that the world imports and exports, and a hint.
fn imported_twin(resolve: &Resolve, resource: TypeId) -> Reason {
    let name = qualified_name(resolve, resource);
    let message = format!(
        "a `use` in a world imports `{name}`; the resource that the world exports under this name is another one"
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

/// A function in a message with its interface, if it has one: `ns:name/interface.{f}`.
pub(super) fn full_name(resolve: &Resolve, owner: Option<&str>, function: &WitFunction) -> String {
    let resource = function.kind.resource().and_then(|id| resolve.types[id].name.as_deref());
    let is_constructor = matches!(function.kind, WitKind::Constructor(_));
    let path = match resource {
        Some(resource) if is_constructor => resource.to_string(),
        Some(resource) => format!("{resource}.{}", function.item_name()),
        None => function.item_name().to_string(),
    };
    let name = match owner {
        Some(owner) => format!("`{owner}.{{{path}}}`"),
        None => format!("`{path}`"),
    };
    if is_constructor { format!("the constructor of {name}") } else { name }
}

/// A function in a message: with its resource, if it has one.
pub(super) fn description(resolve: &Resolve, function: &WitFunction) -> String {
    full_name(resolve, None, function)
}
