//! A workspace as cargo sees it: its members, what they compile to, and where.
//!
//! cargo finds the members, patterns and all; nothing here reads a `Cargo.toml`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::toolchain::program;

/// What cargo says about a workspace.
#[derive(Debug, Clone)]
pub(crate) struct WorkspaceFacts {
    /// The folder of the workspace, absolute.
    pub(crate) root: PathBuf,
    /// The members by name, ordered.
    pub(crate) members: Vec<MemberFacts>,
}

/// What cargo says about a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MemberFacts {
    pub(crate) package: String,
    /// Its folder, absolute.
    pub(crate) folder: PathBuf,
    /// The file names, without extension, of the WebAssembly modules that come of it.
    pub(crate) libraries: Vec<String>,
    pub(crate) binaries: Vec<String>,
    /// `[package.metadata.component]`.
    pub(crate) component: Option<ComponentFacts>,
}

/// What a member says to `cargo component`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ComponentFacts {
    /// Its WIT, relative to its folder.
    pub(crate) wit: Option<String>,
    pub(crate) world: Option<String>,
}

/// Why cargo says nothing about the workspace.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MetadataError {
    /// `cargo` cannot be started.
    #[error("cannot run `{program}`, which knows the members of the workspace: {source}")]
    Missing {
        /// The program, as it was called.
        program: String,
        /// What the system says.
        source: io::Error,
    },
    /// cargo does not load the workspace.
    #[error("cargo cannot load the workspace: {message}")]
    Refused {
        /// What cargo says.
        message: String,
    },
    /// cargo says something else than it is asked.
    #[error("cargo's description of the workspace cannot be read: {message}")]
    Unreadable {
        /// What is wrong with it.
        message: String,
    },
}

impl MetadataError {
    /// What the user can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "install Rust (https://rustup.rs) and have it in `PATH`",
            Self::Refused { message } if message.contains("-stub") && message.starts_with("two packages named") => {
                "rename one of them; if a run was interrupted, remove the stub that `Makefile.toml` does not name and run \
                 the command again"
            }
            Self::Refused { message } if message.contains("-stub") => {
                "`cargo metadata --no-deps` says the same; what an interrupted run has left of a stub goes with the next run \
                 that is no dry run, unless its folder holds something else: move that away; that run also puts back a \
                 stub that was removed by hand"
            }
            Self::Refused { .. } => {
                "run the command in the folder of a workspace that `cargo metadata --no-deps` accepts"
            }
            Self::Unreadable { .. } => "check what `cargo metadata --no-deps` prints",
        }
    }
}

/// Asks cargo about the workspace of `directory`.
pub(crate) fn workspace(directory: &Path) -> Result<WorkspaceFacts, MetadataError> {
    let cargo = program("CARGO", "cargo");
    let mut command = Command::new(&cargo);
    command.args(["metadata", "--no-deps", "--format-version", "1", "--offline"]);
    command.current_dir(directory).stdin(Stdio::null());
    let output =
        command.output().map_err(|source| MetadataError::Missing { program: cargo.display().to_string(), source })?;
    if !output.status.success() {
        return Err(MetadataError::Refused { message: reason(&String::from_utf8_lossy(&output.stderr)) });
    }
    let metadata = serde_json::from_slice(&output.stdout)
        .map_err(|error| MetadataError::Unreadable { message: error.to_string() })?;
    facts(&metadata).ok_or_else(|| MetadataError::Unreadable { message: "it names no packages".to_string() })
}

/// What cargo says, in one line.
fn reason(stderr: &str) -> String {
    let error = stderr.find("error: ").map_or(stderr, |start| &stderr[start + "error: ".len()..]);
    let lines = error.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "Caused by:");
    lines.collect::<Vec<_>>().join("; ")
}

fn facts(metadata: &Value) -> Option<WorkspaceFacts> {
    let root = PathBuf::from(metadata["workspace_root"].as_str()?);
    let packages = metadata["packages"].as_array()?;
    let mut members = packages.iter().map(member).collect::<Option<Vec<_>>>()?;
    members.sort_by(|a, b| a.package.cmp(&b.package));
    Some(WorkspaceFacts { root, members })
}

fn member(package: &Value) -> Option<MemberFacts> {
    let manifest = Path::new(package["manifest_path"].as_str()?);
    let targets = package["targets"].as_array()?;
    let names = |kind: &str| -> Vec<String> {
        let is_meant = |target: &&Value| contains(&target["crate_types"], kind) && !is_auxiliary(target);
        targets.iter().filter(is_meant).filter_map(|target| target["name"].as_str()).map(str::to_string).collect()
    };
    Some(MemberFacts {
        package: package["name"].as_str()?.to_string(),
        folder: manifest.parent()?.to_path_buf(),
        libraries: names("cdylib").iter().map(|name| name.replace('-', "_")).collect(),
        binaries: names("bin"),
        component: component(&package["metadata"]["component"]),
    })
}

/// Whether the target is an example, a test or a benchmark, or the build script.
fn is_auxiliary(target: &Value) -> bool {
    ["example", "test", "bench", "custom-build"].iter().any(|kind| contains(&target["kind"], kind))
}

fn contains(list: &Value, word: &str) -> bool {
    list.as_array().is_some_and(|list| list.iter().any(|element| element == word))
}

fn component(component: &Value) -> Option<ComponentFacts> {
    let target = &component.as_object()?.get("target").cloned().unwrap_or_default();
    let text = |key: &str| target[key].as_str().map(str::to_string);
    Some(ComponentFacts { wit: text("path"), world: text("world") })
}
