//! The options of stubs that the tests use: all combinations, a random one, and one from text.
//!
//! `--skip-unsupported` is not among them: each case decides that itself.

use crate::values::Rng;
use wasm_rpc_stubgen_model::{CallStyle, RpcErrors, StubOptions, TypeSource, Unsupported};

/// All combinations, the default one first.
pub fn all() -> Vec<StubOptions> {
    let mut shapes = Vec::new();
    for types in [TypeSource::Target, TypeSource::Stub] {
        for rpc_errors in [RpcErrors::Trap, RpcErrors::Result] {
            for call_style in [CallStyle::Sync, CallStyle::Async] {
                shapes.push(StubOptions::new().call_style(call_style).rpc_errors(rpc_errors).types(types));
            }
        }
    }
    shapes
}

/// The shape of a seed.
pub fn drawn(seed: u64) -> StubOptions {
    let mut rng = Rng::new(seed ^ 0x5EED);
    rng.bits();
    rng.pick(&all())
}

/// The shape that flags of the command line ask for.
///
/// # Panics
///
/// When a word is no such flag, or its value none.
pub fn parse(flags: &str) -> StubOptions {
    let mut shape = StubOptions::default();
    let mut words = flags.split_whitespace();
    while let Some(flag) = words.next() {
        let mut value = || words.next().unwrap_or_else(|| panic!("`{flag}` has a value"));
        match flag {
            "--call-style" => {
                shape.call_style = match value() {
                    "sync" => CallStyle::Sync,
                    "async" => CallStyle::Async,
                    other => panic!("there is no call style `{other}`"),
                }
            }
            "--rpc-errors" => {
                shape.rpc_errors = match value() {
                    "trap" => RpcErrors::Trap,
                    "result" => RpcErrors::Result,
                    other => panic!("there is no way `{other}` to treat errors"),
                }
            }
            "--always-inline-types" => shape.types = TypeSource::Stub,
            "--skip-unsupported" => shape.unsupported = Unsupported::Skipped,
            other => panic!("`{other}` is no flag of a shape"),
        }
    }
    shape
}

/// The shape in words that can be part of a name: `async-result-inline`.
pub fn words(shape: &StubOptions) -> String {
    let style = match shape.call_style {
        CallStyle::Sync => None,
        CallStyle::Async => Some("async"),
    };
    let errors = match shape.rpc_errors {
        RpcErrors::Trap => None,
        RpcErrors::Result => Some("result"),
    };
    let types = match shape.types {
        TypeSource::Target => None,
        TypeSource::Stub => Some("inline"),
    };
    let words: Vec<_> = [style, errors, types].into_iter().flatten().collect();
    if words.is_empty() { "default".to_string() } else { words.join("-") }
}
