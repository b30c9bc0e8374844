//! Notes about functions that fail on workers of Golem 1.0 and 1.1 because of defects of these servers.
//!
//! | a parameter contains | what happens there |
//! | --- | --- |
//! | an own handle | the server drops the resource twice: the call fails and the worker never recovers |
//! | a `result` with a case without payload | the server cannot read the value: the call fails |
//!
//! Both were observed with worker executor 1.1.0. Results of functions may contain either.

use super::scope::{Scope, target_params};
use crate::Diagnostic;
use crate::types::contains;
use wit_parser::{Function as WitFunction, FunctionKind, Handle, Resolve, TypeDefKind};

/// The most functions that a note lists.
const MAX_LISTED: usize = 5;

/// A note for each defect that affects a function of the stub.
pub(super) fn notes(resolve: &Resolve, scopes: &[Scope]) -> Vec<Diagnostic> {
    let owns = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Handle(Handle::Own(_)));
    let has_empty_case =
        |kind: &TypeDefKind| matches!(kind, TypeDefKind::Result(result) if result.ok.is_none() || result.err.is_none());
    let own = note(
        resolve,
        scopes,
        &owns,
        "an `own` handle as a parameter: on Golem 1.0 and 1.1 the call fails with `unknown handle index`, and the worker \
         never recovers",
        "use a `borrow` if the target runs on Golem 1.0 or 1.1",
    );
    let unit = note(
        resolve,
        scopes,
        &has_empty_case,
        "a `result` with a case without payload as a parameter: on Golem 1.0 and 1.1 the call fails with `could not get \
         ok type`",
        "give both cases a payload, or use a variant, if the target runs on Golem 1.0 or 1.1",
    );
    own.into_iter().chain(unit).collect()
}

/// The name of a function with its interface and resource: `api.add`, `api.cart.add`, the constructor of `api.cart`.
fn qualified_name(resolve: &Resolve, scope: &Scope, function: &WitFunction) -> String {
    let interface = scope.interface.map(|_| scope.owner.short_name());
    let resource = function.kind.resource().and_then(|id| resolve.types[id].name.as_deref());
    let constructs = matches!(function.kind, FunctionKind::Constructor(_));
    let own = (!constructs).then(|| function.item_name());
    let name = interface.into_iter().chain(resource).chain(own).collect::<Vec<_>>().join(".");
    if constructs { format!("the constructor of `{name}`") } else { format!("`{name}`") }
}

fn note(
    resolve: &Resolve,
    scopes: &[Scope],
    is_affected: &dyn Fn(&TypeDefKind) -> bool,
    what: &str,
    hint: &str,
) -> Option<Diagnostic> {
    let takes =
        |function: &WitFunction| target_params(function).iter().any(|param| contains(resolve, param.ty, is_affected));
    let of_scope = |scope| Scope::all_functions(scope).map(move |function| (scope, function));
    let found: Vec<_> = scopes.iter().flat_map(of_scope).filter(|(_, function)| takes(function)).collect();
    let (_, first) = found.first()?;
    let mut names: Vec<_> =
        found.iter().take(MAX_LISTED).map(|(scope, function)| qualified_name(resolve, scope, function)).collect();
    match found.len().saturating_sub(MAX_LISTED) {
        0 => {}
        1 => names.push("1 more function".to_string()),
        more => names.push(format!("{more} more functions")),
    }
    let last = names.pop().expect("there is a first function");
    let (names, verb) = match names.is_empty() {
        true => (last, "takes"),
        false => (format!("{} and {last}", names.join(", ")), "take"),
    };
    Some(Diagnostic::note(format!("{names} {verb} {what}")).hint(hint).at_span(resolve, first.span))
}
