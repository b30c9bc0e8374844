//! One worker: a task that takes calls from its queue, one at a time, and runs them in the worker's own store.
//!
//! The first call instantiates the component. A trap, an exit or parameters of a wrong type end the worker: from then on it
//! answers every call with the `remote-internal-error` of that failure. (Golem replays the worker's history first, and fails
//! in the same way.)

use std::sync::{Arc, Weak};

use tokio::sync::mpsc;
use wasmtime::Store;
use wasmtime::component::{ComponentExportIndex, Func, Instance, ResourceTable, Val};

use crate::calls::CallHost;
use crate::component::LoadedComponent;
use crate::environment::Environment;
use crate::epochs;
use crate::functions::{Function, FunctionError, Target};
use crate::handles::{ArgumentHandles, HandleTable, ResultHandles};
use crate::job::{CallResult, ErrorDetail, Invocation, Job, Outcome};
use crate::output::{StderrTail, WorkerOutput};
use crate::rpc_error::RpcError;
use crate::trap;
use crate::value::{self, Node, WitValue};
use crate::worker_id::WorkerId;
use crate::worker_state::WorkerState;

#[cfg(test)]
mod tests;

/// A worker that has been created.
pub(crate) struct Worker {
    component: Arc<LoadedComponent>,
    store: Store<WorkerState>,
    handles: HandleTable,
    status: Status,
    stderr_tail: StderrTail,
}

enum Status {
    /// No call has started.
    New,
    Running(Instance),
    Failed(Failure),
}

/// What ended a worker.
struct Failure {
    message: String,
    /// The end of what it had written to its stderr.
    stderr_tail: String,
}

/// Why an invocation fails.
enum InvocationError {
    /// The function does not exist; the worker stays usable.
    UnknownFunction(FunctionError),
    /// The worker fails.
    Fatal(String),
}

impl Worker {
    pub(crate) fn new(
        id: WorkerId,
        component: Arc<LoadedComponent>,
        host: Weak<dyn CallHost>,
        environment: Environment,
        output: &WorkerOutput,
    ) -> Self {
        let handles = HandleTable::new(id.clone());
        let state = WorkerState::new(id, host, environment, output);
        let mut store = Store::new(component.instance.engine(), state);
        epochs::yield_at_each(&mut store);
        Worker { handles, component, store, status: Status::New, stderr_tail: output.stderr_tail.clone() }
    }

    /// Handles calls until the queue is closed.
    pub(crate) async fn run(mut self, mut queue: mpsc::UnboundedReceiver<Job>) {
        while let Some(job) = queue.recv().await {
            let Some(outcome) = job.start() else {
                continue; // cancelled
            };
            let result = self.handle(&job.invocation).await;
            job.completion.set();
            // the receiver may be gone
            let _ = outcome.send(Outcome::Done(result));
        }
    }

    async fn handle(&mut self, invocation: &Invocation) -> CallResult {
        if let Status::Failed(failure) = &self.status {
            return Err(failure.to_rpc_error(invocation.detail));
        }
        self.stderr_tail.clear();
        self.store.data_mut().depth = invocation.depth;
        self.invoke(invocation).await.map_err(|error| match error {
            InvocationError::UnknownFunction(error) => {
                let name = error.name();
                RpcError::RemoteInternal(format!("Invalid request: could not load function {name}: {error}"))
            }
            InvocationError::Fatal(message) => self.fail(message, invocation.detail),
        })
    }

    async fn invoke(&mut self, invocation: &Invocation) -> Result<WitValue, InvocationError> {
        let instance = self.instance().await?;
        let function = invocation.function.as_ref().map_err(|error| InvocationError::UnknownFunction(error.clone()))?;
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
    ) -> Result<WitValue, InvocationError> {
        let name = function.name();
        let ty = instance.get_resource(&mut self.store, index);
        let ty = ty.expect("the table's indices are the component's");
        let handle = params.first().and_then(|param| param.nodes.first());
        let Some(Node::Handle((uri, id))) = handle else {
            return Err(wrong_parameters(format!("`{name}`: expected a handle")));
        };
        let found = self.handles.find(uri, *id, &ty);
        let resource = found.map_err(|error| wrong_parameters(format!("`{name}`: {error}")))?;
        self.handles.remove(*id);
        let dropped = resource.resource_drop_async(&mut self.store).await;
        dropped.map_err(|error| trapped(function, &error))?;
        Ok(WitValue::answer(None))
    }

    async fn call(
        &mut self,
        function: &Function,
        export: Func,
        params: &[WitValue],
    ) -> Result<WitValue, InvocationError> {
        let ty = export.ty(&self.store);
        let mut handles = ArgumentHandles::new(&mut self.handles);
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
        let result = value::to_wire(result, &ty, &mut ResultHandles(&mut self.handles));
        let result =
            result.map_err(|error| InvocationError::Fatal(format!("`{}`: result: {error}", function.name())))?;
        Ok(WitValue::answer(Some(result)))
    }

    async fn instance(&mut self) -> Result<Instance, InvocationError> {
        if let Status::Running(instance) = &self.status {
            return Ok(*instance);
        }
        let instantiated = self.component.instance.instantiate_async(&mut self.store).await;
        let instance = instantiated
            .map_err(|error| InvocationError::Fatal(format!("instantiation: {}", trap::describe(&error))))?;
        self.status = Status::Running(instance);
        Ok(instance)
    }

    fn fail(&mut self, message: String, detail: ErrorDetail) -> RpcError {
        // drops its futures, which cancels their calls
        self.store.data_mut().table = ResourceTable::new();
        let failure = Failure { message, stderr_tail: self.stderr_tail.text() };
        let error = failure.to_rpc_error(detail);
        self.status = Status::Failed(failure);
        error
    }
}

impl Failure {
    fn to_rpc_error(&self, detail: ErrorDetail) -> RpcError {
        let Failure { message, stderr_tail } = self;
        RpcError::RemoteInternal(match detail {
            ErrorDetail::Full if !stderr_tail.is_empty() => format!("{message}\nstderr:\n{stderr_tail}"),
            ErrorDetail::Full | ErrorDetail::WithoutStderr => message.clone(),
        })
    }
}

fn wrong_parameters(message: String) -> InvocationError {
    InvocationError::Fatal(format!("Invalid request: {message}"))
}

fn trapped(function: &Function, error: &wasmtime::Error) -> InvocationError {
    InvocationError::Fatal(format!("`{}`: {}", function.name(), trap::describe(error)))
}
