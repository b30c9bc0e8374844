//! The ids of a host's components: local names for people, where programs see UUIDs.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::component_id::ComponentId;
use crate::similar_names::{quoted, similar_names};
use crate::value::{Node, Uri, WitValue};
use crate::worker_id::WorkerId;

/// The components' ids as they were given to the host, by UUID.
#[derive(Clone, Debug, Default)]
pub(crate) struct ComponentNames(Arc<BTreeMap<Uuid, ComponentId>>);

impl FromIterator<ComponentId> for ComponentNames {
    fn from_iter<I: IntoIterator<Item = ComponentId>>(ids: I) -> Self {
        let by_uuid = ids.into_iter().map(|id| (id.uuid(), id));
        ComponentNames(Arc::new(by_uuid.collect()))
    }
}

impl ComponentNames {
    /// The id as it was given to the host; the same id where no component has it.
    pub(crate) fn as_given(&self, id: &ComponentId) -> ComponentId {
        self.0.get(&id.uuid()).unwrap_or(id).clone()
    }

    /// The value with local names in the URIs of its handles.
    pub(crate) fn readable(&self, value: &WitValue) -> WitValue {
        let nodes = value.nodes.iter().map(|node| match node {
            Node::Handle((uri, id)) => Node::Handle((self.readable_uri(uri), *id)),
            other => other.clone(),
        });
        WitValue { nodes: nodes.collect() }
    }

    fn readable_uri(&self, uri: &Uri) -> Uri {
        let Ok(worker) = WorkerId::parse(&uri.value) else {
            return uri.clone();
        };
        let worker = WorkerId::new(self.as_given(worker.component_id()), worker.name().to_owned());
        Uri { value: format!("urn:worker:{worker}") }
    }

    /// The error for an id that no component has.
    pub(crate) fn unknown(&self, id: &str) -> UnknownComponent {
        let mut known: Vec<String> = self.0.values().map(ToString::to_string).collect();
        known.sort_unstable();
        let similar = similar_names(id, known.iter().map(String::as_str)).into_iter().map(str::to_owned).collect();
        UnknownComponent { id: id.to_owned(), similar, known }
    }
}

/// An id that no component has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("component `{id}` not found{}", known_names(similar, known))]
pub struct UnknownComponent {
    /// The id.
    pub id: String,
    /// The most similar ids that exist.
    pub similar: Vec<String>,
    /// All ids that exist.
    pub known: Vec<String>,
}

fn known_names(similar: &[String], known: &[String]) -> String {
    match (similar, known) {
        ([], []) => " (no component is loaded)".to_owned(),
        ([], known) => format!(" (known: {})", quoted(known)),
        (similar, _) => format!(" (similar: {})", quoted(similar)),
    }
}
