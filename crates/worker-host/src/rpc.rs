//! `golem:rpc/types@0.1.0` for the components: the resources `wasm-rpc` and `future-invoke-result`.
//!
//! * A malformed URI is reported by the calls on the resource: its constructor can't fail.
//! * `invoke` is done when the call is in the callee's queue, or refused (see [`Shared::start`]); that it fails later
//!   only the trace tells.
//! * `get` gives `none` before the answer is there and the same answer each time after it.
//! * `subscribe`'s pollable is one of wasi's own, so that `wasi:io/poll` works over it. It may outlive the
//!   `future-invoke-result`, and there may be several.

use std::sync::Arc;

use tokio::sync::watch;
use wasmtime::StoreContextMut;
use wasmtime::component::{Linker, LinkerInstance, Resource, ResourceType};
use wasmtime_wasi::async_trait;
use wasmtime_wasi::p2::{DynPollable, Pollable, subscribe};

use crate::calls::{Connection, Outgoing, denied};
use crate::host::Shared;
use crate::rpc_error::RpcError;
use crate::trace::CallMode;
use crate::value::{Uri, WitValue};
use crate::waits::Waits;
use crate::worker::WorkerState;
use crate::worker_id::WorkerId;

type Answer = Result<WitValue, RpcError>;
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
    let ty = ResourceType::host::<Arc<FutureCall>>();
    types.resource("future-invoke-result", ty, |mut store, rep| {
        let future = Resource::<Arc<FutureCall>>::new_own(rep);
        store.data_mut().table.delete(future)?;
        Ok(())
    })?;
    types.func_wrap(
        "[method]future-invoke-result.subscribe",
        |mut store: Store<'_>, (this,): (Resource<Arc<FutureCall>>,)| {
            let table = &mut store.data_mut().table;
            let ready = CallReady(Arc::clone(table.get(&this)?));
            let ready = table.push(ready)?;
            let pollable: Resource<DynPollable> = subscribe(table, ready)?;
            Ok((pollable,))
        },
    )?;
    types.func_wrap("[method]future-invoke-result.get", |store: Store<'_>, (this,): (Resource<Arc<FutureCall>>,)| {
        let future = store.data().table.get(&this)?;
        let answer: Option<Answer> = future.answer.borrow().clone();
        Ok((answer,))
    })
}

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

/// A call whose answer is asked for later: `future-invoke-result`.
struct FutureCall {
    answer: watch::Sender<Option<Answer>>,
    waits: Waits,
    caller: WorkerId,
    callee: Option<WorkerId>,
}

impl FutureCall {
    fn start(host: &Arc<Shared>, call: Outgoing) -> Arc<FutureCall> {
        let future = Arc::new(FutureCall {
            answer: watch::Sender::new(None),
            waits: host.waits.clone(),
            caller: call.caller.clone(),
            callee: call.connection.worker.clone().ok(),
        });
        match host.start(call) {
            Ok(pending) => {
                let future = Arc::clone(&future);
                host.in_background(async move { future.settle(pending.answer().await) });
            }
            Err(error) => future.settle(Err(error)),
        }
        future
    }

    /// Sets the answer; the first one stays.
    fn settle(&self, answer: Answer) {
        self.answer.send_if_modified(|slot| {
            let is_first = slot.is_none();
            if is_first {
                *slot = Some(answer);
            }
            is_first
        });
    }

    /// Waits for the answer.
    ///
    /// The call itself counts as a wait only until the invocation that made it ends. A later one that blocks on it counts
    /// again here; should that close a cycle, then this is where it is broken, and the cycle is the call's answer.
    async fn ready(&self) {
        if self.answer.borrow().is_some() {
            return;
        }
        let callee = self.callee.as_ref();
        let waiting = callee.map(|callee| self.waits.begin(&self.caller, callee));
        if let Some(Err(cycle)) = waiting {
            self.settle(Err(denied(cycle)));
            return;
        }
        // the sender is `self`: the channel can't be closed meanwhile
        let _ = self.answer.subscribe().wait_for(Option::is_some).await;
    }
}

/// What a pollable waits for.
struct CallReady(Arc<FutureCall>);

#[async_trait]
impl Pollable for CallReady {
    async fn ready(&mut self) {
        self.0.ready().await;
    }
}
