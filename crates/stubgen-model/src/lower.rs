//! A target's world to the model of its stub.
//!
//! 1. `collect`: the exported interfaces and world functions, in the order of the WIT.
//! 2. `check`: everything that cannot cross, all together.
//! 3. `name`: the names of resources and types by the clash rule.
//! 4. `build`: resources with their functions, routes and remote names.

use std::collections::{HashMap, HashSet};

use crate::model::{
    Constructor, Function, FunctionKind, Param, ParamType, ResourceKind, Route, StubModel, StubResource, StubType,
    TypePlacement,
};
use crate::names::{Owner, settle, yielding};
use crate::support::{Obstacle, Support};
use crate::types::{Mentioned, Nature, Taking, handle_of};
use crate::{Diagnostic, Target};
use indexmap::{IndexMap, IndexSet};
use thiserror::Error;
use wit_parser::{
    Docs, Function as WitFunction, FunctionKind as WitKind, InterfaceId, PackageName, Resolve, Type, TypeDefKind,
    TypeId, TypeOwner, WorldItem,
};

/// Why a world cannot be stubbed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LowerError {
    /// Some functions pass what cannot cross from worker to worker.
    #[error("{} of the world's functions cannot be stubbed", .0.len())]
    Unsupported(Vec<Diagnostic>),
    /// The world exports nothing that can be called.
    #[error("world `{world}` exports no function and no resource")]
    NothingToStub {
        /// The world.
        world: String,
        /// `path:line:column`.
        location: Option<String>,
    },
}

impl LowerError {
    /// What is to be said to the user.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        match self {
            Self::Unsupported(diagnostics) => diagnostics.clone(),
            Self::NothingToStub { location, .. } => {
                let mut diagnostic = Diagnostic::error(self.to_string()).hint(
                    "a stub is made from what a world exports; add `export` to it or choose another with `--world`",
                );
                diagnostic.location.clone_from(location);
                vec![diagnostic]
            }
        }
    }
}

/// Lowers a target to the model of its stub.
pub fn lower(target: Target) -> Result<StubModel, LowerError> {
    let scopes = collect(&target);
    if scopes.iter().all(Scope::is_empty) {
        let span = target.resolve.worlds[target.world].span;
        let location = span.is_known().then(|| target.resolve.render_location(span));
        return Err(LowerError::NothingToStub { world: target.world_name, location });
    }
    check(&target.resolve, &scopes)?;
    let names = Names::settle(&target.resolve, &scopes);
    let mut notes = target.warnings.clone();
    notes.extend(names.notes.iter().cloned());
    let mut builder = Builder { resolve: &target.resolve, notes, joined: HashSet::new() };
    let mut resources = Vec::new();
    let mut remote_resources = IndexMap::new();
    for (index, scope) in scopes.iter().enumerate() {
        if !scope.functions.is_empty() {
            resources.push(builder.functions_resource(scope, &names.scopes[index]));
        }
        for resource in &scope.resources {
            remote_resources.insert(resource.id, resources.len());
            resources.push(builder.remote_resource(scope, resource, &names.resources[&resource.id]));
        }
    }
    let notes = builder.notes;
    Ok(StubModel {
        package: PackageName { name: format!("{}-stub", target.package.name), ..target.package },
        interface: format!("stub-{}", target.world_name),
        world: format!("wasm-rpc-stub-{}", target.world_name),
        uri: names.uri,
        types: names.types,
        resources,
        remote_resources,
        notes,
        resolve: target.resolve,
    })
}

/// The functions of one owner: an interface, or the world itself.
struct Scope<'a> {
    /// The interface; the world itself has none.
    interface: Option<InterfaceId>,
    owner: Owner,
    docs: &'a Docs,
    functions: Vec<&'a WitFunction>,
    resources: Vec<Resource<'a>>,
}

/// A resource that an exported interface defines.
struct Resource<'a> {
    id: TypeId,
    name: &'a str,
    docs: &'a Docs,
    constructor: Option<&'a WitFunction>,
    functions: Vec<&'a WitFunction>,
}

impl<'a> Scope<'a> {
    fn is_empty(&self) -> bool {
        self.functions.is_empty() && self.resources.is_empty()
    }

    fn all_functions(&self) -> impl Iterator<Item = &'a WitFunction> {
        let members = self.resources.iter().flat_map(|r| r.constructor.iter().chain(&r.functions));
        self.functions.iter().chain(members).copied()
    }
}

fn collect(target: &Target) -> Vec<Scope<'_>> {
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
        match function.kind {
            WitKind::Freestanding | WitKind::AsyncFreestanding => functions.push(function),
            WitKind::Constructor(id) => resources[&id].constructor = Some(function),
            WitKind::Method(id) | WitKind::AsyncMethod(id) | WitKind::Static(id) | WitKind::AsyncStatic(id) => {
                resources[&id].functions.push(function);
            }
        }
    }
    Scope { interface: Some(id), owner, docs: &interface.docs, functions, resources: resources.into_values().collect() }
}

