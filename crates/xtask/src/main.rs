//! The project's tasks, `cargo xtask TASK`.
//!
//! A task runs on a fresh machine: it installs what is missing, prints what it does, and its error names the step that failed.
//! Exit codes are those of the tool: 0 success, 1 a step failed, 2 wrong usage.

mod callers;
mod cargo_builder;
mod checks;
mod debian_sysroot;
mod demo;
mod equality;
mod example;
mod file;
mod fuzz;
mod golem_engine;
mod guests;
mod module_cycles;
mod performance;
mod shell;
mod tools;
mod tutorial;
mod wasm_target;

use std::env;
use std::process::ExitCode;

use anyhow::Result;

use checks::Goldens;
use example::CheckedInWit;
use fuzz::Fuzzing;
use shell::{Workspace, report, say};

const USAGE: &str = "\
Usage: cargo xtask TASK

Tasks:
  test [--seed N] [--bless]
                   check formatting, lints and module cycles, build the guests, run all tests, build the documentation;
                   --seed repeats the random tests of the run that printed it;
                   --bless rewrites expected files and snapshots instead of comparing them
  equality         compile the generated crates of all cases and of random packages, and compare them with native stubs;
                   build some with `build --builder cargo` on both WASI targets;
                   SEED=N selects other random packages, PACKAGE=N one, FLAVOUR=rust-names its other variant,
                   CASE=NAME one case
  callers          build, compose and run the callers of docs/languages.md in five languages, and bind random stubs in each;
                   LANGUAGE=C selects one language
  tutorial         follow the tutorial with `flow`, the real `cargo make`, and `cargo component`
  demo [--bless]   build and run the shopping cart example, and print the calls between workers;
                   --bless rewrites the example's copy of the stub's WIT instead of comparing it
  golem-engine     load stubs, and the components of the tasks above, into the engine of Golem 1.0 and 1.1
  fuzz [TARGET] [SECONDS]
                   run all fuzzers or one, for a minute or so many seconds each
  performance      measure stubs of both builders, and print the tables of docs/performance.md
  module-cycles    check that the modules of each crate use each other without cycles
  guests           compile the crates of the examples to components in target/guests
  wasm-target      find or install a WebAssembly target for Rust";

/// A task with its options.
enum Task {
    Demo(CheckedInWit),
    Test(Goldens, Option<u64>),
    Fuzz(Fuzzing),
    Callers,
    Tutorial,
    Equality,
    GolemEngine,
    Performance,
    ModuleCycles,
    Guests,
    WasmTarget,
    Help,
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let Some(task) = parse(&words) else {
        say(USAGE);
        return ExitCode::from(2);
    };
    match perform(&task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

fn parse(words: &[String]) -> Option<Task> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["demo"] => Some(Task::Demo(CheckedInWit::Compare)),
        ["demo", "--bless"] => Some(Task::Demo(CheckedInWit::Rewrite)),
        ["test"] => Some(Task::Test(Goldens::Compare, None)),
        ["test", "--bless"] => Some(Task::Test(Goldens::Rewrite, None)),
        ["test", "--seed", seed] => Some(Task::Test(Goldens::Compare, Some(seed.parse().ok()?))),
        ["test", "--seed", seed, "--bless"] | ["test", "--bless", "--seed", seed] => {
            Some(Task::Test(Goldens::Rewrite, Some(seed.parse().ok()?)))
        }
        ["fuzz", rest @ ..] => Fuzzing::parse(rest).map(Task::Fuzz),
        ["callers"] => Some(Task::Callers),
        ["tutorial"] => Some(Task::Tutorial),
        ["equality"] => Some(Task::Equality),
        ["golem-engine"] => Some(Task::GolemEngine),
        ["performance"] => Some(Task::Performance),
        ["module-cycles"] => Some(Task::ModuleCycles),
        ["guests"] => Some(Task::Guests),
        ["wasm-target"] => Some(Task::WasmTarget),
        ["help" | "-h" | "--help"] => Some(Task::Help),
        _ => None,
    }
}

fn perform(task: &Task) -> Result<()> {
    if let Task::Help = task {
        say(USAGE);
        return Ok(());
    }
    let workspace = Workspace::locate()?;
    match task {
        Task::Demo(wit) => demo::run_all(&workspace, *wit),
        Task::Test(goldens, seed) => checks::run_all(&workspace, *goldens, *seed),
        Task::Fuzz(fuzzing) => fuzz::run_all(&workspace, fuzzing),
        Task::Callers => callers::run_all(&workspace),
        Task::Tutorial => tutorial::run_all(&workspace),
        Task::Equality => equality::run_all(&workspace),
        Task::GolemEngine => golem_engine::run_all(&workspace),
        Task::Performance => performance::run_all(&workspace),
        Task::ModuleCycles => module_cycles::check(&workspace),
        Task::Guests => guests::build_all(&workspace, &wasm_target::find_or_get(&workspace)?).map(drop),
        Task::WasmTarget => {
            say(&format!("guests are compiled for {}", wasm_target::find_or_get(&workspace)?));
            Ok(())
        }
        Task::Help => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Option<Task> {
        parse(&words.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn every_task_of_the_usage_is_understood() {
        for line in USAGE.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")) {
            let word = line.split_whitespace().next().expect("a task's line starts with its word");
            assert!(parsed(&[word]).is_some(), "{word}");
            assert_eq!(line.contains("--bless"), parsed(&[word, "--bless"]).is_some(), "{word} --bless");
        }
    }

    #[test]
    fn other_words_are_wrong_usage() {
        for words in
            [&[][..], &["tset"], &["test", "--bles"], &["demo", "demo"], &["test", "--seed"], &["fuzz", "wit", "x"]]
        {
            assert!(parsed(words).is_none(), "{words:?}");
        }
    }
}
