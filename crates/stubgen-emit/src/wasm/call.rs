//! The functions that a stub exports: parameters to nodes, one invocation, the answer to the result.
//!
//! Resources that are given away are freed as soon as the host has them. A connection that was opened for one call is
//! closed when the answer is read, also after an error. The call is recorded first, for the report of a failure.

use super::answer::SingleNode;
use super::arguments::Argument;
use super::code::{Code, Width, index};
use super::emitter::Emitter;
use super::layout::core_signature;
use super::memory_map::{ANSWER, PARAMS, block};
use super::place::{Slot, Source};
use super::shape::TypeShape;
use super::symbol::{Answer, Export, Global, I32, Import, Memory, Resource};
use wasm_rpc_stubgen_model::{Call, FunctionKind, ResourceKind, Route, RpcErrors};
use wit_parser::Function as WitFunction;
use wit_parser::abi::{AbiVariant, WasmSignature};

/// What happens to the connection of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Connection {
    /// It belongs to a resource and stays open.
    Borrowed,
    /// It is closed after the call.
    Temporary,
    /// It moves to the resource that is constructed.
    MovedToResult,
}

/// An invocation.
struct Invocation {
    connection: Connection,
    /// The local with the connection.
    local: u32,
    worker: Worker,
    arguments: Vec<Argument>,
}

/// Where the URI of the worker is.
enum Worker {
    /// The resource whose block's address is in this local.
    Block(u32),
    /// A location: the locals with its address and its length.
    Location(u32, u32),
}

