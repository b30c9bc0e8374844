//! What the user asks for: a workspace, its targets and callers, and the form of its stubs.

use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_core::WasmRpc;
use wasm_rpc_stubgen_model::{Features, StubOptions};

/// The workspace, and its flow.
#[derive(Debug, Clone)]
pub struct InitializeWorkspaceOptions {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// The flow that the workspace gets.
    pub goal: WorkspaceGoal,
    /// How the tasks call this program.
    pub tool: ToolCommand,
}

/// The flow that a workspace gets.
#[derive(Debug, Clone)]
pub enum WorkspaceGoal {
    /// This flow. It replaces an earlier one.
    Flow(WorkspaceFlow),
    /// No flow. The results of earlier runs are removed.
    Nothing,
}

/// Targets and callers. Members are named by their packages or their folders.
#[derive(Debug, Clone)]
pub struct WorkspaceFlow {
    /// Every caller calls every target.
    pub targets: Vec<String>,
    /// Every caller calls every target.
    pub callers: Vec<String>,
    /// Single pairs of caller and target.
    pub links: Vec<Link>,
    /// The shape of the stubs.
    pub shape: StubOptions,
    /// The feature gates of the WIT of targets and callers that are open.
    pub features: Features,
    /// The form of the stubs in the workspace.
    pub layout: StubLayout,
}

/// One member calls another, or itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The member that calls.
    pub caller: String,
    /// The member that is called.
    pub target: String,
}

/// The form of the stubs in a workspace.
#[derive(Debug, Clone)]
pub enum StubLayout {
    /// Crates that are compiled with the other members.
    Crate(WasmRpc),
    /// WIT packages. A task writes the component.
    Package,
}

/// The command that runs this program in a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolCommand {
    /// The program.
    pub program: String,
    /// The arguments before the subcommand.
    pub prefix: Vec<String>,
}

/// A folder of the workspace, as the user would write it.
pub(super) fn at(root: &Path, folder: &str) -> PathBuf {
    if root == Path::new(".") { PathBuf::from(folder) } else { root.join(folder) }
}
