//! The tests of what users rely on: one program, which links wasmtime once.

mod compositions;
mod cost;
mod damaged_callers;
mod encoded_docs;
mod execution;
mod goldens;
mod golem_1x;
// The system has the shell that it is about.
#[cfg(unix)]
mod guide;
mod hostile_answers;
mod limits;
mod random_packages;
mod reports;
mod robustness;
// What it is about exists on Unix only.
#[cfg(unix)]
mod robustness_unix;
mod rust_crate;
mod shopping_cart;
mod validity;
