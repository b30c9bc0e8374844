//! Adds the stub's package to the target's `Resolve`: one interface with types and resources, one world that exports it.

use std::collections::HashMap;

use indexmap::IndexMap;
use wasm_rpc_stubgen_model::{
    Call, Function, FunctionKind, ParamType, ResourceKind, RpcErrors, StubFuture, StubModel, StubResource,
    TypePlacement, canonical, map_types, pollable_type, rpc_type,
};
use wit_parser::{
    Docs, Function as WitFunction, FunctionKind as WitKind, Handle, Interface, InterfaceId, Package, PackageId, Param,
    Resolve, Result_, Span, Stability, Type, TypeDef, TypeDefKind, TypeId, TypeOwner, World, WorldItem, WorldKey,
};

/// Adds the package and returns its id.
pub(super) fn add(resolve: &mut Resolve, model: &StubModel) -> PackageId {
    let package = resolve.packages.alloc(Package {
        name: model.package.clone(),
        docs: Docs::default(),
        interfaces: IndexMap::default(),
        worlds: IndexMap::default(),
    });
    let interface = resolve.interfaces.alloc(Interface {
        name: Some(model.interface.clone()),
        types: IndexMap::default(),
        functions: IndexMap::default(),
        docs: Docs::default(),
        stability: Stability::Unknown,
        package: Some(package),
        span: Span::default(),
        clone_of: None,
    });
    let mut items =
        Items { resolve, model, interface, types: HashMap::new(), uri: None, rpc_error: None, pollable: None };
    items.fill();
    let world = world(model, package, interface);
    let world = resolve.worlds.alloc(world);
    resolve.packages[package].interfaces.insert(model.interface.clone(), interface);
    resolve.packages[package].worlds.insert(model.world.clone(), world);
    package
}

fn world(model: &StubModel, package: PackageId, interface: InterfaceId) -> World {
    let item = WorldItem::Interface {
        id: interface,
        stability: Stability::Unknown,
        external_id: None,
        docs: Docs::default(),
        span: Span::default(),
    };
    World {
        name: model.world.clone(),
        imports: IndexMap::default(),
        exports: [(WorldKey::Interface(interface), item)].into_iter().collect(),
        package: Some(package),
        docs: Docs::default(),
        stability: Stability::Unknown,
        includes: Vec::new(),
        span: Span::default(),
    }
}

/// Adds the items of the stub interface.
struct Items<'a> {
    resolve: &'a mut Resolve,
    model: &'a StubModel,
    interface: InterfaceId,
    /// Types of the target, canonical, to types of the stub.
    types: HashMap<TypeId, TypeId>,
    uri: Option<TypeId>,
    rpc_error: Option<TypeId>,
    pollable: Option<TypeId>,
}

