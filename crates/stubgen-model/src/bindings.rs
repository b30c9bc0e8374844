//! Names and types that bindings cannot represent, so that a stub avoids them where it can.
//!
//! In Rust, a stub is compiled from and called through bindings that `wit-bindgen` generates (0.63: `wit-bindgen-rust`'s
//! `interface.rs` and `lib.rs`). In these bindings
//!
//! * a constructor is the function `new`;
//! * types are in upper camel case, so that `a-1` and `a1` are one name;
//! * an exported resource `r` takes the Rust names of `r`, `r-borrow` and `guest-r`;
//! * a resource or flags called `guest` is the trait of the interface, a resource called `t` the type parameter of its
//!   functions, and anything called `self` a keyword;
//! * code beside the types uses `Option`, `Result` and `Into`, and `Some(…)`, which flags called `some` would shadow;
//! * an imported resource has functions called `handle`, `take-handle` and `from-handle`;
//! * keywords get an underscore, except `gen`, keywords in capitals and packages named like a keyword;
//! * a named handle cannot be defined, and fixed-length lists cannot contain borrows.
//!
//! Names that the stub chooses avoid these by the naming rule of [`names`](crate::names). Interfaces without bindings are
//! not used: [`is_bindable`]. The rest is structure, which a stub cannot change: [`unbindable`].
//!
//! Callers in other languages have few names that are not available, all of parameters: `parameters`. The types that they do
//! not have are in `limits`.

mod imports;
mod limits;
mod names;
mod parameters;
mod unbindable;

pub(crate) use imports::is_bindable;
pub(crate) use limits::binding_limits;
pub use names::KEYWORDS;
pub(crate) use names::{
    CONSTRUCTOR, NameKind, derived_names, is_reserved_method, is_valid_ident, reserved_methods, type_key,
};
pub(crate) use parameters::valid_parameters;
pub use unbindable::unbindable;
