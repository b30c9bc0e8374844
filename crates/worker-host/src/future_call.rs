//! A call whose answer is asked for later: what is behind `golem:rpc/types.future-invoke-result`.

use std::sync::Arc;

use tokio::sync::oneshot;
use wasmtime_wasi::async_trait;
use wasmtime_wasi::p2::Pollable;

use crate::calls::{Answer, Outgoing, denied};
use crate::host::Shared;
use crate::rpc_error::RpcError;
use crate::waits::{Settled, Waits};
use crate::worker_id::WorkerId;

/// The future of one call, in the caller's table.
///
/// * `get` gives `none` before the answer is there, and the same answer each time after it: it is kept until the future
///   is dropped. (A Golem server may give it only once, so what is to run there takes it once.)
/// * A call that is refused has its answer, an error, from the beginning.
/// * The future may be kept from one invocation to the next.
/// * `subscribe` gives a pollable of wasi's own, so that `wasi:io/poll` works over it, clocks and streams; there may be
///   any number of them. They are children of the future, as wasi has it: a component that drops the future while it
///   still has a pollable of it traps.
/// * The call has been sent: dropping the future doesn't take it back. The callee finishes it, the trace tells of it,
///   its answer is thrown away, and [`crate::Host::settle`] waits for it. Its caller doesn't wait for it any more
///   (see `waits`).
pub(crate) enum FutureCall {
    /// No answer has been seen yet.
    UnderWay(UnderWay),
    /// The answer.
    Answered(Answer),
}

/// A call that is in its callee's queue or further.
pub(crate) struct UnderWay {
    answer: oneshot::Receiver<Answer>,
    waits: Waits,
    caller: WorkerId,
    callee: WorkerId,
    settled: Settled,
}

impl FutureCall {
    pub(crate) fn start(host: &Arc<Shared>, call: Outgoing) -> FutureCall {
        let (caller, waits) = (call.caller.clone(), host.waits.clone());
        let pending = match host.start(call) {
            Ok(pending) => pending,
            Err(error) => return FutureCall::Answered(Err(error)),
        };
        let (callee, settled) = (pending.callee.clone(), pending.settled.clone());
        let (sender, answer) = oneshot::channel();
        host.in_background(async move {
            // a future that has been dropped doesn't want it
            let _ = sender.send(pending.answer().await);
        });
        FutureCall::UnderWay(UnderWay { answer, waits, caller, callee, settled })
    }

    /// The answer, if it is there.
    pub(crate) fn get(&mut self) -> Option<Answer> {
        if let FutureCall::UnderWay(call) = self {
            *self = FutureCall::Answered(call.answer_now()?);
        }
        match self {
            FutureCall::UnderWay(_) => None,
            FutureCall::Answered(answer) => Some(answer.clone()),
        }
    }
}

/// Ready when the answer is there.
#[async_trait]
impl Pollable for FutureCall {
    async fn ready(&mut self) {
        if let FutureCall::UnderWay(call) = self {
            *self = FutureCall::Answered(call.answer().await);
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

    /// Waits for the answer.
    ///
    /// The call itself counts as a wait only until the invocation that made it ends. A later one that blocks on it counts
    /// again here; should that close a cycle, then this is where it is broken, and the cycle is the call's answer.
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
        self.settled.set();
    }
}

/// What nobody is left to answer.
fn abandoned() -> RpcError {
    RpcError::RemoteInternal("the host is shutting down".to_owned())
}
