//! Runs `cargo build` and finds the WebAssembly artifact in its messages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cargo_metadata::{Artifact, Message};

use super::error::CargoError;
use super::options::{CargoOptions, CargoVerbosity, Network};
use super::toolchain::Toolchain;

/// Settings for a small component. cargo ignores profiles in the manifest of a workspace member.
const PROFILE: [&str; 5] = [
    r#"profile.release.opt-level="s""#,
    "profile.release.lto=true",
    "profile.release.codegen-units=1",
    "profile.release.strip=true",
    r#"profile.release.panic="abort""#,
];

/// Compiles the crate of `manifest` and returns the path of the WebAssembly artifact.
pub(super) fn compile(
    toolchain: &Toolchain,
    target: &str,
    manifest: &Path,
    options: &CargoOptions,
) -> Result<PathBuf, CargoError> {
    let mut command = command(toolchain, target, manifest, options);
    let cannot_run = |source| CargoError::Missing { program: toolchain.cargo.display().to_string(), source };
    let child = command.spawn().map_err(cannot_run)?;
    let output = child.wait_with_output().map_err(cannot_run)?;
    if !output.status.success() {
        return Err(CargoError::Failed { status: output.status });
    }
    artifact(&output.stdout, manifest).ok_or(CargoError::NoArtifact)
}

fn command(toolchain: &Toolchain, target: &str, manifest: &Path, options: &CargoOptions) -> Command {
    let mut command = Command::new(&toolchain.cargo);
    command.args(["build", "--release", "--message-format=json-render-diagnostics", "--target", target]);
    command.arg("--manifest-path").arg(manifest);
    for setting in PROFILE {
        command.args(["--config", setting]);
    }
    match options.network {
        Network::Online => {}
        Network::Offline => _ = command.arg("--offline"),
    }
    match options.verbosity {
        CargoVerbosity::Quiet => _ = command.arg("--quiet"),
        CargoVerbosity::Normal => {}
        CargoVerbosity::Verbose => _ = command.arg("--verbose"),
    }
    command.args(options.color.args());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    command
}

/// The WebAssembly artifact of the crate of `manifest` in cargo's messages.
fn artifact(messages: &[u8], manifest: &Path) -> Option<PathBuf> {
    let artifacts = Message::parse_stream(messages).filter_map(|message| match message {
        Ok(Message::CompilerArtifact(artifact)) => Some(artifact),
        _ => None,
    });
    let is_ours = |artifact: &Artifact| fs::canonicalize(&artifact.manifest_path).is_ok_and(|path| path == manifest);
    let files = artifacts.filter(is_ours).flat_map(|artifact| artifact.filenames);
    files.filter(|path| path.extension() == Some("wasm")).last().map(Into::into)
}
