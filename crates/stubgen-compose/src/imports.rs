//! The imports of the composed component: those that remain, under the names and in the versions in which components
//! share them.
//!
//! Imports of one name become one import. So do compatible versions of one interface, under the highest of their names,
//! unless their types forbid it: then the versions stay apart. Whether they do depends on which other interfaces are
//! merged (a stream is the same only if its pollable is), so all are merged first, and those that conflict are taken
//! apart until none does.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::component_types::ComponentEntityType;

use crate::{
    compare::{self, Pair},
    component::DecodedComponent,
    difference::Difference,
    error::Problem,
    identity::Identities,
    import_names::ImportNames,
    names,
    needs::Needs,
    plan::{Place, Plan},
    report::Versions,
};

/// The imports of the result.
pub(crate) struct Imports {
    pub(crate) names: ImportNames,
    pub(crate) identities: Identities,
    pub(crate) versions: Vec<Versions>,
}

impl Imports {
    /// The imports by name, each with its places, those that others need before them.
    pub(crate) fn in_order(&self, plan: &Plan, needs: &Needs) -> Result<Vec<(&str, Vec<Place>)>, Problem> {
        let shared = self.names.shared(plan);
        let mut before: BTreeMap<&str, BTreeSet<&str>> = shared.keys().map(|name| (*name, BTreeSet::new())).collect();
        let mut after: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (place, needed) in &needs.before {
            let name = self.names.of(*place);
            for needed in needed.iter().map(|needed| self.names.of(*needed)).filter(|needed| *needed != name) {
                before.entry(name).or_default().insert(needed);
                after.entry(needed).or_default().insert(name);
            }
        }
        let mut free: BTreeSet<_> =
            before.iter().filter(|(_, before)| before.is_empty()).map(|(name, _)| *name).collect();
        let mut order = Vec::new();
        while let Some(name) = free.pop_first() {
            before.remove(name);
            order.push(name);
            for next in after.remove(name).into_iter().flatten() {
                if let Some(before) = before.get_mut(next) {
                    before.remove(name);
                    if before.is_empty() {
                        free.insert(next);
                    }
                }
            }
        }
        if !before.is_empty() {
            return Err(Problem::ImportCycle { interfaces: before.into_keys().map(str::to_owned).collect() });
        }
        Ok(order.into_iter().map(|name| (name, shared[name].clone())).collect())
    }
}

/// Settles names and versions. Imports of one name whose types differ are added to `problems`.
pub(crate) fn settle(given: &[DecodedComponent], plan: &Plan, needs: &Needs, problems: &mut Vec<Problem>) -> Imports {
    let remaining = remaining(given, plan, needs);
    let tracks = tracks(&remaining);
    let mut apart = BTreeMap::new();
    loop {
        let names = name(given, &remaining, &tracks, &apart);
        let mut identities = Identities::new(given, plan, &names);
        let conflicts = conflicts(given, needs, names.shared(plan), &mut identities);
        let (versions, shared): (Vec<_>, Vec<_>) =
            conflicts.into_iter().partition(|conflict| conflict.first.1 != conflict.second.1);
        let before = apart.len();
        for conflict in versions {
            if let Some(track) = names::track(&conflict.second.1) {
                apart.insert(track, conflict.difference);
            }
        }
        if apart.len() == before {
            problems.extend(shared.into_iter().map(Conflict::into_problem));
            let versions = versions_of(given, &tracks, &names, apart);
            return Imports { names, identities, versions };
        }
    }
}

/// Remaining imports by what their compatible versions have in common.
type Tracks = BTreeMap<String, Vec<Place>>;

/// The imports that remain, and those that are plugged and whose types remain.
fn remaining<'a>(given: &'a [DecodedComponent], plan: &Plan, needs: &Needs) -> BTreeMap<Place, &'a str> {
    let mut remaining = BTreeMap::new();
    for &component in &plan.order {
        for (import, item) in given[component].imports.iter().enumerate() {
            let place = (component, import);
            if plan.edge(component, import).is_none() || needs.types.contains_key(&place) {
                remaining.insert(place, item.name.as_str());
            }
        }
    }
    remaining
}

fn tracks(remaining: &BTreeMap<Place, &str>) -> Tracks {
    let mut tracks = Tracks::new();
    for (place, name) in remaining {
        if let Some(track) = names::track(name) {
            tracks.entry(track).or_default().push(*place);
        }
    }
    tracks
}

