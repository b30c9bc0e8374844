//! Why a call failed: [`CallError`], with its parts as data. A program gets the [`RpcError`] with the same text.

use crate::component_names::UnknownComponent;
use crate::functions::FunctionError;
use crate::rpc_error::RpcError;

/// Why a call failed. Its text is that of the `rpc-error`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.to_rpc_error())]
pub enum CallError {
    /// No component has the callee's id.
    UnknownComponent(UnknownComponent),
    /// The function does not exist, or its values cannot cross workers.
    UnknownFunction(FunctionError),
    /// The host refuses the call.
    Denied {
        /// Why.
        reason: String,
        /// The limit that the call would exceed.
        limit: Option<Limit>,
    },
    /// The worker failed, in this call or before.
    Failed(WorkerFailure),
}

/// What ended a worker, or a call of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerFailure {
    /// The function; none if the worker failed outside of it.
    pub function: Option<String>,
    /// Why, without the function.
    pub reason: String,
    /// The limit that the worker has reached.
    pub limit: Option<Limit>,
    /// The end of what the worker had written to its stderr.
    pub stderr: String,
    /// Whether it was in an earlier call: a worker that has failed stays dead.
    pub is_earlier: bool,
}

/// A limit of [`crate::Limits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The number of workers.
    Workers,
    /// The memory of all workers.
    Memory,
    /// The time of an invocation.
    Time,
}

impl Limit {
    /// The flag of `wasm-rpc-run` that sets it.
    pub fn flag(self) -> &'static str {
        match self {
            Limit::Workers => "--max-workers",
            Limit::Memory => "--max-memory",
            Limit::Time => "--timeout",
        }
    }
}

impl CallError {
    /// What a program gets, in Golem's words.
    pub fn to_rpc_error(&self) -> RpcError {
        match self {
            CallError::UnknownComponent(error) => RpcError::RemoteInternal(format!(
                "Could not find any component with the given id: {error}; add it with `--component {}=FILE`",
                error.id
            )),
            CallError::UnknownFunction(error) => {
                RpcError::RemoteInternal(format!("Invalid request: could not load function {}: {error}", error.name()))
            }
            CallError::Denied { reason, .. } => RpcError::Denied(reason.clone()),
            CallError::Failed(WorkerFailure { function, reason, stderr, .. }) => {
                let function = function.as_ref().map(|name| format!("`{name}`: ")).unwrap_or_default();
                let stderr = if stderr.is_empty() { String::new() } else { format!("\nstderr:\n{stderr}") };
                RpcError::RemoteInternal(format!("{function}{reason}{stderr}"))
            }
        }
    }

    /// Why, in few words: without the function's name and what the worker wrote.
    pub fn reason(&self) -> String {
        match self {
            CallError::UnknownComponent(error) => error.to_string(),
            CallError::UnknownFunction(error) => error.to_string(),
            CallError::Denied { .. } => self.to_string(),
            CallError::Failed(failure) => failure.reason.clone(),
        }
    }

    /// The end of what the worker had written to its stderr, if it wrote anything.
    pub fn stderr(&self) -> Option<&str> {
        match self {
            CallError::Failed(failure) => Some(failure.stderr.as_str()).filter(|stderr| !stderr.is_empty()),
            CallError::UnknownComponent(_) | CallError::UnknownFunction(_) | CallError::Denied { .. } => None,
        }
    }

    /// The limit that is the cause.
    pub fn limit(&self) -> Option<Limit> {
        match self {
            CallError::Denied { limit, .. } | CallError::Failed(WorkerFailure { limit, .. }) => *limit,
            CallError::UnknownComponent(_) | CallError::UnknownFunction(_) => None,
        }
    }
}

impl WorkerFailure {
    /// A failure outside of a function.
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        WorkerFailure { function: None, reason: reason.into(), limit: None, stderr: String::new(), is_earlier: false }
    }

    /// The same failure in a function.
    pub(crate) fn of(self, function: impl ToString) -> Self {
        WorkerFailure { function: Some(function.to_string()), ..self }
    }

    /// The same failure because of a limit.
    pub(crate) fn because_of(self, limit: Limit) -> Self {
        WorkerFailure { limit: Some(limit), ..self }
    }
}
