//! The checks and tests that every change must pass, the quick ones first.

use std::env;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use crate::fuzz;
use crate::goldens::Goldens;
use crate::golem_engine;
use crate::guests::{self, Guests};
use crate::module_cycles;
use crate::published;
use crate::shell::{Steps, Workspace, run, say};
use crate::wasm_target;

/// The numbers at which random tests begin.
const SEEDS: u64 = 1_000_000;

/// Runs all of them, up to the first that fails. The random tests begin at `seed`, else at `SEED`, else at another number each
/// time.
pub fn run_all(workspace: &Workspace, goldens: Goldens, seed: Option<u64>) -> Result<()> {
    let seed = match (seed, env::var("SEED")) {
        (Some(seed), _) => seed,
        (None, Ok(seed)) => seed.parse().context("`SEED` is not a number")?,
        (None, Err(_)) => SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() % SEEDS,
    };
    let repeat = format!("random tests: `cargo xtask test --seed {seed}` repeats them");
    say(&repeat);
    let mut steps = Steps::new(5);
    steps.step("cargo fmt --check, module cycles and copies", || {
        run(workspace.cargo().args(["fmt", "--all", "--check"]))?;
        guests::check_format(workspace)?;
        golem_engine::check_format(workspace)?;
        fuzz::check_format(workspace)?;
        module_cycles::check(workspace)?;
        published::check_copies(workspace, goldens)
    })?;
    steps.step("cargo clippy", || {
        run(workspace.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    })?;
    steps.step("guests for the end-to-end tests", || {
        guests::build_all(workspace, &wasm_target::find_or_get(workspace)?).map(drop)
    })?;
    steps.step("cargo test", || run(tests(workspace, goldens).env("SEED", seed.to_string())).context(repeat))?;
    steps.step("cargo doc", || {
        run(workspace.cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    steps.finish("cargo xtask test");
    Ok(())
}

/// `cargo test`. The tests find the guests by `GUESTS_DIR` and the programs by `PROGRAMS_DIR`; `BLESS` and `INSTA_UPDATE` make
/// them rewrite expected files.
fn tests(workspace: &Workspace, goldens: Goldens) -> Command {
    let mut command = workspace.cargo();
    command.args(["test", "--workspace"]).env("GUESTS_DIR", Guests::folder(workspace));
    command.env("PROGRAMS_DIR", workspace.programs());
    match goldens {
        Goldens::Compare => command.env_remove("BLESS").env("INSTA_UPDATE", "no"),
        Goldens::Rewrite => command.env("BLESS", "1").env("INSTA_UPDATE", "always"),
    };
    command
}
