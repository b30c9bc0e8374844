//! The names in the stub interface, assigned by the naming rule of [`names`](crate::names).

use std::collections::{HashMap, HashSet};

use super::placement::{PlacedTypes, TypeSharing};
use super::renaming::{RenamedKind, Renaming};
use super::scope::{Scope, value_types};
use crate::bindings::{NameKind, derived_names, type_key};
use crate::model::{StubType, TypePlacement};
use crate::names::{Owner, assign, first_free, name_key};
use crate::types::reachable;
use crate::{CallStyle, RpcErrors, StubOptions, TypeSource};
use indexmap::IndexMap;
use wit_parser::{Function as WitFunction, InterfaceId, Resolve, Type, TypeId, TypeOwner};

/// The original names of the types that the stub interface uses itself.
const URI: &str = "uri";
const RPC_ERROR: &str = "rpc-error";
const POLLABLE: &str = "pollable";

/// The names in the stub interface.
pub(super) struct StubNames {
    pub(super) uri: String,
    pub(super) rpc_error: String,
    pub(super) pollable: String,
    pub(super) types: IndexMap<TypeId, StubType>,
    pub(super) resources: IndexMap<TypeId, String>,
    /// The names of the resources for the free functions of each scope that has some.
    pub(super) scopes: Vec<Option<String>>,
    /// The names of the futures, by the scope's index and the function's name in it.
    pub(super) futures: IndexMap<(usize, String), String>,
    pub(super) renamings: Vec<Renaming>,
}

impl StubNames {
    pub(super) fn assign(
        resolve: &Resolve,
        scopes: &[Scope],
        unusable: &HashSet<InterfaceId>,
        options: &StubOptions,
    ) -> Self {
        let names = |sharing| Self::of(resolve, scopes, placed_types(resolve, scopes, sharing, unusable), options);
        match options.types {
            TypeSource::Stub => names(TypeSharing::Separate),
            TypeSource::Target => {
                let shared = names(TypeSharing::Shared);
                if shared.types_conflict(resolve) { names(TypeSharing::Separate) } else { shared }
            }
        }
    }

    fn of(resolve: &Resolve, scopes: &[Scope], types: Vec<(TypeId, TypePlacement)>, options: &StubOptions) -> Self {
        let futures = futures(scopes, options.call_style);
        let mut requests = requests(resolve, scopes, &futures, &types);
        let assigned = assign_distinct(&mut requests);
        let renamed_items = requests.iter().zip(&assigned).filter(|(request, name)| request.classic != **name);
        let mut renamings: Vec<_> = renamed_items.map(|(request, name)| request.renaming(name)).collect();
        let mut used = assigned.iter().map(|name| name_key(name)).collect();
        let mut own = |name: &str, qualified: &str, interface: &str| {
            let assigned = first_free(&[name, qualified], &mut used);
            let (owner, item) = (interface.to_string(), format!("the type `{name}`"));
            let renaming = Renaming { owner, item, name: assigned.clone(), kind: RenamedKind::Item };
            renamings.extend((assigned != name).then_some(renaming));
            assigned
        };
        let uri = own(URI, "golem-rpc-uri", "golem:rpc/types@0.1.0");
        let rpc_error = match options.rpc_errors {
            RpcErrors::Result => own(RPC_ERROR, "golem-rpc-rpc-error", "golem:rpc/types@0.1.0"),
            RpcErrors::Trap => String::new(),
        };
        let pollable = match futures.is_empty() {
            false => own(POLLABLE, "wasi-io-pollable", "wasi:io/poll@0.2.0"),
            true => String::new(),
        };
        // The names come in the order of the requests.
        let mut assigned = assigned.into_iter();
        let mut next = || assigned.next().expect("each request gets a name");
        let (mut scope_names, mut resources) = (Vec::new(), IndexMap::new());
        for scope in scopes {
            scope_names.push((!scope.functions.is_empty()).then(&mut next));
            resources.extend(scope.resources.iter().map(|resource| (resource.id, next())));
        }
        let futures =
            futures.into_iter().map(|future| ((future.scope, future.function.name.clone()), next())).collect();
        let types = types.into_iter().map(|(id, placement)| (id, StubType { name: next(), placement })).collect();
        Self { uri, rpc_error, pollable, types, resources, scopes: scope_names, futures, renamings }
    }

