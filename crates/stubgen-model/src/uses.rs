//! Where the target uses the types of a stub, for messages about them.

use std::collections::HashSet;

use crate::model::Function;
use crate::support::qualified_name;
use crate::types::member_types;
use crate::{Item, StubModel};
use wit_parser::{Resolve, Span, Type, TypeId};

/// An item of the target that has a name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Site<'a> {
    /// The target's function that this one invokes.
    Function(&'a Function),
    /// A named type.
    Type(TypeId),
}

impl Site<'_> {
    /// The item in a message, with its interface.
    pub(crate) fn text(self, resolve: &Resolve) -> String {
        match self {
            Self::Function(function) => format!("`{}`", function.remote),
            Self::Type(id) => format!("`{}`", qualified_name(resolve, id)),
        }
    }

    pub(crate) fn span(self, resolve: &Resolve) -> Span {
        match self {
            Self::Function(function) => function.span,
            Self::Type(id) => resolve.types[id].span,
        }
    }

    pub(crate) fn item(self, model: &StubModel) -> Item {
        Item::at_span(self.text(&model.resolve), &model.sources, &model.resolve, self.span(&model.resolve))
    }

    /// A part of the item that has a name of its own.
    pub(crate) fn member(self, model: &StubModel, name: &str) -> Item {
        let item = self.item(model);
        Item { text: format!("`{name}` of {}", item.text), ..item }
    }
}

/// The type definitions that the functions use at any depth, each with its name or the first item that uses it.
pub(crate) fn type_uses(model: &StubModel) -> Vec<(TypeId, Site<'_>)> {
    let functions = model.functions();
    let mut open: Vec<(Type, Site)> = functions
        .flat_map(|function| function.values().chain(function.result).map(move |ty| (ty, Site::Function(function))))
        .collect();
    open.reverse();
    let (mut seen, mut found) = (HashSet::new(), Vec::new());
    while let Some((ty, site)) = open.pop() {
        let Type::Id(id) = ty else { continue };
        if !seen.insert(id) {
            continue;
        }
        let definition = &model.resolve.types[id];
        let site = if definition.name.is_some() { Site::Type(id) } else { site };
        found.push((id, site));
        open.extend(member_types(&definition.kind).map(|part| (part, site)));
    }
    found
}
