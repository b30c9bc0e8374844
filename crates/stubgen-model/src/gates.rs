//! The feature gates of packages, and what closed ones hide of a target: what its world has with all gates open, and lacks
//! with these.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use wit_parser::{
    InterfaceId, PackageId, Resolve, Span, Stability, TypeDefKind, TypeId, UnresolvedPackage, WorldId, WorldItem,
};

use crate::diagnostic::quoted;
use crate::features::{gate_names, open_gate};
use crate::sources::Sources;
use crate::wit_package::{WitContent, WitPackage};
use crate::{Diagnostic, Features, Item, LoadError, world};

/// The features of all gates in the texts of `packages`.
pub(crate) fn gates<'a>(packages: impl IntoIterator<Item = &'a WitPackage>) -> BTreeSet<String> {
    let texts = packages.into_iter().filter_map(|package| match &package.content {
        WitContent::Text(group) => Some(group),
        WitContent::Binary(..) => None,
    });
    let packages = texts.flat_map(|group| std::iter::once(&group.main).chain(&group.nested));
    let features = packages.flat_map(stabilities).filter_map(|stability| match stability {
        Stability::Unstable { feature, .. } => Some(feature.clone()),
        Stability::Stable { .. } | Stability::Unknown => None,
    });
    features.collect()
}

/// The gates of all items of a package.
fn stabilities(package: &UnresolvedPackage) -> Vec<&Stability> {
    let mut found: Vec<&Stability> = Vec::new();
    for (_, world) in &package.worlds {
        found.push(&world.stability);
        found.extend(world.includes.iter().map(|include| &include.stability));
        for item in world.imports.values().chain(world.exports.values()) {
            match item {
                WorldItem::Interface { stability, .. } => found.push(stability),
                WorldItem::Function(function) => found.push(&function.stability),
                // Its definition is among the types.
                WorldItem::Type { .. } => {}
            }
        }
    }
    for (_, interface) in &package.interfaces {
        found.push(&interface.stability);
        found.extend(interface.functions.values().map(|function| &function.stability));
    }
    found.extend(package.types.iter().map(|(_, ty)| &ty.stability));
    found.extend(package.foreign_deps.values().flat_map(|items| items.values()).flat_map(|(_, gates)| gates));
    found
}

/// A source whose gates are all open.
pub(crate) struct Ungated {
    pub(crate) resolve: Resolve,
    pub(crate) main: PackageId,
    /// The features whose gates hide something.
    pub(crate) closed: BTreeSet<String>,
}

/// The most closed gates of which each is tried, to find those of `include`s.
const MAX_SEARCHED: usize = 20;

/// An item that a gate hides.
struct HiddenItem {
    /// Empty if the gate is that of an `include`.
    feature: Option<String>,
    name: String,
    span: Span,
}

impl Ungated {
    /// The error that `wanted` cannot be chosen, or that a gate hides it.
    pub(crate) fn explain(&self, error: LoadError, wanted: Option<&str>, sources: &Sources) -> LoadError {
        let worlds = match (&error, world::select(&self.resolve, self.main, wanted)) {
            (LoadError::NoWorld { .. } | LoadError::UnknownWorld { .. }, Ok(world)) => vec![world],
            (LoadError::NoWorld { .. }, Err(_)) => self.resolve.packages[self.main].worlds.values().copied().collect(),
            _ => Vec::new(),
        };
        let gates = worlds.iter().filter_map(|id| feature(&self.resolve.worlds[*id].stability));
        let gates: BTreeSet<String> = gates.collect();
        if gates.is_empty() {
            return error;
        }
        let place = |id: &WorldId| sources.place(&self.resolve.source_map, self.resolve.worlds[*id].span);
        let location = worlds.first().and_then(place).map(|place| place.location);
        let worlds = worlds.iter().map(|id| self.resolve.worlds[*id].name.clone()).collect();
        LoadError::GatedWorld { package: self.resolve.packages[self.main].name.to_string(), worlds, gates, location }
    }

    /// Notes about what is hidden of the package `main` and of the world `id` in `resolve`. `without` resolves the source
    /// with all gates open but one.
    pub(crate) fn notes(
        &self,
        (resolve, main, id): (&Resolve, PackageId, WorldId),
        wanted: Option<&str>,
        sources: &Sources,
        without: &dyn Fn(&str) -> Option<(Resolve, PackageId)>,
    ) -> Vec<Diagnostic> {
        let all = &self.resolve;
        let chosen = &resolve.worlds[id];
        let package = chosen.package.map(|package| &resolve.packages[package].name);
        let find = |resolve: &Resolve| {
            let package = resolve.package_names.get(package?)?;
            resolve.packages[*package].worlds.get(&chosen.name).copied()
        };
        let world = find(all);
        let mut hidden = match wanted {
            Some(_) => Vec::new(),
            None => hidden_worlds(resolve, main, all, self.main),
        };
        hidden.extend(world.into_iter().flat_map(|world| hidden_exports(resolve, id, all, world)));
        let of_includes = match hidden.iter().any(|item| item.feature.is_none()) && self.closed.len() <= MAX_SEARCHED {
            true => self.hidden_by_each(world, &find, without),
            false => IndexMap::new(),
        };
        let mut by_features: IndexMap<BTreeSet<String>, Vec<HiddenItem>> = IndexMap::new();
        for item in hidden {
            let features = match &item.feature {
                Some(feature) => BTreeSet::from([feature.clone()]),
                None => of_includes.get(&item.name).cloned().unwrap_or_default(),
            };
            by_features.entry(features).or_default().push(item);
        }
        by_features.into_iter().filter_map(|(features, items)| self.note(&features, &items, sources)).collect()
    }

