//! Random packages' stubs, bound by the binding generator of each language; what it writes is compiled.
//!
//! The tests' program `bindings` writes the WIT of callers that import these stubs. Rust compiles all of them in one crate,
//! JavaScript and Python check theirs in one process: both have no compiler that finds mistakes, so Python executes the modules
//! of the bindings, and JavaScript parses them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, ensure};

use super::stage::{Language, Stage};
use crate::file::{remove_folder, write_if_changed};
use crate::shell::{capture, run, say};

/// Packages for each language.
const PACKAGES: usize = 40;

const C: &str = "\
wit-bindgen c wit -w caller --out-dir c
python -m ziglang cc -target wasm32-wasi -c c/caller.c -o c/caller.obj
";

const GO: &str = "\
wit-bindgen go wit -w caller --out-dir go
cd go
go mod edit -go=1.27.1 -replace=go.bytecodealliance.org/pkg=\"$GO_PKG\"
GOOS=wasip1 GOARCH=wasm go build ./*/
";

const PYTHON: &str = "\
componentize-py -d wit -w caller bindings python
cd python
touch componentize_py_runtime.py # the part that only components have
python -c '
import importlib, pkgutil, wit_world
for module in pkgutil.walk_packages(wit_world.__path__, \"wit_world.\"):
    importlib.import_module(module.name)
'
";

/// It is in the folder of the caller in JavaScript, whose tools it uses.
const JAVASCRIPT: &str = "\
import { readFile } from 'node:fs/promises';
import { SourceTextModule } from 'node:vm';
import { splicer } from './node_modules/@bytecodealliance/componentize-js/lib/spidermonkey-embedding-splicer.js';

const lib = new URL('./node_modules/@bytecodealliance/componentize-js/lib/', import.meta.url);
const engine = await readFile(new URL('starlingmonkey_embedding.wasm', lib));
for (const folder of process.argv.slice(2)) {
  try {
    const features = ['stdio', 'random', 'clocks'];
    const { jsBindings } = splicer.spliceBindings(engine, features, undefined, `${folder}/wit`, 'caller', false);
    new SourceTextModule(jsBindings);
  } catch (error) {
    console.error(`${folder}: ${error}`);
    process.exitCode = 1;
  }
}
";

/// Binds the stubs of random packages in a language.
pub(super) fn check(stage: &Stage<'_>, language: Language) -> Result<()> {
    let folder = stage.output.join("bindings").join(language.folder());
    remove_folder(&folder)?;
    run(stage.workspace.program("bindings").arg(&folder).args([&PACKAGES.to_string(), language.name()]))?;
    let packages = packages(&folder)?;
    ensure!(packages.len() == PACKAGES, "{} packages instead of {PACKAGES}", packages.len());
    match language {
        Language::Rust => rust(stage, &folder, &packages)?,
        Language::C => each(stage, &packages, C)?,
        Language::Go => each(stage, &packages, GO)?,
        Language::JavaScript => javascript(stage, &packages)?,
        Language::Python => each(stage, &packages, PYTHON)?,
    }
    say(&format!("  {PACKAGES} packages"));
    Ok(())
}

fn packages(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut packages = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    packages.sort();
    Ok(packages)
}

/// Runs commands for each package, on two processors, and reports all failures.
fn each(stage: &Stage<'_>, packages: &[PathBuf], commands: &str) -> Result<()> {
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(Vec::new());
    let work = || {
        while let Some(folder) = packages.get(next.fetch_add(1, Ordering::Relaxed)) {
            let bound = stage.shell_quietly(commands, folder).and_then(|mut shell| capture(&mut shell));
            if let Err(error) = bound {
                failed.lock().expect("no thread panics").push(format!("{}: {error:#}", folder.display()));
            }
        }
    };
    thread::scope(|scope| (0..2).for_each(|_| drop(scope.spawn(work))));
    let failed = failed.into_inner().expect("no thread panics");
    ensure!(failed.is_empty(), "{} of {} packages\n{}", failed.len(), packages.len(), failed.join("\n"));
    Ok(())
}

/// One crate with a module for each package.
fn rust(stage: &Stage<'_>, folder: &Path, packages: &[PathBuf]) -> Result<()> {
    let caller = stage.workspace.root.join("examples").join(Language::Rust.folder());
    for file in ["Cargo.toml", "Cargo.lock"] {
        write_if_changed(&folder.join(file), &fs::read(caller.join(file))?)?;
    }
    let module = |(index, package): (usize, &PathBuf)| {
        let wit = package.join("wit");
        format!(
            "mod p{index} {{\n    wit_bindgen::generate!({{ path: {wit:?}, world: \"caller\", generate_all, sync: true }});\n}}\n"
        )
    };
    let modules: String = packages.iter().enumerate().map(module).collect();
    let source = format!("#![allow(warnings, reason = \"bindings\")]\n\n{modules}");
    write_if_changed(&folder.join("src/lib.rs"), source.as_bytes())?;
    capture(&mut stage.shell_quietly("cargo check --quiet --release --target wasm32-wasip2", folder)?).map(drop)
}

fn javascript(stage: &Stage<'_>, packages: &[PathBuf]) -> Result<()> {
    let folder = stage.output.join(Language::JavaScript.folder());
    write_if_changed(&folder.join("bindings.mjs"), JAVASCRIPT.as_bytes())?;
    let mut shell =
        stage.shell_quietly("exec node --no-warnings --experimental-vm-modules bindings.mjs \"$@\"", &folder)?;
    capture(shell.arg("bash").args(packages)).map(drop)
}
