//! The imports of the result: what the parts leave over, under the names and in the versions in which it is shared.
//!
//! Imports of one name become one import. So do compatible versions of one interface, under the highest of their names,
//! unless their types forbid it: then the versions stay apart. Whether they do depends on which other interfaces are
//! merged (a stream is the same only if its pollable is), so all are merged first, and those that conflict are taken
//! apart until none does.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::component_types::ComponentEntityType;

use crate::{
    Problem,
    difference::{Difference, Pair},
    facts::Facts,
    identity::Identities,
    names,
    plan::Plan,
    report::Versions,
};

/// The name in the result of each import that is left over.
pub(crate) struct Names(BTreeMap<(usize, usize), String>);

impl Names {
    pub(crate) fn of(&self, component: usize, import: usize) -> &str {
        self.0.get(&(component, import)).map_or("", String::as_str)
    }

    /// Imports that are left over, by their name in the result, each with its importers in the order of the plan.
    pub(crate) fn shared(&self, plan: &Plan) -> BTreeMap<&str, Vec<(usize, usize)>> {
        let mut shared: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for &component in &plan.order {
            let imports = self.0.range((component, 0)..=(component, usize::MAX));
            for (place, name) in imports {
                shared.entry(name.as_str()).or_default().push(*place);
            }
        }
        shared
    }
}

/// The imports of the result.
pub(crate) struct Imports {
    pub(crate) names: Names,
    pub(crate) identities: Identities,
    pub(crate) versions: Vec<Versions>,
}

/// Settles names and versions. Imports of one name whose types differ are added to `problems`.
pub(crate) fn settle(given: &[Facts], plan: &Plan, problems: &mut Vec<Problem>) -> Imports {
    let tracks = tracks(given, plan);
    let mut apart = BTreeMap::new();
    loop {
        let names = name(given, plan, &tracks, &apart);
        let mut identities = Identities::new(given, plan, &names);
        let conflicts = conflicts(given, plan, &names, &mut identities);
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

/// Left-over imports by what their compatible versions have in common.
type Tracks = BTreeMap<String, Vec<(usize, usize)>>;

fn left_over<'a>(given: &'a [Facts<'a>], plan: &'a Plan) -> impl Iterator<Item = ((usize, usize), &'a str)> {
    plan.order.iter().flat_map(move |&component| {
        let imports = given[component].imports.iter().enumerate();
        imports
            .filter(move |(import, _)| plan.edge(component, *import).is_none())
            .map(move |(import, item)| ((component, import), item.name))
    })
}

fn tracks(given: &[Facts], plan: &Plan) -> Tracks {
    let mut tracks = Tracks::new();
    for (place, name) in left_over(given, plan) {
        if let Some(track) = names::track(name) {
            tracks.entry(track).or_default().push(place);
        }
    }
    tracks
}

fn name(given: &[Facts], plan: &Plan, tracks: &Tracks, apart: &BTreeMap<String, Difference>) -> Names {
    let own = left_over(given, plan).map(|(place, name)| (place, name.to_owned()));
    let mut names: BTreeMap<_, _> = own.collect();
    for (track, places) in tracks {
        if apart.contains_key(track) {
            continue;
        }
        let highest = highest_of_each(given, places);
        let version = |&&(component, import): &&(usize, usize)| {
            names::versioned(given[component].imports[import].name).map(|(_, version)| version)
        };
        let Some(&(component, import)) = highest.iter().max_by_key(version) else {
            continue;
        };
        let shared = given[component].imports[import].name;
        for place in highest {
            names.insert(place, shared.to_owned());
        }
    }
    Names(names)
}

/// One import per component: a component that itself imports two versions cannot have both under one name.
fn highest_of_each(given: &[Facts], places: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut highest = BTreeMap::new();
    for &(component, import) in places {
        let version = names::versioned(given[component].imports[import].name);
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

fn conflicts(given: &[Facts], plan: &Plan, names: &Names, identities: &mut Identities) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for places in names.shared(plan).into_values() {
        // Who brought each item first: all others are compared with that one.
        let mut first = BTreeMap::new();
        for &place in &places {
            let facts = &given[place.0];
            let ty = facts.imports[place.1].ty;
            let mut by_first: BTreeMap<_, Vec<Pair>> = BTreeMap::new();
            for (item, ty) in items(facts, ty) {
                let &mut (owner, owned) = first.entry(item).or_insert((place, ty));
                if owner == place {
                    continue;
                }
                let (wanted, offered) = ((facts, ty), (&given[owner.0], owned));
                let Err(reason) = equal(identities, wanted, offered) else {
                    continue;
                };
                by_first.entry(owner).or_default().push(Pair {
                    item,
                    wanted,
                    offered: (offered.0, Some(owned)),
                    reason,
                });
            }
            for (owner, pairs) in by_first {
                conflicts.extend(Difference::of(pairs).map(|difference| Conflict {
                    first: called(given, owner),
                    second: called(given, place),
                    difference,
                }));
            }
        }
    }
    conflicts
}

fn called(given: &[Facts], (component, import): (usize, usize)) -> (String, String) {
    let facts = &given[component];
    (facts.name.to_owned(), facts.imports[import].name.to_owned())
}

/// The members of an interface, or the import itself if it is none.
fn items<'a>(facts: &'a Facts, ty: ComponentEntityType) -> impl Iterator<Item = (&'a str, ComponentEntityType)> {
    let own = match ty {
        ComponentEntityType::Instance(_) => None,
        _ => Some(("", ty)),
    };
    own.into_iter().chain(facts.members(ty))
}

fn equal(
    identities: &mut Identities,
    one: (&Facts, ComponentEntityType),
    other: (&Facts, ComponentEntityType),
) -> Result<(), Option<String>> {
    identities.check(one, other)?;
    identities.check(other, one)
}

/// What became of the interfaces that are imported in more than one version.
fn versions_of(
    given: &[Facts],
    tracks: &Tracks,
    names: &Names,
    mut apart: BTreeMap<String, Difference>,
) -> Vec<Versions> {
    let mut versions = Vec::new();
    for (track, places) in tracks {
        let name = |&(component, import): &(usize, usize)| given[component].imports[import].name;
        let imported: BTreeSet<_> = places.iter().map(name).collect();
        if imported.len() < 2 {
            continue;
        }
        let kept: BTreeSet<_> = places.iter().map(|(component, import)| names.of(*component, *import)).collect();
        let owned = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
        versions.push(match (apart.remove(track), kept.first()) {
            (None, Some(to)) if kept.len() == 1 => Versions::Merged { from: owned(imported), to: (*to).to_owned() },
            (difference, _) => Versions::Apart { names: owned(kept), difference },
        });
    }
    versions
}
