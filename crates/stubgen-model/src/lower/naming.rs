//! The names in the stub interface, settled by the clash rule of [`names`](crate::names).

use std::collections::{HashMap, HashSet};

use super::scope::{Scope, value_types};
use crate::bindings::{Named, taken_by, type_key};
use crate::model::{StubType, TypePlacement};
use crate::names::{Owner, settle, yielding};
use crate::types::{Mentioned, Nature, Taking, parts};
use crate::{CallStyle, Diagnostic, RpcErrors, StubOptions, TypeSource};
use indexmap::IndexMap;
use wit_parser::{Function as WitFunction, InterfaceId, Resolve, Type, TypeId, TypeOwner};

/// What the stub's own types are called where they come from.
const URI: &str = "uri";
const RPC_ERROR: &str = "rpc-error";
const POLLABLE: &str = "pollable";

/// The names in the stub interface.
pub(super) struct Names {
    pub(super) uri: String,
    pub(super) rpc_error: String,
    pub(super) pollable: String,
    pub(super) types: IndexMap<TypeId, StubType>,
    pub(super) resources: IndexMap<TypeId, String>,
    /// Of the resources for the free functions of each scope.
    pub(super) scopes: Vec<String>,
    /// Of the futures: by the scope's index and the function's name in it.
    pub(super) futures: IndexMap<(usize, String), String>,
    pub(super) notes: Vec<Diagnostic>,
}

impl Names {
    pub(super) fn settle(
        resolve: &Resolve,
        scopes: &[Scope],
        closed: &HashSet<InterfaceId>,
        options: &StubOptions,
    ) -> Self {
        let by = |taking| Self::of(resolve, scopes, mentioned(resolve, scopes, taking, closed), options);
        match options.types {
            TypeSource::Stub => by(Taking::Nothing),
            TypeSource::Target => {
                let usable = by(Taking::Usable);
                if usable.differ_in_case_only(resolve) { by(Taking::Nothing) } else { usable }
            }
        }
    }

    fn of(resolve: &Resolve, scopes: &[Scope], mentioned: Vec<(TypeId, Nature)>, options: &StubOptions) -> Self {
        let futures = futures(scopes, options.call_style);
        let mut claims = Vec::new();
        for scope in scopes {
            if !scope.functions.is_empty() {
                let what = format!("the resource for the functions of `{}`", scope.owner);
                claims.push(Claim::new(scope.owner.ladder(), Named::Resource, what));
            }
            let resources = scope.resources.iter();
            claims.extend(resources.map(|resource| Claim::of(&scope.owner, resource.name, Named::Resource)));
        }
        claims.extend(futures.iter().map(|future| future.claim(scopes)));
        let owners = scopes.iter().filter_map(|scope| Some((scope.interface?, &scope.owner))).collect();
        let world = &scopes.last().expect("the world itself is a scope").owner;
        claims.extend(mentioned.iter().map(|(id, _)| type_claim(resolve, &owners, world, *id)));
        let settled = settle_claims(&mut claims);
        let changed = claims.iter().zip(&settled).filter(|(claim, name)| claim.classic != **name);
        let mut notes: Vec<_> = changed.map(|(claim, name)| renamed(&claim.what, name)).collect();
        let mut used = settled.iter().map(|name| name.to_lowercase()).collect();
        let mut own = |name: &str, qualified: &str, interface: &str| {
            let settled = yielding(&[name, qualified], &mut used);
            notes.extend((settled != name).then(|| renamed(&format!("the type `{name}` of `{interface}`"), &settled)));
            settled
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
        let mut settled = settled.into_iter();
        let mut next = || settled.next().expect("each ladder has a name");
        let mut names = Self {
            uri,
            rpc_error,
            pollable,
            types: IndexMap::new(),
            resources: IndexMap::new(),
            scopes: Vec::new(),
            futures: IndexMap::new(),
            notes,
        };
        for scope in scopes {
            names.scopes.push(if scope.functions.is_empty() { String::new() } else { next() });
            names.resources.extend(scope.resources.iter().map(|resource| (resource.id, next())));
        }
        names.futures.extend(futures.into_iter().map(|future| ((future.scope, future.function.name.clone()), next())));
        for (id, nature) in mentioned {
            let placement = match nature {
                Nature::Usable => TypePlacement::Used,
                Nature::Own => TypePlacement::Defined,
            };
            names.types.insert(id, StubType { name: next(), placement });
        }
        names
    }

    /// Whether two types of the stub interface, or of what its types are made of, have names that differ in nothing but
    /// case.
    ///
    /// In a component such names are the same one, also where they belong to different interfaces: `wit-component`
    /// brings all types of a stub into one scope.
    fn differ_in_case_only(&self, resolve: &Resolve) -> bool {
        let resources = self.scopes.iter().chain(self.resources.values()).chain(self.futures.values());
        let own = self
            .types
            .values()
            .map(|ty| &ty.name)
            .chain(resources)
            .map(String::as_str)
            .chain([URI, RPC_ERROR, POLLABLE]);
        let mut names: HashMap<String, &str> = own.map(|name| (name.to_lowercase(), name)).collect();
        let mut seen = HashSet::new();
        let used = self.types.iter().filter(|(_, ty)| ty.placement == TypePlacement::Used);
        let mut waiting: Vec<_> = used.map(|(id, _)| *id).collect();
        while let Some(id) = waiting.pop() {
            if !seen.insert(id) {
                continue;
            }
            let definition = &resolve.types[id];
            if let Some(name) = definition.name.as_deref()
                && names.insert(name.to_lowercase(), name).is_some_and(|other| other != name)
            {
                return true;
            }
            waiting.extend(parts(&definition.kind).into_iter().filter_map(|part| match part {
                Type::Id(id) => Some(id),
                _ => None,
            }));
        }
        false
    }
}

fn mentioned(
    resolve: &Resolve,
    scopes: &[Scope],
    taking: Taking,
    closed: &HashSet<InterfaceId>,
) -> Vec<(TypeId, Nature)> {
    let mut mentioned = Mentioned::new(resolve, taking, closed);
    for function in scopes.iter().flat_map(Scope::all_functions) {
        value_types(function).for_each(|ty| mentioned.add(ty));
    }
    mentioned.named
}

/// A function whose result comes as a future.
struct Future<'a> {
    scope: usize,
    resource: Option<&'a str>,
    function: &'a WitFunction,
}

