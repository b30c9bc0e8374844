//! Labels of messages, coloured where stderr is a terminal that supports it, as `wasm-rpc-stubgen` colours its own.

use std::io::Write;

use anstream::ColorChoice;
use clap::builder::styling::{AnsiColor, Style};

/// `--color`
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What a message begins with.
#[derive(Clone, Copy, Debug)]
pub enum Label {
    Error,
    Warning,
    Hint,
}

/// Selects when [`write_stderr`] colours.
pub fn select(color: Color) {
    match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
    .write_global();
}

/// The label's word with its colour.
pub fn label(label: Label) -> String {
    let (word, color) = match label {
        Label::Error => ("error", AnsiColor::Red),
        Label::Warning => ("warning", AnsiColor::Yellow),
        Label::Hint => ("hint", AnsiColor::Green),
    };
    let style = Style::new().bold().fg_color(Some(color.into()));
    format!("{style}{word}{style:#}")
}

/// Writes a message with labels. The rest of it has no control characters.
pub fn write_stderr(text: &str) {
    // an error of stderr cannot be reported
    let _ = anstream::stderr().write_all(text.as_bytes());
}
