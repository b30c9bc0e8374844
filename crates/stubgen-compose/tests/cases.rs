//! What every folder of `tests/compose` becomes.
//!
//! | file | what it is |
//! | --- | --- |
//! | `caller.wit`, `caller.wat` | the caller: a world in package `test:main`, or a component's text; `--allow-unresolved` where its first line says so |
//! | any other | a stub, in the order of names |
//! | `deps.wit` | packages that all worlds use |
//! | `composed.wit` | expected: the world of the composed component, with the warnings |
//! | `composed.txt` | the same for a component that WIT cannot describe: its imports and exports |
//! | `error.txt` | of a case that must fail, whose name starts with `error-`: all that is said |
//!
//! `BLESS=1 cargo test -p stubgen-compose --test cases` writes the expected files anew. Each composed component is
//! validated with all features, and is composed once more with itself as the caller.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use stubgen_compose::{Composition, Unresolved};
use support::{component_of, diagnostics, root, try_compose, validator};
use wit_component::WitPrinter;

#[test]
fn every_case_becomes_what_is_expected() {
    let mut cases: Vec<_> = entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compose"));
    cases.retain(|case| case.is_dir());
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    let failed: Vec<_> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(failed.is_empty(), "{} of {} cases:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

fn entries(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).expect("a directory");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

fn check(case: &Path) -> Result<(), String> {
    let name = case.file_name().expect("a folder").to_string_lossy().into_owned();
    let deps = fs::read_to_string(case.join("deps.wit")).unwrap_or_default();
    let mut unresolved = Unresolved::Refuse;
    let mut given = Vec::new();
    for path in entries(case) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a text");
        let bytes = match path.extension().and_then(|extension| extension.to_str()) {
            _ if ["deps", "composed", "error"].contains(&stem.as_str()) => continue,
            Some("wit") => component_of(&deps, &text),
            _ => support::wat(&text),
        };
        if stem == "caller" && text.lines().next().is_some_and(|line| line.contains("--allow-unresolved")) {
            unresolved = Unresolved::Allow;
        }
        given.push((format!("{stem}.wasm"), bytes));
    }
    given.sort_by_key(|(name, _)| name != "caller.wasm");
    let given: Vec<_> = given.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let (file, found) = match try_compose(&given, unresolved) {
        Ok(composed) => described(&name, &composed, unresolved)?,
        Err(error) => ("error.txt", diagnostics(&error)),
    };
    if name.starts_with("error-") != (file == "error.txt") {
        return Err(format!("{name}: {found}"));
    }
    compare(&name, &case.join(file), &found)
}

/// The expected file of a composed component and its content.
fn described(name: &str, composed: &Composition, unresolved: Unresolved) -> Result<(&'static str, String), String> {
    validator().validate_all(&composed.bytes).map_err(|error| format!("{name}: {error}"))?;
    let again =
        try_compose(&[("composed.wasm", &composed.bytes)], unresolved).map_err(|error| format!("{name}: {error}"))?;
    assert_eq!(again.bytes, composed.bytes, "{name}");
    let warnings: String = composed.report.warnings().iter().flat_map(|text| text.lines()).map(comment).collect();
    Ok(match wit(&composed.bytes) {
        Some(wit) => ("composed.wit", format!("{warnings}{wit}")),
        None => {
            let root = root(&composed.bytes);
            let names =
                |what, names: &[String]| names.iter().map(|name| format!("{what} {name}\n")).collect::<String>();
            let (imports, exports) = (names("import", &root.imports), names("export", &root.exports));
            ("composed.txt", format!("{warnings}{imports}{exports}"))
        }
    })
}

fn comment(line: &str) -> String {
    format!("// {line}\n")
}

/// The component's world, with all interfaces that it uses.
fn wit(component: &[u8]) -> Option<String> {
    let decoded = std::panic::catch_unwind(|| wit_component::decode(component).ok()).ok()??;
    let (resolve, package) = (decoded.resolve(), decoded.package());
    let world = resolve.select_world(&[package], None).ok()?;
    if resolve.worlds[world].imports.is_empty() != root(component).imports.is_empty() {
        return None;
    }
    let others: Vec<_> = resolve.packages.iter().map(|(id, _)| id).filter(|id| *id != package).collect();
    let mut printer = WitPrinter::default();
    printer.print(resolve, package, &others).ok()?;
    Some(printer.output.to_string())
}

fn compare(name: &str, path: &Path, found: &str) -> Result<(), String> {
    if std::env::var_os("BLESS").is_some() {
        for other in ["composed.wit", "composed.txt", "error.txt"] {
            let _ = fs::remove_file(path.with_file_name(other));
        }
        fs::write(path, found).map_err(|error| format!("{name}: {error}"))?;
    }
    let expected = fs::read_to_string(path).map_err(|error| format!("{name}: {}: {error}", path.display()))?;
    match expected == found {
        true => Ok(()),
        false => Err(format!("{name}: expected\n{expected}\nfound\n{found}")),
    }
}
