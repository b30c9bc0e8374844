//! The README's tutorial to what a reader does: type commands, edit files, compare what is printed.
//!
//! Everything is a fenced block between two markers, known by the language that it names:
//!
//! | block | what it is |
//! | --- | --- |
//! | `sh` | commands |
//! | `diff` | an edit of the file that its first line, `+++ FILE`, names; `@@` parts places that lie apart |
//! | `text` | what the commands before it print to stdout |
//!
//! Blocks of other languages are only to be read.

use anyhow::{Context, Result, bail, ensure};

const BEGIN: &str = "<!-- tutorial: `cargo xtask tutorial` runs it -->";
const END: &str = "<!-- end of the tutorial -->";

/// One thing that the reader does.
#[derive(Debug, PartialEq)]
pub enum Step {
    /// Commands for a shell.
    Commands {
        commands: String,
        /// What they print, where the tutorial shows it.
        prints: Option<String>,
    },
    /// Changes in a file.
    Edit(Edit),
}

/// Changes in a file: each text by another one.
#[derive(Debug, PartialEq)]
pub struct Edit {
    pub file: String,
    changes: Vec<Change>,
}

#[derive(Debug, Default, PartialEq)]
struct Change {
    before: String,
    after: String,
}

/// What the tutorial in a document has its reader do.
pub fn steps(document: &str) -> Result<Vec<Step>> {
    let (_, rest) = document.split_once(BEGIN).with_context(|| format!("missing `{BEGIN}`"))?;
    let (tutorial, _) = rest.split_once(END).with_context(|| format!("missing `{END}`"))?;
    let mut steps = Vec::new();
    for (language, text) in blocks(tutorial)? {
        match language {
            "sh" => steps.push(Step::Commands { commands: text, prints: None }),
            "diff" => steps.push(Step::Edit(Edit::read(&text)?)),
            "text" => match steps.last_mut() {
                Some(Step::Commands { prints, .. }) => *prints = Some(text),
                Some(Step::Edit(_)) | None => bail!("no commands print this:\n{text}"),
            },
            _ => {}
        }
    }
    Ok(steps)
}

/// The fenced blocks, with the languages that they name.
pub fn blocks(text: &str) -> Result<Vec<(&str, String)>> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(language) = line.strip_prefix("```") else {
            continue;
        };
        let mut block = String::new();
        loop {
            match lines.next() {
                Some("```") => break,
                Some(line) => block.extend([line, "\n"]),
                None => bail!("a block of `{language}` does not end:\n{block}"),
            }
        }
        blocks.push((language, block));
    }
    Ok(blocks)
}

impl Edit {
    fn read(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        let file = lines.next().and_then(|line| line.strip_prefix("+++ "));
        let file = file.with_context(|| format!("an edit begins with `+++ FILE`:\n{text}"))?.to_string();
        let mut changes = vec![Change::default()];
        for line in lines {
            if line == "@@" {
                changes.push(Change::default());
                continue;
            }
            let change = changes.last_mut().context("there is a first change")?;
            // An empty line is one that stays, whose blank an editor took off.
            let (kind, line) = line.split_at_checked(1).unwrap_or((" ", ""));
            ensure!(matches!(kind, " " | "+" | "-"), "an edit's lines begin with ` `, `+` or `-`:\n{text}");
            for (side, other) in [(&mut change.before, "+"), (&mut change.after, "-")] {
                if kind != other {
                    side.extend([line, "\n"]);
                }
            }
        }
        Ok(Self { file, changes })
    }

    /// The file's text, edited.
    pub fn apply(&self, text: &str) -> Result<String> {
        let mut text = text.to_string();
        for Change { before, after } in &self.changes {
            let places = text.matches(before.as_str()).count();
            ensure!(places == 1, "these lines occur {places} times in {}, not once:\n{before}", self.file);
            text = text.replacen(before, after, 1);
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> String {
        format!("# Title\n```sh\nrm -rf /\n```\n{BEGIN}\n{text}\n{END}\n```diff\n```\n")
    }

    #[test]
    fn what_a_reader_does_is_found_in_its_order() {
        let text = "First\n```sh\na\nb\n```\n```text\nc\n```\n```wit\nd\n```\n```diff\n+++ f/g\n e\n+f\n```\n";
        let change = Change { before: "e\n".to_string(), after: "e\nf\n".to_string() };
        let expected = [
            Step::Commands { commands: "a\nb\n".to_string(), prints: Some("c\n".to_string()) },
            Step::Edit(Edit { file: "f/g".to_string(), changes: vec![change] }),
        ];
        assert_eq!(steps(&document(text)).expect("a tutorial"), expected);
    }

    #[test]
    fn what_is_no_tutorial_is_refused() {
        let texts = ["```sh\na\n", "```text\na\n```", "```diff\n+ a\n```", "```diff\n+++ f\n+++ g\n?\n```"];
        for text in texts {
            assert!(steps(&document(text)).is_err(), "{text}");
        }
        for text in ["", BEGIN, END] {
            assert!(steps(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_edit_changes_what_is_there_once() {
        let edit = Edit::read("+++ f\n a\n-b\n+c\n\n@@\n e\n+f\n").expect("an edit");
        assert_eq!(edit.apply("a\nb\n\nd\ne\n").expect("edited"), "a\nc\n\nd\ne\nf\n");
        for text in ["a\nb\n\nd\n", "a\nb\n\ne\ne\n"] {
            assert!(edit.apply(text).is_err(), "{text}");
        }
    }
}
