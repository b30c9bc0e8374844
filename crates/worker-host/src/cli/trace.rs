//! The calls between workers that a run prints: all with `--trace`, else only failures that no caller receives and what Golem
//! would refuse.

use std::io::{Stderr, Write, stderr};

use worker_host::{CallMode, RpcError, Trace, TraceLines, TracedCall};

/// Prints all calls, one per line.
pub fn all_calls() -> TraceLines<Stderr> {
    TraceLines::new(stderr())
}

/// Prints a warning for each failed `invoke`, which returns no result to its caller.
pub struct FailuresAndWarnings;

impl Trace for FailuresAndWarnings {
    fn started(&self, _: &TracedCall) {}

    fn finished(&self, call: &TracedCall, answer: &Result<String, RpcError>) {
        if call.mode == CallMode::Forget && answer.is_err() {
            self.warning(&call.line(Some(answer)));
        }
    }

    fn warning(&self, message: &str) {
        // an error of stderr cannot be reported
        let _ = writeln!(stderr(), "warning: {message}");
    }
}
