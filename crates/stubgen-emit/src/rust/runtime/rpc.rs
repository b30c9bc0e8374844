//! Workers: connections, calls, and resources that live in workers.

// @if future
use std::cell::{Cell, OnceCell};
// @end
// @if !future
use std::cell::OnceCell;
// @end
// @if trap
use std::io::{self, Write};
// @end
// @if ends
use std::process;
// @end
use std::rc::Rc;

use crate::decode::{Answer, Decode, Malformed};
use crate::encode::{Encode, Nodes};
// @if future
use crate::wire::{FutureInvokeResult, Pollable, RpcError, Uri, WasmRpc, WitNode, WitValue};
// @end
// @if !future
use crate::wire::{RpcError, Uri, WasmRpc, WitNode, WitValue};
// @end

/// A connection to a worker, perhaps not established yet. It is closed with its last clone.
#[derive(Clone)]
pub struct Worker(Rc<OnceCell<Connection>>);

struct Connection {
    rpc: WasmRpc,
    // @if trap
    uri: Rc<str>,
    // @end
}

impl Worker {
    /// Connects to the worker at `location`.
    pub fn connect(location: &Uri) -> Self {
        let worker = Self::unconnected();
        worker.establish(location);
        worker
    }

    /// A worker that cannot be called before the connection is established.
    pub fn unconnected() -> Self {
        Self(Rc::default())
    }

    /// Connects this worker and all its clones to the one at `location`.
    pub fn establish(&self, location: &Uri) {
        self.0.get_or_init(|| Connection {
            rpc: WasmRpc::new(location),
            // @if trap
            uri: location.value.as_str().into(),
            // @end
        });
    }

    /// Begins a call. `function` is the name of the function on the wire.
    pub fn call(&self, function: &'static str) -> Call {
        Call {
            worker: self.clone(),
            function,
            parameters: Vec::new(),
            given: Vec::new(),
        }
    }

    fn connection(&self) -> &Connection {
        self.0.get().expect("the connection is established")
    }

    fn rpc(&self) -> &WasmRpc {
        &self.connection().rpc
    }
}

/// A call.
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
    /// Calls a function without a result and waits for its end. The program ends if the call fails
    /// or the answer does not match the function's type.
    pub fn finish(self) {
        let (name, answer) = self.invoke();
        name.well_formed(answer.nothing());
    }

    /// Calls a function and waits for its result. The program ends if the call fails or the answer
    /// does not match the function's type.
    pub fn result<T: Decode>(self) -> T {
        let (name, answer) = self.invoke();
        name.well_formed(answer.result())
    }

    fn invoke(self) -> (CallName, Answer) {
        let rpc = self.worker.rpc();
        let answer = rpc.invoke_and_await(self.function, &self.parameters);
        let name = self.name();
        let answer = name.successful(answer);
        self.release();
        (name, Answer::new(answer.nodes))
    }

    fn name(&self) -> CallName {
        CallName {
            function: self.function,
            worker: Rc::clone(&self.worker.connection().uri),
        }
    }
    // @end
    // @if result
    /// Calls a function without a result and waits for its end.
    ///
    /// # Errors
    ///
    /// If the call fails or the answer does not match the function's type.
    pub fn finish(self) -> Result<(), RpcError> {
        Ok(self.invoke()?.nothing()?)
    }

    /// Calls a function and waits for its result.
    ///
    /// # Errors
    ///
    /// If the call fails or the answer does not match the function's type.
    pub fn result<T: Decode>(self) -> Result<T, RpcError> {
        Ok(self.invoke()?.result()?)
    }

    fn invoke(self) -> Result<Answer, RpcError> {
        let rpc = self.worker.rpc();
        let answer = rpc.invoke_and_await(self.function, &self.parameters);
        self.release();
        Ok(Answer::new(answer?.nodes))
    }
    // @end
    // @if send

    // @if trap
    /// Calls a function without a result and does not wait. The program ends if the call cannot be
    /// made.
    pub fn send(self) {
        let rpc = self.worker.rpc();
        let sent = rpc.invoke(self.function, &self.parameters);
        self.name().successful(sent);
        self.release();
    }
    // @end
    // @if result
    /// Calls a function without a result and does not wait.
    ///
    /// # Errors
    ///
    /// If the call cannot be made.
    pub fn send(self) -> Result<(), RpcError> {
        let rpc = self.worker.rpc();
        let sent = rpc.invoke(self.function, &self.parameters);
        self.release();
        sent
    }
    // @end
    // @end
    // @if future

    /// Calls a function and does not wait for its result.
    pub fn start(self) -> Pending {
        let rpc = self.worker.rpc();
        let future = rpc.async_invoke_and_await(self.function, &self.parameters);
        let pending = Pending {
            // @if trap
            name: self.name(),
            // @end
            future,
            taken: Cell::new(false),
        };
        self.release();
        pending
    }
    // @end

    /// Drops the resources that were given away, the last one first. The worker owns them now.
    fn release(self) {
        let Self {
            worker, mut given, ..
        } = self;
        drop(worker);
        while given.pop().is_some() {}
    }
}

