//! What a run prints, in the format of `--message-format`.
//!
//! | | `human` | `json` |
//! | --- | --- | --- |
//! | diagnostics, progress, what to do next | stderr | messages |
//! | the text of a dry run | stdout | messages of its files |
//! | other texts that were asked for | stdout | a message |
//!
//! Messages go to stdout, so that everything there is JSON; to stderr, if stdout is for a component.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use wasm_rpc_stubgen::{Artifact, Change, Diagnostic, Event};

use crate::arguments::Verbosity;
use crate::message::Message;
use crate::next::Next;
use crate::output_arguments::{MessageStream, Messages};
use crate::printable::printable;
use crate::terminal::Terminal;

/// The output of a run.
pub enum Output {
    Human(Terminal),
    Json(JsonLines),
}

impl Output {
    pub fn new(messages: Messages, verbosity: &Verbosity) -> Self {
        match messages {
            Messages::Human => Self::Human(Terminal::new(verbosity)),
            Messages::Json(stream) => Self::Json(JsonLines::new(stream)),
        }
    }

    /// Reports an event of a command.
    pub fn event(&mut self, event: Event<'_>) {
        match self {
            Self::Human(terminal) => terminal.event(event),
            Self::Json(lines) => Message::of(event).iter().for_each(|message| lines.send(message)),
        }
    }

    /// Prints the text of a dry run, whose events were reported.
    pub fn planned(&mut self, text: &str) -> Result<()> {
        match self {
            Self::Human(_) => print(printable(text).as_bytes()),
            Self::Json(_) => Ok(()),
        }
    }

    /// Prints what a check would change.
    pub fn planned_files<'a>(&mut self, files: impl Iterator<Item = (&'a Path, Change)>) -> Result<()> {
        match self {
            Self::Human(_) => {
                let lines = files.map(|(path, change)| format!("{change:<9} {}\n", path.display()));
                print(printable(&lines.collect::<String>()).as_bytes())
            }
            Self::Json(lines) => {
                files.for_each(|(path, change)| lines.send(&Message::planned_file(path, change)));
                Ok(())
            }
        }
    }

    /// Prints the steps of a flow instead of their files. Messages are about both.
    pub fn print_steps(&mut self) {
        if let Self::Human(terminal) = self {
            terminal.print_steps();
        }
    }

    /// Reports what a composed component imports. A person sees it in the text of a dry run.
    pub fn imports(&mut self, names: &[String]) {
        if let Self::Json(lines) = self {
            names.iter().for_each(|name| lines.send(&Message::Import { name }));
        }
    }

    /// Writes a component to stdout.
    pub fn component(&mut self, artifact: Artifact, bytes: &[u8]) -> Result<()> {
        self.event(Event::File { artifact, path: Path::new("-"), change: Change::Create });
        print(bytes)
    }

    /// Prints a text that was asked for.
    pub fn text(&mut self, text: &[u8]) -> Result<()> {
        match self {
            Self::Human(_) => print(text),
            Self::Json(lines) => {
                lines.send(&Message::Text { text: &String::from_utf8_lossy(text) });
                Ok(())
            }
        }
    }

    /// Ends a run with its errors, or with what comes next.
    pub fn finish(mut self, result: Result<Option<Next>, Vec<Diagnostic>>) -> ExitCode {
        let errors = result.as_ref().err().map(Vec::as_slice).unwrap_or_default();
        errors.iter().for_each(|error| self.event(Event::Diagnostic(error)));
        let code = u8::from(result.is_err());
        match self {
            Self::Human(mut terminal) => {
                terminal.count_hidden();
                result.into_iter().flatten().for_each(|next| terminal.next(&next));
                ExitCode::from(code)
            }
            Self::Json(lines) => {
                let next = result.ok().flatten();
                lines.finish(code, next.as_ref().map(|next| next.command.as_str()))
            }
        }
    }
}

/// Messages, and where they go.
pub struct JsonLines {
    stream: MessageStream,
    /// The first error of writing.
    failure: Option<io::Error>,
}

impl JsonLines {
    pub fn new(stream: MessageStream) -> Self {
        Self { stream, failure: None }
    }

    /// Writes a line. A reader that has gone is no error.
    pub fn send(&mut self, message: &Message<'_>) {
        let mut stream: Box<dyn Write> = match self.stream {
            MessageStream::Stdout => Box::new(io::stdout().lock()),
            MessageStream::Stderr => Box::new(io::stderr().lock()),
        };
        let result = writeln!(stream, "{}", message.to_line()).and_then(|()| stream.flush());
        let failure = result.err().filter(|error| error.kind() != io::ErrorKind::BrokenPipe);
        self.failure = self.failure.take().or(failure);
    }

    /// Writes the last line and returns the exit code of the run.
    pub fn finish(mut self, code: u8, next: Option<&str>) -> ExitCode {
        self.send(&Message::Finished { success: code == 0, exit_code: code, next });
        match self.failure {
            None => ExitCode::from(code),
            Some(error) => {
                // If this fails, there is no other place to report it.
                let _ = writeln!(io::stderr(), "error: cannot write to stdout: {error}");
                ExitCode::FAILURE
            }
        }
    }
}

/// Writes to stdout. A closed pipe is no error.
fn print(bytes: &[u8]) -> Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.context("cannot write to stdout"),
    }
}
