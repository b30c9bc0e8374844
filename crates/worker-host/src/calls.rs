//! Calls from one worker to another, from the caller's request to the answer: admission, the callee's queue, the trace.

use std::sync::Arc;

use tokio::sync::oneshot;

use crate::functions::Function;
use crate::host::Shared;
use crate::job::{Canceller, ErrorDetail, Invocation, Job, Outcome};
use crate::rpc_error::RpcError;
use crate::trace::{CallMode, TracedCall};
use crate::value::WitValue;
use crate::waits::{Cycle, Settled, Waiting};
use crate::wave;
use crate::worker::Environment;
use crate::worker_id::WorkerId;

/// What a call comes to.
pub(crate) type Answer = Result<WitValue, RpcError>;

/// A call that a worker wants to make.
pub(crate) struct Outgoing {
    pub(crate) caller: WorkerId,
    pub(crate) environment: Environment,
    pub(crate) depth: usize,
    pub(crate) mode: CallMode,
    pub(crate) callee: WorkerId,
    pub(crate) function: String,
    pub(crate) params: Vec<WitValue>,
}

/// A call that is in its callee's queue.
pub(crate) struct Pending {
    pub(crate) settled: Settled,
    pub(crate) canceller: Canceller,
    outcome: oneshot::Receiver<Outcome>,
    report: Report,
    /// Tells that the caller waits, for as long as it does.
    waiting: Option<Waiting>,
}

/// What the trace is to be told at the end.
struct Report {
    host: Arc<Shared>,
    traced: Option<TracedCall>,
    function: Option<Arc<Function>>,
}

impl Shared {
    /// Starts a call: when this returns the call is in the queue, or refused.
    ///
    /// What is refused at once: an unknown component, and a call that would close a cycle of waiting workers. All else is
    /// known only when the callee comes to it.
    pub(crate) fn start(self: &Arc<Self>, call: Outgoing) -> Result<Pending, RpcError> {
        let component = self.component(call.callee.component_id());
        let function = component.map(|component| component.functions.resolve(&call.function));
        let found = function.as_ref().ok().and_then(|function| function.as_ref().ok()).cloned();
        let report =
            Report { host: Arc::clone(self), traced: self.trace_start(&call, found.as_deref()), function: found };
        let function = match function {
            Ok(function) => function,
            Err(unknown) => return Err(report.refuse(unknown.to_rpc_error())),
        };
        let invocation = Invocation { function, params: call.params, depth: call.depth + 1, detail: ErrorDetail::Full };
        let (job, outcome) = Job::new(invocation);
        let waiting = match call.mode {
            CallMode::Await => match self.waits.begin(&call.caller, &call.callee, &job.settled) {
                Ok(waiting) => Some(waiting),
                Err(cycle) => return Err(report.refuse(denied(cycle))),
            },
            // whether the caller waits, its future tells
            CallMode::Forget | CallMode::Async => None,
        };
        let (settled, canceller) = (job.settled.clone(), job.canceller());
        self.enqueue(&call.callee, &call.environment, job);
        Ok(Pending { settled, canceller, outcome, report, waiting })
    }

    fn trace_start(&self, call: &Outgoing, function: Option<&Function>) -> Option<TracedCall> {
        let trace = self.trace.as_ref()?;
        let types = function.and_then(Function::params).unwrap_or_default();
        let arguments = call.params.iter().enumerate().map(|(position, value)| {
            let value = self.names.readable(value);
            match types.get(position) {
                Some((_, ty)) => wave::print(&value, ty),
                None => wave::print_untyped(&value),
            }
        });
        let traced = TracedCall {
            number: self.next_call(),
            depth: call.depth,
            caller: call.caller.clone(),
            callee: call.callee.to_string(),
            mode: call.mode,
            function: call.function.clone(),
            arguments: arguments.collect(),
        };
        trace.started(&traced);
        Some(traced)
    }
}

/// The answer to a call that would close a cycle of waiting workers.
pub(crate) fn denied(Cycle(workers): Cycle) -> RpcError {
    let names: Vec<String> = workers.iter().map(ToString::to_string).collect();
    let caller = names.first().map_or("", String::as_str);
    let cycle = names.join(" -> ");
    RpcError::Denied(format!(
        "`{caller}` would wait forever: {cycle} (Golem does not refuse such a call; it never returns)"
    ))
}

impl Pending {
    /// Waits for the answer; none if the call has been cancelled.
    pub(crate) async fn outcome(self) -> Option<Answer> {
        let outcome = self.outcome.await;
        drop(self.waiting);
        let answer = match outcome {
            Ok(Outcome::Answered(answer)) => answer,
            Ok(Outcome::Cancelled) => {
                self.report.cancelled();
                return None;
            }
            Err(_) => Err(task_ended()),
        };
        self.report.finish(&answer);
        Some(answer)
    }
}

/// The answer of a worker that isn't there any more.
pub(crate) fn task_ended() -> RpcError {
    RpcError::RemoteInternal("the worker's task has ended".to_owned())
}

impl Report {
    fn refuse(&self, error: RpcError) -> RpcError {
        self.finish(&Err(error.clone()));
        error
    }

    fn finish(&self, answer: &Answer) {
        let (Some(trace), Some(traced)) = (&self.host.trace, &self.traced) else {
            return;
        };
        let answer = match answer {
            Ok(value) => {
                let ty = self.function.as_ref().and_then(|function| function.result());
                Ok(wave::print_answer(&self.host.names.readable(value), ty.as_ref()))
            }
            Err(error) => Err(error.clone()),
        };
        trace.finished(traced, &answer);
    }

    fn cancelled(&self) {
        if let (Some(trace), Some(traced)) = (&self.host.trace, &self.traced) {
            trace.cancelled(traced);
        }
    }
}
