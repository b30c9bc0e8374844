//! What the engine cannot take, found before it is asked.
//!
//! `wasm-compose` was written for components as `wit-component` makes them. Valid components of another make can end it
//! with an assertion, an `unreachable!` or a recursion without end, and in a program built with `panic = "abort"` that
//! ends the program. So each import that is left over is held against what the engine does with it:
//!
//! * it knows imported interfaces of functions and types, and functions and types at the root;
//! * it asserts that each named type is made by one import (two imports that share one instance type break that);
//! * it follows aliases of types, and the imports that an import's types come from, by recursion;
//! * it looks for the resources of an import among the other imports that are left over.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::component_types::{ComponentAnyTypeId, ComponentEntityType, ResourceId};

use crate::{
    Problem,
    facts::{Facts, Item},
    imports::Names,
    plan::{CALLER, Plan},
    walk,
};

/// Aliases of aliases that are followed.
const ALIASES: usize = 100;

/// Adds to `problems` what the engine would fail at.
pub(crate) fn check(given: &[Facts], plan: &Plan, names: &Names, problems: &mut Vec<Problem>) {
    let mut needs = BTreeMap::new();
    for &component in &plan.order {
        let facts = &given[component];
        let mut origins = Origins { facts, makers: BTreeMap::new(), needs: &mut needs };
        let plugged = plugged_resources(facts, plan, component);
        for (import, item) in facts.imports.iter().enumerate() {
            let mut refusal = refuse_attributes(item);
            if plan.edge(component, import).is_none() {
                if let Some((resource, interface)) = plugged_in(facts, item.ty, &plugged) {
                    problems.push(Problem::HiddenResource {
                        file: facts.name.to_owned(),
                        import: item.name.to_owned(),
                        resource: resource.to_owned(),
                        interface: interface.to_owned(),
                    });
                }
                let name = names.of(component, import);
                refusal = refusal.or_else(|| refuse_kind(facts, item.ty)).or_else(|| origins.refuse(name, item.ty));
            }
            problems.extend(refusal.map(|reason| unsupported(facts, item, reason)));
        }
    }
    problems.extend(cycle(&needs));
    exports(&given[CALLER], plan, problems);
}

fn unsupported(facts: &Facts, item: &Item, reason: String) -> Problem {
    Problem::Unsupported { file: facts.name.to_owned(), item: item.name.to_owned(), reason }
}

fn refuse_attributes(item: &Item) -> Option<String> {
    item.has_attributes.then(|| "it carries `implements`, `versionsuffix` or `external-id`".to_owned())
}

fn refuse_kind(facts: &Facts, ty: ComponentEntityType) -> Option<String> {
    let refusal = |what: &str| Some(format!("it is {what}"));
    match ty {
        ComponentEntityType::Func(_) => None,
        ComponentEntityType::Type { .. } => match walk::as_resource(ty) {
            Some((_, true)) => refusal("a resource outside of an interface"),
            _ => None,
        },
        ComponentEntityType::Instance(_) => {
            let odd = facts.members(ty).find(|(_, ty)| !is_func_or_value_type(*ty));
            odd.map(|(name, _)| format!("`{name}` in it is neither a function nor a type"))
        }
        ComponentEntityType::Module(_) => refusal("a core module"),
        ComponentEntityType::Value(_) => refusal("a value"),
        ComponentEntityType::Component(_) => refusal("a component"),
    }
}

fn is_func_or_value_type(ty: ComponentEntityType) -> bool {
    matches!(
        ty,
        ComponentEntityType::Func(_)
            | ComponentEntityType::Type {
                referenced: ComponentAnyTypeId::Defined(_) | ComponentAnyTypeId::Resource(_),
                ..
            }
    )
}

/// The resources that reach a component through imports that are plugged, with name and interface.
fn plugged_resources<'a>(facts: &'a Facts, plan: &Plan, component: usize) -> BTreeMap<ResourceId, (&'a str, &'a str)> {
    let mut known = BTreeSet::new();
    let mut plugged = BTreeMap::new();
    for (import, item) in facts.imports.iter().enumerate() {
        for (name, ty) in facts.members(item.ty) {
            let Some((resource, _)) = walk::as_resource(ty) else {
                continue;
            };
            // Later imports that name it only use it.
            if known.insert(resource) && plan.edge(component, import).is_some() {
                plugged.insert(resource, (name, item.name));
            }
        }
    }
    plugged
}

