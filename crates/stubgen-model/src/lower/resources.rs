//! The resources of the stub with their functions: kinds, routes, parameters and remote names.

use std::collections::HashSet;

use super::check::called;
use super::naming::{Names, renamed};
use super::scope::{Resource, Scope, target_params};
use crate::bindings::{CONSTRUCTOR, is_ident, uncallable};
use crate::model::{Call, Function, FunctionKind, Param, ParamType, ResourceKind, Route, StubFuture, StubResource};
use crate::names::{settle, yielding};
use crate::types::handle_of;
use crate::{CallStyle, Diagnostic, RemoteName, RpcErrors, StubOptions};
use wit_parser::{Function as WitFunction, FunctionKind as WitKind, Resolve};

/// Builds resources, and notes which names had to change.
pub(super) struct Builder<'a> {
    resolve: &'a Resolve,
    options: StubOptions,
    names: &'a Names,
    pub(super) notes: Vec<Diagnostic>,
    /// Resource and function of every function so far, as `wit-component` joins them to one name.
    joined: HashSet<String>,
    /// The futures of all functions so far.
    pub(super) futures: Vec<StubFuture>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(resolve: &'a Resolve, options: StubOptions, names: &'a Names, notes: Vec<Diagnostic>) -> Self {
        let futures = names.futures.values();
        let joined = futures.flat_map(|name| [format!("{name}-subscribe"), format!("{name}-get")]);
        let joined = joined.map(|name| name.to_lowercase()).collect();
        Self { resolve, options, names, notes, joined, futures: Vec::new() }
    }

    /// The resource for the free functions of the scope of this index.
    pub(super) fn functions_resource(&mut self, index: usize, scope: &Scope, name: &str) -> StubResource {
        let mut functions = Vec::new();
        let names = self.member_names(name, &[name, CONSTRUCTOR], &scope.functions);
        for (function, names) in scope.functions.iter().zip(names) {
            let remote = scope.owner.remote_function(&function.name);
            functions.extend(self.calls((index, name), function, FunctionKind::Method, &names, &remote));
        }
        StubResource {
            name: name.to_string(),
            docs: scope.docs.clone(),
            kind: ResourceKind::Functions { location: "location".to_string() },
            functions,
        }
    }

    /// The resource for one that the scope of this index defines.
    pub(super) fn remote_resource(
        &mut self,
        index: usize,
        scope: &Scope,
        resource: &Resource,
        name: &str,
    ) -> StubResource {
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
            kind: ResourceKind::Remote {
                target: resource.id,
                constructor,
                drop: scope.owner.remote_lifetime(resource.name, "drop"),
            },
            functions,
        }
    }

    /// A constructor of the target as one of the stub.
    fn constructor(&mut self, owner: &str, function: &WitFunction, remote: RemoteName) -> Function {
        let kind = FunctionKind::Constructor;
        let params = self.params(function, kind);
        stub_function(function, kind.name(owner, ""), kind, params, remote, Call::Blocking)
    }

    /// A constructor of the target as a static function `new` of the resource `owner`: one that can fail in the call
    /// returns a `result`, and the engines of Golem 1.x take no constructor that does.
    fn static_constructor(&mut self, owner: &str, function: &WitFunction, remote: RemoteName) -> Function {
        let kind = FunctionKind::Static(Route::Location);
        let params = self.params(function, kind);
        // A function may not be called like its resource.
        let forms = vec![CONSTRUCTOR.to_string(), format!("{owner}-{CONSTRUCTOR}")];
        let [name] = settle(&[forms], &[owner]).try_into().expect("each ladder has a name");
        let name = self.join(owner, name);
        if name != CONSTRUCTOR {
            self.notes.push(renamed(&format!("the constructor of `{owner}`"), &name));
        }
        stub_function(function, kind.name(owner, &name), kind, params, remote, Call::Blocking)
    }

    /// The name of a function of the resource `owner`, qualified until no other is joined with its resource to the same:
    /// `a.b-c` and `a-b.c` are two names in WIT and one in the component that `wit-component` makes of it.
    fn join(&mut self, owner: &str, mut name: String) -> String {
        while !self.joined.insert(format!("{owner}-{name}").to_lowercase()) {
            name = format!("{owner}-{name}");
        }
        name
    }

    /// A function of the target as functions of the stub: those of these `names` in the `resource` of a scope.
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
        let mut functions = vec![stub(&names.waiting, Call::Blocking)];
        if let Some(name) = &names.at_once {
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

    /// The names of the functions of the stub resource `resource`: none may be one of those that are `taken`.
    fn member_names(&mut self, resource: &str, taken: &[&str], functions: &[&WitFunction]) -> Vec<MemberNames> {
        let plain = |name: &str| vec![name.to_string(), format!("{resource}-{name}")];
        let ladders: Vec<_> = match self.options.call_style {
            CallStyle::Sync => functions.iter().map(|function| plain(function.item_name())).collect(),
            CallStyle::Async => functions
                .iter()
                .flat_map(|function| {
                    let name = function.item_name();
                    [vec![format!("blocking-{name}"), format!("blocking-{resource}-{name}")], plain(name)]
                })
                .collect(),
        };
        let mut names = settle(&sayable(&ladders), taken);
        for name in &mut names {
            *name = self.join(resource, std::mem::take(name));
        }
        // In the async style two names in a row are those of one function.
        let repeats = ladders.len() / functions.len().max(1);
        let called = functions.iter().flat_map(|function| std::iter::repeat_n(function.item_name(), repeats));
        for ((ladder, name), called) in ladders.iter().zip(&names).zip(called) {
            if ladder[0] != *name {
                self.notes.push(renamed(&format!("the function `{called}` of `{resource}`"), name));
            }
        }
        self.notes.extend(names.iter().filter_map(|name| uncallable(resource, name)));
        let mut names = names.into_iter();
        let mut next = || names.next().expect("each ladder has a name");
        let of = |_: &&WitFunction| match self.options.call_style {
            CallStyle::Sync => MemberNames { waiting: next(), at_once: None },
            CallStyle::Async => MemberNames { waiting: next(), at_once: Some(next()) },
        };
        functions.iter().map(of).collect()
    }

    fn params(&mut self, function: &WitFunction, kind: FunctionKind) -> Vec<Param> {
        let owner = match function.kind {
            WitKind::Constructor(_) => "constructor",
            _ => function.item_name(),
        };
        let called = called(self.resolve, function);
        let taken: &[&str] = match kind {
            FunctionKind::Method => &["self"],
            FunctionKind::Constructor | FunctionKind::Static(_) => &[],
        };
        let target = target_params(function);
        let ladders: Vec<_> =
            target.iter().map(|param| vec![param.name.clone(), format!("{owner}-{}", param.name)]).collect();
        let names = settle(&sayable(&ladders), taken);
        for (ladder, name) in ladders.iter().zip(&names).filter(|(ladder, name)| ladder[0] != **name) {
            self.notes.push(renamed(&format!("the parameter `{}` of {called}", ladder[0]), name));
        }
        let mut used = names.iter().map(|name| name.to_lowercase()).collect();
        let location = matches!(kind, FunctionKind::Constructor | FunctionKind::Static(Route::Location))
            .then(|| yielding(&["location", "golem-rpc-location"], &mut used));
        if let Some(name) = location.as_deref().filter(|name| *name != "location") {
            self.notes.push(renamed(&format!("the worker's location for {called}"), name));
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
    Function { name, kind, docs: function.docs.clone(), params, result: function.result, remote, call }
}

/// What a function of the target is called in the stub.
struct MemberNames {
    /// Where the stub waits for the result.
    waiting: String,
    /// Where it does not.
    at_once: Option<String>,
}

/// The forms of names that bindings can have; the last of each is always one.
fn sayable(ladders: &[Vec<String>]) -> Vec<Vec<String>> {
    let forms = |ladder: &Vec<String>| ladder.iter().filter(|form| is_ident(form)).cloned().collect();
    ladders.iter().map(forms).collect()
}
