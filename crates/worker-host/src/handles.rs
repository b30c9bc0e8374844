//! A worker's handle table: the resources that are known outside by an id, from 0.
//!
//! Ids are never used twice, so a handle that has been given away or dropped stays unknown. A handle's URI is that of its
//! worker, in any spelling; the worker itself writes the canonical one.

use std::collections::BTreeMap;

use wasmtime::component::{ResourceAny, ResourceType, Val};

use crate::value::{Handles, Ownership, Uri};
use crate::worker_id::WorkerId;

/// The resources of one worker by id.
#[derive(Debug)]
pub(crate) struct HandleTable {
    worker: WorkerId,
    resources: BTreeMap<u64, ResourceAny>,
    next: u64,
}

impl HandleTable {
    pub(crate) fn new(worker: WorkerId) -> Self {
        HandleTable { worker, resources: BTreeMap::new(), next: 0 }
    }

    /// The resource that a handle names.
    pub(crate) fn find(&self, uri: &Uri, id: u64, ty: &ResourceType) -> Result<ResourceAny, HandleError> {
        let worker = &self.worker;
        if WorkerId::parse(&uri.value).as_ref() != Ok(worker) {
            return Err(HandleError::Foreign { owner: uri.value.clone(), worker: worker.clone() });
        }
        let Some(resource) = self.resources.get(&id) else {
            return Err(HandleError::Unknown { id });
        };
        if resource.ty() != *ty {
            return Err(HandleError::OtherType { id, worker: worker.clone() });
        }
        Ok(*resource)
    }

    pub(crate) fn remove(&mut self, id: u64) {
        self.resources.remove(&id);
    }
}

/// Why a handle names no resource of a worker, or none of the type that is asked for.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HandleError {
    #[error("cannot resolve handle belonging to a different worker: `{owner}` is not `{worker}`")]
    Foreign { owner: String, worker: WorkerId },
    /// Never given out, given away or dropped.
    #[error("unknown handle index {id}")]
    Unknown { id: u64 },
    #[error("handle {id} of worker `{worker}` is of another resource type")]
    OtherType { id: u64, worker: WorkerId },
}

/// The handles among a call's arguments. Those that are given away leave the table when all arguments are right.
pub(crate) struct Incoming<'a> {
    table: &'a mut HandleTable,
    taken: Vec<u64>,
    lent: Vec<u64>,
}

impl<'a> Incoming<'a> {
    pub(crate) fn new(table: &'a mut HandleTable) -> Self {
        Incoming { table, taken: Vec::new(), lent: Vec::new() }
    }

    pub(crate) fn commit(self) {
        for id in self.taken {
            self.table.remove(id);
        }
    }
}

impl Handles for Incoming<'_> {
    fn send(&mut self, _: &Val, _: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        Err("arguments are only read".to_owned())
    }

    fn receive(&mut self, uri: &Uri, id: u64, ty: &ResourceType, ownership: Ownership) -> Result<Val, String> {
        let resource = self.table.find(uri, id, ty).map_err(|error| match error {
            HandleError::Unknown { id } => format!("resource not found: there is no handle {id}, or no longer"),
            HandleError::Foreign { .. } | HandleError::OtherType { .. } => error.to_string(),
        })?;
        let is_clash = match ownership {
            Ownership::Own => self.taken.contains(&id) || self.lent.contains(&id),
            Ownership::Borrow => self.taken.contains(&id),
        };
        if is_clash {
            return Err(format!("handle {id} is given away and used again in one call"));
        }
        match ownership {
            Ownership::Own => self.taken.push(id),
            Ownership::Borrow => self.lent.push(id),
        }
        Ok(Val::Resource(resource))
    }
}

/// The handles in a call's result: each becomes a new entry.
pub(crate) struct Results<'a>(pub(crate) &'a mut HandleTable);

impl Handles for Results<'_> {
    fn send(&mut self, value: &Val, _: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        let Val::Resource(resource) = value else {
            return Err("expected a resource".to_owned());
        };
        let id = self.0.next;
        self.0.next += 1;
        self.0.resources.insert(id, *resource);
        Ok((self.0.worker.uri(), id))
    }

    fn receive(&mut self, _: &Uri, _: u64, _: &ResourceType, _: Ownership) -> Result<Val, String> {
        Err("results are only written".to_owned())
    }
}
