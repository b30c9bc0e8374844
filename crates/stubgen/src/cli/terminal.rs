//! Prints events and diagnostics on stderr, coloured where the terminal supports it.
//!
//! Long lists are cut unless `-v` is given: notes after the first [`MAX_NOTES`], warnings and errors after the first
//! [`MAX_PROBLEMS`], the items of a diagnostic after the first [`MAX_ITEMS`].

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use anstream::AutoStream;
use clap::builder::styling::{AnsiColor, Style};
use wasm_rpc_stubgen::{Artifact, Change, Diagnostic, Event, Excerpt, FlowStep, Item, Severity, StepResult};

use crate::arguments::Verbosity;
use crate::printable::{printable, printable_line};

/// The most notes that are printed without `-v`.
const MAX_NOTES: usize = 20;

/// The most warnings, and the most errors, that are printed without `-v`.
const MAX_PROBLEMS: usize = 100;

/// The most items of a diagnostic that are printed without `-v`.
const MAX_ITEMS: usize = 20;

/// Stderr and the selected verbosity.
pub struct Terminal {
    stream: AutoStream<io::Stderr>,
    detail: Detail,
    /// The verbosity at which files are printed.
    file_detail: Detail,
    /// How many diagnostics of each severity were printed.
    printed: BTreeMap<Severity, usize>,
    /// How many were left out since then.
    hidden: BTreeMap<Severity, usize>,
}

/// Levels of verbosity; each includes the previous ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Detail {
    Errors,
    Warnings,
    Progress,
    Everything,
}

impl From<&Verbosity> for Detail {
    fn from(verbosity: &Verbosity) -> Self {
        match i16::from(verbosity.verbose) - i16::from(verbosity.quiet) {
            ..=-2 => Self::Errors,
            -1 => Self::Warnings,
            0 => Self::Progress,
            1.. => Self::Everything,
        }
    }
}

impl Terminal {
    /// Stderr at the verbosity that the flags select.
    pub fn new(verbosity: &Verbosity) -> Self {
        Self {
            stream: anstream::stderr(),
            detail: Detail::from(verbosity),
            file_detail: Detail::Progress,
            printed: BTreeMap::new(),
            hidden: BTreeMap::new(),
        }
    }

    /// Prints the steps of a flow instead of their files, unless `-v` is given.
    pub fn print_steps(&mut self) {
        self.file_detail = Detail::Everything;
    }

    /// Prints an event of a command.
    pub fn event(&mut self, event: Event<'_>) {
        if !matches!(event, Event::Diagnostic(_)) {
            self.count_hidden();
        }
        match event {
            Event::Diagnostic(diagnostic) => self.diagnostic(diagnostic),
            Event::Compiling { target } => {
                self.progress(Detail::Progress, &format!("Compiling stub for {target}"));
            }
            Event::InitialStub { target } => {
                self.progress(Detail::Progress, &format!("Generating initial stub for {target}"));
            }
            Event::File { artifact, path, change } => self.file(artifact, path, change),
            Event::Step { step, result, time } => self.step(step, result, time),
            Event::Plug(plug) => self.progress(Detail::Everything, &format!("Plugging {plug}")),
            // `Event` is non-exhaustive; a user does not miss an event that this version does not know.
            _ => {}
        }
    }

    fn file(&mut self, artifact: Artifact, path: &Path, change: Change) {
        let path = path.display();
        let (detail, line) = match (change, artifact) {
            (Change::Unchanged, _) => (Detail::Everything, format!("Unchanged {path}")),
            (Change::Remove, _) => (Detail::Progress, format!("Removing {path}")),
            (_, Artifact::StubSource) => (Detail::Progress, format!("Generating stub source to {path}")),
            (_, Artifact::StubManifest) => (Detail::Progress, format!("Generating Cargo.toml to {path}")),
            (_, Artifact::StubWit) => (Detail::Progress, format!("Generating stub WIT to {path}")),
            (_, Artifact::StubComponent) => (Detail::Progress, format!("Writing stub component to {path}")),
            (_, Artifact::ComposedComponent) => (Detail::Progress, format!("Writing composed component to {path}")),
            (Change::Create, Artifact::CallerDependency) => {
                (Detail::Progress, format!("Copying stub dependency to {path}"))
            }
            (_, Artifact::CallerDependency) => (Detail::Progress, format!("Overwriting {path}")),
            (_, Artifact::CallerWit) => (Detail::Progress, format!("Writing the import to {path}")),
            (_, Artifact::CallerManifest) => (Detail::Progress, format!("Writing updated Cargo.toml to {path}")),
            (_, Artifact::WorkspaceManifest) => (Detail::Progress, format!("Writing updated Cargo.toml to {path}")),
            (Change::Create, Artifact::Makefile) => {
                (Detail::Progress, format!("Writing cargo-make Makefile to {path}"))
            }
            (_, Artifact::Makefile) => (Detail::Progress, format!("Overwriting cargo-make Makefile {path}")),
            (_, _) => (Detail::Everything, format!("Writing {path}")),
        };
        self.progress(detail.max(self.file_detail), &line);
    }

