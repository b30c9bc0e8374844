//! The local names of a host's components: what people read where programs see UUIDs.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::component_id::ComponentId;
use crate::value::{Node, Uri, WitValue};
use crate::worker_id::WorkerId;

/// The components' ids, as the host was told them, by UUID.
#[derive(Clone, Debug, Default)]
pub(crate) struct ComponentNames(Arc<BTreeMap<Uuid, ComponentId>>);

impl FromIterator<ComponentId> for ComponentNames {
    fn from_iter<I: IntoIterator<Item = ComponentId>>(ids: I) -> Self {
        let by_uuid = ids.into_iter().map(|id| (id.uuid(), id));
        ComponentNames(Arc::new(by_uuid.collect()))
    }
}

impl ComponentNames {
    /// The id as the host was told it; the given one where no component has it.
    pub(crate) fn known_as(&self, id: &ComponentId) -> ComponentId {
        self.0.get(&id.uuid()).unwrap_or(id).clone()
    }

    /// The value with the URIs in its handles as people write them.
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
        let worker = WorkerId::new(self.known_as(worker.component_id()), worker.name().to_owned());
        Uri { value: format!("urn:worker:{worker}") }
    }
}
