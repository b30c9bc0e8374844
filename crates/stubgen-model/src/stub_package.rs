//! How the WIT packages of a stub are stored: their text and their paths.

use std::path::{Path, PathBuf};

use wit_component::WitPrinter;
use wit_parser::{PackageId, PackageName, Resolve};

use crate::golem::{IO_PACKAGE, RPC_PACKAGE};

/// The file of the stub's own package.
pub const STUB_FILE: &str = "_stub.wit";

/// The name that later versions of the original tool gave that file.
const LATER_STUB_FILE: &str = "stub.wit";

/// The file of the stub's own package in a directory of WIT, by this program or the original tool.
pub fn stub_file(directory: &Path) -> Option<PathBuf> {
    [STUB_FILE, LATER_STUB_FILE].iter().map(|file| directory.join(file)).find(|path| path.is_file())
}

/// The name of the folder of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderName {
    /// After the package: `ns_name`.
    Plain,
    /// After the package and its version, if it has one: `ns_name@version`.
    Versioned,
}

/// The path of a package that is alone in its folder: `deps/ns_name/name.wit`. The packages that every stub uses have
/// short names: `deps/wasm-rpc/wasm-rpc.wit`, `deps/io/poll.wit`.
pub fn dependency_path(name: &PackageName, folder: FolderName) -> String {
    let (ns, package) = (name.namespace.replace(':', "_"), &name.name);
    match (name.to_string().as_str(), folder, &name.version) {
        (RPC_PACKAGE, FolderName::Plain, _) => "deps/wasm-rpc/wasm-rpc.wit".to_string(),
        (IO_PACKAGE, FolderName::Plain, _) => "deps/io/poll.wit".to_string(),
        (_, FolderName::Versioned, Some(version)) => format!("deps/{ns}_{package}@{version}/{package}.wit"),
        _ => format!("deps/{ns}_{package}/{package}.wit"),
    }
}

/// A package as WebAssembly; `None` if it cannot be encoded.
pub fn encode_package(resolve: &Resolve, package: PackageId) -> Option<Vec<u8>> {
    wit_component::encode(resolve, package, false).ok()
}

/// The text of a package.
///
/// # Panics
///
/// When `resolve` was not made by the parser or the decoder.
pub fn print_package(resolve: &Resolve, package: PackageId) -> String {
    try_print_package(resolve, package).expect("a resolved package can be printed")
}

/// The text of a package, or why it cannot be printed.
pub(crate) fn try_print_package(resolve: &Resolve, package: PackageId) -> Result<String, String> {
    let mut printer = WitPrinter::default();
    printer.print(resolve, package, &[]).map_err(|error| format!("{error:#}"))?;
    Ok(format!("{}\n", printer.output.to_string().trim_end()))
}
