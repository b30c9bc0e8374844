//! Writes a set of files to disk in three steps: plan, check, apply.
//!
//! ```text
//! Outputs --unchecked_plan()--> UncheckedPlan --check()--> Plan --apply()--> disk
//!                \                    \                      \
//!                 \                    \                      Problems: what was read or planned has changed
//!                  \                    Problems: files that would change without permission
//!                   Problems: everything else that prevents the run
//! ```
//!
//! Nothing is written before all checks pass. `apply` writes each file to a temporary file in the same directory and
//! renames it, so that a file is old or new at any time. If a rename fails, the renames before it are undone. A file
//! whose content is already right is not touched.
//!
//! This crate knows no WIT and no TOML. It reads files only to compare them, and to find out which of them an earlier
//! run generated ([`OwnershipList`], [`MARK`]).
//!
//! Internal to `wasm-rpc-stubgen`: no stability promise. Use `wasm-rpc-stubgen-core`, the public library.

mod apply;
#[cfg(test)]
mod apply_tests;
mod destination;
mod fingerprint;
mod output;
mod outputs;
mod ownership;
mod plan;
mod previous;
mod problem;
mod protected;
mod snapshot;
mod step;
mod temporary;
mod wit_files;

pub use outputs::Outputs;
pub use ownership::{MARK, OWNERSHIP_FILE, OwnershipList, is_marked};
pub use plan::{Plan, UncheckedPlan};
pub use previous::list_crate_files;
pub use problem::{Problem, Problems};
pub use snapshot::{Snapshot, Source};
pub use step::{Change, Overwrite, Step};
