//! What can be wrong with a workspace, and with what is wanted of it.

use std::path::PathBuf;

use stubgen_model::Diagnostic;
use stubgen_project::{DocumentError, NotText, workspace_manifest};

use crate::cargo::metadata::MetadataError;

/// One obstacle between a workspace and its flow.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkspaceError {
    /// cargo says nothing about the workspace.
    #[error(transparent)]
    Metadata(#[from] MetadataError),
    /// There is a package, and no workspace.
    #[error("`{}` has no `[workspace]`", manifest.display())]
    NoWorkspace {
        /// The package's manifest.
        manifest: PathBuf,
    },
    /// The folder belongs to a workspace further up.
    #[error("`{}` is not the folder of the workspace", folder.display())]
    NotRoot {
        /// The folder.
        folder: PathBuf,
        /// The folder of the workspace.
        root: PathBuf,
    },
    /// A name means no member.
    #[error("the workspace has no member `{name}`")]
    UnknownMember {
        /// The name, as it was given.
        name: String,
        /// The names that it could have been meant to be, best first.
        nearest: Vec<String>,
        /// The names of all members.
        members: Vec<String>,
    },
    /// A member's folder cannot be said relative to the workspace.
    #[error("the folder of `{package}`, `{}`, is not in the folder of the workspace", folder.display())]
    Outside {
        /// The member.
        package: String,
        /// Its folder.
        folder: PathBuf,
    },
    /// A member does not become one component.
    #[error("`{package}` does not compile to {wanted}")]
    NoComponent {
        /// The member.
        package: String,
        /// What it would have to compile to.
        wanted: &'static str,
    },
    /// A caller has no WIT that a stub could be added to.
    #[error("the caller `{package}` has no WIT in `{path}`")]
    NoWit {
        /// The caller.
        package: String,
        /// Where its WIT should be, relative to the workspace.
        path: String,
    },
    /// Two crates of the workspace would have one name.
    #[error("the stub of `{target}` is a crate `{name}`, which is also the name of {other}")]
    StubName {
        /// The name.
        name: String,
        /// The target.
        target: String,
        /// What has the name, too.
        other: String,
    },
    /// Two tasks would have one name, because the names of members are joined in it.
    #[error("two tasks would be called `{name}`")]
    TaskName {
        /// The name.
        name: String,
    },
    /// The place of a stub's crate holds one that has not our mark.
    #[error("`{}` holds a crate that this program has not generated", folder.display())]
    UnmarkedStub {
        /// The folder.
        folder: PathBuf,
    },
    /// A file to be edited is none.
    #[error("`{}` cannot be edited: it is not a regular file", path.display())]
    NotFile {
        /// What is there.
        path: PathBuf,
    },
    /// A file to be edited is not text.
    #[error("`{}` cannot be edited: {source}", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: NotText,
    },
    /// A file to be edited is not what it must be.
    #[error("`{}` cannot be edited: {source}", path.display())]
    Document {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: DocumentError,
    },
    /// The members cannot be what they are to be.
    #[error(transparent)]
    Members(workspace_manifest::MembersError),
}

impl WorkspaceError {
    /// What is to be said to the user.
    pub fn diagnostic(&self) -> Diagnostic {
        let location = match self {
            Self::NotText { path, source } => Some(format!("{}:{}", path.display(), source.line)),
            Self::Document { path, source } => {
                source.position().map(|position| format!("{}:{position}", path.display()))
            }
            _ => None,
        };
        Diagnostic { location, hint: self.hint(), ..Diagnostic::error(self.to_string()) }
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
            Self::UnknownMember { members, .. } if members.is_empty() => "it has no members at all".to_string(),
            Self::UnknownMember { members, .. } => format!("its members are {}", quoted(members, ", ")),
            Self::Outside { .. } => "targets and callers are in the folder of their workspace".to_string(),
            Self::NoComponent { .. } => "its `Cargo.toml` needs `[lib]` with `crate-type = [\"cdylib\"]`".to_string(),
            Self::NoWit { .. } => {
                "write its world there, or say in `path` of its `[package.metadata.component.target]` where that is"
                    .to_string()
            }
            Self::StubName { .. } => {
                "use `--builder native`, which makes no crate, or rename the target's world".to_string()
            }
            Self::TaskName { .. } => {
                "rename one of the members, so that their names differ when joined by `-`".to_string()
            }
            Self::UnmarkedStub { folder } => format!(
                "move it away; the stub is generated in `{}`, where a generated crate may be, also one of the original tool",
                folder.display()
            ),
            Self::NotFile { .. } => "move it away and run the command again".to_string(),
            Self::NotText { .. } => "save it as UTF-8".to_string(),
            Self::Document { .. } => "correct it and run the command again".to_string(),
            Self::Members(error) => return error.hint(),
        })
    }
}

fn quoted(names: &[String], separator: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(separator)
}
