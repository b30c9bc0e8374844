//! What every folder of `tests/compose` becomes (`testkit` says what is in one).
//!
//! | file | what it is |
//! | --- | --- |
//! | `composed.wit` | expected: the world of the composed component, with the warnings |
//! | `composed.txt` | the same for a component that WIT cannot describe: its imports and exports |
//! | `error.txt` | of a case that must fail, whose name starts with `error-`: all that is said |
//!
//! `BLESS=1 cargo test -p stubgen-compose --test cases` writes the expected files anew. Each composed component is
//! validated with all features, is composed once more with itself as the caller, and is compared with what `wac-graph` makes.

mod support;
mod wac;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::{diagnostics, root, try_compose, validator};
use testkit::{CompositionCase, composition_cases};
use wac::Outcome;
use wasm_rpc_stubgen_compose::{Composition, Unresolved};
use wit_component::WitPrinter;

#[test]
fn every_case_becomes_what_is_expected() {
    let cases = composition_cases();
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    let failed: Vec<_> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(failed.is_empty(), "{} of {} cases:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

#[test]
fn every_case_becomes_what_wac_makes_of_it() {
    let (mut outcomes, mut failed) = (BTreeMap::<_, Vec<_>>::new(), Vec::new());
    for case in &composition_cases() {
        let Ok(composed) = try_compose(&case.given(), unresolved(case)) else { continue };
        match wac::compare(&case.given(), &composed) {
            Ok(outcome) => outcomes.entry(outcome).or_default().push(case.name.clone()),
            Err(difference) => failed.push(format!("{}: {difference}", case.name)),
        }
    }
    assert!(failed.is_empty(), "{} cases:\n{}\n{outcomes:#?}", failed.len(), failed.join("\n"));
    assert!(outcomes[&Outcome::Same].len() >= 46, "{outcomes:#?}");
}

fn unresolved(case: &CompositionCase) -> Unresolved {
    if case.allow_unresolved { Unresolved::Allow } else { Unresolved::Refuse }
}

fn check(case: &CompositionCase) -> Result<(), String> {
    let (name, unresolved) = (&case.name, unresolved(case));
    let (file, found) = match try_compose(&case.given(), unresolved) {
        Ok(composed) => described(name, &composed, unresolved)?,
        Err(error) => ("error.txt", diagnostics(&error)),
    };
    if name.starts_with("error-") != (file == "error.txt") {
        return Err(format!("{name}: {found}"));
    }
    compare(name, &case.directory.join(file), &found)
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
