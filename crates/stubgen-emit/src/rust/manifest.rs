//! `Cargo.toml`, for cargo and for `cargo component`.

use std::path::{MAIN_SEPARATOR, Path};

use super::options::{CrateOptions, WasmRpc, header};
use crate::StubWit;
use heck::ToSnakeCase;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value, value};
use wasm_rpc_stubgen_model::StubModel;
use wit_parser::{Interface, PackageName};

/// The version of `wit-bindgen`. The emitter reproduces its names.
const WIT_BINDGEN: &str = "0.63.0";

pub(super) fn emit(model: &StubModel, wit: &StubWit, options: &CrateOptions) -> String {
    let mut package = table([
        ("name", value(&model.crate_name)),
        ("version", value(options.version.to_string())),
        ("description", value(format!("Calls workers of `{}`", model.target))),
        ("edition", value("2021")),
        ("publish", value(false)),
    ]);
    let mut metadata = table([("component", component(model, wit))]);
    metadata.set_implicit(true);
    package.insert("metadata", Item::Table(metadata));
    let mut library = table([("crate-type", value(Array::from_iter(["cdylib"])))]);
    let name = model.crate_name.to_snake_case();
    if name != model.crate_name.replace('-', "_") {
        library.insert("name", value(name));
    }
    let mut manifest = DocumentMut::new();
    for (key, mut table) in
        [("package", package), ("lib", library), ("dependencies", dependencies(wit, &options.wasm_rpc))]
    {
        if key == "package" {
            table.decor_mut().set_prefix("");
        }
        manifest.insert(key, Item::Table(table));
    }
    format!("{}{manifest}", header("#"))
}

fn dependencies(wit: &StubWit, wasm_rpc: &WasmRpc) -> Table {
    let bindgen = match wit.resolve.interfaces.iter().any(|(_, interface)| has_async(interface)) {
        true => requirement("version", WIT_BINDGEN, ["async", "bitflags", "macros", "realloc"]),
        false => requirement("version", WIT_BINDGEN, ["bitflags", "macros", "realloc"]),
    };
    let published = |key, what: &str| requirement(key, what, ["stub"]);
    let published = match wasm_rpc {
        WasmRpc::Bindings => None,
        WasmRpc::Path(path) => Some(published("path", &slashed(path))),
        WasmRpc::Version(version) => Some(published("version", &version.to_string())),
    };
    let mut dependencies = Table::new();
    if let Some(published) = published {
        dependencies.insert("golem-wasm-rpc", value(published));
    }
    dependencies.insert("wit-bindgen", value(bindgen));
    dependencies
}

/// Whether bindings for the interface have an `async` function.
fn has_async(interface: &Interface) -> bool {
    interface.functions.values().any(|function| function.kind.is_async())
}

/// A dependency without its default features.
fn requirement<const N: usize>(key: &str, what: &str, features: [&str; N]) -> InlineTable {
    InlineTable::from_iter([
        (key, Value::from(what)),
        ("default-features", Value::from(false)),
        ("features", Value::from(Array::from_iter(features))),
    ])
}

/// A path with `/` on all systems.
fn slashed(path: &Path) -> String {
    path.display().to_string().replace(MAIN_SEPARATOR, "/")
}

/// The metadata of `cargo component`: the world, and the paths of its packages.
fn component(model: &StubModel, wit: &StubWit) -> Item {
    let mut dependencies = Table::new();
    for (package, folder) in &wit.dependencies {
        let path = InlineTable::from_iter([("path", format!("wit/{folder}"))]);
        dependencies.insert(&unversioned(package), value(path));
    }
    let mut target = table([("path", value("wit")), ("world", value(&model.world))]);
    target.insert("dependencies", Item::Table(dependencies));
    Item::Table(table([("package", value(unversioned(&model.package))), ("target", Item::Table(target))]))
}

/// The name of a package for `cargo component`, without the version.
fn unversioned(package: &PackageName) -> String {
    format!("{}:{}", package.namespace, package.name)
}

fn table<const N: usize>(entries: [(&str, Item); N]) -> Table {
    Table::from_iter(entries)
}