impl Items<'_> {
    fn fill(&mut self) {
        let model = self.model;
        if model.resources.iter().any(has_location) {
            let uri = rpc_type(self.resolve, "uri");
            self.uri = Some(self.use_as(&model.uri, uri));
        }
        if model.options.rpc_errors == RpcErrors::Result {
            let rpc_error = rpc_type(self.resolve, "rpc-error");
            self.rpc_error = Some(self.use_as(&model.rpc_error, rpc_error));
        }
        if !model.futures.is_empty() {
            let pollable = pollable_type(self.resolve);
            self.pollable = Some(self.use_as(&model.pollable, pollable));
        }
        // Types of the same interface are used together.
        let mut used: IndexMap<InterfaceId, Vec<(TypeId, &str)>> = IndexMap::new();
        for (id, ty) in &model.types {
            if let TypePlacement::Used(interface) = ty.placement {
                used.entry(interface).or_default().push((*id, &ty.name));
            }
        }
        for (id, name) in used.into_values().flatten() {
            let used = self.use_as(name, id);
            self.types.insert(id, used);
        }
        let resources: Vec<_> =
            model.resources.iter().map(|resource| self.resource(&resource.name, resource.docs.clone())).collect();
        let futures: Vec<_> = model.futures.iter().map(|future| self.resource(&future.name, Docs::default())).collect();
        for (id, index) in &model.remote_resources {
            self.types.insert(*id, resources[*index]);
        }
        for (id, ty) in model.types.iter().filter(|(_, ty)| ty.placement == TypePlacement::Defined) {
            let definition = &model.resolve.types[*id];
            let kind = map_types(&definition.kind, &mut |ty| self.ty(ty));
            let defined = self.define(&ty.name, kind, definition.docs.clone());
            self.types.insert(*id, defined);
        }
        for (resource, id) in model.resources.iter().zip(resources) {
            self.functions(resource, id, &futures);
        }
        for (future, id) in model.futures.iter().zip(&futures) {
            self.future(future, *id);
        }
    }

    fn alloc(&mut self, name: Option<&str>, kind: TypeDefKind, docs: Docs) -> TypeId {
        let owner = match name {
            Some(_) => TypeOwner::Interface(self.interface),
            None => TypeOwner::None,
        };
        self.resolve.types.alloc(TypeDef {
            name: name.map(str::to_string),
            kind,
            owner,
            docs,
            stability: Stability::Unknown,
            span: Span::default(),
            external_id: None,
        })
    }

    fn define(&mut self, name: &str, kind: TypeDefKind, docs: Docs) -> TypeId {
        let id = self.alloc(Some(name), kind, docs);
        self.resolve.interfaces[self.interface].types.insert(name.to_string(), id);
        id
    }

    /// Uses a type of another interface.
    fn use_as(&mut self, name: &str, id: TypeId) -> TypeId {
        self.define(name, TypeDefKind::Type(Type::Id(id)), Docs::default())
    }

    fn resource(&mut self, name: &str, docs: Docs) -> TypeId {
        self.define(name, TypeDefKind::Resource, docs)
    }

    /// The type of the stub for one of the target.
    fn ty(&mut self, ty: Type) -> Type {
        match ty {
            Type::Id(id) => Type::Id(self.id(id)),
            ty => ty,
        }
    }

    fn id(&mut self, id: TypeId) -> TypeId {
        let id = canonical(&self.model.resolve, id);
        if let Some(known) = self.types.get(&id) {
            return *known;
        }
        let definition = &self.model.resolve.types[id];
        let placed = matches!(definition.kind, TypeDefKind::Handle(_)) || definition.name.is_none();
        assert!(placed, "the model places each named type");
        let kind = map_types(&definition.kind, &mut |ty| self.ty(ty));
        let copy = self.alloc(None, kind, Docs::default());
        self.types.insert(id, copy);
        copy
    }

    fn functions(&mut self, resource: &StubResource, id: TypeId, futures: &[TypeId]) {
        if let ResourceKind::Functions { location } = &resource.kind {
            let params = vec![self.location(location)];
            let own = self.own(id);
            self.function(&resource.constructor_name(), WitKind::Constructor(id), params, Some(own), Docs::default());
        }
        for function in resource.remote_functions() {
            self.member(id, function, futures);
        }
    }

    fn member(&mut self, id: TypeId, function: &Function, futures: &[TypeId]) {
        let kind = match function.kind {
            FunctionKind::Constructor => WitKind::Constructor(id),
            FunctionKind::Method => WitKind::Method(id),
            FunctionKind::Static(_) => WitKind::Static(id),
        };
        let mut params = Vec::new();
        if function.kind == FunctionKind::Method {
            params.push(self.self_param(id));
        }
        for function_param in &function.params {
            params.push(match function_param.ty {
                ParamType::Location => self.location(&function_param.name),
                ParamType::Value(ty) => param(&function_param.name, self.ty(ty)),
            });
        }
        let result = self.result(function, futures);
        self.function(&function.name, kind, params, result, function.docs.clone());
    }

    /// The result of a function.
    fn result(&mut self, function: &Function, futures: &[TypeId]) -> Option<Type> {
        match function.call {
            Call::Future(future) => Some(self.own(futures[future])),
            Call::Send => self.outcome(None),
            Call::Blocking => {
                let result = function.result.map(|ty| self.ty(ty));
                self.outcome(result)
            }
        }
    }

    /// The result of a call of a function with this result.
    fn outcome(&mut self, result: Option<Type>) -> Option<Type> {
        match self.rpc_error {
            None => result,
            Some(error) => {
                let kind = TypeDefKind::Result(Result_ { ok: result, err: Some(Type::Id(error)) });
                Some(Type::Id(self.alloc(None, kind, Docs::default())))
            }
        }
    }

    fn own(&mut self, id: TypeId) -> Type {
        Type::Id(self.alloc(None, TypeDefKind::Handle(Handle::Own(id)), Docs::default()))
    }

    fn self_param(&mut self, id: TypeId) -> Param {
        param("self", Type::Id(self.alloc(None, TypeDefKind::Handle(Handle::Borrow(id)), Docs::default())))
    }

    /// The functions of a future.
    fn future(&mut self, future: &StubFuture, id: TypeId) {
        let pollable = self.own(self.pollable.expect("`pollable` is used where there is a future"));
        let params = vec![self.self_param(id)];
        self.function(&future.subscribe_name(), WitKind::Method(id), params, Some(pollable), documented(SUBSCRIBE));
        let result = self.ty(future.result);
        let outcome = self.outcome(Some(result)).expect("a function with a future has a result");
        let option = Type::Id(self.alloc(None, TypeDefKind::Option(outcome), Docs::default()));
        let params = vec![self.self_param(id)];
        self.function(&future.get_name(), WitKind::Method(id), params, Some(option), documented(GET));
    }

    fn location(&self, name: &str) -> Param {
        param(name, Type::Id(self.uri.expect("`uri` is used where there is a location")))
    }

    fn function(&mut self, name: &str, kind: WitKind, params: Vec<Param>, result: Option<Type>, docs: Docs) {
        let function = WitFunction {
            name: name.to_string(),
            kind,
            params,
            result,
            docs,
            stability: Stability::Unknown,
            span: Span::default(),
            external_id: None,
        };
        self.resolve.interfaces[self.interface].functions.insert(name.to_string(), function);
    }
}

const SUBSCRIBE: &str = "Ready when the result is available.";
const GET: &str = "The result, or `none` if it is not available yet. It is returned only once.";

fn documented(text: &str) -> Docs {
    Docs { contents: Some(text.to_string()) }
}

fn param(name: &str, ty: Type) -> Param {
    Param { name: name.to_string(), ty, span: Span::default() }
}

/// Whether one of the resource's functions takes a location.
fn has_location(resource: &StubResource) -> bool {
    let takes = |function: &Function| function.params.iter().any(|param| param.ty == ParamType::Location);
    matches!(resource.kind, ResourceKind::Functions { .. }) || resource.remote_functions().any(takes)
}
