//! Why a world cannot be stubbed.

use std::path::Path;

use crate::diagnostic::{Diagnostic, one_line};
use crate::location::Location;
use thiserror::Error;

/// Why a world cannot be stubbed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LowerError {
    /// Functions have types that cannot be passed between workers.
    #[error("{}", one_line(.0))]
    Unsupported(Vec<Diagnostic>),
    /// All functions that the world exports would be skipped.
    #[error("`--skip-unsupported` leaves nothing to stub: no function that world `{world}` exports can be stubbed")]
    NothingLeft {
        /// The world.
        world: String,
        /// Where the world is declared.
        location: Option<Location>,
        /// Why its functions cannot be stubbed.
        reasons: Vec<Diagnostic>,
    },
    /// The world exports no functions and no resources.
    #[error("world `{world}` exports no functions and no resources")]
    NothingToStub {
        /// The world.
        world: String,
        /// Where the world is declared.
        location: Option<Location>,
        /// How to open the feature gates that hide its exports, if there are any.
        gate_hint: Option<String>,
    },
    /// The stub has more functions than can be encoded in reasonable time.
    #[error("`{stub}` has {count} functions; a stub allows {most}")]
    TooManyFunctions {
        /// The stub's package.
        stub: String,
        /// The number of its functions.
        count: usize,
        /// The largest number.
        most: usize,
    },
    /// All that the world exports are methods of resources that a caller cannot get.
    #[error(
        "nothing that world `{world}` exports can be reached: each function needs a handle, such as one of `{resource}`, and none gives the first"
    )]
    Unreachable {
        /// The world.
        world: String,
        /// The first resource.
        resource: String,
        /// Where the resource is declared.
        location: Option<Location>,
        /// The functions that were left out.
        skipped: Vec<Diagnostic>,
    },
}

impl LowerError {
    /// Adds the location `path` to an error about a world for which the source has none.
    #[must_use]
    pub fn at(mut self, path: &Path) -> Self {
        if let Self::NothingToStub { location, .. }
        | Self::NothingLeft { location, .. }
        | Self::Unreachable { location, .. } = &mut self
        {
            location.get_or_insert_with(|| path.into());
        }
        self
    }

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
            Self::NothingLeft { location, reasons, .. } => {
                let hint = "change one of these functions, or choose another world with `--world`";
                let mut diagnostic = Diagnostic::error(self.to_string()).hint(hint);
                diagnostic.location.clone_from(location);
                reasons.iter().cloned().chain([diagnostic]).collect()
            }
            Self::TooManyFunctions { .. } => {
                vec![Diagnostic::error(self.to_string()).hint(
                    "split the target's world into several, or use `--call-style sync`, which has half as many functions or less",
                )]
            }
            Self::Unreachable { location, skipped, .. } => {
                let mut diagnostic = Diagnostic::error(self.to_string()).hint(
                    "add a constructor to the resource, or export a function that returns it and needs no handle",
                );
                diagnostic.location.clone_from(location);
                skipped.iter().cloned().chain([diagnostic]).collect()
            }
        }
    }
}
