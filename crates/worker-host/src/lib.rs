//! A worker executor for one machine: `golem:rpc/types@0.1.0` and WASI 0.2 on wasmtime.
//!
//! [`HostBuilder`] takes components by id. [`Host`] runs workers by URI: the first call to a worker creates it, and each has
//! its own store. Components call other workers through `golem:rpc`. All that a program can observe is as on a Golem 1.1
//! server; the documentation names the exceptions ([`RpcError`] above all). Nothing is stored: the host is for trying and
//! testing what then runs on such a server.
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
//! The path of a call: `invoke` (from outside) or `rpc` (from a component) -> `calls` (admission, trace) -> the worker's queue
//! of `job`s -> `worker` -> `worker_store` -> [`value`] (wire form <-> typed values). `future_call` holds a result that is read
//! later. `wait_graph` refuses a call that would close a cycle of waiting workers. `epochs` makes long computations yield.

pub mod value;

mod background;
mod call_error;
mod calls;
mod component;
mod component_id;
mod component_names;
mod deadline;
mod environment;
mod epochs;
mod escape;
mod function_name;
mod functions;
mod future_call;
mod handles;
mod host;
mod invoke;
mod job;
mod limits;
mod memory_budget;
mod output;
mod rpc;
mod rpc_error;
mod similar_names;
mod trace;
mod trap;
mod wait_graph;
mod wave;
mod worker;
mod worker_id;
mod worker_state;
mod worker_store;

pub use call_error::{CallError, Limit, WorkerFailure};
pub use component::{CompileCache, LoadError};
pub use component_names::UnknownComponent;
pub use escape::{escape_control, escape_control_in_json};
pub use function_name::{FunctionName, FunctionNameError, Item};
pub use functions::{Function, FunctionError};
pub use host::{Host, HostBuilder};
pub use invoke::{Answer, ArgumentError, InvokeError};
pub use limits::Limits;
pub use output::Output;
pub use rpc_error::RpcError;
pub use trace::{CallMode, Times, Trace, TraceLines, TracedCall, readable};
pub use trap::Backtraces;
pub use wave::WaveError;
pub use worker_id::{WorkerId, WorkerIdError};
