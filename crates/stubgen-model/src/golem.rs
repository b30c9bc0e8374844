//! The packages that every stub speaks: `golem:rpc@0.1.0`, and `wasi:io@0.2.0` that it uses.
//!
//! They are merged into what was loaded, so that a target that has its own copy (because it calls other workers itself)
//! and one that has none look alike from here on.

use wit_parser::{InterfaceId, Resolve, SourceMap, TypeId};

const RPC: (&str, &str) = ("wasm-rpc.wit", include_str!("../../../wit/wasm-rpc.wit"));
const IO: (&str, &str) = ("poll.wit", include_str!("../../../wit/poll.wit"));

/// The package of the remote calls.
pub const RPC_PACKAGE: &str = "golem:rpc@0.1.0";

/// The package of the pollables.
pub const IO_PACKAGE: &str = "wasi:io@0.2.0";

/// Adds the packages to `resolve`. Fails where it holds something else under their names.
pub(crate) fn merge_into(resolve: &mut Resolve) -> Result<(), String> {
    let parse = |(path, text): (&str, &str)| {
        let mut sources = SourceMap::new();
        sources.push_str(path, text);
        sources.parse().map_err(|(_, error)| error).expect("the embedded WIT is right")
    };
    let mut ours = Resolve::new();
    ours.push_groups(parse(RPC), vec![parse(IO)]).expect("the embedded WIT resolves");
    resolve.merge(ours).map(|_| ()).map_err(|error| format!("{error:#}"))
}

/// `golem:rpc/types@0.1.0` in the target of a model.
pub fn rpc_interface(resolve: &Resolve) -> InterfaceId {
    let package = resolve.packages.iter().find(|(_, package)| package.name.to_string() == RPC_PACKAGE);
    package.and_then(|(_, package)| package.interfaces.get("types").copied()).expect("loading adds `golem:rpc`")
}

/// A type of `golem:rpc/types@0.1.0`.
pub fn rpc_type(resolve: &Resolve, name: &str) -> TypeId {
    resolve.interfaces[rpc_interface(resolve)].types[name]
}
