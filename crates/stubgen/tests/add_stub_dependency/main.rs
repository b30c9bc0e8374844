//! `add-stub-dependency` through the binary: what it writes into which callers, what it leaves alone, what it refuses.

#[path = "../common/mod.rs"]
mod common;
#[path = "../../../stubgen-project/tests/common/faulty_disk.rs"]
#[allow(dead_code, reason = "no test here lets a call fail")]
mod faulty_disk;

mod callers;
mod cycles;
mod disk;
mod imports;
mod kills;
mod manifests;
mod pruning;
mod refusals;
mod stubs;
mod support;
