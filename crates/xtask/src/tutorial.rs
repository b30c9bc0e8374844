//! The README's tutorial as a reader follows it: from two independent crates to a call between two workers.
//!
//! The commands are read from the README. They are followed in each layout that a workspace can have. Then come commands beyond
//! the tutorial: all of it again, which must change nothing, the same by the real `cargo make`, a switch to the other layout and
//! back, a release, and WIT as spelled in 2024.

pub mod document;
mod spelling;
mod stage;
mod tree;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::example;
use crate::file::{remove_folder, write_if_changed};
use crate::shell::{Steps, Workspace, converse, is_ci, run, say, show};
use crate::tools;
use crate::wasm_target;
use document::Step;
pub use stage::START;
use stage::{INITIALIZE, Stage};
use tree::{Times, Tree};

/// Where the tutorial has its reader copy them to.
const COPY: &str = "target/shop";

/// Manifests of the same crates for `cargo component`.
const COMPONENT_MANIFESTS: &str = "tests/tutorial/component";

/// What the tutorial types to build the workspace.
const FLOW: &str = "wasm-rpc-stubgen flow";

/// The same for users of cargo-make.
const BUILD_FLOW: &str = "cargo make build-flow";

/// Follows the tutorial in all ways. Its builds need `wasm32-wasip2` as users have it. Without that target a run by hand
/// does the rest and ends with a warning; in CI the run fails.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let output = workspace.target.join("tutorial");
    // Nothing of an earlier run may pass for what this one wrote.
    remove_folder(&output)?;
    let target = match wasm_target::require_wasip2() {
        Err(missing) if is_ci() => return Err(missing.context("the tutorial cannot be built")),
        target => target,
    };
    let mut steps = Steps::new(if target.is_ok() { 15 } else { 2 });
    steps.step("the workspace's programs", || workspace.build_programs())?;
    let readme = fs::read_to_string(workspace.root.join("README.md")).context("reading README.md")?;
    let typed = document::steps(&readme).context("README.md")?;
    let stage = Stage { workspace, tools: tools::folder(workspace), steps: typed, output };
    if target.is_ok() {
        steps.step("cargo make and cargo component", || {
            tools::find_or_install(workspace, &[tools::CARGO_MAKE, tools::CARGO_COMPONENT])
        })?;
        build_all(&stage, &mut steps)?;
    }
    steps.step("WIT as spelled in 2024", || spelling::check(&stage))?;
    steps.finish("cargo xtask tutorial");
    if let Err(missing) = target {
        say(&format!("warning: no part of the tutorial was built: {missing:#}"));
    }
    Ok(())
}

/// The tutorial itself, and the commands beyond it.
fn build_all(stage: &Stage<'_>, steps: &mut Steps) -> Result<()> {
    let crates = Way::new(stage, "crates", Layout::Crates, BuildTool::Cargo);
    steps.step("the tutorial, stubs as crates", || crates.follow())?;
    steps.step("all of it again changes nothing", || crates.repeat())?;
    steps.step("the same by cargo make", || crates.make())?;
    steps.step("to stubs without crates, and back", || crates.switch_and_return())?;
    steps.step("remove everything, and add it again", || crates.remove_and_return())?;
    steps.step("a release", || crates.release())?;
    let native = Way::new(stage, "native", Layout::Native, BuildTool::Cargo);
    steps.step("the tutorial, stubs without crates", || native.follow())?;
    steps.step("all of it again changes nothing", || native.repeat())?;
    steps.step("the same by cargo make", || native.make())?;
    let component = Way::new(stage, "component", Layout::Crates, BuildTool::CargoComponent);
    steps.step("the tutorial, by cargo component", || component.follow())?;
    steps.step("all of it again changes nothing", || component.repeat())?;
    steps.step("the same by cargo make", || component.make())
}

/// The kind of stubs in the workspace.
#[derive(Clone, Copy)]
enum Layout {
    Crates,
    Native,
}

/// What compiles the user's crates.
#[derive(Clone, Copy)]
enum BuildTool {
    Cargo,
    CargoComponent,
}

/// cargo's profiles.
#[derive(Clone, Copy)]
enum Profile {
    Debug,
    Release,
}

/// One layout of the tutorial's workspace.
struct Way<'a> {
    stage: &'a Stage<'a>,
    /// The reader's copy.
    folder: PathBuf,
    layout: Layout,
    tool: BuildTool,
}

