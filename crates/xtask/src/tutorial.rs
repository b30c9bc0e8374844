//! The README's tutorial as a reader goes through it, with the real `cargo make`: from two crates that know nothing of
//! each other to a call between two workers.
//!
//! What is typed and edited is read from the README, so that what it says is what works. It is gone through in each way that a
//! workspace can be set up; then come the things that a tutorial doesn't say: all of it once more, which must change
//! nothing, the other way and back, a release, and WIT as it was spelled in 2024.

mod document;
mod spelling;
mod tools;
mod tree;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::example;
use crate::file::{remove_folder, write_if_changed};
use crate::shell::{Steps, Workspace, converse, run, say, show};
use crate::wasm_target::{self, without_flags};
use document::Step;
use tree::{Times, Tree};

/// Where the crates are with which the tutorial starts.
pub const START: &str = "examples/tutorial";

/// Where the tutorial has its reader copy them to.
const COPY: &str = "target/shop";

/// Manifests of the same crates for `cargo component`.
const COMPONENT_MANIFESTS: &str = "tests/tutorial/component";

/// What the tutorial types to set the workspace up, and to build it.
const INITIALIZE: &str = "wasm-rpc-stubgen initialize-workspace --targets purchase-history --callers shopping-cart";
const BUILD_FLOW: &str = "cargo make build-flow";

/// Goes through the tutorial in all ways. Where there is no wasm32-wasip2, as users need it, nothing can be built: then
/// what is left is done, and the end says so.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let output = workspace.target.join("tutorial");
    // Nothing of an earlier run may pass for what this one wrote.
    remove_folder(&output)?;
    let target = wasm_target::want_wasip2();
    let mut steps = Steps::new(if target.is_ok() { 12 } else { 2 });
    steps.step("our tools: wasm-rpc-stubgen, wasm-rpc-run", || {
        run(workspace.cargo().args(["build", "-p", "stubgen", "-p", "worker-host"]))
    })?;
    let readme = fs::read_to_string(workspace.root.join("README.md")).context("reading README.md")?;
    let typed = document::steps(&readme).context("README.md")?;
    let stage = Stage { workspace, tools: tools::folder(workspace), steps: typed, output };
    if target.is_ok() {
        steps.step("cargo make and cargo component", || tools::find_or_install(workspace))?;
        build_all(&stage, &mut steps)?;
    }
    steps.step("WIT as it was spelled in 2024", || spelling::check(&stage))?;
    steps.finish("cargo xtask tutorial");
    if let Err(missing) = target {
        say(&format!("WARNING: nothing of the tutorial was built here: {missing:#}"));
    }
    Ok(())
}

/// The tutorial itself, and what it doesn't say.
fn build_all(stage: &Stage<'_>, steps: &mut Steps) -> Result<()> {
    let crates = stage.way("crates", Layout::Crates, BuildTool::Cargo);
    steps.step("the tutorial, stubs as crates", || crates.follow())?;
    steps.step("all of it again changes nothing", || crates.repeat())?;
    steps.step("to stubs without crates, and back", || crates.switch_and_return())?;
    steps.step("everything out, and in again", || crates.remove_and_return())?;
    steps.step("a release", || crates.release())?;
    let native = stage.way("native", Layout::Native, BuildTool::Cargo);
    steps.step("the tutorial, stubs without crates", || native.follow())?;
    steps.step("all of it again changes nothing", || native.repeat())?;
    let component = stage.way("component", Layout::Crates, BuildTool::CargoComponent);
    steps.step("the tutorial, by cargo component", || component.follow())?;
    steps.step("all of it again changes nothing", || component.repeat())
}

/// Where it happens, and what is done there.
struct Stage<'a> {
    workspace: &'a Workspace,
    /// The folder of cargo's subcommands.
    tools: PathBuf,
    steps: Vec<Step>,
    /// The folder for the copies.
    output: PathBuf,
}

/// What stubs are in the workspace.
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

impl Stage<'_> {
    fn way(&self, name: &str, layout: Layout, tool: BuildTool) -> Way<'_> {
        Way { stage: self, folder: self.output.join(name), layout, tool }
    }

    /// A shell command that finds our tools and cargo's.
    fn shell(&self, commands: &str, folder: &Path) -> Result<Command> {
        let mut shell = without_flags(Command::new("bash"));
        shell.args(["-euo", "pipefail", "-c", commands]).current_dir(folder).env("PATH", self.path()?);
        Ok(shell)
    }

    /// Our tools come first, what was installed for want of the user's own last.
    fn path(&self) -> Result<OsString> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = [self.workspace.target.join("debug")].into_iter().chain(env::split_paths(&path));
        env::join_paths(folders.chain([self.tools.clone()])).context("a folder in PATH has a `:` in its name")
    }
}

/// One way to set up the tutorial's workspace.
struct Way<'a> {
    stage: &'a Stage<'a>,
    /// The reader's copy.
    folder: PathBuf,
    layout: Layout,
    tool: BuildTool,
}

