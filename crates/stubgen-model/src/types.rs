//! Type definitions: their members, what they are aliases of, and what they contain.

use indexmap::IndexSet;
use wit_parser::{Handle, Resolve, Type, TypeDefKind, TypeId};

/// The type definition that `id` refers to. A `use` of a type and an alias of a resource or handle refer to the original;
/// any other alias is a separate type.
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

/// A field, case, flag or element of a type definition.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// The name of a field, case or flag.
    pub name: Option<&'a str>,
    /// The type, unless it is a flag or a case without payload.
    pub ty: Option<Type>,
}

/// The members of a type definition, in order. A resource and a handle have none.
pub fn members(kind: &TypeDefKind) -> Vec<Member<'_>> {
    let named = |name, ty| Member { name: Some(name), ty };
    let element = |ty| Member { name: None, ty };
    match kind {
        TypeDefKind::Record(record) => record.fields.iter().map(|field| named(&*field.name, Some(field.ty))).collect(),
        TypeDefKind::Variant(variant) => variant.cases.iter().map(|case| named(&*case.name, case.ty)).collect(),
        TypeDefKind::Enum(cases) => cases.cases.iter().map(|case| named(&*case.name, None)).collect(),
        TypeDefKind::Flags(flags) => flags.flags.iter().map(|flag| named(&*flag.name, None)).collect(),
        TypeDefKind::Tuple(tuple) => tuple.types.iter().map(|ty| element(Some(*ty))).collect(),
        TypeDefKind::Option(ty)
        | TypeDefKind::List(ty)
        | TypeDefKind::FixedLengthList(ty, _)
        | TypeDefKind::Type(ty) => vec![element(Some(*ty))],
        TypeDefKind::Map(key, value) => vec![element(Some(*key)), element(Some(*value))],
        TypeDefKind::Result(result) => vec![element(result.ok), element(result.err)],
        TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => vec![element(*ty)],
        TypeDefKind::Resource | TypeDefKind::Handle(_) | TypeDefKind::Unknown => Vec::new(),
    }
}

/// The types of the members of a type definition, in order.
pub fn member_types(kind: &TypeDefKind) -> impl Iterator<Item = Type> {
    members(kind).into_iter().filter_map(|member| member.ty)
}

/// A type definition with other types of its members; the resource of a handle is one of them.
pub fn map_types(kind: &TypeDefKind, map: &mut dyn FnMut(Type) -> Type) -> TypeDefKind {
    let mut kind = kind.clone();
    match &mut kind {
        TypeDefKind::Record(record) => record.fields.iter_mut().for_each(|field| field.ty = map(field.ty)),
        TypeDefKind::Tuple(tuple) => tuple.types.iter_mut().for_each(|ty| *ty = map(*ty)),
        TypeDefKind::Variant(variant) => {
            variant.cases.iter_mut().filter_map(|case| case.ty.as_mut()).for_each(|ty| *ty = map(*ty));
        }
        TypeDefKind::Option(ty)
        | TypeDefKind::List(ty)
        | TypeDefKind::FixedLengthList(ty, _)
        | TypeDefKind::Type(ty) => *ty = map(*ty),
        TypeDefKind::Result(result) => result.ok.iter_mut().chain(&mut result.err).for_each(|ty| *ty = map(*ty)),
        TypeDefKind::Map(key, value) => [key, value].into_iter().for_each(|ty| *ty = map(*ty)),
        TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => ty.iter_mut().for_each(|ty| *ty = map(*ty)),
        TypeDefKind::Handle(Handle::Own(id) | Handle::Borrow(id)) => {
            let Type::Id(mapped) = map(Type::Id(*id)) else { unreachable!("a resource is mapped to a resource") };
            *id = mapped;
        }
        TypeDefKind::Flags(_) | TypeDefKind::Enum(_) | TypeDefKind::Resource | TypeDefKind::Unknown => {}
    }
    kind
}

/// The type definitions in `types` at any depth, starting with `types` themselves.
pub fn reachable(resolve: &Resolve, types: impl IntoIterator<Item = Type>) -> IndexSet<TypeId> {
    let id = |ty| match ty {
        Type::Id(id) => Some(id),
        _ => None,
    };
    let mut found: IndexSet<TypeId> = types.into_iter().filter_map(id).collect();
    let mut next = 0;
    while let Some(id_of_next) = found.get_index(next).copied() {
        next += 1;
        found.extend(member_types(&resolve.types[id_of_next].kind).filter_map(id));
    }
    found
}

/// Whether `ty` contains a type of a kind at any depth.
pub(crate) fn contains(resolve: &Resolve, ty: Type, kind: &dyn Fn(&TypeDefKind) -> bool) -> bool {
    reachable(resolve, [ty]).into_iter().any(|id| kind(&resolve.types[id].kind))
}

/// The resource of a handle type, also of an alias of one.
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
