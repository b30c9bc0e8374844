//! Calls from one worker to another, from the caller's request to the answer: admission, the callee's queue, the trace.

use std::sync::Arc;

use tokio::sync::oneshot;

use crate::functions::Function;
use crate::host::Shared;
use crate::rpc_error::RpcError;
use crate::trace::{CallMode, TracedCall};
use crate::value::WitValue;
use crate::waits::{Cycle, Settled, Waiting};
use crate::wave;
use crate::worker::{Environment, Job};
use crate::worker_id::{WorkerId, WorkerIdError};

/// What a call comes to.
pub(crate) type Answer = Result<WitValue, RpcError>;

/// Where a `wasm-rpc` resource leads: its URI, and the worker if the URI is one.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub(crate) uri: String,
    pub(crate) worker: Result<WorkerId, WorkerIdError>,
}

/// A call that a worker wants to make.
pub(crate) struct Outgoing {
    pub(crate) caller: WorkerId,
    pub(crate) environment: Environment,
    pub(crate) depth: usize,
    pub(crate) mode: CallMode,
    pub(crate) connection: Connection,
    pub(crate) function: String,
    pub(crate) params: Vec<WitValue>,
}

/// A call that is in its callee's queue.
pub(crate) struct Pending {
    pub(crate) callee: WorkerId,
    pub(crate) settled: Settled,
    answer: oneshot::Receiver<Answer>,
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
    /// What is refused at once: a malformed URI, an unknown component or function, a wrong number of parameters, and
    /// a call that would close a cycle of waiting workers. All else is known only when the callee comes to it.
    pub(crate) fn start(self: &Arc<Self>, call: Outgoing) -> Result<Pending, RpcError> {
        let target = self.target(&call.connection, &call.function);
        let function = target.as_ref().ok().map(|(_, function)| function.clone());
        let report = Report { host: Arc::clone(self), traced: self.trace_start(&call, function.as_deref()), function };
        let settled = Settled::default();
        let admitted = target.and_then(|(worker, function)| {
            let waiting = self.admit(&call, &worker, &function, &settled)?;
            Ok((worker, function, waiting))
        });
        let (callee, function, waiting) = match admitted {
            Ok(admitted) => admitted,
            Err(error) => {
                report.finish(&Err(error.clone()));
                return Err(error);
            }
        };
        let (sender, answer) = oneshot::channel();
        let job =
            Job { function, params: call.params, depth: call.depth + 1, settled: settled.clone(), answer: sender };
        self.enqueue(&callee, &call.environment, job);
        Ok(Pending { callee, settled, answer, report, waiting })
    }

    fn target(&self, connection: &Connection, function: &str) -> Result<(WorkerId, Arc<Function>), RpcError> {
        let worker = connection.worker.clone();
        let worker = worker.map_err(|error| RpcError::Protocol(error.to_string()))?;
        let component = self.component(worker.component());
        let component = component.map_err(|error| RpcError::NotFound(error.to_string()))?;
        let function = component.functions.resolve(function);
        let function = function.map_err(|error| RpcError::Protocol(error.to_string()))?;
        Ok((worker, function))
    }

    /// Whether the call may enter the callee's queue; if its caller waits, this is to be kept until the answer is there.
    fn admit(
        &self,
        call: &Outgoing,
        worker: &WorkerId,
        function: &Function,
        settled: &Settled,
    ) -> Result<Option<Waiting>, RpcError> {
        let arity = function.check_arity(call.params.len());
        arity.map_err(RpcError::Protocol)?;
        match call.mode {
            CallMode::Forget => Ok(None),
            CallMode::Await | CallMode::Async => {
                let waiting = self.waits.begin(&call.caller, worker, settled);
                waiting.map(Some).map_err(denied)
            }
        }
    }

    fn trace_start(&self, call: &Outgoing, function: Option<&Function>) -> Option<TracedCall> {
        let trace = self.trace.as_ref()?;
        let types = function.and_then(Function::params).unwrap_or_default();
        let arguments = call.params.iter().enumerate().map(|(position, value)| match types.get(position) {
            Some((_, ty)) => wave::print(value, ty),
            None => wave::print_untyped(value),
        });
        let callee = match &call.connection.worker {
            Ok(worker) => worker.to_string(),
            Err(_) => call.connection.uri.clone(),
        };
        let traced = TracedCall {
            number: self.next_call(),
            depth: call.depth,
            caller: call.caller.clone(),
            callee,
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
    RpcError::Denied(format!("`{caller}` would wait forever: {cycle}"))
}

impl Pending {
    /// Waits for the answer.
    pub(crate) async fn answer(self) -> Answer {
        let answer = match self.answer.await {
            Ok(answer) => answer,
            Err(_) => Err(RpcError::RemoteInternal("the worker's task has ended".to_owned())),
        };
        drop(self.waiting);
        self.report.finish(&answer);
        answer
    }
}

impl Report {
    fn finish(&self, answer: &Answer) {
        let (Some(trace), Some(traced)) = (&self.host.trace, &self.traced) else {
            return;
        };
        let answer = match answer {
            Ok(value) => {
                let ty = self.function.as_ref().and_then(|function| function.result());
                Ok(wave::print_answer(value, ty.as_ref()))
            }
            Err(error) => Err(error.clone()),
        };
        trace.finished(traced, &answer);
    }
}
