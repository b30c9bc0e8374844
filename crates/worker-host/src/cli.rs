//! `wasm-rpc-run`: command line -> host -> invocations in sequence -> results.

mod args;
mod hints;
mod invocation;
mod listing;
mod prompt;
mod recording;
mod report;
mod style;
mod trace;
mod words;

use std::io::{IsTerminal, Write, stderr, stdin, stdout};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::CommandFactory;
use worker_host::{Backtraces, CompileCache, Host, HostBuilder, Limits, Output};

pub use args::Args;
use hints::Input;
use invocation::Invocation;
use listing::Paste;
use prompt::{Prompt, Request, request};
use recording::Recording;
use report::{Detail, FailedInvocation, Format, Reporter};
use trace::{Warnings, Watch};

/// The run has failed, and the error is reported.
#[derive(Debug)]
pub struct Failed;

/// How long a component compiles before that is said.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often running calls are looked at.
const TICK: Duration = Duration::from_millis(200);

/// What a run needs.
struct Session {
    host: Host,
    limits: Limits,
    watch: Arc<Watch>,
    reporter: Reporter,
}

/// Where invocations come from.
enum Source {
    Words(Vec<Invocation>),
    Stdin,
    Prompt,
}

/// Runs what the command line says.
///
/// # Errors
///
/// If something fails; the error is reported by then.
pub fn run(args: &Args) -> Result<(), Failed> {
    let detail = if args.verbose { Detail::Full } else { Detail::Brief };
    let input = if args.invocations.is_empty() || args.invocations == ["-"] { Input::Lines } else { Input::Shell };
    let reporter = Reporter { format: args.format, detail, input, is_quiet: args.quiet };
    style::select(args.color);
    let reported = |error: anyhow::Error| {
        reporter.error(&error, &[]);
        Failed
    };
    if let Some(page) = page(args) {
        return stdout().write_all(&page).context("failed to write to stdout").map_err(reported);
    }
    let source = source(args).map_err(reported)?;
    let session = session(args, reporter).map_err(reported)?;
    if args.list {
        let list = match args.format {
            Format::Text => listing::list(&session.host, Paste::Shell),
            Format::Json => listing::json(&session.host),
        };
        return stdout().write_all(list.as_bytes()).context("failed to write to stdout").map_err(reported);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build();
    let runtime = runtime.context("failed to start threads").map_err(reported)?;
    let watch = Arc::clone(&session.watch);
    let ticks = runtime.spawn(async move {
        loop {
            tokio::time::sleep(TICK).await;
            watch.tick();
        }
    });
    let result = runtime.block_on(session.run(source));
    ticks.abort();
    // after its end, nothing else writes the record
    let _ = runtime.block_on(ticks);
    session.watch.flush();
    let written = session.watch.recording().map_or(Ok(()), Recording::finish).map_err(reported);
    // do not wait for workers that never end
    runtime.shutdown_background();
    result.and(written)
}

/// The completion script or the manual, if that is what is asked for.
fn page(args: &Args) -> Option<Vec<u8>> {
    let mut page = Vec::new();
    if let Some(shell) = args.completions {
        clap_complete::generate(shell, &mut Args::command(), "wasm-rpc-run", &mut page);
    } else if args.man {
        clap_mangen::Man::new(Args::command()).render(&mut page).ok()?;
    } else {
        return None;
    }
    Some(page)
}

fn source(args: &Args) -> Result<Source> {
    Ok(match &args.invocations[..] {
        [] if stdin().is_terminal() => Source::Prompt,
        [] => Source::Stdin,
        [word] if word == "-" => Source::Stdin,
        words => Source::Words(invocation::from_words(words)?),
    })
}

fn session(args: &Args, reporter: Reporter) -> Result<Session> {
    let warnings = if args.quiet { Warnings::Hidden } else { Warnings::Shown };
    let limits = Limits { max_workers: args.max_workers, max_memory: args.max_memory, timeout: args.timeout.0 };
    let cache = if args.no_cache { CompileCache::None } else { CompileCache::User };
    let mut builder = HostBuilder::with_cache(cache).limits(limits);
    builder = builder.output(if args.quiet { Output::Discard } else { Output::Stderr });
    builder = builder.backtraces(if args.verbose { Backtraces::Full } else { Backtraces::OwnCode });
    for (id, file) in &args.component {
        builder = load(builder, id, file, warnings)?;
    }
    for (name, value) in &args.env {
        builder = builder.env(name, value);
    }
    // a run that fails before this leaves the file of the last run alone
    let trace_file = args.trace_file.as_ref().filter(|_| !args.list);
    let recording = trace_file.map(Recording::new).transpose()?;
    let watch = Arc::new(Watch::new(args.trace, warnings, recording));
    Ok(Session { host: builder.trace(watch.clone()).build(), limits, watch, reporter })
}

/// Adds a component. While it compiles for long, a line says so.
fn load(builder: HostBuilder, id: &str, file: &Path, warnings: Warnings) -> Result<HostBuilder> {
    let bytes = std::fs::read(file).with_context(|| format!("failed to read `{}`", file.display()))?;
    let (done, is_done) = channel::<()>();
    let line = format!("compiling {}…", worker_host::escape_control(id));
    let notice = thread::spawn(move || {
        if is_done.recv_timeout(PATIENCE).is_err() && warnings == Warnings::Shown {
            // an error of stderr cannot be reported
            let _ = writeln!(stderr(), "{line}");
        }
    });
    let loaded = builder.component(id, &bytes);
    // the notice may have been written already
    let _ = done.send(());
    let _ = notice.join();
    loaded.with_context(|| format!("failed to load `{}`", file.display()))
}

impl Session {
    async fn run(&self, source: Source) -> Result<(), Failed> {
        let result = match source {
            Source::Words(invocations) => self.invoke_all(invocations.into_iter().map(Ok)).await,
            Source::Stdin => self.invoke_all(invocation::from_lines(stdin().lock())).await,
            Source::Prompt => return self.converse().await,
        };
        let settled = self.settle().await.map_err(|error| self.report(&error));
        result.and(settled)
    }

    /// Runs the invocations up to the first that fails.
    async fn invoke_all(&self, invocations: impl Iterator<Item = Result<Invocation>>) -> Result<(), Failed> {
        for invocation in invocations {
            let invoked = match invocation {
                Ok(invocation) => self.invoke(invocation).await,
                Err(error) => Err(error),
            };
            invoked.map_err(|error| self.report(&error))?;
        }
        Ok(())
    }

    async fn invoke(&self, invocation: Invocation) -> Result<()> {
        self.watch.take_failed();
        let Invocation { worker, function, arguments } = &invocation;
        let answer = self.host.invoke(worker, function, arguments).await;
        self.watch.flush();
        let answer = answer.with_context(|| FailedInvocation { worker: worker.clone(), function: function.clone() })?;
        self.reporter.result(&invocation, &answer)
    }

    fn report(&self, error: &anyhow::Error) -> Failed {
        self.reporter.error(error, &self.watch.take_failed());
        Failed
    }

    /// Waits for the calls in the background, whose number may grow forever.
    async fn settle(&self) -> Result<()> {
        let Some(limit) = self.limits.timeout else {
            self.host.settle().await;
            return Ok(());
        };
        if tokio::time::timeout(limit, self.host.settle()).await.is_err() {
            bail!("calls in the background are still running after {limit:?}, which is the limit (`--timeout`)");
        }
        Ok(())
    }

    /// The prompt: an error does not end it.
    async fn converse(&self) -> Result<(), Failed> {
        let mut prompt = Prompt::new(&self.host).map_err(|error| self.report(&error))?;
        loop {
            let line = tokio::task::block_in_place(|| prompt.read()).map_err(|error| self.report(&error))?;
            let Some(line) = line else { return Ok(()) };
            match request(&line, &self.host) {
                Request::Nothing => {}
                Request::Quit => return Ok(()),
                Request::Trace(is_shown) => self.watch.show(is_shown),
                Request::Print(text) => {
                    // an error of stdout cannot be reported
                    let _ = writeln!(stdout(), "{text}");
                }
                Request::Invoke(line) => {
                    let invoked = match invocation::from_line(&line) {
                        Ok(invocation) => self.invoke(invocation).await,
                        Err(error) => Err(error),
                    };
                    if let Err(error) = invoked {
                        self.report(&error);
                    }
                }
            }
        }
    }
}
