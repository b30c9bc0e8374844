//! Calls on a stack that is large enough.
//!
//! `wit-parser` recurses over interfaces and packages that use each other, as deep as these chains are. The stack of the
//! calling thread may be small, and a stack that overflows ends the program.

use std::panic::resume_unwind;
use std::thread;

/// The size of the stack, in bytes of address space.
const STACK_SIZE: usize = 256 << 20;

/// The result of `call`, which runs on a thread of its own; on this one if the system has no other.
pub(crate) fn on_large_stack<T: Send>(call: impl FnOnce() -> T + Send) -> T {
    let mut call = Some(call);
    let result = thread::scope(|scope| {
        let call = &mut call;
        let run = move || call.take().map(|call| call());
        let thread = thread::Builder::new().stack_size(STACK_SIZE).spawn_scoped(scope, run).ok()?;
        thread.join().unwrap_or_else(|panic| resume_unwind(panic))
    });
    match (result, call) {
        (Some(result), _) => result,
        (None, Some(call)) => call(),
        (None, None) => unreachable!("a call that was made has a result"),
    }
}
