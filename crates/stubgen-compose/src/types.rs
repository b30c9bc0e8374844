//! Types of the given components, encoded again where the composed component imports or exports them.
//!
//! A type is looked up in the scopes that are open, from the inside out, under its own id and then under those that it
//! is an alias of. One that is nowhere is defined where it is used. Definitions work on a stack of their own: types
//! can be nested deeper than a thread's stack.

use std::borrow::Cow;

use wasm_encoder::{
    ComponentBuilder, ComponentDefinedTypeEncoder, ComponentExternName, ComponentType, ComponentTypeRef,
    ComponentValType, EntityType, InstanceType, ModuleType, TagKind, TagType, TypeBounds,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{
    component_types::{
        self, ComponentAnyTypeId, ComponentCoreModuleTypeId, ComponentDefinedType, ComponentDefinedTypeId,
        ComponentEntityType, ComponentFuncTypeId, ComponentItem, ComponentTypeId,
    },
    types::{self, CoreTypeId},
};

use crate::{
    component::DecodedComponent,
    scope::{Body, Location, Scope},
    walk,
};

/// Why a type cannot be encoded.
pub(crate) type Reason = &'static str;

const GC_TYPES: Reason = "it is a core module with types that refer to each other";
const NO_RESOURCE: Reason = "it uses a resource that has no name outside of the composed component";

/// A member of an interface, with its type in each component that sees it.
pub(crate) struct Member<'a> {
    pub(crate) name: &'a str,
    /// At least one; the first one is encoded.
    pub(crate) views: Vec<(usize, &'a ComponentItem)>,
}

pub(crate) struct TypeEncoder<'a> {
    given: &'a [DecodedComponent<'a>],
    /// The root, and the types in it that are being encoded.
    scopes: Vec<Scope<'a>>,
}

