//! The packages that every stub speaks: `golem:rpc@0.1.0`, and `wasi:io@0.2.0` that it uses.
//!
//! They are merged into what was loaded, so that a target that has its own copy (because it calls other workers itself)
//! and one that has none look alike from here on.

use wit_parser::{Function, Handle, InterfaceId, PackageName, Resolve, SourceMap, Type, TypeDefKind, TypeId};

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
    let (published, theirs) = (&ours.interfaces[published], &resolve.interfaces[rpc_interface(resolve)]);
    let mut types = published.types.iter();
    if let Some((name, _)) = types.find(|(name, id)| !same_definition(&ours, **id, resolve, theirs.types[*name])) {
        return Err(format!("its type `{name}` is another one"));
    }
    let mut functions = published.functions.iter();
    match functions.find(|(name, our)| !same_function(&ours, our, resolve, &theirs.functions[*name])) {
        Some((name, _)) => Err(format!("its function `{name}` is another one")),
        None => Ok(()),
    }
}

/// Whether two functions pass the same types: a copy may have a type of its own beside the published one.
fn same_function(ours: &Resolve, our: &Function, theirs: &Resolve, their: &Function) -> bool {
    let mut params = our.params.iter().zip(&their.params);
    our.params.len() == their.params.len()
        && params.all(|(our, their)| same(ours, our.ty, theirs, their.ty))
        && same_optional(ours, our.result, theirs, their.result)
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

/// Whether two types are written alike, names included. For types as `golem:rpc` has them, which are not nested deeply.
fn same(ours: &Resolve, our: Type, theirs: &Resolve, their: Type) -> bool {
    match (our, their) {
        (Type::Id(our), Type::Id(their)) => same_definition(ours, our, theirs, their),
        (our, their) => our == their,
    }
}

fn same_optional(ours: &Resolve, our: Option<Type>, theirs: &Resolve, their: Option<Type>) -> bool {
    match (our, their) {
        (Some(our), Some(their)) => same(ours, our, theirs, their),
        (our, their) => our.is_none() && their.is_none(),
    }
}

fn same_definition(ours: &Resolve, our: TypeId, theirs: &Resolve, their: TypeId) -> bool {
    let (our, their) = (&ours.types[our], &theirs.types[their]);
    let kinds = match (&our.kind, &their.kind) {
        (TypeDefKind::Record(our), TypeDefKind::Record(their)) => {
            let fields = our.fields.iter().zip(&their.fields);
            our.fields.len() == their.fields.len() && { fields }
                .all(|(our, their)| our.name == their.name && same(ours, our.ty, theirs, their.ty))
        }
        (TypeDefKind::Variant(our), TypeDefKind::Variant(their)) => {
            let cases = our.cases.iter().zip(&their.cases);
            our.cases.len() == their.cases.len() && { cases }
                .all(|(our, their)| our.name == their.name && same_optional(ours, our.ty, theirs, their.ty))
        }
        (TypeDefKind::Tuple(our), TypeDefKind::Tuple(their)) => {
            let types = our.types.iter().zip(&their.types);
            our.types.len() == their.types.len() && { types }.all(|(our, their)| same(ours, *our, theirs, *their))
        }
        (TypeDefKind::Option(our), TypeDefKind::Option(their))
        | (TypeDefKind::List(our), TypeDefKind::List(their))
        | (TypeDefKind::Type(our), TypeDefKind::Type(their)) => same(ours, *our, theirs, *their),
        (TypeDefKind::Result(our), TypeDefKind::Result(their)) => {
            same_optional(ours, our.ok, theirs, their.ok) && same_optional(ours, our.err, theirs, their.err)
        }
        (TypeDefKind::Handle(Handle::Own(our)), TypeDefKind::Handle(Handle::Own(their)))
        | (TypeDefKind::Handle(Handle::Borrow(our)), TypeDefKind::Handle(Handle::Borrow(their))) => {
            same_definition(ours, *our, theirs, *their)
        }
        (our, their) => matches!((our, their), (TypeDefKind::Resource, TypeDefKind::Resource)),
    };
    our.name == their.name && kinds
}
