//! Where a worker's stdout and stderr go.

use tokio::io::empty;
use wasmtime_wasi::WasiCtxBuilder;
use wasmtime_wasi::cli::StdoutStream;
use wasmtime_wasi::p2::pipe::MemoryOutputPipe;

use crate::worker_id::WorkerId;

mod lines;
mod stderr_tail;

use lines::Lines;
pub(crate) use stderr_tail::StderrTail;
use stderr_tail::Tee;

/// Where the workers' stdout and stderr go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// Both to the host's stderr, line by line: `{component-id}/{worker-name} | {line}`, with control characters escaped.
    Stderr,
    /// To memory, for [`crate::Host::captured`].
    Capture,
    /// Nowhere.
    #[default]
    Discard,
}

/// The capacity of each captured stream of a worker. Writing more is an error for the worker.
const CAPTURED_BYTES: usize = 16 << 20;

/// The output of one worker.
#[derive(Clone, Debug)]
pub(crate) struct WorkerOutput {
    destination: Destination,
    pub(crate) stderr_tail: StderrTail,
}

#[derive(Clone, Debug)]
enum Destination {
    Stderr { stdout: Lines, stderr: Lines },
    Capture { stdout: MemoryOutputPipe, stderr: MemoryOutputPipe },
    Discard,
}

impl WorkerOutput {
    pub(crate) fn new(output: Output, worker: &WorkerId) -> Self {
        let destination = match output {
            Output::Stderr => {
                let lines = || Lines::of(&worker.to_string());
                Destination::Stderr { stdout: lines(), stderr: lines() }
            }
            Output::Capture => Destination::Capture {
                stdout: MemoryOutputPipe::new(CAPTURED_BYTES),
                stderr: MemoryOutputPipe::new(CAPTURED_BYTES),
            },
            Output::Discard => Destination::Discard,
        };
        WorkerOutput { destination, stderr_tail: StderrTail::default() }
    }

    pub(crate) fn connect(&self, wasi: &mut WasiCtxBuilder) {
        match &self.destination {
            Destination::Stderr { stdout, stderr } => wasi.stdout(stdout.clone()).stderr(self.tee(stderr.clone())),
            Destination::Capture { stdout, stderr } => wasi.stdout(stdout.clone()).stderr(self.tee(stderr.clone())),
            Destination::Discard => wasi.stderr(self.tee(empty())),
        };
    }

    fn tee<S: StdoutStream>(&self, stream: S) -> Tee<S> {
        Tee { stream, stderr_tail: self.stderr_tail.clone() }
    }

    /// Writes what is not a whole line yet, at the end of an invocation.
    pub(crate) fn finish_lines(&self) {
        if let Destination::Stderr { stdout, stderr } = &self.destination {
            stdout.finish();
            stderr.finish();
        }
    }

    /// The captured stdout and stderr.
    pub(crate) fn captured(&self) -> Option<(String, String)> {
        let text = |pipe: &MemoryOutputPipe| String::from_utf8_lossy(&pipe.contents()).into_owned();
        match &self.destination {
            Destination::Capture { stdout, stderr } => Some((text(stdout), text(stderr))),
            Destination::Stderr { .. } | Destination::Discard => None,
        }
    }
}
