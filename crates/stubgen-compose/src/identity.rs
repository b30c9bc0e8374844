//! Which resources of different components are one and the same, and whether types of different components agree.
//!
//! A resource type has no structure; it is the same as another one only if both come from the same place. In the result
//! that place is either the stub that exports it or the one import that components share. So each resource has a
//! representative: that of the export it is plugged into, or the first one that was imported under the same name. Types
//! are then compared by `wasmparser`, with every resource replaced by its representative.

use std::collections::BTreeMap;

use wasmparser::component_types::{ComponentEntityType, Remap, Remapping, ResourceId, SubtypeCx};

use crate::{
    facts::{Facts, one_line},
    imports::Names,
    plan::Plan,
    walk,
};

/// The representatives of the resources of a composition.
pub(crate) struct Identities {
    remapping: Remapping,
}

impl Identities {
    /// `names` says under which name the result imports what is left over.
    pub(crate) fn new(given: &[Facts], plan: &Plan, names: &Names) -> Self {
        let mut representatives = BTreeMap::new();
        let mut shared = BTreeMap::new();
        for &component in &plan.order {
            let facts = &given[component];
            for (import, item) in facts.imports.iter().enumerate() {
                for (member, resource) in resources(facts, item.ty) {
                    if representatives.contains_key(&resource) {
                        continue;
                    }
                    let representative = match plan.edge(component, import) {
                        Some(edge) => {
                            let provider = &given[edge.provider];
                            let export = provider.exports[edge.export].ty;
                            let exported = provider.member(export, member).and_then(walk::as_resource);
                            let Some((exported, _)) = exported else {
                                continue;
                            };
                            *representatives.get(&exported).unwrap_or(&exported)
                        }
                        None => {
                            let place = (names.of(component, import), member);
                            *shared.entry(place).or_insert(resource)
                        }
                    };
                    representatives.insert(resource, representative);
                }
            }
        }
        Identities { remapping: remapping(&representatives) }
    }

    /// Whether `offered` can be used where `wanted` is asked for; if not, why, where there is more to say than both
    /// types do.
    pub(crate) fn check(
        &mut self,
        (offered_by, mut offered): (&Facts, ComponentEntityType),
        (wanted_by, mut wanted): (&Facts, ComponentEntityType),
    ) -> Result<(), Option<String>> {
        let mut context = SubtypeCx::new_with_refs(offered_by.types.as_ref(), wanted_by.types.as_ref());
        context.a.remap_component_entity(&mut offered, &mut self.remapping);
        self.remapping.reset_type_cache();
        context.b.remap_component_entity(&mut wanted, &mut self.remapping);
        self.remapping.reset_type_cache();
        context.component_entity_type(&offered, &wanted, 0).map_err(|error| reason(error.message()))
    }
}

/// The resources that an import makes known, by the name of the member; a resource at the root has no member name.
fn resources<'a>(facts: &'a Facts, ty: ComponentEntityType) -> impl Iterator<Item = (&'a str, ResourceId)> {
    let own = walk::as_resource(ty).map(|(resource, _)| ("", resource));
    let members =
        facts.members(ty).filter_map(|(name, ty)| walk::as_resource(ty).map(|(resource, _)| (name, resource)));
    own.into_iter().chain(members)
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
