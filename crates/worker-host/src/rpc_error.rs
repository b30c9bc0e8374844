//! Why a call failed (`golem:rpc/types.rpc-error`), and which failure is which kind.
//!
//! As on Golem 1.1, nearly all failures are of one kind, and differ by their text:
//!
//! | `remote-internal-error` | what happened | the worker |
//! | --- | --- | --- |
//! | `Could not find any component with the given id` | no component has the id | doesn't exist |
//! | `Invalid request: could not load function …` | no such function, or one whose values can't cross | lives |
//! | `Invalid request: …: expected …` | wrong number or type of parameters | is dead |
//! | `Invalid request: …: cannot resolve handle belonging to a different worker` | a handle of another worker | is dead |
//! | `…: unknown handle index N` | a handle that was dropped or given away, or never existed | is dead |
//! | `…: wasm trap: …`, with the end of the worker's stderr | the worker trapped | is dead |
//! | `…: Process exited with code N` | the worker exited | is dead |
//!
//! A dead worker answers every later call with the text of its death. (Golem tries to recover it by its history, and fails
//! in the same way.) A malformed URI is no error of a call: it traps the caller in the constructor of `wasm-rpc`.
//!
//! `denied` is this host's own: the call would make workers wait for each other, and the text names the cycle. On Golem
//! it would never return. `protocol-error` and `not-found` do not occur.

use wasmtime::component::{ComponentType, Lift, Lower};

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, ComponentType, Lift, Lower)]
#[component(variant)]
pub enum RpcError {
    /// Not from this host.
    #[component(name = "protocol-error")]
    #[error("protocol-error: {0}")]
    Protocol(String),
    /// The call isn't allowed: its caller would wait forever.
    #[component(name = "denied")]
    #[error("denied: {0}")]
    Denied(String),
    /// Not from this host.
    #[component(name = "not-found")]
    #[error("not-found: {0}")]
    NotFound(String),
    /// There is no such component or function, the call doesn't fit it, or the worker failed.
    #[component(name = "remote-internal-error")]
    #[error("remote-internal-error: {0}")]
    RemoteInternal(String),
}
