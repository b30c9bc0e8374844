//! The host functions of `golem:rpc/types@0.1.0`: the resources `wasm-rpc` and `future-invoke-result`.
//!
//! * A malformed URI traps in the constructor, as on Golem. A URI without a worker's name gets a new name there.
//! * `invoke` returns when the call is queued or refused (see [`calls::start`]). A later failure, even an unknown function,
//!   appears only in the trace.
//! * For the lifetime of a future and its call, see [`FutureCall`].

use std::sync::Arc;

use wasmtime::StoreContextMut;
use wasmtime::component::{Linker, LinkerInstance, Resource, ResourceTableError, ResourceType};
use wasmtime_wasi::p2::{DynPollable, subscribe};

use crate::call_error::CallError;
use crate::calls::{self, CallHost, Outgoing, task_ended};
use crate::future_call::FutureCall;
use crate::job::CallResult;
use crate::rpc_error::RpcError;
use crate::trace::CallMode;
use crate::value::{Uri, WitValue};
use crate::worker_id::{Address, WorkerId};
use crate::worker_state::WorkerState;

/// The representation of a `wasm-rpc` resource.
pub(crate) struct Connection {
    callee: WorkerId,
}

type Store<'a> = StoreContextMut<'a, WorkerState>;
type CallParams = (Resource<Connection>, String, Vec<WitValue>);

/// Adds the interface to a linker.
pub(crate) fn add_to_linker(linker: &mut Linker<WorkerState>) -> wasmtime::Result<()> {
    let mut types = linker.instance("golem:rpc/types@0.1.0")?;
    add_wasm_rpc(&mut types)?;
    add_future(&mut types)
}

fn add_wasm_rpc(types: &mut LinkerInstance<'_, WorkerState>) -> wasmtime::Result<()> {
    let ty = ResourceType::host::<Connection>();
    types.resource("wasm-rpc", ty, |mut store, rep| {
        let connection = Resource::<Connection>::new_own(rep);
        store.data_mut().table.delete(connection)?;
        Ok(())
    })?;
    types.func_wrap("[constructor]wasm-rpc", |mut store: Store<'_>, (uri,): (Uri,)| {
        let address = Address::parse(&uri.value)?;
        let connection = Connection { callee: store.data().host()?.worker(address, &uri.value) };
        Ok((store.data_mut().table.push(connection)?,))
    })?;
    types.func_wrap_async("[method]wasm-rpc.invoke-and-await", |store: Store<'_>, params: CallParams| {
        Box::new(async move {
            let (host, call) = outgoing(&store, CallMode::Await, params)?;
            let result: CallResult = match calls::start(&host, call) {
                // only a future cancels its call, and this call has none
                Ok(queued) => queued.answer().await.map_or_else(|| Err(task_ended()), |answered| answered.result),
                Err(error) => Err(error),
            };
            Ok((to_wire(result),))
        })
    })?;
    types.func_wrap("[method]wasm-rpc.invoke", |store: Store<'_>, params: CallParams| {
        let (host, call) = outgoing(&store, CallMode::Forget, params)?;
        let started = calls::start(&host, call).map(|queued| {
            host.calls().background.spawn(async move {
                // only the trace gets the result
                let _ = queued.answer().await;
            });
        });
        Ok((to_wire(started),))
    })?;
    types.func_wrap("[method]wasm-rpc.async-invoke-and-await", |mut store: Store<'_>, params: CallParams| {
        let (host, call) = outgoing(&store, CallMode::Async, params)?;
        let future = FutureCall::start(&host, call);
        Ok((store.data_mut().table.push(future)?,))
    })
}

fn add_future(types: &mut LinkerInstance<'_, WorkerState>) -> wasmtime::Result<()> {
    let ty = ResourceType::host::<FutureCall>();
    types.resource("future-invoke-result", ty, |mut store, rep| {
        let future = Resource::<FutureCall>::new_own(rep);
        match store.data_mut().table.delete(future) {
            Ok(_) => Ok(()),
            Err(ResourceTableError::HasChildren) => Err(wasmtime::Error::msg(HAS_POLLABLES)),
            Err(error) => Err(error.into()),
        }
    })?;
    types.func_wrap(
        "[method]future-invoke-result.subscribe",
        |mut store: Store<'_>, (this,): (Resource<FutureCall>,)| {
            // a pollable of a borrowed resource is its child
            let pollable: Resource<DynPollable> = subscribe(&mut store.data_mut().table, this)?;
            Ok((pollable,))
        },
    )?;
    types.func_wrap("[method]future-invoke-result.get", |mut store: Store<'_>, (this,): (Resource<FutureCall>,)| {
        let future = store.data_mut().table.get_mut(&this)?;
        Ok((future.get()?.map(to_wire),))
    })
}

/// What the component gets: the error without what only people see.
fn to_wire<T>(result: Result<T, CallError>) -> Result<T, RpcError> {
    result.map_err(|error| error.to_rpc_error())
}

/// The trap of a component that drops a future before its pollables.
const HAS_POLLABLES: &str =
    "resource has children: a `future-invoke-result` is dropped while a `pollable` of it still exists";

/// The call that the worker of this store makes.
fn outgoing(
    store: &Store<'_>,
    mode: CallMode,
    (this, function, params): CallParams,
) -> wasmtime::Result<(Arc<dyn CallHost>, Outgoing)> {
    let state = store.data();
    let call = Outgoing {
        caller: state.id.clone(),
        environment: state.environment.clone(),
        depth: state.depth,
        deadline: state.deadline,
        waits: state.waits.clone(),
        mode,
        callee: state.table.get(&this)?.callee.clone(),
        function,
        params,
    };
    Ok((state.host()?, call))
}
