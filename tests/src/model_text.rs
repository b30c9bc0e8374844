//! The model of a stub as text, for expected files.

use std::fmt::{self, Write};

use wasm_rpc_stubgen_model::{Call, Function, FunctionKind, ResourceKind, StubModel, StubResource, TypePlacement};

/// The types, resources and notes of a model.
pub fn model_text(model: &StubModel) -> String {
    let mut text = String::new();
    write_model(&mut text, model).expect("a string can be written to");
    text
}

fn write_model(text: &mut String, model: &StubModel) -> fmt::Result {
    writeln!(text, "stub {} / {} / {}", model.package, model.interface, model.world)?;
    for (id, ty) in &model.types {
        let origin = model.resolve.types[*id].name.as_deref().unwrap_or("?");
        let placement = match ty.placement {
            TypePlacement::Used(_) => "Used",
            TypePlacement::Defined => "Defined",
        };
        writeln!(text, "type {} ({origin}): {placement}", ty.name)?;
    }
    model.resources.iter().try_for_each(|resource| write_resource(text, resource))?;
    for future in &model.futures {
        writeln!(text, "resource {}\n  the result of {}", future.name, future.remote)?;
    }
    for note in &model.notes {
        writeln!(text, "{:?}: {}", note.severity, note.message)?;
        note.items.iter().try_for_each(|item| writeln!(text, "  {}", item.text))?;
    }
    Ok(())
}

fn write_resource(text: &mut String, resource: &StubResource) -> fmt::Result {
    writeln!(text, "resource {}", resource.name)?;
    if let ResourceKind::Functions { location } = &resource.kind {
        writeln!(text, "  constructor({location})")?;
    }
    resource.remote_functions().try_for_each(|function| write_function(text, function))?;
    match &resource.kind {
        ResourceKind::Functions { .. } => Ok(()),
        ResourceKind::Remote { drop, .. } => writeln!(text, "  drop => {drop}"),
    }
}

fn write_function(text: &mut String, function: &Function) -> fmt::Result {
    let params: Vec<_> = function.params.iter().map(|param| param.name.as_str()).collect();
    let kind = match function.kind {
        FunctionKind::Constructor | FunctionKind::Method => String::new(),
        FunctionKind::Static(route) => format!(" static {route:?}"),
    };
    let call = match function.call {
        Call::Blocking => "",
        Call::Send => ", not waiting",
        Call::Future(_) => ", as a future",
    };
    writeln!(text, "  {}({}){kind} => {}{call}", function.item_name(), params.join(", "), function.remote)
}