/// The types of a function's values: its parameters without the implicit `self`, and its result.
fn value_types(function: &WitFunction) -> impl Iterator<Item = Type> {
    target_params(function).iter().map(|param| param.ty).chain(function.result)
}

fn target_params(function: &WitFunction) -> &[wit_parser::Param] {
    match function.kind {
        WitKind::Method(_) | WitKind::AsyncMethod(_) => &function.params[1..],
        _ => &function.params,
    }
}

fn check(resolve: &Resolve, scopes: &[Scope]) -> Result<(), LowerError> {
    let exported: HashSet<TypeId> = scopes.iter().flat_map(|s| s.resources.iter().map(|r| r.id)).collect();
    let mut support = Support::new(resolve, &exported);
    let mut found = Vec::new();
    for function in scopes.iter().flat_map(Scope::all_functions) {
        if let Some(obstacle) = value_types(function).find_map(|ty| support.check(ty).err()) {
            let message = format!("{} cannot be stubbed: {}", called(resolve, function), obstacle.message());
            found.push((function.span, message, obstacle.hint()));
        }
    }
    if found.is_empty() {
        for (id, obstacle) in beside_used_types(resolve, &mentioned(resolve, scopes), &mut support) {
            let definition = &resolve.types[id];
            let name = definition.name.as_deref().unwrap_or_default();
            let message = format!("type `{name}` can be in no component: {}", obstacle.message());
            found.push((definition.span, message, obstacle.hint()));
        }
    }
    found.sort_by_key(|(span, ..)| span.is_known().then(|| span.start()));
    let diagnostics: Vec<_> = found
        .into_iter()
        .map(|(span, message, hint)| {
            let location = span.is_known().then(|| resolve.render_location(span));
            Diagnostic { location, ..Diagnostic::error(message).hint(hint) }
        })
        .collect();
    match diagnostics.is_empty() {
        true => Ok(()),
        false => Err(LowerError::Unsupported(diagnostics)),
    }
}

/// A function in the words of a message: with its resource, if it has one.
fn called(resolve: &Resolve, function: &WitFunction) -> String {
    let name = function.item_name();
    let owner = function.kind.resource().and_then(|id| resolve.types[id].name.as_deref()).unwrap_or_default();
    match function.kind {
        WitKind::Freestanding | WitKind::AsyncFreestanding => format!("`{name}`"),
        WitKind::Constructor(_) => format!("the constructor of `{owner}`"),
        WitKind::Method(_) | WitKind::AsyncMethod(_) | WitKind::Static(_) | WitKind::AsyncStatic(_) => {
            format!("`{owner}.{name}`")
        }
    }
}

/// The types that no component can have in the interfaces that the stub uses types of: they come along, used or not.
fn beside_used_types(
    resolve: &Resolve,
    mentioned: &[(TypeId, Nature)],
    support: &mut Support,
) -> Vec<(TypeId, Obstacle)> {
    let used = mentioned.iter().filter(|(_, nature)| *nature == Nature::Usable);
    let owners = used.filter_map(|(id, _)| match resolve.types[*id].owner {
        TypeOwner::Interface(owner) => Some(owner),
        TypeOwner::World(_) | TypeOwner::None => None,
    });
    let mut interfaces: IndexSet<InterfaceId> = owners.collect();
    let mut next = 0;
    while let Some(interface) = interfaces.get_index(next).copied() {
        next += 1;
        interfaces.extend(resolve.interface_direct_deps(interface));
    }
    let types = interfaces.iter().flat_map(|id| resolve.interfaces[*id].types.values());
    let absolute = types.filter_map(|id| Some((*id, support.check(Type::Id(*id)).err()?)));
    absolute.filter(|(_, obstacle)| obstacle.is_absolute()).collect()
}

/// The names in the stub interface.
struct Names {
    uri: String,
    types: IndexMap<TypeId, StubType>,
    resources: IndexMap<TypeId, String>,
    /// Of the resources for the free functions of each scope.
    scopes: Vec<String>,
    notes: Vec<Diagnostic>,
}