    /// Whether two types of the stub interface, or types that these contain, have names that a component cannot tell apart,
    /// even in different interfaces: `wit-component` puts all types of a stub into one scope.
    fn types_conflict(&self, resolve: &Resolve) -> bool {
        let used = self.types.iter().filter(|(_, ty)| matches!(ty.placement, TypePlacement::Used(_)));
        let used = reachable(resolve, used.map(|(id, _)| Type::Id(*id)));
        let used = used.iter().filter_map(|id| resolve.types[*id].name.as_deref());
        let resources = self.scopes.iter().flatten().chain(self.resources.values()).chain(self.futures.values());
        let own =
            self.types.values().map(|ty| &ty.name).chain(resources).chain([&self.uri, &self.rpc_error, &self.pollable]);
        let names = used.chain([URI, RPC_ERROR, POLLABLE]).chain(own.map(String::as_str));
        let (mut taken, mut keys) = (HashSet::new(), HashSet::new());
        let mut names = names.filter(|name| !name.is_empty());
        names.any(|name| {
            let Some(name) = numbered(name, &taken) else { return true };
            let is_repeated = !keys.insert(name_key(&name));
            taken.insert(name);
            is_repeated
        })
    }
}

/// The most types of one name: the time that `wit-component` takes to find a number grows with the third power.
const MAX_EQUAL_NAMES: usize = 100;

/// The name that `wit-component` gives a type beside those that are `taken`, unless too many have this name. Equal names get
/// numbers: `t`, `t0`, `t01`, `t012`.
fn numbered(name: &str, taken: &HashSet<String>) -> Option<String> {
    let mut name = name.to_string();
    for number in 0..MAX_EQUAL_NAMES {
        if !taken.contains(&name) {
            return Some(name);
        }
        name = format!("{name}{number}");
    }
    None
}

/// The named types in the signatures of the exported functions.
fn placed_types(
    resolve: &Resolve,
    scopes: &[Scope],
    sharing: TypeSharing,
    unusable: &HashSet<InterfaceId>,
) -> Vec<(TypeId, TypePlacement)> {
    let mut types = PlacedTypes::new(resolve, sharing, unusable);
    scopes.iter().flat_map(Scope::all_functions).flat_map(value_types).for_each(|ty| types.add(ty));
    types.named
}

/// A function that returns a future.
struct Future<'a> {
    scope: usize,
    resource: Option<&'a str>,
    function: &'a WitFunction,
}

impl Future<'_> {
    fn request(&self, scopes: &[Scope]) -> NameRequest {
        let (owner, function) = (&scopes[self.scope].owner, self.function.item_name());
        let member = match self.resource {
            Some(resource) => format!("{resource}-{function}"),
            None => function.to_string(),
        };
        // Binding generators for JavaScript cannot bind a name in upper and lower case.
        let names =
            owner.member_candidates(&member).into_iter().map(|name| format!("future-{name}-result").to_lowercase());
        let request =
            NameRequest::new(names.collect(), NameKind::Resource, owner, format!("the future result of `{member}`"));
        NameRequest { renamed: RenamedKind::Future, ..request }
    }
}

/// The functions that return a future, in the order of the stub.
fn futures<'a>(scopes: &'a [Scope], style: CallStyle) -> Vec<Future<'a>> {
    let mut futures = Vec::new();
    if style == CallStyle::Sync {
        return futures;
    }
    for (index, scope) in scopes.iter().enumerate() {
        let mut add = |resource, functions: &[&'a WitFunction]| {
            let with_result = functions.iter().filter(|function| function.result.is_some());
            futures.extend(with_result.map(|function| Future { scope: index, resource, function }));
        };
        add(None, &scope.functions);
        scope.resources.iter().for_each(|resource| add(Some(resource.name), &resource.functions));
    }
    futures
}

/// A request for a name in the stub interface.
struct NameRequest {
    classic: String,
    /// The names that bindings can represent, the preferred one first.
    candidates: Vec<String>,
    kind: NameKind,
    /// The owner of the item, for messages.
    owner: String,
    /// The item, for messages.
    item: String,
    renamed: RenamedKind,
}

