//! Paths below the directory of a caller's WIT, written with `/` as in manifests and in lists of files.

use std::path::Path;

use wasm_rpc_stubgen_files::OWNERSHIP_FILE;

/// A path with `/` on all systems.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// `path` relative to `root`.
pub(super) fn below(root: &Path, path: &Path) -> String {
    slashed(path.strip_prefix(root).unwrap_or(path))
}

/// The folder of a file.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The place of the package that the file at `path` belongs to: the file itself in `deps`, its folder below that.
pub(super) fn place_of(path: &str) -> &str {
    if path.matches('/').count() == 1 { path } else { folder_of(path) }
}

/// The path of the list of files in the folder of a stub. A package that is a single file, or nested in the caller's own
/// package, has none.
pub(super) fn list_path(place: &str) -> Option<String> {
    let is_file = Path::new(place).extension().is_some_and(|extension| extension == "wit" || extension == "wasm");
    (!is_file && !place.is_empty()).then(|| format!("{place}/{OWNERSHIP_FILE}"))
}
