//! A worker's handle table: the resources that are known outside by an id.
//!
//! Ids are never used twice, so a handle that has been given away or dropped stays unknown.

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
        HandleTable { worker, resources: BTreeMap::new(), next: 1 }
    }

    /// The resource that a handle names; an error says why it names none of this worker's, or none of that type.
    pub(crate) fn find(&self, uri: &Uri, id: u64, ty: &ResourceType) -> Result<ResourceAny, String> {
        let owner = WorkerId::parse(&uri.value).map_err(|error| error.to_string())?;
        if owner != self.worker {
            let worker = &self.worker;
            return Err(format!("the handle belongs to worker `{owner}`, not to `{worker}`"));
        }
        let Some(resource) = self.resources.get(&id) else {
            return Err(format!("worker `{owner}` has no handle {id}"));
        };
        if resource.ty() != *ty {
            return Err(format!("handle {id} of worker `{owner}` is of another resource type"));
        }
        Ok(*resource)
    }

    pub(crate) fn remove(&mut self, id: u64) {
        self.resources.remove(&id);
    }
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
        let resource = self.table.find(uri, id, ty)?;
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
