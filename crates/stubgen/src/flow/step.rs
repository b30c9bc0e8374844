//! Runs single steps of a flow: measures them, and reports what they did.

use std::path::PathBuf;
use std::time::Instant;

use wasm_rpc_stubgen_files::Change;
use wasm_rpc_stubgen_model::{Diagnostic, Severity};

use crate::event::{FlowStep, StepResult};
use crate::{Error, Event};

/// Which notes of a step that changes nothing are reported.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Notes {
    /// All: they are about something that is still to be done.
    Always,
    /// None: every run would repeat them.
    OfChanges,
}

/// Reports the steps of one flow, and each diagnostic once.
pub(super) struct Steps<'a> {
    report: &'a mut dyn FnMut(Event<'_>),
    reported: Vec<Diagnostic>,
}

impl<'a> Steps<'a> {
    pub(super) fn new(report: &'a mut dyn FnMut(Event<'_>)) -> Self {
        Self { report, reported: Vec::new() }
    }

    /// Runs one step. A step that brings the workspace up to date is only reported if it changes anything.
    pub(super) fn run<T>(
        &mut self,
        step: FlowStep<'_>,
        notes: Notes,
        work: impl FnOnce(&mut dyn FnMut(Event<'_>)) -> Result<(T, StepResult), Error>,
    ) -> Result<T, Error> {
        let start = Instant::now();
        // Its files are mostly those of the other steps.
        let is_update = matches!(step, FlowStep::Workspace);
        let mut diagnostics = Vec::new();
        let outcome = work(&mut |event| match event {
            Event::Diagnostic(diagnostic) => diagnostics.push(diagnostic.clone()),
            Event::File { change: Change::Unchanged, .. } if is_update => {}
            event => (self.report)(event),
        });
        let is_unchanged = matches!(outcome, Ok((_, StepResult::Unchanged)));
        let is_told =
            |diagnostic: &&Diagnostic| !is_unchanged || notes == Notes::Always || diagnostic.severity != Severity::Note;
        for diagnostic in diagnostics.iter().filter(is_told) {
            self.diagnostic(diagnostic);
        }
        let (value, result) = outcome?;
        if !(is_unchanged && is_update) {
            (self.report)(Event::Step { step, result, time: start.elapsed() });
        }
        Ok(value)
    }

    fn diagnostic(&mut self, diagnostic: &Diagnostic) {
        if !self.reported.contains(diagnostic) {
            self.reported.push(diagnostic.clone());
            (self.report)(Event::Diagnostic(diagnostic));
        }
    }
}

/// Whether any of the files has changed.
pub(super) fn result(files: &[(PathBuf, Change)]) -> StepResult {
    match files.iter().all(|(_, change)| *change == Change::Unchanged) {
        true => StepResult::Unchanged,
        false => StepResult::Changed,
    }
}