impl Names {
    fn settle(resolve: &Resolve, scopes: &[Scope]) -> Self {
        let mentioned = mentioned(resolve, scopes);
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
        let notes = changed.map(|((_, name), what)| renamed(&what, name)).collect();
        let mut used = settled.iter().map(|name| name.to_lowercase()).collect();
        let mut settled = settled.into_iter();
        let mut next = || settled.next().expect("each ladder has a name");
        let mut names = Self {
            uri: yielding(&["uri", "golem-rpc-uri"], &mut used),
            types: IndexMap::new(),
            resources: IndexMap::new(),
            scopes: Vec::new(),
            notes,
        };
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

fn mentioned(resolve: &Resolve, scopes: &[Scope]) -> Vec<(TypeId, Nature)> {
    let by = |taking| {
        let mut mentioned = Mentioned::new(resolve, taking);
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
fn renamed(what: &str, name: &str) -> Diagnostic {
    Diagnostic::note(format!("{what} is called `{name}` in the stub, where its own name would be ambiguous"))
}

/// Builds resources, and notes which names had to change.
struct Builder<'a> {
    resolve: &'a Resolve,
    notes: Vec<Diagnostic>,
    /// Resource and function of every function so far, as `wit-component` joins them to one name.
    joined: HashSet<String>,
}

impl Builder<'_> {
    fn functions_resource(&mut self, scope: &Scope, name: &str) -> StubResource {
        let names = self.member_names(name, &scope.functions);
        let functions = scope.functions.iter().zip(names).map(|(function, member)| {
            let remote = scope.owner.remote_function(&function.name);
            let params = self.params(function, FunctionKind::Method);
            stub_function(function, member, FunctionKind::Method, params, remote)
        });
        StubResource {
            name: name.to_string(),
            docs: scope.docs.clone(),
            kind: ResourceKind::Functions,
            functions: functions.collect(),
            constructor: Some(Constructor::Connect { location: "location".to_string() }),
        }
    }

    fn remote_resource(&mut self, scope: &Scope, resource: &Resource, name: &str) -> StubResource {
        let constructor = resource.constructor.map(|function| {
            let remote = scope.owner.remote_member(resource.name, "new");
            let params = self.params(function, FunctionKind::Constructor);
            Constructor::Remote(stub_function(function, String::new(), FunctionKind::Constructor, params, remote))
        });
        let names = self.member_names(name, &resource.functions);
        let functions = resource.functions.iter().zip(names).map(|(function, member)| {
            let remote = scope.owner.remote_member(resource.name, function.item_name());
            let kind = self.member_kind(function);
            let params = self.params(function, kind);
            stub_function(function, member, kind, params, remote)
        });
        StubResource {
            name: name.to_string(),
            docs: resource.docs.clone(),
            kind: ResourceKind::Remote { target: resource.id, drop: scope.owner.remote_member(resource.name, "drop") },
            functions: functions.collect(),
            constructor,
        }
    }

    fn member_kind(&self, function: &WitFunction) -> FunctionKind {
        match function.kind {
            WitKind::Static(_) | WitKind::AsyncStatic(_) => {
                let handle = function.params.iter().position(|p| handle_of(self.resolve, p.ty).is_some());
                FunctionKind::Static(handle.map_or(Route::Location, Route::Handle))
            }
            WitKind::Method(_) | WitKind::AsyncMethod(_) => FunctionKind::Method,
            WitKind::Freestanding | WitKind::AsyncFreestanding | WitKind::Constructor(_) => {
                unreachable!("`collect` has sorted the functions")
            }
        }
    }

    /// The names of the functions of the stub resource `resource`: none may be called like the resource.
    fn member_names(&mut self, resource: &str, functions: &[&WitFunction]) -> Vec<String> {
        let ladders: Vec<_> = functions
            .iter()
            .map(|function| function.item_name())
            .map(|name| vec![name.to_string(), format!("{resource}-{name}")])
            .collect();
        let mut names = settle(&ladders, &[resource]);
        for name in &mut names {
            // `a.b-c` and `a-b.c` are two names in WIT and one in the component that `wit-component` makes of it.
            while !self.joined.insert(format!("{resource}-{name}").to_lowercase()) {
                *name = format!("{resource}-{name}");
            }
        }
        for (ladder, name) in ladders.iter().zip(&names).filter(|(ladder, name)| ladder[0] != **name) {
            self.notes.push(renamed(&format!("the function `{}` of `{resource}`", ladder[0]), name));
        }
        names
    }

    fn params(&mut self, function: &WitFunction, kind: FunctionKind) -> Vec<Param> {
        let owner = match function.kind {
            WitKind::Constructor(_) => "constructor",
            _ => function.item_name(),
        };
        let taken: &[&str] = match kind {
            FunctionKind::Method => &["self"],
            FunctionKind::Constructor | FunctionKind::Static(_) => &[],
        };
        let target = target_params(function);
        let ladders: Vec<_> =
            target.iter().map(|param| vec![param.name.clone(), format!("{owner}-{}", param.name)]).collect();
        let names = settle(&ladders, taken);
        for (ladder, name) in ladders.iter().zip(&names).filter(|(ladder, name)| ladder[0] != **name) {
            self.notes.push(renamed(&format!("the parameter `{}` of `{owner}`", ladder[0]), name));
        }
        let mut used = names.iter().map(|name| name.to_lowercase()).collect();
        let location = matches!(kind, FunctionKind::Constructor | FunctionKind::Static(Route::Location))
            .then(|| yielding(&["location", "golem-rpc-location"], &mut used))
            .map(|name| Param { name, ty: ParamType::Location });
        let values = names.into_iter().zip(target).map(|(name, param)| Param { name, ty: ParamType::Value(param.ty) });
        location.into_iter().chain(values).collect()
    }
}

fn stub_function(
    function: &WitFunction,
    name: String,
    kind: FunctionKind,
    params: Vec<Param>,
    remote: crate::RemoteName,
) -> Function {
    Function { name, kind, docs: function.docs.clone(), params, result: function.result, remote }
}
