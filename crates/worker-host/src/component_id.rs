//! The id of a component: a UUID, or a local name for one.
//!
//! Golem identifies components by UUID. Here a component can also have a local name, as in `--component history=…`. It is an
//! alias of the UUID v5 of `urn:worker:{name}` in the URL namespace, which is the same in every run
//! (`uuidgen --sha1 --namespace @url --name urn:worker:history` prints it). Two ids are equal if their UUIDs are.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use uuid::Uuid;

/// A component's id in either spelling.
#[derive(Clone, Debug)]
pub(crate) struct ComponentId {
    uuid: Uuid,
    /// The local name, or the UUID in its usual spelling.
    text: String,
}

impl ComponentId {
    /// Parses a UUID or a local name; none for text that is neither.
    pub(crate) fn parse(text: &str) -> Option<ComponentId> {
        if text.is_empty() || text.contains(is_forbidden) {
            return None;
        }
        Some(match Uuid::parse_str(text) {
            Ok(uuid) => ComponentId { uuid, text: uuid.to_string() },
            Err(_) => {
                let url = format!("urn:worker:{text}");
                ComponentId { uuid: Uuid::new_v5(&Uuid::NAMESPACE_URL, url.as_bytes()), text: text.to_owned() }
            }
        })
    }

    pub(crate) fn uuid(&self) -> Uuid {
        self.uuid
    }

    /// The local name, or the UUID.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

fn is_forbidden(c: char) -> bool {
    c == '/' || c == ':' || c.is_whitespace() || c.is_control()
}

impl PartialEq for ComponentId {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}

impl Eq for ComponentId {}

impl Hash for ComponentId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

impl PartialOrd for ComponentId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ComponentId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}

impl fmt::Display for ComponentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_name_is_an_alias_of_its_uuid() {
        let local = ComponentId::parse("history").unwrap();
        // printed by `uuidgen`
        let uuid = "d093c38d-2a83-5486-8bdd-2bad80638460";
        assert_eq!((local.as_str(), local.uuid().to_string().as_str()), ("history", uuid));
        let spelled = ComponentId::parse(&uuid.to_uppercase()).unwrap();
        assert_eq!(spelled, local);
        assert_eq!(spelled.as_str(), uuid);
        assert_ne!(ComponentId::parse("cart").unwrap(), local);
    }

    #[test]
    fn invalid_ids() {
        for text in ["", " ", "a b", "a/b", "a:b", "urn:uuid:d093c38d-2a83-5486-8bdd-2bad80638460", "a\u{1b}"] {
            assert!(ComponentId::parse(text).is_none(), "{text:?}");
        }
    }
}
