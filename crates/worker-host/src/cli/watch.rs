//! What the run tells of calls between workers: all of them with `--trace`, else only the failures that nobody sees and
//! what Golem would refuse.

use std::io::{Stderr, Write, stderr};

use worker_host::{CallMode, RpcError, Trace, TraceLines, TracedCall};

/// All calls, a line each.
pub fn all() -> TraceLines<Stderr> {
    TraceLines::new(stderr())
}

/// A warning for each fire-and-forget call that fails: its caller is not told.
pub struct Unseen;

impl Trace for Unseen {
    fn started(&self, _: &TracedCall) {}

    fn finished(&self, call: &TracedCall, answer: &Result<String, RpcError>) {
        if call.mode == CallMode::Forget && answer.is_err() {
            self.warning(&call.line(Some(answer)));
        }
    }

    fn warning(&self, message: &str) {
        // that stderr can't be written to can't be told anywhere
        let _ = writeln!(stderr(), "warning: {message}");
    }
}
