//! The names in the stub interface, settled by the clash rule of [`names`](crate::names).

use std::collections::{HashMap, HashSet};

use super::scope::{Scope, value_types};
use crate::Diagnostic;
use crate::model::{StubType, TypePlacement};
use crate::names::{Owner, settle, yielding};
use crate::types::{Mentioned, Nature, Taking};
use indexmap::IndexMap;
use wit_parser::{InterfaceId, Resolve, TypeId, TypeOwner};

/// The names in the stub interface.
pub(super) struct Names {
    pub(super) uri: String,
    pub(super) types: IndexMap<TypeId, StubType>,
    pub(super) resources: IndexMap<TypeId, String>,
    /// Of the resources for the free functions of each scope.
    pub(super) scopes: Vec<String>,
    pub(super) notes: Vec<Diagnostic>,
}

impl Names {
    pub(super) fn settle(resolve: &Resolve, scopes: &[Scope], closed: &HashSet<InterfaceId>) -> Self {
        let mentioned = mentioned(resolve, scopes, closed);
        let mut claims = Vec::new();
        for scope in scopes {
            if !scope.functions.is_empty() {
                claims.push((scope.owner.ladder(), format!("the resource for the functions of `{}`", scope.owner)));
            }
            claims.extend(scope.resources.iter().map(|resource| claim("resource", &scope.owner, resource.name)));
        }
        let owners = scopes.iter().filter_map(|scope| Some((scope.interface?, &scope.owner))).collect();
        let world = &scopes.last().expect("the world itself is a scope").owner;
        claims.extend(mentioned.iter().map(|(id, _)| type_claim(resolve, &owners, world, *id)));
        let (ladders, whats): (Vec<_>, Vec<_>) = claims.into_iter().unzip();
        let settled = settle(&ladders, &[]);
        let changed = ladders.iter().zip(&settled).zip(whats).filter(|((ladder, name), _)| ladder[0] != **name);
        let mut notes: Vec<_> = changed.map(|((_, name), what)| renamed(&what, name)).collect();
        let mut used = settled.iter().map(|name| name.to_lowercase()).collect();
        let uri = yielding(&["uri", "golem-rpc-uri"], &mut used);
        notes.extend((uri != "uri").then(|| renamed("the type `uri` of `golem:rpc/types@0.1.0`", &uri)));
        let mut settled = settled.into_iter();
        let mut next = || settled.next().expect("each ladder has a name");
        let mut names = Self { uri, types: IndexMap::new(), resources: IndexMap::new(), scopes: Vec::new(), notes };
        for scope in scopes {
            names.scopes.push(if scope.functions.is_empty() { String::new() } else { next() });
            names.resources.extend(scope.resources.iter().map(|resource| (resource.id, next())));
        }
        for (id, nature) in mentioned {
            let placement = match nature {
                Nature::Usable => TypePlacement::Used,
                Nature::Own => TypePlacement::Defined,
            };
            names.types.insert(id, StubType { name: next(), placement });
        }
        names
    }
}

fn mentioned(resolve: &Resolve, scopes: &[Scope], closed: &HashSet<InterfaceId>) -> Vec<(TypeId, Nature)> {
    let by = |taking| {
        let mut mentioned = Mentioned::new(resolve, taking, closed);
        for function in scopes.iter().flat_map(Scope::all_functions) {
            value_types(function).for_each(|ty| mentioned.add(ty));
        }
        mentioned
    };
    let usable = by(Taking::Usable);
    match usable.differ_in_case_only() {
        true => by(Taking::Nothing).named,
        false => usable.named,
    }
}

/// The forms of a name, and what it is the name of.
fn claim(kind: &str, owner: &Owner, name: &str) -> (Vec<String>, String) {
    (owner.member_ladder(name), format!("the {kind} `{name}` of `{owner}`"))
}

fn type_claim(
    resolve: &Resolve,
    owners: &HashMap<InterfaceId, &Owner>,
    world: &Owner,
    id: TypeId,
) -> (Vec<String>, String) {
    let definition = &resolve.types[id];
    let name = definition.name.as_deref().expect("only named types are mentioned");
    let owner = match definition.owner {
        TypeOwner::Interface(interface) => match owners.get(&interface) {
            Some(owner) => Some((*owner).clone()),
            None => Owner::of(resolve, interface),
        },
        TypeOwner::World(_) | TypeOwner::None => None,
    };
    claim("type", owner.as_ref().unwrap_or(world), name)
}

/// A note that something of the target has another name in the stub.
pub(super) fn renamed(what: &str, name: &str) -> Diagnostic {
    Diagnostic::note(format!("{what} is called `{name}` in the stub, where its own name would be ambiguous"))
}
