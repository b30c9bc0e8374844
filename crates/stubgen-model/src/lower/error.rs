//! Why a world cannot be stubbed.

use crate::Diagnostic;
use thiserror::Error;

/// Why a world cannot be stubbed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LowerError {
    /// Functions have types that cannot be passed between workers.
    #[error("{} functions of the world cannot be stubbed", .0.len())]
    Unsupported(Vec<Diagnostic>),
    /// The world exports no functions and no resources.
    #[error("world `{world}` exports no functions and no resources")]
    NothingToStub {
        /// The world.
        world: String,
        /// `path:line:column`.
        location: Option<String>,
        /// How to open the feature gates that hide its exports, if there are any.
        gate_hint: Option<String>,
    },
}

impl LowerError {
    /// The messages for the user.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        match self {
            Self::Unsupported(diagnostics) => diagnostics.clone(),
            Self::NothingToStub { location, gate_hint, .. } => {
                let hint = gate_hint.as_deref().unwrap_or(
                    "add an `export` to it, or choose another world with `--world`: a stub is generated from the exports of a world",
                );
                let mut diagnostic = Diagnostic::error(self.to_string()).hint(hint);
                diagnostic.location.clone_from(location);
                vec![diagnostic]
            }
        }
    }
}
