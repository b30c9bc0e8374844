//! The binary `wasm-rpc-run`: exit codes; `cli` does everything else.

mod cli;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::run(&cli::Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cli::Failed) => ExitCode::FAILURE,
    }
}
