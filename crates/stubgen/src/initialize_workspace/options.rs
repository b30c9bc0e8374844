//! What the user asks for: a workspace, and how its flow changes.

use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_core::WasmRpc;
use wasm_rpc_stubgen_edit::settings::{Settings, StubImport};
use wasm_rpc_stubgen_model::{Features, StubOptions};

/// The workspace, and what happens to its flow.
#[derive(Debug, Clone)]
pub struct InitializeWorkspaceOptions {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// What happens to its flow.
    pub goal: WorkspaceGoal,
    /// How the tasks call this program.
    pub tool: ToolCommand,
}

/// What happens to the flow of a workspace.
#[derive(Debug, Clone)]
pub enum WorkspaceGoal {
    /// Its settings change, and everything is brought up to date with them.
    Update(Box<SettingsChange>),
    /// No flow. The settings and the results of earlier runs are removed.
    Nothing,
}

/// How the settings of a workspace change. By default, nothing changes. Members are named by their packages or their folders.
///
/// What is taken away goes before what is added.
#[derive(Debug, Clone, Default)]
pub struct SettingsChange {
    /// Every one of `callers` calls every target.
    pub targets: Vec<String>,
    /// Every caller calls every one of `targets`.
    pub callers: Vec<String>,
    /// Single pairs of caller and target.
    pub links: Vec<Link>,
    /// Pairs that end.
    pub unlinked: Vec<Link>,
    /// Targets that are no longer called.
    pub removed_targets: Vec<String>,
    /// The settings that change; `links` is not used.
    pub settings: Settings,
    /// `all-features` is not set any more. A list of features stays.
    pub unset_all_features: bool,
}

/// The flow of a workspace, as its settings say.
#[derive(Debug, Clone)]
pub struct WorkspaceFlow {
    /// Pairs of packages.
    pub links: Vec<Link>,
    /// The shape of the stubs.
    pub shape: StubOptions,
    /// The feature gates of the WIT of targets and callers that are open.
    pub features: Features,
    /// The form of the stubs in the workspace.
    pub layout: StubLayout,
    /// Whether callers get the import of their stubs.
    pub import: StubImport,
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
pub(crate) fn at(root: &Path, folder: &str) -> PathBuf {
    if root == Path::new(".") { PathBuf::from(folder) } else { root.join(folder) }
}
