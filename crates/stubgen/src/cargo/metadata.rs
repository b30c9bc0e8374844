//! The members of a workspace and what they compile to, as `cargo metadata` describes them.

use std::io;
use std::path::{Path, PathBuf};

use cargo_metadata::{Error, MetadataCommand, Package};
use serde_json::Value;
use wasm_rpc_stubgen_edit::is_generated_crate;

use super::toolchain::program;

/// A workspace.
#[derive(Debug, Clone)]
pub(crate) struct WorkspaceFacts {
    /// The folder of the workspace, absolute.
    pub(crate) root: PathBuf,
    /// cargo's target directory, absolute.
    pub(crate) target_directory: PathBuf,
    /// The members, ordered by name.
    pub(crate) members: Vec<MemberFacts>,
}

/// A member of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MemberFacts {
    pub(crate) package: String,
    /// Its folder, absolute.
    pub(crate) folder: PathBuf,
    /// The file names, without extension, of its WebAssembly modules.
    pub(crate) libraries: Vec<String>,
    pub(crate) binaries: Vec<String>,
    /// `[package.metadata.component]`.
    pub(crate) component: Option<ComponentFacts>,
}

/// The configuration of `cargo component` in a member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ComponentFacts {
    /// Its WIT, relative to its folder.
    pub(crate) wit: Option<String>,
    pub(crate) world: Option<String>,
}

/// Why cargo does not describe the workspace.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MetadataError {
    /// `cargo` cannot be started.
    #[error("cannot run `{program}` to find the members of the workspace: {source}")]
    Missing {
        /// The program, as it was called.
        program: String,
        /// The error of the operating system.
        source: io::Error,
    },
    /// cargo does not load the workspace.
    #[error("cargo cannot load the workspace: {message}")]
    Refused {
        /// The message of cargo.
        message: String,
        /// Whether it is about a member that is a stub: a generated crate, or a folder `…-stub` without `Cargo.toml`.
        is_about_stub: bool,
    },
    /// The output of cargo is not what it should be.
    #[error("cannot read the output of `cargo metadata`: {message}")]
    Unreadable {
        /// The error of the parser.
        message: String,
    },
}

impl MetadataError {
    /// What the user can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "install Rust (https://rustup.rs) and add it to `PATH`",
            Self::Refused { message, .. } if message.starts_with("could not find `Cargo.toml`") => {
                "run the command in a folder of a cargo workspace"
            }
            Self::Refused { message, .. } if quoted_after(message, "two packages named ").is_some_and(is_stub_name) => {
                "rename one of them; after an interrupted run, remove the stub that `Makefile.toml` does not name and run the \
                 command again"
            }
            Self::Refused { message, .. } if quoted_after(message, "dependency ") == Some("golem-wasm-rpc") => {
                "correct the path of `golem-wasm-rpc` in `Cargo.toml` of the stub, and then the setting \
                 `wasm-rpc-path-override`"
            }
            Self::Refused { is_about_stub: true, .. } => {
                "if a stub is missing or incomplete, remove its folder and its entry in `members`, and run the command again"
            }
            Self::Refused { .. } => {
                "run the command in the folder of a workspace that `cargo metadata --no-deps` accepts"
            }
            Self::Unreadable { .. } => "check the output of `cargo metadata --no-deps`",
        }
    }
}

/// Asks cargo about the workspace of `directory`.
pub(crate) fn workspace(directory: &Path) -> Result<WorkspaceFacts, MetadataError> {
    let cargo = program("CARGO", "cargo");
    let mut command = MetadataCommand::new();
    command.cargo_path(&cargo).current_dir(directory).no_deps().other_options(["--offline".to_string()]);
    let metadata = command.exec().map_err(|error| match error {
        Error::Io(source) => MetadataError::Missing { program: cargo.display().to_string(), source },
        Error::CargoMetadata { stderr } => refused(reason(&stderr)),
        error => MetadataError::Unreadable { message: error.to_string() },
    })?;
    let mut members: Vec<MemberFacts> = metadata.packages.iter().map(member).collect();
    members.sort_by(|a, b| a.package.cmp(&b.package));
    let (root, target_directory) = (metadata.workspace_root.into(), metadata.target_directory.into());
    Ok(WorkspaceFacts { root, target_directory, members })
}

