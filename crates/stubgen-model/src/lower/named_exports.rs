//! `export primary: kv;` as an inline interface.
//!
//! Such an export is another instance of `kv`: its functions are called by the name `primary`, and its resources are not
//! those of `kv`. An inline interface has the same meaning:
//!
//! ```wit
//! export primary: interface {
//!     use kv.{entry};              // types without handles are shared
//!     resource bucket { … }        // resources, and types with handles, are not
//!     open: func() -> bucket;
//! }
//! ```

use std::collections::HashMap;

use crate::types::{contains, map_types};
use wit_parser::{
    Docs, Function, FunctionKind, InterfaceId, Resolve, Type, TypeDef, TypeDefKind, TypeId, TypeOwner, WorldId,
    WorldItem,
};

/// Gives each such export of `world` an interface of its own.
pub(super) fn inline(resolve: &mut Resolve, world: WorldId) {
    let exports = resolve.worlds[world].exports.iter().enumerate();
    let named: Vec<_> =
        exports.filter_map(|(index, (key, item))| Some((index, resolve.implements_interface(key, item)?))).collect();
    for (index, interface) in named {
        let copy = Copier::copy(resolve, interface);
        let (_, item) = resolve.worlds[world].exports.get_index_mut(index).expect("the index is that of an export");
        if let WorldItem::Interface { id, docs, .. } = item {
            *id = copy;
            let docs = std::mem::take(docs);
            if docs.contents.is_some() {
                resolve.interfaces[copy].docs = docs;
            }
        }
    }
}

/// Copies an interface.
struct Copier<'a> {
    resolve: &'a mut Resolve,
    copy: InterfaceId,
    /// The types of the interface to those of the copy.
    types: HashMap<TypeId, TypeId>,
}

impl Copier<'_> {
    fn copy(resolve: &mut Resolve, interface: InterfaceId) -> InterfaceId {
        let original = resolve.interfaces[interface].clone();
        let mut empty = original.clone();
        empty.name = None;
        empty.types.clear();
        empty.functions.clear();
        let copy = resolve.interfaces.alloc(empty);
        let mut copier = Copier { resolve, copy, types: HashMap::new() };
        for (name, id) in &original.types {
            let copied = copier.definition(*id);
            copier.types.insert(*id, copied);
            copier.resolve.interfaces[copy].types.insert(name.clone(), copied);
        }
        for (name, function) in original.functions {
            let function = copier.function(function);
            copier.resolve.interfaces[copy].functions.insert(name, function);
        }
        copy
    }

    /// A `use` of a type of the interface, or a copy if it is or contains a resource.
    fn definition(&mut self, id: TypeId) -> TypeId {
        let is_own = |kind: &TypeDefKind| matches!(kind, TypeDefKind::Resource | TypeDefKind::Handle(_));
        let original = self.resolve.types[id].clone();
        let (kind, docs) = match contains(self.resolve, Type::Id(id), &is_own) {
            true => (self.kind(&original.kind), original.docs),
            false => (TypeDefKind::Type(Type::Id(id)), Docs::default()),
        };
        self.resolve.types.alloc(TypeDef { kind, docs, owner: TypeOwner::Interface(self.copy), ..original })
    }

    fn kind(&mut self, kind: &TypeDefKind) -> TypeDefKind {
        map_types(kind, &mut |ty| self.ty(ty))
    }

    fn ty(&mut self, ty: Type) -> Type {
        let Type::Id(id) = ty else { return ty };
        if let Some(copy) = self.types.get(&id) {
            return Type::Id(*copy);
        }
        let definition = self.resolve.types[id].clone();
        let kind = self.kind(&definition.kind);
        // A named type of another interface stays.
        if definition.name.is_some() || kind == definition.kind {
            return ty;
        }
        let copy = self.resolve.types.alloc(TypeDef { kind, ..definition });
        self.types.insert(id, copy);
        Type::Id(copy)
    }

    fn function(&mut self, mut function: Function) -> Function {
        function.params.iter_mut().for_each(|param| param.ty = self.ty(param.ty));
        function.result = function.result.map(|ty| self.ty(ty));
        match &mut function.kind {
            FunctionKind::Freestanding
            | FunctionKind::AsyncFreestanding
            | FunctionKind::Getter
            | FunctionKind::Setter => {}
            FunctionKind::Method(id)
            | FunctionKind::AsyncMethod(id)
            | FunctionKind::MethodGetter(id)
            | FunctionKind::MethodSetter(id)
            | FunctionKind::Static(id)
            | FunctionKind::AsyncStatic(id)
            | FunctionKind::StaticGetter(id)
            | FunctionKind::StaticSetter(id)
            | FunctionKind::Constructor(id) => *id = self.types[id],
        }
        function
    }
}
