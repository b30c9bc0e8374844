//! Which worker: a component's id and the worker's name in it, in all spellings of a worker's URI.
//!
//! | spelling | which worker |
//! | --- | --- |
//! | `urn:worker:{component-id}/{worker-name}` | the worker of that name |
//! | `urn:worker:{component-id}/` | the worker whose name is empty |
//! | `urn:worker:{component-id}` | a new worker with a fresh name, at each connection |
//! | `worker://…` | the same, in the spelling of early 2024: read here with a warning, refused by Golem since 1.0 |
//! | `{component-id}/{worker-name}` | the same, for people: [`WorkerId::parse_short`] |
//!
//! The component's id is a UUID or a local name (see `component_id`). The worker's name is encoded like a form field, as
//! Golem has it, in all spellings: `a+b`, `a%20b` and `a b` are one worker, and a `/` in a name is written `%2F`.
//!
//! A worker is written in two ways. [`WorkerId::uri`] is what programs see, in handles above all: the UUID and the
//! encoded name, character by character what a Golem server writes. [`Display`](fmt::Display) is for people (messages,
//! traces, results on the command line): the component's local name where it has one, and the name decoded, unless that
//! would not read back as the same name. Both can be read back.

use std::fmt;

use crate::component_id::ComponentId;
use crate::value::Uri;

/// A worker's identity. The local name of its component and the UUID that it stands for are the same identity.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WorkerId {
    component: ComponentId,
    name: String,
}

/// Text that names no worker.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Invalid URI: {given}. Must be urn:worker:component-id/worker-name: {reason}")]
pub struct WorkerIdError {
    /// The text.
    pub given: String,
    /// What is wrong with it.
    pub reason: String,
}

/// What a URI leads to: a worker that has a name, or one that is to get one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) component: ComponentId,
    pub(crate) name: Option<String>,
    pub(crate) spelling: Spelling,
}

/// How an [`Address`] is spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// `urn:worker:…`
    Urn,
    /// `worker://…`
    Obsolete,
    /// Without a prefix.
    Short,
}

impl Address {
    /// Reads a worker's URI.
    pub(crate) fn parse(uri: &str) -> Result<Address, WorkerIdError> {
        match split_prefix(uri) {
            (Spelling::Short, _) => Err(error(uri, "it does not begin with `urn:worker:`")),
            (spelling, rest) => Self::split(uri, spelling, rest),
        }
    }

    /// Reads a worker's URI, or `{component-id}/{worker-name}` alone.
    pub(crate) fn parse_short(text: &str) -> Result<Address, WorkerIdError> {
        let (spelling, rest) = split_prefix(text);
        if spelling == Spelling::Short && !rest.contains('/') {
            return Err(error(text, "the worker's name is missing"));
        }
        Self::split(text, spelling, rest)
    }

    fn split(given: &str, spelling: Spelling, rest: &str) -> Result<Address, WorkerIdError> {
        let (id, name) = match rest.split_once('/') {
            Some((id, name)) => (id, Some(name)),
            None => (rest, None),
        };
        if id.is_empty() {
            return Err(error(given, "the component's id is missing"));
        }
        let component = ComponentId::parse(id)
            .ok_or_else(|| error(given, format!("`{id}` is neither a UUID nor a local name without blanks and `:`")))?;
        if name.is_some_and(|name| name.contains('/')) {
            return Err(error(given, "a `/` in a worker's name is written `%2F`"));
        }
        Ok(Address { component, name: name.map(decode), spelling })
    }

    fn named(self, given: &str) -> Result<WorkerId, WorkerIdError> {
        let name = self.name.ok_or_else(|| error(given, "the worker's name is missing"))?;
        Ok(WorkerId { component: self.component, name })
    }
}

/// How the text begins, and what comes after it.
fn split_prefix(text: &str) -> (Spelling, &str) {
    // as Golem reads it: `urn` in this case only, `worker` in any
    let urn = text.strip_prefix("urn:").and_then(|rest| rest.split_once(':'));
    if let Some((kind, rest)) = urn
        && kind.eq_ignore_ascii_case("worker")
    {
        return (Spelling::Urn, rest);
    }
    match text.strip_prefix("worker://") {
        Some(rest) => (Spelling::Obsolete, rest),
        None => (Spelling::Short, text),
    }
}

/// A name from a URI, as Golem's `urldecode` reads it: `&` separates fields, which are put together again without it.
fn decode(name: &str) -> String {
    let fields = form_urlencoded::parse(name.as_bytes());
    let fields = fields.map(|(key, value)| if value.is_empty() { key.into_owned() } else { format!("{key}={value}") });
    fields.collect()
}

/// A name in a URI.
fn encode(name: &str) -> String {
    form_urlencoded::byte_serialize(name.as_bytes()).collect()
}

impl WorkerId {
    /// Reads a worker's URI in either spelling.
    ///
    /// # Errors
    ///
    /// Where the prefix or the worker's name is missing, the component's id can't be one, or a `/` isn't encoded.
    pub fn parse(uri: &str) -> Result<WorkerId, WorkerIdError> {
        Address::parse(uri)?.named(uri)
    }

