//! Finds targets of which a caller can call nothing: each function needs a handle, and no function gives the first one.

use std::collections::HashMap;

use super::error::LowerError;
use super::scope::{Scope, target_params};
use crate::support::qualified_name;
use crate::{Diagnostic, Target};
use wit_parser::{Function as WitFunction, FunctionKind as WitKind, Resolve, Type, TypeDefKind, TypeId};

/// Fails if no function can be called first. `skipped` are the functions that were left out.
pub(super) fn check_reachable(target: &Target, scopes: &[Scope], skipped: &[Diagnostic]) -> Result<(), LowerError> {
    let mut needs = Needs { resolve: &target.resolve, known: HashMap::new() };
    if scopes.iter().flat_map(Scope::all_functions).any(|function| !needs.handle_for_call(function)) {
        return Ok(());
    }
    let resource = scopes.iter().flat_map(|scope| &scope.resources).next();
    let resource = resource.expect("a world whose functions need handles exports a resource");
    let span = target.resolve.types[resource.id].span;
    Err(LowerError::Unreachable {
        world: target.world_name.clone(),
        resource: qualified_name(&target.resolve, resource.id),
        location: target.sources.place(&target.resolve.source_map, span).map(|place| place.location),
        skipped: skipped.to_vec(),
    })
}

/// Which types have no value without a handle.
struct Needs<'a> {
    resolve: &'a Resolve,
    known: HashMap<TypeId, bool>,
}

impl Needs<'_> {
    fn handle_for_call(&mut self, function: &WitFunction) -> bool {
        let is_method = matches!(function.kind, WitKind::Method(_) | WitKind::AsyncMethod(_));
        is_method || target_params(function).iter().any(|param| self.handle(param.ty))
    }

    fn handle(&mut self, ty: Type) -> bool {
        let Type::Id(id) = ty else { return false };
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let needs = self.handle_for(&self.resolve.types[id].kind);
        self.known.insert(id, needs);
        needs
    }

    fn handle_for(&mut self, kind: &TypeDefKind) -> bool {
        match kind {
            TypeDefKind::Handle(_) | TypeDefKind::Resource => true,
            TypeDefKind::Record(record) => record.fields.iter().any(|field| self.handle(field.ty)),
            TypeDefKind::Tuple(tuple) => tuple.types.iter().any(|ty| self.handle(*ty)),
            TypeDefKind::Variant(variant) => variant.cases.iter().all(|case| case.ty.is_some_and(|ty| self.handle(ty))),
            TypeDefKind::Result(result) => {
                [result.ok, result.err].iter().all(|ty| ty.is_some_and(|ty| self.handle(ty)))
            }
            TypeDefKind::Type(ty) | TypeDefKind::FixedLengthList(ty, _) => self.handle(*ty),
            // Nothing, an empty list or an empty map is a value.
            TypeDefKind::Option(_) | TypeDefKind::List(_) | TypeDefKind::Map(..) => false,
            TypeDefKind::Flags(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_)
            | TypeDefKind::Unknown => false,
        }
    }
}
