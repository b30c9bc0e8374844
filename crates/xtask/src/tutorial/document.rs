//! The README's tutorial to what a reader does: type commands, edit files, compare what is printed.
//!
//! Everything is a fenced block between two markers, known by the language that it names:
//!
//! | block | what it is |
//! | --- | --- |
//! | `sh` | commands |
//! | `text` | what the commands before it print to stdout |
//!
//! Blocks of other languages are only to be read.

use anyhow::{Context, Result, bail};

const BEGIN: &str = "<!-- tutorial: `cargo xtask tutorial` runs it -->";
const END: &str = "<!-- end of the tutorial -->";

/// Commands for a shell, which the reader types.
#[derive(Debug, PartialEq)]
pub struct Step {
    pub commands: String,
    /// What they print, where the tutorial shows it.
    pub prints: Option<String>,
}

/// What the tutorial in a document has its reader do.
pub fn steps(document: &str) -> Result<Vec<Step>> {
    let (_, rest) = document.split_once(BEGIN).with_context(|| format!("missing `{BEGIN}`"))?;
    let (tutorial, _) = rest.split_once(END).with_context(|| format!("missing `{END}`"))?;
    let mut steps = Vec::new();
    for (language, text) in blocks(tutorial)? {
        match language {
            "sh" => steps.push(Step { commands: text, prints: None }),
            "text" => match steps.last_mut() {
                Some(step) => step.prints = Some(text),
                None => bail!("no commands print this:\n{text}"),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> String {
        format!("# Title\n```sh\nrm -rf /\n```\n{BEGIN}\n{text}\n{END}\n```diff\n```\n")
    }

    #[test]
    fn what_a_reader_does_is_found_in_its_order() {
        let text = "First\n```sh\na\nb\n```\n```text\nc\n```\n```wit\nd\n```\n```sh\ne\n```\n";
        let expected = [
            Step { commands: "a\nb\n".to_string(), prints: Some("c\n".to_string()) },
            Step { commands: "e\n".to_string(), prints: None },
        ];
        assert_eq!(steps(&document(text)).expect("a tutorial"), expected);
    }

    #[test]
    fn what_is_no_tutorial_is_refused() {
        for text in ["```sh\na\n", "```text\na\n```"] {
            assert!(steps(&document(text)).is_err(), "{text}");
        }
        for text in ["", BEGIN, END] {
            assert!(steps(text).is_err(), "{text}");
        }
    }
}
