//! Calls that run in the background: their number, and waiting until there are none.

use std::sync::Arc;

use tokio::sync::watch;

/// The background calls of one host.
#[derive(Clone, Debug)]
pub(crate) struct BackgroundCalls(Arc<watch::Sender<usize>>);

impl Default for BackgroundCalls {
    fn default() -> Self {
        BackgroundCalls(Arc::new(watch::Sender::new(0)))
    }
}

impl BackgroundCalls {
    /// Runs a call as its own task.
    pub(crate) fn spawn(&self, call: impl Future<Output = ()> + Send + 'static) {
        let running = Running::new(self.clone());
        tokio::spawn(async move {
            call.await;
            drop(running);
        });
    }

    /// Waits until no call is left.
    pub(crate) async fn settle(&self) {
        let mut count = self.0.subscribe();
        // the sender is `self`, so the channel stays open
        let _ = count.wait_for(|count| *count == 0).await;
    }
}

/// Counts as one call until it is dropped, also when the runtime drops its task.
struct Running(BackgroundCalls);

impl Running {
    fn new(calls: BackgroundCalls) -> Self {
        calls.0.send_modify(|count| *count += 1);
        Running(calls)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.0.send_modify(|count| *count -= 1);
    }
}
