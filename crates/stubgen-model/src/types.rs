//! The types that a stub's functions mention: which have a name in the stub interface, and where they come from.

use std::collections::{HashMap, HashSet};

use crate::golem::{is_published, rpc_interface};
use indexmap::IndexSet;
use wit_parser::{Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// The definition that `id` stands for: a `use` of a type, and every alias of a resource or of a handle, is the type
/// itself; other aliases are types of their own.
pub fn canonical(resolve: &Resolve, id: TypeId) -> TypeId {
    let mut id = id;
    let transparent = is_resource_or_handle(resolve, id);
    while let TypeDefKind::Type(Type::Id(target)) = resolve.types[id].kind {
        let used = resolve.types[id].owner != resolve.types[target].owner;
        if !used && !transparent {
            break;
        }
        id = target;
    }
    id
}

/// Whether `id` is a resource, a handle, or an alias of one.
fn is_resource_or_handle(resolve: &Resolve, id: TypeId) -> bool {
    let mut id = id;
    loop {
        match resolve.types[id].kind {
            TypeDefKind::Resource | TypeDefKind::Handle(_) => return true,
            TypeDefKind::Type(Type::Id(target)) => id = target,
            _ => return false,
        }
    }
}

/// The types that a definition is directly made of, in order. A handle is made of nothing.
pub fn parts(kind: &TypeDefKind) -> Vec<Type> {
    match kind {
        TypeDefKind::Record(record) => record.fields.iter().map(|field| field.ty).collect(),
        TypeDefKind::Tuple(tuple) => tuple.types.clone(),
        TypeDefKind::Variant(variant) => variant.cases.iter().filter_map(|case| case.ty).collect(),
        TypeDefKind::Option(ty) | TypeDefKind::List(ty) | TypeDefKind::FixedLengthList(ty, _) => vec![*ty],
        TypeDefKind::Type(ty) => vec![*ty],
        TypeDefKind::Result(result) => result.ok.into_iter().chain(result.err).collect(),
        TypeDefKind::Map(key, value) => vec![*key, *value],
        TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => ty.iter().copied().collect(),
        TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Unknown => Vec::new(),
    }
}

/// The definitions that `types` are made of at any depth, their own first.
pub fn reachable(resolve: &Resolve, types: impl IntoIterator<Item = Type>) -> IndexSet<TypeId> {
    let id = |ty| match ty {
        Type::Id(id) => Some(id),
        _ => None,
    };
    let mut found: IndexSet<TypeId> = types.into_iter().filter_map(id).collect();
    let mut next = 0;
    while let Some(id_of_next) = found.get_index(next).copied() {
        next += 1;
        found.extend(parts(&resolve.types[id_of_next].kind).into_iter().filter_map(id));
    }
    found
}

/// Whether `ty`, or what it is made of, is of a kind.
pub(crate) fn contains(resolve: &Resolve, ty: Type, kind: &dyn Fn(&TypeDefKind) -> bool) -> bool {
    reachable(resolve, [ty]).into_iter().any(|id| kind(&resolve.types[id].kind))
}

/// The resource that a type is a handle of, if it is a handle; looks through aliases.
pub(crate) fn handle_of(resolve: &Resolve, ty: Type) -> Option<TypeId> {
    let Type::Id(mut id) = ty else { return None };
    loop {
        match &resolve.types[id].kind {
            TypeDefKind::Handle(Handle::Own(resource) | Handle::Borrow(resource)) => {
                return Some(canonical(resolve, *resource));
            }
            TypeDefKind::Type(Type::Id(target)) => id = *target,
            _ => return None,
        }
    }
}

/// Which types the stub interface may take from the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taking {
    /// Whatever can be `use`d.
    Usable,
    /// None: the stub interface defines them all.
    Nothing,
}

/// The named types that some functions mention.
pub(crate) struct Mentioned<'a> {
    resolve: &'a Resolve,
    taking: Taking,
    /// Interfaces that no type may be taken from.
    closed: &'a HashSet<InterfaceId>,
    /// Whether a type contains a handle at any depth.
    handles: HashMap<TypeId, bool>,
    seen: HashSet<TypeId>,
    /// Named types in the order of their definitions' completion: parts before wholes.
    pub(crate) named: Vec<(TypeId, Nature)>,
}

/// What decides where a named type is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    /// Plain data of an interface that other packages can `use`.
    Usable,
    /// It contains a handle, or belongs to a world or an inline interface.
    Own,
}

impl<'a> Mentioned<'a> {
    pub(crate) fn new(resolve: &'a Resolve, taking: Taking, closed: &'a HashSet<InterfaceId>) -> Self {
        let mut mentioned =
            Self { resolve, taking, closed, handles: HashMap::new(), seen: HashSet::new(), named: Vec::new() };
        // The arena holds parts before wholes: asked in this order, no type is reached by deep recursion.
        for (id, _) in resolve.types.iter() {
            mentioned.contains_handle(Type::Id(id));
        }
        mentioned
    }

    /// Adds `ty`, and what its definition mentions where the stub interface has to define it.
    pub(crate) fn add(&mut self, ty: Type) {
        let Type::Id(id) = ty else { return };
        let id = canonical(self.resolve, id);
        let definition = &self.resolve.types[id];
        // A handle has no name in the stub: bindings cannot define one.
        if matches!(definition.kind, TypeDefKind::Resource | TypeDefKind::Handle(_)) || !self.seen.insert(id) {
            return;
        }
        let nature = self.nature(id);
        if definition.name.is_none() || nature == Nature::Own {
            for part in parts(&definition.kind) {
                self.add(part);
            }
        }
        if definition.name.is_some() {
            self.named.push((id, nature));
        }
    }

    fn nature(&mut self, id: TypeId) -> Nature {
        let (rpc, name) = (rpc_interface(self.resolve), self.resolve.types[id].name.as_deref());
        let usable = match self.resolve.types[id].owner {
            TypeOwner::Interface(owner) => {
                let interface = &self.resolve.interfaces[owner];
                let named = interface.name.is_some() && interface.package.is_some();
                let everywhere = owner != rpc || name.is_some_and(is_published);
                named && everywhere && !self.closed.contains(&owner)
            }
            TypeOwner::World(_) | TypeOwner::None => false,
        };
        match usable && self.taking == Taking::Usable && !self.contains_handle(Type::Id(id)) {
            true => Nature::Usable,
            false => Nature::Own,
        }
    }

    fn contains_handle(&mut self, ty: Type) -> bool {
        let Type::Id(id) = ty else { return false };
        if let Some(known) = self.handles.get(&id) {
            return *known;
        }
        let kind = &self.resolve.types[id].kind;
        let found = matches!(kind, TypeDefKind::Handle(_))
            || parts(kind).into_iter().fold(false, |found, part| self.contains_handle(part) | found);
        self.handles.insert(id, found);
        found
    }
}
