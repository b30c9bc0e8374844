//! Which worker: a component's id and the worker's name in it, in all spellings of a worker's URI.
//!
//! | spelling | where |
//! | --- | --- |
//! | `urn:worker:history/alice` | everywhere; the canonical one, in which it is written |
//! | `worker://history/alice` | everywhere; the spelling of 2024 |
//! | `history/alice` | for people: [`WorkerId::parse_short`] |
//!
//! Both parts have at least one character. The component's id has no `/`; the worker's name is everything after the
//! first one, so that two spellings are the same worker exactly if what follows the prefix is the same text.

use std::fmt;

use crate::value::Uri;

/// A worker's identity.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WorkerId {
    component: String,
    name: String,
}

/// Text that names no worker.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is no worker's URI: expected `urn:worker:{{component-id}}/{{worker-name}}`")]
pub struct WorkerIdError {
    /// The text.
    pub given: String,
}

const PREFIXES: [&str; 2] = ["urn:worker:", "worker://"];

impl WorkerId {
    /// Reads a worker's URI in either spelling.
    ///
    /// # Errors
    ///
    /// Where the prefix, the component's id or the worker's name is missing.
    pub fn parse(uri: &str) -> Result<WorkerId, WorkerIdError> {
        let rest = PREFIXES.iter().find_map(|prefix| uri.strip_prefix(prefix));
        rest.and_then(Self::split).ok_or_else(|| error(uri))
    }

    /// Reads a worker's URI, or `{component-id}/{worker-name}` alone.
    ///
    /// # Errors
    ///
    /// Where the component's id or the worker's name is missing.
    pub fn parse_short(text: &str) -> Result<WorkerId, WorkerIdError> {
        let rest = PREFIXES.iter().find_map(|prefix| text.strip_prefix(prefix));
        Self::split(rest.unwrap_or(text)).ok_or_else(|| error(text))
    }

    fn split(text: &str) -> Option<WorkerId> {
        let (component, name) = text.split_once('/')?;
        if component.is_empty() || name.is_empty() || component.contains(':') {
            return None;
        }
        Some(WorkerId { component: component.to_owned(), name: name.to_owned() })
    }

    /// The component's id.
    pub fn component(&self) -> &str {
        &self.component
    }

    /// The worker's name among those of its component.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The worker's URI in its canonical spelling.
    pub fn uri(&self) -> Uri {
        Uri { value: format!("urn:worker:{self}") }
    }
}

/// `{component-id}/{worker-name}`, as people write it.
impl fmt::Display for WorkerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.component, self.name)
    }
}

fn error(given: &str) -> WorkerIdError {
    WorkerIdError { given: given.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_the_same_worker() {
        let urn = WorkerId::parse("urn:worker:history/alice").unwrap();
        let classic = WorkerId::parse("worker://history/alice").unwrap();
        assert_eq!(urn, classic);
        assert_eq!(WorkerId::parse_short("history/alice").unwrap(), urn);
        assert_eq!(urn.uri().value, "urn:worker:history/alice");
        assert_eq!((urn.component(), urn.name()), ("history", "alice"));
    }

    #[test]
    fn a_name_may_have_slashes() {
        let id = WorkerId::parse("worker://c/a/b").unwrap();
        assert_eq!((id.component(), id.name()), ("c", "a/b"));
    }

    #[test]
    fn what_names_no_worker_is_an_error() {
        for text in ["", "urn:worker:", "urn:worker:c", "urn:worker:/n", "worker://c/", "c/n", "http://c/n"] {
            assert!(WorkerId::parse(text).is_err(), "{text}");
        }
        for text in ["", "c", "/n", "c/", "http://c/n"] {
            assert!(WorkerId::parse_short(text).is_err(), "{text}");
        }
    }
}
