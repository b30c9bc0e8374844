//! The host: components by id, workers by identity, calls from outside. [`HostBuilder`] -> [`Host`].

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{mpsc, oneshot, watch};
use wasmtime::Engine;
use wasmtime::component::Linker;

use crate::component::{LoadError, LoadedComponent, engine};
use crate::functions::{Function, FunctionError};
use crate::invoke::{Answer, Arguments, InvokeError, UnknownComponent};
use crate::nearest::nearest;
use crate::output::{Output, WorkerOutput};
use crate::rpc;
use crate::rpc_error::RpcError;
use crate::trace::Trace;
use crate::waits::{Settled, Waits};
use crate::worker::{Environment, Job, Worker, WorkerState};
use crate::worker_id::WorkerId;

/// Makes a [`Host`]: its components are compiled here, once.
pub struct HostBuilder {
    engine: Engine,
    linker: Linker<WorkerState>,
    components: BTreeMap<String, Arc<LoadedComponent>>,
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

    /// Adds a component; its workers are `urn:worker:{id}/{name}`.
    ///
    /// # Errors
    ///
    /// Where the id can't be part of a URI or is taken, the bytes are no valid component, or it imports what the host
    /// doesn't have: anything but `golem:rpc/types@0.1`, WASI 0.2 without `wasi:http`, and interfaces of types alone.
    pub fn component(mut self, id: &str, bytes: &[u8]) -> Result<Self, LoadError> {
        if self.components.contains_key(id) {
            return Err(LoadError::DuplicateId { id: id.to_owned() });
        }
        let component = LoadedComponent::new(id, bytes, &self.engine, &self.linker)?;
        self.components.insert(id.to_owned(), Arc::new(component));
        Ok(self)
    }

    /// Sets an environment variable of the workers that are created by a call from outside; those that they create
    /// inherit it. The last value of a name counts.
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
            components: self.components,
            environment: Arc::new(self.environment),
            output: self.output,
            trace: self.trace,
            waits: Waits::default(),
            workers: Mutex::default(),
            next_call: AtomicU64::new(0),
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
    components: BTreeMap<String, Arc<LoadedComponent>>,
    environment: Environment,
    output: Output,
    pub(crate) trace: Option<Arc<dyn Trace>>,
    pub(crate) waits: Waits,
    workers: Mutex<BTreeMap<WorkerId, Registered>>,
    next_call: AtomicU64,
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
    /// Where there is no such component or function, an argument isn't of its parameter's type, or the call fails.
    pub async fn invoke(
        &self,
        worker: &str,
        function: &str,
        arguments: impl Into<Arguments>,
    ) -> Result<Answer, InvokeError> {
        let worker = WorkerId::parse_short(worker)?;
        let function = self.function(worker.component(), function)?;
        let params = arguments.into().to_wire(&function)?;
        let (answer, receiver) = oneshot::channel();
        let job = Job { function: Arc::clone(&function), params, depth: 0, settled: Settled::default(), answer };
        self.0.enqueue(&worker, &self.0.environment, job);
        let answer = receiver.await.unwrap_or_else(|_| {
            let message = "the worker's task has ended".to_owned();
            Err(RpcError::RemoteInternal(message))
        });
        Ok(Answer::new(answer?, function.result()))
    }

    /// The function of a component that a name means, which may be short.
    ///
    /// # Errors
    ///
    /// Where there is no such component, or none or more than one such function.
    pub fn function(&self, component: &str, name: &str) -> Result<Arc<Function>, InvokeError> {
        let component = self.0.component(component)?;
        let function: Result<_, FunctionError> = component.functions.find(name);
        Ok(function?)
    }

    /// The names of a component's functions in full; none if there is no such component.
    pub fn functions(&self, component: &str) -> Vec<String> {
        let component = self.0.components.get(component);
        component.map_or_else(Vec::new, |component| component.functions.names())
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

    /// The workers that exist.
    pub fn workers(&self) -> Vec<WorkerId> {
        self.0.workers().keys().cloned().collect()
    }
}

impl Shared {
    pub(crate) fn component(&self, id: &str) -> Result<&Arc<LoadedComponent>, UnknownComponent> {
        self.components.get(id).ok_or_else(|| {
            let known = || self.components.keys().map(String::as_str);
            UnknownComponent {
                id: id.to_owned(),
                nearest: nearest(id, known()).into_iter().map(str::to_owned).collect(),
                known: known().map(str::to_owned).collect(),
            }
        })
    }

    /// Puts a call into a worker's queue; creates the worker where it doesn't exist, with that environment.
    ///
    /// The component has been found before: see [`Shared::component`].
    pub(crate) fn enqueue(self: &Arc<Self>, id: &WorkerId, environment: &Environment, job: Job) {
        let Some(component) = self.components.get(id.component()) else {
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
