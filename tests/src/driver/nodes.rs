//! The order of the nodes of a value: the one that a stub writes, and those that it must accept.

use crate::values::Rng;
use worker_host::value::{Node, WitValue};

/// Whether every child comes after its parent.
pub(super) fn parents_first(value: &WitValue) -> bool {
    value.nodes.iter().zip(0i32..).all(|(node, index)| children(node).iter().all(|child| *child > index))
}

fn children(node: &Node) -> Vec<i32> {
    match node {
        Node::Record(children) | Node::Tuple(children) | Node::List(children) => children.clone(),
        Node::Variant((_, child)) | Node::Option(child) | Node::Result(Ok(child) | Err(child)) => {
            child.iter().copied().collect()
        }
        _ => Vec::new(),
    }
}

/// The same value with its nodes in another order, the root still first: readers accept any.
pub(super) fn shuffled(value: WitValue, seed: u64) -> WitValue {
    let mut rng = Rng::new(seed);
    let count = value.nodes.len();
    let mut order: Vec<usize> = (0..count).collect();
    for index in (2..count).rev() {
        order.swap(index, 1 + rng.below(index));
    }
    // `order[new] = old`
    let mut new_index = vec![0i32; count];
    for (new, old) in order.iter().enumerate() {
        new_index[*old] = i32::try_from(new).expect("there are few nodes");
    }
    let moved = |child: &i32| new_index[usize::try_from(*child).expect("an index is positive")];
    let move_children = |node: &Node| match node {
        Node::Record(children) => Node::Record(children.iter().map(moved).collect()),
        Node::Tuple(children) => Node::Tuple(children.iter().map(moved).collect()),
        Node::List(children) => Node::List(children.iter().map(moved).collect()),
        Node::Variant((case, child)) => Node::Variant((*case, child.as_ref().map(moved))),
        Node::Option(child) => Node::Option(child.as_ref().map(moved)),
        Node::Result(Ok(child)) => Node::Result(Ok(child.as_ref().map(moved))),
        Node::Result(Err(child)) => Node::Result(Err(child.as_ref().map(moved))),
        other => other.clone(),
    };
    WitValue { nodes: order.iter().map(|old| move_children(&value.nodes[*old])).collect() }
}
