//! A stub and a caller on disk -> the caller with the stub, and what must hold for it.
//!
//! The archive has the caller in `caller/` (`caller/wit/`, perhaps `caller/Cargo.toml`). The stub is in `stub/`, or is made from
//! the target in `target/`.

use testkit::{Directory, tree};
use wasm_rpc_stubgen::{AddStubDependencyOptions, Change, Import, ManifestUpdate, Overwrite, add_stub_dependency};
use wit_parser::Resolve;

use crate::archive::Archive;
use crate::{errors, source};

/// Adds the stub of an archive to its caller.
pub(crate) fn check(archive: &Archive<'_>, input: &[u8]) {
    let Some(directory) = unpack(archive) else { return };
    if directory.path("target").is_dir() && make_stub(&directory, input).is_none() {
        return;
    }
    let options = options(&directory, input);
    let (before, was_right) = (tree(directory.root()), resolves(&directory));
    match add_stub_dependency(&options, &mut |_| {}) {
        Ok(_) => {
            let after = tree(directory.root());
            let again = add_stub_dependency(&options, &mut |_| {}).expect("what was added can be added again");
            let changed: Vec<_> = again.files.iter().filter(|(_, change)| *change != Change::Unchanged).collect();
            assert!(changed.is_empty() && tree(directory.root()) == after, "the second run changes {changed:?}");
            assert!(!was_right || resolves(&directory), "the caller's WIT no longer resolves");
        }
        Err(error) => {
            errors::check(&error.diagnostics());
            assert!(tree(directory.root()) == before, "a failed run has changed something");
        }
    }
}

/// The files of an archive on disk; `None` if one is in the place of a directory.
fn unpack(archive: &Archive<'_>) -> Option<Directory> {
    let paths: Vec<&str> = archive.files().map(|(path, _)| path).collect();
    let is_above = |above: &str, path: &str| path.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'));
    let is_plain = |path: &str| {
        paths.iter().all(|other| !is_above(other, path)) && paths.iter().filter(|other| **other == path).count() == 1
    };
    if !paths.iter().copied().all(is_plain) {
        return None;
    }
    let directory = Directory::new();
    archive.files().for_each(|(path, content)| directory.write(path, content));
    Some(directory)
}

/// Writes the stub of the target.
fn make_stub(directory: &Directory, input: &[u8]) -> Option<()> {
    let stub =
        source::build(&directory.path("target"), None, &source::features(input), &source::options(input)).ok()?;
    for (path, content) in stub.wit.files.iter() {
        directory.write(format!("stub/{path}"), content);
    }
    Some(())
}

fn options(directory: &Directory, input: &[u8]) -> AddStubDependencyOptions {
    // The low bits choose the options of the stub.
    let bits = source::drawn(input);
    let bit = |number: u32| bits >> number & 1 == 1;
    let has_manifest = directory.path("caller/Cargo.toml").is_file();
    AddStubDependencyOptions {
        stub_wit_root: directory.path("stub"),
        dest_wit_root: directory.path("caller/wit"),
        features: source::features(input),
        overwrite: if bit(8) { Overwrite::Allowed } else { Overwrite::Refused },
        manifest: if has_manifest { ManifestUpdate::Update } else { ManifestUpdate::Leave },
        import: if bit(9) { Import::None } else { Import::Add { world: None } },
    }
}

/// Whether `wit-parser` resolves the caller's WIT.
fn resolves(directory: &Directory) -> bool {
    Resolve::default().push_dir(directory.path("caller/wit")).is_ok()
}
