//! What the tests of several crates share: a [`Directory`] with files, a [`component`] for a world, and the cases of
//! `tests/compose`. Every failure panics.

mod component;
mod compositions;
mod directory;

pub use component::{component, component_of, try_component};
pub use compositions::{CompositionCase, composition_cases};
pub use directory::{Directory, Entry, files, tree};