impl<'a> Way<'a> {
    fn new(stage: &'a Stage<'a>, name: &str, layout: Layout, tool: BuildTool) -> Self {
        Way { stage, folder: stage.output.join(name), layout, tool }
    }

    /// Follows the tutorial, and prints the changes of the folder.
    fn follow(&self) -> Result<()> {
        let [copy, rest @ ..] = &*self.stage.steps else {
            bail!("the tutorial is empty");
        };
        self.copy(copy)?;
        let before = Tree::read(&self.folder, &[])?;
        rest.iter().try_for_each(|step| self.perform(step))?;
        let changes = before.differences(&Tree::read(&self.folder, &[])?, Times::Ignored);
        say(&format!(
            "the folder before:\n{}\nand what has changed:\n  {}",
            before.names().join("\n"),
            changes.join("\n  ")
        ));
        Ok(())
    }

    /// Runs the tutorial's first commands, which make the copy and go there; all others run in it.
    fn copy(&self, step: &Step) -> Result<()> {
        let Step { commands, .. } = step;
        ensure!(commands.contains(COPY), "the tutorial begins with a copy to {COPY}, not with\n{commands}");
        fs::create_dir_all(&self.stage.output)?;
        let commands = commands.replace(COPY, &format!("'{}'", self.folder.display()));
        run(&mut self.stage.shell(&commands, &self.stage.workspace.root)?)?;
        match self.tool {
            BuildTool::Cargo => Ok(()),
            BuildTool::CargoComponent => self.to_components(),
        }
    }

    /// Turns the crates into those that `cargo component new` makes, which writes the bindings itself.
    fn to_components(&self) -> Result<()> {
        for (path, content) in example::read_tree(&self.stage.workspace.root.join(COMPONENT_MANIFESTS))? {
            let manifest = self.folder.join(path);
            write_if_changed(&manifest, &content)?;
            let source = manifest.with_file_name("src");
            fs::remove_file(source.join("bindings.rs"))?;
            let library = fs::read_to_string(source.join("lib.rs"))?;
            let library = library.replacen("mod bindings;", "#[allow(warnings)]\nmod bindings;", 1);
            fs::write(source.join("lib.rs"), library)?;
        }
        Ok(())
    }

    fn perform(&self, step: &Step) -> Result<()> {
        match &step.prints {
            None => self.commands(&step.commands),
            Some(expected) => self.answer(&step.commands, expected),
        }
    }

    fn commands(&self, commands: &str) -> Result<()> {
        run(&mut self.shell(commands)?)
    }

    fn shell(&self, commands: &str) -> Result<Command> {
        let commands = self.adapted(commands);
        say(&format!("$ {}", commands.trim_end()));
        self.stage.shell(&commands, &self.folder)
    }

    /// The tutorial's commands, adapted to this layout.
    fn adapted(&self, commands: &str) -> String {
        let commands = match self.layout {
            Layout::Crates => commands.to_string(),
            Layout::Native => commands.replace(INITIALIZE, &format!("{INITIALIZE} --builder native")),
        };
        match self.tool {
            BuildTool::Cargo => commands,
            BuildTool::CargoComponent => commands.replace("wasm32-wasip2", "wasm32-wasip1"),
        }
    }

    /// Runs commands that print what the tutorial shows.
    fn answer(&self, commands: &str, expected: &str) -> Result<()> {
        let answer = converse(&mut self.shell(commands)?, "")?;
        show(&answer)?;
        ensure!(timeless(&answer) == timeless(expected), "the tutorial shows different answers:\n{expected}");
        Ok(())
    }

    /// The tutorial's commands that print something.
    fn last_run(&self) -> Result<(&str, &str)> {
        let printing =
            self.stage.steps.iter().rev().find_map(|step| Some((step.commands.as_str(), step.prints.as_deref()?)));
        printing.context("no commands of the tutorial print anything")
    }

    /// The user's files and the composed component.
    fn tree(&self) -> Result<Tree> {
        Tree::read(&self.folder, &[self.composed(Profile::Debug)])
    }

    /// The composed component, relative to the folder.
    fn composed(&self, profile: Profile) -> PathBuf {
        let folder = match profile {
            Profile::Debug => "debug",
            Profile::Release => "release",
        };
        self.adapted(&format!("target/wasm32-wasip2/{folder}/shopping_cart_composed.wasm")).into()
    }

    fn initialize_and_build(&self) -> Result<()> {
        self.commands(INITIALIZE)?;
        self.commands(FLOW)
    }

