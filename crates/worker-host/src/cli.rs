//! `wasm-rpc-run`: command line -> host -> invocations in sequence -> results.

mod args;
mod hints;
mod invocation;
mod trace;
mod words;

use std::io::{Write, stdin, stdout};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use worker_host::{Host, HostBuilder, Limits, Output};

pub use args::Args;
pub use hints::hint;
use invocation::Invocation;

/// Runs what the command line says.
pub fn run(args: &Args) -> Result<()> {
    let trace = args.trace.then(|| Arc::new(trace::all_calls()));
    let mut builder = match &trace {
        Some(trace) => HostBuilder::new().trace(trace.clone()),
        None if args.quiet => HostBuilder::new(),
        None => HostBuilder::new().trace(Arc::new(trace::FailuresAndWarnings)),
    };
    let from_words = match &args.invocations[..] {
        [] => None,
        [word] if word == "-" => None,
        words => Some(invocation::from_words(words)?),
    };
    let limits = Limits { max_workers: args.max_workers, max_memory: args.max_memory, timeout: args.timeout.0 };
    builder = builder.limits(limits).output(if args.quiet { Output::Discard } else { Output::Stderr });
    for (id, file) in &args.component {
        let bytes = std::fs::read(file);
        let bytes = bytes.with_context(|| format!("failed to read `{}`", file.display()))?;
        let loaded = builder.component(id, &bytes);
        builder = loaded.with_context(|| format!("failed to load `{}`", file.display()))?;
    }
    for (name, value) in &args.env {
        builder = builder.env(name, value);
    }
    let host = builder.build();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()
        .context("failed to start threads")?;
    let result = match from_words {
        Some(invocations) => runtime.block_on(invoke_all(&host, limits, invocations.into_iter().map(Ok))),
        None => runtime.block_on(invoke_all(&host, limits, invocation::from_lines(stdin().lock()))),
    };
    if let Some(trace) = trace {
        trace.flush();
    }
    // do not wait for workers that never end
    runtime.shutdown_background();
    result
}

/// Runs the invocations up to the first that fails, then waits for the calls in the background.
async fn invoke_all(host: &Host, limits: Limits, invocations: impl Iterator<Item = Result<Invocation>>) -> Result<()> {
    let mut result = Ok(());
    for invocation in invocations {
        result = match invocation {
            Ok(invocation) => invoke(host, invocation).await,
            Err(error) => Err(error),
        };
        if result.is_err() {
            break;
        }
    }
    result.and(settle(host, limits.timeout).await)
}

/// Waits for the calls in the background, whose number may grow forever.
async fn settle(host: &Host, timeout: Option<Duration>) -> Result<()> {
    let Some(limit) = timeout else {
        host.settle().await;
        return Ok(());
    };
    if tokio::time::timeout(limit, host.settle()).await.is_err() {
        bail!("calls in the background are still running after {limit:?}, which is the limit (`--timeout`)");
    }
    Ok(())
}

async fn invoke(host: &Host, invocation: Invocation) -> Result<()> {
    let Invocation { worker, function, arguments } = invocation;
    let answer = host.invoke(&worker, &function, arguments).await;
    let answer = answer.with_context(|| format!("failed to invoke `{function}` of `{worker}`"))?;
    writeln!(stdout(), "{}", answer.to_wave()).context("failed to write to stdout")
}
