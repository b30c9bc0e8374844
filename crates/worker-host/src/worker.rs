//! One worker: a task that takes calls from its queue, one at a time, and runs them in the worker's own store.
//!
//! The first call instantiates the component. A trap, an exit, parameters of a wrong type, or an invocation beyond its
//! deadline end the worker: it drops its store, and from then on answers every call with the `remote-internal-error` of
//! that failure. (Golem replays the worker's history first, and fails in the same way.)

use std::sync::{Arc, Weak};

use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::call_error::{CallError, WorkerFailure};
use crate::calls::CallHost;
use crate::component::LoadedComponent;
use crate::deadline::expire;
use crate::environment::Environment;
use crate::job::{Answered, CallResult, Invocation, Job, Outcome};
use crate::limits::Limits;
use crate::memory_budget::MemoryBudget;
use crate::output::WorkerOutput;
use crate::worker_id::WorkerId;
use crate::worker_state::WorkerState;
use crate::worker_store::{InvocationError, WorkerStore};

#[cfg(test)]
mod tests;

/// A worker that has been created.
pub(crate) struct Worker {
    status: Status,
    limits: Limits,
    memory: MemoryBudget,
    output: WorkerOutput,
}

enum Status {
    Alive(Box<WorkerStore>),
    Failed(WorkerFailure),
}

impl Worker {
    pub(crate) fn new(
        id: WorkerId,
        component: Arc<LoadedComponent>,
        host: Weak<dyn CallHost>,
        environment: Environment,
        (limits, memory): (Limits, MemoryBudget),
        output: WorkerOutput,
    ) -> Self {
        let state = WorkerState::new(id, host, environment, &memory, &output);
        let status = Status::Alive(Box::new(WorkerStore::new(component, state)));
        Worker { status, limits, memory, output }
    }

    /// Handles calls until the queue is closed.
    pub(crate) async fn run(mut self, mut queue: mpsc::UnboundedReceiver<Job>) {
        while let Some(job) = queue.recv().await {
            let Some(outcome) = job.start() else {
                continue; // cancelled
            };
            let answered = self.answer(&job.invocation).await;
            self.output.finish_lines();
            job.completion.set();
            // the receiver may be gone
            let _ = outcome.send(Outcome::Done(answered));
        }
    }

    async fn answer(&mut self, invocation: &Invocation) -> Answered {
        let answer = self.handle(invocation).await.and_then(|value| {
            let memory = self.memory.reserve_values(std::slice::from_ref(&value), "the values of the result")?;
            Ok((value, memory))
        });
        match answer {
            Ok((value, memory)) => Answered { result: Ok(value), memory },
            Err(error) => Answered { result: Err(error), memory: self.memory.none() },
        }
    }

    async fn handle(&mut self, invocation: &Invocation) -> CallResult {
        let store = match &mut self.status {
            Status::Alive(store) => store,
            Status::Failed(failure) => return Err(CallError::Failed(failure.clone())),
        };
        self.output.stderr_tail.clear();
        let deadline = invocation.deadline.or_else(|| Some(Instant::now() + self.limits.timeout?));
        let invoked = match (deadline, self.limits.timeout) {
            (Some(deadline), Some(_)) if deadline <= Instant::now() => {
                return Err(CallError::Failed(self.limits.timed_out(&invocation.name())));
            }
            (Some(deadline), Some(timeout)) => {
                let waits = store.waits();
                tokio::select! {
                    biased;
                    result = store.invoke(invocation, Some(deadline)) => result,
                    () = expire(deadline, timeout, &waits) => {
                        Err(InvocationError::Fatal(self.limits.timed_out(&invocation.name())))
                    }
                }
            }
            _ => store.invoke(invocation, None).await,
        };
        if let Some(refusal) = store.unreported_refusal() {
            let (worker, function) = (&store.store.data().id, invocation.name());
            let message = format!("`{worker}` was refused memory in `{function}`: {refusal}");
            store.store.data().warn(&message);
        }
        invoked.map_err(|error| match error {
            InvocationError::UnknownFunction(error) => CallError::UnknownFunction(error),
            InvocationError::Fatal(failure) => self.fail(failure),
        })
    }

    /// Drops the store, with the worker's futures, which cancels their calls.
    fn fail(&mut self, failure: WorkerFailure) -> CallError {
        let failure = WorkerFailure { stderr: self.output.stderr_tail.text(), ..failure };
        self.status = Status::Failed(WorkerFailure { is_earlier: true, ..failure.clone() });
        CallError::Failed(failure)
    }
}
