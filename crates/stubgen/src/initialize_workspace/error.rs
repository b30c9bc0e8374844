//! Why a workspace cannot be initialized.

use std::path::PathBuf;

use wasm_rpc_stubgen_edit::settings::SettingError;
use wasm_rpc_stubgen_edit::workspace_manifest::MembersError;
use wasm_rpc_stubgen_model::{Diagnostic, Location, did_you_mean, quoted};

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
    /// No member has the name in a link.
    #[error("`{name}` is linked, but the workspace has no such member")]
    NoMember {
        /// The name.
        name: String,
        /// Where the name is.
        location: Location,
        /// Similar names, best first.
        nearest: Vec<String>,
        /// The flag that removes it.
        removal: String,
    },
    /// A link that is to be removed does not exist.
    #[error("`{caller}` is not linked to `{target}`")]
    NotLinked {
        /// The caller.
        caller: String,
        /// The target.
        target: String,
        /// The targets of the caller.
        targets: Vec<String>,
    },
    /// A target that is to be removed does not exist.
    #[error("no member is linked to `{name}`")]
    NoTarget {
        /// The name.
        name: String,
        /// Similar targets, best first.
        nearest: Vec<String>,
        /// All targets.
        targets: Vec<String>,
    },
    /// There are neither settings nor tasks.
    #[error("`Cargo.toml` names no links: `[workspace.metadata.wasm-rpc-stubgen.links]` is missing or empty")]
    NoLinks,
    /// An error in the settings.
    #[error("{error}")]
    Setting {
        /// The file.
        manifest: PathBuf,
        /// The error.
        error: SettingError,
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
        let mut location = None;
        if let Self::NoMember { location: found, .. } = self {
            location = Some(found.clone());
        }
        if let Self::Setting { manifest, error } = self {
            location = error.position.map(|position| Location::new(manifest.display().to_string(), position));
        }
        Diagnostic { hint: self.hint(), location, ..Diagnostic::error(self.to_string()) }
    }

    /// What the user can do about it.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Metadata(error) => error.hint().to_string(),
            Self::NoWorkspace { .. } => {
                "add a line `[workspace]` to it, or run the command in the folder of a workspace".to_string()
            }
            Self::NotRoot { root, .. } => format!("run the command in `{}`", root.display()),
            Self::UnknownMember { nearest, .. } if !nearest.is_empty() => return did_you_mean(nearest),
            Self::UnknownMember { members, .. } if members.is_empty() => {
                "the workspace has no members; add their folders to `members` in its `Cargo.toml`".to_string()
            }
            Self::UnknownMember { members, .. } => format!("its members are {}", quoted(members, ", ")),
            Self::NoMember { nearest, removal, .. } if !nearest.is_empty() => {
                format!("did you mean {}? If it is gone, run `initialize-workspace {removal}`", quoted(nearest, " or "))
            }
            Self::NoMember { removal, .. } => format!("if it is gone, run `initialize-workspace {removal}`"),
            Self::NotLinked { caller, targets, .. } if targets.is_empty() => format!("`{caller}` has no links"),
            Self::NotLinked { caller, targets, .. } => format!("`{caller}` calls {}", quoted(targets, ", ")),
            Self::NoTarget { nearest, .. } if !nearest.is_empty() => return did_you_mean(nearest),
            Self::NoTarget { targets, .. } if targets.is_empty() => "there are no links".to_string(),
            Self::NoTarget { targets, .. } => format!("the targets are {}", quoted(targets, ", ")),
            Self::NoLinks => {
                "name the members with `--targets TARGET --callers CALLER` or `--link CALLER=TARGET`".to_string()
            }
            Self::Setting { error, .. } => error.hint(),
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
