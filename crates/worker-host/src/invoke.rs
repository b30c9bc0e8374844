//! A call from outside: its arguments in any of three forms, its answer, and why it failed.

use wasmtime::component::{Type, Val};

use crate::functions::{Function, FunctionError};
use crate::names::ComponentNames;
use crate::nearest::quoted;
use crate::rpc_error::RpcError;
use crate::value::{ValueError, WitValue};
use crate::wave::{self, WaveError};
use crate::worker_id::WorkerIdError;

/// The arguments of a call, one for each parameter; a method's first is the handle.
#[derive(Clone, Debug)]
pub enum Arguments {
    /// As WAVE text, handles as `handle(urn:worker:c/w, 1)`.
    Wave(Vec<String>),
    /// As typed values, handles as strings of that form.
    Values(Vec<Val>),
    /// As they cross.
    Wire(Vec<WitValue>),
}

impl<const N: usize> From<[&str; N]> for Arguments {
    fn from(texts: [&str; N]) -> Self {
        Arguments::Wave(texts.into_iter().map(str::to_owned).collect())
    }
}

impl From<Vec<String>> for Arguments {
    fn from(texts: Vec<String>) -> Self {
        Arguments::Wave(texts)
    }
}

impl From<Vec<Val>> for Arguments {
    fn from(values: Vec<Val>) -> Self {
        Arguments::Values(values)
    }
}

impl From<Vec<WitValue>> for Arguments {
    fn from(values: Vec<WitValue>) -> Self {
        Arguments::Wire(values)
    }
}

/// Why a call from outside failed.
#[derive(Debug, thiserror::Error)]
pub enum InvokeError {
    /// Text that names no worker.
    #[error(transparent)]
    Worker(#[from] WorkerIdError),
    /// No such component.
    #[error(transparent)]
    Component(#[from] UnknownComponent),
    /// No such function.
    #[error(transparent)]
    Function(#[from] FunctionError),
    /// A wrong number of arguments.
    #[error("{0}")]
    Arity(String),
    /// An argument that isn't of its parameter's type.
    #[error("`{function}`: argument for `{parameter}`: {reason}")]
    Argument {
        /// The function.
        function: String,
        /// The parameter.
        parameter: String,
        /// What is wrong.
        reason: WaveError,
    },
    /// The call itself failed.
    #[error(transparent)]
    Call(#[from] RpcError),
}

/// An id that no component has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no component `{id}`{}", known_names(nearest, known))]
pub struct UnknownComponent {
    /// The id.
    pub id: String,
    /// The nearest ids that exist.
    pub nearest: Vec<String>,
    /// All ids that exist.
    pub known: Vec<String>,
}

impl UnknownComponent {
    /// The error of a call from a worker, in Golem's words.
    pub(crate) fn to_rpc_error(&self) -> RpcError {
        let id = &self.id;
        RpcError::RemoteInternal(format!(
            "Could not find any component with the given id: {self}; add it with `--component {id}=FILE`"
        ))
    }
}

fn known_names(nearest: &[String], known: &[String]) -> String {
    let (word, names) = match (nearest, known) {
        ([], []) => return " (there are none)".to_owned(),
        ([], known) => ("known", known),
        (nearest, _) => ("nearest", nearest),
    };
    format!(" ({word}: {})", quoted(names.iter().map(String::as_str)))
}

/// The answer to a call from outside.
#[derive(Clone, Debug)]
pub struct Answer {
    /// As it crosses: a tuple of no or one element.
    pub value: WitValue,
    /// The result's type, where the function has a result.
    pub ty: Option<Type>,
    names: ComponentNames,
}

impl Answer {
    pub(crate) fn new(value: WitValue, ty: Option<Type>, names: ComponentNames) -> Self {
        Answer { value, ty, names }
    }

    /// The result in WAVE, handles with the components' local names; `()` where there is none.
    pub fn to_wave(&self) -> String {
        wave::print_answer(&self.names.readable(&self.value), self.ty.as_ref())
    }

    /// The result as a typed value, handles as strings.
    ///
    /// # Errors
    ///
    /// Never for an answer of [`crate::Host::invoke`]: its value is of its type.
    pub fn to_val(&self) -> Result<Option<Val>, ValueError> {
        wave::answer_to_val(&self.value, self.ty.as_ref())
    }
}

impl Arguments {
    pub(crate) fn to_wire(&self, function: &Function) -> Result<Vec<WitValue>, InvokeError> {
        let count = match self {
            Arguments::Wave(texts) => texts.len(),
            Arguments::Values(values) => values.len(),
            Arguments::Wire(values) => values.len(),
        };
        function.check_arity(count).map_err(InvokeError::Arity)?;
        let params = function.params();
        let convert = |position: usize| {
            let param = params.as_ref().map(|params| &params[position]);
            let ty = param.map(|(_, ty)| ty);
            let converted = match self {
                Arguments::Wave(texts) => wave::parse_param(&texts[position], ty),
                Arguments::Values(values) => wave::from_param(&values[position], ty),
                Arguments::Wire(values) => Ok(values[position].clone()),
            };
            converted.map_err(|reason| InvokeError::Argument {
                function: function.name().to_string(),
                parameter: param.map_or("self", |(name, _)| name).to_owned(),
                reason,
            })
        };
        (0..count).map(convert).collect()
    }
}