impl Emitter<'_> {
    pub(super) fn export_function(&mut self, export: Export) -> Code {
        let wit = self.wit_function(export);
        let signature = self.resolve.wasm_signature(AbiVariant::GuestExport, wit);
        let mut code = Code::new(core_signature(&signature));
        match export {
            Export::Connect(resource) => connect(&mut code, resource),
            Export::Invoke(number) => self.invoke(&mut code, number, wit, &signature),
            Export::Subscribe(_) => self.subscribe(&mut code),
            Export::Get(future) => self.get(&mut code, future),
        }
        code
    }

    fn invoke(&mut self, code: &mut Code, number: usize, wit: &WitFunction, signature: &WasmSignature) {
        let (_, function) = self.invoked[number];
        let params = self.params(wit, signature.indirect_params);
        let result = wit.result.map(|ty| self.shapes.of(ty));
        let invocation = self.route(code, number, params, result);
        self.encode_arguments(code, &invocation.arguments);
        let (name, length) = self.memory_map.text(function.remote.as_str());
        if self.reports_errors {
            record_call(code, &invocation.worker, name);
        }
        code.get(invocation.local).int(name).int(length).int(PARAMS).int(index(invocation.arguments.len()));
        match function.call {
            Call::Blocking => self.wait(code, &invocation, result, signature.retptr),
            Call::Send => self.send(code, &invocation),
            Call::Future(future) => self.start(code, &invocation, future),
        }
    }

    /// Where the parameters of an exported function are.
    fn params(&mut self, wit: &WitFunction, indirect: bool) -> Vec<(TypeShape, Source)> {
        let types: Vec<_> = wit.params.iter().map(|param| param.ty).collect();
        let offsets = self.shapes.sizes.field_offsets(&types);
        let mut first = 0;
        let place = offsets.into_iter().map(|(offset, ty)| {
            let shape = self.shapes.of(*ty);
            if indirect {
                return (shape, Source::Memory { address: 0, offset: index(offset.size_wasm32()) });
            }
            let flat = self.shapes.layout(shape).flat.as_deref().expect("flat parameters are few");
            let source = Source::locals(first, flat);
            first += index(flat.len());
            (shape, source)
        });
        place.collect()
    }

    /// Emits what finds the connection to the worker; returns it with the arguments.
    fn route(
        &self,
        code: &mut Code,
        number: usize,
        mut params: Vec<(TypeShape, Source)>,
        result: Option<TypeShape>,
    ) -> Invocation {
        let (resource, function) = self.invoked[number];
        let mut handle = None;
        let (connection, local, worker) = match function.kind {
            FunctionKind::Constructor | FunctionKind::Static(Route::Location) => {
                let (uri, length, local) = (code.local(I32), code.local(I32), code.local(I32));
                let (_, location) = params.remove(0);
                location.push_value(code, 0, Width::I32, 0);
                code.tee(uri);
                location.push_value(code, 1, Width::I32, self.host.length);
                code.tee(length).call(Import::Connect).set(local);
                let connection = match (function.kind, result) {
                    (FunctionKind::Constructor, Some(TypeShape::Own(_))) => Connection::MovedToResult,
                    _ => Connection::Temporary,
                };
                (connection, local, Worker::Location(uri, length))
            }
            FunctionKind::Static(Route::Handle(param)) => {
                let (shape, source) = &params[param];
                source.push_value(code, 0, Width::I32, 0);
                if let TypeShape::Own(resource) = shape {
                    code.call(Import::ResourceRep(*resource));
                }
                let (block, local) = (code.local(I32), code.local(I32));
                code.tee(block).load(Width::I32, block::HOST_HANDLE).set(local);
                (Connection::Borrowed, local, Worker::Block(block))
            }
            FunctionKind::Method => {
                let (_, this) = params.remove(0);
                let this = this.in_local(code);
                if let ResourceKind::Remote { .. } = self.model.resources[resource].kind {
                    handle = Some(Argument::Handle(this));
                }
                let local = code.local(I32);
                code.get(this).load(Width::I32, block::HOST_HANDLE).set(local);
                (Connection::Borrowed, local, Worker::Block(this))
            }
        };
        let values = params.into_iter().map(|(shape, source)| Argument::Value(shape, source));
        Invocation { connection, local, worker, arguments: handle.into_iter().chain(values).collect() }
    }

    /// Ends a function that waits: invokes, reads the answer and returns it.
    fn wait(&self, code: &mut Code, invocation: &Invocation, result: Option<TypeShape>, by_pointer: bool) {
        code.int(ANSWER).call(Import::Invoke);
        match self.model.options.rpc_errors {
            RpcErrors::Trap => {
                self.check_error(code);
                self.free_given_away(code, invocation);
                self.return_answer(code, invocation, result, by_pointer);
            }
            RpcErrors::Result => {
                self.free_given_away(code, invocation);
                let shape = result.expect("a call that may fail has a result");
                let (result, _) = self.shapes.cases(shape);
                let value = code.local(I32);
                code.int(self.shapes.layout(shape).size).call(Memory::Alloc).tee(value);
                code.call(Answer::Result(result));
                close(code, invocation);
                code.get(value);
            }
        }
    }

    /// Reads the answer and returns it, where a malformed one traps.
    fn return_answer(&self, code: &mut Code, invocation: &Invocation, result: Option<TypeShape>, by_pointer: bool) {
        let Some(shape) = result else {
            code.call(Answer::NoResult);
            close(code, invocation);
            code.call(Memory::Reset);
            return;
        };
        if invocation.connection == Connection::MovedToResult {
            code.get(invocation.local).write(Global::Connection);
        }
        if let Some(value) = SingleNode::of(shape) {
            self.push_answer(code, value);
            close(code, invocation);
            code.call(Memory::Reset);
            return;
        }
        let value = code.local(I32);
        code.int(self.shapes.layout(shape).size).call(Memory::Alloc).set(value);
        self.read_answer(code, shape, Slot { address: value, offset: 0 });
        close(code, invocation);
        code.get(value);
        if !by_pointer {
            code.load(self.shapes.first_width(shape), 0).call(Memory::Reset);
        }
    }

    /// Ends a function that does not wait. In a stub that returns errors, it returns the host's result.
    fn send(&self, code: &mut Code, invocation: &Invocation) {
        code.int(ANSWER).call(Import::Send);
        let errors = self.model.options.rpc_errors;
        if errors == RpcErrors::Trap {
            self.check_error(code);
        }
        self.free_given_away(code, invocation);
        close(code, invocation);
        match errors {
            RpcErrors::Trap => code.call(Memory::Reset),
            RpcErrors::Result => code.int(ANSWER),
        };
    }

    /// Ends a function that returns the future of this index.
    fn start(&self, code: &mut Code, invocation: &Invocation, future: usize) {
        let host_future = code.local(I32);
        code.call(Import::Start).set(host_future);
        match invocation.worker {
            Worker::Block(block) => code.get(block).plus(block::URI).get(block).load(Width::I32, block::URI_LENGTH),
            Worker::Location(uri, length) => code.get(uri).get(length),
        };
        code.get(host_future).call(Resource::New);
        // This may free the block of the worker.
        self.free_given_away(code, invocation);
        close(code, invocation);
        code.call(Import::ResourceNew(self.model.resources.len() + future)).call(Memory::Reset);
    }

    fn free_given_away(&self, code: &mut Code, invocation: &Invocation) {
        let owns = |argument: &Argument| match argument {
            Argument::Handle(_) => false,
            Argument::Value(shape, _) => self.shapes.layout(*shape).owns,
        };
        if invocation.arguments.iter().any(owns) {
            code.call(Resource::FreeGivenAway);
        }
    }
}

/// Closes the connection that was opened for the call.
fn close(code: &mut Code, invocation: &Invocation) {
    match invocation.connection {
        Connection::Temporary => _ = code.get(invocation.local).call(Import::Disconnect),
        // One that moved belongs to the resource now, or the stub has trapped.
        Connection::Borrowed | Connection::MovedToResult => {}
    }
}

/// Emits what records, for the report of a failure, which function of which worker is called.
///
/// The block of a worker may be freed before the answer is read, when the call has given its resource away. Its URI
/// is intact when a malformed answer is reported: new resources are made after the whole answer is read.
fn record_call(code: &mut Code, worker: &Worker, name: u32) {
    match worker {
        Worker::Block(block) => code.get(*block),
        Worker::Location(uri, length) => {
            code.get(*uri).write(Global::Location).get(*length).write(Global::LocationLength).int(0)
        }
    };
    code.write(Global::Worker).int(name).write(Global::Function);
}

/// `(uri, length) -> handle`
fn connect(code: &mut Code, resource: usize) {
    code.get(0).get(1).get(0).get(1).call(Import::Connect).call(Resource::New);
    code.call(Import::ResourceNew(resource)).call(Memory::Reset);
}
