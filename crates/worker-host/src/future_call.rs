//! A call whose answer is asked for later: what is behind `golem:rpc/types.future-invoke-result`.

use std::sync::Arc;

use tokio::sync::oneshot;
use wasmtime_wasi::async_trait;
use wasmtime_wasi::p2::Pollable;

use crate::calls::{Answer, Outgoing, denied};
use crate::host::Shared;
use crate::job::Canceller;
use crate::rpc_error::RpcError;
use crate::waits::{Settled, Waits};
use crate::worker_id::WorkerId;

/// The future of one call, in the caller's table.
///
/// * The answer comes in through a pollable: `ready`, `block` or `poll` that finds it there takes it in, and the next
///   `get` gives it, once; after that, `get` is a trap. Before it, `get` gives `none`, however often it is asked.
/// * A call that is refused has its answer, an error, from the beginning, and gives it in the same way.
/// * The future may be kept from one invocation to the next.
/// * `subscribe` gives a pollable of wasi's own, so that `wasi:io/poll` works over it, clocks and streams; there may be
///   any number of them. They are children of the future, as wasi has it: a component that drops the future while it
///   still has a pollable of it traps.
/// * Dropping the future cancels the call if the callee hasn't begun it. One that has begun is finished: the trace tells
///   of it, its answer is thrown away, and [`crate::Host::settle`] waits for it. A caller's death drops its futures.
pub(crate) enum FutureCall {
    /// The answer hasn't been taken in.
    Pending(UnderWay),
    /// The answer has been taken in, and not been given.
    Completed(Answer),
    /// The answer has been given.
    Consumed,
}

/// A call that is in its callee's queue or further, or refused.
pub(crate) struct UnderWay {
    answer: oneshot::Receiver<Answer>,
    waits: Waits,
    caller: WorkerId,
    callee: WorkerId,
    settled: Settled,
    /// None for a call that is refused.
    canceller: Option<Canceller>,
}

impl FutureCall {
    pub(crate) fn start(host: &Arc<Shared>, call: Outgoing) -> FutureCall {
        let (caller, callee, waits) = (call.caller.clone(), call.callee.clone(), host.waits.clone());
        let (sender, answer) = oneshot::channel();
        let (settled, canceller) = match host.start(call) {
            Ok(pending) => {
                let handles = (pending.settled.clone(), Some(pending.canceller.clone()));
                host.in_background(async move {
                    if let Some(answer) = pending.outcome().await {
                        // a future that has been dropped doesn't want it
                        let _ = sender.send(answer);
                    }
                });
                handles
            }
            Err(error) => {
                // the receiver is kept
                let _ = sender.send(Err(error));
                (Settled::default(), None)
            }
        };
        FutureCall::Pending(UnderWay { answer, waits, caller, callee, settled, canceller })
    }

    /// The answer, if a pollable has taken it in.
    pub(crate) fn get(&mut self) -> wasmtime::Result<Option<Answer>> {
        match std::mem::replace(self, FutureCall::Consumed) {
            FutureCall::Completed(answer) => Ok(Some(answer)),
            pending @ FutureCall::Pending(_) => {
                *self = pending;
                Ok(None)
            }
            FutureCall::Consumed => Err(wasmtime::Error::msg("future-invoke-result already consumed")),
        }
    }
}

/// Ready when the answer is there, which takes it in.
#[async_trait]
impl Pollable for FutureCall {
    async fn ready(&mut self) {
        if let FutureCall::Pending(call) = self {
            *self = FutureCall::Completed(call.answer().await);
        }
    }
}

impl UnderWay {
    fn answer_now(&mut self) -> Option<Answer> {
        match self.answer.try_recv() {
            Ok(answer) => Some(answer),
            Err(oneshot::error::TryRecvError::Empty) => None,
            Err(oneshot::error::TryRecvError::Closed) => Some(Err(abandoned())),
        }
    }

    /// Waits for the answer. Should that close a cycle, then the cycle is the answer.
    async fn answer(&mut self) -> Answer {
        if let Some(answer) = self.answer_now() {
            return answer;
        }
        // `pollable.ready`, and `poll` where another pollable is ready, ask once and don't come back; a clock of no duration,
        // which makes `poll` a mere question, is ready when it is asked for the second time: all these are no waits
        for _ in 0..2 {
            tokio::task::yield_now().await;
        }
        match self.waits.begin(&self.caller, &self.callee, &self.settled) {
            Ok(_waiting) => (&mut self.answer).await.unwrap_or_else(|_| Err(abandoned())),
            Err(cycle) => Err(denied(cycle)),
        }
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        if let Some(canceller) = &self.canceller {
            canceller.cancel();
        }
    }
}

/// What nobody is left to answer.
fn abandoned() -> RpcError {
    RpcError::RemoteInternal("the host is shutting down".to_owned())
}
