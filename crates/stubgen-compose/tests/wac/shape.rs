//! A component's imports and exports as text that does not depend on who made the component: value types are written out,
//! resources have the name under which they are seen first.

use std::collections::{BTreeMap, HashMap};

use wasmparser::component_types::{
    AliasableResourceId, ComponentAnyTypeId, ComponentDefinedType, ComponentEntityType, ComponentValType, ResourceId,
};
use wasmparser::types::{EntityType, TypesRef};

use crate::support::{root, validator};

/// The items of each import and export; one without a name if it is not an instance.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    pub imports: BTreeMap<String, BTreeMap<String, String>>,
    pub exports: BTreeMap<String, BTreeMap<String, String>>,
}

/// The shape of a component; `None` if the component is invalid.
pub fn shape(component: &[u8]) -> Option<Shape> {
    let types = validator().validate_all(component).ok()?;
    let root = root(component);
    let mut writer = Writer { types: types.as_ref(), resources: HashMap::new() };
    let mut imports = BTreeMap::new();
    for name in root.imports {
        let ty = types.as_ref().component_item_for_import(&name)?.ty;
        imports.insert(name.clone(), writer.items(&name, ty));
    }
    let mut exports = BTreeMap::new();
    for name in root.exports {
        let ty = types.as_ref().component_item_for_export(&name)?.ty;
        exports.insert(name.clone(), writer.items(&name, ty));
    }
    Some(Shape { imports, exports })
}

struct Writer<'a> {
    types: TypesRef<'a>,
    resources: HashMap<ResourceId, String>,
}

impl Writer<'_> {
    fn items(&mut self, name: &str, ty: ComponentEntityType) -> BTreeMap<String, String> {
        let ComponentEntityType::Instance(id) = ty else {
            return BTreeMap::from([(String::new(), self.entity(name, ty))]);
        };
        let types = self.types;
        let exports = types[id].exports.iter();
        exports.map(|(item, export)| (item.clone(), self.entity(&format!("{name}.{item}"), export.ty))).collect()
    }

    fn entity(&mut self, path: &str, ty: ComponentEntityType) -> String {
        let types = self.types;
        match ty {
            ComponentEntityType::Module(id) => {
                let imports = types[id].imports.iter().map(|((module, name), ty)| (format!("{module} {name}"), ty));
                let imports: BTreeMap<_, _> = imports.map(|(name, ty)| (name, self.core(ty))).collect();
                let exports: BTreeMap<_, _> =
                    types[id].exports.iter().map(|(name, ty)| (name, self.core(ty))).collect();
                format!("module {imports:?} {exports:?}")
            }
            ComponentEntityType::Func(id) => {
                let func = &types[id];
                let params = func.params.iter().map(|(name, ty)| format!("{name}: {}", self.value(*ty)));
                let keyword = if func.async_ { "async func" } else { "func" };
                format!("{keyword} {} {}", braces(params), self.optional(func.result))
            }
            ComponentEntityType::Value(ty) => format!("value {}", self.value(ty)),
            ComponentEntityType::Type { created, .. } => match created {
                ComponentAnyTypeId::Resource(id) => {
                    self.resources.entry(id.resource()).or_insert_with(|| path.to_owned());
                    self.resource(id)
                }
                ComponentAnyTypeId::Defined(id) => self.defined(&types[id]),
                ComponentAnyTypeId::Func(id) => self.entity(path, ComponentEntityType::Func(id)),
                ComponentAnyTypeId::Instance(id) => self.entity(path, ComponentEntityType::Instance(id)),
                ComponentAnyTypeId::Component(id) => self.entity(path, ComponentEntityType::Component(id)),
            },
            ComponentEntityType::Instance(_) => format!("instance {:?}", self.items(path, ty)),
            ComponentEntityType::Component(id) => {
                let mut of =
                    |items: &mut dyn Iterator<Item = (&String, ComponentEntityType)>| -> BTreeMap<String, String> {
                        items.map(|(name, ty)| (name.clone(), self.entity(&format!("{path}.{name}"), ty))).collect()
                    };
                let imports = of(&mut types[id].imports.iter().map(|(name, item)| (name, item.ty)));
                let exports = of(&mut types[id].exports.iter().map(|(name, item)| (name, item.ty)));
                format!("component {imports:?} {exports:?}")
            }
        }
    }

    fn core(&self, ty: &EntityType) -> String {
        match ty {
            EntityType::Func(id) | EntityType::FuncExact(id) | EntityType::Tag(id) => format!("{}", self.types[*id]),
            EntityType::Table(_) | EntityType::Memory(_) | EntityType::Global(_) => format!("{ty:?}"),
        }
    }

    fn resource(&self, id: AliasableResourceId) -> String {
        let name = self.resources.get(&id.resource()).expect("a resource has a name before it is used");
        format!("resource {name}")
    }

    fn optional(&self, ty: Option<ComponentValType>) -> String {
        ty.map_or("none".to_owned(), |ty| self.value(ty))
    }

    fn value(&self, ty: ComponentValType) -> String {
        match ty {
            ComponentValType::Primitive(ty) => ty.to_string(),
            ComponentValType::Type(id) => self.defined(&self.types[id]),
        }
    }

    fn defined(&self, ty: &ComponentDefinedType) -> String {
        match ty {
            ComponentDefinedType::Primitive(ty) => ty.to_string(),
            ComponentDefinedType::Record(record) => {
                let fields = record.fields.iter().map(|(name, ty)| format!("{name}: {}", self.value(*ty)));
                format!("record {}", braces(fields))
            }
            ComponentDefinedType::Variant(variant) => {
                let cases = variant.cases.iter().map(|(name, case)| format!("{name}: {}", self.optional(case.ty)));
                format!("variant {}", braces(cases))
            }
            ComponentDefinedType::List { element, .. } => format!("list {}", self.value(*element)),
            ComponentDefinedType::Map { key, value, .. } => format!("map {} {}", self.value(*key), self.value(*value)),
            ComponentDefinedType::FixedLengthList { element, length, .. } => {
                format!("list {} {length}", self.value(*element))
            }
            ComponentDefinedType::Tuple(tuple) => {
                format!("tuple {}", braces(tuple.types.iter().map(|ty| self.value(*ty))))
            }
            ComponentDefinedType::Flags(names) => format!("flags {}", braces(names.iter().map(ToString::to_string))),
            ComponentDefinedType::Enum(names) => format!("enum {}", braces(names.iter().map(ToString::to_string))),
            ComponentDefinedType::Option { ty, .. } => format!("option {}", self.value(*ty)),
            ComponentDefinedType::Result { ok, err, .. } => {
                format!("result {} {}", self.optional(*ok), self.optional(*err))
            }
            ComponentDefinedType::Own(id) => format!("own {}", self.resource(*id)),
            ComponentDefinedType::Borrow(id) => format!("borrow {}", self.resource(*id)),
            ComponentDefinedType::Future { ty, .. } => format!("future {}", self.optional(*ty)),
            ComponentDefinedType::Stream { ty, .. } => format!("stream {}", self.optional(*ty)),
        }
    }
}

fn braces(items: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", items.collect::<Vec<_>>().join(", "))
}
