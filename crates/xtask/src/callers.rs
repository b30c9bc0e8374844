//! The callers in five languages, built, composed and run by the commands of `docs/languages.md`.
//!
//! The examples are copied to `target/callers`, where the commands run. A language whose tools cannot be had is left out with a
//! warning; in CI it fails the task.

mod bindings;
mod garbage;
mod page;
mod tools;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::example;
use crate::file::{remove_folder, write_if_changed};
use crate::guests;
use crate::shell::{Steps, Workspace, converse, is_ci, run, say};
use crate::wasm_target;
use page::{Page, Run};
use tools::Tools;

/// The page with the commands.
const PAGE: &str = "docs/languages.md";

/// The target of all callers: its folder among the examples, and its component there as the page has it.
const TARGET: &str = "stock";
const TARGET_COMPONENT: &str = "stock/target/wasm32-wasip2/release/stock.wasm";

/// The flag for types of the stub's own. Bindings for Rust and C do not need it.
const INLINE: &str = " --always-inline-types";

/// A language of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Rust,
    C,
    Go,
    JavaScript,
    Python,
}

impl Language {
    const ALL: [Self; 5] = [Self::Rust, Self::C, Self::Go, Self::JavaScript, Self::Python];

    /// Its heading in the page.
    fn name(self) -> &'static str {
        match self {
            Self::Rust => "Rust",
            Self::C => "C",
            Self::Go => "Go",
            Self::JavaScript => "JavaScript",
            Self::Python => "Python",
        }
    }

    /// Its folder among the examples.
    fn folder(self) -> String {
        format!("{}-caller", self.name().to_lowercase())
    }
}

/// Whether the target's types are the stub's own or `use`d.
#[derive(Clone, Copy)]
enum Types {
    Inlined,
    Used,
}

/// Builds all callers and lets each of them sell.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let output = workspace.target.join("callers");
    let languages = chosen()?;
    let mut steps = Steps::new(2 + 2 * languages.len());
    steps.step("the workspace's programs", || workspace.build_programs())?;
    steps.step("the stock of a shop", || {
        let stock = guests::build_all(workspace, &wasm_target::find_or_get(workspace)?)?.component(TARGET);
        let copy = output.join(TARGET_COMPONENT);
        write_if_changed(&copy, &fs::read(stock).context("reading the component")?)
    })?;
    let text = fs::read_to_string(workspace.root.join(PAGE)).with_context(|| format!("reading {PAGE}"))?;
    let page = Page::read(&text).context(PAGE)?;
    let tools = Tools::new(workspace);
    tools.prepare()?;
    let stage = Stage { workspace, output, page, variables: tools.variables()?, tools };
    stage.copy(TARGET, TARGET)?;
    let mut missing = Vec::new();
    for language in languages {
        let name = language.name();
        let tools = steps.step(&format!("a caller in {name}"), || stage.call(language))?;
        let packages = format!("bindings of random packages in {name}");
        match tools {
            Ok(()) => steps.step(&packages, || bindings::check(&stage, language))?,
            Err(reason) => steps.step(&packages, || {
                missing.push(format!("{name}: {reason:#}"));
                Ok(())
            })?,
        }
    }
    steps.finish("cargo xtask callers");
    for missing in &missing {
        say(&format!("warning: the tools of {missing}"));
    }
    ensure!(missing.is_empty() || !is_ci(), "tools that cannot be had: {}", missing.join("; "));
    Ok(())
}

/// All languages, or the one that `LANGUAGE` names.
fn chosen() -> Result<Vec<Language>> {
    let Ok(name) = env::var("LANGUAGE") else { return Ok(Language::ALL.to_vec()) };
    let found = Language::ALL.into_iter().find(|language| language.name() == name);
    Ok(vec![found.with_context(|| format!("no language `{name}`"))?])
}

