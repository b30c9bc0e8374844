//! Warns about options of a stub's crate.

use semver::VersionReq;
use wasm_rpc_stubgen_core::{CrateOptions, Diagnostic, WasmRpc};

use crate::Event;

/// The versions of `golem-wasm-rpc` that stubs were tried with.
const TRIED_VERSIONS: [&str; 2] = ["1.0.16", "1.1.0"];

/// Warns about a `golem-wasm-rpc` with which the crate may not compile.
pub(crate) fn warn(options: &CrateOptions, report: &mut dyn FnMut(Event<'_>)) {
    if let (Ok(()), Some(warning)) = (options.check(), warning(options)) {
        report(Event::Diagnostic(&warning));
    }
}

fn warning(options: &CrateOptions) -> Option<Diagnostic> {
    match &options.wasm_rpc {
        WasmRpc::Path(path) if path.join("Cargo.toml").is_file() => None,
        WasmRpc::Path(path) => {
            let shown = path.display();
            let message = match path.exists() {
                true => format!("the path of `golem-wasm-rpc`, `{shown}`, has no `Cargo.toml`"),
                false => format!("the path of `golem-wasm-rpc`, `{shown}`, does not exist"),
            };
            let hint = "cargo needs the crate `golem-wasm-rpc` there to compile the stub's crate";
            Some(Diagnostic::warning(message).hint(hint))
        }
        WasmRpc::Version(version) if is_tried(version) => None,
        WasmRpc::Version(version) => {
            let version = version.to_string();
            let version = version.trim_start_matches('=');
            let message = format!("stubs were not tried with version `{version}` of `golem-wasm-rpc`");
            Some(Diagnostic::warning(message).hint("1.0.16 and 1.1.0 are known to work"))
        }
        WasmRpc::Bindings => None,
    }
}

/// Whether exactly a tried version is required.
fn is_tried(version: &VersionReq) -> bool {
    TRIED_VERSIONS.iter().any(|tried| version.to_string() == format!("={tried}"))
}
