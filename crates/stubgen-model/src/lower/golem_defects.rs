//! Notes about functions that fail on workers of Golem 1.0 and 1.1 because of defects of these servers.
//!
//! | a parameter contains | what happens there |
//! | --- | --- |
//! | an own handle | the server drops the resource twice: the call fails and the worker never recovers |
//! | a `result` with a case without payload | the server cannot read the value: the call fails |
//!
//! Both were observed with worker executor 1.1.0. Results of functions may contain either.

use super::check::full_name;
use super::scope::{Scope, target_params};
use crate::types::contains;
use crate::{Diagnostic, Item, Target};
use wit_parser::{Function as WitFunction, Handle, TypeDefKind};

/// A note for each defect that affects a function of the stub.
pub(super) fn notes(target: &Target, scopes: &[Scope]) -> Vec<Diagnostic> {
    let owns = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Handle(Handle::Own(_)));
    let has_empty_case =
        |kind: &TypeDefKind| matches!(kind, TypeDefKind::Result(result) if result.ok.is_none() || result.err.is_none());
    let own = note(
        target,
        scopes,
        &owns,
        "an `own` handle as a parameter: on Golem 1.0 and 1.1 the call fails with `unknown handle index`, and the worker \
         never recovers",
        "use a `borrow` if the target runs on Golem 1.0 or 1.1",
    );
    let unit = note(
        target,
        scopes,
        &has_empty_case,
        "a `result` with a case without payload as a parameter: on Golem 1.0 and 1.1 the call fails with `could not get \
         ok type`",
        "give both cases a payload, or use a variant, if the target runs on Golem 1.0 or 1.1",
    );
    own.into_iter().chain(unit).collect()
}

fn note(
    target: &Target,
    scopes: &[Scope],
    is_affected: &dyn Fn(&TypeDefKind) -> bool,
    what: &str,
    hint: &str,
) -> Option<Diagnostic> {
    let resolve = &target.resolve;
    let takes =
        |function: &WitFunction| target_params(function).iter().any(|param| contains(resolve, param.ty, is_affected));
    let of_scope = |scope| Scope::all_functions(scope).map(move |function| (scope, function));
    let found = scopes.iter().flat_map(of_scope).filter(|(_, function)| takes(function));
    let items = found.map(|(scope, function): (&Scope, _)| {
        let owner = scope.interface.map(|_| scope.owner.to_string());
        Item::at_span(full_name(resolve, owner.as_deref(), function), &target.sources, resolve, function.span)
    });
    let one = |name: &str| format!("{name} takes {what}");
    let note = Diagnostic::note_about(items.collect(), one, |count| format!("{count} functions take {what}"))?;
    Some(note.hint(hint))
}
