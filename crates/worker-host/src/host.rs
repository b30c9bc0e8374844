//! The host: components by id, workers by identity, calls from outside. [`HostBuilder`] -> [`Host`].

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{mpsc, watch};
use uuid::Uuid;
use wasmtime::Engine;
use wasmtime::component::Linker;

use crate::calls::task_ended;
use crate::component::{LoadError, LoadedComponent, engine};
use crate::component_id::ComponentId;
use crate::functions::{Function, FunctionError};
use crate::invoke::{Answer, Arguments, InvokeError, UnknownComponent};
use crate::job::{ErrorDetail, Invocation, Job, Outcome};
use crate::names::ComponentNames;
use crate::nearest::nearest;
use crate::output::{Output, WorkerOutput};
use crate::printable::printable;
use crate::rpc;
use crate::trace::Trace;
use crate::waits::Waits;
use crate::worker::{Environment, Worker, WorkerState};
use crate::worker_id::{Address, Spelling, WorkerId};

/// Makes a [`Host`]: its components are compiled here, once.
pub struct HostBuilder {
    engine: Engine,
    linker: Linker<WorkerState>,
    components: BTreeMap<ComponentId, Arc<LoadedComponent>>,
    environment: Vec<(String, String)>,
    output: Output,
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
        let engine = engine();
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
            trace: None,
        }
    }

    /// Adds a component; its workers are `urn:worker:{id}/{name}`. The id is the component's UUID, or a local name that
    /// stands for one.
    ///
    /// # Errors
    ///
    /// Where the id can't be part of a URI or is taken, the bytes are no valid component, or it imports what the host
    /// doesn't have: anything but `golem:rpc/types@0.1`, WASI 0.2 without `wasi:http`, and interfaces of types alone.
    pub fn component(mut self, id: &str, bytes: &[u8]) -> Result<Self, LoadError> {
        if ComponentId::parse(id).is_some_and(|id| self.components.contains_key(&id)) {
            return Err(LoadError::DuplicateId { id: id.to_owned() });
        }
        let component = LoadedComponent::new(id, bytes, &self.engine, &self.linker)?;
        self.components.insert(component.id.clone(), Arc::new(component));
        Ok(self)
    }

    /// Sets an environment variable of the workers that are created by a call from outside; those that they create
    /// inherit it. The last value of a name counts. `GOLEM_WORKER_NAME`, `GOLEM_COMPONENT_ID` and
    /// `GOLEM_COMPONENT_VERSION` are each worker's own, whatever is set here.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Says where the workers' stdout and stderr go.
    pub fn output(mut self, output: Output) -> Self {
        self.output = output;
        self
    }

    /// Has each call between workers told to `trace`.
    pub fn trace(mut self, trace: Arc<dyn Trace>) -> Self {
        self.trace = Some(trace);
        self
    }

    /// The host, without any worker yet.
    pub fn build(self) -> Host {
        Host(Arc::new(Shared {
            names: self.components.keys().cloned().collect(),
            components: self.components,
            environment: Arc::new(self.environment),
            output: self.output,
            trace: self.trace,
            waits: Waits::default(),
            workers: Mutex::default(),
            next_call: AtomicU64::new(0),
            next_name: AtomicU64::new(0),
            has_warned: AtomicBool::new(false),
            background: watch::Sender::new(0),
        }))
    }
}

/// A worker executor for one machine. Its methods are to be called inside of a tokio runtime with time and IO enabled.
/// Workers run side by side as far as the runtime has threads, and take turns where it has not: one that computes without
/// pause doesn't keep the others from running.
#[derive(Clone)]
pub struct Host(pub(crate) Arc<Shared>);

/// What the host's workers share.
pub(crate) struct Shared {
    components: BTreeMap<ComponentId, Arc<LoadedComponent>>,
    pub(crate) names: ComponentNames,
    environment: Environment,
    output: Output,
    pub(crate) trace: Option<Arc<dyn Trace>>,
    pub(crate) waits: Waits,
    workers: Mutex<BTreeMap<WorkerId, Registered>>,
    next_call: AtomicU64,
    next_name: AtomicU64,
    /// Whether the trace has been told of the obsolete spelling of URIs.
    has_warned: AtomicBool,
    /// How many calls are under way that nobody waits for in place.
    background: watch::Sender<usize>,
}

/// A worker that exists: how to reach it.
struct Registered {
    queue: mpsc::UnboundedSender<Job>,
    output: WorkerOutput,
}

impl Host {
    /// Calls a function of a worker, which is created if it doesn't exist, and waits for the answer.
    ///
    /// `worker` is a URI or `{component-id}/{worker-name}`. Of the function's name the package, the version and the
    /// interface may be left out where it is unique without them.
    ///
    /// # Errors
    ///
    /// Where there is no such component or function, the number of arguments is wrong, or one isn't of its parameter's
    /// type: the worker never hears of those calls. And where the call fails: see [`crate::RpcError`].
    pub async fn invoke(
        &self,
        worker: &str,
        function: &str,
        arguments: impl Into<Arguments>,
    ) -> Result<Answer, InvokeError> {
        let worker = self.0.worker(Address::parse_short(worker)?, worker);
        let function = self.function(worker.component(), function)?;
        let params = arguments.into().to_wire(&function)?;
        let detail = match self.0.output {
            Output::Inherit | Output::Stderr => ErrorDetail::WithoutStderr,
            Output::Capture | Output::Discard => ErrorDetail::Full,
        };
        let invocation = Invocation { function: Ok(Arc::clone(&function)), params, depth: 0, detail };
        let (job, outcome) = Job::new(invocation);
        self.0.enqueue(&worker, &self.0.environment, job);
        let answer = match outcome.await {
            Ok(Outcome::Answered(answer)) => answer?,
            Ok(Outcome::Cancelled) | Err(_) => return Err(task_ended().into()),
        };
        Ok(Answer::new(answer, function.result(), self.0.names.clone()))
    }

