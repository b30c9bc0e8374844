//! The cases of `tests/compose`: a folder -> the components that are composed.
//!
//! | file | what it is |
//! | --- | --- |
//! | `caller.wit`, `caller.wat` | the caller: a world in package `test:main`, or a component's text; `--allow-unresolved` where its first line says so |
//! | any other | a stub, in the order of names |
//! | `deps.wit` | packages that all worlds use |
//! | `composed.wit`, `composed.txt`, `error.txt` | what is expected |

use std::fs;
use std::path::{Path, PathBuf};

use crate::component_of;

/// A folder of `tests/compose`.
pub struct CompositionCase {
    /// The folder's name. It starts with `error-` if the composition must fail.
    pub name: String,
    /// The folder.
    pub directory: PathBuf,
    /// File name and bytes of the caller and of the stubs.
    pub components: Vec<(String, Vec<u8>)>,
    /// Whether imports may remain that nothing satisfies.
    pub allow_unresolved: bool,
}

impl CompositionCase {
    /// Names and bytes, the caller first.
    pub fn given(&self) -> Vec<(&str, &[u8])> {
        self.components.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect()
    }
}

/// All cases, in the order of their names.
pub fn composition_cases() -> Vec<CompositionCase> {
    let folders = entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compose"));
    folders.into_iter().filter(|path| path.is_dir()).map(load).collect()
}

fn load(directory: PathBuf) -> CompositionCase {
    let name = directory.file_name().expect("a folder has a name").to_string_lossy().into_owned();
    let deps = fs::read_to_string(directory.join("deps.wit")).unwrap_or_default();
    let (mut components, mut allow_unresolved) = (Vec::new(), false);
    for path in entries(&directory) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if ["deps", "composed", "error"].contains(&stem.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text file can be read");
        let bytes = match path.extension().is_some_and(|extension| extension == "wit") {
            true => component_of(&deps, &text),
            false => wat::parse_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        };
        if stem == "caller" && text.lines().next().is_some_and(|line| line.contains("--allow-unresolved")) {
            allow_unresolved = true;
        }
        components.push((format!("{stem}.wasm"), bytes));
    }
    components.sort_by_key(|(name, _)| name != "caller.wasm");
    CompositionCase { name, directory, components, allow_unresolved }
}

fn entries(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).expect("a directory can be listed");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a directory can be listed").path()).collect();
    paths.sort();
    paths
}