fn name(
    given: &[DecodedComponent],
    remaining: &BTreeMap<Place, &str>,
    tracks: &Tracks,
    apart: &BTreeMap<String, Difference>,
) -> ImportNames {
    let own = remaining.iter().map(|(place, name)| (*place, (*name).to_owned()));
    let mut names: BTreeMap<_, _> = own.collect();
    for (track, places) in tracks {
        if apart.contains_key(track) {
            continue;
        }
        let highest = highest_of_each(given, places);
        let version = |&&(component, import): &&Place| {
            names::versioned(&given[component].imports[import].name).map(|(_, version)| version)
        };
        let Some(&(component, import)) = highest.iter().max_by_key(version) else {
            continue;
        };
        let shared = &given[component].imports[import].name;
        for place in highest {
            names.insert(place, shared.clone());
        }
    }
    ImportNames::new(names)
}

/// One import per component: a component that itself imports two versions cannot have both under one name.
fn highest_of_each(given: &[DecodedComponent], places: &[Place]) -> Vec<Place> {
    let mut highest = BTreeMap::new();
    for &(component, import) in places {
        let version = names::versioned(&given[component].imports[import].name);
        let entry = highest.entry(component).or_insert((version.clone(), import));
        if version > entry.0 {
            *entry = (version, import);
        }
    }
    highest.into_iter().map(|(component, (_, import))| (component, import)).collect()
}

/// Two imports that have one name in the result, but not one type.
struct Conflict {
    /// Component and import, as they call themselves.
    first: (String, String),
    second: (String, String),
    difference: Difference,
}

impl Conflict {
    fn into_problem(self) -> Problem {
        Problem::ImportConflict {
            interface: self.second.1,
            first: self.first.0,
            second: self.second.0,
            difference: self.difference,
        }
    }
}

fn conflicts(
    given: &[DecodedComponent],
    needs: &Needs,
    shared: BTreeMap<&str, Vec<Place>>,
    identities: &mut Identities,
) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for places in shared.into_values() {
        // Who brought each item first: all others are compared with that one.
        let mut first = BTreeMap::new();
        let is_interface = places.iter().all(|place| is_interface(ty(given, *place)));
        for &place in &places {
            let component = &given[place.0];
            let mut by_first: BTreeMap<_, Vec<Pair>> = BTreeMap::new();
            let items = match is_interface {
                true => members(given, needs, place),
                false => vec![("", ty(given, place))],
            };
            for (item, ty) in items {
                let &mut (owner, owned) = first.entry(item).or_insert((place, ty));
                if owner == place {
                    continue;
                }
                let (expected, provided) = ((component, ty), (&given[owner.0], owned));
                let Err(reason) = equal(identities, expected, provided) else {
                    continue;
                };
                let provided = (provided.0, Some(owned));
                by_first.entry(owner).or_default().push(Pair { item, expected, provided, reason });
            }
            for (owner, pairs) in by_first {
                conflicts.extend(compare::difference(pairs).map(|difference| Conflict {
                    first: called(given, owner),
                    second: called(given, place),
                    difference,
                }));
            }
        }
    }
    conflicts
}

fn called(given: &[DecodedComponent], (component, import): Place) -> (String, String) {
    let component = &given[component];
    (component.name.to_owned(), component.imports[import].name.clone())
}

fn ty(given: &[DecodedComponent], (component, import): Place) -> ComponentEntityType {
    given[component].imports[import].ty()
}

fn is_interface(ty: ComponentEntityType) -> bool {
    matches!(ty, ComponentEntityType::Instance(_))
}

/// The members of an interface that the composed component imports.
fn members<'a>(given: &'a [DecodedComponent], needs: &Needs, place: Place) -> Vec<(&'a str, ComponentEntityType)> {
    let members = given[place.0].members(ty(given, place));
    members.filter(|(name, _)| needs.includes(place, name)).collect()
}

fn equal(
    identities: &mut Identities,
    one: (&DecodedComponent, ComponentEntityType),
    other: (&DecodedComponent, ComponentEntityType),
) -> Result<(), Option<String>> {
    identities.check(one, other)?;
    identities.check(other, one)
}

/// What became of the interfaces that are imported in more than one version.
fn versions_of(
    given: &[DecodedComponent],
    tracks: &Tracks,
    names: &ImportNames,
    mut apart: BTreeMap<String, Difference>,
) -> Vec<Versions> {
    let mut versions = Vec::new();
    for (track, places) in tracks {
        let name = |&(component, import): &Place| given[component].imports[import].name.as_str();
        let imported: BTreeSet<_> = places.iter().map(name).collect();
        if imported.len() < 2 {
            continue;
        }
        let kept: BTreeSet<_> = places.iter().map(|place| names.of(*place)).collect();
        let owned = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
        versions.push(match (apart.remove(track), kept.first()) {
            (None, Some(to)) if kept.len() == 1 => Versions::Merged { from: owned(imported), to: (*to).to_owned() },
            (difference, _) => Versions::Apart { names: owned(kept), difference },
        });
    }
    versions
}
