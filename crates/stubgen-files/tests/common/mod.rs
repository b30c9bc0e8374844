//! A directory for one test, and short ways to fill it and look at it.
#![allow(dead_code, reason = "no test file uses all of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use tempfile::TempDir;
use wasm_rpc_stubgen_files::{Outputs, Problems};

/// A temporary directory with its real path, so that messages can be compared.
pub struct Tree {
    _directory: TempDir,
    root: PathBuf,
}

impl Tree {
    /// A directory with `files`, each a path and its content.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let directory = TempDir::new().expect("a temporary directory");
        let root = directory.path().canonicalize().expect("it exists");
        // Windows' own spelling, which programs do not use.
        let root = root.to_str().and_then(|root| root.strip_prefix(r"\\?\")).map_or(root.clone(), PathBuf::from);
        let tree = Self { _directory: directory, root };
        for (path, content) in files {
            tree.write(path, content);
        }
        tree
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn write(&self, path: &str, content: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is below the root")).expect("a directory");
        fs::write(path, content).expect("a file");
    }

    /// Every path below the root, directories with a slash at the end, files with their content.
    pub fn listing(&self) -> BTreeMap<String, String> {
        let mut listing = BTreeMap::new();
        self.list(&self.root, &mut listing);
        listing
    }

    fn list(&self, directory: &Path, listing: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(&self.root).expect("below the root");
            let name = name.to_str().expect("UTF-8").replace(MAIN_SEPARATOR, "/");
            if path.is_dir() {
                listing.insert(format!("{name}/"), String::new());
                self.list(&path, listing);
            } else {
                let content = fs::read(&path).unwrap_or_default();
                listing.insert(name, String::from_utf8_lossy(&content).into_owned());
            }
        }
    }

    /// A path below the root, relative to it.
    pub fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).expect("below the root").display().to_string().replace(MAIN_SEPARATOR, "/")
    }

    /// A text without the root of this tree, with `/` on all systems.
    pub fn relative(&self, text: &str) -> String {
        let root = format!("{}/", self.root.display()).replace(MAIN_SEPARATOR, "/");
        text.replace(MAIN_SEPARATOR, "/").replace(&root, "")
    }

    /// The lines of the problems, with the root of this tree left out.
    pub fn messages(&self, problems: &Problems) -> Vec<String> {
        problems
            .iter()
            .map(|problem| {
                assert!(!problem.hint().is_empty(), "`{problem}` has a hint");
                self.relative(&problem.to_string())
            })
            .collect()
    }
}

/// A set of files.
pub fn files<'a>(files: &'a [(&'a str, &'a str)]) -> impl Iterator<Item = (&'a str, &'a [u8])> {
    files.iter().map(|(path, content)| (*path, content.as_bytes()))
}

/// The outputs that most tests start from: a package in `wit` and `stub.wasm`.
pub fn stub(tree: &Tree) -> Outputs {
    let mut outputs = Outputs::new();
    outputs.add_wit_package(&tree.path("wit"), files(&[("_stub.wit", "stub"), ("deps/rpc/rpc.wit", "rpc")]));
    outputs.add_file(&tree.path("stub.wasm"), "wasm");
    outputs
}