/// The first of the plugged resources that `ty` mentions.
fn plugged_in<'a>(
    facts: &Facts,
    ty: ComponentEntityType,
    plugged: &BTreeMap<ResourceId, (&'a str, &'a str)>,
) -> Option<(&'a str, &'a str)> {
    let used = walk::resources(&facts.types, ty);
    used.iter().find_map(|resource| plugged.get(resource)).copied()
}

/// An export of the caller that mentions a resource of a stub: outside of the result nobody can name that resource.
fn exports(caller: &Facts, plan: &Plan, problems: &mut Vec<Problem>) {
    let plugged = plugged_resources(caller, plan, CALLER);
    for export in &caller.exports {
        problems.extend(refuse_attributes(export).map(|reason| unsupported(caller, export, reason)));
        if let Some((resource, interface)) = plugged_in(caller, export.ty, &plugged) {
            problems.push(Problem::ExportedResource {
                file: caller.name.to_owned(),
                export: export.name.to_owned(),
                resource: resource.to_owned(),
                interface: interface.to_owned(),
            });
        }
    }
}

/// Which import made which type, and which imports need each other for it: the engine's own bookkeeping, without its
/// recursion.
struct Origins<'a, 'n> {
    facts: &'a Facts<'a>,
    makers: BTreeMap<ComponentAnyTypeId, &'n str>,
    needs: &'a mut BTreeMap<&'n str, BTreeSet<&'n str>>,
}

impl<'n> Origins<'_, 'n> {
    fn refuse(&mut self, import: &'n str, ty: ComponentEntityType) -> Option<String> {
        let own = [("", ty)];
        let facts = self.facts;
        for (name, ty) in own.into_iter().chain(facts.members(ty)) {
            if let ComponentEntityType::Type { created, .. } = ty
                && let Some(maker) = self.makers.insert(created, import)
            {
                return Some(format!("its type `{name}` is also the one of `{maker}`: the two share an instance type"));
            }
            let referenced = match ty {
                ComponentEntityType::Type { referenced, .. } => Some(referenced),
                ComponentEntityType::Instance(_) => None,
                _ => walk::entity_types(ty),
            };
            if let Some(ty) = referenced
                && !self.visit(import, ty)
            {
                return Some(format!("`{name}` in it is an alias of an alias, more than {ALIASES} deep"));
            }
        }
        None
    }

    /// Registers `ty` and all that it is made of, up to where another import is responsible. `false`: too many aliases.
    fn visit(&mut self, import: &'n str, ty: ComponentAnyTypeId) -> bool {
        let mut open = vec![(ty, 0)];
        while let Some((ty, aliases)) = open.pop() {
            if aliases > ALIASES {
                return false;
            }
            match self.makers.get(&ty) {
                // A function's type is not something that an import makes.
                _ if matches!(ty, ComponentAnyTypeId::Func(_)) => {}
                Some(maker) if *maker != import => {
                    self.needs.entry(import).or_default().insert(maker);
                    continue;
                }
                Some(_) => continue,
                None => {
                    self.makers.insert(ty, import);
                }
            }
            match self.facts.types.peel_alias(ty) {
                Some(next) => open.push((next, aliases + 1)),
                None => {
                    let parts = walk::parts(&self.facts.types, ty);
                    open.extend(parts.into_iter().map(|part| (part, 0)));
                }
            }
        }
        true
    }
}

/// Imports that need each other's types: each component has an order for its own, but together they may have none.
fn cycle(needs: &BTreeMap<&str, BTreeSet<&str>>) -> Option<Problem> {
    let mut needed: BTreeMap<&str, usize> = BTreeMap::new();
    for needs in needs.values() {
        for need in needs {
            *needed.entry(need).or_default() += 1;
        }
    }
    let mut left: BTreeSet<_> = needs.keys().copied().collect();
    let free = |name: &&&str| !needed.contains_key(**name);
    let mut open: Vec<_> = needs.keys().filter(free).copied().collect();
    while let Some(name) = open.pop() {
        left.remove(name);
        for need in needs.get(name).into_iter().flatten() {
            let Some(count) = needed.get_mut(need) else {
                continue;
            };
            *count -= 1;
            if *count == 0 {
                open.push(need);
            }
        }
    }
    (!left.is_empty()).then(|| Problem::ImportCycle { interfaces: left.into_iter().map(str::to_owned).collect() })
}