    fn step(&mut self, step: FlowStep<'_>, result: StepResult, time: Duration) {
        let done = match step {
            FlowStep::Workspace => "Updated workspace".to_string(),
            FlowStep::Stub { stub } => format!("Generated {stub}"),
            FlowStep::Dependency { stub, caller } => format!("Added {stub} to {caller}"),
            FlowStep::Compile { packages } => format!("Compiled {}", packages.join(", ")),
            FlowStep::Compose { component } => format!("Composed {}", component.display()),
            // As for `Event`.
            _ => return,
        };
        let unchanged = if result == StepResult::Unchanged { " (unchanged)" } else { "" };
        self.progress(Detail::Progress, &format!("{done} in {:.2} s{unchanged}", time.as_secs_f64()));
    }

    fn progress(&mut self, detail: Detail, line: &str) {
        if detail <= self.detail {
            self.line(&printable(line));
        }
    }

    /// Prints a diagnostic with its location and hint.
    pub fn diagnostic(&mut self, diagnostic: &Diagnostic) {
        let (detail, most) = match diagnostic.severity {
            Severity::Error => (Detail::Errors, MAX_PROBLEMS),
            Severity::Warning => (Detail::Warnings, MAX_PROBLEMS),
            Severity::Note => (Detail::Progress, MAX_NOTES),
        };
        if detail > self.detail {
            return;
        }
        let most = self.limit(most);
        let printed = self.printed.entry(diagnostic.severity).or_default();
        if *printed >= most {
            *self.hidden.entry(diagnostic.severity).or_default() += 1;
            return;
        }
        *printed += 1;
        let (word, color) = appearance(diagnostic.severity);
        self.line(&format!("{}: {}", styled(word, color), printable(&diagnostic.message)));
        if let Some(location) = &diagnostic.location {
            self.line(&format!(" {} {}", styled("-->", AnsiColor::Blue), printable_line(location)));
        }
        if let Some(excerpt) = &diagnostic.excerpt {
            self.excerpt(excerpt, color);
        }
        self.items(&diagnostic.items);
        if let Some(hint) = &diagnostic.hint {
            self.line(&format!("{}: {}", styled("hint", AnsiColor::Green), printable(hint)));
        }
    }

    /// Prints a line of a file, with a mark below the span.
    fn excerpt(&mut self, excerpt: &Excerpt, color: AnsiColor) {
        let width = |text: &mut dyn Iterator<Item = char>| printable(&text.collect::<String>()).chars().count();
        let mut characters = excerpt.text.chars();
        let column = width(&mut characters.by_ref().take(excerpt.column));
        let length = width(&mut characters.take(excerpt.length)).max(1);
        let number = excerpt.line.to_string();
        let bar = |number: &str| styled(&format!("{number:>4} |"), AnsiColor::Blue);
        self.line(&format!("{} {}", bar(&number), printable_line(&excerpt.text)));
        let mark = styled(&"^".repeat(length), color);
        self.line(&format!("{} {:column$}{mark}", bar(""), ""));
    }

    fn items(&mut self, items: &[Item]) {
        let shown = items.len().min(self.limit(MAX_ITEMS));
        for item in &items[..shown] {
            let text = printable_line(&item.text);
            match &item.location {
                Some(location) => {
                    let arrow = styled("-->", AnsiColor::Blue);
                    self.line(&format!(" {arrow} {}: {text}", printable_line(location)));
                }
                None => self.line(&format!("   - {text}")),
            }
        }
        if shown < items.len() {
            self.line(&format!("   and {} more; `-v` lists them", items.len() - shown));
        }
    }

    /// Prints how many diagnostics were left out.
    pub fn count_hidden(&mut self) {
        for (severity, hidden) in std::mem::take(&mut self.hidden) {
            let (word, color) = appearance(severity);
            self.line(&format!("{}: and {hidden} more; `-v` lists them", styled(word, color)));
        }
    }

    /// `limit`, or none with `-v`.
    fn limit(&self, limit: usize) -> usize {
        if self.detail >= Detail::Everything { usize::MAX } else { limit }
    }

    /// Prints a line. If stderr is closed, there is no other place to report it.
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.stream, "{line}");
    }
}

/// The word that introduces a diagnostic, and its color.
fn appearance(severity: Severity) -> (&'static str, AnsiColor) {
    match severity {
        Severity::Error => ("error", AnsiColor::Red),
        Severity::Warning => ("warning", AnsiColor::Yellow),
        Severity::Note => ("note", AnsiColor::Cyan),
    }
}

fn styled(word: &str, color: AnsiColor) -> String {
    let style = Style::new().bold().fg_color(Some(color.into()));
    format!("{style}{word}{style:#}")
}
