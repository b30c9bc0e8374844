//! The time that an invocation may take.
//!
//! An invocation that computes or sleeps beyond its deadline fails, and its worker with it. One that waits for another
//! worker at that moment gets the other's error first: a call that is awaited inherits its caller's deadline, so the
//! innermost invocation fails first, and its callers have a moment to pass the error on. So the error names the worker
//! that is slow.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until, timeout};

/// What a caller has for the error of a callee that was too slow.
const GRACE: Duration = Duration::from_secs(1);

/// The number of waits for other workers that a worker is in.
#[derive(Clone, Debug)]
pub(crate) struct Waits(watch::Sender<usize>);

/// One wait, until it is dropped.
#[derive(Debug)]
pub(crate) struct Waiting(Waits);

impl Default for Waits {
    fn default() -> Self {
        Waits(watch::Sender::new(0))
    }
}

impl Waits {
    pub(crate) fn begin(&self) -> Waiting {
        self.0.send_modify(|count| *count += 1);
        Waiting(self.clone())
    }

    async fn end(&self) {
        // the sender is `self`, so the channel stays open
        let _ = self.0.subscribe().wait_for(|count| *count == 0).await;
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.0.send_modify(|count| *count -= 1);
    }
}

/// Returns when an invocation with this deadline has to fail. It waits at most `limit` for other workers.
pub(crate) async fn expire(deadline: Instant, limit: Duration, waits: &Waits) {
    sleep_until(deadline).await;
    if *waits.0.borrow() > 0 {
        // an error means that the time is over
        let _ = timeout(limit, waits.end()).await;
        sleep(GRACE).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_waits_has_a_moment_more() {
        let (start, limit, waits) = (Instant::now(), Duration::from_millis(20), Waits::default());
        expire(start + limit, limit, &waits).await;
        assert!((limit..GRACE).contains(&start.elapsed()));
        let (start, waiting) = (Instant::now(), waits.begin());
        expire(start + limit, limit, &waits).await;
        assert!(start.elapsed() >= limit + limit + GRACE, "{:?}", start.elapsed());
        drop(waiting);
        assert_eq!(*waits.0.borrow(), 0);
    }
}
