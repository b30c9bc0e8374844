//! The host: components by id, workers by identity, calls from outside. [`HostBuilder`] -> [`Host`].

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use tokio::sync::mpsc;
use uuid::Uuid;
use wasmtime::Engine;
use wasmtime::component::Linker;

use crate::call_error::CallError;
use crate::calls::{CallHost, CallState, task_ended};
use crate::component::{CompileCache, LoadError, LoadedComponent, engine};
use crate::component_id::ComponentId;
use crate::environment::Environment;
use crate::escape::escape_control;
use crate::functions::{Function, FunctionTable};
use crate::invoke::{Answer, InvokeError, parse_arguments};
use crate::job::{Answered, Invocation, Job, Outcome};
use crate::limits::{Limits, too_many_mappings};
use crate::memory_budget::MemoryBudget;
use crate::output::{Output, WorkerOutput};
use crate::rpc;
use crate::trace::Trace;
use crate::trap::Backtraces;
use crate::worker::Worker;
use crate::worker_id::{Address, Spelling, WorkerId};
use crate::worker_state::WorkerState;

/// Builds a [`Host`], and compiles each of its components once.
pub struct HostBuilder {
    engine: Engine,
    linker: Linker<WorkerState>,
    components: BTreeMap<ComponentId, Arc<LoadedComponent>>,
    environment: Vec<(String, String)>,
    output: Output,
    limits: Limits,
    backtraces: Backtraces,
    trace: Option<Arc<dyn Trace>>,
}

impl Default for HostBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl HostBuilder {
    /// A host without components, whose workers have an empty environment and whose output is discarded.
    pub fn new() -> Self {
        Self::with_cache(CompileCache::None)
    }

    /// The same, with a cache for compiled components.
    pub fn with_cache(cache: CompileCache) -> Self {
        let engine = engine(cache);
        let mut linker = Linker::new(&engine);
        wasmtime_wasi::p2::add_to_linker_async(&mut linker)
            .and_then(|()| rpc::add_to_linker(&mut linker))
            .expect("no interface is defined twice");
        HostBuilder {
            engine,
            linker,
            components: BTreeMap::new(),
            environment: Vec::new(),
            output: Output::default(),
            limits: Limits::default(),
            backtraces: Backtraces::default(),
            trace: None,
        }
    }

    /// Adds a component; its workers are `urn:worker:{id}/{name}`. The id is the component's UUID, or a local name for it.
    ///
    /// # Errors
    ///
    /// If the id cannot be part of a URI or is already used, if the bytes are not a valid component, or if it imports
    /// anything but `golem:rpc/types@0.1`, WASI 0.2 without `wasi:http`, and interfaces that have only types.
    pub fn component(mut self, id: &str, bytes: &[u8]) -> Result<Self, LoadError> {
        if ComponentId::parse(id).is_some_and(|id| self.components.contains_key(&id)) {
            return Err(LoadError::DuplicateId { id: id.to_owned() });
        }
        let component = LoadedComponent::new(id, bytes, &self.engine, &self.linker)?;
        self.components.insert(component.id.clone(), Arc::new(component));
        Ok(self)
    }

    /// Sets an environment variable of the workers that calls from outside create; the workers that those create inherit
    /// it. The last value of a name counts. Each worker has its own `GOLEM_WORKER_NAME`, `GOLEM_COMPONENT_ID` and
    /// `GOLEM_COMPONENT_VERSION`.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets where the workers' stdout and stderr go.
    pub fn output(mut self, output: Output) -> Self {
        self.output = output;
        self
    }

    /// Sets what the workers may use.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets which functions the errors of workers that trap name.
    pub fn backtraces(mut self, backtraces: Backtraces) -> Self {
        self.backtraces = backtraces;
        self
    }

    /// Reports each call between workers to `trace`.
    pub fn trace(mut self, trace: Arc<dyn Trace>) -> Self {
        self.trace = Some(trace);
        self
    }

    /// The host; it has no worker yet.
    pub fn build(self) -> Host {
        let names = self.components.keys().cloned().collect();
        let memory = MemoryBudget::new(self.limits.max_memory);
        Host(Arc::new_cyclic(|this| Shared {
            this: this.clone(),
            calls: CallState::new(names, self.trace, memory, self.backtraces),
            components: self.components,
            environment: Arc::new(self.environment),
            output: self.output,
            limits: self.limits,
            workers: Mutex::default(),
            next_name: AtomicU64::new(0),
            has_warned: AtomicBool::new(false),
        }))
    }
}

/// A worker executor for one machine. Call its methods in a tokio runtime with time and IO enabled.
///
/// Workers run in parallel on the runtime's threads. On fewer threads they share them: a worker that computes for long
/// yields to the others.
#[derive(Clone)]
pub struct Host(pub(crate) Arc<Shared>);

/// What the host's workers share.
pub(crate) struct Shared {
    this: Weak<Shared>,
    pub(crate) calls: CallState,
    pub(crate) components: BTreeMap<ComponentId, Arc<LoadedComponent>>,
    environment: Environment,
    output: Output,
    limits: Limits,
    workers: Mutex<BTreeMap<WorkerId, Registered>>,
    next_name: AtomicU64,
    /// Whether the trace has the warning about the obsolete spelling of URIs.
    has_warned: AtomicBool,
}

/// A worker that exists.
struct Registered {
    queue: mpsc::UnboundedSender<Job>,
    output: WorkerOutput,
}

