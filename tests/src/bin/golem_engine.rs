//! Writes components for the crate `tests/golem-engine` to `loads/` or `refused/`, depending on the expected result.
//!
//! `golem_engine FOLDER [COMPILED]` writes the native stubs of every case with all options and of random packages, and for each
//! case a caller composed with its stub. It copies the compiled crates of `cargo xtask equality` from `COMPILED`. The expected
//! result follows from the stub's WIT: an engine of 2024 supports everything except the `newer_features`.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use stubgen_tests::cases::{Built, cases};
use stubgen_tests::newer_features::newer_features;
use stubgen_tests::packages::{Flavour, generate};
use stubgen_tests::shapes;
use wasm_rpc_stubgen_compose::{Component, Unresolved, compose};

/// The random packages, each with both kinds of names.
const PACKAGES: usize = 150;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let (folder, compiled) = match words.as_slice() {
        [folder] => (Path::new(folder), None),
        [folder, compiled] => (Path::new(folder), Some(Path::new(compiled))),
        _ => return ExitCode::from(2),
    };
    let subjects = subjects();
    for (name, built) in &subjects {
        write(folder, name, built, &built.wasm);
    }
    for (name, built) in subjects.iter().filter(|(name, _)| !name.starts_with(RANDOM)) {
        write(folder, &format!("composed-{name}"), built, &composed(built));
    }
    if let Some(compiled) = compiled {
        copy_compiled(folder, compiled, &subjects);
    }
    ExitCode::SUCCESS
}

/// What the names of random packages' stubs start with.
const RANDOM: &str = "random-";

/// What follows, for each kind of names.
const FLAVOURS: [(&str, Flavour); 2] = [("plain", Flavour::Plain), ("rust-names", Flavour::RustNames)];

/// All stubs, under the names that `cargo xtask equality` gives to their crates.
fn subjects() -> BTreeMap<String, Built> {
    let mut subjects = BTreeMap::new();
    let mut add = |name: String, built: Result<Built, _>| {
        let built = built.unwrap_or_else(|diagnostics: Vec<_>| panic!("{name}: {diagnostics:#?}"));
        subjects.insert(name, built);
    };
    for case in cases(false) {
        add(case.name.clone(), case.build());
        for shape in &case.shapes()[1..] {
            add(format!("{}-as-{}", case.name, shapes::words(shape)), case.build_shaped(shape));
        }
    }
    for (word, flavour) in FLAVOURS {
        for seed in (testkit::seed()..).take(PACKAGES) {
            add(format!("{RANDOM}{word}-{seed}"), generate(seed, flavour).build());
        }
    }
    subjects
}

/// Writes a component with the stub to the folder of its expected result.
fn write(folder: &Path, name: &str, stub: &Built, component: &[u8]) {
    let newer = newer_features(&stub.wit.resolve, stub.wit.world);
    let folder = folder.join(if newer.is_empty() { "loads" } else { "refused" });
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join(name).with_extension("wasm"), component).expect("a component can be written");
}

/// A caller composed with the stub. It imports the stub interface, and only the types of the interfaces that this uses.
fn composed(stub: &Built) -> Vec<u8> {
    let (mut resolve, world) = (stub.wit.resolve.clone(), stub.wit.world);
    resolve.importize(world, None).expect("a stub's world can be turned round");
    let others = resolve.interfaces.iter_mut().filter(|(id, _)| *id != stub.wit.interface);
    others.for_each(|(_, interface)| interface.functions.clear());
    let caller = testkit::component(&resolve, world);
    let (caller, stub) = (Component::new("caller.wasm", &caller), Component::new("stub.wasm", &stub.wasm));
    let composition = compose(&caller, &[stub], Unresolved::Allow).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(composition.report.plugs.len(), 1, "the stub is plugged");
    composition.bytes
}

/// The compiled crates: cargo has `_` where names have `-`.
fn copy_compiled(folder: &Path, compiled: &Path, subjects: &BTreeMap<String, Built>) {
    for entry in fs::read_dir(compiled).expect("the compiled crates can be listed") {
        let path = entry.expect("the compiled crates can be listed").path();
        let stem = path.file_stem().expect("a file has a name").to_string_lossy();
        let component = fs::read(&path).expect("a compiled crate can be read");
        let add = |name: &str, built: &Built| write(folder, &format!("crate-{name}"), built, &component);
        match (subjects.iter().find(|(name, _)| name.replace('-', "_") == stem), random_package(&stem)) {
            (Some((name, built)), _) => add(name, built),
            (None, Some((name, built))) => add(&name, &built),
            (None, None) => panic!("no case and no package is called `{stem}`"),
        }
    }
}

/// The random package that a crate is compiled from. Its seed may be one of another run.
fn random_package(stem: &str) -> Option<(String, Built)> {
    let name = stem.replace('_', "-");
    let (word, seed) = name.strip_prefix(RANDOM)?.rsplit_once('-')?;
    let (_, flavour) = FLAVOURS.into_iter().find(|(found, _)| *found == word)?;
    let built = generate(seed.parse().ok()?, flavour).build().ok()?;
    Some((name, built))
}
