//! One index space of types while it is encoded: the composed component's root, or a type in it that has declarations
//! of its own.
//!
//! `wasm-encoder` has three builders for these, with the same operations under different names.

use std::collections::BTreeMap;

use wasm_encoder::{
    Alias, ComponentBuilder, ComponentCoreTypeEncoder, ComponentExportKind, ComponentExternName,
    ComponentOuterAliasKind, ComponentType, ComponentTypeEncoder, ComponentTypeRef, InstanceType,
};
use wasmparser::component_types::ComponentAnyTypeId;

/// A type of one of the given components, which are known by their position.
pub(crate) type TypeKey = (usize, ComponentAnyTypeId);

pub(crate) enum Body {
    Root(Box<ComponentBuilder>),
    Component(ComponentType),
    Instance(InstanceType),
}

/// Where a scope has a type.
#[derive(Clone)]
pub(crate) enum Location<'a> {
    Index(u32),
    /// Not aliased yet: the export at the end of `path`, which leads through instances.
    Export {
        instance: u32,
        path: Vec<&'a str>,
    },
}

impl<'a> Location<'a> {
    /// The location of `member` of the instance that is here.
    pub(crate) fn member(&self, member: &'a str) -> Self {
        match self {
            Location::Index(instance) => Location::Export { instance: *instance, path: vec![member] },
            Location::Export { instance, path } => {
                let path = path.iter().copied().chain([member]).collect();
                Location::Export { instance: *instance, path }
            }
        }
    }
}

pub(crate) struct Scope<'a> {
    pub(crate) body: Body,
    types: BTreeMap<TypeKey, Location<'a>>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(body: Body) -> Self {
        Scope { body, types: BTreeMap::new() }
    }

    pub(crate) fn add(&mut self, key: TypeKey, location: Location<'a>) {
        self.types.insert(key, location);
    }

    /// The index of a type that this scope has, which is aliased at its first use.
    pub(crate) fn index(&mut self, key: TypeKey) -> Option<u32> {
        let (mut instance, path) = match self.types.get(&key)? {
            Location::Index(index) => return Some(*index),
            Location::Export { instance, path } => (*instance, path.clone()),
        };
        let (name, outer) = path.split_last()?;
        for name in outer {
            let kind = ComponentExportKind::Instance;
            let alias = Alias::InstanceExport { instance, kind, name };
            instance = self.alias(alias);
        }
        let alias = Alias::InstanceExport { instance, kind: ComponentExportKind::Type, name };
        let index = self.alias(alias);
        self.add(key, Location::Index(index));
        Some(index)
    }

    /// Aliases a type of the scope that is `count` levels further out.
    pub(crate) fn outer(&mut self, key: TypeKey, count: u32, index: u32) -> u32 {
        let alias = Alias::Outer { kind: ComponentOuterAliasKind::Type, count, index };
        let index = self.alias(alias);
        self.add(key, Location::Index(index));
        index
    }

    /// An alias of a type or an instance; its index.
    fn alias(&mut self, alias: Alias) -> u32 {
        let is_instance = matches!(alias, Alias::InstanceExport { kind: ComponentExportKind::Instance, .. });
        let next = |types, instances| if is_instance { instances } else { types };
        match &mut self.body {
            Body::Root(builder) => builder.alias(None, alias),
            Body::Component(ty) => {
                let index = next(ty.type_count(), ty.instance_count());
                ty.alias(alias);
                index
            }
            Body::Instance(ty) => {
                let index = next(ty.type_count(), ty.instance_count());
                ty.alias(alias);
                index
            }
        }
    }

    /// The index of a new type, and what encodes it.
    pub(crate) fn ty(&mut self) -> (u32, ComponentTypeEncoder<'_>) {
        match &mut self.body {
            Body::Root(builder) => builder.ty(None),
            Body::Component(ty) => (ty.type_count(), ty.ty()),
            Body::Instance(ty) => (ty.type_count(), ty.ty()),
        }
    }

    /// The index of a new core type, and what encodes it.
    pub(crate) fn core_type(&mut self) -> (u32, ComponentCoreTypeEncoder<'_>) {
        match &mut self.body {
            Body::Root(builder) => builder.core_type(None),
            Body::Component(ty) => (ty.core_type_count(), ty.core_type()),
            Body::Instance(ty) => (ty.core_type_count(), ty.core_type()),
        }
    }

    /// Declares an import; its index among those of its kind, where types can refer to that kind.
    pub(crate) fn import(&mut self, name: ComponentExternName, ty: ComponentTypeRef) -> u32 {
        match &mut self.body {
            Body::Root(builder) => builder.import(name, ty),
            Body::Component(body) => {
                let index = next(ty, body.type_count(), body.instance_count());
                body.import(name, ty);
                index
            }
            Body::Instance(_) => unreachable!("an instance type has no imports"),
        }
    }

    /// Declares an export of a type; its index like that of an import.
    pub(crate) fn export(&mut self, name: ComponentExternName, ty: ComponentTypeRef) -> u32 {
        match &mut self.body {
            Body::Root(_) => unreachable!("the root exports items, not types of items"),
            Body::Component(body) => {
                let index = next(ty, body.type_count(), body.instance_count());
                body.export(name, ty);
                index
            }
            Body::Instance(body) => {
                let index = next(ty, body.type_count(), body.instance_count());
                body.export(name, ty);
                index
            }
        }
    }
}

/// The index that the next item of the kind of `ty` gets. Only types and instances are ever referred to.
fn next(ty: ComponentTypeRef, types: u32, instances: u32) -> u32 {
    match ty {
        ComponentTypeRef::Instance(_) => instances,
        _ => types,
    }
}
