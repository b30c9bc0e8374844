//! The binary `wasm-rpc-run`: exit codes and error output; `cli` does everything else.

mod cli;

use std::io::{Write, stderr};
use std::process::ExitCode;

use clap::Parser;
use worker_host::escape_control;

fn main() -> ExitCode {
    let args = cli::Args::parse();
    match cli::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

fn report(error: &anyhow::Error) {
    // an error of stderr cannot be reported
    let _ = writeln!(stderr(), "error: {}", escape_control(&format!("{error:#}")));
    if let Some(hint) = cli::hint(error) {
        let _ = writeln!(stderr(), "hint: {}", escape_control(&hint));
    }
}
