//! The composed component, from a plan:
//!
//! ```wat
//! (component
//!   (import "wasi:io/poll@0.2.0" (instance …))       ;; what is left to the host
//!   (component $stub …) (component $caller …)        ;; the given components, byte for byte
//!   (instance $s (instantiate $stub (with "wasi:io/poll@0.2.0" …)))
//!   (instance $c (instantiate $caller (with "a:b-stub/stub-b" (instance $s "a:b-stub/stub-b")) …))
//!   (export "a:caller/run" (instance $c "a:caller/run")))
//! ```

use std::collections::BTreeMap;

use wasm_encoder::{ComponentExportKind, ComponentTypeRef};
use wasmparser::component_types::{ComponentEntityType, ComponentItem};

use crate::{
    component::{DecodedComponent, Item},
    custom_sections,
    error::Problem,
    imports::Imports,
    needs::Needs,
    plan::{CALLER, Place, Plan},
    scope::Location,
    types::{Member, Reason, TypeEncoder, extern_name},
};

/// The bytes of the composed component, not validated yet.
pub(crate) fn encode(
    given: &[DecodedComponent],
    plan: &Plan,
    needs: &Needs,
    imports: &Imports,
) -> Result<Vec<u8>, Problem> {
    let mut encoder = Encoder {
        given,
        plan,
        needs,
        types: TypeEncoder::new(given),
        arguments: BTreeMap::new(),
        instances: BTreeMap::new(),
        aliases: BTreeMap::new(),
    };
    for (name, places) in imports.in_order(plan, needs)? {
        encoder.import(name, &places).map_err(|reason| {
            let (component, import) = places[0];
            unsupported(&given[component], &given[component].imports[import], reason)
        })?;
    }
    for &component in &plan.order {
        encoder.instantiate(component);
    }
    for (index, export) in given[CALLER].exports.iter().enumerate() {
        encoder.export(index).map_err(|reason| unsupported(&given[CALLER], export, reason))?;
    }
    let mut composed = encoder.types;
    for section in custom_sections::of(given[CALLER].bytes) {
        composed.root().custom_section(&section);
    }
    Ok(std::mem::take(composed.root()).finish())
}

fn unsupported(component: &DecodedComponent, item: &Item, reason: Reason) -> Problem {
    Problem::Unsupported { file: component.name.to_owned(), item: item.name.clone(), reason: reason.to_owned() }
}

/// An item of the root, by its index among those of its kind.
type RootItem = (ComponentExportKind, u32);

struct Encoder<'a> {
    given: &'a [DecodedComponent<'a>],
    plan: &'a Plan,
    needs: &'a Needs<'a>,
    types: TypeEncoder<'a>,
    /// What each import that remains is instantiated with.
    arguments: BTreeMap<Place, RootItem>,
    /// The instances of the given components.
    instances: BTreeMap<usize, u32>,
    /// The exports of instances that were aliased, by component and export.
    aliases: BTreeMap<(usize, usize), u32>,
}

impl<'a> Encoder<'a> {
    /// Declares one import for all `places`.
    fn import(&mut self, name: &'a str, places: &[Place]) -> Result<(), Reason> {
        let given = self.given;
        let item = |(component, import): Place| &given[component].imports[import];
        let named = places.iter().map(|place| item(*place)).find(|item| item.name == name);
        let first = item(places[0]);
        let ty = match first.ty() {
            ComponentEntityType::Instance(_) => ComponentTypeRef::Instance(self.types.instance(self.members(places))?),
            ty => self.types.item(places[0].0, ty)?,
        };
        let name = extern_name(name, &named.unwrap_or(first).item);
        let index = self.types.root().import(name, ty);
        for place in places {
            self.arguments.insert(*place, (ty.kind(), index));
            self.add(*place, index);
        }
        Ok(())
    }

    /// The members of an interface that several components import, each component's in its order.
    fn members(&self, places: &[Place]) -> Vec<Member<'a>> {
        let mut members: Vec<Member> = Vec::new();
        let mut found = BTreeMap::new();
        for &place in places {
            for (name, item) in self.items(place) {
                let index = *found.entry(name).or_insert_with(|| {
                    members.push(Member { name, views: Vec::new() });
                    members.len() - 1
                });
                members[index].views.push((place.0, item));
            }
        }
        members
    }

    /// The members of an imported interface that the composed component imports.
    fn items(&self, place: Place) -> impl Iterator<Item = (&'a str, &'a ComponentItem)> + use<'a> {
        let component = &self.given[place.0];
        let exports = match component.imports[place.1].ty() {
            ComponentEntityType::Instance(id) => Some(&component[id].exports),
            _ => None,
        };
        let needs = self.needs;
        let items = exports.into_iter().flatten().map(|(name, item)| (name.as_str(), item));
        items.filter(move |(name, _)| needs.includes(place, name))
    }

    /// Notes the types that an import names, as its component sees them.
    fn add(&mut self, place: Place, index: u32) {
        let (component, import) = place;
        let location = Location::Index(index);
        match self.given[component].imports[import].ty() {
            ComponentEntityType::Instance(_) => {
                for (name, item) in self.items(place) {
                    self.types.add(component, item.ty, location.member(name));
                }
            }
            ty => self.types.add(component, ty, location),
        }
    }

    fn instantiate(&mut self, component: usize) {
        let given = self.given;
        let DecodedComponent { bytes, imports, .. } = &given[component];
        let index = self.types.root().component_raw(None, bytes);
        let mut arguments = Vec::new();
        for (import, item) in imports.iter().enumerate() {
            let (kind, index) = match self.plan.edge(component, import) {
                Some(edge) => self.alias(edge.provider, edge.export),
                None => self.arguments[&(component, import)],
            };
            arguments.push((item.name.as_str(), kind, index));
        }
        let instance = self.types.root().instantiate(None, index, arguments);
        self.instances.insert(component, instance);
    }

    /// An export of a component that is instantiated already.
    fn alias(&mut self, component: usize, export: usize) -> RootItem {
        let item = &self.given[component].exports[export];
        let kind = kind(item.ty());
        let instance = self.instances[&component];
        let root = self.types.root();
        let index =
            self.aliases.entry((component, export)).or_insert_with(|| root.alias_export(instance, &item.name, kind));
        (kind, *index)
    }

    /// Exports what the caller exports.
    fn export(&mut self, export: usize) -> Result<(), Reason> {
        let item = &self.given[CALLER].exports[export];
        let (kind, index) = self.alias(CALLER, export);
        let ty = match self.needs.ascribed.contains(&export) {
            true => {
                // Resources of the caller stay what they are.
                self.types.add(CALLER, item.ty(), Location::Index(index));
                Some(self.types.item(CALLER, item.ty())?)
            }
            false => None,
        };
        let index = self.types.root().export(extern_name(&item.name, &item.item), kind, index, ty);
        if !self.needs.ascribed.is_empty() {
            self.types.add(CALLER, item.ty(), Location::Index(index));
        }
        Ok(())
    }
}

fn kind(ty: ComponentEntityType) -> ComponentExportKind {
    match ty {
        ComponentEntityType::Module(_) => ComponentExportKind::Module,
        ComponentEntityType::Func(_) => ComponentExportKind::Func,
        ComponentEntityType::Value(_) => ComponentExportKind::Value,
        ComponentEntityType::Type { .. } => ComponentExportKind::Type,
        ComponentEntityType::Instance(_) => ComponentExportKind::Instance,
        ComponentEntityType::Component(_) => ComponentExportKind::Component,
    }
}
