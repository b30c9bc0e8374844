//! A worker's handle table: the resources that other workers refer to by an id, from 0.
//!
//! An id is never used again, so the handle of a resource that was moved or dropped stays unknown. A handle's URI is that
//! of its worker, in any spelling; the worker itself writes the canonical one.

use std::collections::BTreeMap;

use wasmtime::component::{ResourceAny, ResourceType, Val};

use crate::value::{Handles, Ownership, Uri};
use crate::worker_id::WorkerId;

/// The resources of one worker, by id.
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

    /// The resource that a handle refers to.
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

/// Why a handle refers to no resource of the expected type in a worker.
#[derive(Debug, thiserror::Error)]
pub(crate) enum HandleError {
    #[error("cannot resolve handle belonging to a different worker: `{owner}` is not `{worker}`")]
    Foreign { owner: String, worker: WorkerId },
    /// The id was never used, or its resource was moved or dropped.
    #[error("unknown handle index {id}")]
    Unknown { id: u64 },
    #[error("handle {id} of worker `{worker}` has a different resource type")]
    OtherType { id: u64, worker: WorkerId },
}

/// The handles in a call's arguments. Owned ones leave the table when all arguments are valid.
pub(crate) struct ArgumentHandles<'a> {
    table: &'a mut HandleTable,
    owned: Vec<u64>,
    borrowed: Vec<u64>,
}

impl<'a> ArgumentHandles<'a> {
    pub(crate) fn new(table: &'a mut HandleTable) -> Self {
        ArgumentHandles { table, owned: Vec::new(), borrowed: Vec::new() }
    }

    pub(crate) fn commit(self) {
        for id in self.owned {
            self.table.remove(id);
        }
    }
}

impl Handles for ArgumentHandles<'_> {
    fn send(&mut self, _: &Val, _: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        Err("arguments are only decoded".to_owned())
    }

    fn receive(&mut self, uri: &Uri, id: u64, ty: &ResourceType, ownership: Ownership) -> Result<Val, String> {
        let resource = self.table.find(uri, id, ty).map_err(|error| match error {
            HandleError::Unknown { id } => format!("resource not found: handle {id} does not exist or was dropped"),
            HandleError::Foreign { .. } | HandleError::OtherType { .. } => error.to_string(),
        })?;
        let is_moved_twice = match ownership {
            Ownership::Own => self.owned.contains(&id) || self.borrowed.contains(&id),
            Ownership::Borrow => self.owned.contains(&id),
        };
        if is_moved_twice {
            return Err(format!("handle {id} is moved and used again in one call"));
        }
        match ownership {
            Ownership::Own => self.owned.push(id),
            Ownership::Borrow => self.borrowed.push(id),
        }
        Ok(Val::Resource(resource))
    }
}

/// The handles in a call's result: each becomes a new entry of the table.
pub(crate) struct ResultHandles<'a>(pub(crate) &'a mut HandleTable);

impl Handles for ResultHandles<'_> {
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
        Err("results are only encoded".to_owned())
    }
}