impl<'a> TypeEncoder<'a> {
    pub(crate) fn new(given: &'a [DecodedComponent<'a>]) -> Self {
        TypeEncoder { given, scopes: vec![Scope::new(Body::Root(Box::default()))] }
    }

    /// The composed component, while no type is being encoded.
    pub(crate) fn root(&mut self) -> &mut ComponentBuilder {
        match &mut self.scopes[0].body {
            Body::Root(builder) => builder,
            Body::Component(_) | Body::Instance(_) => unreachable!("the first scope is the root"),
        }
    }

    /// Notes where the types are that `ty` names, as `component` sees it.
    pub(crate) fn add(&mut self, component: usize, ty: ComponentEntityType, location: Location<'a>) {
        match ty {
            ComponentEntityType::Type { created, .. } => self.top().add((component, created), location),
            ComponentEntityType::Instance(id) => {
                for (name, item) in &self.given[component][id].exports {
                    self.add(component, item.ty, location.member(name));
                }
            }
            _ => {}
        }
    }

    /// What the type of an import or an export is in the current scope.
    pub(crate) fn item(&mut self, component: usize, ty: ComponentEntityType) -> Result<ComponentTypeRef, Reason> {
        Ok(match ty {
            ComponentEntityType::Module(id) => ComponentTypeRef::Module(self.module(component, id)?),
            ComponentEntityType::Func(id) => ComponentTypeRef::Func(self.index(component, id.into())?),
            ComponentEntityType::Value(component_types::ComponentValType::Primitive(ty)) => {
                ComponentTypeRef::Value(ComponentValType::Primitive(ty.into()))
            }
            ComponentEntityType::Value(component_types::ComponentValType::Type(id)) => {
                ComponentTypeRef::Value(ComponentValType::Type(self.index(component, id.into())?))
            }
            ComponentEntityType::Type { created, referenced } => {
                // A resource that a scope has already is that one, under whichever of its names.
                let known = match created {
                    ComponentAnyTypeId::Resource(_) => {
                        self.find(component, referenced).or_else(|| self.find(component, created))
                    }
                    _ => None,
                };
                ComponentTypeRef::Type(match (known, walk::as_resource(ty)) {
                    (Some(index), _) => TypeBounds::Eq(index),
                    (None, Some((_, true))) => TypeBounds::SubResource,
                    (None, _) => TypeBounds::Eq(self.index(component, referenced)?),
                })
            }
            ComponentEntityType::Instance(id) => ComponentTypeRef::Instance(self.index(component, id.into())?),
            ComponentEntityType::Component(id) => ComponentTypeRef::Component(self.index(component, id.into())?),
        })
    }

    /// The index of a new instance type.
    pub(crate) fn instance(&mut self, members: Vec<Member<'a>>) -> Result<u32, Reason> {
        self.scopes.push(Scope::new(Body::Instance(InstanceType::new())));
        for Member { name, views } in members {
            let (component, item) = views[0];
            let ty = self.item(component, item.ty)?;
            let index = self.top().export(extern_name(name, item), ty);
            for (component, item) in views {
                self.add(component, item.ty, Location::Index(index));
            }
        }
        let scope = self.scopes.pop();
        let (index, encoder) = self.top().ty();
        match scope.map(|scope| scope.body) {
            Some(Body::Instance(ty)) => encoder.instance(&ty),
            _ => unreachable!("scopes are closed in the order in which they were opened"),
        }
        Ok(index)
    }

    fn component(&mut self, component: usize, id: ComponentTypeId) -> Result<u32, Reason> {
        let given = self.given;
        let component_type = &given[component][id];
        self.scopes.push(Scope::new(Body::Component(ComponentType::new())));
        for (name, item) in &component_type.imports {
            let ty = self.item(component, item.ty)?;
            let index = self.top().import(extern_name(name, item), ty);
            self.add(component, item.ty, Location::Index(index));
        }
        for (name, item) in &component_type.exports {
            let ty = self.item(component, item.ty)?;
            let index = self.top().export(extern_name(name, item), ty);
            self.add(component, item.ty, Location::Index(index));
        }
        let scope = self.scopes.pop();
        let (index, encoder) = self.top().ty();
        match scope.map(|scope| scope.body) {
            Some(Body::Component(ty)) => encoder.component(&ty),
            _ => unreachable!("scopes are closed in the order in which they were opened"),
        }
        Ok(index)
    }

    fn top(&mut self) -> &mut Scope<'a> {
        self.scopes.last_mut().expect("the root is always open")
    }

    /// The index of a type in the current scope, if an open scope has it.
    fn find(&mut self, component: usize, ty: ComponentAnyTypeId) -> Option<u32> {
        let mut alias = ty;
        loop {
            let key = (component, alias);
            let top = self.scopes.len() - 1;
            let found = (0..=top).rev().find_map(|depth| Some((depth, self.scopes[depth].index(key)?)));
            if let Some((depth, index)) = found {
                return Some(match top - depth {
                    0 => index,
                    count => self.top().outer((component, ty), count as u32, index),
                });
            }
            alias = self.given[component].types().peel_alias(alias)?;
        }
    }

    /// The index of a type in the current scope, where it is defined unless an open scope has it.
    fn index(&mut self, component: usize, ty: ComponentAnyTypeId) -> Result<u32, Reason> {
        let mut open = vec![ty];
        while let Some(&ty) = open.last() {
            if self.find(component, ty).is_some() {
                open.pop();
                continue;
            }
            let missing: Vec<_> = match ty {
                ComponentAnyTypeId::Defined(_) | ComponentAnyTypeId::Func(_) => {
                    let parts = walk::parts(&self.given[component], ty);
                    parts.into_iter().filter(|part| self.find(component, *part).is_none()).collect()
                }
                _ => Vec::new(),
            };
            if missing.is_empty() {
                let index = self.define(component, ty)?;
                self.top().add((component, ty), Location::Index(index));
                open.pop();
            }
            open.extend(missing);
        }
        Ok(self.find(component, ty).expect("the type was defined"))
    }

    /// Encodes a type whose parts the open scopes have.
    fn define(&mut self, component: usize, ty: ComponentAnyTypeId) -> Result<u32, Reason> {
        match ty {
            ComponentAnyTypeId::Resource(_) => Err(NO_RESOURCE),
            ComponentAnyTypeId::Defined(id) => Ok(self.defined(component, id)),
            ComponentAnyTypeId::Func(id) => Ok(self.func(component, id)),
            ComponentAnyTypeId::Instance(id) => {
                let given = self.given;
                let members = given[component][id].exports.iter();
                self.instance(members.map(|(name, item)| Member { name, views: vec![(component, item)] }).collect())
            }
            ComponentAnyTypeId::Component(id) => self.component(component, id),
        }
    }

    fn func(&mut self, component: usize, id: ComponentFuncTypeId) -> u32 {
        let func = &self.given[component][id];
        let params = func.params.iter().map(|(name, ty)| (name.as_str(), self.value(component, *ty)));
        let params: Vec<_> = params.collect();
        let result = func.result.map(|ty| self.value(component, ty));
        let (index, encoder) = self.top().ty();
        encoder.function().async_(func.async_).params(params).result(result);
        index
    }

    fn defined(&mut self, component: usize, id: ComponentDefinedTypeId) -> u32 {
        use ComponentDefinedType as Defined;
        let given = self.given;
        match &given[component][id] {
            Defined::Primitive(ty) => self.add_defined(|encoder| encoder.primitive((*ty).into())),
            Defined::Record(record) => {
                let fields = record.fields.iter().map(|(name, ty)| (name.as_str(), self.value(component, *ty)));
                let fields: Vec<_> = fields.collect();
                self.add_defined(|encoder| encoder.record(fields))
            }
            Defined::Variant(variant) => {
                let cases = variant.cases.iter();
                let cases = cases.map(|(name, case)| (name.as_str(), self.optional_value(component, case.ty)));
                let cases: Vec<_> = cases.collect();
                self.add_defined(|encoder| encoder.variant(cases))
            }
            Defined::List { element, .. } => {
                let element = self.value(component, *element);
                self.add_defined(|encoder| encoder.list(element))
            }
            Defined::Map { key, value, .. } => {
                let (key, value) = (self.value(component, *key), self.value(component, *value));
                self.add_defined(|encoder| encoder.map(key, value))
            }
            Defined::FixedLengthList { element, length, .. } => {
                let element = self.value(component, *element);
                self.add_defined(|encoder| encoder.fixed_length_list(element, *length))
            }
            Defined::Tuple(tuple) => {
                let types: Vec<_> = tuple.types.iter().map(|ty| self.value(component, *ty)).collect();
                self.add_defined(|encoder| encoder.tuple(types))
            }
            Defined::Flags(names) => self.add_defined(|encoder| encoder.flags(names.iter().map(|name| name.as_str()))),
            Defined::Enum(names) => {
                self.add_defined(|encoder| encoder.enum_type(names.iter().map(|name| name.as_str())))
            }
            Defined::Option { ty, .. } => {
                let ty = self.value(component, *ty);
                self.add_defined(|encoder| encoder.option(ty))
            }
            Defined::Result { ok, err, .. } => {
                let (ok, err) = (self.optional_value(component, *ok), self.optional_value(component, *err));
                self.add_defined(|encoder| encoder.result(ok, err))
            }
            Defined::Own(id) => {
                let resource = self.part(component, (*id).into());
                self.add_defined(|encoder| encoder.own(resource))
            }
            Defined::Borrow(id) => {
                let resource = self.part(component, (*id).into());
                self.add_defined(|encoder| encoder.borrow(resource))
            }
            Defined::Future { ty, .. } => {
                let payload = self.optional_value(component, *ty);
                self.add_defined(|encoder| encoder.future(payload))
            }
            Defined::Stream { ty, .. } => {
                let payload = self.optional_value(component, *ty);
                self.add_defined(|encoder| encoder.stream(payload))
            }
        }
    }

    fn add_defined(&mut self, encode: impl FnOnce(ComponentDefinedTypeEncoder)) -> u32 {
        let (index, encoder) = self.top().ty();
        encode(encoder.defined_type());
        index
    }

    fn value(&mut self, component: usize, ty: component_types::ComponentValType) -> ComponentValType {
        match ty {
            component_types::ComponentValType::Primitive(ty) => ComponentValType::Primitive(ty.into()),
            component_types::ComponentValType::Type(id) => ComponentValType::Type(self.part(component, id.into())),
        }
    }

    fn optional_value(
        &mut self,
        component: usize,
        ty: Option<component_types::ComponentValType>,
    ) -> Option<ComponentValType> {
        ty.map(|ty| self.value(component, ty))
    }

    fn part(&mut self, component: usize, ty: ComponentAnyTypeId) -> u32 {
        self.find(component, ty).expect("parts are defined before what is made of them")
    }

    /// The index of a new core module type.
    fn module(&mut self, component: usize, id: ComponentCoreModuleTypeId) -> Result<u32, Reason> {
        let component = &self.given[component];
        let module = &component[id];
        let mut body = ModuleType::new();
        for ((namespace, name), ty) in &module.imports {
            let ty = core_item(component, &mut body, *ty)?;
            body.import(namespace, name, ty);
        }
        for (name, ty) in &module.exports {
            let ty = core_item(component, &mut body, *ty)?;
            body.export(name, ty);
        }
        let (index, encoder) = self.top().core_type();
        encoder.module(&body);
        Ok(index)
    }
}