fn refused(message: String) -> MetadataError {
    let is_about_stub = quoted_after(&message, "workspace member ").is_some_and(|folder| is_stub(Path::new(folder)));
    MetadataError::Refused { message, is_about_stub }
}

/// Whether the folder of a member is that of a stub.
fn is_stub(folder: &Path) -> bool {
    let is_named = folder.file_name().is_some_and(|name| name.to_str().is_some_and(is_stub_name));
    is_named && (is_generated_crate(folder) || !folder.join("Cargo.toml").exists())
}

fn is_stub_name(name: &str) -> bool {
    name.ends_with("-stub")
}

/// What a message of cargo quotes after these words. Paths may contain any word, so what is quoted says what it is about.
fn quoted_after<'a>(message: &'a str, words: &str) -> Option<&'a str> {
    let (_, rest) = message.split_once(&format!("{words}`"))?;
    Some(rest.split_once('`')?.0)
}

/// The message of cargo, on one line and without excerpts.
fn reason(stderr: &str) -> String {
    let error = stderr.find("error: ").map_or(stderr, |start| &stderr[start + "error: ".len()..]);
    let is_excerpt = |line: &str| line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').starts_with('|');
    let is_text = |line: &&str| !line.is_empty() && *line != "Caused by:" && !is_excerpt(line);
    let mut reason = String::new();
    for line in error.lines().map(str::trim).filter(is_text) {
        let line = line.strip_prefix("error: ").unwrap_or(line);
        let separator = match line.strip_prefix("--> ") {
            _ if reason.is_empty() => "",
            Some(_) => " ",
            None if reason.ends_with(':') => " ",
            None => "; ",
        };
        reason.push_str(separator);
        reason.push_str(line);
    }
    reason
}

fn member(package: &Package) -> MemberFacts {
    let targets = || package.targets.iter();
    MemberFacts {
        package: package.name.to_string(),
        folder: package.manifest_path.parent().expect("a manifest is in a folder").into(),
        libraries: targets().filter(|target| target.is_cdylib()).map(|target| target.name.replace('-', "_")).collect(),
        binaries: targets().filter(|target| target.is_bin()).map(|target| target.name.clone()).collect(),
        component: component(&package.metadata["component"]),
    }
}

fn component(component: &Value) -> Option<ComponentFacts> {
    let target = &component.as_object()?.get("target").cloned().unwrap_or_default();
    let text = |key: &str| target[key].as_str().map(str::to_string);
    Some(ComponentFacts { wit: text("path"), world: text("world") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_follow_what_cargo_names_and_not_its_paths() {
        for (message, hint) in [
            ("could not find `Cargo.toml` in `/no/a-stub` or any parent directory", "run the command in a folder of"),
            ("failed to load manifest for workspace member `/no/a-stub`; referenced by", "if a stub is missing or"),
            ("failed to load manifest for workspace member `/no/wasm-rpc-stubgen/a`", "run the command in the folder"),
            ("failed to load manifest for workspace member `/no/a-stub/b`", "run the command in the folder"),
            ("two packages named `a-stub` in this workspace: - /no/b/Cargo.toml", "rename one of them"),
            ("two packages named `a` in this workspace: - /no/a-stub/Cargo.toml", "run the command in the folder"),
            ("failed to load manifest for dependency `golem-wasm-rpc`; failed to read", "correct the path of"),
            (
                "failed to load manifest for dependency `a`; failed to read `/golem-wasm-rpc/a`",
                "run the command in the",
            ),
        ] {
            let found = refused(message.to_string()).hint();
            assert!(found.starts_with(hint), "{message}: {found}");
        }
    }
}
