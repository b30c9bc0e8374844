//! Results and errors -> text, or JSON with one object a line.
//!
//! An error says which invocation failed and why, then which calls between workers failed in it, and what to do:
//!
//! ```text
//! error: failed to invoke `total` of `storefront/s`: remote-internal-error: `total`: wasm trap: wasm `unreachable` …
//!   storefront/s called pricing/slow `price`: there is no component `pricing`
//! hint: add it with `--component pricing=FILE`
//! ```

use std::io::{Write, stderr, stdout};

use anyhow::{Context, Result};
use serde_json::json;
use worker_host::{Answer, escape_control};

use super::hints::{hint, reason, remedy};
use super::invocation::Invocation;
use super::trace::FailedCall;

/// `--format`
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Results in WAVE, errors as text
    Text,
    /// Results and errors as JSON, one object a line
    Json,
}

/// How a run reports.
#[derive(Clone, Copy, Debug)]
pub struct Reporter {
    pub format: Format,
    pub detail: Detail,
}

/// How much an error says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Backtraces without the frames of standard libraries and generated code.
    Brief,
    /// `--verbose`: everything.
    Full,
}

impl Reporter {
    /// Prints a result to stdout.
    pub fn result(self, invocation: &Invocation, answer: &Answer) -> Result<()> {
        let text = answer.to_wave();
        let line = match self.format {
            Format::Text => escape_control(&text),
            Format::Json => {
                let Invocation { worker, function, .. } = invocation;
                json!({ "worker": worker, "function": function, "result": text }).to_string()
            }
        };
        writeln!(stdout(), "{line}").context("failed to write to stdout")
    }

    /// Prints an error, and the calls that failed on the way to it: text to stderr, JSON to stdout.
    pub fn error(self, error: &anyhow::Error, failed: &[FailedCall]) {
        let message = self.shorten(&format!("{error:#}"));
        let calls: Vec<String> = failed.iter().map(|failed| self.failed_call(failed)).collect();
        let hint = hint(error).or_else(|| failed.iter().rev().find_map(|failed| remedy(&failed.error)));
        // an error of the output cannot be reported
        let _ = match self.format {
            Format::Json => {
                let object = json!({ "error": message, "failed-calls": calls, "hint": hint });
                writeln!(stdout(), "{object}")
            }
            Format::Text => {
                let mut text = format!("error: {message}\n");
                for call in calls {
                    text += &format!("  {call}\n");
                }
                if let Some(hint) = hint {
                    text += &format!("hint: {hint}\n");
                }
                stderr().write_all(escape_control(&text).as_bytes())
            }
        };
    }

    /// `caller called callee `function`: reason`
    fn failed_call(self, FailedCall { call, error }: &FailedCall) -> String {
        let reason = self.shorten(&reason(error));
        let first = match self.detail {
            Detail::Brief => reason.lines().next().unwrap_or_default(),
            Detail::Full => &reason,
        };
        format!("{} called {} `{}`: {first}", call.caller, call.callee, call.function)
    }

    fn shorten(self, message: &str) -> String {
        match self.detail {
            Detail::Brief => without_foreign_frames(message),
            Detail::Full => message.to_owned(),
        }
    }
}

/// The message with backtraces that name only the functions of the guest's own code.
fn without_foreign_frames(message: &str) -> String {
    let mut text = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once(" (in ") {
        let Some(end) = closing(after) else { break };
        text += before;
        let own: Vec<&str> = after[..end].split(" <- ").filter(|frame| !is_foreign(frame)).collect();
        if !own.is_empty() {
            text += &format!(" (in {})", own.join(" <- "));
        }
        rest = &after[end + 1..];
    }
    text + rest
}

/// The position of the parenthesis that ends a backtrace; names of functions have parentheses in pairs.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(position, c)| {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(position),
            ')' => depth -= 1,
            _ => {}
        }
        None
    })
}

/// Whether a frame is of a standard library, of a runtime, or of generated bindings.
fn is_foreign(frame: &str) -> bool {
    let name = frame.rsplit('!').next().unwrap_or(frame).trim_start_matches(['<', '&']);
    let crates =
        ["std", "core", "alloc", "wit_bindgen", "wit_bindgen_rt", "dlmalloc", "panic_abort", "wasi", "bindings"];
    let starts = [
        "__",
        "_start",
        "rust_",
        "cabi_",
        "wasm-function[",
        "wasm function ",
        "wit-component:",
        "export_",
        "_export_",
        "abort",
    ];
    crates.iter().any(|name_of_crate| name.strip_prefix(name_of_crate).is_some_and(|rest| rest.starts_with("::")))
        || starts.iter().any(|start| name.starts_with(start))
        || frame.contains("-stub/stub-")
        || name.contains("::bindings::")
        || name.contains("::_export_")
        || name == "unreachable"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_others_are_hidden() {
        let trap = "trap (in abort <- std::process::abort <- <core::option::Option<T>>::unwrap <- cart::check_out <- \
                    cart::bindings::_export_checkout_cabi <- cart.wasm!shopping:cart/api#checkout) end";
        let expected = "trap (in cart::check_out <- cart.wasm!shopping:cart/api#checkout) end";
        assert_eq!(without_foreign_frames(trap), expected);
        assert_eq!(without_foreign_frames("trap (in __rust_start_panic <- rust_panic)"), "trap");
        let stub = "trap (in a:b-stub/stub-b!rpc-error denied <- <wasm function 19> <- cart.wasm!f)";
        assert_eq!(without_foreign_frames(stub), "trap (in cart.wasm!f)");
        assert_eq!(without_foreign_frames("no (in frames"), "no (in frames");
        assert_eq!(without_foreign_frames("a (in f(x)) b"), "a (in f(x)) b");
    }
}
