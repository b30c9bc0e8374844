//! The languages, the folders of the task, and how the page's commands run in them.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use super::page::{Page, Run};
use super::tools::{self, Tools};
use crate::example;
use crate::file::{remove_folder, write_if_changed};
use crate::shell::{Workspace, converse, run, say};

/// The page with the commands.
pub const PAGE: &str = "docs/languages.md";

/// The flag for types of the stub's own. Bindings for Rust and C do not need it.
const INLINE: &str = " --always-inline-types";

/// A language of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Rust,
    C,
    Go,
    JavaScript,
    Python,
}

impl Language {
    pub const ALL: [Self; 5] = [Self::Rust, Self::C, Self::Go, Self::JavaScript, Self::Python];

    /// Its heading in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rust => "Rust",
            Self::C => "C",
            Self::Go => "Go",
            Self::JavaScript => "JavaScript",
            Self::Python => "Python",
        }
    }

    /// Its folder among the examples.
    pub fn folder(self) -> String {
        format!("{}-caller", self.name().to_lowercase())
    }
}

/// Whether the target's types are the stub's own or `use`d.
#[derive(Clone, Copy)]
pub enum Types {
    Inlined,
    Used,
}

/// The folders of the task, and the page.
pub struct Stage<'a> {
    pub workspace: &'a Workspace,
    pub output: PathBuf,
    pub page: Page,
    pub tools: Tools<'a>,
    /// The variables of the page's commands.
    pub variables: [(&'static str, PathBuf); 2],
}

impl Stage<'_> {
    /// Copies an example, and removes what is left of an earlier run except tools and caches.
    pub fn copy(&self, name: &str, to: &str) -> Result<PathBuf> {
        let copy = self.output.join(to);
        remove_folder(&copy.join("wit"))?;
        remove_folder(&copy.join("async"))?;
        for (path, content) in example::read_tree(&self.workspace.root.join("examples").join(name))? {
            write_if_changed(&copy.join(path), &content)?;
        }
        Ok(copy)
    }

    /// Compares the page's code with the examples.
    pub fn check_code(&self, language: Language, code: &[String]) -> Result<()> {
        let tree = example::read_tree(&self.workspace.root.join("examples").join(language.folder()))?;
        for code in code {
            let found = tree.values().any(|content| String::from_utf8_lossy(content).contains(code));
            ensure!(found, "{PAGE} has code that is not in examples/{}:\n{code}", language.folder());
        }
        Ok(())
    }

    pub fn install(&self, language: Language, commands: &str, folder: &Path) -> Result<()> {
        if language == Language::JavaScript {
            tools::needs("npm", &["--version"], &["nodejs", "npm"])?;
        }
        say(&format!("$ {}", commands.trim_end()));
        self.tools.install(commands, folder)
    }

    /// The page's commands in a folder; shows them.
    pub fn shell(&self, commands: &str, folder: &Path) -> Result<Command> {
        say(&format!("$ {}", commands.trim_end()));
        self.shell_quietly(commands, folder)
    }

    pub fn shell_quietly(&self, commands: &str, folder: &Path) -> Result<Command> {
        let mut shell = self.tools.shell(commands, folder)?;
        shell.envs(self.variables.iter().map(|(name, path)| (name, path)));
        Ok(shell)
    }

    pub fn build_and_run(&self, build: &str, folder: &Path, types: Types) -> Result<()> {
        run(&mut self.shell(&with_types(&self.page.stub, types), folder)?)?;
        run(&mut self.shell(build, folder)?)?;
        self.answer(&self.page.run, folder, types)
    }

    /// Runs commands that print what the page shows.
    pub fn answer(&self, commands: &Run, folder: &Path, types: Types) -> Result<()> {
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
