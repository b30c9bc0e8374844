//! The words of a command line before clap parses them: which is the command, and how the run prints.
//!
//! Help, usage errors and internal errors are printed without parsed arguments, and a link called `golem-cli` decides by the
//! command whether it passes the words on.

use std::ffi::OsString;

use clap::ValueEnum;

use crate::output_arguments::{MessageFormat, MessageStream, Messages, When};

/// The flags of `golem-cli` that take a value: the format of its results. It makes no difference to `stubgen`.
pub const GOLEM_FORMAT: [&str; 2] = ["-F", "--format"];

const COLOR: &str = "--color";
const MESSAGE_FORMAT: &str = "--message-format";
const DEST_WASM: &str = "--dest-wasm";

/// The flags whose value is not a word of its own: those that may precede the command, or are looked for.
const WITH_VALUE: [&str; 5] = [COLOR, MESSAGE_FORMAT, DEST_WASM, GOLEM_FORMAT[0], GOLEM_FORMAT[1]];

/// A word, or a flag with its value.
#[derive(Debug)]
pub struct Part<'a> {
    /// The number of words before it.
    pub start: usize,
    /// One or two words.
    pub words: &'a [OsString],
    /// One of the known flags, and its value.
    pub flag: Option<(&'static str, &'a str)>,
}

impl Part<'_> {
    fn is_flag(&self) -> bool {
        self.words[0].as_encoded_bytes().starts_with(b"-")
    }
}

/// The parts of a command line; the first is the name that the program was called by. No flag takes a value that begins with
/// `-`, except `-` itself.
pub fn parts(words: &[OsString]) -> Vec<Part<'_>> {
    let text = |index: usize| words.get(index).and_then(|word: &OsString| word.to_str()).unwrap_or_default();
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let mut parts = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let word = text(start);
        let joined = || WITH_VALUE.iter().find_map(|flag| Some((*flag, joined_value(word, flag)?)));
        let is_value = start + 1 < end && (text(start + 1) == "-" || !text(start + 1).starts_with('-'));
        let apart = WITH_VALUE.iter().find(|flag| is_value && word == **flag).map(|flag| (*flag, text(start + 1)));
        let length = if apart.is_some() { 2 } else { 1 };
        let flag = apart.or_else(joined).filter(|_| start < end);
        parts.push(Part { start, words: &words[start..start + length], flag });
        start += length;
    }
    parts
}

/// The value in `--flag=value` or `-Fvalue`.
fn joined_value<'a>(word: &'a str, flag: &str) -> Option<&'a str> {
    let rest = word.strip_prefix(flag).filter(|rest| !rest.is_empty())?;
    if flag.starts_with("--") { rest.strip_prefix('=') } else { Some(rest) }
}

/// The position of the command: the first word that is neither a flag nor the value of one.
pub fn command(words: &[OsString]) -> Option<usize> {
    parts(words).iter().skip(1).find(|part| !part.is_flag()).map(|part| part.start)
}

/// How a run prints. A wrong value of a flag counts as the default; parsing reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printing {
    pub color: When,
    pub messages: Messages,
}

impl Printing {
    /// What the flags among `words` say.
    pub fn of(words: &[OsString]) -> Self {
        let flags: Vec<_> = parts(words).iter().filter_map(|part| part.flag).collect();
        let is_stdout_taken = flags.contains(&(DEST_WASM, "-"));
        let stream = if is_stdout_taken { MessageStream::Stderr } else { MessageStream::Stdout };
        Self {
            color: last_value(&flags, COLOR).unwrap_or(When::Auto),
            messages: match last_value(&flags, MESSAGE_FORMAT).unwrap_or(MessageFormat::Human) {
                MessageFormat::Human => Messages::Human,
                MessageFormat::Json => Messages::Json(stream),
            },
        }
    }
}

/// The last valid value of a flag.
fn last_value<V: ValueEnum>(flags: &[(&str, &str)], wanted: &str) -> Option<V> {
    let mut values = flags.iter().rev().filter(|(flag, _)| *flag == wanted);
    values.find_map(|(_, value)| V::from_str(value, false).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn flags_are_found_wherever_they_are() {
        let (human, json) = (Messages::Human, Messages::Json(MessageStream::Stdout));
        let on_stderr = Messages::Json(MessageStream::Stderr);
        for (line, color, messages) in [
            ("s build", When::Auto, human),
            ("s --color always build --message-format=json", When::Always, json),
            ("s build --color=never --message-format json --nonsense", When::Never, json),
            ("s build --color often --message-format", When::Auto, human),
            ("s build --color --message-format json", When::Auto, json),
            ("s -- --color always --message-format=json", When::Auto, human),
            ("s --message-format -- json", When::Auto, human),
            ("s build --colors=never --color", When::Auto, human),
            ("s build --dest-wasm - --message-format json --nonsense", When::Auto, on_stderr),
            ("s --message-format=json compose --dest-wasm=-", When::Auto, on_stderr),
            ("s build --dest-wasm ./- -s - --message-format json", When::Auto, json),
        ] {
            assert_eq!(Printing::of(&words(line)), Printing { color, messages }, "{line}");
        }
    }

    #[test]
    fn the_command_is_no_value_of_a_flag() {
        for (line, expected) in [
            ("s build", Some("build")),
            ("s --color never -q build never", Some("build")),
            ("s --message-format json --color=always stubgen", Some("stubgen")),
            ("s -F json --format text -Fjson build", Some("build")),
            ("s -F build", None),
            ("s -v -F", None),
            ("s", None),
        ] {
            let words = words(line);
            assert_eq!(command(&words).and_then(|index| words[index].to_str()), expected, "{line}");
        }
    }
}
