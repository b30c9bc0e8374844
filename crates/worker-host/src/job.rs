//! A call in a worker's queue; it can be cancelled until the worker starts it.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::call_error::CallError;
use crate::functions::{Function, FunctionError};
use crate::memory_budget::Reservation;
use crate::value::WitValue;
use crate::wait_graph::Completion;

/// How a call ends: its answer, a tuple of zero or one elements, or an error.
pub(crate) type CallResult = Result<WitValue, CallError>;

/// How a call ends, and the memory of its answer.
pub(crate) struct Answered {
    pub(crate) result: CallResult,
    #[expect(dead_code, reason = "it is only held")]
    pub(crate) memory: Reservation,
}

/// What a worker is asked to do.
pub(crate) struct Invocation {
    /// Looked up when the call is made; an unknown function is reported when the worker starts the call.
    pub(crate) function: Result<Arc<Function>, FunctionError>,
    pub(crate) params: Vec<WitValue>,
    /// The memory of the parameters.
    #[expect(dead_code, reason = "it is only held")]
    pub(crate) memory: Reservation,
    /// The caller's deadline, if the caller waits for this.
    pub(crate) deadline: Option<Instant>,
    /// The depth in the trace of the calls that it makes.
    pub(crate) depth: usize,
}

impl Invocation {
    /// The function's name.
    pub(crate) fn name(&self) -> String {
        self.function.as_ref().map_or_else(|error| error.name().to_owned(), |function| function.name().to_string())
    }
}

/// An [`Invocation`] in a queue.
pub(crate) struct Job {
    pub(crate) invocation: Invocation,
    /// Set when the call is done, before its result is sent.
    pub(crate) completion: Completion,
    /// Where the outcome goes; empty once the call has started or is cancelled.
    outcome: Arc<Mutex<Option<oneshot::Sender<Outcome>>>>,
}

/// How a job ends.
pub(crate) enum Outcome {
    /// The worker has handled the call.
    Done(Answered),
    /// The call was cancelled before the worker started it.
    Cancelled,
}

/// Cancels a job.
#[derive(Clone)]
pub(crate) struct Canceller(Weak<Mutex<Option<oneshot::Sender<Outcome>>>>);

impl Job {
    pub(crate) fn new(invocation: Invocation) -> (Job, oneshot::Receiver<Outcome>) {
        let (sender, outcome) = oneshot::channel();
        let outcome_sender = Arc::new(Mutex::new(Some(sender)));
        (Job { invocation, completion: Completion::default(), outcome: outcome_sender }, outcome)
    }

    pub(crate) fn canceller(&self) -> Canceller {
        Canceller(Arc::downgrade(&self.outcome))
    }

    /// Starts the call. Returns where to send its outcome, or none if it is cancelled.
    pub(crate) fn start(&self) -> Option<oneshot::Sender<Outcome>> {
        self.outcome.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Canceller {
    /// Cancels the job unless it has started.
    pub(crate) fn cancel(&self) {
        let Some(outcome) = self.0.upgrade() else {
            return;
        };
        let sender = outcome.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(sender) = sender {
            // the receiver may be gone
            let _ = sender.send(Outcome::Cancelled);
        }
    }
}