impl Future<'_> {
    fn claim(&self, scopes: &[Scope]) -> Claim {
        let (owner, function) = (&scopes[self.scope].owner, self.function.item_name());
        let member = match self.resource {
            Some(resource) => format!("{resource}-{function}"),
            None => function.to_string(),
        };
        let ladder = owner.member_ladder(&member).into_iter().map(|name| format!("future-{name}-result"));
        Claim::new(ladder.collect(), Named::Resource, format!("the future result of `{member}` of `{owner}`"))
    }
}

/// The functions whose results come as futures, in the order in which the stub has them.
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

/// The wish for a name in the stub interface.
struct Claim {
    classic: String,
    /// The forms that bindings can have, the classic one first.
    ladder: Vec<String>,
    named: Named,
    what: String,
}

impl Claim {
    fn new(ladder: Vec<String>, named: Named, what: String) -> Self {
        let classic = ladder[0].clone();
        let mut claim = Self { classic, ladder, named, what };
        // `golem:rpc/types` or `wasi:io/poll` have it in another case.
        let other = |name: &str, own: &str| name != own && name.eq_ignore_ascii_case(own);
        let other_case = |name: &str| [URI, RPC_ERROR, POLLABLE].iter().any(|own| other(name, own));
        claim.give_up(|name| !named.can_be(name) || other_case(name));
        claim
    }

    fn of(owner: &Owner, name: &str, named: Named) -> Self {
        let kind = if named == Named::Resource { "resource" } else { "type" };
        Self::new(owner.member_ladder(name), named, format!("the {kind} `{name}` of `{owner}`"))
    }

    /// Gives the forms up that are `taken`, but for the last; whether there were any.
    fn give_up(&mut self, taken: impl Fn(&str) -> bool) -> bool {
        let before = self.ladder.len();
        let last = self.ladder.pop().expect("a name has at least one form");
        self.ladder.retain(|form| !taken(form));
        self.ladder.push(last);
        self.ladder.len() < before
    }
}

fn type_claim(resolve: &Resolve, owners: &HashMap<InterfaceId, &Owner>, world: &Owner, id: TypeId) -> Claim {
    let definition = &resolve.types[id];
    let name = definition.name.as_deref().expect("only named types are mentioned");
    let owner = match definition.owner {
        TypeOwner::Interface(interface) => match owners.get(&interface) {
            Some(owner) => Some((*owner).clone()),
            None => Owner::of(resolve, interface),
        },
        TypeOwner::World(_) | TypeOwner::None => None,
    };
    Claim::of(owner.as_ref().unwrap_or(world), name, Named::of(&definition.kind))
}

/// Settles all names; as types of bindings they differ, also from those that bindings need for a resource.
fn settle_claims(claims: &mut [Claim]) -> Vec<String> {
    loop {
        let ladders: Vec<_> = claims.iter().map(|claim| claim.ladder.clone()).collect();
        let settled = settle(&ladders, &[]);
        let mut taken = HashSet::new();
        let repeated: HashSet<_> =
            settled.iter().map(|name| type_key(name)).filter(|key| !taken.insert(key.clone())).collect();
        let resources = claims.iter().zip(&settled).filter(|(claim, _)| claim.named == Named::Resource);
        let taken: HashSet<String> = resources.flat_map(|(_, name)| taken_by(name)).chain(repeated).collect();
        let is_taken = |name: &str| taken.contains(&type_key(name));
        let yielding = claims.iter_mut().zip(&settled).filter(|(_, name)| is_taken(name));
        if !yielding.fold(false, |gave_up, (claim, _)| claim.give_up(is_taken) | gave_up) {
            return settled;
        }
    }
}

/// A note that something of the target has another name in the stub.
pub(super) fn renamed(what: &str, name: &str) -> Diagnostic {
    Diagnostic::note(format!("{what} is called `{name}` in the stub, where its own name would be ambiguous"))
}
