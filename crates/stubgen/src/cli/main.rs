//! The binary `wasm-rpc-stubgen`: parses arguments, calls the library, prints events and diagnostics.
//!
//! Exit codes: 0 success, 1 invalid input or environment, 2 wrong usage, 101 internal error.

mod arguments;
mod golem_cli;
mod pages;
mod printable;
mod run;
mod terminal;

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::Write;
use std::panic::PanicHookInfo;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Stack size of the worker thread, in bytes of address space. The libraries' parsers recurse as deep as the input nests.
const STACK_SIZE: usize = 256 << 20;

/// The exit code of a Rust program that panics.
const INTERNAL_ERROR: u8 = 101;

/// The last panic. It is only printed if it ends the run, because some libraries catch panics.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(note_panic));
    let worker = thread::Builder::new().stack_size(STACK_SIZE).spawn(run::run);
    match worker {
        Ok(worker) => worker.join().unwrap_or_else(|_| report_bug()),
        // Without that much address space, use the current stack.
        Err(_) => std::panic::catch_unwind(run::run).unwrap_or_else(|_| report_bug()),
    }
}

/// Stores the message of a panic instead of printing it.
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

/// Reports an internal error.
fn report_bug() -> ExitCode {
    let text = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
    let mut stderr = std::io::stderr().lock();
    // If this fails, there is no other place to report it.
    let _ = writeln!(stderr, "error: internal error: {}", printable::printable(&text));
    let _ = writeln!(stderr, "hint: this is a bug in {}; please report it with the input", arguments::NAME);
    ExitCode::from(INTERNAL_ERROR)
}
