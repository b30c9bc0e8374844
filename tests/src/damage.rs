//! Damaged answers: errors, and changed nodes.

use crate::values::Rng;
use worker_host::RpcError;
use worker_host::value::{Node, WitValue};

/// The answer with some damage, or an error in its place. Now and then the damage is none.
pub fn damaged(mut answer: WitValue, rng: &mut Rng) -> Result<WitValue, RpcError> {
    if rng.below(8) == 0 {
        return Err(error(rng));
    }
    for _ in 0..=rng.below(2) {
        let count = answer.nodes.len();
        match rng.below(8) {
            0 => answer.nodes.truncate(rng.below(count + 1)),
            1 => answer.nodes.push(node(rng, count)),
            2 if count > 0 => answer.nodes[rng.below(count)] = node(rng, count),
            _ if count > 0 => {
                let at = rng.below(count);
                change(&mut answer.nodes[at], rng, count);
            }
            _ => {}
        }
    }
    Ok(answer)
}

fn error(rng: &mut Rng) -> RpcError {
    let text = "as the test wants it".to_string();
    let kinds = [RpcError::Protocol, RpcError::Denied, RpcError::NotFound, RpcError::RemoteInternal];
    rng.pick(&kinds)(text)
}

/// An index, mostly of a node that is there.
fn index(rng: &mut Rng, count: usize) -> i32 {
    let there = i32::try_from(rng.below(count + 1)).expect("there are few nodes");
    rng.pick(&[there, there, there, there, -1, i32::MAX])
}

/// Any node.
fn node(rng: &mut Rng, count: usize) -> Node {
    let some = |rng: &mut Rng| (0..rng.below(3)).map(|_| index(rng, count)).collect::<Vec<_>>();
    match rng.below(9) {
        0 => Node::Record(some(rng)),
        1 => Node::Tuple(some(rng)),
        2 => Node::List(some(rng)),
        3 => Node::Option(some(rng).first().copied()),
        4 => Node::Result(Ok(some(rng).first().copied())),
        5 => Node::Variant((0, some(rng).first().copied())),
        6 => Node::Enum(1),
        7 => Node::String("damage".into()),
        _ => Node::U8(7),
    }
}

/// Changes what is in a node: a child, how many there are, a case.
fn change(node: &mut Node, rng: &mut Rng, count: usize) {
    match node {
        Node::Record(children) | Node::Tuple(children) | Node::List(children) => match rng.below(4) {
            0 => children.push(index(rng, count)),
            1 => drop(children.pop()),
            _ if !children.is_empty() => {
                let at = rng.below(children.len());
                children[at] = index(rng, count);
            }
            _ => {}
        },
        Node::Variant((case, child)) => match rng.below(2) {
            0 => *case = case.wrapping_add(1),
            _ => turn(child, rng, count),
        },
        Node::Option(child) | Node::Result(Ok(child) | Err(child)) => turn(child, rng, count),
        Node::Enum(case) => *case = case.wrapping_add(1),
        Node::Flags(flags) => match rng.below(2) {
            0 => flags.push(true),
            _ => drop(flags.pop()),
        },
        other => *other = self::node(rng, count),
    }
}

/// Takes a child away, makes one, or points it somewhere else.
fn turn(child: &mut Option<i32>, rng: &mut Rng, count: usize) {
    *child = match child {
        Some(_) if rng.below(2) == 0 => None,
        _ => Some(index(rng, count)),
    };
}
