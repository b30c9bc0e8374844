//! The model of a stub to its WIT: `_stub.wit`, and `deps/` with the packages that it uses.
//!
//! The stub's package is added to the `Resolve` of the target, printed by `wit-component` and parsed back. So the wasm
//! emitter works on what the user's tools read.

mod dependencies;
mod docs;
mod package;
mod unused_types;

use crate::FileSet;
use wasm_rpc_stubgen_model::{STUB_FILE, StubModel, print_package};
use wit_parser::{InterfaceId, PackageName, Resolve, SourceMap, UnresolvedPackageGroup, WorldId};

/// The WIT of a stub: its files, and the same parsed.
#[derive(Debug)]
pub struct StubWit {
    /// `_stub.wit` and `deps/…`.
    pub files: FileSet,
    /// The packages that it uses, each with the folder of its file.
    pub dependencies: Vec<(PackageName, String)>,
    /// The files, parsed.
    pub resolve: Resolve,
    /// The world that exports the stub interface.
    pub world: WorldId,
    /// The stub interface.
    pub interface: InterfaceId,
}

/// Emits the WIT of a stub.
pub fn emit_wit(model: &StubModel) -> StubWit {
    let mut resolve = model.resolve.clone();
    let package = package::add(&mut resolve, model);
    let stub = resolve.packages[package].interfaces[&model.interface];
    let dependencies = dependencies::prune(&mut resolve, model, stub);
    docs::unquote_cases(&mut resolve);
    let mut files = FileSet::new();
    let print = |package| docs::readable_docs(&print_package(&resolve, package));
    files.insert(STUB_FILE, print(package));
    let mut folders = Vec::new();
    for (path, package) in dependencies {
        let (folder, _) = path.rsplit_once('/').expect("a dependency is in a folder");
        folders.push((resolve.packages[package].name.clone(), folder.to_string()));
        files.insert(path, print(package));
    }
    parse_back(model, files, folders)
}

fn parse_back(model: &StubModel, files: FileSet, dependencies: Vec<(PackageName, String)>) -> StubWit {
    let parse = |(path, text): (&str, &[u8])| -> UnresolvedPackageGroup {
        let mut sources = SourceMap::new();
        sources.push_str(path, std::str::from_utf8(text).expect("WIT is text"));
        sources.parse().unwrap_or_else(|(sources, error)| panic!("emitted WIT parses: {}", error.render(&sources)))
    };
    let mut resolve = Resolve::new();
    let mut groups: Vec<_> = files.iter().map(parse).collect();
    // `_stub.wit` is the first of the ordered files: `_` comes before `d`.
    let main = groups.remove(0);
    let package = resolve
        .push_groups(main, groups)
        .unwrap_or_else(|error| panic!("emitted WIT resolves: {}", error.render(&resolve.source_map)));
    let package = &resolve.packages[package];
    let (world, interface) = (package.worlds[&model.world], package.interfaces[&model.interface]);
    StubWit { files, dependencies, resolve, world, interface }
}