    /// The function of a component that a name means, which may be short.
    ///
    /// # Errors
    ///
    /// Where there is no such component, or none or more than one such function.
    pub fn function(&self, component: &str, name: &str) -> Result<Arc<Function>, InvokeError> {
        let component = self.0.component_of_text(component)?;
        let function: Result<_, FunctionError> = component.functions.find(name);
        Ok(function?)
    }

    /// The names of a component's functions in full; none if there is no such component.
    pub fn functions(&self, component: &str) -> Vec<String> {
        let component = self.0.component_of_text(component);
        component.map_or_else(|_| Vec::new(), |component| component.functions.names())
    }

    /// Waits until all calls are finished that were made with `invoke` or `async-invoke-and-await`, and those that they
    /// have led to.
    pub async fn settle(&self) {
        let mut background = self.0.background.subscribe();
        // the sender is `self`: the channel can't be closed meanwhile
        let _ = background.wait_for(|count| *count == 0).await;
    }

    /// What a worker has written, stdout and stderr; none if it doesn't exist or output isn't [`Output::Capture`].
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

impl Shared {
    pub(crate) fn component(&self, id: &ComponentId) -> Result<&Arc<LoadedComponent>, UnknownComponent> {
        self.components.get(id).ok_or_else(|| self.unknown(id.as_str()))
    }

    fn component_of_text(&self, id: &str) -> Result<&Arc<LoadedComponent>, UnknownComponent> {
        let id = ComponentId::parse(id).ok_or_else(|| self.unknown(id))?;
        self.component(&id)
    }

    fn unknown(&self, id: &str) -> UnknownComponent {
        let mut known: Vec<&str> = self.components.keys().map(ComponentId::as_str).collect();
        known.sort_unstable();
        UnknownComponent {
            id: id.to_owned(),
            nearest: nearest(id, known.iter().copied()).into_iter().map(str::to_owned).collect(),
            known: known.into_iter().map(str::to_owned).collect(),
        }
    }

    /// The worker that a URI leads to; one without a name gets a fresh one.
    pub(crate) fn worker(&self, address: Address, given: &str) -> WorkerId {
        let component = self.names.known_as(&address.component);
        let worker = match address.name {
            Some(name) => WorkerId::new(component, name),
            None => self.fresh_worker(&component),
        };
        if address.spelling == Spelling::Obsolete && !self.has_warned.swap(true, Ordering::Relaxed) {
            self.warn(&format!("`{given}`: Golem refuses `worker://` since 1.0; write `urn:worker:{worker}`"));
        }
        worker
    }

    /// A worker with a name that none has: a UUID, as on Golem, but the same ones in every run.
    fn fresh_worker(&self, component: &ComponentId) -> WorkerId {
        loop {
            let number = self.next_name.fetch_add(1, Ordering::Relaxed);
            let name = Uuid::new_v5(&component.uuid(), &number.to_be_bytes());
            let worker = WorkerId::new(component.clone(), name.to_string());
            if !self.workers().contains_key(&worker) {
                return worker;
            }
        }
    }

    fn warn(&self, message: &str) {
        if let Some(trace) = &self.trace {
            trace.warning(&printable(message));
        }
    }

    /// Puts a call into a worker's queue; creates the worker where it doesn't exist, with that environment.
    ///
    /// The component has been found before: see [`Shared::component`].
    pub(crate) fn enqueue(self: &Arc<Self>, id: &WorkerId, environment: &Environment, job: Job) {
        let Some(component) = self.components.get(id.component_id()) else {
            return; // dropping the job answers the call
        };
        let mut workers = self.workers();
        let worker = workers.entry(id.clone()).or_insert_with(|| {
            let output = WorkerOutput::new(self.output);
            let (queue, jobs) = mpsc::unbounded_channel();
            let worker =
                Worker::new(id.clone(), Arc::clone(component), Arc::downgrade(self), Arc::clone(environment), &output);
            tokio::spawn(worker.run(jobs));
            Registered { queue, output }
        });
        // a worker whose task is gone drops the job, which answers the call
        let _ = worker.queue.send(job);
    }

    /// Runs something that [`Host::settle`] waits for.
    pub(crate) fn in_background(self: &Arc<Self>, task: impl Future<Output = ()> + Send + 'static) {
        let running = Running::new(self);
        tokio::spawn(async move {
            task.await;
            drop(running);
        });
    }

    pub(crate) fn next_call(&self) -> u64 {
        self.next_call.fetch_add(1, Ordering::Relaxed)
    }

    fn workers(&self) -> MutexGuard<'_, BTreeMap<WorkerId, Registered>> {
        self.workers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Counts as a call in the background while it exists.
struct Running(Arc<Shared>);

impl Running {
    fn new(host: &Arc<Shared>) -> Self {
        host.background.send_modify(|count| *count += 1);
        Running(Arc::clone(host))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.background.send_modify(|count| *count -= 1);
    }
}
