//! A call whose result is read later: the representation of `golem:rpc/types.future-invoke-result`.

use std::sync::Arc;

use tokio::sync::oneshot;
use wasmtime_wasi::async_trait;
use wasmtime_wasi::p2::Pollable;

use crate::calls::{self, CallHost, Outgoing, deadlock};
use crate::job::{CallResult, Canceller};
use crate::rpc_error::RpcError;
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
    Ready(CallResult),
    /// The result has been read.
    Consumed,
}

/// A queued, running or refused call.
pub(crate) struct PendingCall {
    result: oneshot::Receiver<CallResult>,
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
        let (sender, result) = oneshot::channel();
        let (completion, canceller) = match calls::start(host, call) {
            Ok(queued) => {
                let handles = (queued.completion.clone(), Some(queued.canceller.clone()));
                host.calls().background.spawn(async move {
                    if let Some(result) = queued.result().await {
                        // the future may be dropped
                        let _ = sender.send(result);
                    }
                });
                handles
            }
            Err(error) => {
                // the receiver exists
                let _ = sender.send(Err(error));
                (Completion::default(), None)
            }
        };
        FutureCall::Pending(PendingCall { result, wait_graph, caller, callee, completion, canceller })
    }

    /// The result, if a pollable has received it.
    pub(crate) fn get(&mut self) -> wasmtime::Result<Option<CallResult>> {
        match std::mem::replace(self, FutureCall::Consumed) {
            FutureCall::Ready(result) => Ok(Some(result)),
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
    fn try_receive(&mut self) -> Option<CallResult> {
        match self.result.try_recv() {
            Ok(result) => Some(result),
            Err(oneshot::error::TryRecvError::Empty) => None,
            Err(oneshot::error::TryRecvError::Closed) => Some(Err(shutting_down())),
        }
    }

    /// Waits for the result. If the wait would close a cycle, the result is that error.
    async fn receive(&mut self) -> CallResult {
        if let Some(result) = self.try_receive() {
            return result;
        }
        // These do not block on this future: `pollable.ready`, and `poll` where another pollable is ready, poll it once. A
        // clock with a duration of zero, which makes `poll` non-blocking, is ready at the second poll.
        for _ in 0..2 {
            tokio::task::yield_now().await;
        }
        match self.wait_graph.wait(&self.caller, &self.callee, &self.completion) {
            Ok(_waiting) => (&mut self.result).await.unwrap_or_else(|_| Err(shutting_down())),
            Err(cycle) => Err(deadlock(cycle)),
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

fn shutting_down() -> RpcError {
    RpcError::RemoteInternal("the host is shutting down".to_owned())
}
