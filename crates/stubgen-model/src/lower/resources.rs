//! The resources of the stub with their functions: kinds, routes, parameters and remote names.

use std::collections::HashSet;

use super::check::{description, full_name};
use super::naming::StubNames;
use super::renaming::{RenamedKind, Renaming};
use super::scope::{Resource, Scope, first_handle, target_params};
use crate::bindings::{CONSTRUCTOR, is_reserved_method, is_valid_ident, valid_parameters};
use crate::model::{Call, Function, FunctionKind, Param, ParamType, ResourceKind, Route, StubFuture, StubResource};
use crate::names::{assign, first_free, name_key};
use crate::{CallStyle, Item, RemoteName, RpcErrors, Sources, StubOptions, Target};
use wit_parser::{Function as WitFunction, FunctionKind as WitKind, Resolve};

/// Builds resources, and collects which names change or are reserved.
pub(super) struct ResourceBuilder<'a> {
    resolve: &'a Resolve,
    options: StubOptions,
    names: &'a StubNames,
    sources: &'a Sources,
    /// The functions that callers in Rust cannot bind.
    pub(super) reserved: Vec<Item>,
    pub(super) renamings: Vec<Renaming>,
    /// The owner of the functions that are built.
    owner: String,
    /// The owner, if it is an interface.
    interface: Option<String>,
    /// The [`name_key`]s of the names that `wit-component` forms of the resource and the function of each function so far.
    joined: HashSet<String>,
    /// The futures of all functions so far.
    pub(super) futures: Vec<StubFuture>,
}

impl<'a> ResourceBuilder<'a> {
    pub(super) fn new(target: &'a Target, options: StubOptions, names: &'a StubNames) -> Self {
        let futures = names.futures.values();
        let joined = futures.flat_map(|name| [format!("{name}-subscribe"), format!("{name}-get")]);
        let joined = joined.map(|name| name_key(&name)).collect();
        let renamings = names.renamings.clone();
        Self {
            resolve: &target.resolve,
            options,
            names,
            sources: &target.sources,
            reserved: Vec::new(),
            renamings,
            owner: String::new(),
            interface: None,
            joined,
            futures: Vec::new(),
        }
    }

    /// The resource for the free functions of the scope of this index.
    pub(super) fn functions_resource(&mut self, index: usize, scope: &Scope, name: &str) -> StubResource {
        self.enter(scope);
        let mut functions = Vec::new();
        let names = self.member_names(name, &[name, CONSTRUCTOR], &scope.functions);
        for (function, names) in scope.functions.iter().zip(names) {
            let remote = scope.owner.remote_function(&function.name);
            functions.extend(self.calls((index, name), function, FunctionKind::Method, &names, &remote));
        }
        StubResource {
            name: name.to_string(),
            docs: scope.docs.clone(),
            owner: self.owner.clone(),
            kind: ResourceKind::Functions { location: "location".to_string() },
            functions,
        }
    }

    /// The resource for a resource of the scope of this index.
    pub(super) fn remote_resource(
        &mut self,
        index: usize,
        scope: &Scope,
        resource: &Resource,
        name: &str,
    ) -> StubResource {
        self.enter(scope);
        let taken = match resource.constructor {
            Some(_) => &[name, CONSTRUCTOR][..],
            None => &[name],
        };
        let (mut constructor, mut functions) = (None, Vec::new());
        if let Some(function) = resource.constructor {
            let remote = scope.owner.remote_lifetime(resource.name, "new");
            match self.options.rpc_errors {
                RpcErrors::Trap => constructor = Some(self.constructor(name, function, remote)),
                RpcErrors::Result => functions.push(self.static_constructor(name, function, remote)),
            }
        }
        let names = self.member_names(name, taken, &resource.functions);
        for (function, names) in resource.functions.iter().zip(names) {
            let remote = scope.owner.remote_member(resource.name, function.item_name(), &function.name);
            functions.extend(self.calls((index, name), function, self.member_kind(function), &names, &remote));
        }
        StubResource {
            name: name.to_string(),
            docs: resource.docs.clone(),
            owner: self.owner.clone(),
            kind: ResourceKind::Remote {
                target: resource.id,
                constructor,
                drop: scope.owner.remote_lifetime(resource.name, "drop"),
            },
            functions,
        }
    }