    /// The features without which items of the world `id` are hidden, by the names of the items: an `include` says
    /// nothing about the items that it brings.
    fn hidden_by_each(
        &self,
        id: Option<WorldId>,
        find: &dyn Fn(&Resolve) -> Option<WorldId>,
        without: &dyn Fn(&str) -> Option<(Resolve, PackageId)>,
    ) -> IndexMap<String, BTreeSet<String>> {
        let mut found: IndexMap<String, BTreeSet<String>> = IndexMap::new();
        for feature in &self.closed {
            let Some((resolve, _)) = without(feature) else { continue };
            let (Some(id), Some(visible)) = (id, find(&resolve)) else { continue };
            for item in hidden_exports(&resolve, visible, &self.resolve, id) {
                found.entry(item.name).or_default().insert(feature.clone());
            }
        }
        found
    }

    fn note(&self, features: &BTreeSet<String>, items: &[HiddenItem], sources: &Sources) -> Option<Diagnostic> {
        let gate = gate_names(features);
        let hint = open_gate(if features.is_empty() { &self.closed } else { features });
        let item = |item: &HiddenItem| Item::at_span(item.name.clone(), sources, &self.resolve, item.span);
        let one = |name: &str| format!("{name} is hidden by {gate}");
        let several = |count| format!("{count} items are hidden by {gate}");
        let note = Diagnostic::note_about(items.iter().map(item).collect(), one, several)?;
        Some(Diagnostic { hint, ..note })
    }
}

/// A note about listed features that no gate has, which are probably misspelled.
pub(crate) fn unknown(features: &Features, gates: &BTreeSet<String>) -> Option<Diagnostic> {
    let Features::Listed(listed) = features else { return None };
    let unknown: Vec<&String> = listed.difference(gates).collect();
    let note = || {
        let message = match unknown.as_slice() {
            [name] => format!("the WIT has no feature gate `{name}`"),
            names => format!("the WIT has no feature gates {}", quoted(names, ", ")),
        };
        let hint = (!gates.is_empty()).then(|| format!("its feature gates are {}", quoted(gates, ", ")));
        Diagnostic { hint, ..Diagnostic::note(message) }
    };
    (!unknown.is_empty()).then(note)
}

fn feature(stability: &Stability) -> Option<String> {
    match stability {
        Stability::Unstable { feature, .. } => Some(feature.clone()),
        Stability::Stable { .. } | Stability::Unknown => None,
    }
}

fn hidden_worlds(resolve: &Resolve, main: PackageId, all: &Resolve, all_main: PackageId) -> Vec<HiddenItem> {
    let visible = &resolve.packages[main].worlds;
    let worlds = all.packages[all_main].worlds.iter().filter(|(name, _)| !visible.contains_key(*name));
    let item = |(name, id): (&String, &WorldId)| {
        let world = &all.worlds[*id];
        HiddenItem { feature: feature(&world.stability), name: format!("the world `{name}`"), span: world.span }
    };
    worlds.map(item).collect()
}

/// The exports of the world `all_id` that the world `id` lacks.
fn hidden_exports(resolve: &Resolve, id: WorldId, all: &Resolve, all_id: WorldId) -> Vec<HiddenItem> {
    let mut hidden = Vec::new();
    let visible: IndexMap<String, &WorldItem> =
        resolve.worlds[id].exports.iter().map(|(key, item)| (resolve.name_world_key(key), item)).collect();
    for (key, item) in &all.worlds[all_id].exports {
        let name = all.name_world_key(key);
        match (item, visible.get(&name)) {
            (WorldItem::Interface { id, .. }, Some(WorldItem::Interface { id: visible, .. })) => {
                hidden_functions(&name, (resolve, *visible), (all, *id), &mut hidden);
            }
            (_, Some(_)) => {}
            (item, None) => {
                let gate = match item {
                    WorldItem::Interface { id, stability, .. } => {
                        feature(stability).or_else(|| feature(&all.interfaces[*id].stability))
                    }
                    item => feature(item.stability(all)),
                };
                hidden.push(HiddenItem { feature: gate, name: format!("the export `{name}`"), span: item.span() });
            }
        }
    }
    hidden
}

/// The resources and functions of an interface that are hidden. A resource stands for its functions.
fn hidden_functions(
    name: &str,
    (resolve, visible): (&Resolve, InterfaceId),
    (all, interface): (&Resolve, InterfaceId),
    hidden: &mut Vec<HiddenItem>,
) {
    let (visible, interface) = (&resolve.interfaces[visible], &all.interfaces[interface]);
    let mut resources: BTreeSet<TypeId> = BTreeSet::new();
    for (ty, id) in &interface.types {
        let definition = &all.types[*id];
        if matches!(definition.kind, TypeDefKind::Resource) && !visible.types.contains_key(ty) {
            resources.insert(*id);
            let name = format!("the resource `{name}.{{{ty}}}`");
            hidden.push(HiddenItem { feature: feature(&definition.stability), name, span: definition.span });
        }
    }
    for (key, function) in &interface.functions {
        let resource = function.kind.resource();
        if visible.functions.contains_key(key) || resource.is_some_and(|id| resources.contains(&id)) {
            continue;
        }
        let owner = resource.and_then(|id| all.types[id].name.as_deref()).map(|name| format!("{name}."));
        let name = format!("`{name}.{{{}{}}}`", owner.unwrap_or_default(), function.item_name());
        hidden.push(HiddenItem { feature: feature(&function.stability), name, span: function.span });
    }
}
