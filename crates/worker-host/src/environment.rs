//! The environment variables of workers.

use std::sync::Arc;

use crate::worker_id::WorkerId;

/// What a worker passes on to the workers that its calls create.
pub(crate) type Environment = Arc<Vec<(String, String)>>;

/// What a worker sees: what it inherits, and the variables that Golem sets to tell it who it is.
pub(crate) fn of_worker(inherited: &[(String, String)], id: &WorkerId) -> Vec<(String, String)> {
    let own = [
        ("GOLEM_WORKER_NAME", id.name().to_owned()),
        ("GOLEM_COMPONENT_ID", id.component_id().uuid().to_string()),
        // each component has one version
        ("GOLEM_COMPONENT_VERSION", "0".to_owned()),
    ];
    let inherited = inherited.iter().filter(|(name, _)| own.iter().all(|(own, _)| name != own));
    let mut environment: Vec<(String, String)> = inherited.cloned().collect();
    environment.extend(own.map(|(name, value)| (name.to_owned(), value)));
    environment
}
