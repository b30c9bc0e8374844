//! Epoch interruption: a worker that computes for long yields to the others, whichever runtime the host runs in.
//!
//! A tokio task must yield by itself. A worker yields when it waits, but `future-invoke-result.get`, `pollable.ready` and
//! reading a clock do not wait: a component that loops over them would keep its thread, and on a single thread the callee
//! that it polls would never run. So compiled code checks the engine's epoch in each loop and at each function's start, and
//! yields once per [`EPOCH`].

use std::thread;
use std::time::Duration;

use wasmtime::{Config, Engine, Store, UpdateDeadline};

/// How long a worker runs before it yields.
const EPOCH: Duration = Duration::from_millis(10);

/// Compiles the checks into all code.
pub(crate) fn enable(config: &mut Config) {
    config.epoch_interruption(true);
}

/// Increments the engine's epoch at regular times, as long as the engine exists.
pub(crate) fn start_ticking(engine: &Engine) {
    let engine = engine.weak();
    thread::spawn(move || {
        while let Some(engine) = engine.upgrade() {
            engine.increment_epoch();
            drop(engine);
            thread::sleep(EPOCH);
        }
    });
}

/// Makes what runs in the store yield at each new epoch.
///
/// It uses tokio's `yield_now`, after which timers, IO and the runtime's main future make progress as well; after
/// wasmtime's own yield they would wait for dozens of epochs.
pub(crate) fn yield_at_each<T>(store: &mut Store<T>) {
    store.set_epoch_deadline(1);
    store.epoch_deadline_callback(|_| Ok(UpdateDeadline::YieldCustom(1, Box::pin(tokio::task::yield_now()))));
}
