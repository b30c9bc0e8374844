//! One worker: a task that takes calls from its queue, one at a time, and runs them in the worker's own store.
//!
//! The instance is made by the first call. A trap, an exit and parameters that don't fit kill the worker: every later call
//! gets `remote-internal-error` with the text of its death. (Golem would try to recover it by its history, and fail in the
//! same way.)

use std::sync::{Arc, Weak};

use tokio::sync::mpsc;
use wasmtime::Store;
use wasmtime::component::{ComponentExportIndex, Func, Instance, ResourceTable, Val};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};

use crate::calls::Answer;
use crate::component::LoadedComponent;
use crate::functions::{Function, FunctionError, Target};
use crate::handles::{HandleTable, Incoming, Results};
use crate::host::Shared;
use crate::job::{ErrorDetail, Invocation, Job, Outcome};
use crate::output::{StderrTail, WorkerOutput};
use crate::rpc_error::RpcError;
use crate::trap;
use crate::turns;
use crate::value::{self, Node, WitValue};
use crate::worker_id::WorkerId;

#[cfg(test)]
mod tests;

/// The environment variables of a worker, which those that it creates get too; without those that are each worker's own.
pub(crate) type Environment = Arc<Vec<(String, String)>>;

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
    component: Arc<LoadedComponent>,
    store: Store<WorkerState>,
    handles: HandleTable,
    life: Life,
    stderr_tail: StderrTail,
}

/// Where a worker is in its life.
enum Life {
    /// No call yet.
    Unborn,
    /// Ready for the next call.
    Running(Instance),
    Dead(Death),
}

/// Why a worker is dead, and the end of what it wrote to its stderr.
struct Death {
    message: String,
    stderr_tail: String,
}

