//! Recognises a stub's crate that the original tool generated. It carries no mark.
//!
//! ```text
//! Cargo.toml    package `*-stub`, world `wasm-rpc-stub-*`, depends on `golem-wasm-rpc` (feature `stub`) and wit-bindgen's runtime
//! src/lib.rs    begins with `#![allow(warnings)]`; src/bindings.rs, which `cargo component` adds
//! wit/          _stub.wit, deps/
//! ```
//!
//! The original tool wrote the crate anew in each build, so edits in it never lasted. A crate with any other file is the
//! user's own.

use std::fs;
use std::path::Path;

use toml_edit::{DocumentMut, Item};
use wasm_rpc_stubgen_files::{OWNERSHIP_FILE, is_marked, list_crate_files};
use wasm_rpc_stubgen_model::stub_file;

/// The allowed dependencies of the crate. The first is required.
const DEPENDENCIES: [&str; 3] = ["golem-wasm-rpc", "wit-bindgen-rt", "wit-bindgen"];

/// Its source, and the file that `cargo component` adds.
const SOURCE: &str = "src/lib.rs";
const BINDINGS: &str = "src/bindings.rs";

/// Lines that its source always contains.
const SIGNS: [&str; 2] = ["#![allow(warnings)]", "mod bindings;"];

/// Whether this program or the original tool generated the crate in `folder`.
pub fn is_generated_crate(folder: &Path) -> bool {
    let is_marked = fs::read(folder.join("Cargo.toml")).is_ok_and(|manifest| is_marked(&manifest));
    is_marked || !original_crate_files(folder).is_empty()
}

/// The paths of all files of the crate in `root`; empty if the original tool did not generate it.
pub fn original_crate_files(root: &Path) -> Vec<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default();
    let is_original = !is_marked(manifest.as_bytes()) && manifest.parse().is_ok_and(|parsed| is_manifest(&parsed));
    let files = if is_original { list_crate_files(root).ok().flatten() } else { None };
    let mut files = files.unwrap_or_default();
    // An interrupted run of this program may have begun to replace the crate.
    files.retain(|path| path != OWNERSHIP_FILE);
    let is_whole = stub_file(&root.join("wit")).is_some() && files.iter().all(|path| is_generated(root, path));
    if is_whole { files } else { Vec::new() }
}

fn is_generated(root: &Path, path: &str) -> bool {
    let is_marked = || fs::read(root.join(path)).is_ok_and(|content| is_marked(&content));
    let is_original =
        || fs::read_to_string(root.join(path)).is_ok_and(|source| SIGNS.iter().all(|sign| source.contains(sign)));
    path == "Cargo.toml"
        || path == BINDINGS
        || path == SOURCE && is_original()
        || path.starts_with("wit/") && path.ends_with(".wit")
        || path.starts_with("src/") && is_marked()
}

fn is_manifest(manifest: &DocumentMut) -> bool {
    let text = |keys: &[&str]| {
        let item = keys.iter().try_fold(manifest.as_item(), |item, key| item.get(key));
        item.and_then(Item::as_str).unwrap_or_default().to_string()
    };
    let dependencies = manifest.get("dependencies").and_then(Item::as_table_like);
    let features = dependencies.and_then(|dependencies| dependencies.get(DEPENDENCIES[0])?.get("features")?.as_array());
    text(&["package", "name"]).ends_with("-stub")
        && text(&["package", "metadata", "component", "target", "world"]).starts_with("wasm-rpc-stub-")
        && dependencies.is_some_and(|dependencies| dependencies.iter().all(|(name, _)| DEPENDENCIES.contains(&name)))
        && features.is_some_and(|features| features.iter().any(|feature| feature.as_str() == Some("stub")))
}
