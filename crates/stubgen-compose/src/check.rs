//! Whether what is plugged fits, and what is left that nobody will satisfy.

use std::collections::BTreeSet;

use crate::{
    Problem, Unsatisfied, difference,
    facts::Facts,
    host,
    identity::Identities,
    imports::Names,
    names,
    plan::{CALLER, Plan},
    walk,
};

/// Adds a problem for each stub that exports an interface with another type than its importer has in mind.
pub(crate) fn connections(given: &[Facts], plan: &Plan, identities: &mut Identities, problems: &mut Vec<Problem>) {
    for edge in &plan.edges {
        let (importer, stub) = (&given[edge.importer], &given[edge.provider]);
        let (import, export) = (&importer.imports[edge.import], &stub.exports[edge.export]);
        let found = difference::between(identities, (importer, import.ty), (stub, export.ty));
        problems.extend(found.map(|difference| Problem::StaleStub {
            interface: import.name.to_owned(),
            importer: importer.name.to_owned(),
            stub: stub.name.to_owned(),
            difference,
        }));
    }
}

/// Leaves out what follows from a stale stub: that it also disagrees with its importer on the types of the target's
/// package.
pub(crate) fn drop_consequences(given: &[Facts], plan: &Plan, names: &Names, problems: &mut Vec<Problem>) {
    let stale = problems.iter().filter_map(|problem| match problem {
        Problem::StaleStub { importer, stub, .. } => Some((importer.clone(), stub.clone())),
        _ => None,
    });
    let stale: BTreeSet<_> = stale.collect();
    let shared = names.shared(plan);
    problems.retain(|problem| {
        let Problem::ImportConflict { interface, first, second, .. } = problem else {
            return true;
        };
        let is_stale =
            stale.contains(&(first.clone(), second.clone())) || stale.contains(&(second.clone(), first.clone()));
        let types_alone = shared.get(interface.as_str()).is_some_and(|importers| is_types_alone(given, importers));
        !(is_stale && types_alone)
    });
}

fn is_types_alone(given: &[Facts], importers: &[(usize, usize)]) -> bool {
    importers.iter().all(|(component, import)| {
        let facts = &given[*component];
        walk::is_types_alone(&facts.types, facts.imports[*import].ty)
    })
}

/// The imports of the result that are no types alone and that no host is known for.
pub(crate) fn unsatisfied(given: &[Facts], plan: &Plan, names: &Names) -> Vec<Unsatisfied> {
    let mut unsatisfied = Vec::new();
    for (name, importers) in names.shared(plan) {
        if is_types_alone(given, &importers) || host::offers(name) {
            continue;
        }
        let importers = importers.iter().map(|(component, _)| given[*component].name);
        unsatisfied.push(Unsatisfied {
            interface: name.to_owned(),
            importers: importers.map(str::to_owned).collect(),
            other_versions: other_versions(given, name),
            is_exported_by_caller: exports(&given[CALLER]).any(|export| export == name),
        });
    }
    unsatisfied
}

/// The stubs that satisfy nothing, with what they export.
pub(crate) fn idle(given: &[Facts], plan: &Plan) -> Vec<(String, Vec<String>)> {
    let used: BTreeSet<_> = plan.edges.iter().map(|edge| edge.provider).collect();
    let idle = given.iter().enumerate().skip(CALLER + 1).filter(|(index, _)| !used.contains(index));
    idle.map(|(_, stub)| (stub.name.to_owned(), exports(stub).map(str::to_owned).collect())).collect()
}

fn other_versions(given: &[Facts], name: &str) -> Vec<(String, String)> {
    let wanted = names::without_version(name);
    let offers = given.iter().skip(1).flat_map(|stub| {
        let other = exports(stub).filter(|export| *export != name);
        let same = other.filter(|export| names::without_version(export) == wanted);
        same.map(|export| (stub.name.to_owned(), export.to_owned()))
    });
    offers.collect()
}

fn exports<'a>(facts: &'a Facts) -> impl Iterator<Item = &'a str> {
    facts.exports.iter().map(|item| item.name)
}
