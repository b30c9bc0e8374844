//! The project's own tasks, `cargo xtask TASK`: one word to a function, and its error to an exit code.
//!
//! A task is written for a fresh machine: it gets what is missing, says what it does, and names the step that failed.
//! Exit codes are the tool's own: 0 done, 1 a step failed, 2 wrong usage.

mod callers;
mod cargo_builder;
mod checks;
mod debian_sysroot;
mod demo;
mod equality;
mod example;
mod file;
mod golem_engine;
mod guests;
mod module_cycles;
mod performance;
mod shell;
mod tutorial;
mod wasm_target;

use std::env;
use std::process::ExitCode;

use anyhow::Result;

use checks::Goldens;
use example::CheckedInWit;
use shell::{Workspace, report, say};

const USAGE: &str = "\
Usage: cargo xtask TASK

Tasks:
  demo [--bless]   builds the shopping cart example, runs it, and shows the calls that cross workers;
                   with --bless the example's copy of the stub's WIT is rewritten instead of compared
  test [--bless]   formatting, clippy, the guests, all tests, the documentation;
                   with --bless the goldens are rewritten instead of compared
  equality         compiles the crates of all cases and of random packages and runs them beside the native stubs, also
                   some by `build --builder cargo` on both targets of WASI;
                   SEED=N takes the random package of that seed alone, FLAVOUR=rust-names one with other names
  tutorial         goes through the README's tutorial with the real `cargo make`, and once with `cargo component`
  callers          compiles the callers in JavaScript and Python, composes and runs them
  golem-engine     lets the engine of Golem 1.0 and 1.1 judge stubs, and the components that the tasks above have left
  performance      builds stubs by both builders, counts what a call of each costs, and prints docs/performance.md's tables
  module-cycles    fails where modules of a crate use each other in a cycle
  guests           compiles the examples' crates to components, into target/guests
  wasm-target      finds or gets a way to compile Rust to WebAssembly";

/// What the command line asks for.
enum Task {
    Demo(CheckedInWit),
    Test(Goldens),
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
        ["test"] => Some(Task::Test(Goldens::Compare)),
        ["test", "--bless"] => Some(Task::Test(Goldens::Rewrite)),
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
        Task::Test(goldens) => checks::run_all(&workspace, *goldens),
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
        for words in [&[][..], &["tset"], &["test", "--bles"], &["demo", "demo"]] {
            assert!(parsed(words).is_none(), "{words:?}");
        }
    }
}
