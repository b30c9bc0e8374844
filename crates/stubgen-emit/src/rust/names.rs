//! Rust names of the items of the stub's WIT: those of `wit-bindgen`, and those that the crate chooses.
//!
//! | what | name | example |
//! | --- | --- | --- |
//! | type | upper camel case; `guest` is `Guest_` | `order-item`: `OrderItem` |
//! | borrowed handle of a resource | with `Borrow` | `cart`: `CartBorrow` |
//! | trait of an exported resource | with `Guest` before it | `cart`: `GuestCart` |
//! | case | upper camel case | `not-found`: `NotFound` |
//! | field, parameter, function, module | snake case, a keyword with `_` | `type`: `type_` |
//! | the crate's own type of a resource | as its type; with `_` if Rust or the crate uses that name | `string`: `String_` |
//! | a parameter | with `_` if the function's body uses that name | `worker`: `worker_` |
//!
//! WIT names differ in more than case and never end in `-`, so the Rust names of one scope differ, and no other name ends in
//! `_`. `wit-bindgen`'s rules are in `to_rust_ident` and `to_upper_camel_case` of `wit-bindgen-rust`.

use heck::{ToSnakeCase, ToUpperCamelCase};
use wasm_rpc_stubgen_model::KEYWORDS;
use wit_parser::{InterfaceId, PackageId, Resolve};

/// Types that `resources.rs` uses.
const TYPES: &[&str] = &["Drop", "Map", "Option", "Pending", "Remote", "Result", "Self", "String", "Vec", "Worker"];

/// Variables in the bodies of functions.
const VARIABLES: &[&str] = &["future", "handle", "pending", "remote", "route", "worker"];

/// A field, function or module.
pub(super) fn ident(name: &str) -> String {
    match KEYWORDS.contains(&name) {
        true => format!("{name}_"),
        false => name.to_snake_case(),
    }
}

/// A parameter of a function of the crate.
pub(super) fn parameter(name: &str) -> String {
    let name = ident(name);
    match VARIABLES.contains(&name.as_str()) {
        true => format!("{name}_"),
        false => name,
    }
}

/// A type of the bindings.
pub(super) fn type_name(name: &str) -> String {
    match name {
        "guest" => "Guest_".to_string(),
        _ => name.to_upper_camel_case(),
    }
}

/// A resource or a case in the bindings.
pub(super) fn camel(name: &str) -> String {
    name.to_upper_camel_case()
}

/// The crate's own type of a resource.
pub(super) fn resource(name: &str) -> String {
    let name = camel(name);
    match TYPES.contains(&name.as_str()) {
        true => format!("{name}_"),
        false => name,
    }
}

/// The module of an interface in the bindings.
pub(super) fn interface_path(resolve: &Resolve, id: InterfaceId) -> String {
    let interface = &resolve.interfaces[id];
    let package = interface.package.expect("an interface of the stub's WIT belongs to a package");
    let namespace = ident(&resolve.packages[package].name.namespace);
    let name = interface.name.as_deref().expect("an interface of a package has a name");
    format!("{namespace}::{}::{}", package_module(resolve, package), ident(name))
}

/// The module of a package: with the version if there are several versions of the package.
fn package_module(resolve: &Resolve, id: PackageId) -> String {
    let name = &resolve.packages[id].name;
    let same = |other: &wit_parser::Package| other.name.namespace == name.namespace && other.name.name == name.name;
    let several = resolve.packages.iter().filter(|(_, other)| same(other)).count() > 1;
    let module = name.name.to_snake_case();
    match &name.version {
        Some(version) if several => {
            format!("{module}{}", version.to_string().replace(['.', '-', '+'], "_").to_snake_case())
        }
        _ => module,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_rust() {
        assert_eq!(ident("order-id"), "order_id");
        assert_eq!(ident("get-HTTP"), "get_http");
        assert_eq!(ident("type"), "type_");
        assert_eq!(type_name("order-item"), "OrderItem");
        assert_eq!(type_name("guest"), "Guest_");
        assert_eq!(camel("guest"), "Guest");
    }

    #[test]
    fn names_in_use_get_an_underscore() {
        assert_eq!(parameter("worker"), "worker_");
        assert_eq!(parameter("self"), "self_");
        assert_eq!(resource("string"), "String_");
        assert_eq!(resource("cart"), "Cart");
    }
}
