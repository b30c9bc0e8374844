//! The members of a workspace in a flow, with paths that can be arguments of tasks.
//!
//! ```text
//! `purchase-history` in `components/history`   WIT: components/history/wit   stub: components/history-stub
//! the package of the workspace itself, `app`   WIT: wit                      stub: app-stub
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::error::WorkspaceError;
use super::options::at;
use crate::add_stub_dependency::{CallerManifest, MANIFEST, ManifestUpdate};
use crate::cargo::metadata::{MemberFacts, WorkspaceFacts};

/// Copies of the WIT of targets, by their packages, which have what a flow would add.
pub(crate) type ChangedWit = BTreeMap<String, PathBuf>;

/// A member that takes part in a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) package: String,
    /// Its folder, relative to the workspace, with `/`; empty for the workspace's own.
    pub(crate) folder: String,
    /// The file name, without extension, of its WebAssembly file.
    pub(crate) wasm: String,
    pub(crate) tool: BuildTool,
    /// Its WIT, like `folder`: the caller's folder, or the target's folder or file. Absolute if the manifest says so.
    pub(crate) wit: String,
    /// Where its WIT is read instead of `wit`: a copy that already has what a flow would add.
    pub(crate) changed_wit: Option<PathBuf>,
    /// The world in its manifest.
    pub(crate) world: Option<String>,
    /// What adding a stub to its WIT does to its manifest.
    pub(crate) manifest: ManifestUpdate,
}

/// The tool that compiles a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BuildTool {
    Cargo,
    CargoComponent,
}

/// The part of a member in a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Target,
    Caller,
}

impl Member {
    /// The member in its `role`.
    pub(super) fn of(facts: &MemberFacts, workspace: &WorkspaceFacts, role: Role) -> Result<Self, WorkspaceError> {
        let package = facts.package.clone();
        let Some(folder) = relative(&facts.folder, &workspace.root) else {
            return Err(WorkspaceError::Outside { package, folder: facts.folder.clone() });
        };
        let wasm = match (role, &*facts.libraries, &*facts.binaries) {
            (_, [library], _) => library.clone(),
            (Role::Caller, [], [binary]) => binary.clone(),
            (Role::Caller, _, _) => {
                return Err(WorkspaceError::NoComponent {
                    package,
                    wanted: "exactly one component: a `cdylib` or a binary",
                });
            }
            (Role::Target, _, _) => return Err(WorkspaceError::NoComponent { package, wanted: "a `cdylib`" }),
        };
        let component = facts.component.clone();
        let tool = if component.is_some() { BuildTool::CargoComponent } else { BuildTool::Cargo };
        let component = component.unwrap_or_default();
        let wit = joined(&folder, component.wit.as_deref().unwrap_or("wit"));
        let wit = match role {
            Role::Target if workspace.root.join(&wit).exists() => wit,
            Role::Target => return Err(WorkspaceError::NoWit { role: "target", package, path: wit }),
            Role::Caller => folder_of_wit(wit, &package, &workspace.root)?,
        };
        let manifest = manifest_update(&workspace.root.join(&wit), facts, tool);
        Ok(Self { package, folder, wasm, tool, wit, changed_wit: None, world: component.world, manifest })
    }

    /// The world of its name, if it is one of several `worlds`.
    pub(super) fn named_world(&self, worlds: Vec<String>) -> Result<String, WorkspaceError> {
        let package = self.package.clone();
        if worlds.contains(&package) { Ok(package) } else { Err(WorkspaceError::SeveralWorlds { package, worlds }) }
    }

    /// The folder of its stub.
    pub(crate) fn stub_folder(&self) -> String {
        stub_folder(&self.folder, &self.package)
    }

    /// The folder of its stub's WIT in the workspace at `root`.
    pub(crate) fn stub_wit(&self, root: &Path) -> PathBuf {
        at(root, &self.stub_folder()).join("wit")
    }

    /// Its name as a part of the names of files.
    pub(super) fn snake(&self) -> String {
        self.package.replace('-', "_")
    }
}

/// The folder of the stub of a `package` in `folder`.
pub(super) fn stub_folder(folder: &str, package: &str) -> String {
    if folder.is_empty() { format!("{package}-stub") } else { format!("{folder}-stub") }
}

/// Whether stubs in `wit` are added to the manifest of the member: only `cargo component` reads them there. The manifest of another
/// crate around `wit` does not change.
fn manifest_update(wit: &Path, member: &MemberFacts, tool: BuildTool) -> ManifestUpdate {
    let real = |path: &Path| fs::canonicalize(path).ok();
    let nearest = CallerManifest::nearest(wit).and_then(|manifest| real(&manifest.path));
    match tool {
        BuildTool::CargoComponent if nearest == real(&member.folder.join(MANIFEST)) => ManifestUpdate::Update,
        BuildTool::CargoComponent | BuildTool::Cargo => ManifestUpdate::Leave,
    }
}

/// The folder of a caller's WIT. Its manifest may name a file in it.
fn folder_of_wit(wit: String, package: &str, root: &Path) -> Result<String, WorkspaceError> {
    let place = root.join(&wit);
    if place.is_dir() {
        return Ok(wit);
    }
    let folder = Path::new(&wit).parent().and_then(Path::to_str).filter(|_| place.is_file());
    match folder {
        Some("") => Ok(".".to_string()),
        Some(folder) => Ok(folder.to_string()),
        None => Err(WorkspaceError::NoWit { role: "caller", package: package.to_string(), path: wit }),
    }
}

/// `path` below `folder`, both relative to the workspace, with `/`. An absolute path stays.
pub(super) fn joined(folder: &str, path: &str) -> String {
    let path = path.replace(MAIN_SEPARATOR, "/");
    let path = path.strip_prefix("./").unwrap_or(&path).trim_end_matches('/');
    if folder.is_empty() || Path::new(path).is_absolute() { path.to_string() } else { format!("{folder}/{path}") }
}

/// `folder` relative to `root`, with `/`.
pub(crate) fn relative(folder: &Path, root: &Path) -> Option<String> {
    let names = folder.strip_prefix(root).ok()?.iter().map(|name| name.to_str());
    Some(names.collect::<Option<Vec<_>>>()?.join("/"))
}
