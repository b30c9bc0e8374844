//! The exports of a world: functions and resources by owner, in the order of the WIT.

use crate::Target;
use crate::names::Owner;
use crate::types::handle_of;
use indexmap::IndexMap;
use wit_parser::{
    Docs, Function as WitFunction, FunctionKind as WitKind, InterfaceId, Resolve, Type, TypeDefKind, TypeId, WorldItem,
};

/// The functions of one owner: an interface, or the world itself.
pub(super) struct Scope<'a> {
    /// The interface; the world itself has none.
    pub(super) interface: Option<InterfaceId>,
    pub(super) owner: Owner,
    pub(super) docs: &'a Docs,
    pub(super) functions: Vec<&'a WitFunction>,
    pub(super) resources: Vec<Resource<'a>>,
}

/// A resource that an exported interface defines.
pub(super) struct Resource<'a> {
    pub(super) id: TypeId,
    pub(super) name: &'a str,
    pub(super) docs: &'a Docs,
    pub(super) constructor: Option<&'a WitFunction>,
    pub(super) functions: Vec<&'a WitFunction>,
}

impl<'a> Scope<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.functions.is_empty() && self.resources.is_empty()
    }

    /// Keeps the functions for which `keep` returns true.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(&WitFunction) -> bool) {
        self.functions.retain(|function| keep(function));
        for resource in &mut self.resources {
            resource.constructor = resource.constructor.filter(|function| keep(function));
            resource.functions.retain(|function| keep(function));
        }
    }

    pub(super) fn all_functions(&self) -> impl Iterator<Item = &'a WitFunction> {
        let members = self.resources.iter().flat_map(|r| r.constructor.iter().chain(&r.functions));
        self.functions.iter().chain(members).copied()
    }
}

pub(super) fn collect(target: &Target) -> Vec<Scope<'_>> {
    let resolve = &target.resolve;
    let world = &resolve.worlds[target.world];
    let mut scopes = Vec::new();
    let mut free = Vec::new();
    for (key, item) in &world.exports {
        match item {
            WorldItem::Interface { id, .. } => {
                let inline = || Owner::Inline { world: target.world_name.clone(), name: resolve.name_world_key(key) };
                scopes.push(interface_scope(resolve, *id, Owner::of(resolve, *id).unwrap_or_else(inline)));
            }
            WorldItem::Function(function) => free.push(function),
            WorldItem::Type { .. } => {}
        }
    }
    let owner = Owner::World { package: target.package.clone(), name: target.world_name.clone() };
    scopes.push(Scope { interface: None, owner, docs: &world.docs, functions: free, resources: Vec::new() });
    scopes
}

fn interface_scope(resolve: &Resolve, id: InterfaceId, owner: Owner) -> Scope<'_> {
    let interface = &resolve.interfaces[id];
    let mut resources: IndexMap<TypeId, Resource> = interface
        .types
        .iter()
        .filter(|(_, id)| matches!(resolve.types[**id].kind, TypeDefKind::Resource))
        .map(|(name, id)| {
            let docs = &resolve.types[*id].docs;
            (*id, Resource { id: *id, name, docs, constructor: None, functions: Vec::new() })
        })
        .collect();
    let mut functions = Vec::new();
    for function in interface.functions.values() {
        match (&function.kind, function.kind.resource()) {
            (WitKind::Constructor(id), _) => resources[id].constructor = Some(function),
            (_, Some(id)) => resources[&id].functions.push(function),
            (_, None) => functions.push(function),
        }
    }
    Scope { interface: Some(id), owner, docs: &interface.docs, functions, resources: resources.into_values().collect() }
}

/// The types of a function's values: its parameters without the implicit `self`, and its result.
pub(super) fn value_types(function: &WitFunction) -> impl Iterator<Item = Type> {
    target_params(function).iter().map(|param| param.ty).chain(function.result)
}

/// The index of the first parameter that is a handle. A static function calls its worker.
pub(super) fn first_handle(resolve: &Resolve, function: &WitFunction) -> Option<usize> {
    function.params.iter().position(|param| handle_of(resolve, param.ty).is_some())
}

pub(super) fn target_params(function: &WitFunction) -> &[wit_parser::Param] {
    match function.kind {
        WitKind::Method(_) | WitKind::AsyncMethod(_) => &function.params[1..],
        _ => &function.params,
    }
}
