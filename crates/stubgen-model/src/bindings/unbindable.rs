//! What of a stub no Rust bindings can say: fields, cases and shapes, which belong to the target.

use std::collections::HashSet;

use super::{KEYWORD_TYPE, is_ident, type_key};
use crate::types::{contains, parts, reachable};
use crate::{Diagnostic, StubModel};
use wit_parser::{Handle, Resolve, Span, Type, TypeDefKind};

/// The module with what a component exports.
const EXPORTS: &str = "exports";

const HINT: &str = "change it, or use `build` with `--builder native`, which needs no bindings";

/// Why the crate of a stub would not compile; empty for nearly all stubs.
pub fn unbindable(model: &StubModel) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if model.target.namespace == EXPORTS {
        found.push(Diagnostic::error(format!("no Rust bindings can have the namespace `{EXPORTS}`")).hint(HINT));
    }
    let resolve = &model.resolve;
    let mentioned = model.functions().flat_map(|function| function.values().chain(function.result));
    for id in reachable(resolve, mentioned) {
        let definition = &resolve.types[id];
        let name = definition.name.as_deref().unwrap_or("list");
        if let Some(what) = obstacle(resolve, &definition.kind) {
            found.push(error(resolve, definition.span, format!("no Rust bindings can have the type `{name}`: {what}")));
        }
    }
    for function in model.functions() {
        if function.result.is_some_and(|ty| is_single_handle(resolve, ty)) {
            let message =
                format!("no Rust bindings can return a `list<_, 1>` of handles, as `{}` does", function.remote);
            found.push(Diagnostic::error(message).hint(HINT));
        }
    }
    found
}

fn error(resolve: &Resolve, span: Span, message: String) -> Diagnostic {
    let location = span.is_known().then(|| resolve.render_location(span));
    Diagnostic { location, ..Diagnostic::error(message).hint(HINT) }
}

fn obstacle(resolve: &Resolve, kind: &TypeDefKind) -> Option<String> {
    let borrow = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Handle(Handle::Borrow(_)));
    match kind {
        TypeDefKind::Record(record) => {
            let field = record.fields.iter().find(|field| !is_ident(&field.name))?;
            Some(format!("its field `{}` is a keyword of Rust", field.name))
        }
        TypeDefKind::FixedLengthList(element, _) if contains(resolve, *element, &borrow) => {
            Some("a list of a fixed length holds borrowed handles".into())
        }
        kind if has_keyword_case(kind) => Some("two of its cases are one in Rust, or one is called `self`".into()),
        _ => None,
    }
}

/// Whether a case has no name in Rust of its own.
pub(super) fn has_keyword_case(kind: &TypeDefKind) -> bool {
    let names: Vec<&str> = match kind {
        TypeDefKind::Variant(variant) => variant.cases.iter().map(|case| case.name.as_str()).collect(),
        TypeDefKind::Enum(cases) => cases.cases.iter().map(|case| case.name.as_str()).collect(),
        _ => Vec::new(),
    };
    let mut keys = HashSet::new();
    names.into_iter().any(|name| name.eq_ignore_ascii_case(KEYWORD_TYPE) || !keys.insert(type_key(name)))
}

/// Whether a type is one handle in a list of the length 1: bindings would move it out of an array.
fn is_single_handle(resolve: &Resolve, ty: Type) -> bool {
    let Type::Id(id) = ty else { return false };
    let kind = &resolve.types[id].kind;
    let handle = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Handle(_));
    match (kind, parts(kind).as_slice()) {
        (TypeDefKind::FixedLengthList(element, 1), _) => contains(resolve, *element, &handle),
        (TypeDefKind::Record(_) | TypeDefKind::Tuple(_) | TypeDefKind::Type(_), [part]) => {
            is_single_handle(resolve, *part)
        }
        _ => false,
    }
}
