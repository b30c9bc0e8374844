//! A target's world to the model of its stub.
//!
//! 1. `scope`: the exported interfaces and world functions, in the order of the WIT.
//! 2. `check`: everything that cannot cross, all together.
//! 3. `golem_defects`: what runs here and not on Golem 1.0 and 1.1, as notes.
//! 4. `naming`: the names of resources and types by the clash rule.
//! 5. `resources`: resources with their functions, routes and remote names.

mod check;
mod closed;
mod golem_defects;
mod naming;
mod resources;
mod scope;

use crate::model::StubModel;
use crate::support::Support;
use crate::{Diagnostic, StubOptions, Target, golem_1x};
use check::check;
use closed::closed;
use indexmap::IndexMap;
use naming::Names;
use resources::Builder;
use scope::{Scope, collect};
use thiserror::Error;
use wit_parser::PackageName;

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
///
/// # Errors
///
/// When functions cannot be stubbed and are not to be skipped, and when there is nothing to stub.
pub fn lower(target: Target, options: &StubOptions) -> Result<StubModel, LowerError> {
    let mut scopes = collect(&target);
    if scopes.iter().all(Scope::is_empty) {
        let span = target.resolve.worlds[target.world].span;
        let location = span.is_known().then(|| target.resolve.render_location(span));
        return Err(LowerError::NothingToStub { world: target.world_name, location });
    }
    let package = PackageName { name: format!("{}-stub", target.package.name), ..target.package.clone() };
    let exported = scopes.iter().flat_map(|scope| scope.resources.iter().map(|resource| resource.id)).collect();
    let mut support = Support::new(&target.resolve, &exported);
    let mut notes = target.warnings.clone();
    notes.extend(check(&target.resolve, &mut scopes, &mut support, options.unsupported)?);
    notes.extend(golem_defects::notes(&target.resolve, &scopes));
    let closed = closed(&target.resolve, &package, &mut support);
    let names = Names::settle(&target.resolve, &scopes, &closed, options);
    notes.extend(names.notes.iter().cloned());
    let mut builder = Builder::new(&target.resolve, *options, &names, notes);
    let mut resources = Vec::new();
    let mut remote_resources = IndexMap::new();
    for (index, scope) in scopes.iter().enumerate() {
        if !scope.functions.is_empty() {
            resources.push(builder.functions_resource(index, scope, &names.scopes[index]));
        }
        for resource in &scope.resources {
            remote_resources.insert(resource.id, resources.len());
            resources.push(builder.remote_resource(index, scope, resource, &names.resources[&resource.id]));
        }
    }
    let notes = std::mem::take(&mut builder.notes);
    let futures = builder.futures;
    let mut model = StubModel {
        target: target.package,
        package,
        crate_name: format!("{}-stub", target.world_name),
        interface: format!("stub-{}", target.world_name),
        world: format!("wasm-rpc-stub-{}", target.world_name),
        options: *options,
        uri: names.uri,
        rpc_error: names.rpc_error,
        pollable: names.pollable,
        types: names.types,
        resources,
        futures,
        remote_resources,
        notes,
        resolve: target.resolve,
    };
    model.notes.extend(golem_1x::notes(&model));
    Ok(model)
}
