//! The hint for an error that has an obvious remedy.

use worker_host::{FunctionError, InvokeError, LoadError};

/// The hint of the first error in the chain that has one.
pub fn hint(error: &anyhow::Error) -> Option<String> {
    error.chain().find_map(|cause| {
        let load = cause.downcast_ref::<LoadError>().and_then(for_load);
        let invoke = cause.downcast_ref::<InvokeError>().and_then(for_invoke);
        load.or(invoke)
    })
}

fn for_load(error: &LoadError) -> Option<String> {
    let hint = match error {
        LoadError::MissingImports { imports, .. } => {
            if imports.iter().any(|import| import.contains("-stub/")) {
                "first plug in its stub with `wasm-rpc-stubgen compose`"
            } else {
                "first plug in a component that exports them, for example with `wasm-rpc-stubgen compose`"
            }
        }
        LoadError::CoreModule { .. } => {
            "turn it into a component with `wasm-tools component new`, or build for the target `wasm32-wasip2`"
        }
        LoadError::NotWasm { .. } => "convert WebAssembly text to a binary with `wasm-tools parse`",
        LoadError::Id { .. } => "use the component's UUID or a local name as the id: `--component history=FILE`",
        LoadError::DuplicateId { .. } => "give each component its own id: `--component ID=FILE`",
        LoadError::Invalid { .. } | LoadError::Mismatch { .. } => return None,
    };
    Some(hint.to_owned())
}

fn for_invoke(error: &InvokeError) -> Option<String> {
    match error {
        InvokeError::Worker(_) => Some(
            "a worker is `urn:worker:{component-id}/{worker-name}`, or `{component-id}/{worker-name}` for short"
                .to_owned(),
        ),
        InvokeError::Component(error) => {
            let id = &error.id;
            Some(format!("add it with `--component {id}=FILE`"))
        }
        InvokeError::Function(FunctionError::Ambiguous { .. }) => Some("write the name with its interface".to_owned()),
        InvokeError::Function(_) | InvokeError::Arity(_) | InvokeError::Argument { .. } | InvokeError::Call(_) => None,
    }
}
