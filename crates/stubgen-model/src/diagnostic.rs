//! Messages to the user: an error, a warning or a note, with its location and a hint.

use wit_parser::{Resolve, Span};

/// The severity of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The result is complete, but the input deserves a look.
    Warning,
    /// Something worth knowing about the result.
    Note,
}

/// One message to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The severity.
    pub severity: Severity,
    /// The text: lower case, no full stop, names in backticks.
    pub message: String,
    /// The location: `path:line:column` or a path.
    pub location: Option<String>,
    /// How to fix it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without location and hint.
    pub fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self { severity, message: message.into(), location: None, hint: None }
    }

    /// An error without location and hint.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message)
    }

    /// A warning without location and hint.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message)
    }

    /// A note without location and hint.
    pub fn note(message: impl Into<String>) -> Self {
        Self::new(Severity::Note, message)
    }

    /// The same diagnostic with a location.
    #[must_use]
    pub fn at(mut self, location: impl Into<String>) -> Self {
        self.location = Some(location.into());
        self
    }

    /// The same diagnostic with the location of `span`, if that is known.
    #[must_use]
    pub(crate) fn at_span(mut self, resolve: &Resolve, span: Span) -> Self {
        self.location = span.is_known().then(|| resolve.render_location(span));
        self
    }

    /// The same diagnostic with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
