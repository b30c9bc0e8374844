//! Why a call failed (`golem:rpc/types.rpc-error`), and which failure is which kind.
//!
//! | kind | what happened |
//! | --- | --- |
//! | `protocol-error` | malformed URI; unknown or unsupported function; wrong number or type of arguments; a handle that isn't the worker's |
//! | `denied` | the call would make workers wait for each other: the message names the cycle |
//! | `not-found` | no component has the id |
//! | `remote-internal-error` | the worker trapped, in this call or earlier, exited, or couldn't be instantiated |

use wasmtime::component::{ComponentType, Lift, Lower};

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, ComponentType, Lift, Lower)]
#[component(variant)]
pub enum RpcError {
    /// The call doesn't fit the worker.
    #[component(name = "protocol-error")]
    #[error("protocol-error: {0}")]
    Protocol(String),
    /// The call isn't allowed: its caller would wait forever.
    #[component(name = "denied")]
    #[error("denied: {0}")]
    Denied(String),
    /// There is no such component.
    #[component(name = "not-found")]
    #[error("not-found: {0}")]
    NotFound(String),
    /// The worker failed.
    #[component(name = "remote-internal-error")]
    #[error("remote-internal-error: {0}")]
    RemoteInternal(String),
}
