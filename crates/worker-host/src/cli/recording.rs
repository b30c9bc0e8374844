//! `--trace-file`: the calls of a run with their times -> a sequence diagram (Mermaid, or a page of HTML), or JSON lines.
//!
//! The file is written again and again while calls run, so a run that is interrupted or killed leaves what it has done.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use worker_host::{CallError, CallMode, TracedCall};

mod calls;
mod html;

use calls::{End, Event, RecordedCall, end_text, events, short, short_call_text, workers};

/// The calls of a run.
#[derive(Debug)]
pub struct Recording {
    file: PathBuf,
    format: Format,
    /// The start of the first call.
    begin: OnceLock<Instant>,
    calls: Mutex<Calls>,
}

#[derive(Debug, Default)]
struct Calls {
    recorded: Vec<RecordedCall>,
    /// Whether something has happened that the file lacks.
    is_ahead: bool,
    /// When the file may be written next.
    next_write: Option<Instant>,
}

/// After a write, this many times its duration are without one, so that a long run is not slowed down.
const PAUSE: u32 = 10;

/// The format of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Mermaid,
    Html,
    Json,
}

impl Format {
    /// The format that the extension of a file names.
    pub fn of(file: &Path) -> Option<Self> {
        Some(match file.extension()?.to_str()? {
            "mmd" => Format::Mermaid,
            "html" => Format::Html,
            "json" => Format::Json,
            _ => return None,
        })
    }
}

impl Recording {
    /// A record that will be written to this file. What the file contains stays until there are calls.
    ///
    /// # Errors
    ///
    /// If the file cannot be written: after a long run it would be too late.
    pub fn new((file, format): &(PathBuf, Format)) -> Result<Self> {
        let opened = OpenOptions::new().append(true).create(true).open(file);
        opened.with_context(|| format!("failed to write `{}`", file.display()))?;
        Ok(Recording { file: file.clone(), format: *format, begin: OnceLock::new(), calls: Mutex::default() })
    }

    pub fn started(&self, call: &TracedCall) {
        let start = self.time();
        let mut calls = self.calls();
        calls.recorded.push(RecordedCall { call: call.clone(), start, end: None });
        calls.is_ahead = true;
    }

    pub fn finished(&self, call: &TracedCall, answer: &Result<String, CallError>) {
        let end = match answer {
            Ok(value) => End::Returned(value.clone()),
            Err(error) => End::Failed(error.to_string()),
        };
        self.end(call, end);
    }

    pub fn cancelled(&self, call: &TracedCall) {
        self.end(call, End::Cancelled);
    }

    fn end(&self, call: &TracedCall, end: End) {
        let time = self.time();
        let mut calls = self.calls();
        if let Some(recorded) = calls.recorded.iter_mut().rev().find(|recorded| recorded.call.number == call.number) {
            recorded.end = Some((time, end));
            calls.is_ahead = true;
        }
    }

    fn time(&self) -> Duration {
        self.begin.get_or_init(Instant::now).elapsed()
    }

    fn calls(&self) -> MutexGuard<'_, Calls> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what the file lacks. To be called at regular times.
    pub fn tick(&self) {
        let mut calls = self.calls();
        let start = Instant::now();
        if calls.is_ahead && calls.next_write.is_none_or(|next| start >= next) {
            // the write at the end of the run reports an error
            let _ = self.write(&calls.recorded);
            calls.is_ahead = false;
            calls.next_write = Some(start + start.elapsed() * PAUSE);
        }
    }

    /// Writes the file at the end of the run.
    pub fn finish(&self) -> Result<()> {
        self.write(&self.calls().recorded)
    }

    fn write(&self, calls: &[RecordedCall]) -> Result<()> {
        let text = match self.format {
            Format::Mermaid => mermaid(calls),
            Format::Html => html::page(calls),
            Format::Json => json_lines(calls),
        };
        fs::write(&self.file, text).with_context(|| format!("failed to write `{}`", self.file.display()))
    }
}

/// The longest text at an arrow.
const LABEL: usize = 80;

fn mermaid(calls: &[RecordedCall]) -> String {
    let workers = workers(calls);
    let id = |name: &str| workers.iter().position(|worker| worker == name).unwrap_or_default();
    // `;` and `#` have a meaning in Mermaid, and `<` in HTML, which its labels are
    let safe = |text: &str| {
        let text = short(text, LABEL).replace('#', "#35;").replace(";", "#59;").replace("#35#59;", "#35;");
        let text = text.replace('<', "#lt;").replace('>', "#gt;");
        worker_host::escape_control(&text)
    };
    let mut text = String::from("sequenceDiagram\n");
    for (number, worker) in workers.iter().enumerate() {
        text += &format!("  participant w{number} as {}\n", safe(worker));
    }
    for event in events(calls) {
        text += &match event {
            Event::Start(RecordedCall { call, .. }) => {
                let arrow = if call.mode == CallMode::Await { "->>" } else { "-)" };
                let (from, to) = (id(&call.caller.to_string()), id(&call.callee));
                format!("  w{from}{arrow}w{to}: {}\n", safe(&short_call_text(call)))
            }
            Event::End(recorded, time, end) => {
                let arrow = if matches!(end, End::Returned(_)) { "-->>" } else { "--x" };
                let (from, to) = (id(&recorded.call.callee), id(&recorded.call.caller.to_string()));
                format!("  w{from}{arrow}w{to}: {}\n", safe(&end_text(recorded, time, end)))
            }
        };
    }
    text
}

fn json_lines(calls: &[RecordedCall]) -> String {
    let line = |recorded: &RecordedCall| {
        let RecordedCall { call, start, end } = recorded;
        let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let mode = match call.mode {
            CallMode::Await => "await",
            CallMode::Forget => "forget",
            CallMode::Async => "async",
        };
        let (result, error) = match end {
            Some((_, End::Returned(value))) => (Some(value.as_str()), None),
            Some((_, End::Failed(error))) => (None, Some(error.as_str())),
            Some((_, End::Cancelled)) => (None, Some("cancelled")),
            None => (None, None),
        };
        let object = serde_json::json!({
            "number": call.number, "depth": call.depth, "mode": mode,
            "caller": call.caller.to_string(), "callee": call.callee,
            "function": call.function, "arguments": call.arguments,
            "start-us": micros(*start), "end-us": end.as_ref().map(|(time, _)| micros(*time)),
            "result": result, "error": error,
        });
        format!("{object}\n")
    };
    worker_host::escape_control_in_json(&calls.iter().map(line).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::calls::sample;
    use super::*;

    #[test]
    fn a_diagram_has_starts_and_ends_in_their_order() {
        let expected = "sequenceDiagram\n  participant w0 as a/x\n  participant w1 as b/y\n  participant w2 as c/z\n  \
                        w0->>w1: i.{f}(\"#lt;b#gt;#59;#35;\")\n  w1->>w2: i.{f}(\"#lt;b#gt;#59;#35;\")\n  \
                        w2--xw1: denied: why  (3ms)\n  w1-->>w0: 1  (8ms)\n";
        assert_eq!(mermaid(&sample()), expected);
    }

    #[test]
    fn each_call_is_a_line_of_json() {
        let lines = json_lines(&sample());
        let parsed: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(parsed.len(), 2);
        assert_eq!((&parsed[0]["result"], &parsed[1]["error"]), (&"1".into(), &"denied: why".into()));
        assert_eq!(parsed[1]["start-us"], 2000);
    }
}
