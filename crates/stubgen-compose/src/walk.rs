//! One traversal of component types, for everyone who asks what a type is made of.
//!
//! Types are graphs that share their parts, so the walk remembers where it has been: its time is linear in the number
//! of types.

use std::collections::BTreeSet;

use wasmparser::component_types::{
    ComponentAnyTypeId, ComponentDefinedType, ComponentEntityType, ComponentValType, ResourceId,
};

use crate::component::DecodedComponent;

/// The types that `entity` names directly.
pub(crate) fn entity_types(entity: ComponentEntityType) -> Option<ComponentAnyTypeId> {
    match entity {
        ComponentEntityType::Module(_) => None,
        ComponentEntityType::Func(id) => Some(id.into()),
        ComponentEntityType::Value(value) => value_type(value),
        ComponentEntityType::Type { created, .. } => Some(created),
        ComponentEntityType::Instance(id) => Some(id.into()),
        ComponentEntityType::Component(id) => Some(id.into()),
    }
}

fn value_type(value: ComponentValType) -> Option<ComponentAnyTypeId> {
    match value {
        ComponentValType::Primitive(_) => None,
        ComponentValType::Type(id) => Some(id.into()),
    }
}

/// The types that `ty` is directly made of.
pub(crate) fn parts(component: &DecodedComponent, ty: ComponentAnyTypeId) -> Vec<ComponentAnyTypeId> {
    let entities = |items: &mut dyn Iterator<Item = ComponentEntityType>| items.filter_map(entity_types).collect();
    match ty {
        ComponentAnyTypeId::Resource(_) => Vec::new(),
        ComponentAnyTypeId::Defined(id) => defined_parts(&component[id]),
        ComponentAnyTypeId::Func(id) => {
            let func = &component[id];
            let values = func.params.iter().map(|(_, ty)| *ty).chain(func.result);
            values.filter_map(value_type).collect()
        }
        ComponentAnyTypeId::Instance(id) => entities(&mut component[id].exports.values().map(|item| item.ty)),
        ComponentAnyTypeId::Component(id) => {
            let ty = &component[id];
            let items = ty.imports.values().chain(ty.exports.values());
            entities(&mut items.map(|item| item.ty))
        }
    }
}

fn defined_parts(ty: &ComponentDefinedType) -> Vec<ComponentAnyTypeId> {
    let values = |values: &mut dyn Iterator<Item = ComponentValType>| values.filter_map(value_type).collect();
    match ty {
        ComponentDefinedType::Primitive(_) | ComponentDefinedType::Flags(_) | ComponentDefinedType::Enum(_) => {
            Vec::new()
        }
        ComponentDefinedType::Record(record) => values(&mut record.fields.values().copied()),
        ComponentDefinedType::Variant(variant) => values(&mut variant.cases.values().filter_map(|case| case.ty)),
        ComponentDefinedType::List { element, .. } | ComponentDefinedType::FixedLengthList { element, .. } => {
            values(&mut [*element].into_iter())
        }
        ComponentDefinedType::Map { key, value, .. } => values(&mut [*key, *value].into_iter()),
        ComponentDefinedType::Tuple(tuple) => values(&mut tuple.types.iter().copied()),
        ComponentDefinedType::Option { ty, .. } => values(&mut [*ty].into_iter()),
        ComponentDefinedType::Result { ok, err, .. } => values(&mut ok.iter().chain(err).copied()),
        ComponentDefinedType::Own(id) | ComponentDefinedType::Borrow(id) => vec![(*id).into()],
        ComponentDefinedType::Future { ty, .. } | ComponentDefinedType::Stream { ty, .. } => {
            values(&mut ty.iter().copied())
        }
    }
}

/// `ty` and all types that it is made of, at any depth.
pub(crate) fn reachable(component: &DecodedComponent, ty: ComponentAnyTypeId) -> BTreeSet<ComponentAnyTypeId> {
    let mut reachable = BTreeSet::new();
    let mut open = vec![ty];
    while let Some(ty) = open.pop() {
        if reachable.insert(ty) {
            open.extend(parts(component, ty));
        }
    }
    reachable
}

/// Whether `entity` mentions a resource at any depth.
pub(crate) fn has_resources(component: &DecodedComponent, entity: ComponentEntityType) -> bool {
    let types = entity_types(entity).into_iter().flat_map(|ty| reachable(component, ty));
    types.into_iter().any(|ty| matches!(ty, ComponentAnyTypeId::Resource(_)))
}

/// The resource that `entity` is, if it is one: newly made (`true`) or another name of one that exists.
pub(crate) fn as_resource(entity: ComponentEntityType) -> Option<(ResourceId, bool)> {
    match entity {
        ComponentEntityType::Type {
            created: ComponentAnyTypeId::Resource(created),
            referenced: ComponentAnyTypeId::Resource(referenced),
        } => Some((referenced.resource(), created == referenced)),
        _ => None,
    }
}

/// The resources that an import names, by the name of the member, which is empty for a resource at the root.
pub(crate) fn named_resources<'a>(
    component: &'a DecodedComponent,
    ty: ComponentEntityType,
) -> impl Iterator<Item = (&'a str, ResourceId)> {
    let items = [("", ty)].into_iter().chain(component.members(ty));
    items.filter_map(|(name, ty)| as_resource(ty).map(|(resource, _)| (name, resource)))
}

/// Whether `entity` needs no implementation: a type that is not a new resource, or an interface of only such
/// types.
pub(crate) fn is_types_alone(component: &DecodedComponent, entity: ComponentEntityType) -> bool {
    match entity {
        ComponentEntityType::Type { .. } => !matches!(as_resource(entity), Some((_, true))),
        ComponentEntityType::Instance(id) => {
            component[id].exports.values().all(|item| is_types_alone(component, item.ty))
        }
        _ => false,
    }
}
