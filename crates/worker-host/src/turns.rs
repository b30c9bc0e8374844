//! Workers take turns: one that computes, or asks in a loop whether an answer is there, doesn't keep the others from
//! running, whichever runtime the host is in.
//!
//! tokio's tasks have to give way by themselves. A worker does when it waits, but `future-invoke-result.get`,
//! `pollable.ready` or reading a clock are no waits: a component that loops over them would keep its thread, and where
//! there is no other the callee that it asks for would never run. So compiled code looks at the engine's epoch in each
//! loop and at each function's start, and gives way once in every [`TURN`].

use std::thread;
use std::time::Duration;

use wasmtime::{Config, Engine, Store, UpdateDeadline};

/// How long a worker runs at most before another one may.
const TURN: Duration = Duration::from_millis(10);

/// Has code compiled so that it can give way.
pub(crate) fn possible_with(config: &mut Config) {
    config.epoch_interruption(true);
}

/// Ends a turn of everybody in the engine, again and again, as long as the engine exists.
pub(crate) fn given_by(engine: &Engine) {
    let engine = engine.weak();
    thread::spawn(move || {
        while let Some(engine) = engine.upgrade() {
            engine.increment_epoch();
            drop(engine);
            thread::sleep(TURN);
        }
    });
}

/// Has what runs in the store give way when its turn ends.
///
/// By tokio's own `yield_now`, after which timers, IO and the future that the runtime was started with get their turn as
/// well; by wasmtime's own yield they would wait for dozens of turns.
pub(crate) fn taken_by<T>(store: &mut Store<T>) {
    store.set_epoch_deadline(1);
    store.epoch_deadline_callback(|_| Ok(UpdateDeadline::YieldCustom(1, Box::pin(tokio::task::yield_now()))));
}
