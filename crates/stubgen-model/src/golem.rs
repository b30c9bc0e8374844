//! The packages that every stub imports: `golem:rpc@0.1.0`, and `wasi:io@0.2.0` that it uses.
//!
//! They are merged into the loaded WIT, so that there is no difference between a target with a copy of them (because it
//! calls other workers itself) and one without.

use wit_parser::{InterfaceId, PackageName, Resolve, SourceMap, TypeId, WorldId, WorldItem};

use crate::compare::{Compat, compare_interfaces};

const RPC: (&str, &str) = ("wasm-rpc.wit", include_str!("../wit/wasm-rpc.wit"));
const IO: (&str, &str) = ("poll.wit", include_str!("../wit/poll.wit"));

/// The package of the remote calls.
pub const RPC_PACKAGE: &str = "golem:rpc@0.1.0";

/// The package of the pollables.
pub const IO_PACKAGE: &str = "wasi:io@0.2.0";

/// The types of `golem:rpc/types` that are plain data. A copy of the package can have more.
const RPC_DATA: &[&str] = &["node-index", "wit-value", "wit-node", "uri", "rpc-error"];

/// The published files of both packages: path below `wit/`, text.
pub const PUBLISHED: [(&str, &str); 2] = [("deps/wasm-rpc/wasm-rpc.wit", RPC.1), ("deps/io/poll.wit", IO.1)];

/// Whether the published `golem:rpc/types` has this type.
pub(crate) fn is_published(name: &str) -> bool {
    RPC_DATA.contains(&name)
}

/// Adds the packages to `resolve`. Fails if it has packages of these names with different content, or if `world` exports an
/// incomplete one: what is added would become part of the target.
pub(crate) fn merge_into(resolve: &mut Resolve, world: WorldId) -> Result<(), String> {
    let parse = |(path, text): (&str, &str)| {
        let mut sources = SourceMap::new();
        sources.push_str(path, text);
        sources.parse().map_err(|(_, error)| error).expect("the embedded WIT parses")
    };
    let mut ours = Resolve::new();
    ours.push_groups(parse(RPC), vec![parse(IO)]).expect("the embedded WIT resolves");
    let own_copy = resolve.package_names.contains_key(&rpc_package());
    let (copy, published) = (ours.clone(), rpc_interface(&ours));
    let exported = exported_functions(resolve, world);
    resolve.merge(copy).map_err(|error| format!("{error:#}"))?;
    if exported_functions(resolve, world) != exported {
        return Err("the world exports it, and it is incomplete".to_string());
    }
    if !own_copy {
        return Ok(());
    }
    match compare_interfaces(resolve, rpc_interface(resolve), &ours, published) {
        Compat::Superset | Compat::Incomplete => Ok(()),
        Compat::Conflict(name) => Err(format!("`{name}` is different")),
    }
}

/// The number of functions of all interfaces that a world exports.
fn exported_functions(resolve: &Resolve, world: WorldId) -> usize {
    let exports = resolve.worlds[world].exports.values();
    let functions = exports.map(|item| match item {
        WorldItem::Interface { id, .. } => resolve.interfaces[*id].functions.len(),
        WorldItem::Function(_) | WorldItem::Type { .. } => 0,
    });
    functions.sum()
}

/// `wasi:io/poll@0.2.0.{pollable}` in the target of a model.
pub fn pollable_type(resolve: &Resolve) -> TypeId {
    let package = IO_PACKAGE.split_once('@').map(|(_, version)| PackageName {
        namespace: "wasi".into(),
        name: "io".into(),
        version: Some(version.parse().expect("`wasi:io` has a version")),
    });
    let package = resolve.package_names[&package.expect("`wasi:io` has a version")];
    resolve.interfaces[resolve.packages[package].interfaces["poll"]].types["pollable"]
}

/// `golem:rpc/types@0.1.0` in the target of a model.
pub fn rpc_interface(resolve: &Resolve) -> InterfaceId {
    let package = resolve.package_names.get(&rpc_package()).map(|id| &resolve.packages[*id]);
    package.and_then(|package| package.interfaces.get("types").copied()).expect("loading adds `golem:rpc`")
}

/// The name [`RPC_PACKAGE`].
fn rpc_package() -> PackageName {
    let version = Some(semver::Version::new(0, 1, 0));
    PackageName { namespace: "golem".to_string(), name: "rpc".to_string(), version }
}

/// A type of `golem:rpc/types@0.1.0`.
pub fn rpc_type(resolve: &Resolve, name: &str) -> TypeId {
    resolve.interfaces[rpc_interface(resolve)].types[name]
}
