//! Whether what is plugged fits, and which imports nothing satisfies.

use std::collections::BTreeSet;

use crate::{
    compare,
    component::DecodedComponent,
    error::{Problem, Unsatisfied},
    host,
    identity::Identities,
    import_names::ImportNames,
    names,
    plan::{CALLER, Place, Plan},
    walk,
};

/// Adds a problem for each stub that exports an interface with another type than its importer expects.
pub(crate) fn connections(
    given: &[DecodedComponent],
    plan: &Plan,
    identities: &mut Identities,
    problems: &mut Vec<Problem>,
) {
    for edge in &plan.edges {
        let (importer, stub) = (&given[edge.importer], &given[edge.provider]);
        let (import, export) = (&importer.imports[edge.import], &stub.exports[edge.export]);
        let found = compare::between(identities, (importer, import.ty()), (stub, export.ty()));
        let Some(difference) = found else {
            continue;
        };
        let interface = import.name.clone();
        let (importer, stub) = (importer.name.to_owned(), stub.name.to_owned());
        problems.push(match difference.missing_types() {
            Some(types) => Problem::TypesNotInlined { interface, importer, stub, types },
            None => Problem::StaleStub { interface, importer, stub, difference },
        });
    }
}

/// Leaves out what follows from a stale stub: that it also disagrees with its importer on the types of the target's
/// package.
pub(crate) fn drop_consequences(
    given: &[DecodedComponent],
    plan: &Plan,
    names: &ImportNames,
    problems: &mut Vec<Problem>,
) {
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

fn is_types_alone(given: &[DecodedComponent], importers: &[Place]) -> bool {
    importers.iter().all(|(component, import)| {
        let component = &given[*component];
        walk::is_types_alone(component, component.imports[*import].ty())
    })
}

/// The imports of the composed component that are not types alone and that no known host offers.
pub(crate) fn unsatisfied(given: &[DecodedComponent], plan: &Plan, names: &ImportNames) -> Vec<Unsatisfied> {
    let mut unsatisfied = Vec::new();
    for (name, importers) in names.shared(plan) {
        // Of what is plugged, only types are imported.
        let importers = importers.into_iter().filter(|&(component, import)| plan.edge(component, import).is_none());
        let importers: Vec<_> = importers.collect();
        let is_offered = |&(component, import): &Place| host::offers(given[component].imports[import].interface());
        if is_types_alone(given, &importers) || importers.iter().any(is_offered) {
            continue;
        }
        let implements =
            importers.iter().find_map(|&(component, import)| given[component].imports[import].item.implements.clone());
        let importers = importers.iter().map(|(component, _)| given[*component].name);
        unsatisfied.push(Unsatisfied {
            interface: name.to_owned(),
            implements,
            importers: importers.map(str::to_owned).collect(),
            other_versions: other_versions(given, name),
            is_exported_by_caller: exports(&given[CALLER]).any(|export| export == name),
            stub_with_types: stub_with_types(given, name),
        });
    }
    unsatisfied
}

/// The given stub that has types of the interface `name`: one of its target, or one that it imports.
fn stub_with_types(given: &[DecodedComponent], name: &str) -> Option<String> {
    let (package, _) = name.split_once('/')?;
    let is_stub = |stub: &&DecodedComponent| {
        let targets: Vec<_> = exports(stub).filter_map(host::target_of_stub).collect();
        targets.contains(&package) || !targets.is_empty() && stub.imports.iter().any(|item| item.name == name)
    };
    given.iter().skip(CALLER + 1).find(is_stub).map(|stub| stub.name.to_owned())
}

/// The stubs that satisfy nothing, with what they export.
pub(crate) fn unused_stubs(given: &[DecodedComponent], plan: &Plan) -> Vec<(String, Vec<String>)> {
    let used: BTreeSet<_> = plan.edges.iter().map(|edge| edge.provider).collect();
    let unused = given.iter().enumerate().skip(CALLER + 1).filter(|(index, _)| !used.contains(index));
    unused.map(|(_, stub)| (stub.name.to_owned(), exports(stub).map(str::to_owned).collect())).collect()
}

fn other_versions(given: &[DecodedComponent], name: &str) -> Vec<(String, String)> {
    let interface = names::without_version(name);
    let versions = given.iter().skip(1).flat_map(|stub| {
        let other = exports(stub).filter(|export| *export != name);
        let same = other.filter(|export| names::without_version(export) == interface);
        same.map(|export| (stub.name.to_owned(), export.to_owned()))
    });
    versions.collect()
}

fn exports<'a>(component: &'a DecodedComponent) -> impl Iterator<Item = &'a str> {
    component.exports.iter().map(|item| item.name.as_str())
}
