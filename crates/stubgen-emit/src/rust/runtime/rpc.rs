//! Workers: a connection to one, a call under way, a resource that lives in one.

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

/// A connection to a worker, or one that is to be made. It is closed with its last clone.
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

    /// A worker that nothing can be asked of before the connection is established.
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

    /// Begins a call of a function; `function` is its name on the wire.
    pub fn call(&self, function: &'static str) -> Call {
        Call {
            worker: self.clone(),
            function,
            parameters: Vec::new(),
            given: Vec::new(),
        }
    }

    fn connection(&self) -> &Connection {
        self.0.get().expect("the answer with the worker was read")
    }

    fn rpc(&self) -> &WasmRpc {
        &self.connection().rpc
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
    /// Calls a function that has no result, and waits until it is done. The program ends when the
    /// call fails, or its answer is another than the function's type says.
    pub fn finish(self) {
        let (name, answer) = self.invoke();
        name.well_formed(answer.nothing());
    }

    /// Calls a function and waits for its result. The program ends when the call fails, or its
    /// answer is another than the function's type says.
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

    fn invoke(self) -> Result<Answer, RpcError> {
        let rpc = self.worker.rpc();
        let answer = rpc.invoke_and_await(self.function, &self.parameters);
        self.release();
        Ok(Answer::new(answer?.nodes))
    }
    // @end
    // @if send

    // @if trap
    /// Calls a function that has no result, and does not wait. The program ends when the call
    /// cannot be made.
    pub fn send(self) {
        let rpc = self.worker.rpc();
        let sent = rpc.invoke(self.function, &self.parameters);
        self.name().successful(sent);
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
        let rpc = self.worker.rpc();
        let sent = rpc.invoke(self.function, &self.parameters);
        self.release();
        sent
    }
    // @end
    // @end
    // @if future

    /// Calls a function, and does not wait for its result.
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
    name: CallName,
    // @end
    future: FutureInvokeResult,
    taken: Cell<bool>,
}

impl Pending {
    /// Ready when the result is there.
    pub fn subscribe(&self) -> Pollable {
        self.future.subscribe()
    }

    // @if trap
    /// The result, if it is there. The program ends when the call has failed, its answer is another
    /// than the function's type says, or the result was given before.
    pub fn get<T: Decode>(&self) -> Option<T> {
        let answer = self.name.successful(self.answer()?);
        let result = Answer::new(answer.nodes).result();
        Some(self.name.well_formed(result))
    }
    // @end
    // @if result
    /// The result, if it is there; an error when the call has failed, or its answer is another
    /// than the function's type says. The program ends when the result was given before.
    pub fn get<T: Decode>(&self) -> Option<Result<T, RpcError>> {
        let answer = self.answer()?;
        let read = |answer: WitValue| Ok(Answer::new(answer.nodes).result()?);
        Some(answer.and_then(read))
    }
    // @end

    /// The answer, if it is there. A Golem server gives it once, and only after the caller has seen
    /// that the future is ready.
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
/// Names a call where it has failed.
struct CallName {
    function: &'static str,
    worker: Rc<str>,
}

impl CallName {
    /// What the call gave.
    fn successful<T>(&self, outcome: Result<T, RpcError>) -> T {
        match outcome {
            Ok(outcome) => outcome,
            Err(RpcError::ProtocolError(text)) => self.fail("protocol-error", &text),
            Err(RpcError::Denied(text)) => self.fail("denied", &text),
            Err(RpcError::NotFound(text)) => self.fail("not-found", &text),
            Err(RpcError::RemoteInternalError(text)) => self.fail("remote-internal-error", &text),
        }
    }

    /// What was read from the answer.
    fn well_formed<T>(&self, read: Result<T, Malformed>) -> T {
        match read {
            Ok(value) => value,
            Err(Malformed(why)) => self.fail("protocol-error", why),
        }
    }

    /// Says why the call has failed, and ends the program.
    fn fail(&self, kind: &str, text: &str) -> ! {
        let Self { function, worker } = self;
        let line = format!("wasm-rpc: {function} of {worker} failed: {kind}: {text}\n");
        // Nothing can be done about an output that is closed.
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
            let rpc = &connection.rpc;
            // Nobody is left who could handle an error.
            _ = rpc.invoke_and_await(self.drop, &[self.value()]);
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
