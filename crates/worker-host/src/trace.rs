//! The trace of calls between workers: [`Trace`] gets each call when it starts and when it ends.
//!
//! Calls from outside are not traced. [`TraceLines`] writes a trace as text.

use std::collections::VecDeque;
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::escape::escape_control;
use crate::rpc_error::RpcError;
use crate::worker_id::WorkerId;

/// Receives the calls between workers, from any thread.
pub trait Trace: Send + Sync {
    /// A call starts.
    fn started(&self, call: &TracedCall);

    /// A call has ended; its result is WAVE, `()` if the function has none.
    fn finished(&self, call: &TracedCall, answer: &Result<String, RpcError>);

    /// A call was cancelled before it started, because its future was dropped.
    fn cancelled(&self, _call: &TracedCall) {}

    /// A Golem server would refuse something that this host accepts.
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
    pub fn line(&self, answer: Option<&Result<String, RpcError>>) -> String {
        match answer {
            Some(Ok(value)) => self.line_with(value),
            Some(Err(error)) => self.line_with(&format!("error {error}")),
            None => self.line_with("…"),
        }
    }

    /// The line of a cancelled call.
    pub fn cancelled_line(&self) -> String {
        self.line_with("cancelled")
    }

    fn line_with(&self, end: &str) -> String {
        let mode = match self.mode {
            CallMode::Await => "",
            CallMode::Forget => "  [not awaited]",
            CallMode::Async => "  [async]",
        };
        let TracedCall { caller, callee, function, .. } = self;
        let arguments = self.arguments.join(", ");
        let line = format!("{caller} -> {callee}  {function}({arguments}) -> {end}{mode}");
        escape_control(&line.replace('\n', " "))
    }
}

/// Writes each call as a line of text, in the order of their starts, indented below the calls that they are nested in.
///
/// A line is written when its call and all earlier ones have ended; a warning, immediately.
pub struct TraceLines<W> {
    state: Mutex<Lines<W>>,
}

struct Lines<W> {
    out: W,
    /// The calls whose lines are not written, in the order of their starts, with the lines of those that have ended.
    open: VecDeque<(Arc<TracedCall>, Option<String>)>,
}

impl<W: Write> TraceLines<W> {
    /// Writes to `out`, and ignores errors.
    pub fn new(out: W) -> Self {
        let open = VecDeque::new();
        TraceLines { state: Mutex::new(Lines { out, open }) }
    }

    /// Writes the calls that have not ended, with `…` as their result.
    pub fn flush(&self) {
        let mut state = self.lines();
        while let Some((call, line)) = state.open.pop_front() {
            let line = line.unwrap_or_else(|| call.line(None));
            state.write(call.depth, &line);
        }
    }

    fn lines(&self) -> MutexGuard<'_, Lines<W>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<W: Write> Lines<W> {
    fn write(&mut self, depth: usize, line: &str) {
        let _ = writeln!(self.out, "{:indent$}{line}", "", indent = depth * 2);
    }

    fn end(&mut self, number: u64, end: &str) {
        let open = self.open.iter_mut();
        for (_, line) in open.filter(|(open, _)| open.number == number) {
            *line = Some(end.to_owned());
        }
        while let Some((call, Some(line))) = self.open.front() {
            let (depth, line) = (call.depth, line.clone());
            self.open.pop_front();
            self.write(depth, &line);
        }
    }
}

impl<W: Write + Send> Trace for TraceLines<W> {
    fn started(&self, call: &TracedCall) {
        self.lines().open.push_back((Arc::new(call.clone()), None));
    }

    fn finished(&self, call: &TracedCall, answer: &Result<String, RpcError>) {
        self.lines().end(call.number, &call.line(Some(answer)));
    }

    fn cancelled(&self, call: &TracedCall) {
        self.lines().end(call.number, &call.cancelled_line());
    }

    fn warning(&self, message: &str) {
        self.lines().write(0, &format!("warning: {message}"));
    }
}
