//! The hint for an error that has an obvious remedy.

use worker_host::{ArgumentError, FunctionError, InvokeError, LoadError, RpcError};

use super::invocation::IncompleteInvocation;
use super::listing::shell_word;

/// Where invocations are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Words of the command line, from which the shell removes quotes.
    Shell,
    /// Lines of stdin or of the prompt.
    Lines,
}

/// The hint of the first error in the chain that has one.
pub fn hint(error: &anyhow::Error, input: Input) -> Option<String> {
    error.chain().find_map(|cause| {
        let load = cause.downcast_ref::<LoadError>().and_then(for_load);
        let invoke = cause.downcast_ref::<InvokeError>().and_then(|error| for_invoke(error, input));
        let incomplete = cause.downcast_ref::<IncompleteInvocation>().map(|_| incomplete(input));
        load.or(invoke).or(incomplete)
    })
}

fn incomplete(input: Input) -> String {
    match input {
        Input::Shell => "an invocation is WORKER FUNCTION [ARGUMENT]...; `--list` shows an example of each".to_owned(),
        Input::Lines => "an invocation is WORKER FUNCTION [ARGUMENT]...; `:list` at the prompt, or `--list`, shows an example of each".to_owned(),
    }
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

fn for_invoke(error: &InvokeError, input: Input) -> Option<String> {
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
        InvokeError::Function(_) => Some("`--list` shows all functions".to_owned()),
        InvokeError::Argument(error) => Some(for_argument(error, input)),
        InvokeError::Arity(_) => Some("`--list` shows an example of each call".to_owned()),
        InvokeError::Call(error) => remedy(error),
    }
}

/// What would be right, and what the shell may have removed.
fn for_argument(ArgumentError { parameter, ty, given, example, .. }: &ArgumentError, input: Input) -> String {
    let expected = format!("`{parameter}` is a `{ty}`, for example `{example}`");
    if !ty.contains("string") || given.contains('"') {
        return expected;
    }
    let quoted = if ty == "string" { format!("\"{given}\"") } else { example.to_owned() };
    match input {
        Input::Shell => format!("{expected}; if the shell has removed the quotes, write {}", shell_word(&quoted)),
        Input::Lines => format!("{expected}; strings are in quotes"),
    }
}

const UNKNOWN_COMPONENT: &str = "Could not find any component with the given id: ";
const ADD_IT: &str = "; add it with ";

/// Why a call failed, in few words. The kind that nearly all errors have is left out, and so is the function, which comes
/// first in the text of a trap: whoever prints this names it.
pub fn reason(error: &RpcError) -> String {
    let text = match error {
        RpcError::RemoteInternal(text) => text.clone(),
        RpcError::Protocol(_) | RpcError::Denied(_) | RpcError::NotFound(_) => error.to_string(),
    };
    match text.split_once(UNKNOWN_COMPONENT) {
        Some((_, rest)) => rest.split(ADD_IT).next().unwrap_or(rest).to_owned(),
        None => without_function(&text).to_owned(),
    }
}

fn without_function(text: &str) -> &str {
    let after = text.strip_prefix('`').and_then(|text| text.split_once("`: "));
    after.map_or(text, |(_, reason)| reason)
}

/// What to do about a failed call.
pub fn remedy(error: &RpcError) -> Option<String> {
    let text = error.to_string();
    if let Some((_, flag)) = text.split_once(ADD_IT) {
        return Some(format!("add it with {flag}"));
    }
    let flags = ["--max-workers", "--max-memory", "--timeout"];
    let flag = flags.iter().find(|flag| text.contains(&format!("(`{flag}`)")))?;
    Some(format!("`{flag}` raises the limit"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_short_and_its_remedy_a_hint() {
        let error = RpcError::RemoteInternal(format!(
            "{UNKNOWN_COMPONENT}component `pricing` not found{ADD_IT}`--component pricing=FILE`"
        ));
        assert_eq!(reason(&error), "component `pricing` not found");
        assert_eq!(remedy(&error).unwrap(), "add it with `--component pricing=FILE`");
        let error = RpcError::RemoteInternal("`a:b/c.{f}`: wasm trap: why (in `x`: y)".to_owned());
        assert_eq!(reason(&error), "wasm trap: why (in `x`: y)");
        let error = RpcError::Denied("cannot create worker `a/b`: 1 worker exists, the limit (`--max-workers`)".into());
        assert_eq!(remedy(&error).unwrap(), "`--max-workers` raises the limit");
    }
}
