//! `docs/languages.md` to what the task does: commands to run, answers to compare, code to find in the examples.
//!
//! The page begins with commands for all languages: a block before the first language, and a block after the last one under
//! [`RUN`]. Each language is a section with the heading of its name. The commands under its heading [`TOOLS`] install its tools;
//! other headings are about a folder of the example.

use anyhow::{Context, Result, bail, ensure};

use crate::tutorial::document::blocks;

const TOOLS: &str = "Tools";
const STUB: &str = "The stub";
const RUN: &str = "Compose and run";

/// The whole page.
#[derive(Debug)]
pub struct Page {
    /// The commands that build the stub.
    pub stub: String,
    /// The commands that compose and run a caller.
    pub run: Run,
    languages: Vec<Language>,
}

/// Commands that print something.
#[derive(Debug, Default, PartialEq)]
pub struct Run {
    pub commands: String,
    pub prints: String,
}

/// The section of one language.
#[derive(Debug, Default)]
pub struct Language {
    name: String,
    /// The commands that install its tools.
    pub tools: String,
    /// The commands that build the caller.
    pub build: String,
    /// Another caller, with commands of its own.
    pub other: Option<Run>,
    /// Code that must be in the example.
    pub code: Vec<String>,
}

impl Page {
    /// Reads the page.
    pub fn read(text: &str) -> Result<Self> {
        let sections = sections(text, "\n## ");
        let commands = |heading: &str| {
            let (_, section) = sections.iter().find(|(name, _)| *name == heading)?;
            run(section).transpose()
        };
        let required = |heading| commands(heading).with_context(|| format!("missing commands below `## {heading}`"))?;
        let others = [STUB, RUN];
        let languages = sections.iter().filter(|(name, section)| !others.contains(name) && section.contains(TOOLS));
        let languages = languages.map(|(name, section)| Language::read(name, section)).collect::<Result<_>>()?;
        Ok(Self { stub: required(STUB)?.commands, run: required(RUN)?, languages })
    }

    /// The section of a language.
    pub fn language(&self, name: &str) -> Result<&Language> {
        let found = self.languages.iter().find(|language| language.name == name);
        found.with_context(|| format!("missing section `## {name}`"))
    }
}

impl Language {
    fn read(name: &str, section: &str) -> Result<Self> {
        let mut language = Self { name: name.to_string(), ..Self::default() };
        let parts = sections(section, "\n### ");
        for (index, (heading, part)) in parts.iter().enumerate() {
            let code = blocks(part)?.into_iter().filter(|(kind, _)| !matches!(*kind, "sh" | "text" | ""));
            language.code.extend(code.map(|(_, text)| text));
            let Some(run) = run(part)? else { continue };
            match (*heading, run) {
                (TOOLS, run) => language.tools = run.commands,
                (_, run) if run.prints.is_empty() && language.build.is_empty() => language.build = run.commands,
                (_, run) if !run.prints.is_empty() && language.other.is_none() => language.other = Some(run),
                _ => bail!("the {}th part of `{name}` has more commands than expected", index + 1),
            }
        }
        ensure!(!language.tools.is_empty() && !language.build.is_empty(), "`{name}` has no commands");
        Ok(language)
    }
}

/// The parts of a text that begin with a heading, by the heading.
fn sections<'a>(text: &'a str, mark: &str) -> Vec<(&'a str, &'a str)> {
    text.split(mark).skip(1).map(|part| part.split_once('\n').unwrap_or((part, ""))).collect()
}

/// The commands of a section, one after the other, and what the last ones print.
fn run(section: &str) -> Result<Option<Run>> {
    let mut run = Run::default();
    for (kind, text) in blocks(section)? {
        match kind {
            "sh" => run.commands += &text,
            "text" => run.prints = text,
            _ => {}
        }
    }
    Ok((!run.commands.is_empty()).then_some(run))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Title\n\n## The stub\n\n```sh\na\n```\n\n## C\n\n### Tools\n\n```sh\nb\n```\n\n### Build\n\n```c\nint c;\n```\n\
        \n```sh\nd\n```\n\n### More\n\n```sh\ne\n```\n\n```text\nf\n```\n\n## Compose and run\n\n```sh\ng\n```\n\n```text\nh\n```\n";

    #[test]
    fn the_commands_of_a_language_are_found() {
        let page = Page::read(PAGE).expect("a page");
        assert_eq!((page.stub.as_str(), page.run.prints.as_str()), ("a\n", "h\n"));
        let c = page.language("C").expect("C is there");
        assert_eq!(
            (c.tools.as_str(), c.build.as_str(), c.code.as_slice()),
            ("b\n", "d\n", &["int c;\n".to_string()][..])
        );
        assert_eq!(c.other, Some(Run { commands: "e\n".into(), prints: "f\n".into() }));
        assert!(page.language("Go").is_err());
    }

    #[test]
    fn what_is_no_page_is_refused() {
        for missing in ["## The stub", "## Compose", "```sh\nb\n```", "```sh\nd\n```"] {
            assert!(Page::read(&PAGE.replace(missing, "")).is_err(), "{missing}");
        }
    }
}
