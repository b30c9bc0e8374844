//! Arguments about stubs that several commands have: the builder, the crate, feature gates, the shape.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use semver::{Version, VersionReq};
use wasm_rpc_stubgen::{
    CallStyle, CrateOptions, Features, RpcErrors, StubOptions, TypeSource, Unsupported, WasmRpc, exact_version,
};

/// How a stub component is made.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Builder {
    // No doc comments: clap would list them below the flag.
    Native,
    Cargo,
}

/// Flags for the stub's Rust crate.
#[derive(Debug, Args)]
pub struct StubCrateArguments {
    /// Version of the stub's crate [default: 0.0.1]
    #[arg(long, value_name = "VERSION")]
    pub stub_crate_version: Option<Version>,
    /// Use the crate `golem-wasm-rpc` from this directory (absolute path)
    ///
    /// Without this flag and `--wasm-rpc-version-override`, the crate has bindings of its own and depends on `wit-bindgen` only.
    #[arg(long, value_name = "DIRECTORY", conflicts_with = "wasm_rpc_version_override")]
    pub wasm_rpc_path_override: Option<PathBuf>,
    /// Use this version of the published crate `golem-wasm-rpc`; 1.0.16 and 1.1.0 are known to work and require `protoc`
    #[arg(long, value_name = "VERSION", value_parser = exact_version)]
    pub wasm_rpc_version_override: Option<VersionReq>,
}

/// Flags for the feature gates of WIT.
#[derive(Debug, Args)]
pub struct FeatureArguments {
    /// Include WIT items with `@unstable(feature = …)` for these features, separated by commas; can be repeated
    ///
    /// Items behind other feature gates are left out, as in `wasm-tools`.
    #[arg(long, value_name = "LIST")]
    pub features: Vec<String>,
    /// Include all WIT items with `@unstable`
    #[arg(long, conflicts_with = "features")]
    pub all_features: bool,
}

impl FeatureArguments {
    /// The features whose gates are open.
    pub fn features(&self) -> Features {
        match self.all_features {
            true => Features::All,
            false => Features::listed(self.features.iter().map(String::as_str)),
        }
    }
}

/// Flags for the shape of the stub.
#[derive(Debug, Args)]
#[command(next_help_heading = "Shape of the stub")]
pub struct ShapeArguments {
    /// `sync`: functions wait for their result; `async`: each function exists twice, `blocking-f` waits and `f` returns at once [default: that of the stub that is replaced, or sync]
    #[arg(long, value_enum, value_name = "STYLE")]
    pub call_style: Option<CallStyleArgument>,
    /// `trap`: a failed call traps; `result`: functions return `result<_, rpc-error>`
    #[arg(long, value_enum, default_value_t = RpcErrorsArgument::Trap, value_name = "MODE")]
    pub rpc_errors: RpcErrorsArgument,
    /// Define all types in the stub interface, so that callers do not need the target's package
    #[arg(long)]
    pub always_inline_types: bool,
    /// Skip functions that cannot be stubbed, with a warning that lists them
    ///
    /// These are functions with types that cannot be passed between workers, such as `stream`. If no function is left, that is an
    /// error.
    #[arg(long)]
    pub skip_unsupported: bool,
}

/// The values of `--call-style`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum CallStyleArgument {
    /// Each function keeps its name and type, and waits for the result
    Sync,
    /// `blocking-f` waits; `f` returns at once, with a future if it has a result
    Async,
}

/// The values of `--rpc-errors`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RpcErrorsArgument {
    /// The caller traps, after a line on stderr that says why
    Trap,
    /// Functions return `result<_, rpc-error>`
    Result,
}

impl CallStyleArgument {
    pub fn style(self) -> CallStyle {
        match self {
            Self::Sync => CallStyle::Sync,
            Self::Async => CallStyle::Async,
        }
    }
}

impl RpcErrorsArgument {
    pub fn mode(self) -> RpcErrors {
        match self {
            Self::Trap => RpcErrors::Trap,
            Self::Result => RpcErrors::Result,
        }
    }
}

impl ShapeArguments {
    /// The options that the flags stand for. `inherited` is asked for the call style if no flag gives it.
    pub fn shape(&self, inherited: impl FnOnce() -> CallStyle) -> StubOptions {
        StubOptions::new()
            .call_style(self.call_style.map_or_else(inherited, CallStyleArgument::style))
            .rpc_errors(self.rpc_errors.mode())
            .types(if self.always_inline_types { TypeSource::Stub } else { TypeSource::Target })
            .unsupported(if self.skip_unsupported { Unsupported::Skipped } else { Unsupported::Refused })
    }
}

impl StubCrateArguments {
    /// The options for the generated crate.
    pub fn options(self) -> CrateOptions {
        let wasm_rpc = match (self.wasm_rpc_path_override, self.wasm_rpc_version_override) {
            (Some(path), _) => WasmRpc::Path(path),
            (None, Some(version)) => WasmRpc::Version(version),
            (None, None) => WasmRpc::Bindings,
        };
        CrateOptions::new().version(self.stub_crate_version.unwrap_or(Version::new(0, 0, 1))).wasm_rpc(wasm_rpc)
    }
}
