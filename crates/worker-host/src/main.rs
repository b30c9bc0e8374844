//! The binary `wasm-rpc-run`: exit codes and the form of errors; everything else is in `cli`.

mod cli;

use std::io::{Write, stderr};
use std::process::ExitCode;

use clap::Parser;
use worker_host::printable;

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
    // that stderr can't be written to can't be told anywhere
    let _ = writeln!(stderr(), "error: {}", printable(&format!("{error:#}")));
    if let Some(hint) = cli::hint(error) {
        let _ = writeln!(stderr(), "hint: {}", printable(&hint));
    }
}
