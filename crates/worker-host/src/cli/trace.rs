//! The calls between workers that a run shows: [`Watch`] passes each on to whoever needs it.
//!
//! * `--trace`, or `:trace on` at the prompt: all calls, as they run.
//! * `--trace-file`: a record of all calls (`recording.rs`).
//! * Without either: failures that no caller receives, and what Golem would refuse.
//! * For errors: the calls that failed in the current invocation.

use std::io::{Stderr, stderr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use worker_host::{CallError, CallMode, Times, Trace, TraceLines, TracedCall};

use super::recording::Recording;
use super::style::{Label, label, write_stderr};

/// The trace of a run.
pub struct Watch {
    lines: TraceLines<Stderr>,
    /// Whether calls are shown.
    is_shown: AtomicBool,
    warnings: Warnings,
    recording: Option<Recording>,
    failed: Mutex<Vec<FailedCall>>,
}

/// Whether warnings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warnings {
    /// On stderr.
    Shown,
    /// `--quiet`
    Hidden,
}

/// A call that has failed.
#[derive(Clone, Debug)]
pub struct FailedCall {
    /// The call.
    pub call: TracedCall,
    /// Why.
    pub error: CallError,
}

impl Watch {
    pub fn new(is_shown: bool, warnings: Warnings, recording: Option<Recording>) -> Self {
        Watch {
            lines: TraceLines::new(stderr(), Times::Shown),
            is_shown: AtomicBool::new(is_shown),
            warnings,
            recording,
            failed: Mutex::default(),
        }
    }

    /// Shows or hides calls from now on.
    pub fn show(&self, is_shown: bool) {
        self.lines.flush();
        self.is_shown.store(is_shown, Ordering::Relaxed);
    }

    /// Shows calls that take long, and records what has happened. To be called at regular times.
    pub fn tick(&self) {
        self.lines.show_running();
        if let Some(recording) = &self.recording {
            recording.tick();
        }
    }

    /// Shows what is held back.
    pub fn flush(&self) {
        self.lines.flush();
    }

    /// The record of the calls.
    pub fn recording(&self) -> Option<&Recording> {
        self.recording.as_ref()
    }

    /// The calls that have failed since this was called for the last time, in the order of their starts.
    pub fn take_failed(&self) -> Vec<FailedCall> {
        let mut failed = std::mem::take(&mut *self.failed());
        failed.sort_by_key(|failed| failed.call.number);
        failed
    }

    fn failed(&self) -> MutexGuard<'_, Vec<FailedCall>> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_shown(&self) -> bool {
        self.is_shown.load(Ordering::Relaxed)
    }
}

/// The most failed calls that are kept for an error.
const KEPT: usize = 100;

impl Trace for Watch {
    fn started(&self, call: &TracedCall) {
        if self.is_shown() {
            self.lines.started(call);
        }
        if let Some(recording) = &self.recording {
            recording.started(call);
        }
    }

    fn finished(&self, call: &TracedCall, answer: &Result<String, CallError>) {
        if self.is_shown() {
            self.lines.finished(call, answer);
        } else if call.mode == CallMode::Forget && answer.is_err() {
            self.warning(&call.line(Some(answer)));
        }
        if let Some(recording) = &self.recording {
            recording.finished(call, answer);
        }
        if let Err(error) = answer {
            let mut failed = self.failed();
            if failed.len() < KEPT {
                failed.push(FailedCall { call: call.clone(), error: error.clone() });
            }
        }
    }

    fn cancelled(&self, call: &TracedCall) {
        if self.is_shown() {
            self.lines.cancelled(call);
        }
        if let Some(recording) = &self.recording {
            recording.cancelled(call);
        }
    }

    fn warning(&self, message: &str) {
        if self.is_shown() {
            self.lines.warning(message);
        } else if self.warnings == Warnings::Shown {
            write_stderr(&format!("{}: {message}\n", label(Label::Warning)));
        }
    }
}