    /// The tasks of cargo-make write what `flow` has written, byte for byte, and nothing that is there already.
    fn make(&self) -> Result<()> {
        let before = self.tree()?;
        self.commands(BUILD_FLOW)?;
        nothing_changed(&before, &self.tree()?, Times::Compared)?;
        remove_folder(&self.folder.join("shopping-cart/wit/deps"))?;
        fs::remove_file(self.folder.join(self.composed(Profile::Debug)))?;
        self.commands(BUILD_FLOW)?;
        nothing_changed(&before, &self.tree()?, Times::Ignored)
    }

    fn repeat(&self) -> Result<()> {
        let before = self.tree()?;
        self.commands(&format!("{FLOW} --check"))?;
        self.initialize_and_build()?;
        nothing_changed(&before, &self.tree()?, Times::Compared)
    }

    fn switch_and_return(&self) -> Result<()> {
        let before = self.tree()?;
        let native = Way { stage: self.stage, folder: self.folder.clone(), layout: Layout::Native, tool: self.tool };
        native.initialize_and_build()?;
        let (commands, expected) = self.last_run()?;
        native.answer(commands, expected)?;
        let changes = before.differences(&native.tree()?, Times::Ignored);
        say(&format!("without crates:\n  {}", changes.join("\n  ")));
        self.commands(&format!("{INITIALIZE} --builder cargo"))?;
        self.commands(FLOW)?;
        nothing_changed(&before, &self.tree()?, Times::Ignored)
    }

    /// Removes what `initialize-workspace` has written, and adds it again.
    fn remove_and_return(&self) -> Result<()> {
        let before = self.tree()?;
        self.commands("wasm-rpc-stubgen initialize-workspace --remove")?;
        let manifest = |folder: &Path| fs::read(folder.join("Cargo.toml"));
        let start = self.stage.workspace.root.join(START);
        ensure!(manifest(&self.folder)? == manifest(&start)?, "Cargo.toml differs from the original");
        for gone in ["Makefile.toml", "purchase-history-stub"] {
            ensure!(!self.folder.join(gone).exists(), "{gone} still exists");
        }
        self.initialize_and_build()?;
        nothing_changed(&before, &self.tree()?, Times::Ignored)
    }

    /// A release by `flow`, from the folder of a member, and by cargo-make.
    fn release(&self) -> Result<()> {
        self.commands(&format!("cd shopping-cart/src && {FLOW} --release"))?;
        let (commands, expected) = self.last_run()?;
        self.answer(&commands.replace("/debug/", "/release/"), expected)?;
        let composed = self.folder.join(self.composed(Profile::Release));
        let by_flow = fs::read(&composed)?;
        fs::remove_file(&composed)?;
        self.commands("cargo make release-build-flow")?;
        ensure!(fs::read(&composed)? == by_flow, "cargo make composed something else than `{FLOW} --release`");
        Ok(())
    }
}

fn nothing_changed(before: &Tree, after: &Tree, times: Times) -> Result<()> {
    let changes = before.differences(after, times);
    ensure!(changes.is_empty(), "the folder has changed:\n  {}", changes.join("\n  "));
    Ok(())
}

/// Answers without the timestamps, which differ from run to run.
fn timeless(answers: &str) -> String {
    let mut parts = answers.split("timestamp: ");
    let first = parts.next().unwrap_or_default().to_string();
    parts
        .fold(first, |text, part| text + "timestamp: …" + part.trim_start_matches(|digit: char| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The patch in the tutorial's folder.
    const PATCH: &str = "add-the-call.patch";

    #[test]
    fn the_readme_has_a_tutorial() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let readme = fs::read_to_string(root.join("README.md")).expect("the README exists");
        let steps = document::steps(&readme).expect("a tutorial");
        for typed in [COPY, INITIALIZE, FLOW, PATCH] {
            assert!(steps.iter().any(|step| step.commands.contains(typed)), "{typed}: {steps:#?}");
        }
        let patch = fs::read_to_string(root.join(START).join(PATCH)).expect("the patch exists");
        assert!(readme.contains(&format!("```diff\n{patch}```\n")), "the README shows another patch");
    }

    #[test]
    fn timestamps_do_not_count() {
        assert_eq!(timeless("[{timestamp: 17, a: 1}, {timestamp: 4}]"), "[{timestamp: …, a: 1}, {timestamp: …}]");
        assert_ne!(timeless("a: 1"), timeless("a: 2"));
    }
}
