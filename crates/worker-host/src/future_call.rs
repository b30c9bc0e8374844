//! A call whose result is read later: the representation of `golem:rpc/types.future-invoke-result`.

use std::sync::Arc;

use tokio::sync::oneshot;
use wasmtime_wasi::async_trait;
use wasmtime_wasi::p2::Pollable;

use crate::call_error::{CallError, WorkerFailure};
use crate::calls::{self, CallHost, Outgoing, deadlock};
use crate::deadline::Waits;
use crate::job::{Answered, CallResult, Canceller};
use crate::memory_budget::MemoryBudget;
use crate::wait_graph::{Completion, WaitGraph};
use crate::worker_id::WorkerId;

/// The future of one call, in the caller's resource table.
///
/// * `ready`, `block` or `poll` on a pollable of the future receives the result. The next `get` returns it; any later `get`
///   traps. Before that, every `get` returns `none`.
/// * A refused call has its result, an error, from the start, and returns it in the same way.
/// * A future can outlive the invocation that made it.
/// * `subscribe` makes any number of ordinary WASI pollables, so `wasi:io/poll` can mix them with clocks and streams. They
///   are children of the future: a component that drops the future first traps.
/// * Dropping the future cancels the call if the callee has not started it. A started call runs to its end:
///   it stays in the trace, its result is dropped, and [`crate::Host::settle`] waits for it. A caller that fails drops its
///   futures.
pub(crate) enum FutureCall {
    /// The result has not been received.
    Pending(PendingCall),
    /// The result has been received, and not been read.
    Ready(Answered),
    /// The result has been read.
    Consumed,
}

/// A queued, running or refused call.
pub(crate) struct PendingCall {
    answer: oneshot::Receiver<Answered>,
    memory: MemoryBudget,
    waits: Waits,
    wait_graph: WaitGraph,
    caller: WorkerId,
    callee: WorkerId,
    completion: Completion,
    /// None for a refused call.
    canceller: Option<Canceller>,
}

impl FutureCall {
    pub(crate) fn start(host: &Arc<dyn CallHost>, call: Outgoing) -> FutureCall {
        let (caller, callee, wait_graph) = (call.caller.clone(), call.callee.clone(), host.calls().wait_graph.clone());
        let (memory, waits) = (host.calls().memory.clone(), call.waits.clone());
        let (sender, answer) = oneshot::channel();
        let (completion, canceller) = match calls::start(host, call) {
            Ok(queued) => {
                let handles = (queued.completion.clone(), Some(queued.canceller.clone()));
                host.calls().background.spawn(async move {
                    if let Some(answered) = queued.answer().await {
                        // the future may be dropped
                        let _ = sender.send(answered);
                    }
                });
                handles
            }
            Err(error) => {
                // the receiver exists
                let _ = sender.send(Answered { result: Err(error), memory: memory.none() });
                (Completion::default(), None)
            }
        };
        FutureCall::Pending(PendingCall { answer, memory, waits, wait_graph, caller, callee, completion, canceller })
    }

    /// The result, if a pollable has received it.
    pub(crate) fn get(&mut self) -> wasmtime::Result<Option<CallResult>> {
        match std::mem::replace(self, FutureCall::Consumed) {
            FutureCall::Ready(answered) => Ok(Some(answered.result)),
            pending @ FutureCall::Pending(_) => {
                *self = pending;
                Ok(None)
            }
            FutureCall::Consumed => Err(wasmtime::Error::msg("future-invoke-result already consumed")),
        }
    }
}

#[async_trait]
impl Pollable for FutureCall {
    async fn ready(&mut self) {
        if let FutureCall::Pending(call) = self {
            *self = FutureCall::Ready(call.receive().await);
        }
    }
}

impl PendingCall {
    fn failed(&self, error: CallError) -> Answered {
        Answered { result: Err(error), memory: self.memory.none() }
    }

    fn try_receive(&mut self) -> Option<Answered> {
        match self.answer.try_recv() {
            Ok(answered) => Some(answered),
            Err(oneshot::error::TryRecvError::Empty) => None,
            Err(oneshot::error::TryRecvError::Closed) => Some(self.failed(shutting_down())),
        }
    }

    /// Waits for the answer. If the wait would close a cycle, the result is that error.
    async fn receive(&mut self) -> Answered {
        if let Some(answered) = self.try_receive() {
            return answered;
        }
        // These do not block on this future: `pollable.ready`, and `poll` where another pollable is ready, poll it once. A
        // clock with a duration of zero, which makes `poll` non-blocking, is ready at the second poll.
        for _ in 0..2 {
            tokio::task::yield_now().await;
        }
        match self.wait_graph.wait(&self.caller, &self.callee, &self.completion) {
            Ok(_in_graph) => {
                let _waiting = self.waits.begin();
                let received = (&mut self.answer).await;
                received.unwrap_or_else(|_| self.failed(shutting_down()))
            }
            Err(cycle) => self.failed(deadlock(cycle)),
        }
    }
}

impl Drop for PendingCall {
    fn drop(&mut self) {
        if let Some(canceller) = &self.canceller {
            canceller.cancel();
        }
    }
}

fn shutting_down() -> CallError {
    CallError::Failed(WorkerFailure::new("the host is shutting down"))
}
