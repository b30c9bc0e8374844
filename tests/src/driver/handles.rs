//! The remote resources of a stub's handles, and values in which they can be compared.

use wasmtime::component::{ResourceAny, ResourceType, Val};
use worker_host::value::{Handles, Ownership, Uri};

/// A remote resource as the host knows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Remote {
    pub(super) uri: String,
    pub(super) id: u64,
}

/// What the stub's handles stand for.
#[derive(Default)]
pub(super) struct Known {
    /// Every remote resource that the stub holds.
    pub(super) known: Vec<(ResourceAny, ResourceType, Remote)>,
    next: u64,
}

/// Turns a handle into what a value of it is compared by, and makes new ones in answers.
pub(super) struct Wire<'a> {
    pub(super) handles: &'a mut Known,
    /// The worker that makes the resources; another one for each when there is none.
    pub(super) worker: Option<&'static str>,
    /// What was put into an answer, in order.
    pub(super) made: Vec<(ResourceType, Remote)>,
}

impl Handles for Wire<'_> {
    fn send(&mut self, _: &Val, ty: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        self.handles.next += 1;
        let id = self.handles.next;
        let uri = self.worker.map_or_else(|| format!("urn:worker:other/worker-{id}"), str::to_string);
        let remote = Remote { uri, id };
        self.made.push((*ty, remote.clone()));
        Ok((Uri { value: remote.uri }, id))
    }

    fn receive(&mut self, uri: &Uri, id: u64, _: &ResourceType, _: Ownership) -> Result<Val, String> {
        Ok(handle_value(&Remote { uri: uri.value.clone(), id }))
    }
}

/// A handle as a value that can be compared.
pub(super) fn handle_value(remote: &Remote) -> Val {
    Val::Tuple(vec![Val::String(remote.uri.clone()), Val::U64(remote.id)])
}

/// The value with each resource replaced, in the order of the value.
pub(super) fn replace(value: &Val, with: &mut dyn FnMut(ResourceAny) -> Val) -> Val {
    let boxed = |value: &Option<Box<Val>>, with: &mut dyn FnMut(ResourceAny) -> Val| {
        value.as_ref().map(|value| Box::new(replace(value, with)))
    };
    match value {
        Val::Resource(any) => with(*any),
        Val::List(values) => Val::List(values.iter().map(|value| replace(value, with)).collect()),
        Val::FixedLengthList(values) => Val::FixedLengthList(values.iter().map(|value| replace(value, with)).collect()),
        Val::Tuple(values) => Val::Tuple(values.iter().map(|value| replace(value, with)).collect()),
        Val::Map(entries) => {
            Val::Map(entries.iter().map(|(key, value)| (replace(key, with), replace(value, with))).collect())
        }
        Val::Record(fields) => {
            Val::Record(fields.iter().map(|(name, value)| (name.clone(), replace(value, with))).collect())
        }
        Val::Variant(case, payload) => Val::Variant(case.clone(), boxed(payload, with)),
        Val::Option(some) => Val::Option(boxed(some, with)),
        Val::Result(Ok(ok)) => Val::Result(Ok(boxed(ok, with))),
        Val::Result(Err(err)) => Val::Result(Err(boxed(err, with))),
        other => other.clone(),
    }
}
