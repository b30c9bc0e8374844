//! Results and errors -> text, or JSON with one object a line.
//!
//! An error says which invocation failed and why, then which calls between workers failed in it, and what to do:
//!
//! ```text
//! error: failed to invoke `total` of `storefront/s`: wasm trap: wasm `unreachable` instruction executed (in …#total)
//!   storefront/s called pricing/slow `price`: component `pricing` not found (known: `storefront`)
//! hint: add it with `--component pricing=FILE`
//! ```

use std::io::{Write, stdout};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use worker_host::{Answer, CallError, InvokeError, escape_control, escape_control_in_json};

use super::hints::{Input, hint, remedy};
use super::invocation::Invocation;
use super::style::{Label, label, write_stderr};
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
    pub input: Input,
    /// Whether the workers' stderr is hidden, so that errors have to contain it.
    pub is_quiet: bool,
}

/// How much an error says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Each reason in one line.
    Brief,
    /// `--verbose`: everything.
    Full,
}

/// The context of an error of an invocation.
#[derive(Debug, thiserror::Error)]
#[error("failed to invoke `{function}` of `{worker}`")]
pub struct FailedInvocation {
    pub worker: String,
    pub function: String,
}

impl Reporter {
    /// Prints a result to stdout.
    pub fn result(self, invocation: &Invocation, answer: &Answer) -> Result<()> {
        let text = answer.to_wave();
        let line = match self.format {
            Format::Text => escape_control(&text),
            Format::Json => {
                let Invocation { worker, function, .. } = invocation;
                let object = json!({ "worker": worker, "function": function, "result": text });
                escape_control_in_json(&object.to_string())
            }
        };
        writeln!(stdout(), "{line}").context("failed to write to stdout")
    }

    /// Prints an error, and the calls that failed on the way to it: text to stderr, JSON to stdout.
    pub fn error(self, error: &anyhow::Error, failed: &[FailedCall]) {
        let hint = hint(error, self.input).or_else(|| failed.iter().rev().find_map(|failed| remedy(&failed.error)));
        match self.format {
            Format::Json => {
                let object = escape_control_in_json(&json_error(error, failed, hint.as_deref()).to_string());
                // an error of stdout cannot be reported
                let _ = writeln!(stdout(), "{object}");
            }
            Format::Text => write_stderr(&self.text_error(error, failed, hint.as_deref())),
        }
    }

    fn text_error(self, error: &anyhow::Error, failed: &[FailedCall], hint: Option<&str>) -> String {
        let mut text = format!("{}: {}\n", label(Label::Error), escape_control(&self.message(error, failed)));
        for call in failed {
            text += &escape_control(&self.failed_call(call));
        }
        if let Some(hint) = hint {
            text += &format!("{}: {}\n", label(Label::Hint), escape_control(hint));
        }
        text
    }

    fn message(self, error: &anyhow::Error, failed: &[FailedCall]) -> String {
        let (Some(call), Detail::Brief) = (call_error(error), self.detail) else { return format!("{error:#}") };
        let worker = error.downcast_ref::<FailedInvocation>().map_or("", |failed| &failed.worker);
        let stderr = call.stderr().filter(|_| self.is_quiet).unwrap_or_default();
        // what a stub writes about a failed call is below
        let own = stderr.lines().take_while(|line| failed.is_empty() || !line.starts_with("wasm-rpc: "));
        let lines: String = own.map(|line| format!("\n  {worker} | {line}")).collect();
        format!("{error}: {}{lines}", reason(call))
    }

    /// `caller called callee `function`: reason`, and what the callee wrote to stderr if that is not shown already.
    fn failed_call(self, FailedCall { call, error }: &FailedCall) -> String {
        let start = format!("  {} called {} `{}`", call.caller, call.callee, call.function);
        if self.detail == Detail::Full {
            return format!("{start}: {error}\n");
        }
        let stderr = error.stderr().filter(|_| self.is_quiet).unwrap_or_default();
        let lines: String = stderr.lines().map(|line| format!("  {} | {line}\n", call.callee)).collect();
        format!("{start}: {}\n{lines}", reason(error))
    }
}

