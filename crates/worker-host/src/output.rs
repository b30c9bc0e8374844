//! Where a worker's stdout and stderr go.

use wasmtime_wasi::WasiCtxBuilder;
use wasmtime_wasi::p2::pipe::MemoryOutputPipe;

/// Where the workers' stdout and stderr go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// To the host's own stdout and stderr.
    Inherit,
    /// Both to the host's stderr.
    Stderr,
    /// Kept for [`crate::Host::captured`].
    Capture,
    /// Nowhere.
    #[default]
    Discard,
}

/// How much of each stream is kept of a worker's output; a worker that writes more gets an error from its stream.
const CAPTURED_BYTES: usize = 16 << 20;

/// The output of one worker.
#[derive(Clone, Debug)]
pub(crate) enum WorkerOutput {
    Inherit,
    Stderr,
    Capture { stdout: MemoryOutputPipe, stderr: MemoryOutputPipe },
    Discard,
}

impl WorkerOutput {
    pub(crate) fn new(output: Output) -> Self {
        match output {
            Output::Inherit => WorkerOutput::Inherit,
            Output::Stderr => WorkerOutput::Stderr,
            Output::Capture => WorkerOutput::Capture {
                stdout: MemoryOutputPipe::new(CAPTURED_BYTES),
                stderr: MemoryOutputPipe::new(CAPTURED_BYTES),
            },
            Output::Discard => WorkerOutput::Discard,
        }
    }

    pub(crate) fn connect(&self, wasi: &mut WasiCtxBuilder) {
        match self {
            WorkerOutput::Inherit => {
                wasi.inherit_stdout().inherit_stderr();
            }
            WorkerOutput::Stderr => {
                wasi.stdout(wasmtime_wasi::cli::stderr()).inherit_stderr();
            }
            WorkerOutput::Capture { stdout, stderr } => {
                wasi.stdout(stdout.clone()).stderr(stderr.clone());
            }
            WorkerOutput::Discard => {}
        }
    }

    /// What has been captured: stdout, stderr.
    pub(crate) fn captured(&self) -> Option<(String, String)> {
        let text = |pipe: &MemoryOutputPipe| String::from_utf8_lossy(&pipe.contents()).into_owned();
        match self {
            WorkerOutput::Capture { stdout, stderr } => Some((text(stdout), text(stderr))),
            WorkerOutput::Inherit | WorkerOutput::Stderr | WorkerOutput::Discard => None,
        }
    }
}
