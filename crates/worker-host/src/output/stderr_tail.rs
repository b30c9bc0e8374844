//! A worker's stderr -> the same stream, and a copy of its end for the error of a failed call.
//!
//! A guest writes to stderr why it panics, and a stub which `rpc-error` it traps for. On Golem the caller gets that text in
//! the error. So it does here, wherever the output goes.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::io::AsyncWrite;
use wasmtime_wasi::async_trait;
use wasmtime_wasi::cli::{IsTerminal, StdoutStream};
use wasmtime_wasi::p2::{OutputStream, Pollable, StreamResult};

const KEPT_BYTES: usize = 4096;
const KEPT_LINES: usize = 20;

/// What Rust adds to each panic; it has no effect on WebAssembly.
const RUST_NOTE: &str = "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace";

/// The end of a worker's stderr during one invocation.
#[derive(Clone, Debug, Default)]
pub(crate) struct StderrTail(Arc<Mutex<Vec<u8>>>);

impl StderrTail {
    /// Starts a new invocation.
    pub(crate) fn clear(&self) {
        self.bytes().clear();
    }

    /// The last lines, without empty ones and without a line break at the end.
    pub(crate) fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.bytes()).into_owned();
        let lines = text.lines().filter(|line| !line.trim().is_empty() && *line != RUST_NOTE);
        let lines: Vec<&str> = lines.collect();
        lines[lines.len().saturating_sub(KEPT_LINES)..].join("\n").trim_end().to_owned()
    }

    fn push(&self, written: &[u8]) {
        let mut kept = self.bytes();
        kept.extend_from_slice(written);
        if let Some(surplus) = kept.len().checked_sub(KEPT_BYTES) {
            kept.drain(..surplus);
        }
    }

    fn bytes(&self) -> MutexGuard<'_, Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A stream with a copy of its end in a [`StderrTail`].
pub(crate) struct Tee<S> {
    pub(crate) stream: S,
    pub(crate) stderr_tail: StderrTail,
}

impl<S: IsTerminal> IsTerminal for Tee<S> {
    fn is_terminal(&self) -> bool {
        self.stream.is_terminal()
    }
}

impl<S: StdoutStream> StdoutStream for Tee<S> {
    /// For WASI 0.3, which the host does not provide.
    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        self.stream.async_stream()
    }

    fn p2_stream(&self) -> Box<dyn OutputStream> {
        Box::new(TeeOutput { stream: self.stream.p2_stream(), stderr_tail: self.stderr_tail.clone() })
    }
}

struct TeeOutput {
    stream: Box<dyn OutputStream>,
    stderr_tail: StderrTail,
}

#[async_trait]
impl Pollable for TeeOutput {
    async fn ready(&mut self) {
        self.stream.ready().await;
    }
}

#[async_trait]
impl OutputStream for TeeOutput {
    fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
        self.stderr_tail.push(&bytes);
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> StreamResult<()> {
        self.stream.flush()
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        self.stream.check_write()
    }

    async fn cancel(&mut self) {
        self.stream.cancel().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_kept() {
        let tail = StderrTail::default();
        assert_eq!(tail.text(), "");
        tail.push(b"one\ntwo\n\n");
        assert_eq!(tail.text(), "one\ntwo");
        let many: String = (0..30).map(|n| format!("line {n}\n")).collect();
        tail.push(many.as_bytes());
        assert_eq!(tail.text().lines().count(), KEPT_LINES);
        assert!(tail.text().starts_with("line 10\n") && tail.text().ends_with("line 29"));
        tail.push("é".repeat(KEPT_BYTES).as_bytes());
        assert!(tail.text().len() <= KEPT_BYTES);
        tail.clear();
        assert_eq!(tail.text(), "");
    }
}
