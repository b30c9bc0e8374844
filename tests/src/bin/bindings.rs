//! Writes callers of random packages' stubs, as WIT; `cargo xtask callers` gives them to the binding generator of each language.
//!
//! `bindings FOLDER COUNT NEWER` writes `FOLDER/NAME/wit` for random packages and the case `other-languages`. Its world `caller` imports the stub's interface and
//! exports a function `run`. `NEWER` is what the language supports of the newer types, `maps` or `none`; packages with
//! others are left out. `rust` is `maps` without methods that have the names of functions that bindings add.

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use stubgen_model::{Diagnostic, unbindable};
use stubgen_tests::cases::{Built, case};
use stubgen_tests::packages::{Flavour, generate};
use stubgen_tests::shapes;
use wit_parser::TypeDefKind;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [folder, count, newer @ ("rust" | "maps" | "none")] = words.as_slice() else {
        return ExitCode::from(2);
    };
    let count: usize = count.parse().expect("`COUNT` is a number");
    // Half of the packages have names that mean something in these languages.
    let flavours = [Flavour::Plain, Flavour::OtherNames, Flavour::RustNames, Flavour::OtherNames];
    let packages = (1..).zip(flavours.into_iter().cycle()).map(|(seed, flavour)| generate(seed, flavour));
    let mut built = packages.map(|package| {
        let built = package.build().unwrap_or_else(|diagnostics| panic!("{package}: {diagnostics:#?}"));
        (format!("p{}-{}", package.seed, shapes::words(&package.shape)), built)
    });
    let named = case("other-languages");
    let built_case = named.build().unwrap_or_else(|diagnostics| panic!("{}: {diagnostics:#?}", named.name));
    write(&Path::new(folder).join(named.name), &built_case);
    for (name, built) in built.by_ref().filter(|(_, built)| is_supported(built, newer)).take(count - 1) {
        write(&Path::new(folder).join(name), &built);
    }
    ExitCode::SUCCESS
}

/// Whether a language has the stub's types.
fn is_supported(stub: &Built, newer: &str) -> bool {
    let mut kinds = stub.wit.resolve.types.iter().map(|(_, definition)| &definition.kind);
    let reserved = |note: &Diagnostic| note.message.starts_with("Rust callers cannot bind");
    match newer {
        "rust" if !unbindable(&stub.model).is_empty() || stub.model.notes.iter().any(reserved) => false,
        "rust" | "maps" => !kinds.any(|kind| matches!(kind, TypeDefKind::FixedLengthList(..))),
        _ => !kinds.any(|kind| matches!(kind, TypeDefKind::FixedLengthList(..) | TypeDefKind::Map(..))),
    }
}

/// Writes the WIT of a caller.
fn write(folder: &Path, stub: &Built) {
    let wit = folder.join("wit");
    for (path, content) in stub.wit.files.iter() {
        let path = if path.starts_with("deps/") { wit.join(path) } else { wit.join("deps/stub").join(path) };
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, content).expect("a file can be written");
    }
    let resolve = &stub.wit.resolve;
    let interface = &resolve.interfaces[stub.wit.interface];
    let package = &resolve.packages[interface.package.expect("an interface is in a package")].name;
    let version = package.version.as_ref().map(|version| format!("@{version}")).unwrap_or_default();
    let (namespace, name) = (&package.namespace, &package.name);
    let interface = interface.name.as_ref().expect("a stub's interface has a name");
    let world = format!("%{namespace}:%{name}/%{interface}{version}");
    let text = format!("package probe:caller;\n\nworld caller {{\n  import {world};\n  export run: func();\n}}\n");
    fs::write(wit.join("caller.wit"), text).expect("a file can be written");
}
