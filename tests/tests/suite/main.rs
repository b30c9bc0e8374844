//! The tests of what users rely on: one program, which links wasmtime once.

mod compositions;
mod cost;
mod damaged_callers;
mod encoded_docs;
mod execution;
mod goldens;
mod golem_1x;
mod hostile_answers;
mod limits;
mod random_packages;
mod reports;
mod robustness;
mod rust_crate;
mod shopping_cart;
mod validity;
