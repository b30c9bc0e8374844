//! Who waits for whom: finds the call that would close a cycle of workers that wait for each other.
//!
//! A worker handles one invocation at a time, so a call to it waits until it is done with what it does now. While an
//! awaited call from A to B is under way there is an edge A -> B. A call whose edge would close a cycle could never be
//! answered: it is refused at once. An `async-invoke-and-await` counts from the moment of the call until its answer is
//! there or the invocation that made it has ended, whether or not anyone is blocked on it yet: which call is refused
//! then doesn't depend on timing. A fire-and-forget `invoke` has no edge: nobody waits for it.
//!
//! Edges, and not the chain of callers of each call, because a chain misses two workers that were called from the same
//! place and now call each other.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::worker_id::WorkerId;

/// The edges: by caller, the callees with the number of the edge.
#[derive(Debug, Default)]
struct Edges {
    next: u64,
    by_caller: BTreeMap<WorkerId, Vec<(u64, WorkerId)>>,
}

/// All waiting calls of a host.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waits(Arc<Mutex<Edges>>);

/// One edge, for as long as it is kept.
#[derive(Debug)]
pub(crate) struct Waiting {
    waits: Waits,
    number: u64,
    caller: WorkerId,
}

/// The workers that would wait for each other, from the caller round to the caller.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cycle(pub Vec<WorkerId>);

impl Waits {
    /// `caller` starts to wait for `callee`.
    pub(crate) fn begin(&self, caller: &WorkerId, callee: &WorkerId) -> Result<Waiting, Cycle> {
        let mut edges = self.edges();
        if let Some(mut path) = edges.path(callee, caller) {
            path.insert(0, caller.clone());
            return Err(Cycle(path));
        }
        let number = edges.next;
        edges.next += 1;
        let callees = edges.by_caller.entry(caller.clone()).or_default();
        callees.push((number, callee.clone()));
        Ok(Waiting { waits: self.clone(), number, caller: caller.clone() })
    }

    /// `caller`'s invocation has ended: it waits for nobody any more.
    pub(crate) fn end(&self, caller: &WorkerId) {
        self.edges().by_caller.remove(caller);
    }

    fn edges(&self) -> MutexGuard<'_, Edges> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Edges {
    /// The way from one worker to another along the edges, both ends included.
    fn path(&self, from: &WorkerId, to: &WorkerId) -> Option<Vec<WorkerId>> {
        let mut previous: BTreeMap<&WorkerId, Option<&WorkerId>> = BTreeMap::from([(from, None)]);
        let mut open = vec![from];
        while let Some(current) = open.pop() {
            if current == to {
                let steps = std::iter::successors(Some(current), |step| previous[*step]);
                let mut path: Vec<WorkerId> = steps.cloned().collect();
                path.reverse();
                return Some(path);
            }
            for (_, next) in self.by_caller.get(current).into_iter().flatten() {
                if !previous.contains_key(next) {
                    previous.insert(next, Some(current));
                    open.push(next);
                }
            }
        }
        None
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let mut edges = self.waits.edges();
        if let Some(callees) = edges.by_caller.get_mut(&self.caller) {
            callees.retain(|(number, _)| *number != self.number);
            if callees.is_empty() {
                edges.by_caller.remove(&self.caller);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> WorkerId {
        WorkerId::parse_short(&format!("c/{name}")).unwrap()
    }

    #[test]
    fn the_edge_that_closes_a_cycle_is_refused() {
        let waits = Waits::default();
        let _ab = waits.begin(&id("a"), &id("b")).unwrap();
        let _bc = waits.begin(&id("b"), &id("c")).unwrap();
        let cycle = waits.begin(&id("c"), &id("a")).unwrap_err();
        assert_eq!(cycle, Cycle(vec![id("c"), id("a"), id("b"), id("c")]));
        assert!(waits.begin(&id("c"), &id("d")).is_ok());
    }

    #[test]
    fn a_worker_does_not_wait_for_itself() {
        let cycle = Waits::default().begin(&id("a"), &id("a")).unwrap_err();
        assert_eq!(cycle, Cycle(vec![id("a"), id("a")]));
    }

    #[test]
    fn an_edge_that_has_gone_closes_nothing() {
        let waits = Waits::default();
        drop(waits.begin(&id("a"), &id("b")).unwrap());
        let late = waits.begin(&id("b"), &id("a")).unwrap();
        waits.end(&id("b"));
        assert!(waits.begin(&id("a"), &id("b")).is_ok());
        drop(late);
    }
}
