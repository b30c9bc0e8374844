//! Runs `cargo build` and finds the WebAssembly artifact in its messages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

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
    artifact(&String::from_utf8_lossy(&output.stdout), manifest).ok_or(CargoError::NoArtifact)
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
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    command
}

/// The WebAssembly file that cargo's messages, one in each line, name for the crate of `manifest`.
fn artifact(messages: &str, manifest: &Path) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let is_ours = |message: &Value| {
        let path = message["manifest_path"].as_str().and_then(|path| fs::canonicalize(path).ok());
        message["reason"] == "compiler-artifact" && path.as_deref() == Some(manifest)
    };
    messages.filter(is_ours).flat_map(|message| wasm_files(&message)).last()
}

fn wasm_files(message: &Value) -> Vec<PathBuf> {
    let files = message["filenames"].as_array().into_iter().flatten();
    let paths = files.filter_map(Value::as_str).map(PathBuf::from);
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "wasm")).collect()
}
