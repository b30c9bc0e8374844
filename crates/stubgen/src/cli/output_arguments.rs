//! The flags `--color` and `--message-format`.
//!
//! Help, usage errors and internal errors obey them, too. These are printed without parsed arguments, so the two flags are also
//! found by a scan of the words.

use std::ffi::OsString;

use anstream::ColorChoice;
use clap::{Args, ValueEnum};
use wasm_rpc_stubgen::CargoColor;

/// Global flags come last in the help text, just before `--help` and `--version`.
pub const GLOBAL_FLAGS_ORDER: usize = 900;

/// How the program prints.
#[derive(Debug, Clone, Copy, Args)]
pub struct OutputArguments {
    /// When to use colors
    ///
    /// The environment variables `NO_COLOR`, `CLICOLOR` and `CLICOLOR_FORCE` change what `auto` does; `always` and `never` take
    /// precedence over them. Help texts and cargo follow this flag, too.
    #[arg(long, value_enum, global = true, default_value_t = When::Auto, value_name = "WHEN", display_order = GLOBAL_FLAGS_ORDER + 2)]
    pub color: When,
    /// Format of messages: text, or one JSON object per line on stdout
    ///
    /// With `json`, diagnostics, progress, files and the results of dry runs are objects with a field `reason`; the last one is
    /// `finished`. `-q` and `-v` do not change them. `docs/output.md` describes all fields.
    #[arg(long, value_enum, global = true, default_value_t = MessageFormat::Human, value_name = "FORMAT", display_order = GLOBAL_FLAGS_ORDER + 3)]
    pub message_format: MessageFormat,
}

/// The values of `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// If the output is a terminal
    Auto,
    Always,
    Never,
}

/// The values of `--message-format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// Text: progress and diagnostics on stderr, results on stdout
    Human,
    /// One JSON object per line on stdout
    Json,
}

impl OutputArguments {
    /// The flags among `words`. A wrong value counts as the default; parsing reports it.
    pub fn scan(words: &[OsString]) -> Self {
        Self {
            color: last_value(words, "--color").unwrap_or(When::Auto),
            message_format: last_value(words, "--message-format").unwrap_or(MessageFormat::Human),
        }
    }
}

/// The last valid value of a flag, written `--flag value` or `--flag=value`. No other flag takes a value that begins with `-`.
fn last_value<V: ValueEnum>(words: &[OsString], flag: &str) -> Option<V> {
    let words = || words.iter().map(|word| word.to_str().unwrap_or_default()).take_while(|word| *word != "--");
    let apart = words().zip(words().skip(1)).filter(|(word, _)| *word == flag).map(|(_, value)| value);
    let joined = words().filter_map(|word| word.strip_prefix(flag)?.strip_prefix('='));
    apart.chain(joined).filter_map(|value| V::from_str(value, false).ok()).last()
}

impl When {
    /// For what this program prints.
    pub fn choice(self) -> ColorChoice {
        match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        }
    }

    /// For help and usage errors.
    pub fn for_clap(self) -> clap::ColorChoice {
        match self {
            Self::Auto => clap::ColorChoice::Auto,
            Self::Always => clap::ColorChoice::Always,
            Self::Never => clap::ColorChoice::Never,
        }
    }

    /// For cargo.
    pub fn for_cargo(self) -> CargoColor {
        match self {
            Self::Auto => CargoColor::Auto,
            Self::Always => CargoColor::Always,
            Self::Never => CargoColor::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_found_wherever_they_are() {
        for (line, color, format) in [
            ("s build", When::Auto, MessageFormat::Human),
            ("s --color always build --message-format=json", When::Always, MessageFormat::Json),
            ("s build --color=never --message-format json --nonsense", When::Never, MessageFormat::Json),
            ("s build --color often --message-format", When::Auto, MessageFormat::Human),
            ("s -- --color always --message-format=json", When::Auto, MessageFormat::Human),
            ("s build --colors=never --color", When::Auto, MessageFormat::Human),
        ] {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let found = OutputArguments::scan(&words);
            assert_eq!((found.color, found.message_format), (color, format), "{line}");
        }
    }
}
