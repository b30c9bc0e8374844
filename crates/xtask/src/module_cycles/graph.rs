//! Who uses whom -> the cycles.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;

/// The edges from each file.
pub type Edges = BTreeMap<PathBuf, BTreeSet<PathBuf>>;

/// The shortest cycle through each file that is on one and was not on those before it.
pub fn shortest_cycles(edges: &Edges) -> Vec<Vec<PathBuf>> {
    let mut cycles: Vec<Vec<PathBuf>> = Vec::new();
    for start in edges.keys() {
        if !cycles.iter().any(|cycle| cycle.contains(start)) {
            cycles.extend(shortest_cycle(edges, start));
        }
    }
    cycles
}

/// The shortest way from a file back to itself.
fn shortest_cycle(edges: &Edges, start: &PathBuf) -> Option<Vec<PathBuf>> {
    let mut previous: BTreeMap<&PathBuf, &PathBuf> = BTreeMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(current) = open.pop_front() {
        for next in edges.get(current).into_iter().flatten() {
            if next == start {
                let back = std::iter::successors(Some(current), |file| previous.get(*file).copied());
                let mut cycle: Vec<PathBuf> = back.cloned().collect();
                cycle.reverse();
                return Some(cycle);
            }
            if !previous.contains_key(next) {
                previous.insert(next, current);
                open.push_back(next);
            }
        }
    }
    None
}
