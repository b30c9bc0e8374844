//! A call in a worker's queue, which can be cancelled until the worker comes to it.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::oneshot;

use crate::calls::Answer;
use crate::functions::{Function, FunctionError};
use crate::value::WitValue;
use crate::waits::Settled;

/// What a worker is to do.
pub(crate) struct Invocation {
    /// Found when the call was made; that it doesn't exist is told when the worker comes to it.
    pub(crate) function: Result<Arc<Function>, FunctionError>,
    pub(crate) params: Vec<WitValue>,
    /// The depth in the trace of the calls that it makes.
    pub(crate) depth: usize,
    pub(crate) detail: ErrorDetail,
}

/// What the error says if the call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrorDetail {
    /// Also what the worker has written to its stderr.
    Full,
    /// Not that: the worker's stderr is shown already.
    WithoutStderr,
}

/// An [`Invocation`] in a queue.
pub(crate) struct Job {
    pub(crate) invocation: Invocation,
    /// Set when the call is done, before its answer is given.
    pub(crate) settled: Settled,
    /// Where the outcome goes, until the call has begun or is cancelled.
    outcome: Arc<Mutex<Option<oneshot::Sender<Outcome>>>>,
}

/// What becomes of a job.
pub(crate) enum Outcome {
    /// The worker has answered.
    Answered(Answer),
    /// The worker will never come to it.
    Cancelled,
}

/// Takes a job back.
#[derive(Clone)]
pub(crate) struct Canceller(Weak<Mutex<Option<oneshot::Sender<Outcome>>>>);

impl Job {
    pub(crate) fn new(invocation: Invocation) -> (Job, oneshot::Receiver<Outcome>) {
        let (sender, outcome) = oneshot::channel();
        let job = Job { invocation, settled: Settled::default(), outcome: Arc::new(Mutex::new(Some(sender))) };
        (job, outcome)
    }

    pub(crate) fn canceller(&self) -> Canceller {
        Canceller(Arc::downgrade(&self.outcome))
    }

    /// The worker has come to it; where to send the outcome, unless the job has been cancelled.
    pub(crate) fn begin(&self) -> Option<oneshot::Sender<Outcome>> {
        self.outcome.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Canceller {
    /// Cancels the job if it hasn't begun.
    pub(crate) fn cancel(&self) {
        let Some(outcome) = self.0.upgrade() else {
            return;
        };
        let sender = outcome.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(sender) = sender {
            // that the call's task is gone is no error
            let _ = sender.send(Outcome::Cancelled);
        }
    }
}
