//! The binary `wasm-rpc-stubgen`: arguments in, the library's functions called, events and diagnostics printed.
//!
//! Exit codes: 0 done, 1 the input or the environment is at fault, 2 wrong usage.

mod arguments;
mod pages;
mod run;
mod terminal;

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::Write;
use std::panic::PanicHookInfo;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Address space for the stack of the one thread that works; pages are only used when they are touched. The parsers
/// of the libraries recurse as deep as the input nests.
const STACK_SIZE: usize = 256 << 20;

/// The exit code of a bug in this program, as Rust programs have it.
const INTERNAL_ERROR: u8 = 101;

/// The last panic. It is shown only if it ends the run: a library may well catch it.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(note_panic));
    let worker = thread::Builder::new().stack_size(STACK_SIZE).spawn(run::run);
    match worker {
        Ok(worker) => worker.join().unwrap_or_else(|_| report_bug()),
        // Where so much address space is not to be had, the stack that there is must do.
        Err(_) => std::panic::catch_unwind(run::run).unwrap_or_else(|_| report_bug()),
    }
}

/// Keeps what a panic says, instead of printing it.
fn note_panic(panic: &PanicHookInfo<'_>) {
    let message = panic.payload_as_str().unwrap_or("no message");
    let mut text = match panic.location() {
        Some(location) => format!("{message} ({location})"),
        None => message.to_string(),
    };
    let backtrace = Backtrace::capture();
    if backtrace.status() == BacktraceStatus::Captured {
        text = format!("{text}\n{backtrace}");
    }
    *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = text;
    if cfg!(panic = "abort") {
        report_bug();
        std::process::exit(i32::from(INTERNAL_ERROR));
    }
}

/// Says that a bug was met.
fn report_bug() -> ExitCode {
    let text = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
    let mut stderr = std::io::stderr().lock();
    // Nobody is left to be told when this fails.
    let _ = writeln!(stderr, "error: internal error: {text}");
    let _ = writeln!(stderr, "hint: this is a bug in {}; please report it with the input", arguments::NAME);
    ExitCode::from(INTERNAL_ERROR)
}
