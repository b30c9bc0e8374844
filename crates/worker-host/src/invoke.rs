//! A call from outside: its arguments, its answer, and why it fails.

use wasmtime::component::Type;

use crate::call_error::CallError;
use crate::component_names::{ComponentNames, UnknownComponent};
use crate::functions::{Function, FunctionError};
use crate::value::WitValue;
use crate::wave::{self, WaveError};
use crate::worker_id::WorkerIdError;

/// Why a call from outside fails.
#[derive(Debug, thiserror::Error)]
pub enum InvokeError {
    /// The worker's URI is invalid.
    #[error(transparent)]
    Worker(#[from] WorkerIdError),
    /// The component does not exist.
    #[error(transparent)]
    Component(#[from] UnknownComponent),
    /// The function does not exist.
    #[error(transparent)]
    Function(#[from] FunctionError),
    /// The number of arguments is wrong.
    #[error("{0}")]
    Arity(String),
    /// An argument is not a value of its parameter's type.
    #[error(transparent)]
    Argument(Box<ArgumentError>),
    /// The call itself failed.
    #[error(transparent)]
    Call(#[from] CallError),
}

/// An argument that is not a value of its parameter's type.
#[derive(Debug, thiserror::Error)]
#[error("`{function}`: argument for `{parameter}`: {reason}")]
pub struct ArgumentError {
    /// The function.
    pub function: String,
    /// The parameter.
    pub parameter: String,
    /// What is wrong.
    pub reason: WaveError,
    /// The parameter's type in WIT.
    pub ty: String,
    /// The text that was given.
    pub given: String,
    /// A value that would be right.
    pub example: String,
}

/// The answer to a call from outside.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The answer as it crosses: a tuple of zero or one elements.
    pub value: WitValue,
    /// The type of the function's result, if it has one.
    pub ty: Option<Type>,
    names: ComponentNames,
}

impl Answer {
    pub(crate) fn new(value: WitValue, ty: Option<Type>, names: ComponentNames) -> Self {
        Answer { value, ty, names }
    }

    /// The result in WAVE, with the components' local names in handles; `()` if the function has no result.
    pub fn to_wave(&self) -> String {
        wave::print_answer(&self.names.readable(&self.value), self.ty.as_ref())
    }
}

/// Converts arguments in WAVE, one for each parameter.
pub(crate) fn parse_arguments(
    arguments: impl IntoIterator<Item = impl AsRef<str>>,
    function: &Function,
) -> Result<Vec<WitValue>, InvokeError> {
    let arguments: Vec<_> = arguments.into_iter().collect();
    function.check_arity(arguments.len()).map_err(InvokeError::Arity)?;
    let params = function.params();
    let convert = |(position, text): (usize, &_)| {
        let param = params.as_ref().map(|params| &params[position]);
        let converted = wave::parse_param(AsRef::<str>::as_ref(text), param.map(|(_, ty)| ty));
        converted.map_err(|reason| {
            InvokeError::Argument(Box::new(ArgumentError {
                function: function.name().to_string(),
                parameter: param.map_or("self", |(name, _)| name).to_owned(),
                reason,
                ty: param.map_or_else(|| "own".to_owned(), |(_, ty)| function.type_text(ty)),
                given: AsRef::<str>::as_ref(text).to_owned(),
                example: match param {
                    Some((_, ty)) => wave::example(ty, "COMPONENT/WORKER"),
                    None => "handle(urn:worker:COMPONENT/WORKER, 0)".to_owned(),
                },
            }))
        })
    };
    arguments.iter().enumerate().map(convert).collect()
}
