//! The same composition by `wac-graph`, which nobody here wrote: both results have the same imports and exports, of the
//! same types.

mod shape;

use std::panic::{AssertUnwindSafe, catch_unwind};

use shape::{Shape, shape};
use wac_graph::types::Package;
use wac_graph::{CompositionGraph, EncodeOptions, NodeId, PackageId, plug};
use wasm_rpc_stubgen_compose::Composition;

/// How a comparison ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Same,
    NothingPlugged,
    WacRefuses,
    WacPanics,
    WacIsInvalid,
}

/// Compares `composed`, made of `given` (the caller first), with what `wac-graph` makes of it; an error is the difference.
pub fn compare(given: &[(&str, &[u8])], composed: &Composition) -> Result<Outcome, String> {
    if composed.report.plugs.is_empty() {
        return Ok(Outcome::NothingPlugged);
    }
    let other = match catch_unwind(AssertUnwindSafe(|| compose(given, composed))) {
        Ok(Ok(other)) => other,
        Ok(Err(_)) => return Ok(Outcome::WacRefuses),
        Err(_) => return Ok(Outcome::WacPanics),
    };
    let Some(mut other) = shape(&other) else { return Ok(Outcome::WacIsInvalid) };
    let ours = shape(&composed.bytes).expect("a valid component");
    drop_what_only_wac_imports(&mut other, &ours, composed);
    match ours == other {
        true => Ok(Outcome::Same),
        false => Err(format!("{ours:#?}\nof wac: {other:#?}")),
    }
}

/// Of a plugged interface, we import only the types that are still in use (`docs/adr/0020`); wac imports all of it. It
/// also gives an import with a plain name the types of the import of the interface that it implements.
fn drop_what_only_wac_imports(theirs: &mut Shape, ours: &Shape, composed: &Composition) {
    for (name, theirs) in &mut theirs.imports {
        let is_plugged = composed.report.plugs.iter().any(|plug| plug.import == *name);
        let Some(ours) = ours.imports.get(name).filter(|_| is_plugged || !name.contains('/')) else { continue };
        theirs.retain(|item, _| ours.contains_key(item));
    }
}

/// What `wac plug` does; and for stubs that are plugged into each other, which it cannot do, the graph of the report.
fn compose(given: &[(&str, &[u8])], composed: &Composition) -> Result<Vec<u8>, String> {
    let mut graph = CompositionGraph::new();
    let mut packages = Vec::new();
    for (index, (_, bytes)) in given.iter().enumerate() {
        let name = format!("given:part{index}");
        let package = Package::from_bytes(&name, None, bytes.to_vec(), graph.types_mut()).map_err(text)?;
        packages.push(graph.register_package(package).map_err(text)?);
    }
    let caller = given[0].0;
    // `wac plug` goes by names, not by what a plain name implements.
    let by_name = |import: &str, export: &str| import == export || import.contains('/');
    let plugs = &composed.report.plugs;
    match plugs.iter().all(|plug| plug.importer == caller && by_name(&plug.import, &plug.export)) {
        true => plug(&mut graph, packages[1..].to_vec(), packages[0]).map_err(text)?,
        false => connect(&mut graph, &packages, given, composed)?,
    }
    graph.encode(EncodeOptions { validate: false, ..EncodeOptions::default() }).map_err(text)
}

fn connect(
    graph: &mut CompositionGraph,
    packages: &[PackageId],
    given: &[(&str, &[u8])],
    composed: &Composition,
) -> Result<(), String> {
    let instances: Vec<_> = packages.iter().map(|package| graph.instantiate(*package)).collect();
    let instance = |name: &str| -> NodeId {
        instances[given.iter().position(|(given, _)| *given == name).expect("a given component")]
    };
    for plug in &composed.report.plugs {
        let export = graph.alias_instance_export(instance(&plug.stub), &plug.export).map_err(text)?;
        graph.set_instantiation_argument(instance(&plug.importer), &plug.import, export).map_err(text)?;
    }
    let exports: Vec<_> = graph.types()[graph[packages[0]].ty()].exports.keys().cloned().collect();
    for name in exports {
        let export = graph.alias_instance_export(instances[0], &name).map_err(text)?;
        graph.export(export, &name).map_err(text)?;
    }
    Ok(())
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
