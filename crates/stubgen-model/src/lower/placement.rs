//! Which types the stub interface names, and whether it `use`s or defines them.

use std::collections::{HashMap, HashSet};

use crate::golem::{is_published, rpc_interface};
use crate::model::TypePlacement;
use crate::types::{canonical, member_types};
use wit_parser::{InterfaceId, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// Whether the stub interface may `use` types of the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TypeSharing {
    /// It uses every type that other packages can use.
    Shared,
    /// It defines all types itself.
    Separate,
}

/// The named types in the signatures of functions.
pub(super) struct PlacedTypes<'a> {
    resolve: &'a Resolve,
    sharing: TypeSharing,
    /// Interfaces that no type may be used from.
    unusable: &'a HashSet<InterfaceId>,
    /// Whether a type contains a handle at any depth.
    handles: HashMap<TypeId, bool>,
    seen: HashSet<TypeId>,
    /// The named types. Each follows the types of its members.
    pub(super) named: Vec<(TypeId, TypePlacement)>,
}

impl<'a> PlacedTypes<'a> {
    pub(super) fn new(resolve: &'a Resolve, sharing: TypeSharing, unusable: &'a HashSet<InterfaceId>) -> Self {
        let (handles, seen) = Default::default();
        let mut types = Self { resolve, sharing, unusable, handles, seen, named: Vec::new() };
        // The arena holds the types of members first. In this order, the recursion is never deep.
        for (id, _) in resolve.types.iter() {
            types.contains_handle(Type::Id(id));
        }
        types
    }

    /// Adds `ty` and, where the stub interface defines it, the types of its members.
    pub(super) fn add(&mut self, ty: Type) {
        let Type::Id(id) = ty else { return };
        let id = canonical(self.resolve, id);
        let definition = &self.resolve.types[id];
        // Bindings cannot name a handle, so it has no name in the stub.
        if matches!(definition.kind, TypeDefKind::Resource | TypeDefKind::Handle(_)) || !self.seen.insert(id) {
            return;
        }
        let placement = self.placement(id);
        if definition.name.is_none() || placement == TypePlacement::Defined {
            for part in member_types(&definition.kind) {
                self.add(part);
            }
        }
        if definition.name.is_some() {
            self.named.push((id, placement));
        }
    }

    /// A type is used if it is plain data of an interface that other packages can use.
    fn placement(&mut self, id: TypeId) -> TypePlacement {
        let definition = &self.resolve.types[id];
        match definition.owner {
            TypeOwner::Interface(owner)
                if self.sharing == TypeSharing::Shared
                    && self.is_usable(owner, definition.name.as_deref())
                    && !self.contains_handle(Type::Id(id)) =>
            {
                TypePlacement::Used(owner)
            }
            TypeOwner::Interface(_) | TypeOwner::World(_) | TypeOwner::None => TypePlacement::Defined,
        }
    }

    fn is_usable(&self, owner: InterfaceId, ty: Option<&str>) -> bool {
        let interface = &self.resolve.interfaces[owner];
        let has_path = interface.name.is_some() && interface.package.is_some();
        let is_common = owner != rpc_interface(self.resolve) || ty.is_some_and(is_published);
        has_path && is_common && !self.unusable.contains(&owner)
    }

    fn contains_handle(&mut self, ty: Type) -> bool {
        let Type::Id(id) = ty else { return false };
        if let Some(known) = self.handles.get(&id) {
            return *known;
        }
        let kind = &self.resolve.types[id].kind;
        let found = matches!(kind, TypeDefKind::Handle(_)) || member_types(kind).any(|ty| self.contains_handle(ty));
        self.handles.insert(id, found);
        found
    }
}
