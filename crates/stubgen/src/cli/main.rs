//! The binary `wasm-rpc-stubgen`: parses arguments, calls the library, prints events and diagnostics.
//!
//! Exit codes: 0 success, 1 invalid input or environment, 2 wrong usage, 101 internal error.

mod arguments;
mod golem_cli;
mod help;
mod message;
mod next;
mod output;
mod output_arguments;
mod pages;
mod printable;
mod render;
mod run;
mod stdio;
mod stub_arguments;
mod terminal;
mod usage;
mod words;
mod workspace_arguments;

use std::backtrace::{Backtrace, BacktraceStatus};
use std::ffi::OsString;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;

use message::Message;
use output::JsonLines;
use output_arguments::Messages;
use wasm_rpc_stubgen::Diagnostic;
use words::Printing;

/// Stack size of the worker thread, in bytes of address space. The libraries' parsers recurse as deep as the input nests.
const STACK_SIZE: usize = 256 << 20;

/// The exit code of a Rust program that panics.
const INTERNAL_ERROR: u8 = 101;

/// The last panic. It is only printed if it ends the run, because some libraries catch panics.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let Printing { color, messages } = Printing::of(&words);
    color.choice().write_global();
    let words = match golem_cli::own_words(words, messages) {
        Ok(words) => words,
        Err(code) => return code,
    };
    std::panic::set_hook(Box::new(move |panic| note_panic(panic, messages)));
    let run = {
        let words = words.clone();
        move || run::run(words, messages)
    };
    let worker = thread::Builder::new().stack_size(STACK_SIZE).spawn(run);
    match worker {
        Ok(worker) => worker.join().unwrap_or_else(|_| report_bug(messages)),
        // Without that much address space, use the current stack.
        Err(_) => std::panic::catch_unwind(|| run::run(words, messages)).unwrap_or_else(|_| report_bug(messages)),
    }
}

/// Stores the message of a panic instead of printing it.
fn note_panic(panic: &PanicHookInfo<'_>, messages: Messages) {
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
        report_bug(messages);
        std::process::exit(i32::from(INTERNAL_ERROR));
    }
}

/// Reports an internal error.
fn report_bug(messages: Messages) -> ExitCode {
    let text = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
    let bug = Diagnostic::error(format!("internal error: {text}"))
        .hint(format!("this is a bug in {}; please report it with the input", arguments::NAME));
    match messages {
        Messages::Human => {
            // If this fails, there is no other place to report it.
            let _ = write!(anstream::stderr(), "{}", render::diagnostic(&bug, usize::MAX));
            ExitCode::from(INTERNAL_ERROR)
        }
        Messages::Json(stream) => {
            let mut lines = JsonLines::new(stream);
            lines.send(&Message::diagnostic(&bug));
            lines.finish(INTERNAL_ERROR, None)
        }
    }
}
