//! The composed component: from a plan, by the engine, to bytes that were looked at once more; and the report about it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Component, Plug, Problem, Report, Unused,
    engine::{self, Connection, Part},
    facts::{self, Facts},
    imports::{Imports, Names},
    plan::{CALLER, Plan},
    sections,
};

/// The bytes of the result.
pub(crate) fn make(given: &[Facts], plan: &Plan, imports: &Imports) -> Result<Vec<u8>, Problem> {
    let caller = &given[CALLER];
    if plan.order == [CALLER] {
        return Ok(caller.bytes.to_vec());
    }
    let wrong = |error: wasmparser::Error| Problem::WrongResult { message: facts::one_line(error.message()) };
    let parts = parts(given, plan, &imports.names).map_err(wrong)?;
    let composed = engine::encode(parts).map_err(|message| Problem::Engine { message })?;
    let composed = sections::with_metadata_of(caller.bytes, composed).map_err(wrong)?;
    verify(given, plan, &imports.names, &composed)?;
    Ok(composed)
}

fn parts<'a>(given: &[Facts<'a>], plan: &Plan, names: &Names) -> wasmparser::Result<Vec<Part<'a>>> {
    let places = plan.order.iter().enumerate();
    let places: BTreeMap<_, _> = places.map(|(place, component)| (*component, place)).collect();
    let shared = names.shared(plan);
    let parts = plan.order.iter().map(|&component| {
        let facts = &given[component];
        let inside: Vec<_> = (0..facts.imports.len())
            .map(|import| inside_name(facts, plan, names, &shared, (component, import)))
            .collect();
        let renamed = facts.imports.iter().zip(&inside);
        let renamed = renamed.filter(|(item, inside)| item.name != inside.as_str());
        let renamed = renamed.map(|(item, inside)| (item.name, inside.as_str()));
        let edges = plan.edges.iter().filter(|edge| edge.importer == component);
        Ok(Part {
            bytes: sections::rename_imports(facts.bytes, &renamed.collect())?,
            connections: edges
                .map(|edge| Connection { import: edge.import, provider: places[&edge.provider], export: edge.export })
                .collect(),
        })
    });
    parts.collect()
}

/// What an import is called inside the result. What is left over has the name under which it is shared. What is plugged
/// keeps its own, unless another component leaves over an import of that name: the engine would take their resources
/// for the same.
fn inside_name(
    facts: &Facts,
    plan: &Plan,
    names: &Names,
    shared: &BTreeMap<&str, Vec<(usize, usize)>>,
    (component, import): (usize, usize),
) -> String {
    let own = facts.imports[import].name;
    match plan.edge(component, import) {
        None => names.of(component, import).to_owned(),
        Some(_) if shared.contains_key(own) => format!("plugged{import}"),
        Some(_) => own.to_owned(),
    }
}

/// Validates the result, and that it imports and exports what it has to.
fn verify(given: &[Facts], plan: &Plan, names: &Names, composed: &[u8]) -> Result<(), Problem> {
    let component = Component { name: "composed component", bytes: composed };
    let made = facts::read(&mut facts::validator(), &component)
        .map_err(|problem| Problem::WrongResult { message: problem.to_string() })?;
    let exported = |facts: &Facts| -> Vec<String> { facts.exports.iter().map(|item| item.name.to_owned()).collect() };
    let (wanted, found) = (exported(&given[CALLER]), exported(&made));
    if wanted != found {
        let message = format!("it exports {found:?} instead of {wanted:?}");
        return Err(Problem::WrongResult { message });
    }
    let wanted: BTreeSet<_> = names.shared(plan).into_keys().collect();
    let found: BTreeSet<_> = made.imports.iter().map(|item| item.name).collect();
    if wanted != found {
        let message = format!("it imports {found:?} instead of {wanted:?}");
        return Err(Problem::WrongResult { message });
    }
    Ok(())
}

/// Fills in the report about a composition that succeeded.
pub(crate) fn describe(given: &[Facts], plan: &Plan, imports: Imports, report: &mut Report) {
    let plugs = plan.edges.iter().map(|edge| {
        let (importer, stub) = (&given[edge.importer], &given[edge.provider]);
        Plug {
            importer: importer.name.to_owned(),
            import: importer.imports[edge.import].name.to_owned(),
            stub: stub.name.to_owned(),
            export: stub.exports[edge.export].name.to_owned(),
        }
    });
    report.plugs = plugs.collect();
    let used: BTreeSet<_> = plan.order.iter().collect();
    let stubs = given.iter().enumerate();
    let unused = stubs.filter(|(index, _)| !used.contains(index));
    report.unused = unused
        .map(|(_, stub)| Unused {
            stub: stub.name.to_owned(),
            exports: stub.exports.iter().map(|item| item.name.to_owned()).collect(),
        })
        .collect();
    let left = imports.names.shared(plan).into_keys();
    report.imports = left.map(str::to_owned).collect();
    // A caller on its own is not changed, whatever it imports.
    if plan.order != [CALLER] {
        report.versions = imports.versions;
    }
}
