//! The types that a crate encodes or decodes, and their parts. `encode` and `decode` use the same parts in the same order.

use std::collections::HashSet;

use super::names;
use indexmap::{IndexMap, IndexSet};
use wasm_rpc_stubgen_model::member_types;
use wit_parser::{Handle, Resolve, Type, TypeDefKind, TypeId};

/// The parts of a named type.
#[derive(Debug)]
pub(super) enum Definition {
    /// The Rust names of the fields.
    Record(Vec<String>),
    Variant(Vec<Case>),
    /// The Rust names of the cases.
    Enum(Vec<String>),
    /// The number of flags.
    Flags(usize),
}

/// A case of a variant.
#[derive(Debug)]
pub(super) struct Case {
    /// The Rust name.
    pub(super) name: String,
    pub(super) has_payload: bool,
}

impl Definition {
    fn of(kind: &TypeDefKind) -> Option<Self> {
        match kind {
            TypeDefKind::Record(record) => {
                Some(Self::Record(record.fields.iter().map(|field| names::ident(&field.name)).collect()))
            }
            TypeDefKind::Variant(variant) => {
                let case =
                    |case: &wit_parser::Case| Case { name: names::camel(&case.name), has_payload: case.ty.is_some() };
                Some(Self::Variant(variant.cases.iter().map(case).collect()))
            }
            TypeDefKind::Enum(cases) => {
                Some(Self::Enum(cases.cases.iter().map(|case| names::camel(&case.name)).collect()))
            }
            TypeDefKind::Flags(flags) => Some(Self::Flags(flags.flags.len())),
            _ => None,
        }
    }
}

/// The types that are encoded, or those that are decoded, in the order in which they are found.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    seen: HashSet<TypeId>,
    /// Records, variants, enums and flags.
    pub(super) named: IndexMap<TypeId, Definition>,
    /// The lengths of the tuples.
    pub(super) tuples: IndexSet<usize>,
    /// The resources with own handles.
    pub(super) owned: IndexSet<TypeId>,
    /// The resources with borrowed handles.
    pub(super) borrowed: IndexSet<TypeId>,
    /// Whether there are maps.
    pub(super) maps: bool,
}

impl Definitions {
    /// Adds `ty` and the types that it contains.
    pub(super) fn add(&mut self, resolve: &Resolve, ty: Type) {
        let Type::Id(id) = ty else { return };
        if !self.seen.insert(id) {
            return;
        }
        let kind = &resolve.types[id].kind;
        if let Some(definition) = Definition::of(kind) {
            self.named.insert(id, definition);
        }
        match kind {
            TypeDefKind::Tuple(tuple) => _ = self.tuples.insert(tuple.types.len()),
            TypeDefKind::Map(..) => self.maps = true,
            TypeDefKind::Handle(Handle::Own(id)) => _ = self.owned.insert(resource(resolve, *id)),
            TypeDefKind::Handle(Handle::Borrow(id)) => _ = self.borrowed.insert(resource(resolve, *id)),
            _ => {}
        }
        for part in member_types(kind) {
            self.add(resolve, part);
        }
    }
}

/// The resource that `id` is, or is an alias of.
pub(super) fn resource(resolve: &Resolve, mut id: TypeId) -> TypeId {
    while let TypeDefKind::Type(Type::Id(target)) = resolve.types[id].kind {
        id = target;
    }
    id
}
