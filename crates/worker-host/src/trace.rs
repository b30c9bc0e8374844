//! What crosses workers, for those who want to watch: [`Trace`] is told of each call when it starts and when it ends.
//!
//! Only calls from one worker to another are told of, not those from outside. [`TraceLines`] writes them as text.

use std::collections::VecDeque;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use crate::rpc_error::RpcError;
use crate::worker_id::WorkerId;

/// Is told of the calls between workers, from any thread.
pub trait Trace: Send + Sync {
    /// A call starts.
    fn started(&self, call: &TracedCall);

    /// A call has its answer: the result in WAVE, `()` where there is none.
    fn finished(&self, call: &TracedCall, answer: &Result<String, RpcError>);
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
    /// Who is called, as far as the URI says so; the URI itself where it is malformed.
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
        let answer = match answer {
            Some(Ok(value)) => value.clone(),
            Some(Err(error)) => format!("error {error}"),
            None => "…".to_owned(),
        };
        let mode = match self.mode {
            CallMode::Await => "",
            CallMode::Forget => "  [not awaited]",
            CallMode::Async => "  [async]",
        };
        let TracedCall { caller, callee, function, .. } = self;
        let arguments = self.arguments.join(", ");
        let line = format!("{caller} -> {callee}  {function}({arguments}) -> {answer}{mode}");
        line.replace('\n', " ")
    }
}

/// Writes each call as a line of text, in the order in which they start, nested ones indented below their callers.
///
/// A line is written when its call and all that started before it have their answers.
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
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some((call, line)) = state.open.pop_front() {
            let line = line.unwrap_or_else(|| call.line(None));
            state.write(call.depth, &line);
        }
    }
}

impl<W: Write> Lines<W> {
    fn write(&mut self, depth: usize, line: &str) {
        let _ = writeln!(self.out, "{:indent$}{line}", "", indent = depth * 2);
    }
}

impl<W: Write + Send> Trace for TraceLines<W> {
    fn started(&self, call: &TracedCall) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.open.push_back((Arc::new(call.clone()), None));
    }

    fn finished(&self, call: &TracedCall, answer: &Result<String, RpcError>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let open = state.open.iter_mut();
        for (_, line) in open.filter(|(open, _)| open.number == call.number) {
            *line = Some(call.line(Some(answer)));
        }
        while let Some((call, Some(line))) = state.open.front() {
            let (depth, line) = (call.depth, line.clone());
            state.open.pop_front();
            state.write(depth, &line);
        }
    }
}
