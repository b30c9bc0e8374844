//! The names of the imports of the composed component.

use std::collections::BTreeMap;

use crate::plan::{Place, Plan};

/// The name of each import that remains.
pub(crate) struct ImportNames(BTreeMap<Place, String>);

impl ImportNames {
    pub(crate) fn new(names: BTreeMap<Place, String>) -> Self {
        ImportNames(names)
    }

    pub(crate) fn of(&self, place: Place) -> &str {
        self.0.get(&place).map_or("", String::as_str)
    }

    /// The imports that remain, by their name in the composed component, each with its importers in the order of the
    /// plan.
    pub(crate) fn shared(&self, plan: &Plan) -> BTreeMap<&str, Vec<Place>> {
        let mut shared: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for &component in &plan.order {
            let imports = self.0.range((component, 0)..=(component, usize::MAX));
            for (place, name) in imports {
                shared.entry(name.as_str()).or_default().push(*place);
            }
        }
        shared
    }
}
