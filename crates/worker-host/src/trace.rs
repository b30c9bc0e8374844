//! The trace of calls between workers: [`Trace`] gets each call when it starts and when it ends.
//!
//! Calls from outside are not traced. [`TraceLines`] writes a trace as text.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::call_error::CallError;
use crate::escape::escape_control;
use crate::worker_id::WorkerId;

/// Receives the calls between workers, from any thread.
pub trait Trace: Send + Sync {
    /// A call starts.
    fn started(&self, call: &TracedCall);

    /// A call has ended; its result is WAVE, `()` if the function has none.
    fn finished(&self, call: &TracedCall, answer: &Result<String, CallError>);

    /// A call was cancelled before it started, because its future was dropped.
    fn cancelled(&self, _call: &TracedCall) {}

    /// A Golem server would refuse something that this host accepts, or a worker has reached a limit without an error.
    fn warning(&self, _message: &str) {}
}

/// How a call is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallMode {
    /// `invoke-and-await`: the caller waits.
    Await,
    /// `invoke`: the caller never gets the result.
    Forget,
    /// `async-invoke-and-await`: the caller gets the result later.
    Async,
}

/// A call from one worker to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracedCall {
    /// The call's number in the order of their starts.
    pub number: u64,
    /// The number of traced calls that it is nested in.
    pub depth: usize,
    /// The calling worker.
    pub caller: WorkerId,
    /// The called worker.
    pub callee: String,
    /// How the call is made.
    pub mode: CallMode,
    /// The function's name, as the caller spells it.
    pub function: String,
    /// The arguments in WAVE; `?` for one that is not of its parameter's type.
    pub arguments: Vec<String>,
}

impl TracedCall {
    /// The call and its result in one line, without indentation:
    /// `cart/alice -> history/alice  shopping:purchase-history/api.{add-order}({…}) -> ()`.
    pub fn line(&self, answer: Option<&Result<String, CallError>>) -> String {
        answer.map_or_else(|| self.line_with("…"), |answer| self.line_with(&result_text(answer)))
    }

    /// The line of a cancelled call.
    pub fn cancelled_line(&self) -> String {
        self.line_with("cancelled")
    }

    /// The line of a call's end, where other lines stand between it and the line of its start.
    fn end_line(&self, end: &str) -> String {
        let TracedCall { caller, callee, function, .. } = self;
        one_line(&format!("{caller} <- {callee}  {function} -> {end}{}", self.mode_text()))
    }

    fn line_with(&self, end: &str) -> String {
        let TracedCall { caller, callee, function, .. } = self;
        let arguments = self.arguments.join(", ");
        one_line(&format!("{caller} -> {callee}  {function}({arguments}) -> {end}{}", self.mode_text()))
    }

    fn mode_text(&self) -> &'static str {
        match self.mode {
            CallMode::Await => "",
            CallMode::Forget => "  [not awaited]",
            CallMode::Async => "  [async]",
        }
    }
}

fn one_line(text: &str) -> String {
    escape_control(&text.replace('\n', " "))
}

fn result_text(answer: &Result<String, CallError>) -> String {
    answer.as_ref().map_or_else(|error| format!("error {error}"), Clone::clone)
}

/// Writes the calls as text while they run, nested ones indented below their callers.
///
/// A call that ends before anything else happens is one line. Else it has a line with `…` when it starts, and one with
/// `<-` and the result when it ends.
pub struct TraceLines<W> {
    state: Mutex<Lines<W>>,
    times: Times,
}

/// Whether a trace contains times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// Each result is followed by the time that the call took.
    Shown,
    /// The text depends only on the calls.
    Hidden,
}

/// How long a call waits for its result before its line is written without one.
const HELD: Duration = Duration::from_millis(200);

struct Lines<W> {
    out: W,
    /// The calls that run, by number, with the times of their starts.
    running: BTreeMap<u64, Instant>,
    /// The call that has started last, if its line is not written.
    held: Option<TracedCall>,
}

impl<W: Write> TraceLines<W> {
    /// Writes to `out`, and ignores errors.
    pub fn new(out: W, times: Times) -> Self {
        let state = Lines { out, running: BTreeMap::new(), held: None };
        TraceLines { state: Mutex::new(state), times }
    }

    /// Writes the line of a call that has been running for a while. To be called at regular times.
    pub fn show_running(&self) {
        let mut lines = self.lines();
        let since = lines.held.as_ref().and_then(|call| lines.running.get(&call.number));
        if since.is_some_and(|since| since.elapsed() >= HELD) {
            lines.write_held();
        }
    }

    /// Writes what is held back.
    pub fn flush(&self) {
        self.lines().write_held();
    }

    fn end(&self, call: &TracedCall, end: &str) {
        let mut lines = self.lines();
        let started = lines.running.remove(&call.number);
        let time = match (self.times, started) {
            (Times::Shown, Some(started)) => format!("  ({})", readable(started.elapsed())),
            _ => String::new(),
        };
        let line = if lines.held.take_if(|held| held.number == call.number).is_some() {
            call.line_with(end)
        } else {
            lines.write_held();
            call.end_line(end)
        };
        lines.write(call.depth, &(line + &time));
    }

    fn lines(&self) -> MutexGuard<'_, Lines<W>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A time with as many digits as matter.
pub fn readable(time: Duration) -> String {
    match time.as_micros() {
        0..1_000 => format!("{}µs", time.as_micros()),
        1_000..10_000_000 => format!("{}ms", time.as_millis()),
        _ => format!("{:.1}s", time.as_secs_f64()),
    }
}

impl<W: Write> Lines<W> {
    fn write(&mut self, depth: usize, line: &str) {
        let _ = writeln!(self.out, "{:indent$}{line}", "", indent = depth * 2);
    }

    fn write_held(&mut self) {
        if let Some(call) = self.held.take() {
            self.write(call.depth, &call.line(None));
        }
    }
}

impl<W: Write + Send> Trace for TraceLines<W> {
    fn started(&self, call: &TracedCall) {
        let mut lines = self.lines();
        lines.write_held();
        lines.running.insert(call.number, Instant::now());
        lines.held = Some(call.clone());
    }

    fn finished(&self, call: &TracedCall, answer: &Result<String, CallError>) {
        self.end(call, &result_text(answer));
    }

    fn cancelled(&self, call: &TracedCall) {
        self.end(call, "cancelled");
    }

    fn warning(&self, message: &str) {
        let mut lines = self.lines();
        lines.write_held();
        lines.write(0, &format!("warning: {message}"));
    }
}
