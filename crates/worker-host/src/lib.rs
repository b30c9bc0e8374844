//! A worker executor for one machine: `golem:rpc/types@0.1.0` and WASI 0.2 on wasmtime.
//!
//! [`HostBuilder`] takes components by id; [`Host`] has workers by URI, each created by the first call to it, with its own
//! store; a component calls other workers through `golem:rpc`. Wherever a program can tell, it behaves as a Golem server
//! of version 1.1 does; what it does otherwise is written where it is done ([`RpcError`] above all). Nothing is kept: it is
//! for trying and testing what then runs on such a server.
//!
//! ```no_run
//! # async fn run(bytes: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! let host = worker_host::HostBuilder::new().component("counter", bytes)?.build();
//! let answer = host.invoke("counter/alice", "example:counter/api.{add}", ["5"]).await?;
//! assert_eq!(answer.to_wave(), "5");
//! # Ok(())
//! # }
//! ```
//!
//! From a call to its answer: `invoke` (from outside) or `rpc` (from a component) -> `calls` (admission, trace) -> `host`
//! (the worker's queue, of `job`s) -> `worker` (the store) -> [`value`] (wire form <-> typed values). `future_call` keeps
//! an answer that is asked for later. `waits` refuses the call that would close a cycle of waiting workers, `turns` keeps a worker
//! that computes from holding up the others.

pub mod value;
pub mod wave;

mod calls;
mod component;
mod component_id;
mod function_name;
mod functions;
mod future_call;
mod handles;
mod host;
mod invoke;
mod job;
mod names;
mod nearest;
mod output;
mod printable;
mod rpc;
mod rpc_error;
mod trace;
mod trap;
mod turns;
mod waits;
mod worker;
mod worker_id;

pub use component::LoadError;
pub use function_name::{FunctionName, FunctionNameError, Item};
pub use functions::{Function, FunctionError};
pub use host::{Host, HostBuilder};
pub use invoke::{Answer, Arguments, InvokeError, UnknownComponent};
pub use nearest::nearest;
pub use output::Output;
pub use printable::printable;
pub use rpc_error::RpcError;
pub use trace::{CallMode, Trace, TraceLines, TracedCall};
pub use wave::WaveError;
pub use worker_id::{WorkerId, WorkerIdError};
