//! One worker: a task that takes calls from its queue, one at a time, and runs them in the worker's own store.
//!
//! The instance is made by the first call. After a trap it is dead: every later call gets `remote-internal-error` with
//! the message of that trap (Golem would recover the worker; here nothing is kept that it could be recovered from).

use std::sync::{Arc, Weak};

use tokio::sync::{mpsc, oneshot};
use wasmtime::Store;
use wasmtime::component::{Func, Instance, ResourceTable, Val};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};

use crate::calls::Answer;
use crate::component::LoadedComponent;
use crate::functions::{Function, Target};
use crate::handles::{HandleTable, Incoming, Results};
use crate::host::Shared;
use crate::output::WorkerOutput;
use crate::rpc_error::RpcError;
use crate::trap;
use crate::turns;
use crate::value::{self, Node, WitValue};
use crate::waits::Settled;
use crate::worker_id::WorkerId;

#[cfg(test)]
mod tests;

/// The environment variables of a worker, which those that it creates get too.
pub(crate) type Environment = Arc<Vec<(String, String)>>;

/// A call in a worker's queue: its function exists and takes that many parameters.
pub(crate) struct Job {
    pub(crate) function: Arc<Function>,
    pub(crate) params: Vec<WitValue>,
    /// The depth in the trace of the calls that it makes.
    pub(crate) depth: usize,
    /// Set when the call is done, before its answer is given.
    pub(crate) settled: Settled,
    pub(crate) answer: oneshot::Sender<Answer>,
}

/// What a worker's store knows: who it is and what its host functions need.
pub(crate) struct WorkerState {
    pub(crate) id: WorkerId,
    pub(crate) host: Weak<Shared>,
    pub(crate) environment: Environment,
    pub(crate) depth: usize,
    pub(crate) table: ResourceTable,
    wasi: WasiCtx,
}

impl WasiView for WorkerState {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView { ctx: &mut self.wasi, table: &mut self.table }
    }
}

/// A worker that has been created.
pub(crate) struct Worker {
    id: WorkerId,
    component: Arc<LoadedComponent>,
    store: Store<WorkerState>,
    handles: HandleTable,
    life: Life,
}

/// Where a worker is in its life.
enum Life {
    /// No call yet.
    Unborn,
    /// Ready for the next call.
    Running(Instance),
    /// It has trapped, with that message.
    Dead(String),
}

impl Worker {
    pub(crate) fn new(
        id: WorkerId,
        component: Arc<LoadedComponent>,
        host: Weak<Shared>,
        environment: Environment,
        output: &WorkerOutput,
    ) -> Self {
        let mut wasi = WasiCtx::builder();
        wasi.envs(&environment[..]);
        output.connect(&mut wasi);
        let state = WorkerState {
            id: id.clone(),
            host,
            environment,
            depth: 0,
            table: ResourceTable::new(),
            wasi: wasi.build(),
        };
        let mut store = Store::new(component.instance.engine(), state);
        turns::taken_by(&mut store);
        Worker { handles: HandleTable::new(id.clone()), id, component, store, life: Life::Unborn }
    }

    /// Takes calls until nobody is left who could make one.
    pub(crate) async fn run(mut self, mut queue: mpsc::UnboundedReceiver<Job>) {
        while let Some(job) = queue.recv().await {
            self.store.data_mut().depth = job.depth;
            let answer = self.handle(&job.function, &job.params).await;
            if let Some(host) = self.store.data().host.upgrade() {
                host.waits.end(&self.id);
            }
            job.settled.set();
            // that nobody is interested in the answer any more is no error
            let _ = job.answer.send(answer);
        }
    }

    async fn handle(&mut self, function: &Function, params: &[WitValue]) -> Answer {
        let instance = self.instance().await?;
        match &function.target {
            Target::Drop(index) => {
                let name = function.name();
                let ty = instance.get_resource(&mut self.store, index);
                let ty = ty.expect("the table's indices are the component's");
                let [WitValue { nodes }] = params else {
                    return Err(RpcError::Protocol(format!("`{name}`: expected a handle")));
                };
                let [Node::Handle((uri, id))] = &nodes[..] else {
                    return Err(RpcError::Protocol(format!("`{name}`: expected a handle")));
                };
                let found = self.handles.find(uri, *id, &ty);
                let resource = found.map_err(|why| RpcError::Protocol(format!("`{name}`: {why}")))?;
                self.handles.remove(*id);
                let dropped = resource.resource_drop_async(&mut self.store).await;
                dropped.map_err(|error| self.die(function, &error))?;
                Ok(WitValue::answer(None))
            }
            Target::Call(index, _) => {
                let export = instance.get_func(&mut self.store, index);
                let export = export.expect("the table's indices are the component's");
                self.call(function, export, params).await
            }
        }
    }

    async fn call(&mut self, function: &Function, export: Func, params: &[WitValue]) -> Answer {
        let ty = export.ty(&self.store);
        let mut handles = Incoming::new(&mut self.handles);
        let mut arguments = Vec::with_capacity(params.len());
        for (value, (name, ty)) in params.iter().zip(ty.params()) {
            let argument = value::from_wire(value, &ty, &mut handles).map_err(|error| {
                let function = function.name();
                RpcError::Protocol(format!("`{function}`: parameter `{name}`: {error}"))
            })?;
            arguments.push(argument);
        }
        handles.commit();
        let mut results = vec![Val::Bool(false); ty.results().len()];
        let called = export.call_async(&mut self.store, &arguments, &mut results);
        if let Err(error) = called.await {
            return Err(self.die(function, &error));
        }
        let Some((result, ty)) = results.first().zip(ty.results().next()) else {
            return Ok(WitValue::answer(None));
        };
        let result = value::to_wire(result, &ty, &mut Results(&mut self.handles));
        let result = result.map_err(|error| {
            let function = function.name();
            RpcError::Protocol(format!("`{function}`: result: {error}"))
        })?;
        Ok(WitValue::answer(Some(result)))
    }

    async fn instance(&mut self) -> Result<Instance, RpcError> {
        match &self.life {
            Life::Running(instance) => Ok(*instance),
            Life::Dead(message) => {
                let message = format!("worker `{}` has trapped earlier: {message}", self.id);
                Err(RpcError::RemoteInternal(message))
            }
            Life::Unborn => {
                let made = self.component.instance.instantiate_async(&mut self.store);
                match made.await {
                    Ok(instance) => {
                        self.life = Life::Running(instance);
                        Ok(instance)
                    }
                    Err(error) => {
                        let message = format!("instantiation: {}", trap::describe(&error));
                        self.life = Life::Dead(message.clone());
                        Err(RpcError::RemoteInternal(message))
                    }
                }
            }
        }
    }

    fn die(&mut self, function: &Function, error: &wasmtime::Error) -> RpcError {
        let message = format!("`{}`: {}", function.name(), trap::describe(error));
        self.life = Life::Dead(message.clone());
        RpcError::RemoteInternal(message)
    }
}
