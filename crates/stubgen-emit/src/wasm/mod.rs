//! The model of a stub to a WebAssembly component, without a compiler.
//!
//! For a function of the target such as `add: func(a: u64) -> u64` the module has, in the words of its text format,
//!
//! ```wat
//! (func $"ns:name/api.{add}" (param $connection i32) (param $a i64) (result i64)
//!   ;; one node: prim-u64
//!   (i32.store8 (local.get $node) (i32.const 11)) (i64.store offset=8 (local.get $node) (local.get $a))
//!   ;; list of one parameter, which is a list of one node
//!   …
//!   (call $invoke-and-await (local.get $connection) …)
//!   ;; a failure is reported; a function that is called after the error traps
//!   (if (i32.load8_u (i32.const 8)) (then (call $rpc-error) (unreachable)))
//!   ;; the answer's root is a tuple of one element, which is a prim-u64
//!   …)
//! ```
//!
//! The files are layers; each imports from those above it.
//!
//! | layer | file | what |
//! | --- | --- | --- |
//! | symbols | `symbol` | names of functions, globals and addresses |
//! | instructions | `stack`, `code` | the body of a function, checked as it is emitted |
//! | trap or return | `failure` | what a function does about a malformed answer |
//! | ABI | `layout`, `shape` | types without names: their parts, sizes and numbers of nodes |
//! | | `memory_map`, `host` | addresses; the layout of `golem:rpc` |
//! | | `place` | where a value is |
//! | context | `emitter` | what all code is emitted from |
//! | runtime | `memory`, `stderr`, `trap` | arena and heap; reports of failed calls; reasons to trap |
//! | lower | `encode`, `count`, `arguments` | values to nodes |
//! | lift | `node`, `decode`, `answer` | nodes to values |
//! | exports | `resource`, `future`, `call` | handles, and the exported functions |
//! | assembly | `interface`, `definitions`, `module` | imports and exports; one module of all functions |
//! | | `component` | shorter names inside the component |

mod answer;
mod arguments;
mod call;
mod code;
mod component;
mod count;
mod decode;
mod definitions;
mod emitter;
mod encode;
mod failure;
mod future;
mod host;
mod interface;
mod layout;
mod memory;
mod memory_map;
mod module;
mod node;
mod place;
mod resource;
mod shape;
mod stack;
mod stderr;
mod symbol;
mod trap;

use crate::wit::StubWit;
use emitter::Emitter;
use wasm_rpc_stubgen_model::StubModel;
use wasmparser::{Validator, WasmFeatures};
use wit_component::{ComponentEncoder, StringEncoding};
use wit_parser::SizeAlign;

/// Why a stub cannot be encoded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EmitError {
    /// It is larger than the component model allows; the model's own limits leave only sheer numbers for this.
    #[error("the stub of `{target}` exceeds a limit of the component model: {message}")]
    TooLarge {
        /// The target's package.
        target: String,
        /// What the encoder says.
        message: String,
    },
    /// The model made a stub that no component can contain.
    #[error("internal error: the stub of `{target}` cannot be encoded: {message}")]
    Internal {
        /// The target's package.
        target: String,
        /// What the encoder says.
        message: String,
    },
}

impl EmitError {
    fn of(model: &StubModel, message: String) -> Self {
        let target = model.target.to_string();
        match is_limit(&message) {
            true => Self::TooLarge { target, message },
            false => Self::Internal { target, message },
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::TooLarge { .. } => "split the target's world into several".to_string(),
            Self::Internal { target, .. } => format!("please report it, with the WIT of `{target}`"),
        }
    }
}

/// Whether a message of the validator is about a limit. No name in it can contain a space.
fn is_limit(message: &str) -> bool {
    const WORDS: [&str; 7] = [
        "exceeds limit",
        "exceeds the limit",
        "exceeds maximum",
        "implementation limit",
        "size out of bounds",
        "size is out of bounds",
        "nesting is too deep",
    ];
    WORDS.iter().any(|words| message.contains(words))
}

/// Emits the stub as a component whose world is the one of `wit`.
///
/// # Errors
///
/// When no component can contain the stub.
pub fn emit_wasm(model: &StubModel, wit: &StubWit) -> Result<Vec<u8>, EmitError> {
    let with_stderr = stderr::with_stderr(model, wit);
    let resolve = with_stderr.as_ref().unwrap_or(&wit.resolve);
    let mut sizes = SizeAlign::default();
    sizes.fill(resolve).map_err(|error| EmitError::of(model, format!("{error:#}")))?;
    let mut emitter = Emitter::new(model, wit, resolve, with_stderr.is_some(), &sizes);
    let mut module = module::assemble(&mut emitter);
    let mut encode = || {
        // Golem 1.x knows only names with the whole version.
        let canonical_names = false;
        wit_component::embed_component_metadata(
            &mut module,
            resolve,
            wit.world,
            StringEncoding::UTF8,
            canonical_names,
        )?;
        ComponentEncoder::default().module(&module)?.encode()
    };
    let component = encode().map_err(|error| EmitError::of(model, format!("{error:#}")))?;
    let component = component::shortened(&component);
    // The encoder validates only the module: the types of all interfaces together may be too large.
    let validated = Validator::new_with_features(WasmFeatures::all()).validate_all(&component);
    validated.map_err(|error| EmitError::of(model, error.message().to_string()))?;
    Ok(component)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_limit_is_a_limit() {
        assert!(is_limit("failed to validate: types count exceeds limit of 1000000 (at offset 0x2e5)"));
        assert!(is_limit("effective type size exceeds the limit of 1000000"));
        assert!(!is_limit("export name `limit` conflicts with previous name `limit`"));
    }
}
