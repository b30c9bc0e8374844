//! Why a call failed (`golem:rpc/types.rpc-error`).
//!
//! As on Golem 1.1, nearly all errors are of one kind and differ in their text:
//!
//! | `remote-internal-error` | cause | the worker |
//! | --- | --- | --- |
//! | `Could not find any component with the given id` | no component has the id | does not exist |
//! | `Invalid request: could not load function …` | the function does not exist or its values cannot cross workers | stays usable |
//! | `Invalid request: …: expected …` | wrong number or type of parameters | has failed |
//! | `Invalid request: …: cannot resolve handle belonging to a different worker` | a handle of another worker | has failed |
//! | `…: unknown handle index N` | a handle that was dropped or moved, or never existed | has failed |
//! | `…: wasm trap: …`, with the end of the worker's stderr | the worker trapped | has failed |
//! | `…: Process exited with code N` | the worker exited | has failed |
//!
//! A failed worker answers every later call with the same text. (Golem replays its history first, and fails in the same
//! way.) A malformed URI is not an error of a call: it traps the caller in the constructor of `wasm-rpc`.
//!
//! Only this host returns `denied`: the call would make workers wait for each other, and the text names the cycle. On Golem
//! the call never returns. `protocol-error` and `not-found` do not occur.

use wasmtime::component::{ComponentType, Lift, Lower};

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, ComponentType, Lift, Lower)]
#[component(variant)]
pub enum RpcError {
    /// This host does not return it.
    #[component(name = "protocol-error")]
    #[error("protocol-error: {0}")]
    Protocol(String),
    /// The caller would wait forever.
    #[component(name = "denied")]
    #[error("denied: {0}")]
    Denied(String),
    /// This host does not return it.
    #[component(name = "not-found")]
    #[error("not-found: {0}")]
    NotFound(String),
    /// The component or function does not exist, the parameters do not match it, or the worker failed.
    #[component(name = "remote-internal-error")]
    #[error("remote-internal-error: {0}")]
    RemoteInternal(String),
}
