//! Why there is no stub, or not in one of its forms.

use wasm_rpc_stubgen_emit::{CrateOptionsError, EmitError};
use wasm_rpc_stubgen_model::{Diagnostic, LowerError, one_line};

/// Why there is no stub, or not in one of its forms.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StubError {
    /// The target cannot be stubbed.
    #[error(transparent)]
    Lower(#[from] LowerError),
    /// The stub cannot be encoded as a component.
    #[error(transparent)]
    Emit(#[from] EmitError),
    /// The stub's crate would not compile.
    #[error("{}", one_line(.0))]
    Unbindable(Vec<Diagnostic>),
    /// The options of the crate are wrong.
    #[error(transparent)]
    CrateOptions(#[from] CrateOptionsError),
}

impl StubError {
    /// The errors one by one, with locations and hints.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        match self {
            Self::Lower(error) => error.diagnostics(),
            Self::Emit(error) => vec![Diagnostic::error(self.to_string()).hint(error.hint())],
            Self::Unbindable(diagnostics) => diagnostics.clone(),
            Self::CrateOptions(error) => {
                let diagnostic = Diagnostic::error(self.to_string());
                vec![match error.hint() {
                    Some(hint) => diagnostic.hint(hint),
                    None => diagnostic,
                }]
            }
        }
    }
}
