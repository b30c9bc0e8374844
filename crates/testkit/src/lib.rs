//! What the tests of several crates share: a [`Directory`] with files, and a [`component`] for a world. Every failure panics.

mod component;
mod directory;

pub use component::component;
pub use directory::{Directory, Entry, files, tree};
