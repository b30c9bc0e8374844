//! The text of generated crates. `cargo xtask equality` compiles and runs them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use stubgen_tests::cases::{Built, build_text, cases, golden};
use stubgen_tests::packages::{Flavour, generate};
use wasm_rpc_stubgen_emit::{CrateOptions, FileSet, GENERATED, emit_rust};
use wasm_rpc_stubgen_model::unbindable;

fn emit(built: &Built) -> FileSet {
    let options = CrateOptions::default();
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

/// The sources that have much in common in all crates: the runtime.
const RUNTIME: [&str; 3] = ["src/decode.rs", "src/encode.rs", "src/rpc.rs"];

/// Compares the crates of the cases that have a folder `crate`. What all of these crates have in common is in `tests/runtime`,
/// once; a crate's own sources are compared without it.
#[test]
fn crates_of_cases_are_as_expected() {
    let cases: Vec<_> = cases(false).into_iter().filter(|case| case.path.join("crate").is_dir()).collect();
    assert!(cases.len() > 3, "the cases with a crate are found");
    let crates: Vec<_> = cases.iter().map(|case| text_files(&case.build().expect("the case builds"))).collect();
    let mut differences = Vec::new();
    let runtime = RUNTIME.map(|path| (path, common(crates.iter().map(|files| files[path].as_str()))));
    for (path, common) in &runtime {
        let name = Path::new(path).file_name().expect("a source has a name");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime").join(name);
        differences.extend(golden(&path, &joined(common)));
    }
    for (case, files) in cases.iter().zip(&crates) {
        let mut expected: BTreeSet<PathBuf> = files_of(&case.path.join("crate"));
        for (path, content) in files {
            let common = runtime.iter().find(|(runtime, _)| runtime == path).map_or(&[][..], |(_, common)| common);
            let own: Vec<&str> = content.split("\n\n").filter(|block| !common.contains(block)).collect();
            if !own.is_empty() {
                expected.remove(Path::new(path));
                differences.extend(golden(&case.path.join("crate").join(path), &joined(&own)));
            }
        }
        differences.extend(expected.iter().map(|path| format!("{}: no crate has `{}`", case.name, path.display())));
    }
    assert_eq!(differences, [""; 0]);
}

/// The files of a crate but for its WIT, without the version, which changes with each release.
fn text_files(built: &Built) -> BTreeMap<String, String> {
    let files = emit(built);
    let files = files.iter().filter(|(path, _)| !path.starts_with("wit/"));
    let text = |content: &[u8]| {
        let content = std::str::from_utf8(content).expect("a crate is text");
        content.trim_end().replacen(env!("CARGO_PKG_VERSION"), "VERSION", 1)
    };
    files.map(|(path, content)| (path.to_string(), text(content))).collect()
}

/// The blocks between empty lines that all texts have.
fn common<'a>(mut texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut blocks: Vec<_> = texts.next().into_iter().flat_map(|text| text.split("\n\n")).collect();
    for text in texts {
        let others: Vec<_> = text.split("\n\n").collect();
        blocks.retain(|block| others.contains(block));
    }
    blocks
}

fn joined(blocks: &[&str]) -> String {
    format!("{}\n", blocks.join("\n\n"))
}

fn files_of(folder: &Path) -> BTreeSet<PathBuf> {
    testkit::files(folder).into_iter().map(|(path, _)| path).collect()
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
        "enum e { self } record r { gen: u8 } variant v { ok(r) } resource x { constructor(); }
         f: func(e: e, v: v, x: list<borrow<x>, 2>) -> list<x, 1>;",
        "",
    );
    assert_eq!(
        messages,
        [
            "the namespace of `exports:p` cannot be represented in Rust",
            "the type `e` of `exports:p/i` cannot be represented in Rust: one of its cases is called `self`",
            "the type `r` of `exports:p/i` cannot be represented in Rust: its field `gen` is a Rust keyword",
            "the type `list` cannot be represented in Rust: it is a fixed-length list that contains borrowed handles",
            "the result of `exports:p/i.{f}` cannot be represented in Rust: a `list<_, 1>` of handles",
        ]
    );
    for case in cases(false) {
        let built = case.build().expect("the case builds");
        assert_eq!(unbindable(&built.model).len(), 0, "{} has bindings", case.name);
    }
}
