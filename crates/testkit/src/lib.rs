//! What the tests of several crates share: a [`Directory`] with files, a [`component`] for a world, the cases of
//! `tests/compose`, the [`seed`] of random tests, [`portable`] texts, and a program in a `Terminal`. Every failure panics.
//!
//! Internal to `wasm-rpc-stubgen`: no stability promise. It is published because `cargo package --workspace` looks for every
//! dependency of a member on crates.io.

mod component;
mod compositions;
mod directory;
mod portable;
mod seed;
#[cfg(unix)]
mod terminal;

pub use component::{component, component_of, try_component, try_component_of};
pub use compositions::{CompositionCase, composition_cases};
pub use directory::{Directory, Entry, files, tree};
pub use portable::portable;
pub use seed::seed;
#[cfg(unix)]
pub use terminal::Terminal;
