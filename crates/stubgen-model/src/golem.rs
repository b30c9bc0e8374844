//! The packages that every stub speaks: `golem:rpc@0.1.0`, and `wasi:io@0.2.0` that it uses.
//!
//! They are merged into what was loaded, so that a target that has its own copy (because it calls other workers itself)
//! and one that has none look alike from here on.

use wit_parser::{InterfaceId, PackageName, Resolve, SourceMap, TypeId};

use crate::compare::{Compat, compare_interfaces};

const RPC: (&str, &str) = ("wasm-rpc.wit", include_str!("../../../wit/wasm-rpc.wit"));
const IO: (&str, &str) = ("poll.wit", include_str!("../../../wit/poll.wit"));

/// The package of the remote calls.
pub const RPC_PACKAGE: &str = "golem:rpc@0.1.0";

/// The package of the pollables.
pub const IO_PACKAGE: &str = "wasi:io@0.2.0";

/// The types of `golem:rpc/types` that are plain data. A copy of the package that has more is the source's own affair.
const RPC_DATA: &[&str] = &["node-index", "wit-value", "wit-node", "uri", "rpc-error"];

/// The files of both packages, as they are published: path below `wit/`, text.
pub const PUBLISHED: [(&str, &str); 2] = [("deps/wasm-rpc/wasm-rpc.wit", RPC.1), ("deps/io/poll.wit", IO.1)];

/// Whether everybody's `golem:rpc/types` has this type of the interface.
pub(crate) fn is_published(name: &str) -> bool {
    RPC_DATA.contains(&name)
}

/// Adds the packages to `resolve`. Fails where it holds something else under their names.
pub(crate) fn merge_into(resolve: &mut Resolve) -> Result<(), String> {
    let parse = |(path, text): (&str, &str)| {
        let mut sources = SourceMap::new();
        sources.push_str(path, text);
        sources.parse().map_err(|(_, error)| error).expect("the embedded WIT is right")
    };
    let mut ours = Resolve::new();
    ours.push_groups(parse(RPC), vec![parse(IO)]).expect("the embedded WIT resolves");
    let own_copy = resolve.package_names.contains_key(&rpc_package());
    let (copy, published) = (ours.clone(), rpc_interface(&ours));
    resolve.merge(copy).map_err(|error| format!("{error:#}"))?;
    if !own_copy {
        return Ok(());
    }
    match compare_interfaces(resolve, rpc_interface(resolve), &ours, published) {
        Compat::Superset | Compat::Incomplete => Ok(()),
        Compat::Conflict(name) => Err(format!("its `{name}` is another one")),
    }
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

/// The name [`RPC_PACKAGE`], taken apart.
fn rpc_package() -> PackageName {
    let version = Some(semver::Version::new(0, 1, 0));
    PackageName { namespace: "golem".to_string(), name: "rpc".to_string(), version }
}

/// A type of `golem:rpc/types@0.1.0`.
pub fn rpc_type(resolve: &Resolve, name: &str) -> TypeId {
    resolve.interfaces[rpc_interface(resolve)].types[name]
}
