//! What the user asks for.

use std::path::PathBuf;

use crate::cargo::{CargoColor, CargoVerbosity};
use crate::initialize_workspace::{Profile, ToolCommand};

/// The workspace, and how it is built.
#[derive(Debug, Clone)]
pub struct FlowOptions {
    /// A folder in the workspace.
    pub directory: PathBuf,
    /// The build profile.
    pub profile: Profile,
    /// The verbosity of cargo.
    pub verbosity: CargoVerbosity,
    /// Whether cargo uses colors.
    pub color: CargoColor,
    /// How new tasks call this program.
    pub tool: ToolCommand,
}
