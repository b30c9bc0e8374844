//! Parts of a stub that Rust bindings cannot represent: fields, cases and types of the target.

use super::names::{KEYWORD_TYPE, is_valid_ident};
use crate::types::{contains, member_types, members, reachable};
use crate::{Diagnostic, StubModel};
use wit_parser::{Handle, Resolve, Type, TypeDefKind, TypeOwner};

/// The module of the exports of a component.
const EXPORTS: &str = "exports";

const HINT: &str = "change it, or use `build --builder native`, which needs no bindings";

/// Why the crate of a stub would not compile. Empty for nearly all stubs.
pub fn unbindable(model: &StubModel) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if model.target.namespace == EXPORTS {
        let message = format!("the namespace of `{}` cannot be represented in Rust", model.target);
        found.push(Diagnostic::error(message).hint(HINT));
    }
    let resolve = &model.resolve;
    let types = model.functions().flat_map(|function| function.values().chain(function.result));
    for id in reachable(resolve, types) {
        let definition = &resolve.types[id];
        let name = definition.name.as_deref().unwrap_or("list");
        if let Some(what) = obstacle(resolve, &definition.kind) {
            let owner = match definition.owner {
                TypeOwner::Interface(id) => resolve.id_of(id),
                TypeOwner::World(_) | TypeOwner::None => None,
            };
            let of = owner.map(|owner| format!(" of `{owner}`")).unwrap_or_default();
            let message = format!("the type `{name}`{of} cannot be represented in Rust: {what}");
            found.push(Diagnostic::error(message).hint(HINT).at_span(&model.sources, resolve, definition.span));
        }
    }
    for function in model.functions() {
        if function.result.is_some_and(|ty| is_single_handle(resolve, ty)) {
            let message =
                format!("the result of `{}` cannot be represented in Rust: a `list<_, 1>` of handles", function.remote);
            found.push(Diagnostic::error(message).hint(HINT));
        }
    }
    found
}

fn obstacle(resolve: &Resolve, kind: &TypeDefKind) -> Option<String> {
    let borrow = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Handle(Handle::Borrow(_)));
    match kind {
        TypeDefKind::Record(record) => {
            let field = record.fields.iter().find(|field| !is_valid_ident(&field.name))?;
            Some(format!("its field `{}` is a Rust keyword", field.name))
        }
        TypeDefKind::FixedLengthList(element, _) if contains(resolve, *element, &borrow) => {
            Some("it is a fixed-length list that contains borrowed handles".into())
        }
        kind if has_invalid_case(kind) => Some("one of its cases is called `self`".into()),
        _ => None,
    }
}

/// Whether a case is called `self`. No two cases have the same name in Rust: WIT compares names without hyphens.
pub(super) fn has_invalid_case(kind: &TypeDefKind) -> bool {
    matches!(kind, TypeDefKind::Variant(_) | TypeDefKind::Enum(_))
        && members(kind).into_iter().filter_map(|case| case.name).any(|name| name.eq_ignore_ascii_case(KEYWORD_TYPE))
}

/// Whether a type is one handle in a list of length 1: bindings would move it out of an array.
fn is_single_handle(resolve: &Resolve, ty: Type) -> bool {
    let Type::Id(id) = ty else { return false };
    let kind = &resolve.types[id].kind;
    let handle = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Handle(_));
    match (kind, member_types(kind).collect::<Vec<_>>().as_slice()) {
        (TypeDefKind::FixedLengthList(element, 1), _) => contains(resolve, *element, &handle),
        (TypeDefKind::Record(_) | TypeDefKind::Tuple(_) | TypeDefKind::Type(_), [part]) => {
            is_single_handle(resolve, *part)
        }
        _ => false,
    }
}
