//! Which files tools read as one WIT package: `*.wit` in its directory, and the packages in `deps`
//! (`wit_parser::Resolve::push_dir`).

use std::fs;
use std::path::{Path, PathBuf};

use crate::destination::real_path;

/// The folder of the packages that a package uses.
const DEPS: &str = "deps";

/// The files that tools read with the package in `root`, by their paths below it, in order.
pub(crate) fn in_package(root: &Path) -> Vec<String> {
    let mut files = files_in(root, "", &["wit"]);
    files.extend(files_in(root, DEPS, &["wit", "wasm", "wat"]));
    for folder in names(&root.join(DEPS)) {
        files.extend(files_in(root, &format!("{DEPS}/{folder}"), &["wit"]));
    }
    files
}

/// The directory of the package that would read what is at `real`, a file or a folder, as one of its dependencies: the
/// directory of `deps`, if it contains WIT. It is spelled as in `named`, the user's path for `real`, if possible.
pub(crate) fn package_around(named: &Path, real: &Path) -> Option<PathBuf> {
    let is_deps = |path: &&Path| path.file_name().is_some_and(|name| name == DEPS);
    let (above, deps) = real.ancestors().take(2).enumerate().find(|(_, path)| is_deps(path))?;
    let package = deps.parent().filter(|package| !files_in(package, "", &["wit"]).is_empty())?;
    let spelled =
        named.ancestors().nth(above + 1).map(|path| if path.as_os_str().is_empty() { Path::new(".") } else { path });
    let is_same = |path: &&Path| real_path(path).is_ok_and(|path| path == package);
    Some(spelled.filter(is_same).unwrap_or(package).to_path_buf())
}

/// The files with one of these extensions in a folder below `root`.
fn files_in(root: &Path, folder: &str, extensions: &[&str]) -> Vec<String> {
    let has_extension = |path: &Path| {
        path.extension().is_some_and(|found| extensions.iter().any(|extension| found == *extension)) && path.is_file()
    };
    let directory = root.join(folder);
    let files = names(&directory).into_iter().filter(|name| has_extension(&directory.join(name)));
    files.map(|name| if folder.is_empty() { name } else { format!("{folder}/{name}") }).collect()
}

/// The names in a directory, in order; none if it cannot be read.
fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