impl Way<'_> {
    /// Goes through the tutorial, and shows what has become of the folder.
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

    /// The tutorial's first commands make the copy and go there; all others run in it.
    fn copy(&self, step: &Step) -> Result<()> {
        let Step::Commands { commands, .. } = step else {
            bail!("the tutorial begins with an edit");
        };
        ensure!(commands.contains(COPY), "the tutorial begins with a copy to {COPY}, not with\n{commands}");
        fs::create_dir_all(&self.stage.output)?;
        let commands = commands.replace(COPY, &format!("'{}'", self.folder.display()));
        run(&mut self.stage.shell(&commands, &self.stage.workspace.root)?)?;
        match self.tool {
            BuildTool::Cargo => Ok(()),
            BuildTool::CargoComponent => self.to_components(),
        }
    }

    /// Makes of the crates what `cargo component new` makes: it writes the bindings itself.
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
        match step {
            Step::Commands { commands, prints: None } => self.commands(commands),
            Step::Commands { commands, prints: Some(expected) } => self.answer(commands, expected),
            Step::Edit(edit) => {
                let file = self.folder.join(&edit.file);
                let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
                say(&format!("$ $EDITOR {}", edit.file));
                write_if_changed(&file, edit.apply(&text)?.as_bytes())
            }
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

    /// What the tutorial says, said for this way.
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
        ensure!(timeless(&answer) == timeless(expected), "the tutorial shows other answers:\n{expected}");
        Ok(())
    }

    /// The tutorial's commands that print something.
    fn last_run(&self) -> Result<(&str, &str)> {
        let printing = self.stage.steps.iter().rev().find_map(|step| match step {
            Step::Commands { commands, prints: Some(prints) } => Some((commands.as_str(), prints.as_str())),
            Step::Commands { prints: None, .. } | Step::Edit(_) => None,
        });
        printing.context("no commands of the tutorial print anything")
    }

    /// The user's files and the composed component.
    fn tree(&self) -> Result<Tree> {
        let composed = self.adapted("target/wasm32-wasip2/debug/shopping_cart_composed.wasm");
        Tree::read(&self.folder, &[PathBuf::from(composed)])
    }

    fn initialize_and_build(&self) -> Result<()> {
        self.commands(INITIALIZE)?;
        self.commands(BUILD_FLOW)
    }

    fn repeat(&self) -> Result<()> {
        let before = self.tree()?;
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
        self.initialize_and_build()?;
        nothing_changed(&before, &self.tree()?, Times::Ignored)
    }

    /// Takes out what `initialize-workspace` has written, and puts it in again.
    fn remove_and_return(&self) -> Result<()> {
        let before = self.tree()?;
        self.commands("wasm-rpc-stubgen initialize-workspace --remove")?;
        let manifest = |folder: &Path| fs::read(folder.join("Cargo.toml"));
        let start = self.stage.workspace.root.join(START);
        ensure!(manifest(&self.folder)? == manifest(&start)?, "Cargo.toml is not as it was at the start");
        for gone in ["Makefile.toml", "purchase-history-stub"] {
            ensure!(!self.folder.join(gone).exists(), "{gone} is still there");
        }
        self.initialize_and_build()?;
        nothing_changed(&before, &self.tree()?, Times::Ignored)
    }

    fn release(&self) -> Result<()> {
        self.commands("cargo make release-build-flow")?;
        let (commands, expected) = self.last_run()?;
        self.answer(&commands.replace("/debug/", "/release/"), expected)
    }
}

fn nothing_changed(before: &Tree, after: &Tree, times: Times) -> Result<()> {
    let changes = before.differences(after, times);
    ensure!(changes.is_empty(), "the folder is not as it was:\n  {}", changes.join("\n  "));
    Ok(())
}

/// Answers without the numbers that differ from run to run.
fn timeless(answers: &str) -> String {
    let mut parts = answers.split("timestamp: ");
    let first = parts.next().unwrap_or_default().to_string();
    parts
        .fold(first, |text, part| text + "timestamp: …" + part.trim_start_matches(|digit: char| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_has_a_tutorial() {
        let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
        let steps = document::steps(&fs::read_to_string(readme).expect("there is a README")).expect("a tutorial");
        let typed = |wanted: &str| {
            let mut steps = steps.iter();
            steps.any(|step| matches!(step, Step::Commands { commands, .. } if commands.contains(wanted)))
        };
        assert!(typed(COPY) && typed(INITIALIZE) && typed(BUILD_FLOW), "{steps:#?}");
        for step in &steps {
            let Step::Edit(edit) = step else { continue };
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(START).join(&edit.file);
            edit.apply(&fs::read_to_string(file).expect("the file is there")).expect("the edit fits");
        }
    }

    #[test]
    fn timestamps_do_not_count() {
        assert_eq!(timeless("[{timestamp: 17, a: 1}, {timestamp: 4}]"), "[{timestamp: …, a: 1}, {timestamp: …}]");
        assert_ne!(timeless("a: 1"), timeless("a: 2"));
    }
}
