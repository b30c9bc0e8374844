//! Loads components into the engine of Golem 1.0 and 1.1: `golem-engine FOLDER…`.
//!
//! Each folder has `loads/*.wasm`, which the engine must load, and `refused/*.wasm`, which it must refuse; one of the two
//! can be missing. Each other result is a failure, printed with the engine's reason. The last line is a summary,
//! `N loaded, M refused, F failed`. A folder without components is an error.
//!
//! The engine is the front end of wasmtime 21.0.1, in the steps of its `Component::new`: validation, then translation.
//! Cranelift, the next step, accepts everything that passes these, and instantiation needs a host.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, bail};
use wasmparser::{Validator, WasmFeatures};
use wasmtime_environ::component::{ComponentTypesBuilder, Translator};
use wasmtime_environ::{ScopeVec, Tunables};

fn main() -> ExitCode {
    let folders: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    if folders.is_empty() {
        eprintln!("usage: golem-engine FOLDER…");
        return ExitCode::from(2);
    }
    match judge_all(&folders) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What is expected of a component.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Loads,
    Refused,
}

/// Judges all components of the folders and returns how many of the verdicts were not expected.
fn judge_all(folders: &[PathBuf]) -> Result<usize> {
    let mut files = Vec::new();
    for folder in folders {
        let before = files.len();
        for (name, expected) in [("loads", Expected::Loads), ("refused", Expected::Refused)] {
            files.extend(components(&folder.join(name))?.into_iter().map(|path| (path, expected)));
        }
        if files.len() == before {
            bail!("`{}` has no components to judge", folder.display());
        }
    }
    let verdicts = in_parallel(&files, |(path, _)| judge(path).err().map(|error| format!("{error:#}")));
    Ok(report(&files, &verdicts))
}

/// The `.wasm` files of a folder, in order; none if there is no such folder.
fn components(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// What the engine knows of WebAssembly: `Config::new` of wasmtime 21 (`config.rs`) with the features of the crate that Golem's build
/// has, `gc` and `threads` among them, then `create_wasmtime_config` of Golem's worker executor.
fn features() -> WasmFeatures {
    let mut features = WasmFeatures::default();
    features.remove(WasmFeatures::EXTENDED_CONST | WasmFeatures::TAIL_CALL);
    features.insert(WasmFeatures::REFERENCE_TYPES | WasmFeatures::THREADS | WasmFeatures::COMPONENT_MODEL);
    features.insert(WasmFeatures::MULTI_VALUE | WasmFeatures::BULK_MEMORY | WasmFeatures::SIMD);
    features
}

/// The reason why the engine does not take a component is the error.
fn judge(path: &Path) -> Result<()> {
    let bytes = fs::read(path).context("it cannot be read")?;
    // The translator leaves the functions' bodies to those who compile them.
    Validator::new_with_features(features()).validate_all(&bytes)?;
    let scope = ScopeVec::new();
    let mut validator = Validator::new_with_features(features());
    let mut types = ComponentTypesBuilder::new(&validator);
    let tunables = Tunables::default_host();
    Translator::new(&tunables, &mut validator, &mut types, &scope).translate(&bytes)?;
    Ok(())
}

/// Does the work for each item on all processors; the results are in the order of the items.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(BTreeMap::new());
    let take = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { break };
            let result = work(item);
            done.lock().unwrap_or_else(PoisonError::into_inner).insert(index, result);
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(take))));
    done.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
}

/// Prints failures, reasons and the summary, and counts the failures.
fn report(files: &[(PathBuf, Expected)], verdicts: &[Option<String>]) -> usize {
    let (mut loaded, mut refused, mut failed) = (0, 0, 0);
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for ((path, expected), verdict) in files.iter().zip(verdicts) {
        match (expected, verdict) {
            (Expected::Loads, None) => loaded += 1,
            (Expected::Refused, Some(reason)) => {
                refused += 1;
                *reasons.entry(anonymous(reason)).or_default() += 1;
            }
            (Expected::Loads, Some(reason)) => {
                failed += 1;
                println!("failed: {} must load: {reason}", path.display());
            }
            (Expected::Refused, None) => {
                failed += 1;
                println!("failed: {} must be refused, and is loaded", path.display());
            }
        }
    }
    for (reason, count) in reasons {
        println!("refused as expected, {count} times: {reason}");
    }
    println!("{loaded} loaded, {refused} refused, {failed} failed");
    failed
}

/// A reason without what differs from component to component: names in backticks, and offsets.
fn anonymous(reason: &str) -> String {
    let named = reason.split('`').enumerate().map(|(index, part)| if index % 2 == 1 { "`…`" } else { part });
    let text = named.collect::<String>().replace('\n', ": ");
    match text.split_once(" (at offset ") {
        Some((before, _)) => before.to_string(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_counted_without_names_and_offsets() {
        let reason = "record field name `a-1` is not in kebab case (at offset 0x1e5)";
        assert_eq!(anonymous(reason), "record field name `…` is not in kebab case");
    }

    #[test]
    fn results_are_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..100).collect();
        assert_eq!(in_parallel(&items, |item| item * 2), (0..200).step_by(2).collect::<Vec<_>>());
    }
}