impl NameRequest {
    fn new(candidates: Vec<String>, kind: NameKind, owner: &Owner, item: String) -> Self {
        let (classic, owner) = (candidates[0].clone(), owner.to_string());
        let mut request = Self { classic, candidates, kind, owner, item, renamed: RenamedKind::Item };
        // `golem:rpc/types` and `wasi:io/poll` have these names. A component contains them beside the stub's `use`s of them,
        // which `wit-component` gives a number.
        let own = [URI, RPC_ERROR, POLLABLE].map(|own| [own.to_string(), format!("{own}0")]);
        let conflicts = |name: &str| own.iter().flatten().any(|own| name != own && name_key(name) == name_key(own));
        request.drop_candidates(|name| !kind.allows(name) || conflicts(name));
        request
    }

    fn of(owner: &Owner, name: &str, kind: NameKind) -> Self {
        let what = if kind == NameKind::Resource { "resource" } else { "type" };
        Self::new(owner.member_candidates(name), kind, owner, format!("the {what} `{name}`"))
    }

    fn renaming(&self, name: &str) -> Renaming {
        let (owner, item) = (self.owner.clone(), self.item.clone());
        Renaming { owner, item, name: name.to_string(), kind: self.renamed }
    }

    /// Drops the candidates that are `taken`, except the last one. Returns whether there were any.
    fn drop_candidates(&mut self, taken: impl Fn(&str) -> bool) -> bool {
        let before = self.candidates.len();
        let last = self.candidates.pop().expect("a name has a candidate");
        self.candidates.retain(|name| !taken(name));
        self.candidates.push(last);
        self.candidates.len() < before
    }
}

/// The requests for all names of the stub interface: the resources of each scope, the futures, the types.
fn requests(
    resolve: &Resolve,
    scopes: &[Scope],
    futures: &[Future],
    types: &[(TypeId, TypePlacement)],
) -> Vec<NameRequest> {
    let mut requests = Vec::new();
    for scope in scopes {
        if !scope.functions.is_empty() {
            let item = "the resource for the functions".to_string();
            requests.push(NameRequest::new(scope.owner.candidates(), NameKind::Resource, &scope.owner, item));
        }
        let resources = scope.resources.iter();
        requests.extend(resources.map(|resource| NameRequest::of(&scope.owner, resource.name, NameKind::Resource)));
    }
    requests.extend(futures.iter().map(|future| future.request(scopes)));
    let owners = scopes.iter().filter_map(|scope| Some((scope.interface?, &scope.owner))).collect();
    let world = &scopes.last().expect("the world itself is a scope").owner;
    requests.extend(types.iter().map(|(id, _)| type_request(resolve, &owners, world, *id)));
    requests
}

fn type_request(resolve: &Resolve, owners: &HashMap<InterfaceId, &Owner>, world: &Owner, id: TypeId) -> NameRequest {
    let definition = &resolve.types[id];
    let name = definition.name.as_deref().expect("a placed type has a name");
    let owner = match definition.owner {
        TypeOwner::Interface(interface) => match owners.get(&interface) {
            Some(owner) => Some((*owner).clone()),
            None => Owner::of(resolve, interface),
        },
        TypeOwner::World(_) | TypeOwner::None => None,
    };
    NameRequest::of(owner.as_ref().unwrap_or(world), name, NameKind::of(&definition.kind))
}

/// Assigns all names. They also differ from the names that bindings derive for resources.
fn assign_distinct(requests: &mut [NameRequest]) -> Vec<String> {
    loop {
        let candidates: Vec<_> = requests.iter().map(|request| request.candidates.clone()).collect();
        let assigned = assign(&candidates, &[]);
        let resources = requests.iter().zip(&assigned).filter(|(request, _)| request.kind == NameKind::Resource);
        let taken: HashSet<String> = resources.flat_map(|(_, name)| derived_names(name)).collect();
        let is_taken = |name: &str| taken.contains(&type_key(name));
        let clashing = requests.iter_mut().zip(&assigned).filter(|(_, name)| is_taken(name));
        if !clashing.fold(false, |dropped, (request, _)| request.drop_candidates(is_taken) | dropped) {
            return assigned;
        }
    }
}
