//! The interfaces that interfaces use, directly and indirectly.

use std::collections::VecDeque;

use indexmap::IndexSet;
use wit_parser::{InterfaceId, Resolve};

/// The interfaces `roots` and all that they use at any depth, each once, nearer ones first.
pub fn needed_interfaces(resolve: &Resolve, roots: impl IntoIterator<Item = InterfaceId>) -> IndexSet<InterfaceId> {
    let mut needed: IndexSet<_> = roots.into_iter().collect();
    let mut queue: VecDeque<_> = needed.iter().copied().collect();
    while let Some(id) = queue.pop_front() {
        for next in resolve.interface_direct_deps(id) {
            if needed.insert(next) {
                queue.push_back(next);
            }
        }
    }
    needed
}
