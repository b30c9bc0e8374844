//! Calls of library code that panics on odd input.
//!
//! `wit-parser`'s decoder asserts what holds for components that `wit-component` made. Other valid components break that.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether this thread catches its panics, so that the hook must not report them.
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// The result of `call`; `None` if it panics. The panic is not reported.
pub(crate) fn caught<T>(call: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let report = take_hook();
        set_hook(Box::new(move |panic| {
            // Where a panic ends the process, its report is all that the user gets.
            if cfg!(panic = "abort") || !IS_QUIET.get() {
                report(panic);
            }
        }));
    });
    let before = IS_QUIET.replace(true);
    let result = catch_unwind(AssertUnwindSafe(call)).ok();
    IS_QUIET.set(before);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_none() {
        assert_eq!(caught(|| 1), Some(1));
        assert_eq!(caught(|| -> u8 { panic!("this is not reported") }), None);
        assert!(!IS_QUIET.get());
    }
}
