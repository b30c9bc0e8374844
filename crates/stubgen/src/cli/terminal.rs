//! Prints events and diagnostics on stderr, coloured where the terminal supports it.
//!
//! Long lists are cut unless `-v` is given: notes after the first [`MAX_NOTES`], warnings and errors after the first
//! [`MAX_PROBLEMS`], the items of a diagnostic after the first [`MAX_ITEMS`].

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use anstream::AutoStream;
use wasm_rpc_stubgen::{Artifact, Change, Diagnostic, Event, FlowStep, Severity, StepResult};

use crate::arguments::Verbosity;
use crate::next::Next;
use crate::printable::printable;
use crate::render;

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
            // The text of the dry run says it.
            Event::Planned { .. } => {}
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

    /// Prints what the user may do next.
    pub fn next(&mut self, next: &Next) {
        self.progress(Detail::Progress, &format!("Next: {next}"));
    }

    fn progress(&mut self, detail: Detail, line: &str) {
        if detail <= self.detail {
            self.print(&format!("{}\n", printable(line)));
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
        let text = render::diagnostic(diagnostic, self.limit(MAX_ITEMS));
        self.print(&text);
    }

    /// Prints how many diagnostics were left out.
    pub fn count_hidden(&mut self) {
        for (severity, count) in std::mem::take(&mut self.hidden) {
            self.print(&render::hidden(severity, count));
        }
    }

    /// `limit`, or none with `-v`.
    fn limit(&self, limit: usize) -> usize {
        if self.detail >= Detail::Everything { usize::MAX } else { limit }
    }

    /// Prints whole lines. If stderr is closed, there is no other place to report it.
    fn print(&mut self, lines: &str) {
        let _ = write!(self.stream, "{lines}");
    }
}
