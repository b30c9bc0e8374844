//! The engine: parts and how they are plugged into each other, in bytes, to one component, in bytes.
//!
//! The only file that knows `wasm-compose`. What the rest of the crate owes it, because it would panic or give up
//! instead of saying what is wrong: parts that are valid, connections whose types fit, parts in the order in which they
//! can be instantiated, and imports that pass `limits::check`. A part is connected as soon as it is added, before the
//! next one is: the engine equates the resources of imports that have one name when a part comes in, and would
//! otherwise settle on an import where the resource of a connected export is meant.
//!
//! The engine walks types by recursion, so it works on a stack of its own, deep enough for all that `limits::check`
//! lets through. A panic that is left in it ends that thread and becomes an error (in a program that unwinds).

use std::{borrow::Cow, thread};

use wasm_compose::graph::{Component, CompositionGraph, EncodeOptions, ExportIndex, ImportIndex, InstanceId};

use crate::facts::validator;

const STACK: usize = 256 << 20;

/// A component and what its imports are connected to. All other imports become imports of the result.
pub(crate) struct Part<'a> {
    pub(crate) bytes: Cow<'a, [u8]>,
    pub(crate) connections: Vec<Connection>,
}

/// One import of a part, and the export of an earlier part that satisfies it; all by position.
pub(crate) struct Connection {
    pub(crate) import: usize,
    pub(crate) provider: usize,
    pub(crate) export: usize,
}

/// Composes `parts`, of which the last one is exported.
pub(crate) fn encode(parts: Vec<Part>) -> Result<Vec<u8>, String> {
    thread::scope(|scope| {
        let worker = thread::Builder::new()
            .name("compose".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, || encode_here(parts))
            .map_err(|error| format!("no thread for the engine: {error}"))?;
        worker.join().unwrap_or_else(|panic| Err(format!("the engine panicked: {}", message(&*panic))))
    })
}

fn encode_here(parts: Vec<Part>) -> Result<Vec<u8>, String> {
    let mut validator = validator();
    let mut graph = CompositionGraph::new();
    let mut instances: Vec<InstanceId> = Vec::new();
    for (index, part) in parts.into_iter().enumerate() {
        let name = format!("part{index}");
        let instance = Component::from_bytes(&mut validator, name, part.bytes)
            .and_then(|component| graph.add_component(component))
            .and_then(|id| graph.instantiate(id))
            .map_err(|error| format!("{error:#}"))?;
        for connection in part.connections {
            graph
                .connect(
                    instances[connection.provider],
                    Some(ExportIndex(connection.export)),
                    instance,
                    ImportIndex(connection.import),
                )
                .map_err(|error| format!("{error:#}"))?;
        }
        instances.push(instance);
    }
    let options = EncodeOptions { define_components: true, export: instances.last().copied(), validate: false };
    graph.encode(options).map_err(|error| format!("{error:#}"))
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}
