//! `golem:rpc/types@0.1.0` for the components: the resources `wasm-rpc` and `future-invoke-result`.
//!
//! * A malformed URI traps in the constructor, as on Golem. One without a worker's name gets a fresh one there.
//! * `invoke` is done when the call is in the callee's queue, or refused (see [`Shared::start`]); that it fails later
//!   only the trace tells, an unknown function and wrong parameters included.
//! * What a future does, and what becomes of its call when it is dropped: see [`FutureCall`].

use std::sync::Arc;

use wasmtime::StoreContextMut;
use wasmtime::component::{Linker, LinkerInstance, Resource, ResourceTableError, ResourceType};
use wasmtime_wasi::p2::{DynPollable, subscribe};

use crate::calls::{Answer, Outgoing, task_ended};
use crate::future_call::FutureCall;
use crate::host::Shared;
use crate::trace::CallMode;
use crate::value::{Uri, WitValue};
use crate::worker::WorkerState;
use crate::worker_id::{Address, WorkerId};

/// What is behind a `wasm-rpc`.
pub(crate) struct Connection {
    callee: WorkerId,
}

type Store<'a> = StoreContextMut<'a, WorkerState>;
type CallParams = (Resource<Connection>, String, Vec<WitValue>);

/// Offers the interface to components.
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
        let connection = Connection { callee: host(&store)?.worker(address, &uri.value) };
        Ok((store.data_mut().table.push(connection)?,))
    })?;
    types.func_wrap_async("[method]wasm-rpc.invoke-and-await", |store: Store<'_>, params: CallParams| {
        Box::new(async move {
            let (host, call) = outgoing(&store, CallMode::Await, params)?;
            let answer: Answer = match host.start(call) {
                // nobody but its future cancels a call, and this one has none
                Ok(pending) => pending.outcome().await.unwrap_or_else(|| Err(task_ended())),
                Err(error) => Err(error),
            };
            Ok((answer,))
        })
    })?;
    types.func_wrap("[method]wasm-rpc.invoke", |store: Store<'_>, params: CallParams| {
        let (host, call) = outgoing(&store, CallMode::Forget, params)?;
        let started = host.start(call).map(|pending| {
            host.in_background(async move {
                // nobody asks for it: the trace has told of it
                let _ = pending.outcome().await;
            });
        });
        Ok((started,))
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
            Err(ResourceTableError::HasChildren) => Err(wasmtime::Error::msg(DROPPED_TOO_EARLY)),
            Err(error) => Err(error.into()),
        }
    })?;
    types.func_wrap(
        "[method]future-invoke-result.subscribe",
        |mut store: Store<'_>, (this,): (Resource<FutureCall>,)| {
            // `this` is borrowed, which makes the pollable its child
            let pollable: Resource<DynPollable> = subscribe(&mut store.data_mut().table, this)?;
            Ok((pollable,))
        },
    )?;
    types.func_wrap("[method]future-invoke-result.get", |mut store: Store<'_>, (this,): (Resource<FutureCall>,)| {
        let future = store.data_mut().table.get_mut(&this)?;
        Ok((future.get()?,))
    })
}

/// The trap of a component that doesn't keep wasi's order.
const DROPPED_TOO_EARLY: &str =
    "resource has children: a `future-invoke-result` is dropped while a `pollable` of it still exists";

/// The call that the worker of this store makes.
fn outgoing(
    store: &Store<'_>,
    mode: CallMode,
    (this, function, params): CallParams,
) -> wasmtime::Result<(Arc<Shared>, Outgoing)> {
    let host = host(store)?;
    let state = store.data();
    let call = Outgoing {
        caller: state.id.clone(),
        environment: state.environment.clone(),
        depth: state.depth,
        mode,
        callee: state.table.get(&this)?.callee.clone(),
        function,
        params,
    };
    Ok((host, call))
}

fn host(store: &Store<'_>) -> wasmtime::Result<Arc<Shared>> {
    store.data().host.upgrade().ok_or_else(|| wasmtime::Error::msg("the host is shutting down"))
}
