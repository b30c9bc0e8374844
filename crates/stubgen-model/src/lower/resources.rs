//! The resources of the stub with their functions: kinds, routes, parameters and remote names.

use std::collections::HashSet;

use super::naming::renamed;
use super::scope::{Resource, Scope, target_params};
use crate::bindings::{CONSTRUCTOR, is_ident, uncallable};
use crate::model::{Constructor, Function, FunctionKind, Param, ParamType, ResourceKind, Route, StubResource};
use crate::names::{settle, yielding};
use crate::types::handle_of;
use crate::{Diagnostic, RemoteName};
use wit_parser::{Function as WitFunction, FunctionKind as WitKind, Resolve};

/// Builds resources, and notes which names had to change.
pub(super) struct Builder<'a> {
    pub(super) resolve: &'a Resolve,
    pub(super) notes: Vec<Diagnostic>,
    /// Resource and function of every function so far, as `wit-component` joins them to one name.
    pub(super) joined: HashSet<String>,
}

impl Builder<'_> {
    pub(super) fn functions_resource(&mut self, scope: &Scope, name: &str) -> StubResource {
        let names = self.member_names(name, &[name, CONSTRUCTOR], &scope.functions);
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

    pub(super) fn remote_resource(&mut self, scope: &Scope, resource: &Resource, name: &str) -> StubResource {
        let constructor = resource.constructor.map(|function| {
            let remote = scope.owner.remote_lifetime(resource.name, "new");
            let params = self.params(function, FunctionKind::Constructor);
            Constructor::Remote(stub_function(function, String::new(), FunctionKind::Constructor, params, remote))
        });
        let taken = match constructor {
            Some(_) => &[name, CONSTRUCTOR][..],
            None => &[name],
        };
        let names = self.member_names(name, taken, &resource.functions);
        let functions = resource.functions.iter().zip(names).map(|(function, member)| {
            let remote = scope.owner.remote_member(resource.name, function.item_name(), &function.name);
            let kind = self.member_kind(function);
            let params = self.params(function, kind);
            stub_function(function, member, kind, params, remote)
        });
        StubResource {
            name: name.to_string(),
            docs: resource.docs.clone(),
            kind: ResourceKind::Remote {
                target: resource.id,
                drop: scope.owner.remote_lifetime(resource.name, "drop"),
            },
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

    /// The names of the functions of the stub resource `resource`: none may be one of those that are `taken`.
    fn member_names(&mut self, resource: &str, taken: &[&str], functions: &[&WitFunction]) -> Vec<String> {
        let ladders: Vec<_> = functions
            .iter()
            .map(|function| function.item_name())
            .map(|name| vec![name.to_string(), format!("{resource}-{name}")])
            .collect();
        let mut names = settle(&sayable(&ladders), taken);
        for name in &mut names {
            // `a.b-c` and `a-b.c` are two names in WIT and one in the component that `wit-component` makes of it.
            while !self.joined.insert(format!("{resource}-{name}").to_lowercase()) {
                *name = format!("{resource}-{name}");
            }
        }
        for (ladder, name) in ladders.iter().zip(&names).filter(|(ladder, name)| ladder[0] != **name) {
            self.notes.push(renamed(&format!("the function `{}` of `{resource}`", ladder[0]), name));
        }
        self.notes.extend(names.iter().filter_map(|name| uncallable(resource, name)));
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
        let names = settle(&sayable(&ladders), taken);
        for (ladder, name) in ladders.iter().zip(&names).filter(|(ladder, name)| ladder[0] != **name) {
            self.notes.push(renamed(&format!("the parameter `{}` of `{owner}`", ladder[0]), name));
        }
        let mut used = names.iter().map(|name| name.to_lowercase()).collect();
        let location = matches!(kind, FunctionKind::Constructor | FunctionKind::Static(Route::Location))
            .then(|| yielding(&["location", "golem-rpc-location"], &mut used));
        if let Some(name) = location.as_deref().filter(|name| *name != "location") {
            self.notes.push(renamed(&format!("the worker's location for `{owner}`"), name));
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
) -> Function {
    Function { name, kind, docs: function.docs.clone(), params, result: function.result, remote }
}

/// The forms of names that bindings can have; the last of each is always one.
fn sayable(ladders: &[Vec<String>]) -> Vec<Vec<String>> {
    let forms = |ladder: &Vec<String>| ladder.iter().filter(|form| is_ident(form)).cloned().collect();
    ladders.iter().map(forms).collect()
}