/// Why an invocation fails.
enum Failure {
    /// There is no such function: the worker lives on.
    UnknownFunction(FunctionError),
    /// The worker is dead.
    Fatal(String),
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
        wasi.envs(&own_environment(&environment, &id));
        output.connect(&mut wasi);
        let handles = HandleTable::new(id.clone());
        let state = WorkerState { id, host, environment, depth: 0, table: ResourceTable::new(), wasi: wasi.build() };
        let mut store = Store::new(component.instance.engine(), state);
        turns::taken_by(&mut store);
        Worker { handles, component, store, life: Life::Unborn, stderr_tail: output.stderr_tail.clone() }
    }

    /// Takes calls until nobody is left who could make one.
    pub(crate) async fn run(mut self, mut queue: mpsc::UnboundedReceiver<Job>) {
        while let Some(job) = queue.recv().await {
            let Some(outcome) = job.begin() else {
                continue; // it has been cancelled
            };
            let answer = self.handle(&job.invocation).await;
            job.settled.set();
            // that nobody is interested in the answer any more is no error
            let _ = outcome.send(Outcome::Answered(answer));
        }
    }

    async fn handle(&mut self, invocation: &Invocation) -> Answer {
        if let Life::Dead(death) = &self.life {
            return Err(death.error(invocation.detail));
        }
        self.stderr_tail.clear();
        self.store.data_mut().depth = invocation.depth;
        self.invoke(invocation).await.map_err(|failure| match failure {
            Failure::UnknownFunction(error) => {
                let name = error.name();
                RpcError::RemoteInternal(format!("Invalid request: could not load function {name}: {error}"))
            }
            Failure::Fatal(message) => self.die(message, invocation.detail),
        })
    }

    async fn invoke(&mut self, invocation: &Invocation) -> Result<WitValue, Failure> {
        let instance = self.instance().await?;
        let function = invocation.function.as_ref().map_err(|error| Failure::UnknownFunction(error.clone()))?;
        function.check_arity(invocation.params.len()).map_err(wrong_parameters)?;
        match &function.target {
            Target::Drop(index) => self.drop_resource(instance, function, index, &invocation.params).await,
            Target::Call(index, _) => {
                let export = instance.get_func(&mut self.store, index);
                let export = export.expect("the table's indices are the component's");
                self.call(function, export, &invocation.params).await
            }
        }
    }

    async fn drop_resource(
        &mut self,
        instance: Instance,
        function: &Function,
        index: &ComponentExportIndex,
        params: &[WitValue],
    ) -> Result<WitValue, Failure> {
        let name = function.name();
        let ty = instance.get_resource(&mut self.store, index);
        let ty = ty.expect("the table's indices are the component's");
        let handle = params.first().and_then(|param| param.nodes.first());
        let Some(Node::Handle((uri, id))) = handle else {
            return Err(wrong_parameters(format!("`{name}`: expected a handle")));
        };
        let found = self.handles.find(uri, *id, &ty);
        let resource = found.map_err(|why| wrong_parameters(format!("`{name}`: {why}")))?;
        self.handles.remove(*id);
        let dropped = resource.resource_drop_async(&mut self.store).await;
        dropped.map_err(|error| trapped(function, &error))?;
        Ok(WitValue::answer(None))
    }

    async fn call(&mut self, function: &Function, export: Func, params: &[WitValue]) -> Result<WitValue, Failure> {
        let ty = export.ty(&self.store);
        let mut handles = Incoming::new(&mut self.handles);
        let mut arguments = Vec::with_capacity(params.len());
        for (value, (name, ty)) in params.iter().zip(ty.params()) {
            let argument = value::from_wire(value, &ty, &mut handles).map_err(|error| {
                let function = function.name();
                wrong_parameters(format!("`{function}`: parameter `{name}`: {error}"))
            })?;
            arguments.push(argument);
        }
        handles.commit();
        let mut results = vec![Val::Bool(false); ty.results().len()];
        let called = export.call_async(&mut self.store, &arguments, &mut results);
        called.await.map_err(|error| trapped(function, &error))?;
        let Some((result, ty)) = results.first().zip(ty.results().next()) else {
            return Ok(WitValue::answer(None));
        };
        let result = value::to_wire(result, &ty, &mut Results(&mut self.handles));
        let result = result.map_err(|error| Failure::Fatal(format!("`{}`: result: {error}", function.name())))?;
        Ok(WitValue::answer(Some(result)))
    }

    async fn instance(&mut self) -> Result<Instance, Failure> {
        if let Life::Running(instance) = &self.life {
            return Ok(*instance);
        }
        let made = self.component.instance.instantiate_async(&mut self.store).await;
        let instance = made.map_err(|error| Failure::Fatal(format!("instantiation: {}", trap::describe(&error))))?;
        self.life = Life::Running(instance);
        Ok(instance)
    }

    fn die(&mut self, message: String, detail: ErrorDetail) -> RpcError {
        // its futures are gone with it, which cancels the calls that haven't begun
        self.store.data_mut().table = ResourceTable::new();
        let death = Death { message, stderr_tail: self.stderr_tail.text() };
        let error = death.error(detail);
        self.life = Life::Dead(death);
        error
    }
}

impl Death {
    fn error(&self, detail: ErrorDetail) -> RpcError {
        let Death { message, stderr_tail } = self;
        RpcError::RemoteInternal(match detail {
            ErrorDetail::Full if !stderr_tail.is_empty() => format!("{message}\nstderr:\n{stderr_tail}"),
            ErrorDetail::Full | ErrorDetail::WithoutStderr => message.clone(),
        })
    }
}

fn wrong_parameters(message: String) -> Failure {
    Failure::Fatal(format!("Invalid request: {message}"))
}

fn trapped(function: &Function, error: &wasmtime::Error) -> Failure {
    Failure::Fatal(format!("`{}`: {}", function.name(), trap::describe(error)))
}

/// The environment that a worker sees: what it inherits, and who it is, as Golem tells it.
fn own_environment(inherited: &[(String, String)], id: &WorkerId) -> Vec<(String, String)> {
    let own = [
        ("GOLEM_WORKER_NAME", id.name().to_owned()),
        ("GOLEM_COMPONENT_ID", id.component_id().uuid().to_string()),
        // there is one version of each component
        ("GOLEM_COMPONENT_VERSION", "0".to_owned()),
    ];
    let inherited = inherited.iter().filter(|(name, _)| own.iter().all(|(own, _)| name != own));
    let mut environment: Vec<(String, String)> = inherited.cloned().collect();
    environment.extend(own.map(|(name, value)| (name.to_owned(), value)));
    environment
}