    /// The constructor of the stub for one of the target.
    fn constructor(&mut self, owner: &str, function: &WitFunction, remote: RemoteName) -> Function {
        let kind = FunctionKind::Constructor;
        let params = self.params(function, kind);
        stub_function(function, kind.name(owner, ""), kind, params, remote, Call::Blocking)
    }

    /// The static function `new` of the resource `owner` for a constructor of the target. It returns a `result`, which the
    /// engines of Golem 1.x do not support for constructors.
    fn static_constructor(&mut self, owner: &str, function: &WitFunction, remote: RemoteName) -> Function {
        let kind = FunctionKind::Static(Route::Location);
        let params = self.params(function, kind);
        // A function cannot have the name of its resource.
        let mut used = HashSet::from([name_key(owner)]);
        let name = first_free(&[CONSTRUCTOR, &format!("{owner}-{CONSTRUCTOR}")], &mut used);
        let name = self.join(owner, name);
        if name != CONSTRUCTOR {
            self.renamed(format!("the constructor of `{owner}`"), &name);
        }
        stub_function(function, kind.name(owner, &name), kind, params, remote, Call::Blocking)
    }

    /// The name of a function of the resource `owner`, with a prefix if the joined name exists already: `a.b-c` and `a-b.c`
    /// are two names in WIT and one in the component that `wit-component` makes of it.
    fn join(&mut self, owner: &str, mut name: String) -> String {
        while !self.joined.insert(name_key(&format!("{owner}-{name}"))) {
            name = format!("{owner}-{name}");
        }
        name
    }

    /// The functions of the stub for one of the target, with these `names`, in the `resource` for a scope.
    fn calls(
        &mut self,
        (scope, resource): (usize, &str),
        function: &WitFunction,
        kind: FunctionKind,
        names: &MemberNames,
        remote: &RemoteName,
    ) -> Vec<Function> {
        let params = self.params(function, kind);
        let stub = |name: &str, call| {
            stub_function(function, kind.name(resource, name), kind, params.clone(), remote.clone(), call)
        };
        let mut functions = vec![stub(&names.blocking, Call::Blocking)];
        if let Some(name) = &names.immediate {
            let call = match (self.names.futures.get(&(scope, function.name.clone())), function.result) {
                (Some(future), Some(result)) => {
                    self.futures.push(StubFuture { name: future.clone(), result, remote: remote.clone() });
                    Call::Future(self.futures.len() - 1)
                }
                _ => Call::Send,
            };
            functions.push(stub(name, call));
        }
        functions
    }

    fn enter(&mut self, scope: &Scope) {
        self.owner = scope.owner.to_string();
        self.interface = scope.interface.map(|_| self.owner.clone());
    }

    fn renamed(&mut self, item: String, name: &str) {
        let owner = self.owner.clone();
        self.renamings.push(Renaming { owner, item, name: name.to_string(), kind: RenamedKind::Member });
    }

    fn member_kind(&self, function: &WitFunction) -> FunctionKind {
        match function.kind {
            WitKind::Static(_) | WitKind::AsyncStatic(_) => {
                FunctionKind::Static(first_handle(self.resolve, function).map_or(Route::Location, Route::Handle))
            }
            WitKind::Method(_) | WitKind::AsyncMethod(_) => FunctionKind::Method,
            WitKind::Freestanding | WitKind::AsyncFreestanding | WitKind::Constructor(_) => {
                unreachable!("`collect` has sorted the functions")
            }
            WitKind::Getter
            | WitKind::Setter
            | WitKind::MethodGetter(_)
            | WitKind::MethodSetter(_)
            | WitKind::StaticGetter(_)
            | WitKind::StaticSetter(_) => unreachable!("`check` has removed the accessors"),
        }
    }

