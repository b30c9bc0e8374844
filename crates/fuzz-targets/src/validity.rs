//! Output -> judged by tools that are not ours, with all features: `wasmparser`, `wit-parser`, `syn`. Each function panics if
//! one of them refuses.

use wasm_rpc_stubgen_emit::{FileSet, StubWit};
use wasmparser::{Parser, Payload, Validator, WasmFeatures};
use wit_component::DecodedWasm;
use wit_parser::{Resolve, SourceMap, UnresolvedPackageGroup};

/// Checks a stub: its component and its WIT.
pub fn stub(wit: &StubWit, component: &[u8]) {
    validate(component);
    match wit_component::decode(component).expect("the stub can be decoded") {
        DecodedWasm::Component(resolve, world) => assert_eq!(resolve.worlds[world].exports.len(), 1, "one interface"),
        DecodedWasm::WitPackage(..) => panic!("the stub is a component"),
    }
    package(&wit.files, "");
}

/// Checks a generated crate: its WIT, its manifest, and that its sources are Rust.
pub fn rust_crate(files: &FileSet) {
    package(files, "wit/");
    for (path, content) in files.iter() {
        let text = std::str::from_utf8(content).expect("a crate's files are text");
        match path.rsplit_once('.') {
            Some((_, "rs")) => drop(syn::parse_file(text).unwrap_or_else(|error| panic!("`{path}` is Rust: {error}"))),
            Some((_, "toml")) => drop(text.parse::<toml_edit::DocumentMut>().expect("the manifest is TOML")),
            _ => {}
        }
    }
}

/// Checks a composed component: it exports what its caller does.
pub fn composed(caller: &[u8], component: &[u8]) {
    validate(component);
    assert_eq!(exports(component), exports(caller), "the exports are the caller's");
}

fn validate(component: &[u8]) {
    let validated = Validator::new_with_features(WasmFeatures::all()).validate_all(component);
    validated.expect("the component is valid");
}

/// Parses and resolves a WIT package in the folder `root`, beside the packages in its `deps/`.
fn package(files: &FileSet, root: &str) {
    let parse = |(path, text): (&str, &[u8])| -> UnresolvedPackageGroup {
        let mut sources = SourceMap::new();
        sources.push_str(path, std::str::from_utf8(text).expect("WIT is text"));
        sources.parse().unwrap_or_else(|(sources, error)| panic!("the WIT parses: {}", error.render(&sources)))
    };
    let inside = files.iter().filter_map(|(path, text)| path.strip_prefix(root).map(|path| (path, text)));
    let (deps, main): (Vec<_>, Vec<_>) =
        inside.filter(|(path, _)| path.ends_with(".wit")).partition(|(path, _)| path.starts_with("deps/"));
    let [main] = main[..] else { panic!("one file has the stub's package") };
    let mut resolve = Resolve::default();
    let resolved = resolve.push_groups(parse(main), deps.into_iter().map(parse).collect());
    resolved.unwrap_or_else(|error| panic!("the WIT resolves: {}", error.render(&resolve.source_map)));
}

/// The names of the exports of a component.
fn exports(component: &[u8]) -> Vec<String> {
    let mut depth = 0;
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(component) {
        match payload.expect("the component is valid") {
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
            Payload::End(_) => depth -= 1,
            Payload::ComponentExportSection(section) if depth == 0 => {
                let exports = section.into_iter().map(|export| export.expect("the component is valid"));
                names.extend(exports.map(|export| export.name.name.to_string()));
            }
            _ => {}
        }
    }
    names
}
