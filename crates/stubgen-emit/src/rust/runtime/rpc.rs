//! Workers: a connection to one, a call under way, a resource that lives in one.

use std::cell::OnceCell;
use std::rc::Rc;

// @if fallible
use crate::decode::{Answer, Decode, Malformed, Payload};
// @end
// @if !fallible
use crate::decode::{Answer, Decode, Malformed};
// @end
use crate::encode::{Encode, Nodes};
// @if future
use crate::wire::{FutureInvokeResult, Pollable, RpcError, Uri, WasmRpc, WitNode, WitValue};
// @end
// @if !future
use crate::wire::{RpcError, Uri, WasmRpc, WitNode, WitValue};
// @end

/// A connection to a worker, or one that is to be made. It is closed with its last clone.
#[derive(Clone)]
pub struct Worker(Rc<OnceCell<WasmRpc>>);

impl Worker {
    /// Connects to the worker at `location`.
    pub fn connect(location: &Uri) -> Self {
        let worker = Self::unconnected();
        worker.establish(location);
        worker
    }

    /// A worker that nothing can be asked of before the connection is established.
    pub fn unconnected() -> Self {
        Self(Rc::default())
    }

    /// Connects this worker and all its clones to the one at `location`.
    pub fn establish(&self, location: &Uri) {
        self.0.get_or_init(|| WasmRpc::new(location));
    }

    /// Begins a call of a function; `function` is its name on the wire.
    pub fn call(&self, function: &'static str) -> Call {
        Call {
            worker: self.clone(),
            function,
            parameters: Vec::new(),
            given: Vec::new(),
        }
    }

    fn connection(&self) -> &WasmRpc {
        self.0.get().expect("the answer with the worker was read")
    }
}

/// A call under way.
pub struct Call {
    worker: Worker,
    function: &'static str,
    parameters: Vec<WitValue>,
    given: Vec<Remote>,
}

impl Call {
    /// Adds a parameter.
    pub fn argument(mut self, value: impl Encode) -> Self {
        let value = Nodes::of(value, &mut self.given);
        self.parameters.push(value);
        self
    }

    // @if trap
    /// Calls a function that has no result, and waits until it is done.
    ///
    /// # Panics
    ///
    /// When the call fails, or its answer is another than the function's type says.
    pub fn finish(self) {
        let function = self.function;
        well_formed(function, self.invoke().nothing());
    }

    /// Calls a function and waits for its result.
    ///
    /// # Panics
    ///
    /// When the call fails, or its answer is another than the function's type says.
    pub fn result<T: Decode>(self) -> T {
        let function = self.function;
        well_formed(function, self.invoke().result())
    }

    fn invoke(self) -> Answer {
        let connection = self.worker.connection();
        let answer = connection.invoke_and_await(self.function, &self.parameters);
        let answer = successful(self.function, answer);
        self.release();
        Answer::new(answer.nodes)
    }
    // @end
    // @if result
    /// Calls a function that has no result, and waits until it is done.
    ///
    /// # Errors
    ///
    /// When the call fails, or its answer is another than the function's type says.
    pub fn finish(self) -> Result<(), RpcError> {
        Ok(self.invoke()?.nothing()?)
    }

    /// Calls a function and waits for its result.
    ///
    /// # Errors
    ///
    /// When the call fails, or its answer is another than the function's type says.
    pub fn result<T: Decode>(self) -> Result<T, RpcError> {
        Ok(self.invoke()?.result()?)
    }
    // @if fallible

    /// Calls a constructor that can fail by itself, and waits for its result.
    ///
    /// # Errors
    ///
    /// `Ok` with the constructor's own error; `Err` when the call fails, or its answer is another
    /// than the constructor's type says.
    pub fn construct<T: Decode, E: Payload>(self) -> Result<T, Result<E, RpcError>> {
        match self.result() {
            Ok(Ok(resource)) => Ok(resource),
            Ok(Err(error)) => Err(Ok(error)),
            Err(error) => Err(Err(error)),
        }
    }
    // @end

    fn invoke(self) -> Result<Answer, RpcError> {
        let connection = self.worker.connection();
        let answer = connection.invoke_and_await(self.function, &self.parameters);
        self.release();
        Ok(Answer::new(answer?.nodes))
    }
    // @end
    // @if send

    // @if trap
    /// Calls a function that has no result, and does not wait.
    ///
    /// # Panics
    ///
    /// When the call cannot be made.
    pub fn send(self) {
        let connection = self.worker.connection();
        let sent = connection.invoke(self.function, &self.parameters);
        successful(self.function, sent);
        self.release();
    }
    // @end
    // @if result
    /// Calls a function that has no result, and does not wait.
    ///
    /// # Errors
    ///
    /// When the call cannot be made.
    pub fn send(self) -> Result<(), RpcError> {
        let connection = self.worker.connection();
        let sent = connection.invoke(self.function, &self.parameters);
        self.release();
        sent
    }
    // @end
    // @end
    // @if future

