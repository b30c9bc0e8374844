//! Messages to the user: an error, a warning or a note, with its location, an excerpt and a hint.

use std::fmt;

use wit_parser::{Resolve, Span};

use crate::location::Location;
use crate::sources::{Excerpt, Place, Sources};

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
    /// Where it is.
    pub location: Option<Location>,
    /// The line at the location.
    pub excerpt: Option<Excerpt>,
    /// What the message is about, if that is several items.
    pub items: Vec<Item>,
    /// How to fix it.
    pub hint: Option<String>,
}

/// One of the items that a message is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item {
    /// The item, with names in backticks.
    pub text: String,
    /// Where it is.
    pub location: Option<Location>,
}

impl Diagnostic {
    /// A diagnostic without location and hint.
    pub fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self { severity, message: message.into(), location: None, excerpt: None, items: Vec::new(), hint: None }
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

    /// A note about `items`: the text of `one` at the place of the only item, or that of `several` with a list of them.
    pub(crate) fn note_about(
        items: Vec<Item>,
        one: impl FnOnce(&str) -> String,
        several: impl FnOnce(usize) -> String,
    ) -> Option<Self> {
        match items.as_slice() {
            [] => None,
            [item] => Some(Self { location: item.location.clone(), ..Self::note(one(&item.text)) }),
            items => Some(Self::note(several(items.len())).about(items.iter().cloned())),
        }
    }

    /// The same diagnostic with a location.
    #[must_use]
    pub fn at(mut self, location: impl Into<Location>) -> Self {
        self.location = Some(location.into());
        self
    }

    /// The same diagnostic with the location of `span`, if that is known. An error gets an excerpt.
    #[must_use]
    pub(crate) fn at_span(self, sources: &Sources, resolve: &Resolve, span: Span) -> Self {
        self.at_place(sources.place(&resolve.source_map, span))
    }

    /// The same diagnostic with a place. An error gets an excerpt.
    #[must_use]
    pub(crate) fn at_place(mut self, place: Option<Place>) -> Self {
        if let Some(place) = place {
            self.location = Some(place.location);
            self.excerpt = place.excerpt.filter(|_| self.severity == Severity::Error);
        }
        self
    }

    /// The same diagnostic about several items.
    #[must_use]
    pub fn about(mut self, items: impl IntoIterator<Item = Item>) -> Self {
        self.items.extend(items);
        self
    }

    /// The same diagnostic with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// The `names` in backticks, with a separator between them.
pub fn quoted<T: fmt::Display>(names: impl IntoIterator<Item = T>, separator: &str) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    names.join(separator)
}

/// More columns than an excerpt of ours has.
const WIDEST: usize = 1_000;

/// The diagnostic as plain text of several lines: severity and message, location, excerpt, items, hint.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, self.message)?;
        if let Some(location) = &self.location {
            write!(f, "\n --> {location}")?;
        }
        if let Some(Excerpt { line, text, column, length }) = &self.excerpt {
            let (column, length) = ((*column).min(WIDEST), (*length).min(WIDEST));
            write!(f, "\n{line:>4} | {text}\n     | {:column$}{}", "", "^".repeat(length))?;
        }
        for item in &self.items {
            match &item.location {
                Some(location) => write!(f, "\n --> {location}: {}", item.text)?,
                None => write!(f, "\n   - {}", item.text)?,
            }
        }
        match &self.hint {
            Some(hint) => write!(f, "\nhint: {hint}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

/// The diagnostics as the text of one error: each with its location and items, without hints.
pub fn one_line(diagnostics: &[Diagnostic]) -> String {
    let line = |diagnostic: &Diagnostic| {
        let place =
            |location: &Option<Location>| location.as_ref().map(|place| format!("{place}: ")).unwrap_or_default();
        let items = diagnostic.items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join(", ");
        let items = if items.is_empty() { items } else { format!(" ({items})") };
        format!("{}{}{items}", place(&diagnostic.location), diagnostic.message)
    };
    diagnostics.iter().map(line).collect::<Vec<_>>().join("; ")
}

impl Item {
    /// An item with the location of `span`, if that is known.
    pub(crate) fn at_span(text: String, sources: &Sources, resolve: &Resolve, span: Span) -> Self {
        Self { text, location: sources.place(&resolve.source_map, span).map(|place| place.location) }
    }
}