impl Host {
    /// Calls a function of a worker and waits for the answer. Creates the worker if it does not exist.
    ///
    /// `worker` is a URI or `{component-id}/{worker-name}`. The function's name can omit the package, the version and the
    /// interface where it is unique without them. Arguments are WAVE, one for each parameter; a method's first is the
    /// handle, as in `handle(urn:worker:c/w, 1)`.
    ///
    /// # Errors
    ///
    /// Before the call, if the component or function does not exist or the arguments do not match the parameters. After it,
    /// if the call fails: see [`CallError`].
    pub async fn invoke(
        &self,
        worker: &str,
        function: &str,
        arguments: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Answer, InvokeError> {
        let worker = self.0.worker(Address::parse_short(worker)?, worker);
        let function = self.function(worker.component(), function)?;
        let params = parse_arguments(arguments, &function)?;
        let memory = self.0.calls.memory.reserve_values(&params, "the values of the arguments")?;
        let invocation = Invocation { function: Ok(Arc::clone(&function)), params, memory, deadline: None, depth: 0 };
        let (job, outcome) = Job::new(invocation);
        self.0.enqueue(&worker, &self.0.environment, job)?;
        let answer = match outcome.await {
            Ok(Outcome::Done(Answered { result, .. })) => result?,
            Ok(Outcome::Cancelled) | Err(_) => return Err(task_ended().into()),
        };
        Ok(Answer::new(answer, function.result(), self.0.calls.names.clone()))
    }

    /// The function of a component by its name, full or short.
    pub(crate) fn function(&self, component: &str, name: &str) -> Result<Arc<Function>, InvokeError> {
        let id = ComponentId::parse(component);
        let functions = id.and_then(|id| self.0.functions(&id));
        let functions = functions.ok_or_else(|| self.0.calls.names.unknown(component))?;
        Ok(functions.find(name)?)
    }

    /// The components by id, each with its functions in the order of their names.
    pub fn components(&self) -> Vec<(String, Vec<Arc<Function>>)> {
        let components = self.0.components.values();
        let mut components: Vec<_> =
            components.map(|component| (component.id.to_string(), component.functions.all())).collect();
        components.sort_by(|a, b| a.0.cmp(&b.0));
        components
    }

    /// Waits for all calls that were made with `invoke` or `async-invoke-and-await`, and for the calls that these make.
    pub async fn settle(&self) {
        self.0.calls.background.settle().await;
    }

    /// What a worker has written, stdout and stderr; none if it does not exist or output is not [`Output::Capture`].
    pub fn captured(&self, worker: &WorkerId) -> Option<(String, String)> {
        self.0.workers().get(worker)?.output.captured()
    }

    /// The workers that exist, in the order of their components' and their own names.
    pub fn workers(&self) -> Vec<WorkerId> {
        let mut workers: Vec<WorkerId> = self.0.workers().keys().cloned().collect();
        workers.sort_by(|a, b| (a.component(), a.name()).cmp(&(b.component(), b.name())));
        workers
    }
}

impl CallHost for Shared {
    fn calls(&self) -> &CallState {
        &self.calls
    }

    fn functions(&self, component: &ComponentId) -> Option<&FunctionTable> {
        self.components.get(component).map(|component| &component.functions)
    }

    fn worker(&self, address: Address, given: &str) -> WorkerId {
        let component = self.calls.names.as_given(&address.component);
        let worker = match address.name {
            Some(name) => WorkerId::new(component, name),
            None => self.new_worker(&component),
        };
        if address.spelling == Spelling::Obsolete
            && !self.has_warned.swap(true, Ordering::Relaxed)
            && let Some(trace) = &self.calls.trace
        {
            let message = format!("`{given}`: Golem 1.0 and later refuse `worker://`; write `urn:worker:{worker}`");
            trace.warning(&escape_control(&message));
        }
        worker
    }

    fn enqueue(&self, id: &WorkerId, environment: &Environment, job: Job) -> Result<(), CallError> {
        let Some(component) = self.components.get(id.component_id()) else {
            return Ok(()); // dropping the job answers the call
        };
        let mut workers = self.workers();
        if !workers.contains_key(id) {
            if workers.len() >= self.limits.max_workers {
                return Err(self.limits.too_many_workers(id));
            }
            if let Some(error) = too_many_mappings(workers.len()) {
                return Err(error);
            }
        }
        let worker = workers.entry(id.clone()).or_insert_with(|| {
            let output = WorkerOutput::new(self.output, id);
            let (queue, jobs) = mpsc::unbounded_channel();
            let (component, host) = (Arc::clone(component), self.this.clone());
            let limits = (self.limits, self.calls.memory.clone());
            let worker = Worker::new(id.clone(), component, host, Arc::clone(environment), limits, output.clone());
            tokio::spawn(worker.run(jobs));
            Registered { queue, output }
        });
        // a worker whose task has ended drops the job, which answers the call
        let _ = worker.queue.send(job);
        Ok(())
    }
}

impl Shared {
    /// A worker with a new name: a UUID, as on Golem, but the same one in every run.
    fn new_worker(&self, component: &ComponentId) -> WorkerId {
        loop {
            let number = self.next_name.fetch_add(1, Ordering::Relaxed);
            let name = Uuid::new_v5(&component.uuid(), &number.to_be_bytes());
            let worker = WorkerId::new(component.clone(), name.to_string());
            if !self.workers().contains_key(&worker) {
                return worker;
            }
        }
    }

    fn workers(&self) -> MutexGuard<'_, BTreeMap<WorkerId, Registered>> {
        self.workers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
