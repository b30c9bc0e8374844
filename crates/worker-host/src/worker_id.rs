//! The identity of a worker: its component's id and its name, and all spellings of its URI.
//!
//! | spelling | worker |
//! | --- | --- |
//! | `urn:worker:{component-id}/{worker-name}` | the worker of that name |
//! | `urn:worker:{component-id}/` | the worker whose name is empty |
//! | `urn:worker:{component-id}` | a new worker with a new name, at each connection |
//! | `worker://…` | the spelling of early 2024: accepted here with a warning, refused by Golem 1.0 and later |
//! | `{component-id}/{worker-name}` | the short form, for the command line: [`WorkerId::parse_short`] |
//!
//! The component's id is a UUID or a local name (see `component_id`). In all spellings the worker's name is encoded like a
//! form field, as on Golem: `a+b`, `a%20b` and `a b` are the same worker, and a `/` in a name is written `%2F`.
//!
//! There are two output forms, and both can be parsed again. [`WorkerId::uri`] is for programs, above all in handles: the
//! UUID and the encoded name, exactly as a Golem server writes them. [`Display`](fmt::Display) is for people, in messages,
//! traces and results: the component's local name if it has one, and the decoded name unless only the encoded one can be
//! parsed again.

use std::fmt;

use crate::component_id::ComponentId;
use crate::value::Uri;

/// A worker's identity. A component's local name and its UUID are the same identity.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WorkerId {
    component: ComponentId,
    name: String,
}

/// Text that is not a worker's URI.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Invalid URI: {given}. Must be urn:worker:component-id/worker-name: {reason}")]
pub struct WorkerIdError {
    /// The text.
    pub given: String,
    /// What is wrong with it.
    pub reason: String,
}

/// A parsed URI; without a name it addresses a new worker.
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
    /// Parses a worker's URI.
    pub(crate) fn parse(uri: &str) -> Result<Address, WorkerIdError> {
        match split_prefix(uri) {
            (Spelling::Short, _) => Err(error(uri, "it does not start with `urn:worker:`")),
            (spelling, rest) => Self::split(uri, spelling, rest),
        }
    }

    /// Parses a worker's URI or its short form.
    pub(crate) fn parse_short(text: &str) -> Result<Address, WorkerIdError> {
        let (spelling, rest) = split_prefix(text);
        if spelling == Spelling::Short && !rest.contains('/') {
            return Err(error(text, "the worker name is missing"));
        }
        Self::split(text, spelling, rest)
    }

    fn split(given: &str, spelling: Spelling, rest: &str) -> Result<Address, WorkerIdError> {
        let (id, name) = match rest.split_once('/') {
            Some((id, name)) => (id, Some(name)),
            None => (rest, None),
        };
        if id.is_empty() {
            return Err(error(given, "the component id is missing"));
        }
        let component = ComponentId::parse(id).ok_or_else(|| {
            error(given, format!("`{id}` is neither a UUID nor a local name without whitespace and `:`"))
        })?;
        if name.is_some_and(|name| name.contains('/')) {
            return Err(error(given, "a `/` in a worker name must be written `%2F`"));
        }
        Ok(Address { component, name: name.map(decode), spelling })
    }

    fn named(self, given: &str) -> Result<WorkerId, WorkerIdError> {
        let name = self.name.ok_or_else(|| error(given, "the worker name is missing"))?;
        Ok(WorkerId { component: self.component, name })
    }
}

/// The spelling of a text, and the text after its prefix.
fn split_prefix(text: &str) -> (Spelling, &str) {
    // as on Golem: `urn` is case-sensitive, `worker` is not
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

/// Decodes a name as Golem's `urldecode` does: it splits fields at `&` and joins them without it.
fn decode(name: &str) -> String {
    let fields = form_urlencoded::parse(name.as_bytes());
    let fields = fields.map(|(key, value)| if value.is_empty() { key.into_owned() } else { format!("{key}={value}") });
    fields.collect()
}

/// Encodes a name for a URI.
fn encode(name: &str) -> String {
    form_urlencoded::byte_serialize(name.as_bytes()).collect()
}

impl WorkerId {
    /// Parses a worker's URI.
    ///
    /// # Errors
    ///
    /// If the prefix or the worker's name is missing, the component's id is invalid, or a `/` is not encoded.
    pub fn parse(uri: &str) -> Result<WorkerId, WorkerIdError> {
        Address::parse(uri)?.named(uri)
    }

    /// Parses a worker's URI or its short form, `{component-id}/{worker-name}`.
    ///
    /// # Errors
    ///
    /// If the worker's name is missing, the component's id is invalid, or a `/` is not encoded.
    pub fn parse_short(text: &str) -> Result<WorkerId, WorkerIdError> {
        Address::parse_short(text)?.named(text)
    }

    pub(crate) fn new(component: ComponentId, name: String) -> WorkerId {
        WorkerId { component, name }
    }

    /// The component's local name, or its UUID.
    pub fn component(&self) -> &str {
        self.component.as_str()
    }

    pub(crate) fn component_id(&self) -> &ComponentId {
        &self.component
    }

    /// The worker's name, decoded.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The worker's URI in its canonical spelling, with the component's UUID and the encoded name.
    pub fn uri(&self) -> Uri {
        Uri { value: format!("urn:worker:{}/{}", self.component.uuid(), encode(&self.name)) }
    }
}

/// The short form, `{component-id}/{worker-name}`.
impl fmt::Display for WorkerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/", self.component)?;
        let is_plain = |c: char| c != '/' && !c.is_whitespace() && c.escape_debug().count() == 1;
        let round_trips = self.name.chars().all(is_plain) && decode(&self.name) == self.name;
        if round_trips { f.write_str(&self.name) } else { f.write_str(&encode(&self.name)) }
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
    fn output_forms_round_trip() {
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
    fn a_uri_without_a_name_is_a_new_worker() {
        for (uri, name) in [("urn:worker:c", None), ("worker://c", None), ("urn:worker:c/", Some(String::new()))] {
            assert_eq!(Address::parse(uri).unwrap().name, name, "{uri}");
        }
        assert!(WorkerId::parse("urn:worker:c").unwrap_err().to_string().ends_with("the worker name is missing"));
    }

    #[test]
    fn invalid_uris_are_errors() {
        for (text, reason) in [
            ("", "it does not start with `urn:worker:`"),
            ("c/n", "it does not start with `urn:worker:`"),
            ("http://c/n", "it does not start with `urn:worker:`"),
            ("urn:component:c", "it does not start with `urn:worker:`"),
            ("urn:worker:", "the component id is missing"),
            ("urn:worker:/n", "the component id is missing"),
            ("urn:worker:a b/n", "`a b` is neither a UUID nor a local name without whitespace and `:`"),
            ("urn:worker:a:b/n", "`a:b` is neither a UUID nor a local name without whitespace and `:`"),
            ("urn:worker:c/a/b", "a `/` in a worker name must be written `%2F`"),
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
