//! `golem:rpc/types@0.1.0` for the components: the resources `wasm-rpc` and `future-invoke-result`.
//!
//! * A malformed URI is reported by the calls on the resource: its constructor can't fail.
//! * `invoke` is done when the call is in the callee's queue, or refused (see [`Shared::start`]); that it fails later
//!   only the trace tells.
//! * What a future does, and what becomes of its call when it is dropped: see [`FutureCall`].

use std::sync::Arc;

use wasmtime::StoreContextMut;
use wasmtime::component::{Linker, LinkerInstance, Resource, ResourceTableError, ResourceType};
use wasmtime_wasi::p2::{DynPollable, subscribe};

use crate::calls::{Answer, Connection, Outgoing};
use crate::future_call::FutureCall;
use crate::host::Shared;
use crate::trace::CallMode;
use crate::value::{Uri, WitValue};
use crate::worker::WorkerState;
use crate::worker_id::WorkerId;

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
        let connection = Connection { worker: WorkerId::parse(&uri.value), uri: uri.value };
        Ok((store.data_mut().table.push(connection)?,))
    })?;
    types.func_wrap_async("[method]wasm-rpc.invoke-and-await", |store: Store<'_>, params: CallParams| {
        Box::new(async move {
            let (host, call) = outgoing(&store, CallMode::Await, params)?;
            let answer: Answer = match host.start(call) {
                Ok(pending) => pending.answer().await,
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
                let _ = pending.answer().await;
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
        Ok((future.get(),))
    })
}

/// The trap of a component that doesn't keep wasi's order.
const DROPPED_TOO_EARLY: &str = "a `future-invoke-result` is dropped while a `pollable` of it still exists";

/// The call that the worker of this store makes.
fn outgoing(
    store: &Store<'_>,
    mode: CallMode,
    (this, function, params): CallParams,
) -> wasmtime::Result<(Arc<Shared>, Outgoing)> {
    let state = store.data();
    let host = state.host.upgrade();
    let host = host.ok_or_else(|| wasmtime::Error::msg("the host is shutting down"))?;
    let call = Outgoing {
        caller: state.id.clone(),
        environment: state.environment.clone(),
        depth: state.depth,
        mode,
        connection: state.table.get(&this)?.clone(),
        function,
        params,
    };
    Ok((host, call))
}
