//! A target's world to the model of its stub.
//!
//! 1. `named_exports`: exports like `primary: kv` become inline interfaces.
//! 2. `scope`: the exported interfaces and the world's functions, in the order of the WIT.
//! 3. `check`: the functions that cannot be stubbed.
//! 4. `golem_defects`: notes about functions that fail on Golem 1.0 and 1.1.
//! 5. `placement` and `naming`: which types the stub uses or defines; the names of resources and types.
//! 6. `resources`: resources with their functions, routes and remote names.
//! 7. `size`: the number of functions.

mod check;
mod error;
mod golem_defects;
mod named_exports;
mod naming;
mod placement;
mod reachable;
mod renaming;
mod resources;
mod scope;
mod size;
mod unusable_interfaces;

use crate::bindings::{binding_limits, reserved_methods};
use crate::model::StubModel;
use crate::support::Support;
use crate::{StubOptions, Target, golem_1x};
use check::check;
pub use error::LowerError;
use indexmap::IndexMap;
use naming::StubNames;
use reachable::check_reachable;
use resources::ResourceBuilder;
use scope::{Scope, collect};
use unusable_interfaces::unusable_interfaces;
use wit_parser::PackageName;

/// Lowers a target to the model of its stub.
///
/// # Errors
///
/// When functions cannot be stubbed and `options` does not skip them, or when nothing can be stubbed.
pub fn lower(mut target: Target, options: &StubOptions) -> Result<StubModel, LowerError> {
    named_exports::inline(&mut target.resolve, target.world);
    let mut scopes = collect(&target);
    if scopes.iter().all(Scope::is_empty) {
        let location = target.world_location();
        return Err(LowerError::NothingToStub { world: target.world_name, location, gate_hint: target.gate_hint });
    }
    let package = PackageName { name: format!("{}-stub", target.package.name), ..target.package.clone() };
    let exported = scopes.iter().flat_map(|scope| scope.resources.iter().map(|resource| resource.id)).collect();
    let mut support = Support::new(&target.resolve, exported);
    let mut notes = target.warnings.clone();
    let skipped = check(&target, &mut scopes, &mut support, options.unsupported)?;
    check_reachable(&target, &scopes, &skipped)?;
    notes.extend(skipped);
    notes.extend(golem_defects::notes(&target, &scopes));
    let unusable = unusable_interfaces(&target.resolve, &package, &mut support);
    let names = StubNames::assign(&target.resolve, &scopes, &unusable, options);
    let mut builder = ResourceBuilder::new(&target, *options, &names);
    let mut resources = Vec::new();
    let mut remote_resources = IndexMap::new();
    for (index, scope) in scopes.iter().enumerate() {
        if let Some(name) = &names.scopes[index] {
            resources.push(builder.functions_resource(index, scope, name));
        }
        for resource in &scope.resources {
            remote_resources.insert(resource.id, resources.len());
            resources.push(builder.remote_resource(index, scope, resource, &names.resources[&resource.id]));
        }
    }
    notes.extend(reserved_methods(builder.reserved));
    notes.extend(renaming::note(builder.renamings));
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
        sources: target.sources,
        resolve: target.resolve,
    };
    size::check(&model)?;
    model.notes.extend(golem_1x::notes(&model));
    model.notes.extend(binding_limits(&model));
    Ok(model)
}
