//! Documentation of an encoded package can have characters that no text may have. They are cleaned where they enter.

use std::fs;

use stubgen_tests::cases::build;
use stubgen_tests::shapes;
use wasm_rpc_stubgen_emit::{CrateOptions, emit_rust};
use wit_parser::{Docs, PackageId, Resolve, TypeDefKind, WorldItem};

const WIT: &str = r"
package test:docs;

interface types {
  record r { a: u8 }
  variant v { a(u8) }
  enum e { a }
  flags f { a }
}

interface api {
  use types.{r, v, e, f as bits};
  resource s {
    constructor();
    m: func(a: r) -> v;
  }
  f: func(e: e) -> bits;
}

world docs {
  import types;
  export api;
  export g: func();
}";

/// Control characters, marks of bidirectional text, line breaks of all kinds, and a letter that Unicode deprecates.
const BAD: &str = "a\r b\u{0}\u{1b}[31m\u{7f}\u{85}\u{202e}c\u{2066}\u{2028}d\u{149}\u{b}\u{c}\r\n\"e\\";

fn bad() -> Docs {
    Docs { contents: Some(BAD.to_string()) }
}

/// The package, with such documentation on everything that can have some.
fn documented() -> (Resolve, PackageId) {
    let mut resolve = Resolve::new();
    let package = resolve.push_source("docs.wit", WIT).expect("the WIT is right");
    resolve.packages[package].docs = bad();
    for (_, world) in resolve.worlds.iter_mut() {
        world.docs = bad();
        for item in world.imports.values_mut().chain(world.exports.values_mut()) {
            match item {
                WorldItem::Interface { docs, .. } => *docs = bad(),
                WorldItem::Function(function) => function.docs = bad(),
                WorldItem::Type { .. } => {}
            }
        }
    }
    for (_, interface) in resolve.interfaces.iter_mut() {
        interface.docs = bad();
        interface.functions.values_mut().for_each(|function| function.docs = bad());
    }
    for (_, ty) in resolve.types.iter_mut().filter(|(_, ty)| ty.name.is_some()) {
        ty.docs = bad();
        match &mut ty.kind {
            TypeDefKind::Record(record) => record.fields[0].docs = bad(),
            TypeDefKind::Variant(variant) => variant.cases[0].docs = bad(),
            TypeDefKind::Enum(cases) => cases.cases[0].docs = bad(),
            TypeDefKind::Flags(flags) => flags.flags[0].docs = bad(),
            _ => {}
        }
    }
    (resolve, package)
}

#[test]
fn documentation_of_an_encoded_package_is_cleaned() {
    let (resolve, package) = documented();
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("docs.wasm");
    fs::write(&path, wit_component::encode(&resolve, package, false).expect("a package is encoded"))
        .expect("it is written");
    for shape in shapes::all() {
        let target = wasm_rpc_stubgen_model::load(&path, None, &wasm_rpc_stubgen_model::Features::default())
            .unwrap_or_else(|error| panic!("{error}"));
        let built = build(target, &shape).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"));
        let options = CrateOptions::new().version(semver::Version::new(0, 1, 0));
        let mut documented = 0;
        for (path, content) in emit_rust(&built.model, &built.wit, &options).iter() {
            let text = std::str::from_utf8(content).expect("a crate is text");
            documented += text.matches("[31m").count();
            let refused = |c: char| c != '\n' && c.is_control() || "\u{202e}\u{2066}\u{2028}\u{149}".contains(c);
            assert!(!text.contains(refused), "{path} of {shape:?}: {text:?}");
        }
        assert!(documented > 4, "the documentation travels along");
    }
}
