//! The stub's crate as the original tool generated it, told by its looks: it carries no mark.
//!
//! ```text
//! Cargo.toml    package `*-stub`, world `wasm-rpc-stub-*`, depends on `golem-wasm-rpc` (feature `stub`) and wit-bindgen's runtime
//! src/lib.rs    src/bindings.rs, which `cargo component` adds
//! wit/          _stub.wit, deps/
//! ```
//!
//! The original wrote such a crate anew in each build, so nobody has edited it for long. A crate with anything else in it
//! is somebody's own.

use std::fs;
use std::path::Path;

use toml_edit::{DocumentMut, Item};

use crate::disk::is_temporary;
use crate::generated::{LIST, TOLERATED, is_marked};

/// What the crate may depend on; the first of them it must.
const DEPENDENCIES: [&str; 3] = ["golem-wasm-rpc", "wit-bindgen-rt", "wit-bindgen"];

/// The files of its source.
const SOURCE: [&str; 2] = ["src/lib.rs", "src/bindings.rs"];

/// The stub's own WIT, in this or that version.
const STUB_WIT: [&str; 2] = ["wit/_stub.wit", "wit/stub.wit"];

/// The files of the crate in `root`, by their paths in it; `None` where it is not of the original tool.
///
/// A run that takes such a crate over may have been killed: then some files are of this tool already, and a directory
/// that it has left empty is said by the list that it could have.
pub(crate) fn files(root: &Path) -> Option<Vec<String>> {
    let manifest = fs::read_to_string(root.join("Cargo.toml")).ok()?;
    if !is_manifest(&manifest.parse().ok()?) {
        return None;
    }
    let mut files = Vec::new();
    let mut directories = vec![String::new()];
    while let Some(directory) = directories.pop() {
        let before = files.len() + directories.len();
        for entry in fs::read_dir(root.join(&directory)).ok()? {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            if is_temporary(name.as_ref()) || directory.is_empty() && TOLERATED.contains(&&*name) {
                continue;
            }
            let path = if directory.is_empty() { name } else { format!("{directory}/{name}") };
            match entry.file_type().ok()? {
                kind if kind.is_dir() => directories.push(path),
                kind if kind.is_file() && is_generated(root, &path) => files.push(path),
                _ => return None,
            }
        }
        if files.len() + directories.len() == before {
            files.push(format!("{directory}/{LIST}"));
        }
    }
    files.sort();
    STUB_WIT.iter().any(|path| files.iter().any(|file| file == path)).then_some(files)
}

fn is_generated(root: &Path, path: &str) -> bool {
    let is_marked = || fs::read(root.join(path)).is_ok_and(|content| is_marked(&content));
    path == "Cargo.toml"
        || SOURCE.contains(&path)
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
