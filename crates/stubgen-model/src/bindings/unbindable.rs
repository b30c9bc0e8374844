//! Parts of a stub that Rust bindings cannot represent: fields, cases and types of the target.

use super::names::{KEYWORD_TYPE, is_valid_ident};
use crate::types::{contains, member_types, members};
use crate::uses::{Site, type_uses};
use crate::{Diagnostic, Item, StubModel};
use indexmap::IndexMap;
use wit_parser::{Handle, Resolve, Span, Type, TypeDefKind, TypeOwner};

/// The module of the exports of a component.
const EXPORTS: &str = "exports";

const HINT: &str = "change the WIT, or use `build --builder native`, which needs no bindings";

/// What Rust cannot represent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Obstacle {
    Field,
    Case,
    List,
    Result,
}

impl Obstacle {
    /// The message about several items.
    fn message(self, count: usize) -> String {
        match self {
            Self::Field => format!("{count} fields cannot be represented in Rust: they are Rust keywords"),
            Self::Case => format!("{count} types cannot be represented in Rust: one of their cases is called `self`"),
            Self::List => format!(
                "fixed-length lists in {count} places cannot be represented in Rust: they contain borrowed handles"
            ),
            Self::Result => {
                format!("the results of {count} functions cannot be represented in Rust: a `list<_, 1>` of handles")
            }
        }
    }
}

/// An item with an obstacle.
struct Found {
    /// The message about this one.
    alone: String,
    /// The item in a list.
    item: Item,
    span: Span,
}

/// Why the crate of a stub would not compile. Empty for nearly all stubs.
pub fn unbindable(model: &StubModel) -> Vec<Diagnostic> {
    let mut errors = Vec::new();
    if model.target.namespace == EXPORTS {
        let message = format!("the namespace of `{}` cannot be represented in Rust", model.target);
        errors.push(Diagnostic::error(message).hint(HINT));
    }
    let resolve = &model.resolve;
    let mut found: IndexMap<Obstacle, Vec<Found>> = IndexMap::new();
    for (id, site) in type_uses(model) {
        let definition = &resolve.types[id];
        let span = definition.span;
        if let Some((obstacle, what, item)) = obstacle(model, &definition.kind, site) {
            let name = definition.name.as_deref().unwrap_or("list");
            let owner = match definition.owner {
                TypeOwner::Interface(id) => resolve.id_of(id),
                TypeOwner::World(_) | TypeOwner::None => None,
            };
            let of = owner.map(|owner| format!(" of `{owner}`")).unwrap_or_default();
            let alone = format!("the type `{name}`{of} cannot be represented in Rust: {what}");
            found.entry(obstacle).or_default().push(Found { alone, item, span });
        }
    }
    for function in model.functions().filter(|function| function.result.is_some_and(|ty| is_single_handle(resolve, ty)))
    {
        let alone =
            format!("the result of `{}` cannot be represented in Rust: a `list<_, 1>` of handles", function.remote);
        let item = Site::Function(function).item(model);
        found.entry(Obstacle::Result).or_default().push(Found { alone, item, span: function.span });
    }
    let error = |(obstacle, found): (Obstacle, Vec<Found>)| match found.as_slice() {
        [one] => Diagnostic::error(&one.alone).hint(HINT).at_span(&model.sources, resolve, one.span),
        several => {
            let items = several.iter().map(|found| found.item.clone());
            Diagnostic::error(obstacle.message(several.len())).about(items).hint(HINT)
        }
    };
    errors.extend(found.into_iter().map(error));
    errors
}

/// What Rust cannot represent of a type, why, and the item in a list of several.
fn obstacle(model: &StubModel, kind: &TypeDefKind, site: Site) -> Option<(Obstacle, String, Item)> {
    let resolve = &model.resolve;
    let borrow = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Handle(Handle::Borrow(_)));
    match kind {
        TypeDefKind::Record(record) => {
            let field = record.fields.iter().find(|field| !is_valid_ident(&field.name))?;
            let why = format!("its field `{}` is a Rust keyword", field.name);
            Some((Obstacle::Field, why, site.member(model, &field.name)))
        }
        TypeDefKind::FixedLengthList(element, _) if contains(resolve, *element, &borrow) => {
            let why = "it is a fixed-length list that contains borrowed handles".to_string();
            Some((Obstacle::List, why, site.item(model)))
        }
        kind if has_invalid_case(kind) => {
            Some((Obstacle::Case, "one of its cases is called `self`".to_string(), site.item(model)))
        }
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
