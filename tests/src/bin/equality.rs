//! Compares native stubs with compiled crates; `cargo xtask equality` runs it.
//!
//! `generate FOLDER` writes a cargo workspace with the crates of each case, with its own options and with others, and of random
//! packages.
//! `compare FOLDER COMPONENTS` compares each compiled crate, `NAME.wasm`, with its native stub.
//! `compare-case CASE COMPONENT` compares one component with the native stub of a case.
//! `SEED=…` selects other random packages. `PACKAGE=…` selects one, of the flavour `FLAVOUR=plain|rust-names`; `CASE=…` selects
//! one case.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use stubgen_tests::cases::{Built, case, cases};
use stubgen_tests::equality::{Executed, compare};
use stubgen_tests::packages::{Flavour, generate};
use stubgen_tests::shapes;
use toml_edit::{DocumentMut, value};
use wasm_rpc_stubgen_emit::{CrateOptions, emit_rust};
use wasm_rpc_stubgen_model::unbindable;

/// The random packages that are compiled.
const PACKAGES: usize = 24;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["generate", folder] => write_workspace(Path::new(folder)),
        ["compare", folder, components] => compare_all(Path::new(folder), Path::new(components)),
        ["compare-case", name, component] => beside(name, Path::new(component)),
        _ => {
            say("usage: equality generate FOLDER | compare FOLDER COMPONENTS | compare-case CASE COMPONENT");
            ExitCode::from(2)
        }
    }
}

/// A target with its native stub.
struct Subject {
    name: String,
    built: Built,
}

/// The cases and the random packages, except those that no bindings can express.
fn subjects() -> Vec<Subject> {
    let named = |name: String, built: Result<Built, _>| {
        let built = built.unwrap_or_else(|diagnostics: Vec<_>| panic!("{name}: {diagnostics:#?}"));
        Subject { name, built }
    };
    let random = |seed: u64, flavour| {
        let word = if flavour == Flavour::Plain { "plain" } else { "rust-names" };
        named(format!("random-{word}-{seed}"), generate(seed, flavour).build())
    };
    let one = env::var("PACKAGE").ok().map(|seed| seed.parse().expect("`PACKAGE` is a number"));
    let subjects: Vec<_> = match (one, env::var("FLAVOUR").as_deref()) {
        (Some(seed), Ok("rust-names")) => vec![random(seed, Flavour::RustNames)],
        (Some(seed), _) => vec![random(seed, Flavour::Plain)],
        (None, _) => {
            let chosen = env::var("CASE").ok();
            let cases = cases(false).into_iter().enumerate();
            let cases = cases.filter(|(_, case)| chosen.as_ref().is_none_or(|name| *name == case.name));
            let cases = cases.flat_map(|(index, case)| {
                let shapes = case.shapes();
                let other = &shapes[1 + index % (shapes.len() - 1)];
                let shaped = format!("{}-as-{}", case.name, shapes::words(other));
                [named(case.name.clone(), case.build()), named(shaped, case.build_shaped(other))]
            });
            let seeds = (testkit::seed() + 1..).take(if chosen.is_some() { 0 } else { PACKAGES });
            let flavours = [Flavour::Plain, Flavour::RustNames].into_iter();
            cases.chain(flavours.flat_map(|flavour| seeds.clone().map(move |seed| random(seed, flavour)))).collect()
        }
    };
    let bindable = |subject: &Subject| unbindable(&subject.built.model).is_empty();
    subjects.into_iter().filter(bindable).collect()
}

/// Writes the crates with unique names, since they are in one workspace, and with warnings as errors.
fn write_workspace(folder: &Path) -> ExitCode {
    let options = CrateOptions::default();
    let mut members = toml_edit::Array::new();
    for Subject { name, built } in subjects() {
        // A package of an earlier run would be part of the WIT.
        _ = fs::remove_dir_all(folder.join(&name).join("wit"));
        for (path, content) in emit_rust(&built.model, &built.wit, &options).iter() {
            let mut content = content.to_vec();
            if path == "Cargo.toml" {
                content = renamed(&content, &name);
            }
            write_if_changed(&folder.join(&name).join(path), &content);
        }
        members.push(name);
    }
    let mut manifest = DocumentMut::new();
    manifest["workspace"]["members"] = value(members);
    manifest["workspace"]["resolver"] = value("3");
    write_if_changed(&folder.join("Cargo.toml"), manifest.to_string().as_bytes());
    ExitCode::SUCCESS
}

fn renamed(manifest: &[u8], name: &str) -> Vec<u8> {
    let text = std::str::from_utf8(manifest).expect("a manifest is text");
    let mut manifest: DocumentMut = text.parse().expect("a generated manifest parses");
    manifest["package"]["name"] = value(name);
    manifest["lib"].as_table_mut().expect("a crate is a library").remove("name");
    manifest["lints"]["rust"]["warnings"] = value("deny");
    manifest["lints"]["clippy"]["all"] = value("deny");
    manifest.to_string().into_bytes()
}

/// Cargo compiles again what has a new time.
fn write_if_changed(path: &Path, content: &[u8]) {
    if fs::read(path).is_ok_and(|present| present == content) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
    fs::write(path, content).expect("a file can be written");
}

/// Compares a case with one component, and shows what was executed.
fn beside(name: &str, component: &Path) -> ExitCode {
    let built = case(name).build().unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}"));
    let compiled = fs::read(component).unwrap_or_else(|error| panic!("{}: {error}", component.display()));
    let Executed { calls, damaged, trapped } = compare(&built, &compiled);
    say(&format!("{}: {calls} calls, {damaged} damaged answers, {trapped} traps", component.display()));
    ExitCode::SUCCESS
}

/// Compares every subject, on all processors, and shows what was executed.
fn compare_all(folder: &Path, components: &Path) -> ExitCode {
    let subjects = subjects();
    let next = AtomicUsize::new(0);
    let done = Mutex::new((Executed::default(), Vec::new()));
    let work = || {
        while let Some(Subject { name, built }) = subjects.get(next.fetch_add(1, Ordering::Relaxed)) {
            let path = components.join(name.replace('-', "_")).with_extension("wasm");
            let compared = catch_unwind(AssertUnwindSafe(|| {
                let compiled = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                compare(built, &compiled)
            }));
            let mut done = done.lock().expect("no thread panics while it has the lock");
            match compared {
                Ok(executed) => done.0 = done.0 + executed,
                Err(_) => {
                    say(&format!("DIFFERENT: {name}, in {}", folder.join(name).display()));
                    done.1.push(name.as_str());
                }
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let (Executed { calls, damaged, trapped }, failed) =
        done.into_inner().expect("no thread panics while it has the lock");
    say(&format!("{} targets: {calls} calls, {damaged} damaged answers, {trapped} traps", subjects.len()));
    if failed.is_empty() {
        return ExitCode::SUCCESS;
    }
    say(&format!(
        "different: {}; one alone: `CASE=…` or `PACKAGE=… FLAVOUR=… cargo xtask equality`",
        failed.join(", ")
    ));
    ExitCode::FAILURE
}

fn say(line: &str) {
    _ = writeln!(io::stderr(), "{line}");
}
