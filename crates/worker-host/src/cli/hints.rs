//! What to do about an error: a line after `hint:` for those that have an obvious remedy.

use worker_host::{FunctionError, InvokeError, LoadError};

/// The hint for the first error in the chain that has one.
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
                "compose it with its stub first: `wasm-rpc-stubgen compose`"
            } else {
                "compose it with a component that exports them first: `wasm-rpc-stubgen compose`"
            }
        }
        LoadError::CoreModule { .. } => {
            "make a component of it: `wasm-tools component new`, or build for the target wasm32-wasip2"
        }
        LoadError::NotWasm { .. } => "WebAssembly text has to be made binary first: `wasm-tools parse`",
        LoadError::Id { .. } => "the id is the component's UUID or a local name: `--component history=FILE`",
        LoadError::DuplicateId { .. } => "give each component its own id: `--component ID=FILE`",
        LoadError::Invalid { .. } | LoadError::Mismatch { .. } => return None,
    };
    Some(hint.to_owned())
}

fn for_invoke(error: &InvokeError) -> Option<String> {
    match error {
        InvokeError::Worker(_) => Some("or in short `{component-id}/{worker-name}`".to_owned()),
        InvokeError::Component(error) => {
            let id = &error.id;
            Some(format!("add it with `--component {id}=FILE`"))
        }
        InvokeError::Function(FunctionError::Ambiguous { .. }) => Some("spell its name with the interface".to_owned()),
        InvokeError::Function(_) | InvokeError::Arity(_) | InvokeError::Argument { .. } | InvokeError::Call(_) => None,
    }
}
