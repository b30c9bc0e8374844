//! Workers: a connection to one, a call under way, a resource that lives in one.

use std::rc::Rc;

use crate::decode::{Answer, Decode};
use crate::encode::{Encode, Nodes};
use crate::wire::{RpcError, Uri, WasmRpc, WitNode, WitValue};

/// A connection to a worker. It is closed with its last clone.
#[derive(Clone)]
pub struct Worker(Rc<WasmRpc>);

impl Worker {
    /// Connects to the worker at `location`.
    pub fn connect(location: &Uri) -> Self {
        Self(Rc::new(WasmRpc::new(location)))
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

    /// Calls a function that has no result, and waits until it is done.
    ///
    /// # Panics
    ///
    /// When the call fails, or its answer is another than the function's type says.
    pub fn finish(self) {
        self.invoke().nothing();
    }

    /// Calls a function and waits for its result.
    ///
    /// # Panics
    ///
    /// When the call fails, or its answer is another than the function's type says.
    pub fn result<T: Decode>(self) -> T {
        self.invoke().result()
    }

    fn invoke(self) -> Answer {
        let Self {
            worker,
            function,
            parameters,
            mut given,
        } = self;
        let answer = match worker.0.invoke_and_await(function, &parameters) {
            Ok(answer) => answer,
            Err(error) => panic!("`{function}` failed: {}", reason(&error)),
        };
        // The worker has them now: the last one that was given is let go first.
        while given.pop().is_some() {}
        Answer::new(function, answer.nodes)
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

/// A resource that lives in a worker. Dropping it drops it there, unless it was given away.
pub struct Remote {
    worker: Worker,
    uri: Uri,
    id: u64,
    drop: &'static str,
    given_away: bool,
}

impl Remote {
    /// The resource behind `handle`, in a worker that is connected already; `drop` is what the
    /// resource's drop is called there.
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
        if !self.given_away {
            // Nobody is left who could handle an error.
            _ = self.worker.0.invoke_and_await(self.drop, &[self.value()]);
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

impl Handle {
    /// Connects to the resource's worker; `drop` is what the resource's drop is called there.
    pub fn connect(self, drop: &'static str) -> Remote {
        Remote::new(Worker::connect(&self.uri), self, drop)
    }
}
