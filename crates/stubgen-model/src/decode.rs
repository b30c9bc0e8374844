//! A WebAssembly file to the WIT that it encodes.

use std::path::Path;

use wit_component::DecodedWasm;

use crate::caught::caught;
use crate::wit_package::{BinaryKind, WitContent};
use crate::{LoadError, docs};

/// The WIT that the WebAssembly file at `path` encodes.
pub(crate) fn decode(path: &Path, content: &[u8]) -> Result<WitContent, LoadError> {
    if wasmparser::Parser::is_core_wasm(content) {
        return Err(LoadError::CoreModule(path.to_path_buf()));
    }
    let invalid = |message: String| LoadError::Wasm { path: path.to_path_buf(), message: message.replace('\n', ": ") };
    wasmparser::Validator::new_with_features(wasmparser::WasmFeatures::all())
        .validate_all(content)
        .map_err(|error| invalid(error.to_string()))?;
    let no_wit = |reason: Option<String>| LoadError::NoWitForm { path: path.to_path_buf(), reason };
    let decoded = caught(|| wit_component::decode(content)).ok_or_else(|| no_wit(None))?;
    let decoded = decoded.map_err(|error| no_wit(Some(format!("{error:#}"))))?;
    let kind = match decoded {
        DecodedWasm::WitPackage(..) => BinaryKind::Package,
        DecodedWasm::Component(..) => BinaryKind::Component,
    };
    let package = decoded.package();
    let (DecodedWasm::WitPackage(mut resolve, _) | DecodedWasm::Component(mut resolve, _)) = decoded;
    docs::clean_packages(&mut resolve);
    Ok(WitContent::Binary(Box::new(resolve), package, kind))
}
