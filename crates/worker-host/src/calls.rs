//! A call from one worker to another, from the request to the result: its admission, the callee's queue, the trace.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::background::BackgroundCalls;
use crate::call_error::{CallError, WorkerFailure};
use crate::component_id::ComponentId;
use crate::component_names::ComponentNames;
use crate::deadline::{Waiting, Waits};
use crate::environment::Environment;
use crate::functions::{Function, FunctionTable};
use crate::job::{Answered, CallResult, Canceller, Invocation, Job, Outcome};
use crate::memory_budget::MemoryBudget;
use crate::trace::{CallMode, Trace, TracedCall};
use crate::trap::Backtraces;
use crate::value::WitValue;
use crate::wait_graph::{Completion, Cycle, WaitGraph, WaitGuard};
use crate::wave;
use crate::worker_id::{Address, WorkerId};

/// What calls need from the host of their workers.
pub(crate) trait CallHost: Send + Sync {
    /// What all calls of the host share.
    fn calls(&self) -> &CallState;

    /// The functions of a component; none if the host does not have it.
    fn functions(&self, component: &ComponentId) -> Option<&FunctionTable>;

    /// The worker at an address; an address without a name gets a new name. `given` is its spelling, for warnings.
    fn worker(&self, address: Address, given: &str) -> WorkerId;

    /// Puts a call into a worker's queue, and first creates the worker where it does not exist; an error if that would be
    /// one too many.
    fn enqueue(&self, worker: &WorkerId, environment: &Environment, job: Job) -> Result<(), CallError>;
}

/// What all calls of a host share.
pub(crate) struct CallState {
    pub(crate) names: ComponentNames,
    pub(crate) trace: Option<Arc<dyn Trace>>,
    pub(crate) wait_graph: WaitGraph,
    pub(crate) background: BackgroundCalls,
    pub(crate) memory: MemoryBudget,
    pub(crate) backtraces: Backtraces,
    next_number: AtomicU64,
}

impl CallState {
    pub(crate) fn new(
        names: ComponentNames,
        trace: Option<Arc<dyn Trace>>,
        memory: MemoryBudget,
        backtraces: Backtraces,
    ) -> Self {
        let (wait_graph, background) = (WaitGraph::default(), BackgroundCalls::default());
        CallState { names, trace, wait_graph, background, memory, backtraces, next_number: AtomicU64::new(0) }
    }
}

/// A call that a worker makes.
pub(crate) struct Outgoing {
    pub(crate) caller: WorkerId,
    pub(crate) environment: Environment,
    pub(crate) depth: usize,
    /// The caller's deadline.
    pub(crate) deadline: Option<Instant>,
    /// The caller's waits for other workers.
    pub(crate) waits: Waits,
    pub(crate) mode: CallMode,
    pub(crate) callee: WorkerId,
    pub(crate) function: String,
    pub(crate) params: Vec<WitValue>,
}

/// A call in its callee's queue.
pub(crate) struct QueuedCall {
    pub(crate) completion: Completion,
    pub(crate) canceller: Canceller,
    outcome: oneshot::Receiver<Outcome>,
    report: Report,
    /// Marks the caller as waiting, for as long as it waits.
    waiting: Option<(WaitGuard, Waiting)>,
}

/// What the trace needs at the end of a call.
struct Report {
    host: Arc<dyn CallHost>,
    traced: Option<TracedCall>,
    function: Option<Arc<Function>>,
}

/// Starts a call: when this returns, the call is in the callee's queue or refused.
///
/// A call is refused here if its component is unknown, if it would close a cycle of waiting workers, or if it exceeds a
/// limit. All other errors appear only when the callee starts the call.
pub(crate) fn start(host: &Arc<dyn CallHost>, call: Outgoing) -> Result<QueuedCall, CallError> {
    let state = host.calls();
    let component = call.callee.component_id();
    let function = host.functions(component).map(|functions| functions.resolve(&call.function));
    let found = function.as_ref().and_then(|function| function.as_ref().ok()).cloned();
    let traced = state.trace_start(&call, found.as_deref());
    let report = Report { host: Arc::clone(host), traced, function: found };
    let Some(function) = function else {
        return Err(report.refuse(CallError::UnknownComponent(state.names.unknown(component.as_str()))));
    };
    let memory = match state.memory.reserve_values(&call.params, "the values of the arguments") {
        Ok(memory) => memory,
        Err(error) => return Err(report.refuse(error)),
    };
    let deadline = call.deadline.filter(|_| call.mode == CallMode::Await);
    let invocation = Invocation { function, params: call.params, memory, deadline, depth: call.depth + 1 };
    let (job, outcome) = Job::new(invocation);
    let waiting = match call.mode {
        CallMode::Await => match state.wait_graph.wait(&call.caller, &call.callee, &job.completion) {
            Ok(waiting) => Some((waiting, call.waits.begin())),
            Err(cycle) => return Err(report.refuse(deadlock(cycle))),
        },
        // an async caller waits later, by its future
        CallMode::Forget | CallMode::Async => None,
    };
    let (completion, canceller) = (job.completion.clone(), job.canceller());
    if let Err(error) = host.enqueue(&call.callee, &call.environment, job) {
        return Err(report.refuse(error));
    }
    Ok(QueuedCall { completion, canceller, outcome, report, waiting })
}

impl CallState {
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
            number: self.next_number.fetch_add(1, Ordering::Relaxed),
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

/// The error of a call that would close a cycle of waiting workers.
pub(crate) fn deadlock(Cycle(workers): Cycle) -> CallError {
    let names: Vec<String> = workers.iter().map(ToString::to_string).collect();
    let caller = names.first().map_or("", String::as_str);
    let cycle = names.join(" -> ");
    let reason = format!("`{caller}` would wait forever: {cycle} (on Golem, such a call never returns)");
    CallError::Denied { reason, limit: None }
}

impl QueuedCall {
    /// Waits for the answer; none if the call is cancelled.
    pub(crate) async fn answer(self) -> Option<Answered> {
        let outcome = self.outcome.await;
        drop(self.waiting);
        let answered = match outcome {
            Ok(Outcome::Done(answered)) => answered,
            Ok(Outcome::Cancelled) => {
                self.report.cancelled();
                return None;
            }
            Err(_) => Answered { result: Err(task_ended()), memory: self.report.host.calls().memory.none() },
        };
        self.report.finish(&answered.result);
        Some(answered)
    }
}

/// The error of a call whose worker's task no longer runs.
pub(crate) fn task_ended() -> CallError {
    CallError::Failed(WorkerFailure::new("the worker's task has ended"))
}

impl Report {
    fn refuse(&self, error: CallError) -> CallError {
        self.finish(&Err(error.clone()));
        error
    }

    fn finish(&self, result: &CallResult) {
        let CallState { names, trace: Some(trace), .. } = self.host.calls() else { return };
        let Some(traced) = &self.traced else { return };
        let result = result.as_ref().map_err(Clone::clone).map(|value| {
            let ty = self.function.as_ref().and_then(|function| function.result());
            wave::print_answer(&names.readable(value), ty.as_ref())
        });
        trace.finished(traced, &result);
    }

    fn cancelled(&self) {
        if let (Some(trace), Some(traced)) = (&self.host.calls().trace, &self.traced) {
            trace.cancelled(traced);
        }
    }
}
