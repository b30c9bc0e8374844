//! The fuzzers of `fuzz/`, built by `cargo fuzz` and run one after the other.
//!
//! A fuzzer starts from its seeds in `fuzz/seeds`, from the cases of the tests that are such inputs, and from what earlier runs
//! have found, which is in `target/fuzz-corpus`. It stops at the first input that fails and leaves it in `target/fuzz-failures`.
//!
//! No sanitizer: the workspace has no unsafe code, and a fuzzer without one is several times as fast and needs no nightly
//! compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::shell::{Steps, Workspace, capture, run};
use crate::tools::{self, CARGO_FUZZ};

/// What to fuzz.
pub struct Fuzzing {
    /// One target; `None` for all.
    pub target: Option<String>,
    /// How long, for each.
    pub seconds: u64,
}

impl Fuzzing {
    /// The words behind `fuzz`: `[TARGET] [SECONDS]`.
    pub fn parse(words: &[&str]) -> Option<Self> {
        let (target, seconds) = match *words {
            [] => (None, None),
            [word] if word.parse::<u64>().is_ok() => (None, Some(word)),
            [target] if !target.starts_with('-') => (Some(target), None),
            [target, seconds] if !target.starts_with('-') => (Some(target), Some(seconds)),
            _ => return None,
        };
        if target.is_some_and(|target| target.starts_with('-')) {
            return None;
        }
        let seconds = seconds.map_or(Some(60), |seconds| seconds.parse().ok())?;
        Some(Self { target: target.map(str::to_string), seconds })
    }
}

/// The lengths of inputs, in bytes: most faults need little.
const LONGEST: u64 = 12_000;

/// The seconds that an input may take, on a busy machine.
const PATIENCE: u64 = 120;

/// Runs the fuzzers, up to the first that finds something.
pub fn run_all(workspace: &Workspace, fuzzing: &Fuzzing) -> Result<()> {
    let targets = select(&targets(workspace)?, fuzzing.target.as_deref())?;
    let mut steps = Steps::new(2 + targets.len());
    steps.step("cargo fuzz and a compiler of C++", || {
        tools::find_or_install(workspace, &[CARGO_FUZZ])?;
        let found = capture(Command::new("c++").arg("--version")).map(drop);
        found.context("libFuzzer is compiled with `c++`; install a compiler of C++, such as Debian's `g++`")
    })?;
    steps.step("build the fuzzers", || {
        // The locked versions of the workspace; `cargo fuzz` adds what only the fuzzers need.
        fs::copy(workspace.root.join("Cargo.lock"), workspace.root.join("fuzz/Cargo.lock"))
            .context("copying the locked versions")?;
        run(&mut cargo_fuzz(workspace, "build")?)
    })?;
    for target in &targets {
        steps.step(target, || fuzz(workspace, target, fuzzing.seconds))?;
    }
    steps.finish("cargo xtask fuzz");
    Ok(())
}

/// Checks the format of the fuzzers.
pub fn check_format(workspace: &Workspace) -> Result<()> {
    run(workspace.cargo().args(["fmt", "--check", "--manifest-path"]).arg(workspace.root.join("fuzz/Cargo.toml")))
}

/// The names of all targets: each has its seeds.
fn targets(workspace: &Workspace) -> Result<Vec<String>> {
    let folders = fs::read_dir(workspace.root.join("fuzz/seeds")).context("listing fuzz/seeds")?;
    let names = folders.map(|folder| Ok(folder?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

fn select(all: &[String], wanted: Option<&str>) -> Result<Vec<String>> {
    match wanted {
        None => Ok(all.to_vec()),
        Some(wanted) if all.iter().any(|name| name == wanted) => Ok(vec![wanted.to_string()]),
        Some(wanted) => bail!("no fuzz target `{wanted}`; the targets are {}", all.join(", ")),
    }
}

fn cargo_fuzz(workspace: &Workspace, command: &str) -> Result<Command> {
    let mut fuzz = workspace.cargo();
    fuzz.env("PATH", tools::path(workspace)?).env_remove("CARGO_TARGET_DIR");
    fuzz.args(["fuzz", command, "--sanitizer", "none", "--target-dir"]).arg(workspace.target.join("fuzz"));
    Ok(fuzz)
}

fn fuzz(workspace: &Workspace, target: &str, seconds: u64) -> Result<()> {
    let folder = |name: &str| -> Result<PathBuf> {
        let folder = workspace.target.join(name).join(target);
        fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
        Ok(folder)
    };
    let (corpus, failures) = (folder("fuzz-corpus")?, folder("fuzz-failures")?);
    let mut command = cargo_fuzz(workspace, "run")?;
    // New inputs go to the first folder.
    command.arg(target).arg(corpus).arg(workspace.root.join("fuzz/seeds").join(target));
    command.args(cases(target).iter().map(|folder| workspace.root.join(folder)));
    command.arg("--").arg(format!("-artifact_prefix={}/", failures.display()));
    command.args([format!("-max_total_time={seconds}"), format!("-timeout={PATIENCE}"), format!("-max_len={LONGEST}")]);
    if let Some(words) = dictionary(target) {
        command.arg(format!("-dict={}", workspace.root.join("fuzz/dictionaries").join(words).display()));
    }
    let hint = format!("the input is in {}; once it is mended, copy it to fuzz/seeds/{target}", failures.display());
    run(&mut command).context(hint)
}

/// The tests' cases that are inputs of a target.
fn cases(target: &str) -> &'static [&'static str] {
    match target {
        "wit" => &["tests/stub", "wit"],
        "wat" => &["tests/compose"],
        _ => &[],
    }
}

/// The file with the words of an input's language.
fn dictionary(target: &str) -> Option<&'static Path> {
    let name = match target {
        "add-stub-dependency" | "compose" | "wit" => "wit.dict",
        "toml" => "toml.dict",
        "wat" => "wat.dict",
        _ => return None,
    };
    Some(Path::new(name))
}

#[cfg(test)]
mod tests {
    use super::Fuzzing;

    #[test]
    fn target_and_seconds_can_be_left_out() {
        let parsed = |words: &[&str]| Fuzzing::parse(words).map(|fuzzing| (fuzzing.target, fuzzing.seconds));
        assert_eq!(parsed(&[]), Some((None, 60)));
        assert_eq!(parsed(&["10"]), Some((None, 10)));
        assert_eq!(parsed(&["wit"]), Some((Some("wit".to_string()), 60)));
        assert_eq!(parsed(&["wit", "10"]), Some((Some("wit".to_string()), 10)));
        assert_eq!(parsed(&["wit", "x"]), None);
        assert_eq!(parsed(&["wit", "10", "x"]), None);
    }
}
