//! The features in a stub's WIT that the engine of Golem 1.0 and 1.1 does not support.

use std::collections::BTreeSet;

use wasm_rpc_stubgen_model::{NewerFeature, members, reachable};
use wit_parser::{FunctionKind, Resolve, Type, TypeDefKind, TypeOwner, WorldId, WorldItem};

/// The unsupported features of a stub, each with a name or type that uses it. `world` is the stub's world in the `Resolve`
/// of its own WIT.
///
/// # Panics
///
/// When the stub has a feature that no stub has.
pub fn newer_features(resolve: &Resolve, world: WorldId) -> BTreeSet<(NewerFeature, String)> {
    let mut found = Found(BTreeSet::new());
    for item in resolve.worlds[world].exports.values() {
        let WorldItem::Interface { id, .. } = item else { panic!("a stub exports interfaces") };
        found.owner(resolve, TypeOwner::Interface(*id));
        let interface = &resolve.interfaces[*id];
        // An export defines all of its types, also those that no function uses.
        let mut types: Vec<_> = interface.types.values().map(|id| Type::Id(*id)).collect();
        for function in interface.functions.values() {
            assert!(!function.kind.is_async(), "{} is not async", function.name);
            found.name(function.item_name());
            function.params.iter().for_each(|param| found.name(&param.name));
            types.extend(function.params.iter().map(|param| param.ty).chain(function.result));
            if let (FunctionKind::Constructor(resource), Some(Type::Id(result))) = (&function.kind, function.result)
                && matches!(resolve.types[result].kind, TypeDefKind::Result(_))
            {
                let resource = resolve.types[*resource].name.clone().expect("a resource has a name");
                found.0.insert((NewerFeature::FallibleConstructor, resource));
            }
        }
        reachable(resolve, types).into_iter().for_each(|id| found.definition(resolve, id));
    }
    found.0
}

struct Found(BTreeSet<(NewerFeature, String)>);

impl Found {
    fn name(&mut self, name: &str) {
        if name.split('-').any(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
            self.0.insert((NewerFeature::DigitWord, name.to_string()));
        }
    }

    fn owner(&mut self, resolve: &Resolve, owner: TypeOwner) {
        let TypeOwner::Interface(id) = owner else { return };
        self.name(resolve.interfaces[id].name.as_deref().unwrap_or_default());
        if let Some(package) = resolve.interfaces[id].package {
            self.name(&resolve.packages[package].name.namespace);
            self.name(&resolve.packages[package].name.name);
        }
    }

    fn definition(&mut self, resolve: &Resolve, id: wit_parser::TypeId) {
        let definition = &resolve.types[id];
        let name = definition.name.as_deref().unwrap_or("unnamed");
        self.name(name);
        self.owner(resolve, definition.owner);
        let members = members(&definition.kind);
        members.iter().filter_map(|member| member.name).for_each(|name| self.name(name));
        let feature = match definition.kind {
            TypeDefKind::Map(..) => NewerFeature::Map,
            TypeDefKind::FixedLengthList(..) => NewerFeature::FixedLengthList,
            TypeDefKind::Stream(_) | TypeDefKind::Future(_) => panic!("`{name}` cannot be passed"),
            _ if members.len() > 1000 => NewerFeature::ManyMembers,
            _ => return,
        };
        self.0.insert((feature, name.to_string()));
    }
}