/// The error of the call itself, if the invocation got so far.
fn call_error(error: &anyhow::Error) -> Option<&CallError> {
    error.chain().find_map(|cause| match cause.downcast_ref::<InvokeError>() {
        Some(InvokeError::Call(error)) => Some(error),
        _ => None,
    })
}

/// The reason in one line.
fn reason(error: &CallError) -> String {
    error.reason().replace('\n', " ")
}

/// An error as JSON; the documentation of the format is in `docs/local-host.md`.
fn json_error(error: &anyhow::Error, failed: &[FailedCall], hint: Option<&str>) -> Value {
    let failed_call = |FailedCall { call, error }: &FailedCall| {
        json!({
            "caller": call.caller.to_string(), "callee": call.callee, "function": call.function,
            "kind": kind(error), "reason": reason(error), "stderr": error.stderr(),
        })
    };
    let call = call_error(error);
    let message = call.map_or_else(|| format!("{error:#}"), |call| format!("{error}: {}", reason(call)));
    let invocation = error.downcast_ref::<FailedInvocation>();
    let (worker, function) = (invocation.map(|failed| &failed.worker), invocation.map(|failed| &failed.function));
    json!({
        "worker": worker, "function": function, "error": message, "kind": call.map(kind),
        "stderr": call.and_then(CallError::stderr),
        "failed-calls": failed.iter().map(failed_call).collect::<Vec<_>>(), "hint": hint,
    })
}

/// The kind of the `rpc-error`.
fn kind(error: &CallError) -> &'static str {
    match error {
        CallError::Denied { .. } => "denied",
        CallError::UnknownComponent(_) | CallError::UnknownFunction(_) | CallError::Failed(_) => {
            "remote-internal-error"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reporter(is_quiet: bool) -> Reporter {
        Reporter { format: Format::Text, detail: Detail::Brief, input: Input::Shell, is_quiet }
    }

    fn failed_call() -> FailedCall {
        let call = worker_host::TracedCall {
            number: 0,
            depth: 0,
            caller: worker_host::WorkerId::parse_short("a/x").unwrap(),
            callee: "b/y".to_owned(),
            mode: worker_host::CallMode::Await,
            function: "f".to_owned(),
            arguments: Vec::new(),
        };
        let failure = worker_host::WorkerFailure {
            function: Some("f".to_owned()),
            reason: "wasm trap: why".to_owned(),
            limit: None,
            stderr: "panicked\nat x".to_owned(),
            is_earlier: false,
        };
        FailedCall { call, error: CallError::Failed(failure) }
    }

    #[test]
    fn a_failed_call_is_one_line_and_what_is_not_shown_already() {
        assert_eq!(reporter(false).failed_call(&failed_call()), "  a/x called b/y `f`: wasm trap: why\n");
        let expected = "  a/x called b/y `f`: wasm trap: why\n  b/y | panicked\n  b/y | at x\n";
        assert_eq!(reporter(true).failed_call(&failed_call()), expected);
    }

    #[test]
    fn json_has_the_parts_of_an_error() {
        let error = InvokeError::Call(CallError::Denied { reason: "no".to_owned(), limit: None });
        let context = FailedInvocation { worker: "a/x".to_owned(), function: "f".to_owned() };
        let error = anyhow::Error::new(error).context(context);
        let object = json_error(&error, &[failed_call()], Some("do this"));
        let expected = json!({
            "worker": "a/x", "function": "f", "error": "failed to invoke `f` of `a/x`: denied: no", "kind": "denied", "stderr": null, "hint": "do this",
            "failed-calls": [{
                "caller": "a/x", "callee": "b/y", "function": "f", "kind": "remote-internal-error",
                "reason": "wasm trap: why", "stderr": "panicked\nat x",
            }],
        });
        assert_eq!(object, expected);
    }
}