    /// The names of the functions of the stub's resource `resource`. None of them is `reserved`.
    fn member_names(&mut self, resource: &str, reserved: &[&str], functions: &[&WitFunction]) -> Vec<MemberNames> {
        let plain = |name: &str| vec![name.to_string(), format!("{resource}-{name}")];
        let candidates: Vec<_> = match self.options.call_style {
            CallStyle::Sync => functions.iter().map(|function| plain(function.item_name())).collect(),
            CallStyle::Async => functions
                .iter()
                .flat_map(|function| {
                    let name = function.item_name();
                    [vec![format!("blocking-{name}"), format!("blocking-{resource}-{name}")], plain(name)]
                })
                .collect(),
        };
        let mut names = assign(&valid_rust_idents(&candidates), reserved);
        for name in &mut names {
            *name = self.join(resource, std::mem::take(name));
        }
        // In the async style, each function has two names in a row.
        let repeats = candidates.len() / functions.len().max(1);
        let items = functions.iter().flat_map(|function| std::iter::repeat_n(function, repeats));
        for ((candidates, name), function) in candidates.iter().zip(&names).zip(items) {
            if candidates[0] != *name {
                self.renamed(format!("the function `{}` of `{resource}`", function.item_name()), name);
            }
            if is_reserved_method(name) {
                let name = full_name(self.resolve, self.interface.as_deref(), function);
                self.reserved.push(Item::at_span(name, self.sources, self.resolve, function.span));
            }
        }
        let mut names = names.into_iter();
        let mut next = || names.next().expect("each function gets its names");
        let of = |_: &&WitFunction| match self.options.call_style {
            CallStyle::Sync => MemberNames { blocking: next(), immediate: None },
            CallStyle::Async => MemberNames { blocking: next(), immediate: Some(next()) },
        };
        functions.iter().map(of).collect()
    }

    fn params(&mut self, function: &WitFunction, kind: FunctionKind) -> Vec<Param> {
        let owner = match function.kind {
            WitKind::Constructor(_) => "constructor",
            _ => function.item_name(),
        };
        let description = description(self.resolve, function);
        let reserved: &[&str] = match kind {
            FunctionKind::Method => &["self"],
            FunctionKind::Constructor | FunctionKind::Static(_) => &[],
        };
        let target = target_params(function);
        let candidates: Vec<_> =
            target.iter().map(|param| vec![param.name.clone(), format!("{owner}-{}", param.name)]).collect();
        let names = assign(&valid_parameters(self.resolve, function, &candidates), reserved);
        for (param, name) in target.iter().zip(&names).filter(|(param, name)| param.name != **name) {
            self.renamed(format!("the parameter `{}` of {description}", param.name), name);
        }
        let mut used = names.iter().map(|name| name_key(name)).collect();
        let location = matches!(kind, FunctionKind::Constructor | FunctionKind::Static(Route::Location))
            .then(|| first_free(&["location", "golem-rpc-location"], &mut used));
        if let Some(name) = location.as_deref().filter(|name| *name != "location") {
            self.renamed(format!("the worker's location for {description}"), name);
        }
        let location = location.map(|name| Param { name, ty: ParamType::Location });
        let values = names.into_iter().zip(target).map(|(name, param)| Param { name, ty: ParamType::Value(param.ty) });
        location.into_iter().chain(values).collect()
    }
}

fn stub_function(
    function: &WitFunction,
    name: String,
    kind: FunctionKind,
    params: Vec<Param>,
    remote: RemoteName,
    call: Call,
) -> Function {
    let (target, docs) = (function.name.clone(), function.docs.clone());
    Function { name, target, kind, docs, span: function.span, params, result: function.result, remote, call }
}

/// The names of the stub's functions for one of the target.
struct MemberNames {
    /// The function that waits for the result.
    blocking: String,
    /// The function that returns at once.
    immediate: Option<String>,
}

/// The candidates that are valid names in bindings. The last one of each name always is.
fn valid_rust_idents(candidates: &[Vec<String>]) -> Vec<Vec<String>> {
    let valid = |names: &Vec<String>| names.iter().filter(|name| is_valid_ident(name)).cloned().collect();
    candidates.iter().map(valid).collect()
}
