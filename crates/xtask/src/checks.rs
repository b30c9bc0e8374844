//! All that must hold before a change goes in, the quick checks first; the first one that fails ends it.

use std::process::Command;

use anyhow::Result;

use crate::golem_engine;
use crate::guests::{self, Guests};
use crate::shell::{Steps, Workspace, run};
use crate::wasm_target;

/// What a test does about an expected file that differs.
#[derive(Clone, Copy)]
pub enum Goldens {
    /// It fails.
    Compare,
    /// It writes the file again.
    Rewrite,
}

/// Formatting, clippy, guests, tests, documentation. Cargo's output is passed on as it is.
pub fn run_all(workspace: &Workspace, goldens: Goldens) -> Result<()> {
    let mut steps = Steps::new(5);
    steps.step("cargo fmt --check", || {
        run(workspace.cargo().args(["fmt", "--all", "--check"]))?;
        guests::check_format(workspace)?;
        golem_engine::check_format(workspace)
    })?;
    steps.step("cargo clippy", || {
        run(workspace.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    })?;
    steps.step("guests for the end-to-end tests", || {
        guests::build_all(workspace, &wasm_target::find_or_get(workspace)?).map(drop)
    })?;
    steps.step("cargo test", || run(&mut tests(workspace, goldens)))?;
    steps.step("cargo doc", || {
        run(workspace.cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    steps.finish("cargo xtask test");
    Ok(())
}

/// The tests find the guests by `GUESTS_DIR` and the programs, which cargo builds for them, by `PROGRAMS_DIR`; they
/// rewrite what they compare with where `BLESS` is 1.
fn tests(workspace: &Workspace, goldens: Goldens) -> Command {
    let mut command = workspace.cargo();
    command.args(["test", "--workspace"]).env("GUESTS_DIR", Guests::folder(workspace));
    command.env("PROGRAMS_DIR", workspace.target.join("debug"));
    match goldens {
        Goldens::Compare => command.env_remove("BLESS").env("INSTA_UPDATE", "no"),
        Goldens::Rewrite => command.env("BLESS", "1").env("INSTA_UPDATE", "always"),
    };
    command
}
