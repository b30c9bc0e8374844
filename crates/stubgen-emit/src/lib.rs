//! The model of a stub to its files: WIT package and WebAssembly component.

mod file_set;

pub use file_set::FileSet;
