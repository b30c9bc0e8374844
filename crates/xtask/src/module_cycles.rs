//! Modules of a crate that use each other in a circle, so that none can be read before the others.
//!
//! A node is a source file, an edge a path in it that leads to another file of its crate: one that starts with `crate`,
//! `super`, `self` or a module that the file declares, in a `use` or anywhere else. Neither a `mod` declaration nor a
//! re-export is an edge by itself: a path through a re-export leads to the file that has the item. Test modules do not count.
//!
//! The text is split into tokens and not parsed: a path in Rust is a few tokens in a row, wherever it stands.

mod graph;
mod paths;
mod tokens;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::example::read_tree;
use crate::shell::Workspace;
use paths::FilePaths;

/// Fails with every cycle of every crate in `crates`.
pub fn check(workspace: &Workspace) -> Result<()> {
    let crates = workspace.root.join("crates");
    let mut cycles = Vec::new();
    for entry in fs::read_dir(&crates).with_context(|| format!("reading {}", crates.display()))? {
        let source = entry?.path().join("src");
        let tree = read_tree(&source)?;
        let files = tree.iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "rs"));
        let files = files.map(|(path, text)| (path.clone(), String::from_utf8_lossy(text).into_owned()));
        let place = source.strip_prefix(&workspace.root)?;
        cycles.extend(of_crate(&files.collect()).iter().map(|cycle| line(place, cycle)));
    }
    cycles.sort();
    ensure!(cycles.is_empty(), "modules use each other in cycles:\n  {}", cycles.join("\n  "));
    Ok(())
}

/// The cycles among the files of one crate.
fn of_crate(files: &BTreeMap<PathBuf, String>) -> Vec<Vec<PathBuf>> {
    let all: Modules = files.iter().map(|(path, text)| (path.clone(), paths::of_file(text))).collect();
    let tests =
        all.iter().flat_map(|(file, found)| found.test_modules.iter().map(|name| module_folder(file).join(name)));
    let tests: Vec<PathBuf> = tests.collect();
    let is_test = |file: &Path| tests.iter().any(|test| file.starts_with(test) || file == test.with_extension("rs"));
    let modules: Modules = all.into_iter().filter(|(file, _)| !is_test(file)).collect();
    let edges = modules.iter().map(|(from, found)| {
        let to = found.used.iter().filter_map(|path| resolve(from, path, &modules, 0));
        (from.clone(), to.filter(|to| *to != from).cloned().collect())
    });
    graph::shortest_cycles(&edges.collect())
}

/// The files of a crate, and what they say of each other.
type Modules = BTreeMap<PathBuf, FilePaths>;

/// The folder of a file's child modules: `a` for `a.rs` and for `a/mod.rs`.
fn module_folder(file: &Path) -> PathBuf {
    let folder = file.parent().unwrap_or(Path::new(""));
    match file.file_stem().and_then(|name| name.to_str()) {
        Some("mod" | "lib" | "main") | None => folder.to_path_buf(),
        Some(name) => folder.join(name),
    }
}

/// How many imports of imports are followed.
const MOST_IMPORTS: usize = 8;

/// The file that a path in `from` leads to, through the imports of the files on its way; none outside of the crate.
fn resolve<'a>(from: &Path, path: &[String], modules: &'a Modules, imports: usize) -> Option<&'a PathBuf> {
    let (first, _) = path.split_first()?;
    let own = modules.get(from)?;
    let is_inside = matches!(first.as_str(), "crate" | "self" | "super") || own.children.contains(first);
    if !is_inside {
        let imported = own.imports.get(first).filter(|import| import.as_slice() != path && imports < MOST_IMPORTS)?;
        return resolve(from, &[imported, &path[1..]].concat(), modules, imports + 1);
    }
    let mut folder = module_folder(from);
    let mut rest = path;
    while let [name, others @ ..] = rest {
        match name.as_str() {
            "self" => {}
            "crate" => folder = root_folder(from, modules),
            "super" => drop(folder.pop()),
            _ => {
                let child = folder.join(name);
                if file_of(&child, from, modules).is_none() {
                    break;
                }
                folder = child;
            }
        }
        rest = others;
    }
    let file = file_of(&folder, from, modules)?;
    match rest.first().and_then(|name| modules[file].imports.get(name)) {
        Some(import) if imports < MOST_IMPORTS => resolve(file, &[import, &rest[1..]].concat(), modules, imports + 1),
        Some(_) | None => Some(file),
    }
}

/// The folder of the crate's root: the nearest one above `from` with a `main.rs`, or that of the library.
fn root_folder(from: &Path, modules: &Modules) -> PathBuf {
    let mut folders = from.ancestors().skip(1);
    folders.find(|folder| modules.contains_key(&folder.join("main.rs"))).unwrap_or(Path::new("")).to_path_buf()
}

