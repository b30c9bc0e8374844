//! A trap -> one line: its cause, and the functions in its backtrace.

use wasmtime::WasmBacktrace;
use wasmtime_wasi::I32Exit;

/// The cause and `(in f <- g <- h)`, the innermost function first.
pub(crate) fn describe(error: &wasmtime::Error) -> String {
    let cause = match error.downcast_ref::<I32Exit>() {
        Some(I32Exit(code)) => format!("Process exited with code {code}"),
        None => cause(&error.root_cause().to_string()),
    };
    let frames: Vec<String> = match error.downcast_ref::<WasmBacktrace>() {
        Some(backtrace) => functions(&backtrace.to_string()),
        None => Vec::new(),
    };
    let line = match frames.len() {
        0 => cause,
        _ => format!("{cause} (in {})", frames.join(" <- ")),
    };
    line.replace('\n', " ")
}

/// The engine's message, or what it means.
fn cause(message: &str) -> String {
    // the error has no type that can be named
    if message.contains("fuel allocated for hostcalls has been exhausted") {
        return "a value takes more memory in the host than one value may (2GiB)".to_owned();
    }
    message.to_owned()
}

/// The functions in a backtrace as wasmtime prints it, with demangled names: lines like `   0:   0x5c - module!function`.
fn functions(backtrace: &str) -> Vec<String> {
    let frames = backtrace.lines().filter(|line| {
        let number = line.trim_start().split(':').next();
        number.is_some_and(|number| number.parse::<usize>().is_ok())
    });
    let names = frames.filter_map(|frame| frame.split_once(" - "));
    let names = names.map(|(_, name)| name.strip_prefix("<unknown>!").unwrap_or(name).to_owned());
    names.collect()
}
