//! The arguments of the commands for workspaces: `initialize-workspace` and `flow`.

use std::path::PathBuf;

use clap::Args;
use semver::VersionReq;
use wasm_rpc_stubgen::{
    Features, Link, Profile, Settings, StubBuilder, StubImport, TypeSource, Unsupported, WasmRpcOverride, exact_version,
};

use crate::help;
use crate::stub_arguments::{Builder, CallStyleArgument, RpcErrorsArgument};

/// Set up or update the stubs and tasks of a cargo workspace
///
/// The settings are kept in `[workspace.metadata.wasm-rpc-stubgen]` of the workspace's `Cargo.toml`. A flag changes its
/// setting; a setting without its flag stays.
#[derive(Debug, Args)]
#[command(after_help = help::INITIALIZE_WORKSPACE, after_long_help = help::INITIALIZE_WORKSPACE_LONG)]
pub struct InitializeWorkspaceArguments {
    /// Add target members (package names or folders); each of `--callers` calls each of them
    #[arg(long, value_name = "MEMBER", num_args = 1.., value_delimiter = ',', requires = "callers")]
    pub targets: Vec<String>,
    /// Add caller members (package names or folders)
    #[arg(long, value_name = "MEMBER", num_args = 1.., value_delimiter = ',', requires = "targets")]
    pub callers: Vec<String>,
    /// Add one caller and its target; takes several values and can be repeated
    #[arg(long, value_name = "CALLER=TARGET", num_args = 1.., value_delimiter = ',', value_parser = link)]
    pub link: Vec<Link>,
    /// Remove one link
    #[arg(long, value_name = "CALLER=TARGET", num_args = 1.., value_delimiter = ',', value_parser = link)]
    pub unlink: Vec<Link>,
    /// Remove a target and all links to it
    #[arg(long, value_name = "MEMBER", num_args = 1.., value_delimiter = ',')]
    pub remove_target: Vec<String>,
    /// Remove settings, tasks, members and stubs; the callers' WIT stays
    #[arg(long, conflicts_with_all = ["targets", "callers", "link", "unlink", "remove_target", "WorkspaceSettingArguments"])]
    pub remove: bool,
    /// Show planned changes; write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten, next_help_heading = "Settings")]
    pub settings: WorkspaceSettingArguments,
}

/// Flags that change settings of a workspace.
#[derive(Debug, Args)]
pub struct WorkspaceSettingArguments {
    /// How to make stubs: `cargo` adds a stub crate per target to the workspace, `native` writes components directly [default: cargo]
    #[arg(long, value_enum)]
    pub builder: Option<Builder>,
    /// Let the tasks add the import of each stub to its caller's world [default: false]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub add_import: Option<bool>,
    /// `sync`: functions wait for their result; `async`: each function exists twice, `blocking-f` waits and `f` returns at once [default: sync]
    #[arg(long, value_enum, value_name = "STYLE")]
    pub call_style: Option<CallStyleArgument>,
    /// `trap`: a failed call traps; `result`: functions return `result<_, rpc-error>` [default: trap]
    #[arg(long, value_enum, value_name = "MODE")]
    pub rpc_errors: Option<RpcErrorsArgument>,
    /// Define all types in the stub interface, so that callers do not need the target's package [default: false]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub always_inline_types: Option<bool>,
    /// Skip functions that cannot be stubbed, with a warning that lists them [default: false]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub skip_unsupported: Option<bool>,
    /// Include WIT items with `@unstable(feature = …)` for these features, separated by commas; `--features=` for none
    #[arg(long, value_name = "LIST")]
    pub features: Vec<String>,
    /// Include all WIT items with `@unstable` [default: false]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", conflicts_with = "features")]
    pub all_features: Option<bool>,
    /// Use the crate `golem-wasm-rpc` from this directory (absolute path) in stub crates
    #[arg(long, value_name = "DIRECTORY", conflicts_with = "wasm_rpc_version_override")]
    pub wasm_rpc_path_override: Option<PathBuf>,
    /// Use this version of the published crate `golem-wasm-rpc` in stub crates; 1.0.16 and 1.1.0 are known to work and require `protoc`
    #[arg(long, value_name = "VERSION", value_parser = exact_version)]
    pub wasm_rpc_version_override: Option<VersionReq>,
}

impl WorkspaceSettingArguments {
    /// The settings that change.
    pub fn settings(self) -> Settings {
        let types = |inline| if inline { TypeSource::Stub } else { TypeSource::Target };
        let unsupported = |skip| if skip { Unsupported::Skipped } else { Unsupported::Refused };
        let import = |add| if add { StubImport::Added } else { StubImport::Manual };
        let features = match self.all_features {
            Some(true) => Some(Features::All),
            Some(false) | None if self.features.is_empty() => None,
            Some(false) | None => Some(Features::listed(self.features.iter().map(String::as_str))),
        };
        let version = self.wasm_rpc_version_override.map(WasmRpcOverride::Version);
        Settings {
            call_style: self.call_style.map(CallStyleArgument::style),
            rpc_errors: self.rpc_errors.map(RpcErrorsArgument::mode),
            types: self.always_inline_types.map(types),
            unsupported: self.skip_unsupported.map(unsupported),
            features,
            builder: self.builder.map(|builder| match builder {
                Builder::Native => StubBuilder::Native,
                Builder::Cargo => StubBuilder::Cargo,
            }),
            wasm_rpc: self.wasm_rpc_path_override.map(WasmRpcOverride::Path).or(version),
            import: self.add_import.map(import),
            links: None,
        }
    }
}

/// Build a workspace: stubs, callers' WIT, compiled and composed components
///
/// Does what the tasks `build-flow` and `release-build-flow` of `initialize-workspace` do, without cargo-make and from any
/// folder of the workspace. Stubs, callers' WIT, members and tasks that are up to date are not written again.
#[derive(Debug, Args)]
#[command(after_help = help::FLOW, after_long_help = help::FLOW_LONG)]
pub struct FlowArguments {
    /// Compile with optimizations (`cargo build --release`)
    #[arg(long)]
    pub release: bool,
    /// Fail if a file outside of the target directory would change, and list such files; write and compile nothing
    #[arg(long, conflicts_with = "release")]
    pub check: bool,
}

impl FlowArguments {
    /// The build profile.
    pub fn profile(&self) -> Profile {
        if self.release { Profile::Release } else { Profile::Debug }
    }
}

/// Parses `CALLER=TARGET`.
fn link(text: &str) -> Result<Link, String> {
    match text.split_once('=') {
        Some((caller, target)) if !caller.is_empty() && !target.is_empty() => {
            Ok(Link { caller: caller.to_string(), target: target.to_string() })
        }
        _ => Err("expected `CALLER=TARGET`".to_string()),
    }
}
