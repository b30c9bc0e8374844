//! Words of the command line, or lines of stdin -> [`Invocation`]s.

use std::io::BufRead;

use anyhow::{Context, bail};

use super::words;

/// An invocation without a function, or without anything.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct IncompleteInvocation(String);

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
        // some editors begin a file with a byte order mark
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let invocation = from_line(line);
        Some(invocation.with_context(|| format!("line {number} of stdin")))
    })
}

/// The invocation of one line. A call can be in the shell's quotes, as `--list` prints it.
pub fn from_line(line: &str) -> anyhow::Result<Invocation> {
    let line = line.trim();
    let (worker, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let mut given = vec![worker.to_owned()];
    match words::unquoted(rest.trim_start()) {
        Some((call, rest)) => {
            given.push(call);
            given.extend(words::words(rest));
        }
        None if rest.trim_start().starts_with('\'') => bail!("missing `'` at the end of `{}`", rest.trim()),
        None => given.extend(words::words(rest)),
    }
    Invocation::new(&given)
}

impl Invocation {
    fn new(given: &[String]) -> anyhow::Result<Invocation> {
        let [worker, function, arguments @ ..] = given else {
            match given {
                [] => bail!(IncompleteInvocation("empty invocation".to_owned())),
                [worker, ..] => bail!(IncompleteInvocation(format!("missing function after `{worker}`"))),
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
        let input = "\u{feff}# first\n\n c/a add {x: 1, y: 2}\n";
        let found: Vec<Invocation> = from_lines(input.as_bytes()).map(Result::unwrap).collect();
        assert_eq!(found, [invocation("c/a", "add", &["{x: 1, y: 2}"])]);
    }

    #[test]
    fn a_line_of_the_list_can_be_pasted() {
        for (line, arguments) in [
            (r"c/w1 'f(1)'", &["1"][..]),
            (r#"c/w1 'f('\''a'\'', "b c")' "#, &["'a'", "\"b c\""]),
            (r"c/w1 'f' 1 'b'", &["1", "'b'"]),
            (r"c/w1 f('b', 2)", &["'b'", "2"]),
        ] {
            assert_eq!(from_line(line).unwrap(), invocation("c/w1", "f", arguments), "{line}");
        }
        assert!(from_line("c/w1 'f(1)").is_err());
    }

    #[test]
    fn incomplete_invocations_are_errors() {
        for given in [&["c/a"][..], &["c/a", "f(1)", "2"], &["c/a", "f(1"], &["c/a", "f", ","]] {
            let given: Vec<String> = given.iter().map(|word| (*word).to_owned()).collect();
            assert!(from_words(&given).is_err(), "{given:?}");
        }
    }
}