/// The folders of the task, and the page.
struct Stage<'a> {
    workspace: &'a Workspace,
    output: PathBuf,
    page: Page,
    tools: Tools<'a>,
    /// The variables of the page's commands.
    variables: [(&'static str, PathBuf); 2],
}

impl Stage<'_> {
    /// Builds and runs the caller in a language. The inner error is the reason why there are no tools.
    fn call(&self, language: Language) -> Result<Result<()>> {
        let section = self.page.language(language.name())?;
        let folder = self.copy(&language.folder(), &language.folder())?;
        self.check_code(language, &section.code)?;
        if let Err(reason) = self.install(language, &section.tools, &folder) {
            return Ok(Err(reason));
        }
        self.build_and_run(&section.build, &folder, Types::Inlined)?;
        if let Some(other) = &section.other {
            self.answer(other, &folder, Types::Inlined)?;
        }
        match language {
            Language::Rust | Language::C => {
                let folder = self.copy(&language.folder(), &format!("{}-used-types", language.folder()))?;
                self.build_and_run(&section.build, &folder, Types::Used)?;
                if let Some(other) = &section.other {
                    self.answer(other, &folder, Types::Used)?;
                }
            }
            Language::Go => garbage::check(self, &section.build, &folder)?,
            Language::JavaScript | Language::Python => {}
        }
        Ok(Ok(()))
    }

    /// Copies an example, and removes what is left of an earlier run except tools and caches.
    fn copy(&self, name: &str, to: &str) -> Result<PathBuf> {
        let copy = self.output.join(to);
        remove_folder(&copy.join("wit"))?;
        remove_folder(&copy.join("async"))?;
        for (path, content) in example::read_tree(&self.workspace.root.join("examples").join(name))? {
            write_if_changed(&copy.join(path), &content)?;
        }
        Ok(copy)
    }

    /// Compares the page's code with the examples.
    fn check_code(&self, language: Language, code: &[String]) -> Result<()> {
        let tree = example::read_tree(&self.workspace.root.join("examples").join(language.folder()))?;
        for code in code {
            let found = tree.values().any(|content| String::from_utf8_lossy(content).contains(code));
            ensure!(found, "{PAGE} has code that is not in examples/{}:\n{code}", language.folder());
        }
        Ok(())
    }

    fn install(&self, language: Language, commands: &str, folder: &Path) -> Result<()> {
        if language == Language::JavaScript {
            tools::needs("npm", &["--version"], &["nodejs", "npm"])?;
        }
        say(&format!("$ {}", commands.trim_end()));
        self.tools.install(commands, folder)
    }

    /// The page's commands in a folder; shows them.
    fn shell(&self, commands: &str, folder: &Path) -> Result<Command> {
        say(&format!("$ {}", commands.trim_end()));
        self.shell_quietly(commands, folder)
    }

    fn shell_quietly(&self, commands: &str, folder: &Path) -> Result<Command> {
        let mut shell = self.tools.shell(commands, folder)?;
        shell.envs(self.variables.iter().map(|(name, path)| (name, path)));
        Ok(shell)
    }

    fn build_and_run(&self, build: &str, folder: &Path, types: Types) -> Result<()> {
        run(&mut self.shell(&with_types(&self.page.stub, types), folder)?)?;
        run(&mut self.shell(build, folder)?)?;
        self.answer(&self.page.run, folder, types)
    }

    /// Runs commands that print what the page shows.
    fn answer(&self, commands: &Run, folder: &Path, types: Types) -> Result<()> {
        let answer = converse(&mut self.shell(&with_types(&commands.commands, types), folder)?, "")?;
        ensure!(answer == commands.prints, "the commands print\n{answer}\nbut {PAGE} shows\n{}", commands.prints);
        Ok(())
    }
}

/// The commands with the flag for inlined types, or without it.
fn with_types(commands: &str, types: Types) -> String {
    match types {
        Types::Inlined => commands.to_string(),
        Types::Used => commands.replace(INLINE, ""),
    }
}
