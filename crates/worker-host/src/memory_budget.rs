//! The memory that all workers of a host share: each reserves what it uses, up to a limit.
//!
//! Linear memories and tables reserve while their store exists ([`StoreMemory`]); the values of a call, while they wait in
//! the host ([`Reservation`]).

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use wasmtime::ResourceLimiter;

use crate::call_error::{CallError, Limit};
use crate::limits::bytes;
use crate::value::{Node, NodeIndex, WitValue};

/// What a call takes beside its values.
const CALL_BYTES: u64 = 1024;

/// The memory of a host's workers.
#[derive(Clone, Debug)]
pub(crate) struct MemoryBudget(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    limit: u64,
    reserved: AtomicU64,
}

/// Memory that is used until this is dropped.
#[derive(Debug)]
pub(crate) struct Reservation {
    budget: MemoryBudget,
    bytes: u64,
}

impl MemoryBudget {
    pub(crate) fn new(limit: u64) -> Self {
        MemoryBudget(Arc::new(Shared { limit, reserved: AtomicU64::new(0) }))
    }

    /// A reservation of nothing.
    pub(crate) fn none(&self) -> Reservation {
        Reservation { budget: self.clone(), bytes: 0 }
    }

    /// Reserves what a call takes whose arguments or result these values are; `what` names them in the error.
    pub(crate) fn reserve_values(&self, values: &[WitValue], what: &str) -> Result<Reservation, CallError> {
        let needed = values.iter().map(size).sum::<u64>().saturating_add(CALL_BYTES);
        let mut reservation = self.none();
        if reservation.grow(needed) {
            return Ok(reservation);
        }
        let size = bytes(needed.next_multiple_of(1 << 20));
        let reason = format!("{what} take {size} of memory: {}", self.exhausted());
        Err(CallError::Denied { reason, limit: Some(Limit::Memory) })
    }

    /// Why a reservation fails.
    pub(crate) fn exhausted(&self) -> String {
        let Shared { limit, reserved } = &*self.0;
        let reserved = reserved.load(Ordering::Relaxed).next_multiple_of(1 << 20);
        let (reserved, limit, flag) = (bytes(reserved.min(*limit)), bytes(*limit), Limit::Memory.flag());
        format!("the workers use {reserved} of the {limit} that is the limit (`{flag}`)")
    }
}

impl Reservation {
    /// Reserves more, unless that exceeds the limit.
    fn grow(&mut self, bytes: u64) -> bool {
        let Shared { limit, reserved } = &*self.budget.0;
        let add = |reserved: u64| reserved.checked_add(bytes).filter(|sum| sum <= limit);
        let is_granted = reserved.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add).is_ok();
        if is_granted {
            self.bytes += bytes;
        }
        is_granted
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.budget.0.reserved.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// The memory of a value in the host.
fn size(value: &WitValue) -> u64 {
    let indices = |count: usize| count * size_of::<NodeIndex>();
    let beside = |node: &Node| match node {
        Node::Record(children) | Node::Tuple(children) | Node::List(children) => indices(children.len()),
        Node::Flags(flags) => flags.len(),
        Node::String(text) => text.len(),
        Node::Handle((uri, _)) => uri.value.len(),
        _ => 0,
    };
    let beside: usize = value.nodes.iter().map(beside).sum();
    (value.nodes.len() * size_of::<Node>() + beside) as u64
}

/// The linear memories and tables of one store.
pub(crate) struct StoreMemory {
    reservation: Reservation,
    /// Whether it was refused memory in the current invocation.
    pub(crate) is_refused: bool,
    /// Whether a user has been told of a refusal.
    is_reported: bool,
}

impl StoreMemory {
    pub(crate) fn new(budget: &MemoryBudget) -> Self {
        StoreMemory { reservation: budget.none(), is_refused: false, is_reported: false }
    }

    /// Why memory was refused in the current invocation, if it was. The caller reports it.
    pub(crate) fn refusal(&mut self) -> Option<String> {
        self.is_reported |= self.is_refused;
        self.is_refused.then(|| self.reservation.budget.exhausted())
    }

    /// The same, for the first refusal that nobody has reported.
    pub(crate) fn unreported_refusal(&mut self) -> Option<String> {
        if self.is_reported { None } else { self.refusal() }
    }

    fn grow(&mut self, current: usize, desired: usize, maximum: Option<usize>, unit: usize) -> bool {
        if maximum.is_some_and(|maximum| desired > maximum) {
            return false;
        }
        let is_granted = self.reservation.grow((desired.saturating_sub(current) * unit) as u64);
        self.is_refused |= !is_granted;
        is_granted
    }
}

impl ResourceLimiter for StoreMemory {
    fn memory_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> wasmtime::Result<bool> {
        Ok(self.grow(current, desired, maximum, 1))
    }

    fn table_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> wasmtime::Result<bool> {
        Ok(self.grow(current, desired, maximum, size_of::<usize>()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_reserved_up_to_the_limit_and_given_back() {
        let budget = MemoryBudget::new(1 << 20);
        let mut store = StoreMemory::new(&budget);
        assert!(store.memory_growing(0, 1 << 19, None).unwrap());
        assert!(!store.memory_growing(1 << 19, 1 << 21, Some(1 << 20)).unwrap());
        assert_eq!(store.refusal(), None, "its own maximum is no limit of the host");
        assert!(!store.memory_growing(1 << 19, (1 << 20) + 1, None).unwrap());
        assert_eq!(
            store.unreported_refusal().unwrap(),
            "the workers use 1MiB of the 1MiB that is the limit (`--max-memory`)"
        );
        assert_eq!(store.unreported_refusal(), None, "it is reported once");
        assert!(store.refusal().is_some());
        let values = [WitValue { nodes: vec![Node::String("x".repeat(1 << 19))] }];
        let refused = budget.reserve_values(&values, "the arguments").unwrap_err();
        assert_eq!(refused.limit(), Some(Limit::Memory), "{refused}");
        drop(store);
        let reserved = budget.reserve_values(&values, "the arguments").unwrap();
        assert!(budget.reserve_values(&values, "the arguments").is_err());
        drop(reserved);
        assert_eq!(budget.0.reserved.load(Ordering::Relaxed), 0);
    }
}
