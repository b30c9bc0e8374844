//! Which resources of different components are one and the same, and whether types of different components agree.
//!
//! A resource type has no structure; it is the same as another one only if both come from the same place. In the result
//! that place is either the stub that exports it or the one import that components share. So each resource has a
//! representative: that of the export it is plugged into, or the first one that was imported under the same name. Types
//! are then compared by `wasmparser`, with every resource replaced by its representative.

use std::collections::BTreeMap;

use wasmparser::component_types::{ComponentEntityType, Remap, Remapping, ResourceId, SubtypeCx};

use crate::{component::DecodedComponent, error::one_line, import_names::ImportNames, plan::Plan, walk};

/// The representatives of the resources of a composition.
pub(crate) struct Identities {
    remapping: Remapping,
}

impl Identities {
    /// `names` says under which name the result imports what is left over.
    pub(crate) fn new(given: &[DecodedComponent], plan: &Plan, names: &ImportNames) -> Self {
        let mut representatives = BTreeMap::new();
        let mut shared = BTreeMap::new();
        for &index in &plan.order {
            let component = &given[index];
            for (import, item) in component.imports.iter().enumerate() {
                for (member, resource) in walk::named_resources(component, item.ty()) {
                    if representatives.contains_key(&resource) {
                        continue;
                    }
                    let representative = match plan.edge(index, import) {
                        Some(edge) => {
                            let provider = &given[edge.provider];
                            let export = provider.exports[edge.export].ty();
                            let exported =
                                if member.is_empty() { Some(export) } else { provider.member(export, member) };
                            let exported = exported.and_then(walk::as_resource);
                            let Some((exported, _)) = exported else {
                                continue;
                            };
                            *representatives.get(&exported).unwrap_or(&exported)
                        }
                        None => {
                            let place = (names.of((index, import)), member);
                            *shared.entry(place).or_insert(resource)
                        }
                    };
                    representatives.insert(resource, representative);
                }
            }
        }
        Identities { remapping: remapping(&representatives) }
    }

    /// Whether `provided` can be used where `expected` is expected; if not, why, where there is more to say than both
    /// types do.
    pub(crate) fn check(
        &mut self,
        (provided_by, mut provided): (&DecodedComponent, ComponentEntityType),
        (expected_by, mut expected): (&DecodedComponent, ComponentEntityType),
    ) -> Result<(), Option<String>> {
        let mut context = SubtypeCx::new_with_refs(provided_by.types(), expected_by.types());
        context.a.remap_component_entity(&mut provided, &mut self.remapping);
        self.remapping.reset_type_cache();
        context.b.remap_component_entity(&mut expected, &mut self.remapping);
        self.remapping.reset_type_cache();
        context.component_entity_type(&provided, &expected, 0).map_err(|error| reason(error.message()))
    }
}

fn remapping(representatives: &BTreeMap<ResourceId, ResourceId>) -> Remapping {
    let mut remapping = Remapping::default();
    for (resource, representative) in representatives {
        if resource != representative {
            remapping.add(*resource, *representative);
        }
    }
    remapping
}

/// `wasmparser`'s explanation, without the numbers of resources, which mean nothing to a reader. Whether a function is
/// `async` is not explained: both types say it, and `wasmparser` has the two sides of that the wrong way round.
fn reason(message: &str) -> Option<String> {
    let same = "resource types are not the same";
    if message.contains("sync function, found") {
        return None;
    }
    let end = message.find(same).map_or(message.len(), |at| at + same.len());
    Some(one_line(&message[..end]))
}