    /// Reads a worker's URI, or `{component-id}/{worker-name}` alone.
    ///
    /// # Errors
    ///
    /// Where the worker's name is missing, the component's id can't be one, or a `/` isn't encoded.
    pub fn parse_short(text: &str) -> Result<WorkerId, WorkerIdError> {
        Address::parse_short(text)?.named(text)
    }

    pub(crate) fn new(component: ComponentId, name: String) -> WorkerId {
        WorkerId { component, name }
    }

    /// The component's local name, or its UUID where it has none.
    pub fn component(&self) -> &str {
        self.component.as_str()
    }

    pub(crate) fn component_id(&self) -> &ComponentId {
        &self.component
    }

    /// The worker's name among those of its component, decoded.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The worker's URI in its canonical spelling: the component's UUID, the name encoded.
    pub fn uri(&self) -> Uri {
        Uri { value: format!("urn:worker:{}/{}", self.component.uuid(), encode(&self.name)) }
    }
}

/// `{component-id}/{worker-name}`, as people write it.
impl fmt::Display for WorkerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/", self.component)?;
        let is_plain = |c: char| c != '/' && !c.is_whitespace() && c.escape_debug().count() == 1;
        let reads_back = self.name.chars().all(is_plain) && decode(&self.name) == self.name;
        if reads_back { f.write_str(&self.name) } else { f.write_str(&encode(&self.name)) }
    }
}

fn error(given: &str, reason: impl Into<String>) -> WorkerIdError {
    WorkerIdError { given: given.to_owned(), reason: reason.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UUID: &str = "679ae459-8700-41d9-920c-7e2887459c94";

    #[test]
    fn all_spellings_are_the_same_worker() {
        let urn = WorkerId::parse("urn:worker:history/alice").unwrap();
        for uri in ["urn:Worker:history/alice", "worker://history/alice", &urn.uri().value] {
            assert_eq!(WorkerId::parse(uri).unwrap(), urn, "{uri}");
        }
        assert_eq!(WorkerId::parse_short("history/alice").unwrap(), urn);
        assert_eq!((urn.component(), urn.name()), ("history", "alice"));
        let uuid = WorkerId::parse(&format!("urn:worker:{UUID}/alice")).unwrap();
        assert_eq!(uuid.uri().value, format!("urn:worker:{UUID}/alice"));
    }

    #[test]
    fn a_name_is_decoded_like_a_form_field() {
        let name = |text: &str| WorkerId::parse(&format!("urn:worker:c/{text}")).unwrap().name;
        for text in ["a+b", "a%20b", "a b"] {
            assert_eq!(name(text), "a b", "{text}");
        }
        assert_eq!(name("a%2Fb"), "a/b");
        assert_eq!(name(""), "");
        assert_eq!(name("a%"), "a%");
        assert_eq!(name("a=b"), "a=b");
        assert_eq!(name("a&b"), "ab");
        assert_eq!(name("%FF"), "\u{fffd}");
    }

    #[test]
    fn what_is_written_is_read_back() {
        for (name, shown) in [
            ("alice", "alice"),
            ("", ""),
            ("é@x.org", "é@x.org"),
            ("a/b", "a%2Fb"),
            ("a b", "a+b"),
            ("a+b", "a%2Bb"),
            ("a&b=", "a%26b%3D"),
            ("%41", "%2541"),
            ("\u{1b}[31m", "%1B%5B31m"),
            ("\u{202e}x", "%E2%80%AEx"),
        ] {
            let id = WorkerId::new(ComponentId::parse("c").unwrap(), name.to_owned());
            assert_eq!(id.to_string(), format!("c/{shown}"));
            assert_eq!(WorkerId::parse_short(&id.to_string()).unwrap(), id);
            assert_eq!(WorkerId::parse(&id.uri().value).unwrap(), id);
        }
    }

    #[test]
    fn without_a_name_it_is_a_new_worker() {
        for (uri, name) in [("urn:worker:c", None), ("worker://c", None), ("urn:worker:c/", Some(String::new()))] {
            assert_eq!(Address::parse(uri).unwrap().name, name, "{uri}");
        }
        assert!(WorkerId::parse("urn:worker:c").unwrap_err().to_string().ends_with("the worker's name is missing"));
    }

    #[test]
    fn what_names_no_worker_is_an_error() {
        for (text, reason) in [
            ("", "it does not begin with `urn:worker:`"),
            ("c/n", "it does not begin with `urn:worker:`"),
            ("http://c/n", "it does not begin with `urn:worker:`"),
            ("urn:component:c", "it does not begin with `urn:worker:`"),
            ("urn:worker:", "the component's id is missing"),
            ("urn:worker:/n", "the component's id is missing"),
            ("urn:worker:a b/n", "`a b` is neither a UUID nor a local name without blanks and `:`"),
            ("urn:worker:a:b/n", "`a:b` is neither a UUID nor a local name without blanks and `:`"),
            ("urn:worker:c/a/b", "a `/` in a worker's name is written `%2F`"),
        ] {
            let error = Address::parse(text).unwrap_err().to_string();
            let expected = format!("Invalid URI: {text}. Must be urn:worker:component-id/worker-name: {reason}");
            assert_eq!(error, expected);
        }
        for text in ["", "c", "/n", "http://c/n", "c/a/b"] {
            assert!(Address::parse_short(text).is_err(), "{text}");
        }
    }
}
