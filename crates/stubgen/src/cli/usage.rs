//! What clap prints instead of a run: help, the version, and usage errors.

use std::process::ExitCode;

use wasm_rpc_stubgen::Diagnostic;

use crate::message::Message;
use crate::output::JsonLines;
use crate::output_arguments::Messages;

/// The exit code of wrong usage.
const WRONG_USAGE: u8 = 2;

/// Prints help, the version or a usage error.
pub fn print(error: &clap::Error, messages: Messages) -> ExitCode {
    let code = if error.use_stderr() { WRONG_USAGE } else { 0 };
    match messages {
        Messages::Human => {
            // If printing fails, there is no other place to report it.
            let _ = error.print();
            ExitCode::from(code)
        }
        Messages::Json(stream) => {
            let mut lines = JsonLines::new(stream);
            let text = error.to_string();
            match error.use_stderr() {
                true => lines.send(&message(&diagnostic(&text), &text)),
                false => lines.send(&Message::Text { text: &text }),
            }
            lines.finish(code, None)
        }
    }
}

/// The diagnostic with the text that clap would print.
fn message<'a>(diagnostic: &'a Diagnostic, text: &str) -> Message<'a> {
    match Message::diagnostic(diagnostic) {
        Message::Diagnostic { level, message, location, excerpt, items, hint, rendered: _ } => {
            Message::Diagnostic { level, message, location, excerpt, items, hint, rendered: text.to_string() }
        }
        message => message,
    }
}

/// The first paragraph of clap's text is the message. Its tips are the hint, or else its last sentence.
fn diagnostic(text: &str) -> Diagnostic {
    let first = text.split("\n\n").next().unwrap_or_default();
    let first = first.strip_prefix("error: ").unwrap_or(first).trim_end();
    let tips: Vec<&str> = text.lines().filter_map(|line| line.trim_start().strip_prefix("tip: ")).collect();
    let more = text.lines().rev().find_map(|line| line.strip_prefix("For more information, "));
    let more = more.map(|sentence| sentence.trim_end_matches('.').to_string());
    let hint = if tips.is_empty() { more } else { Some(tips.join("; ")) };
    Diagnostic { hint, ..Diagnostic::error(first) }
}
