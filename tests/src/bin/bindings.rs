//! Writes callers of stubs, as WIT; `cargo xtask callers` gives them to the binding generator of each language.
//!
//! `bindings FOLDER COUNT LANGUAGE` writes `FOLDER/NAME/wit` for the case `other-languages` and for random packages, `COUNT` in
//! all. Its world `caller` imports the stub's interface and exports a function `run`. Packages with types that the language does
//! not have, as a note of the model says, are left out. Except for Rust, the stubs define all types.

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use stubgen_tests::cases::{Built, case};
use stubgen_tests::packages::{Flavour, generate};
use stubgen_tests::shapes;
use wasm_rpc_stubgen_model::{TypeSource, unbindable};
use wit_parser::TypeDefKind;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let [folder, count, language] = words.as_slice() else {
        return ExitCode::from(2);
    };
    let count: usize = count.parse().expect("`COUNT` is a number");
    let named = case("other-languages");
    let built = named.build().unwrap_or_else(|diagnostics| panic!("{}: {diagnostics:#?}", named.name));
    write(&Path::new(folder).join(named.name), &built);
    // Half of the packages have names that mean something in these languages.
    let flavours = [Flavour::Plain, Flavour::OtherNames, Flavour::RustNames, Flavour::OtherNames];
    let packages = (1..).zip(flavours.into_iter().cycle()).map(|(seed, flavour)| generate(seed, flavour));
    let built = packages.map(|mut package| {
        if language != "Rust" {
            package.shape.types = TypeSource::Stub;
        }
        let built = package.build().unwrap_or_else(|diagnostics| panic!("{package}: {diagnostics:#?}"));
        (format!("p{}-{}", package.seed, shapes::words(&package.shape)), built)
    });
    for (name, built) in built.filter(|(_, built)| is_supported(built, language)).take(count - 1) {
        write(&Path::new(folder).join(name), &built);
    }
    ExitCode::SUCCESS
}

/// Whether a language has bindings for the stub.
fn is_supported(stub: &Built, language: &str) -> bool {
    let notes = || stub.model.notes.iter().map(|note| note.message.as_str());
    if language == "Rust" {
        // The crate of a stub binds exports. Imports have more limits.
        let fixed = |kind: &TypeDefKind| matches!(kind, TypeDefKind::FixedLengthList(..));
        return unbindable(&stub.model).is_empty()
            && !notes().any(|note| note.starts_with("Rust callers cannot bind"))
            && !stub.wit.resolve.types.iter().any(|(_, definition)| fixed(&definition.kind));
    }
    !notes().any(|note| {
        let languages = note.strip_prefix("bindings for ").and_then(|rest| rest.split(" have ").next());
        let languages = languages.and_then(|languages| languages.split(" cannot ").next());
        languages.is_some_and(|languages| languages.split([',', ' ']).any(|word| word == language))
    })
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
