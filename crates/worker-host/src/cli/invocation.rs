//! Words of the command line, or lines of stdin -> [`Invocation`]s.

use std::io::BufRead;

use anyhow::{Context, bail};

use super::words;

/// One call from outside.
#[derive(Debug, PartialEq, Eq)]
pub struct Invocation {
    /// The worker, in any spelling.
    pub worker: String,
    /// The function's name, full or short.
    pub function: String,
    /// The arguments in WAVE.
    pub arguments: Vec<String>,
}

/// The invocations on the command line: groups of words, separated by a word `,`.
pub fn from_words(given: &[String]) -> anyhow::Result<Vec<Invocation>> {
    let groups = given.split(|word| word == ",");
    groups.map(Invocation::new).collect()
}

/// The invocations of an input, one per line; each is read when the iterator reaches it.
pub fn from_lines(input: impl BufRead) -> impl Iterator<Item = anyhow::Result<Invocation>> {
    let lines = input.lines().zip(1..);
    lines.filter_map(|(line, number)| {
        let line = match line.context("failed to read stdin") {
            Ok(line) => line,
            Err(error) => return Some(Err(error)),
        };
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let invocation = Invocation::new(&words::words(line));
        Some(invocation.with_context(|| format!("line {number} of stdin")))
    })
}

/// The invocation of one line.
pub fn from_line(line: &str) -> anyhow::Result<Invocation> {
    Invocation::new(&words::words(line))
}

impl Invocation {
    fn new(given: &[String]) -> anyhow::Result<Invocation> {
        let [worker, function, arguments @ ..] = given else {
            match given {
                [] => bail!("empty invocation: expected WORKER FUNCTION [ARGUMENT]..."),
                [worker, ..] => bail!("missing function after `{worker}`"),
            }
        };
        let worker = worker.clone();
        let (function, arguments) = match words::call(function) {
            None => (function.clone(), arguments.to_vec()),
            Some(Err(message)) => bail!("{message}"),
            Some(Ok(call)) if arguments.is_empty() => call,
            Some(Ok((_, _))) => {
                bail!("unexpected argument `{}`: `{function}` already contains its arguments", arguments[0])
            }
        };
        Ok(Invocation { worker, function, arguments })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn invocation(worker: &str, function: &str, arguments: &[&str]) -> Invocation {
        Invocation {
            worker: worker.to_owned(),
            function: function.to_owned(),
            arguments: arguments.iter().map(|a| (*a).to_owned()).collect(),
        }
    }

    #[test]
    fn commas_separate_invocations() {
        let given = ["c/a", "add", "5", ",", "c/b", "add(1, 2)"].map(str::to_owned);
        let expected = [invocation("c/a", "add", &["5"]), invocation("c/b", "add", &["1", "2"])];
        assert_eq!(from_words(&given).unwrap(), expected);
    }

    #[test]
    fn lines_may_be_comments() {
        let input = "# first\n\n c/a add {x: 1, y: 2}\n";
        let found: Vec<Invocation> = from_lines(input.as_bytes()).map(Result::unwrap).collect();
        assert_eq!(found, [invocation("c/a", "add", &["{x: 1, y: 2}"])]);
    }

    #[test]
    fn incomplete_invocations_are_errors() {
        for given in [&["c/a"][..], &["c/a", "f(1)", "2"], &["c/a", "f(1"], &["c/a", "f", ","]] {
            let given: Vec<String> = given.iter().map(|word| (*word).to_owned()).collect();
            assert!(from_words(&given).is_err(), "{given:?}");
        }
    }
}
