//! A worker's store: its instance of the component, made by the first call, and its resources.

use std::sync::Arc;

use tokio::time::Instant;
use wasmtime::Store;
use wasmtime::component::{ComponentExportIndex, Func, Instance, Val};

use crate::call_error::{Limit, WorkerFailure};
use crate::component::LoadedComponent;
use crate::deadline::Waits;
use crate::epochs;
use crate::functions::{Function, FunctionError, Target};
use crate::handles::{ArgumentHandles, HandleTable, ResultHandles};
use crate::job::Invocation;
use crate::trap;
use crate::value::{self, Node, WitValue};
use crate::worker_state::WorkerState;

/// The most memory that the host takes to lift one value out of a worker.
const LIFTED_BYTES: usize = 2 << 30;

/// What a worker needs to run.
pub(crate) struct WorkerStore {
    component: Arc<LoadedComponent>,
    pub(crate) store: Store<WorkerState>,
    handles: HandleTable,
    /// None before the first call.
    instance: Option<Instance>,
}

/// Why an invocation fails.
pub(crate) enum InvocationError {
    /// The function does not exist; the worker stays usable.
    UnknownFunction(FunctionError),
    /// The worker fails.
    Fatal(WorkerFailure),
}

impl WorkerStore {
    pub(crate) fn new(component: Arc<LoadedComponent>, state: WorkerState) -> Self {
        let handles = HandleTable::new(state.id.clone());
        let mut store = Store::new(component.instance.engine(), state);
        epochs::yield_at_each(&mut store);
        store.limiter(|state| &mut state.memory);
        store.set_hostcall_fuel(LIFTED_BYTES);
        WorkerStore { component, store, handles, instance: None }
    }

    /// Counts the waits for other workers.
    pub(crate) fn waits(&self) -> Waits {
        self.store.data().waits.clone()
    }

    /// Runs one invocation. Calls that it awaits inherit its deadline.
    pub(crate) async fn invoke(
        &mut self,
        invocation: &Invocation,
        deadline: Option<Instant>,
    ) -> Result<WitValue, InvocationError> {
        let state = self.store.data_mut();
        state.depth = invocation.depth;
        state.deadline = deadline;
        state.memory.is_refused = false;
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
        dropped.map_err(|error| InvocationError::Fatal(self.trapped(&error).of(name)))?;
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
        called.await.map_err(|error| InvocationError::Fatal(self.trapped(&error).of(function.name())))?;
        let Some((result, ty)) = results.first().zip(ty.results().next()) else {
            return Ok(WitValue::answer(None));
        };
        let result = value::to_wire(result, &ty, &mut ResultHandles(&mut self.handles));
        let result = result.map_err(|error| {
            InvocationError::Fatal(WorkerFailure::new(format!("result: {error}")).of(function.name()))
        })?;
        Ok(WitValue::answer(Some(result)))
    }

    async fn instance(&mut self) -> Result<Instance, InvocationError> {
        if let Some(instance) = self.instance {
            return Ok(instance);
        }
        let instantiated = self.component.instance.instantiate_async(&mut self.store).await;
        let instance = instantiated.map_err(|error| {
            let failure = self.trapped(&error);
            InvocationError::Fatal(WorkerFailure { reason: format!("instantiation: {}", failure.reason), ..failure })
        })?;
        self.instance = Some(instance);
        Ok(instance)
    }

    /// Why the worker was refused memory in the invocation that has ended, if no error has said so.
    pub(crate) fn unreported_refusal(&mut self) -> Option<String> {
        self.store.data_mut().memory.unreported_refusal()
    }

    /// The failure of a worker that trapped. If it was refused memory, that is the reason.
    fn trapped(&mut self, error: &wasmtime::Error) -> WorkerFailure {
        let state = self.store.data_mut();
        let backtraces = state.host().map(|host| host.calls().backtraces).unwrap_or_default();
        let cause = trap::describe(error, backtraces);
        match state.memory.refusal() {
            Some(refusal) => WorkerFailure::new(format!("out of memory: {refusal}: {cause}")).because_of(Limit::Memory),
            None => WorkerFailure::new(cause),
        }
    }
}

fn wrong_parameters(message: String) -> InvocationError {
    InvocationError::Fatal(WorkerFailure::new(format!("Invalid request: {message}")))
}
