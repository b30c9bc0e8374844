//! What crosses workers, for those who want to watch: [`Trace`] is told of each call when it starts and when it ends.
//!
//! Only calls from one worker to another are told of, not those from outside. [`TraceLines`] writes them as text.

use std::collections::VecDeque;
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::printable::printable;
use crate::rpc_error::RpcError;
use crate::worker_id::WorkerId;

/// Is told of the calls between workers, from any thread.
pub trait Trace: Send + Sync {
    /// A call starts.
    fn started(&self, call: &TracedCall);

    /// A call has its answer: the result in WAVE, `()` where there is none.
    fn finished(&self, call: &TracedCall, answer: &Result<String, RpcError>);

    /// A call has been cancelled before it began: its future was dropped.
    fn cancelled(&self, _call: &TracedCall) {}

    /// Something works here that a Golem server refuses.
    fn warning(&self, _message: &str) {}
}

/// How a call is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallMode {
    /// `invoke-and-await`: the caller waits.
    Await,
    /// `invoke`: the caller never asks.
    Forget,
    /// `async-invoke-and-await`: the caller asks later.
    Async,
}

/// A call from one worker to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracedCall {
    /// The call's number, in the order in which calls start.
    pub number: u64,
    /// How many traced calls it is nested in.
    pub depth: usize,
    /// Who calls.
    pub caller: WorkerId,
    /// Who is called.
    pub callee: String,
    /// How.
    pub mode: CallMode,
    /// The function's name, as the caller spells it.
    pub function: String,
    /// The arguments in WAVE; `?` for one that isn't of its parameter's type.
    pub arguments: Vec<String>,
}

impl TracedCall {
    /// The call with its answer in one line, without indentation:
    /// `cart/alice -> history/alice  shopping:purchase-history/api.{add-order}({…}) -> ()`.
    pub fn line(&self, answer: Option<&Result<String, RpcError>>) -> String {
        match answer {
            Some(Ok(value)) => self.line_with(value),
            Some(Err(error)) => self.line_with(&format!("error {error}")),
            None => self.line_with("…"),
        }
    }

    /// The same of a call that has been cancelled.
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
        printable(&line.replace('\n', " "))
    }
}

/// Writes each call as a line of text, in the order in which they start, nested ones indented below their callers.
///
/// A line is written when its call and all that started before it have their answers; a warning, at once.
pub struct TraceLines<W> {
    state: Mutex<Lines<W>>,
}

struct Lines<W> {
    out: W,
    /// Calls that are not written yet, by the time they started, and their lines when they have ended.
    open: VecDeque<(Arc<TracedCall>, Option<String>)>,
}

impl<W: Write> TraceLines<W> {
    /// Writes to `out`; that it can't be written to is ignored.
    pub fn new(out: W) -> Self {
        let open = VecDeque::new();
        TraceLines { state: Mutex::new(Lines { out, open }) }
    }

    /// Writes what has started and not ended, with `…` as its answer.
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
