//! The flags `--color` and `--message-format`.

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

/// The form of messages, and where they go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Messages {
    /// Text on stderr.
    Human,
    Json(MessageStream),
}

/// Where JSON goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageStream {
    Stdout,
    /// If stdout is for a component.
    Stderr,
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
