//! The crates that are generated: what they look like. That they compile and do what they should, `cargo xtask equality`
//! shows.

use std::path::{Path, PathBuf};
use std::process::Command;

use stubgen_emit::{CrateOptions, FileSet, GENERATED, WasmRpc, emit_rust};
use stubgen_model::unbindable;
use stubgen_tests::cases::{Built, build_text, cases, golden};
use stubgen_tests::packages::{Flavour, generate};

fn emit(built: &Built) -> FileSet {
    let options = CrateOptions { version: semver::Version::new(0, 0, 1), wasm_rpc: WasmRpc::Bindings };
    emit_rust(&built.model, &built.wit, &options)
}

/// All cases, and some packages made at random.
fn subjects() -> impl Iterator<Item = (String, Built)> {
    let cases = cases(false).into_iter().map(|case| (case.name.clone(), case.build().expect("the case builds")));
    let random = [Flavour::Plain, Flavour::RustNames].into_iter().flat_map(|flavour| {
        (1..20).map(move |seed| (format!("{flavour:?} {seed}"), generate(seed, flavour).build().expect("it builds")))
    });
    cases.chain(random)
}

#[test]
fn crates_of_cases_are_as_expected() {
    let cases: Vec<_> = cases(false).into_iter().filter(|case| case.path.join("crate").is_dir()).collect();
    assert!(cases.len() > 3, "the cases with a crate are found");
    let mut differences = Vec::new();
    for case in cases {
        for expected in ["crate", "crate/src"].into_iter().flat_map(|folder| listed(&case.path.join(folder))) {
            assert!(emit(&case.build().expect("the case builds")).iter().any(|(path, _)| expected.ends_with(path)));
        }
        let files = emit(&case.build().expect("the case builds"));
        for (path, content) in files.iter().filter(|(path, _)| !path.starts_with("wit/")) {
            let content = std::str::from_utf8(content).expect("a crate is text");
            // A release changes the version and nothing else.
            let content = content.replacen(env!("CARGO_PKG_VERSION"), "VERSION", 1);
            differences.extend(golden(&case.path.join("crate").join(path), &content));
        }
    }
    assert_eq!(differences, [""; 0]);
}

/// The files of a folder.
fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().expect("a folder can be listed").map(|entry| entry.expect("it is there").path());
    entries.filter(|path| path.is_file()).collect()
}

#[test]
fn crates_are_formatted() {
    for (name, built) in subjects() {
        let folder = tempfile::tempdir().expect("a temporary directory can be made");
        let mut sources = Vec::new();
        for (path, content) in emit(&built).iter().filter(|(path, _)| path.ends_with(".rs")) {
            let path = folder.path().join(path.replace('/', "-"));
            std::fs::write(&path, content).expect("a temporary file can be written");
            sources.push(path);
        }
        let mut rustfmt = Command::new("rustfmt");
        rustfmt.args(["--check", "--edition", "2021", "--config", "skip_children=true,unstable_features=true"]);
        let output = rustfmt.args(&sources).output().expect("rustfmt is part of the toolchain");
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn every_file_is_marked_and_the_manifest_is_one() {
    for (name, built) in subjects() {
        let files = emit(&built);
        for (path, content) in files.iter().filter(|(path, _)| !path.starts_with("wit/")) {
            let first = content.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let first = String::from_utf8_lossy(first);
            assert!(first.contains(GENERATED), "{name}: {path} starts with {first}");
        }
        let manifest = std::str::from_utf8(files.file("Cargo.toml").expect("a crate has a manifest")).expect("text");
        let manifest: toml_edit::DocumentMut = manifest.parse().expect("it is TOML");
        assert_eq!(manifest["package"]["name"].as_str(), Some(built.model.crate_name.as_str()));
    }
}

#[test]
fn what_no_bindings_can_say_is_named() {
    let said = |items: &str, world: &str| {
        let built =
            build_text(&format!("package exports:p;\ninterface i {{ {items} }}\nworld w {{ export i; {world} }}"));
        unbindable(&built.model).into_iter().map(|diagnostic| diagnostic.message).collect::<Vec<_>>()
    };
    let messages = said(
        "enum e { self } record r { gen: u8 } variant v { a-1, a1(r) } resource x {}
         f: func(e: e, v: v, x: list<borrow<x>, 2>) -> list<x, 1>;",
        "",
    );
    assert_eq!(
        messages,
        [
            "the namespace `exports` cannot be represented in Rust",
            "the type `e` cannot be represented in Rust: two of its cases have the same name in Rust, or one is called `self`",
            "the type `v` cannot be represented in Rust: two of its cases have the same name in Rust, or one is called `self`",
            "the type `list` cannot be represented in Rust: it is a fixed-length list that contains borrowed handles",
            "the type `r` cannot be represented in Rust: its field `gen` is a keyword of Rust",
            "the result of `exports:p/i.{f}` cannot be represented in Rust: a `list<_, 1>` of handles",
        ]
    );
    for case in cases(false) {
        let built = case.build().expect("the case builds");
        assert_eq!(unbindable(&built.model).len(), 0, "{} has bindings", case.name);
    }
}