/// The file of the module whose children are in `folder`.
fn file_of<'a>(folder: &Path, from: &Path, modules: &'a Modules) -> Option<&'a PathBuf> {
    let find = |path: PathBuf| modules.get_key_value(&path).map(|(file, _)| file);
    if from.ends_with("main.rs") && from.parent() == Some(folder) {
        return find(from.to_path_buf());
    }
    let file = folder.file_name().and_then(|_| find(folder.with_extension("rs")));
    file.or_else(|| ["mod.rs", "lib.rs", "main.rs"].iter().find_map(|name| find(folder.join(name))))
}

/// `crates/a/src: b.rs -> c.rs -> b.rs`
fn line(place: &Path, cycle: &[PathBuf]) -> String {
    let files = cycle.iter().chain(cycle.first()).map(|file| file.display().to_string());
    format!("{}: {}", place.display(), files.collect::<Vec<_>>().join(" -> "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cycles(files: &[(&str, &str)]) -> Vec<String> {
        let files = files.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_string()));
        of_crate(&files.collect()).iter().map(|cycle| line(Path::new("src"), cycle)).collect()
    }

    #[test]
    fn a_cycle_is_found_however_it_is_spelled() {
        let root = ("lib.rs", "mod a; mod b;");
        for (a, b) in [
            ("use crate::b::B;", "use super::a::A;"),
            ("use crate::{c, b::{B, C}};", "fn f() -> crate::a::A { }"),
            ("use super::b;", "use crate::a::{self, A};"),
            ("impl From<crate::b::B> for A {}", "use\n  crate\n  ::a::*;"),
        ] {
            assert_eq!(cycles(&[root, ("a.rs", a), ("b.rs", b)]), ["src: a.rs -> b.rs -> a.rs"], "{a} {b}");
        }
    }

    #[test]
    fn what_is_no_cycle() {
        let root = ("lib.rs", "mod a; mod b; pub use a::A;");
        for (a, b) in [
            ("use crate::b::B;", "// use crate::a::A;\n/* crate::a */ /// [`crate::a::A`]"),
            (
                "use crate::b::B;",
                "const A: &str = \"crate::a::A\"; const B: char = '\"'; const C: &str = r#\"crate::a\"#;",
            ),
            ("use crate::b::B;", "#[cfg(test)]\nmod tests { use crate::a::A; use super::*; }"),
            ("use crate::b::B;", "mod inner { use super::f; }"),
            ("use crate::b::B; mod tests { }", "use other::a::A;"),
        ] {
            assert!(cycles(&[root, ("a.rs", a), ("b.rs", b)]).is_empty(), "{a} {b}");
        }
    }

    #[test]
    fn parents_and_children() {
        let child = ("a/b.rs", "use super::A;");
        assert_eq!(cycles(&[("a.rs", "mod b; use b::B;"), child]), ["src: a/b.rs -> a.rs -> a/b.rs"]);
        assert_eq!(cycles(&[("a/mod.rs", "mod b; fn f() { b::g() }"), child]), ["src: a/b.rs -> a/mod.rs -> a/b.rs"]);
        assert_eq!(cycles(&[("a.rs", "mod b; pub use b::B; fn f() -> B"), child]), ["src: a/b.rs -> a.rs -> a/b.rs"]);
        assert!(cycles(&[("a.rs", "mod b; pub use b::B;"), child]).is_empty());
        assert!(cycles(&[("a.rs", "#[cfg(test)]\nmod b; use crate::c::C;"), child, ("c.rs", "")]).is_empty());
        assert!(
            cycles(&[("lib.rs", ""), ("cli/main.rs", "mod a; use a::A;"), ("cli/a.rs", "use other::B;")]).is_empty()
        );
        assert_eq!(
            cycles(&[("lib.rs", ""), ("cli/main.rs", "mod a; use a::A;"), ("cli/a.rs", "use crate::B;")]).len(),
            1
        );
    }

    #[test]
    fn re_exports_lead_to_what_they_export() {
        let root = ("lib.rs", "mod a; mod b; pub use a::A; pub(crate) use b::{B as C, f};");
        let cycle = ["src: a.rs -> b.rs -> a.rs"];
        assert_eq!(cycles(&[root, ("a.rs", "use crate::C;"), ("b.rs", "use crate::A;")]), cycle);
        assert_eq!(cycles(&[root, ("a.rs", "fn g() { crate::f() }"), ("b.rs", "use super::A;")]), cycle);
        assert!(cycles(&[root, ("a.rs", "use crate::C;"), ("b.rs", "")]).is_empty());
        assert!(cycles(&[("lib.rs", "mod a; use a::A; use std::fs;"), ("a.rs", "use super::fs;")]).is_empty());
    }
}
