//! Why a workspace cannot be initialized.

use std::path::PathBuf;

use wasm_rpc_stubgen_edit::workspace_manifest::MembersError;
use wasm_rpc_stubgen_model::Diagnostic;

use crate::cargo::metadata::MetadataError;

/// One obstacle.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkspaceError {
    /// cargo does not describe the workspace.
    #[error(transparent)]
    Metadata(#[from] MetadataError),
    /// The manifest is that of a package without a workspace.
    #[error("`{}` has no `[workspace]`", manifest.display())]
    NoWorkspace {
        /// The package's manifest.
        manifest: PathBuf,
    },
    /// The folder is inside a workspace.
    #[error("`{}` is not the root of the workspace", folder.display())]
    NotRoot {
        /// The folder.
        folder: PathBuf,
        /// The folder of the workspace.
        root: PathBuf,
    },
    /// No member has this name or folder.
    #[error("the workspace has no member `{name}`")]
    UnknownMember {
        /// The name, as it was given.
        name: String,
        /// Similar names, best first.
        nearest: Vec<String>,
        /// The names of all members.
        members: Vec<String>,
    },
    /// A member's folder is outside the workspace.
    #[error("the folder of `{package}`, `{}`, is outside the workspace", folder.display())]
    Outside {
        /// The member.
        package: String,
        /// Its folder.
        folder: PathBuf,
    },
    /// A member does not compile to one component.
    #[error("`{package}` does not compile to {wanted}")]
    NoComponent {
        /// The member.
        package: String,
        /// What it must compile to.
        wanted: &'static str,
    },
    /// A target or a caller has no WIT.
    #[error("the {role} `{package}` has no WIT in `{path}`")]
    NoWit {
        /// `target` or `caller`.
        role: &'static str,
        /// The member.
        package: String,
        /// The expected path of its WIT, relative to the workspace.
        path: String,
    },
    /// The WIT of a target has several worlds, and none is chosen.
    #[error("the WIT of `{package}` has several worlds: {}", quoted(.worlds, ", "))]
    SeveralWorlds {
        /// The target.
        package: String,
        /// The worlds.
        worlds: Vec<String>,
    },
    /// Two crates of the workspace would have the same name.
    #[error("the stub of `{target}` would be a crate named `{name}`, but {other} already has that name")]
    StubName {
        /// The name.
        name: String,
        /// The target.
        target: String,
        /// The other crate.
        other: String,
    },
    /// Two tasks would have the same name, which joins the names of members.
    #[error("two tasks in `Makefile.toml` would be called `{name}`")]
    TaskName {
        /// The name.
        name: String,
    },
    /// The path of a member cannot be an argument of a task.
    #[error("the path `{path}` of `{package}` cannot be used in a task")]
    TaskPath {
        /// The member.
        package: String,
        /// The path, relative to the workspace.
        path: String,
    },
    /// A stub cannot become a member.
    #[error(transparent)]
    Members(MembersError),
}

impl WorkspaceError {
    /// The error as the user sees it.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic { hint: self.hint(), ..Diagnostic::error(self.to_string()) }
    }

    /// What the user can do about it.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Metadata(error) => error.hint().to_string(),
            Self::NoWorkspace { .. } => {
                "add a line `[workspace]` to it, or run the command in the folder of a workspace".to_string()
            }
            Self::NotRoot { root, .. } => format!("run the command in `{}`", root.display()),
            Self::UnknownMember { nearest, .. } if !nearest.is_empty() => {
                format!("did you mean {}?", quoted(nearest, " or "))
            }
            Self::UnknownMember { members, .. } if members.is_empty() => {
                "the workspace has no members; add their folders to `members` in its `Cargo.toml`".to_string()
            }
            Self::UnknownMember { members, .. } => format!("its members are {}", quoted(members, ", ")),
            Self::Outside { .. } => "move it into the folder of the workspace".to_string(),
            Self::NoComponent { .. } => "its `Cargo.toml` needs `[lib]` with `crate-type = [\"cdylib\"]`".to_string(),
            Self::NoWit { .. } => {
                "write its world there, or set `path` in its `[package.metadata.component.target]`".to_string()
            }
            Self::SeveralWorlds { .. } => {
                "name the package like its world, or set `world` in its `[package.metadata.component.target]`"
                    .to_string()
            }
            Self::StubName { .. } => {
                "use `--builder native`, which needs no crate, or rename the target's world".to_string()
            }
            Self::TaskName { .. } => {
                "rename one of the members so that their names differ when joined by `-`".to_string()
            }
            Self::TaskPath { .. } => {
                "rename the folder: cargo-make expands `${…}`, and a path that begins with `-` is read as a flag"
                    .to_string()
            }
            Self::Members(error) => return error.hint(),
        })
    }
}

fn quoted(names: &[String], separator: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(separator)
}