fn core_item(component: &DecodedComponent, body: &mut ModuleType, ty: types::EntityType) -> Result<EntityType, Reason> {
    let mut reencoder = RoundtripReencoder;
    let mut func = |id: CoreTypeId| {
        let ty = reencoder.sub_type(component[id].clone()).map_err(|_| GC_TYPES)?;
        body.ty().subtype(&ty);
        Ok(body.type_count() - 1)
    };
    Ok(match ty {
        types::EntityType::Func(id) => EntityType::Function(func(id)?),
        types::EntityType::FuncExact(id) => EntityType::FunctionExact(func(id)?),
        types::EntityType::Tag(id) => EntityType::Tag(TagType { kind: TagKind::Exception, func_type_idx: func(id)? }),
        types::EntityType::Table(ty) => EntityType::Table(reencoder.table_type(ty).map_err(|_| GC_TYPES)?),
        types::EntityType::Memory(ty) => EntityType::Memory(reencoder.memory_type(ty).map_err(|_| GC_TYPES)?),
        types::EntityType::Global(ty) => EntityType::Global(reencoder.global_type(ty).map_err(|_| GC_TYPES)?),
    })
}

/// The name of an import or an export, with the attributes that it has.
pub(crate) fn extern_name<'a>(name: &'a str, item: &'a ComponentItem) -> ComponentExternName<'a> {
    ComponentExternName {
        name: Cow::Borrowed(name),
        implements: item.implements.as_deref().map(Cow::Borrowed),
        version_suffix: item.version_suffix.as_deref().map(Cow::Borrowed),
        external_id: item.external_id.as_deref().map(Cow::Borrowed),
    }
}
