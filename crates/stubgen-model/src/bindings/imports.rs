//! Whether a stub can use an interface: its crate binds the whole interface except the free functions.

use std::collections::HashSet;

use super::names::{CONSTRUCTOR, FUNCTIONS, KEYWORDS, NameKind, is_valid_ident};
use super::unbindable::has_invalid_case;
use crate::types::contains;
use wit_parser::{Function, Interface, Resolve, TypeDefKind};

/// Whether an imported interface has bindings.
pub(crate) fn is_bindable(resolve: &Resolve, interface: &Interface) -> bool {
    let package = interface.package.map(|package| resolve.packages[package].name.name.to_lowercase());
    let module = package.is_none_or(|name| is_valid_ident(&name) && !KEYWORDS.contains(&name.as_str()));
    module
        && interface.name.as_deref().is_none_or(is_valid_ident)
        && types_fit(resolve, interface)
        && functions_fit(resolve, interface)
}

fn types_fit(resolve: &Resolve, interface: &Interface) -> bool {
    interface.types.iter().all(|(name, id)| {
        let kind = &resolve.types[*id].kind;
        let fields = match kind {
            TypeDefKind::Record(record) => record.fields.iter().all(|field| is_valid_ident(&field.name)),
            _ => true,
        };
        NameKind::of(kind).allows(name) && fields && !matches!(kind, TypeDefKind::Handle(_)) && !has_invalid_case(kind)
    })
}

fn functions_fit(resolve: &Resolve, interface: &Interface) -> bool {
    let constructed: HashSet<_> = interface
        .functions
        .values()
        .filter(|function| function.name.starts_with("[constructor]"))
        .filter_map(|function| function.kind.resource())
        .collect();
    let fits = |function: &Function| {
        let Some(resource) = function.kind.resource() else { return true };
        let name = function.item_name();
        let named = function.name.starts_with("[constructor]")
            || is_valid_ident(name)
                && !FUNCTIONS.contains(&name)
                && (name != CONSTRUCTOR || !constructed.contains(&resource));
        let fixed = |kind: &TypeDefKind| matches!(kind, TypeDefKind::FixedLengthList(..));
        let mut params = function.params.iter();
        named && params.all(|param| is_valid_ident(&param.name) && !contains(resolve, param.ty, &fixed))
    };
    interface.functions.values().all(fits)
}