    /// Calls a function, and does not wait for its result.
    pub fn start(self) -> Pending {
        let connection = self.worker.connection();
        let future = connection.async_invoke_and_await(self.function, &self.parameters);
        // @if trap
        let function = self.function;
        self.release();
        Pending { function, future }
        // @end
        // @if result
        self.release();
        Pending { future }
        // @end
    }
    // @end

    /// Lets go of what was given away, the last one first: the worker has it now.
    fn release(self) {
        let Self {
            worker, mut given, ..
        } = self;
        drop(worker);
        while given.pop().is_some() {}
    }
}

// @if future
/// A call whose result may not be there yet.
pub struct Pending {
    // @if trap
    function: &'static str,
    // @end
    future: FutureInvokeResult,
}

impl Pending {
    /// Ready when the result is there.
    pub fn subscribe(&self) -> Pollable {
        self.future.subscribe()
    }

    // @if trap
    /// The result, if it is there.
    ///
    /// # Panics
    ///
    /// When the call has failed, or its answer is another than the function's type says.
    pub fn get<T: Decode>(&self) -> Option<T> {
        let answer = successful(self.function, self.future.get()?);
        let result = Answer::new(answer.nodes).result();
        Some(well_formed(self.function, result))
    }
    // @end
    // @if result
    /// The result, if it is there; an error when the call has failed, or its answer is another
    /// than the function's type says.
    pub fn get<T: Decode>(&self) -> Option<Result<T, RpcError>> {
        let answer = self.future.get()?;
        let read = |answer: WitValue| Ok(Answer::new(answer.nodes).result()?);
        Some(answer.and_then(read))
    }
    // @end
}

// @end
// @if trap
/// What a call of `function` gave.
fn successful<T>(function: &str, outcome: Result<T, RpcError>) -> T {
    match outcome {
        Ok(outcome) => outcome,
        Err(error) => panic!("`{function}` failed: {}", reason(&error)),
    }
}

/// What was read from the answer of `function`.
fn well_formed<T>(function: &str, read: Result<T, Malformed>) -> T {
    match read {
        Ok(value) => value,
        Err(Malformed(why)) => panic!("the answer of `{function}` is malformed: {why}"),
    }
}

/// The kind of an error and what the worker's host says about it.
fn reason(error: &RpcError) -> String {
    match error {
        RpcError::ProtocolError(message) => format!("protocol error: {message}"),
        RpcError::Denied(message) => format!("denied: {message}"),
        RpcError::NotFound(message) => format!("not found: {message}"),
        RpcError::RemoteInternalError(message) => format!("remote internal error: {message}"),
    }
}
// @end
// @if result
impl From<Malformed> for RpcError {
    fn from(Malformed(why): Malformed) -> Self {
        Self::ProtocolError(why.to_string())
    }
}
// @end

/// A resource that lives in a worker. Dropping it drops it there, unless it was given away, or came
/// with an answer that could not be read.
pub struct Remote {
    worker: Worker,
    uri: Uri,
    id: u64,
    drop: &'static str,
    given_away: bool,
}

impl Remote {
    /// The resource behind `handle`, in that worker; `drop` is what the resource's drop is called
    /// there.
    pub fn new(worker: Worker, handle: Handle, drop: &'static str) -> Self {
        let Handle { uri, id } = handle;
        Self {
            worker,
            uri,
            id,
            drop,
            given_away: false,
        }
    }

    /// The worker that it lives in.
    pub fn worker(&self) -> &Worker {
        &self.worker
    }

    /// Begins a call of one of its methods.
    pub fn call(&self, function: &'static str) -> Call {
        let mut call = self.worker.call(function);
        call.parameters.push(self.value());
        call
    }

    /// The node that stands for it.
    pub fn node(&self) -> WitNode {
        WitNode::Handle((self.uri.clone(), self.id))
    }

    /// Gives it away: the next owner drops it.
    pub fn give_away(mut self, given: &mut Vec<Self>) {
        self.given_away = true;
        given.push(self);
    }

    fn value(&self) -> WitValue {
        WitValue {
            nodes: vec![self.node()],
        }
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        if self.given_away {
            return;
        }
        if let Some(connection) = self.worker.0.get() {
            // Nobody is left who could handle an error.
            _ = connection.invoke_and_await(self.drop, &[self.value()]);
        }
    }
}

/// What names a resource: its worker, and its id there.
pub struct Handle {
    /// The worker.
    pub uri: Uri,
    /// The resource's id.
    pub id: u64,
}
