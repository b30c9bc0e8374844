//! What a worker writes -> whole lines on the host's stderr, each with the worker's name, with control characters escaped.
//!
//! Workers run side by side and know nothing of each other or of the terminal. So a line is written when it is complete,
//! and at the end of an invocation; a very long one, in pieces.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::io::AsyncWrite;
use wasmtime_wasi::async_trait;
use wasmtime_wasi::cli::{IsTerminal, StdoutStream};
use wasmtime_wasi::p2::{OutputStream, Pollable, StreamResult};

use crate::escape::escape_control;

/// The longest line that is kept together.
const LINE_BYTES: usize = 16 << 10;

/// How much a guest may write at once.
const WRITE_BYTES: usize = 64 << 10;

/// One stream of a worker. Its clones are the same stream.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    /// Stands before each line.
    prefix: Arc<str>,
    begun: Arc<Mutex<Vec<u8>>>,
}

impl Lines {
    /// The stream of the worker of this name.
    pub(crate) fn of(worker: &str) -> Self {
        Lines { prefix: format!("{worker} | ").into(), begun: Arc::default() }
    }

    /// Writes an incomplete line.
    pub(crate) fn finish(&self) {
        let mut begun = self.begun();
        if !begun.is_empty() {
            self.print(&std::mem::take(&mut *begun));
        }
    }

    fn write(&self, bytes: &[u8]) {
        let mut begun = self.begun();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            begun.extend_from_slice(piece);
            if let Some(line) = begun.strip_suffix(b"\n") {
                self.print(line);
                begun.clear();
            } else if begun.len() >= LINE_BYTES {
                self.print(&std::mem::take(&mut *begun));
            }
        }
    }

    fn begun(&self) -> MutexGuard<'_, Vec<u8>> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn print(&self, line: &[u8]) {
        let line = String::from_utf8_lossy(line);
        let line = escape_control(line.strip_suffix('\r').unwrap_or(&line));
        // an error of stderr cannot be reported
        let _ = io::stderr().write_all(format!("{}{line}\n", self.prefix).as_bytes());
    }
}

impl IsTerminal for Lines {
    /// Escape sequences would be escaped.
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdoutStream for Lines {
    /// For WASI 0.3, which the host does not provide.
    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        Box::new(tokio::io::empty())
    }

    fn p2_stream(&self) -> Box<dyn OutputStream> {
        Box::new(self.clone())
    }
}

#[async_trait]
impl Pollable for Lines {
    async fn ready(&mut self) {}
}

#[async_trait]
impl OutputStream for Lines {
    fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
        Lines::write(self, &bytes);
        Ok(())
    }

    fn flush(&mut self) -> StreamResult<()> {
        Ok(())
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        Ok(WRITE_BYTES)
    }
}
