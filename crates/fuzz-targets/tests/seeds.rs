//! Replays the inputs in `fuzz/seeds`, and what a fuzzer found and is mended, for each target; no fuzzer is needed.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread;

use fuzz_targets::{TARGETS, Target};

/// The stack of a main thread, which is what the program has.
const STACK: usize = 8 << 20;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

#[test]
fn every_seed_is_survived() {
    let failed: Vec<_> = TARGETS.iter().flat_map(replay).collect();
    assert!(failed.is_empty(), "{} seeds fail:\n{}", failed.len(), failed.join("\n"));
}

/// Tries all seeds of a target. Returns the paths of those that fail, each with the reason.
fn replay(target: &Target) -> Vec<String> {
    let folder = fuzz().join("seeds").join(target.name);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("the seeds can be listed").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "`{}` has seeds", target.name);
    let run = target.run;
    let work = move || {
        let try_seed = |path: &PathBuf| {
            let input = fs::read(path).expect("a seed can be read");
            let panic = catch_unwind(AssertUnwindSafe(|| run(&input))).err()?;
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words");
            Some(format!("{}: {text}", path.display()))
        };
        paths.iter().filter_map(try_seed).collect()
    };
    // A stack overflow ends the test program, which then names the thread.
    let worker = thread::Builder::new().name(target.name.to_string()).stack_size(STACK).spawn(work);
    worker.expect("a thread can be started").join().expect("panics are caught")
}

#[test]
fn every_target_has_a_fuzzer_and_seeds() {
    let names: BTreeSet<String> = TARGETS.iter().map(|target| target.name.to_string()).collect();
    let seeds = fs::read_dir(fuzz().join("seeds")).expect("the seeds can be listed");
    let folders = seeds.map(|entry| entry.expect("the seeds can be listed").file_name().to_string_lossy().into_owned());
    assert_eq!(folders.collect::<BTreeSet<_>>(), names);
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).expect("the fuzzers have a manifest");
    let manifest: toml_edit::DocumentMut = manifest.parse().expect("the manifest is TOML");
    let programs = manifest["bin"].as_array_of_tables().expect("the fuzzers are programs");
    let programs = programs.iter().filter_map(|program| program["name"].as_str().map(str::to_string));
    assert_eq!(programs.collect::<BTreeSet<_>>(), names);
}
