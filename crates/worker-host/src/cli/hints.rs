//! The hint for an error that has an obvious remedy.

use worker_host::{ArgumentError, CallError, FunctionError, InvokeError, LoadError, WorkerFailure};

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
    format!("an invocation is WORKER FUNCTION [ARGUMENT]...; {} an example of each", list_shows(input))
}

fn list_shows(input: Input) -> &'static str {
    match input {
        Input::Shell => "`--list` shows",
        Input::Lines => "`:list` at the prompt, or `--list`, shows",
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
        InvokeError::Component(error) => Some(add_component(&error.id)),
        InvokeError::Function(FunctionError::Ambiguous { .. }) => Some("write the name with its interface".to_owned()),
        InvokeError::Function(_) => Some(format!("{} all functions", list_shows(input))),
        InvokeError::Argument(error) => Some(for_argument(error, input)),
        InvokeError::Arity(_) => Some(format!("{} an example of each call", list_shows(input))),
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

/// What to do about a failed call.
pub fn remedy(error: &CallError) -> Option<String> {
    if let CallError::UnknownComponent(error) = error {
        return Some(add_component(&error.id));
    }
    if let CallError::Failed(WorkerFailure { is_earlier: true, function, .. }) = error {
        let function = function.as_ref().map(|function| format!(" in `{function}`")).unwrap_or_default();
        return Some(format!("the worker failed{function} before, and stays dead: use another one"));
    }
    error.limit().map(|limit| format!("`{}` raises the limit", limit.flag()))
}

fn add_component(id: &str) -> String {
    format!("add it with `--component {id}=FILE`")
}
