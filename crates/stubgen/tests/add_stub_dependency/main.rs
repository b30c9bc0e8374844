//! `add-stub-dependency` through the binary: what it writes into which callers, what it leaves alone, what it refuses.

#[path = "../common/mod.rs"]
mod common;

mod callers;
mod cycles;
mod disk;
mod encoded;
mod imports;
mod interrupted;
mod manifests;
mod missing_imports;
mod pruning;
mod refusals;
mod stubs;
mod support;
mod worlds;
