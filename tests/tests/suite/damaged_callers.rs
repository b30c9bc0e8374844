//! Malformed callers and stubs for `add-stub-dependency`: it adds the stub or reports an error, and a second run changes
//! nothing.

use std::path::{Path, PathBuf};

use stubgen_tests::cases::{Case, cases};
use stubgen_tests::sandbox::{Sandbox, wit_files};
use stubgen_tests::values::Rng;
use stubgen_tests::wit_damage::damage;
use wasm_rpc_stubgen::{AddStubDependencyOptions, Change, Import, ManifestUpdate, Overwrite};

const MANIFEST: &[u8] = b"[package]\nname = \"caller\"\n\n[package.metadata.component]\npackage = \"a:b\" # mine\n\n\
    [package.metadata.component.target]\npath = \"wit\"\ndependencies = { \"x:y\" = { path = \"z\" } }\n";

/// A caller whose WIT uses a package that most stubs bring.
const CALLER: &[u8] = b"package test:caller;\n\n// mine\ninterface api {\n  use golem:rpc/types@0.1.0.{uri};\n  \
    f: func(u: uri);\n}\n\nworld caller {\n  import own: func();\n  export api;\n}\n";

/// The caller's files of one round, and the stub's.
type Files = Vec<(PathBuf, Vec<u8>)>;

/// Adds the stub in `stub` to the caller in `caller`, and checks that a second run changes nothing.
fn adds(sandbox: &Sandbox, name: &str, world: Option<&str>) -> bool {
    let options = AddStubDependencyOptions {
        stub_wit_root: sandbox.path("stub"),
        dest_wit_root: sandbox.path("caller/wit"),
        overwrite: Overwrite::Allowed,
        manifest: ManifestUpdate::Update,
        import: Import::Add { world: world.map(str::to_string) },
        features: wasm_rpc_stubgen::Features::default(),
    };
    let again = options.clone();
    let added = sandbox.survives(name, move || wasm_rpc_stubgen::add_stub_dependency(&options, &mut |_| {}).err());
    if added {
        let second =
            wasm_rpc_stubgen::add_stub_dependency(&again, &mut |_| {}).expect("what was added can be added again");
        let changed: Vec<_> = second.files.iter().filter(|(_, change)| *change != Change::Unchanged).collect();
        assert!(changed.is_empty(), "{name}: the second run changes {changed:?}");
    }
    added
}

/// Sets up the files, damages one of them, and tries.
fn round(files: &Files, numbers: &mut Rng, name: &str, world: Option<&str>) -> bool {
    let sandbox = Sandbox::new();
    let damaged = numbers.below(files.len());
    for (index, (path, content)) in files.iter().enumerate() {
        let mut content = content.clone();
        for _ in 0..if index == damaged { numbers.below(4) } else { 0 } {
            damage(&mut content, numbers);
        }
        sandbox.write(path, content);
    }
    adds(&sandbox, name, world)
}

/// The WIT of the stub that `case` makes.
fn stub(case: &Case) -> Option<Files> {
    let sandbox = Sandbox::new();
    for (path, content) in wit_files(case) {
        sandbox.write(Path::new("source").join(path), content);
    }
    let options = wasm_rpc_stubgen::BuildOptions { shape: case.shape(), ..sandbox.options("source") };
    let root = sandbox.path("out/wit");
    wasm_rpc_stubgen::build(&options, &mut |_| {}).ok()?;
    let files = testkit::files(&root);
    Some(files.into_iter().map(|(path, content)| (Path::new("stub").join(path), content)).collect())
}

#[test]
fn damaged_callers_and_stubs() {
    let mut numbers = Rng::new(testkit::seed() + 3);
    let (mut added, mut refused) = (0, 0);
    let mut count = |was_added: bool| if was_added { added += 1 } else { refused += 1 };
    for case in cases(false) {
        let Some(stub) = stub(&case) else {
            continue;
        };
        let mut other = stub.clone();
        other.push(("caller/wit/caller.wit".into(), CALLER.to_vec()));
        other.push(("caller/Cargo.toml".into(), MANIFEST.to_vec()));
        // The target itself as the caller of its own workers.
        let mut own = stub;
        let wit = wit_files(&case).into_iter();
        own.extend(wit.map(|(path, content)| (Path::new("caller/wit").join(path), content)));
        own.push(("caller/Cargo.toml".into(), MANIFEST.to_vec()));
        let rounds = if own.iter().any(|(_, content)| content.len() > 10_000) { 2 } else { 12 };
        for number in 0..rounds {
            count(round(&other, &mut numbers, &format!("{} other {number}", case.name), None));
            count(round(&own, &mut numbers, &format!("{} own {number}", case.name), None));
        }
    }
    assert!(added > 200 && refused > 200, "both outcomes are common: {added} added, {refused} refused");
}
