//! The graph of waiting workers: refuses the wait that would close a cycle.
//!
//! A worker handles one invocation at a time, so a call to it waits until its current one is done. While A is blocked on
//! B's answer there is an edge A -> B: during an `invoke-and-await`, and while A blocks on the future of an
//! `async-invoke-and-await`. A wait whose edge closes a cycle never ends. Golem lets it hang; this host refuses it at once.
//! A call that blocks no caller has no edge, so a worker can call itself and continue. A wait for several pollables counts
//! as a wait for each of them, although one is enough to end it.
//!
//! The callee sets the [`Completion`] of a call before it sends the result and takes its next call. So an edge ends then,
//! and not when the caller's task takes the result.
//!
//! The chain of callers is not enough to find a cycle: it misses two workers with the same caller that call each other.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::worker_id::WorkerId;

/// The edges, by caller.
#[derive(Debug, Default)]
struct Edges {
    next: u64,
    by_caller: BTreeMap<WorkerId, Vec<Edge>>,
}

/// A caller that waits for a callee. It does not count once the call is complete.
#[derive(Debug)]
struct Edge {
    number: u64,
    callee: WorkerId,
    call: Completion,
}

/// Whether a call is complete: then no caller has to wait for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Completion(Arc<AtomicBool>);

/// All waiting workers of a host.
#[derive(Clone, Debug, Default)]
pub(crate) struct WaitGraph(Arc<Mutex<Edges>>);

/// Keeps one edge in the graph until it is dropped.
#[derive(Debug)]
pub(crate) struct WaitGuard {
    graph: WaitGraph,
    number: u64,
    caller: WorkerId,
}

/// Workers that would wait for each other; the caller is the first and the last.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cycle(pub Vec<WorkerId>);

impl Completion {
    pub(crate) fn set(&self) {
        self.0.store(true, Ordering::Release);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

impl WaitGraph {
    /// Adds the edge from a caller to the callee of a call; a complete call closes no cycle.
    pub(crate) fn wait(&self, caller: &WorkerId, callee: &WorkerId, call: &Completion) -> Result<WaitGuard, Cycle> {
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
        Ok(WaitGuard { graph: self.clone(), number, caller: caller.clone() })
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
    /// The workers on the path along the edges from one worker to another, both included.
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

impl Drop for WaitGuard {
    fn drop(&mut self) {
        let mut edges = self.graph.edges();
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

    fn wait(graph: &WaitGraph, caller: &str, callee: &str) -> Result<WaitGuard, Cycle> {
        graph.wait(&id(caller), &id(callee), &Completion::default())
    }

    #[test]
    fn an_edge_that_closes_a_cycle_is_refused() {
        let graph = WaitGraph::default();
        let _ab = wait(&graph, "a", "b").unwrap();
        let _bc = wait(&graph, "b", "c").unwrap();
        let cycle = wait(&graph, "c", "a").unwrap_err();
        assert_eq!(cycle, Cycle(vec![id("c"), id("a"), id("b"), id("c")]));
        assert!(wait(&graph, "c", "d").is_ok());
    }

    #[test]
    fn a_worker_cannot_wait_for_itself() {
        let cycle = wait(&WaitGraph::default(), "a", "a").unwrap_err();
        assert_eq!(cycle, Cycle(vec![id("a"), id("a")]));
    }

    #[test]
    fn a_dropped_edge_closes_no_cycle() {
        let graph = WaitGraph::default();
        drop(wait(&graph, "a", "b").unwrap());
        drop(wait(&graph, "b", "a").unwrap());
        assert!(wait(&graph, "a", "b").is_ok());
        assert!(graph.is_empty());
    }

    #[test]
    fn a_complete_call_closes_no_cycle() {
        let graph = WaitGraph::default();
        let call = Completion::default();
        let ab = graph.wait(&id("a"), &id("b"), &call).unwrap();
        assert!(wait(&graph, "b", "a").is_err());
        call.set();
        let _ba = wait(&graph, "b", "a").unwrap();
        assert!(graph.wait(&id("a"), &id("b"), &call).is_ok());
        assert!(wait(&graph, "a", "b").is_err());
        drop(ab);
    }
}