// @if future
/// A call whose result may not be available yet.
pub struct Pending {
    // @if trap
    name: CallName,
    // @end
    future: FutureInvokeResult,
    taken: Cell<bool>,
}

impl Pending {
    /// Ready when the result is available.
    pub fn subscribe(&self) -> Pollable {
        self.future.subscribe()
    }

    // @if trap
    /// The result, if it is available. The program ends if the call has failed, the answer does not
    /// match the function's type, or the result was returned before.
    pub fn get<T: Decode>(&self) -> Option<T> {
        let answer = self.name.successful(self.answer()?);
        let result = Answer::new(answer.nodes).result();
        Some(self.name.well_formed(result))
    }
    // @end
    // @if result
    /// The result, if it is available: an error if the call has failed or the answer does not match
    /// the function's type. The program ends if the result was returned before.
    pub fn get<T: Decode>(&self) -> Option<Result<T, RpcError>> {
        let answer = self.answer()?;
        let read = |answer: WitValue| Ok(Answer::new(answer.nodes).result()?);
        Some(answer.and_then(read))
    }
    // @end

    /// The answer, if it is available. A Golem server returns it once, and only after the caller
    /// has seen that the future is ready.
    fn answer(&self) -> Option<Result<WitValue, RpcError>> {
        if self.taken.get() {
            answer_was_taken_already();
        }
        if !self.future.subscribe().ready() {
            return None;
        }
        let answer = self.future.get()?;
        self.taken.set(true);
        Some(answer)
    }
}

/// Ends the program, with its name in the backtrace.
#[inline(never)]
fn answer_was_taken_already() -> ! {
    process::abort()
}

// @end
// @if trap
/// The name of a call in the message about its failure.
struct CallName {
    function: &'static str,
    worker: Rc<str>,
}

impl CallName {
    /// The outcome of the call.
    fn successful<T>(&self, outcome: Result<T, RpcError>) -> T {
        match outcome {
            Ok(outcome) => outcome,
            Err(RpcError::ProtocolError(text)) => self.fail("protocol-error", &text),
            Err(RpcError::Denied(text)) => self.fail("denied", &text),
            Err(RpcError::NotFound(text)) => self.fail("not-found", &text),
            Err(RpcError::RemoteInternalError(text)) => self.fail("remote-internal-error", &text),
        }
    }

    /// The decoded answer.
    fn well_formed<T>(&self, read: Result<T, Malformed>) -> T {
        match read {
            Ok(value) => value,
            Err(Malformed(why)) => self.fail("protocol-error", why),
        }
    }

    /// Reports why the call has failed, and ends the program.
    fn fail(&self, kind: &str, text: &str) -> ! {
        let Self { function, worker } = self;
        let line = format!("wasm-rpc: {function} of {worker} failed: {kind}: {text}\n");
        // If the output is closed, the report is lost.
        _ = io::stderr().write_all(line.as_bytes());
        process::abort()
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

/// A resource that lives in a worker. Its drop drops it there, unless it was given away or came
/// with an answer that could not be decoded.
pub struct Remote {
    worker: Worker,
    uri: Uri,
    id: u64,
    drop: &'static str,
    given_away: bool,
}

impl Remote {
    /// The resource of `handle` in that worker. `drop` is the name of the resource's drop function
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

    /// Begins a call of a method.
    pub fn call(&self, function: &'static str) -> Call {
        let mut call = self.worker.call(function);
        call.parameters.push(self.value());
        call
    }

    /// The node of its handle.
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
            let rpc = &connection.rpc;
            // A drop has no way to return an error.
            _ = rpc.invoke_and_await(self.drop, &[self.value()]);
        }
    }
}

/// The identity of a resource: its worker, and its id there.
pub struct Handle {
    /// The worker.
    pub uri: Uri,
    /// The resource's id.
    pub id: u64,
}
