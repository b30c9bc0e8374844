//! Who waits for whom: finds the call that would close a cycle of workers that wait for each other.
//!
//! A worker handles one invocation at a time, so a call to it waits until it is done with what it does now. While A is
//! blocked on B's answer there is an edge A -> B: during an `invoke-and-await`, and while A blocks on the future of an
//! `async-invoke-and-await`. A wait whose edge would close a cycle could never end, and on Golem it never does: here it
//! is refused at once. A call that nobody is blocked on has no edge, so a worker may well call itself and go on. That a
//! wait for several would have been ended by something else (a clock, another call) isn't known here: it counts for each.
//!
//! The callee says that a call is [`Settled`] before it gives the answer and takes its next call, so an edge never counts
//! for longer than that, however late the caller's task comes to take the answer.
//!
//! Edges, and not the chain of callers of each call, because a chain misses two workers that were called from the same
//! place and now call each other.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::worker_id::WorkerId;

/// The edges by caller.
#[derive(Debug, Default)]
struct Edges {
    next: u64,
    by_caller: BTreeMap<WorkerId, Vec<Edge>>,
}

/// That a caller waits for a callee; it doesn't count once the call is settled.
#[derive(Debug)]
struct Edge {
    number: u64,
    callee: WorkerId,
    call: Settled,
}

/// Whether a call has its answer: nobody has to wait for it then.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settled(Arc<AtomicBool>);

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

impl Settled {
    pub(crate) fn set(&self) {
        self.0.store(true, Ordering::Release);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

impl Waits {
    /// `caller` starts to wait for `callee`'s answer to the call; that is no wait if it is settled.
    pub(crate) fn begin(&self, caller: &WorkerId, callee: &WorkerId, call: &Settled) -> Result<Waiting, Cycle> {
        let mut edges = self.edges();
        if !call.is_set()
            && let Some(mut path) = edges.path(callee, caller)
        {
            path.insert(0, caller.clone());
            return Err(Cycle(path));
        }
        let number = edges.next;
        edges.next += 1;
        let of_caller = edges.by_caller.entry(caller.clone()).or_default();
        of_caller.push(Edge { number, callee: callee.clone(), call: call.clone() });
        Ok(Waiting { waits: self.clone(), number, caller: caller.clone() })
    }

    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.edges().by_caller.is_empty()
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
            let edges = self.by_caller.get(current).into_iter().flatten();
            for Edge { callee: next, .. } in edges.filter(|edge| !edge.call.is_set()) {
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
        if let Some(of_caller) = edges.by_caller.get_mut(&self.caller) {
            of_caller.retain(|edge| edge.number != self.number);
            if of_caller.is_empty() {
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

    fn begin(waits: &Waits, caller: &str, callee: &str) -> Result<Waiting, Cycle> {
        waits.begin(&id(caller), &id(callee), &Settled::default())
    }

    #[test]
    fn the_edge_that_closes_a_cycle_is_refused() {
        let waits = Waits::default();
        let _ab = begin(&waits, "a", "b").unwrap();
        let _bc = begin(&waits, "b", "c").unwrap();
        let cycle = begin(&waits, "c", "a").unwrap_err();
        assert_eq!(cycle, Cycle(vec![id("c"), id("a"), id("b"), id("c")]));
        assert!(begin(&waits, "c", "d").is_ok());
    }

    #[test]
    fn a_worker_does_not_wait_for_itself() {
        let cycle = begin(&Waits::default(), "a", "a").unwrap_err();
        assert_eq!(cycle, Cycle(vec![id("a"), id("a")]));
    }

    #[test]
    fn an_edge_that_has_gone_closes_nothing() {
        let waits = Waits::default();
        drop(begin(&waits, "a", "b").unwrap());
        drop(begin(&waits, "b", "a").unwrap());
        assert!(begin(&waits, "a", "b").is_ok());
        assert!(waits.is_empty());
    }

    #[test]
    fn a_settled_call_is_no_wait() {
        let waits = Waits::default();
        let call = Settled::default();
        let ab = waits.begin(&id("a"), &id("b"), &call).unwrap();
        assert!(begin(&waits, "b", "a").is_err());
        call.set();
        let _ba = begin(&waits, "b", "a").unwrap();
        assert!(waits.begin(&id("a"), &id("b"), &call).is_ok());
        assert!(begin(&waits, "a", "b").is_err());
        drop(ab);
    }
}
