//! Which stub is plugged into which component.
//!
//! An import is satisfied by the one stub that exports its name, or else a compatible version of it. If the name is a plain
//! one that `implements` an interface, the stub that exports this interface satisfies it, too. The plan starts at the
//! caller and continues with the stubs that it adds. The caller's own exports satisfy no import; they become the exports of
//! the result. An import of types alone stays an import, and is shared with the same import of the caller.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::component_types::ComponentEntityType;

use crate::{
    component::{DecodedComponent, Item},
    error::Problem,
    names, walk,
};

/// The caller's place among the given components.
pub(crate) const CALLER: usize = 0;

/// An import: its component and its position there.
pub(crate) type Place = (usize, usize);

/// Which of the given components make up the result, and their connections.
pub(crate) struct Plan {
    /// Providers before those who import from them; the caller is last.
    pub(crate) order: Vec<usize>,
    pub(crate) edges: Vec<Edge>,
}

/// An import and the export that satisfies it; all by position.
#[derive(Clone, Copy)]
pub(crate) struct Edge {
    pub(crate) importer: usize,
    pub(crate) import: usize,
    pub(crate) provider: usize,
    pub(crate) export: usize,
}

impl Plan {
    /// The connection of an import, if it has one.
    pub(crate) fn edge(&self, importer: usize, import: usize) -> Option<&Edge> {
        let key = (importer, import);
        let found = self.edges.binary_search_by_key(&key, |edge| (edge.importer, edge.import));
        found.ok().map(|index| &self.edges[index])
    }
}

/// Decides all connections. A cycle is an error at once, because nothing else can be said about such a composition;
/// `problems` collects what leaves a plan.
pub(crate) fn plan(given: &[DecodedComponent], problems: &mut Vec<Problem>) -> Result<Plan, Problem> {
    let offers = Offers::of(given);
    let mut edges = Vec::new();
    let mut used = BTreeSet::from([CALLER]);
    let mut open = vec![CALLER];
    while let Some(importer) = open.pop() {
        for (import, item) in given[importer].imports.iter().enumerate() {
            if !can_be_plugged(&given[importer], item.ty()) {
                continue;
            }
            let found = offers.satisfying(importer, item);
            let Some(&(provider, export)) = found.first() else {
                continue;
            };
            if found.len() > 1 {
                problems.push(Problem::SeveralStubs {
                    interface: item.name.clone(),
                    importer: given[importer].name.to_owned(),
                    stubs: found.iter().map(|(stub, _)| given[*stub].name.to_owned()).collect(),
                });
            }
            edges.push(Edge { importer, import, provider, export });
            if used.insert(provider) {
                open.push(provider);
            }
        }
    }
    edges.sort_by_key(|edge| (edge.importer, edge.import));
    let order = order(given, &edges)?;
    Ok(Plan { order, edges })
}

fn can_be_plugged(importer: &DecodedComponent, ty: ComponentEntityType) -> bool {
    match ty {
        ComponentEntityType::Instance(_) => !walk::is_types_alone(importer, ty) || walk::has_resources(importer, ty),
        ComponentEntityType::Value(_) => false,
        ComponentEntityType::Func(_)
        | ComponentEntityType::Type { .. }
        | ComponentEntityType::Module(_)
        | ComponentEntityType::Component(_) => !walk::is_types_alone(importer, ty),
    }
}

/// The exports of all stubs, by name and by what compatible versions have in common.
struct Offers<'a> {
    exact: BTreeMap<&'a str, Vec<(usize, usize)>>,
    compatible: BTreeMap<String, Vec<(usize, usize)>>,
}

impl<'a> Offers<'a> {
    fn of(given: &'a [DecodedComponent]) -> Self {
        let mut offers = Offers { exact: BTreeMap::new(), compatible: BTreeMap::new() };
        for (stub, component) in given.iter().enumerate().skip(1) {
            for (export, item) in component.exports.iter().enumerate() {
                let place = (stub, export);
                offers.exact.entry(&item.name).or_default().push(place);
                if let Some(track) = names::track(&item.name) {
                    offers.compatible.entry(track).or_default().push(place);
                }
            }
        }
        offers
    }

    /// Stub and export that satisfy an import of `importer`: by its name, or else by the interface that it `implements`.
    fn satisfying(&self, importer: usize, import: &Item) -> Vec<(usize, usize)> {
        match self.named(importer, &import.name) {
            found if found.is_empty() => self.named(importer, import.interface()),
            found => found,
        }
    }

    /// Stub and export that have this name, or a compatible version of it: at most one per stub.
    fn named(&self, importer: usize, name: &str) -> Vec<(usize, usize)> {
        let exact = self.exact.get(name);
        let compatible = || names::track(name).and_then(|track| self.compatible.get(&track));
        let of = |places: Option<&Vec<(usize, usize)>>| -> Vec<(usize, usize)> {
            let places = places.into_iter().flatten().copied();
            let mut found: Vec<_> = places.filter(|(stub, _)| *stub != importer).collect();
            found.dedup_by_key(|(stub, _)| *stub);
            found
        };
        match of(exact) {
            found if found.is_empty() => of(compatible()),
            found => found,
        }
    }
}

/// The components that the caller needs, providers first; or the cycle that makes this impossible.
fn order(given: &[DecodedComponent], edges: &[Edge]) -> Result<Vec<usize>, Problem> {
    let mut order = Vec::new();
    let mut done = BTreeSet::new();
    // The path from the caller to the component that is looked at, with the providers that each still has to visit.
    let mut path = vec![(CALLER, providers(edges, CALLER))];
    while let Some((component, rest)) = path.last_mut() {
        let component = *component;
        let Some(provider) = rest.pop() else {
            path.pop();
            done.insert(component);
            order.push(component);
            continue;
        };
        if let Some(start) = path.iter().position(|(open, _)| *open == provider) {
            let members = path[start..].iter().map(|(member, _)| *member);
            return Err(cycle(given, edges, members.collect()));
        }
        if !done.contains(&provider) {
            path.push((provider, providers(edges, provider)));
        }
    }
    Ok(order)
}

/// Last import first, as a stack to pop from.
fn providers(edges: &[Edge], importer: usize) -> Vec<usize> {
    let first = edges.partition_point(|edge| edge.importer < importer);
    let mut providers: Vec<_> =
        edges[first..].iter().take_while(|edge| edge.importer == importer).map(|edge| edge.provider).collect();
    providers.reverse();
    providers
}

fn cycle(given: &[DecodedComponent], edges: &[Edge], members: Vec<usize>) -> Problem {
    let steps = members.iter().enumerate().filter_map(|(index, importer)| {
        let provider = members[(index + 1) % members.len()];
        edges.iter().find(|edge| edge.importer == *importer && edge.provider == provider)
    });
    Problem::Cycle {
        steps: steps
            .map(|edge| {
                let importer = &given[edge.importer];
                let interface = importer.imports[edge.import].name.clone();
                (importer.name.to_owned(), interface)
            })
            .collect(),
    }
}
