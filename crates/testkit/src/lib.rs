//! What the tests of several crates share: a [`Directory`] with files, a [`component`] for a world, the cases of
//! `tests/compose`, and the [`seed`] of random tests. Every failure panics.
//!
//! Internal to `wasm-rpc-stubgen`: no stability promise. It is published because `cargo package --workspace` looks for every
//! dependency of a member on crates.io.

mod component;
mod compositions;
mod directory;
mod seed;

pub use component::{component, component_of, try_component, try_component_of};
pub use compositions::{CompositionCase, composition_cases};
pub use directory::{Directory, Entry, files, tree};
pub use seed::seed;
