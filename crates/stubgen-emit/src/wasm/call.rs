//! The functions that a stub exports: parameters to nodes, one invocation, the answer to the result.
//!
//! What was given away is freed as soon as the host has taken it, and a connection that was opened for a call is closed
//! when the answer is read, whether or not the call went well. For the report of a failure, the call is noted first.

use super::Emitter;
use super::answer::Answer;
use super::code::{Code, Global, Symbol, Width, index};
use super::future::subscribe;
use super::layout::{ANSWER, PARAMS};
use super::memory::{IOTA_SLACK, Memory};
use super::module::{FuncRef, Import};
use super::place::{Slot, Source};
use super::resource::{HOSTS, Resource, URI, URI_LENGTH};
use super::shape::{Nodes, Shape, ShapeId, core_type};
use super::trap::Trap;
use stubgen_model::{Call, Function, FunctionKind, ResourceKind, Route, RpcErrors};
use wasm_encoder::{Instruction, ValType};
use wit_parser::abi::AbiVariant;
use wit_parser::{Function as WitFunction, Type};

/// An exported function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Export {
    /// The constructor of a resource that stands for free functions.
    Connect(usize),
    /// The constructor of a remote resource.
    Constructor(usize),
    /// A method or static: resource, function.
    Function(usize, usize),
    /// `subscribe` of a future, by its index among the futures.
    Subscribe(usize),
    /// `get` of a future, by its index among the futures.
    Get(usize),
}

/// What becomes of the connection that a function calls over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Connection {
    /// It is a resource's, and stays.
    Kept,
    /// It is closed after the call.
    Opened,
    /// The resource that is constructed takes it over.
    Offered,
}

/// An invocation.
struct Called {
    connection: Connection,
    /// The local with the connection.
    local: u32,
    worker: Worker,
    arguments: Vec<Argument>,
}

/// What names the worker that is called.
enum Worker {
    /// The resource whose block's address is in this local.
    Block(u32),
    /// A location: the locals with its address and its length.
    Location(u32, u32),
}

/// A value that is passed to the worker.
enum Argument {
    /// The handle of the resource whose representation is in this local.
    Handle(u32),
    Value(ShapeId, Source),
}

/// The most nodes of one parameter: with the list of their indices they fill the memory.
const MAX_NODES: u64 = (1 << 31) / 28;

const I32: ValType = ValType::I32;

impl<'a> Emitter<'a> {
    pub(super) fn export_function(&mut self, export: Export) -> Code {
        match export {
            Export::Connect(resource) => connect(resource),
            Export::Constructor(_) | Export::Function(..) => self.call(export),
            Export::Subscribe(_) => subscribe(),
            Export::Get(future) => self.get(future),
        }
    }

    /// The function of the model behind an export that invokes one.
    pub(super) fn function(&self, export: Export) -> &'a Function {
        match export {
            Export::Constructor(resource) => {
                self.model.resources[resource].remote_constructor().expect("this resource has a remote constructor")
            }
            Export::Function(resource, function) => &self.model.resources[resource].functions[function],
            Export::Connect(_) | Export::Subscribe(_) | Export::Get(_) => unreachable!("this export invokes nothing"),
        }
    }

    fn call(&mut self, export: Export) -> Code {
        let wit = self.wit_function(export);
        let function = self.function(export);
        let signature = self.wit.resolve.wasm_signature(AbiVariant::GuestExport, &wit);
        let params: Vec<_> = signature.params.iter().map(|ty| core_type(*ty)).collect();
        let results: Vec<_> = signature.results.iter().map(|ty| core_type(*ty)).collect();
        let mut code = Code::new(&params, &results);
        let sources = self.sources(&wit, signature.indirect_params, &params);
        let connection = self.connection(function, wit.result);
        let called = self.route(&mut code, export, function.kind, connection, sources);
        self.encode_arguments(&mut code, &called.arguments);
        let (name, length) = self.layout.text(function.remote.as_str());
        if self.reports {
            note_call(&mut code, &called.worker, name);
        }
        code.get(called.local).int(name).int(length).int(PARAMS).int(index(called.arguments.len()));
        match function.call {
            Call::Blocking => self.wait(&mut code, &called, wit.result, signature.retptr),
            Call::Send => self.send(&mut code, &called),
            Call::Future(future) => self.start(&mut code, &called, future),
        }
        code
    }

    /// What becomes of the connection of a function with this result.
    fn connection(&mut self, function: &Function, result: Option<Type>) -> Connection {
        match function.kind {
            FunctionKind::Method | FunctionKind::Static(Route::Handle(_)) => Connection::Kept,
            FunctionKind::Static(Route::Location) => Connection::Opened,
            FunctionKind::Constructor => {
                let shape = self.shapes.of(result.expect("a constructor has a result"));
                match self.shapes.shape(shape) {
                    Shape::Own(_) => Connection::Offered,
                    _ => Connection::Opened,
                }
            }
        }
    }

    /// Where the parameters of an exported function are.
    fn sources(&mut self, wit: &WitFunction, indirect: bool, params: &[ValType]) -> Vec<(ShapeId, Source)> {
        let shapes: Vec<_> = wit.params.iter().map(|param| self.shapes.of(param.ty)).collect();
        if indirect {
            let types: Vec<_> = wit.params.iter().map(|param| param.ty).collect();
            let offsets = self.shapes.sizes.field_offsets(&types);
            let offset = |(offset, _): &(wit_parser::ArchitectureSize, _)| super::host::bytes(offset.size_wasm32());
            let memory = offsets.iter().map(|at| Source::Memory { address: 0, offset: offset(at) });
            return shapes.into_iter().zip(memory).collect();
        }
        let mut first = 0;
        let mut source = |shape: ShapeId| {
            let count = self.shapes.facts(shape).flat.as_ref().expect("flat parameters are few").len();
            let source = Source::locals(index(first), &params[first..first + count]);
            first += count;
            (shape, source)
        };
        shapes.into_iter().map(&mut source).collect()
    }

    /// Emits what finds the connection to the worker, and tells what is passed over it.
    fn route(
        &self,
        code: &mut Code,
        export: Export,
        kind: FunctionKind,
        connection: Connection,
        sources: Vec<(ShapeId, Source)>,
    ) -> Called {
        let values = |sources: &[(ShapeId, Source)]| -> Vec<Argument> {
            sources.iter().map(|(shape, source)| Argument::Value(*shape, source.clone())).collect()
        };
        match kind {
            FunctionKind::Constructor | FunctionKind::Static(Route::Location) => {
                let (uri, length, local) = (code.local(I32), code.local(I32), code.local(I32));
                sources[0].1.push_value(code, 0, Width::I32, 0);
                code.tee(uri);
                sources[0].1.push_value(code, 1, Width::I32, self.host.length);
                code.tee(length).call(FuncRef::Import(Import::Connect)).set(local);
                Called { connection, local, worker: Worker::Location(uri, length), arguments: values(&sources[1..]) }
            }
            FunctionKind::Static(Route::Handle(param)) => {
                let (shape, source) = &sources[param];
                source.push_value(code, 0, Width::I32, 0);
                if let Shape::Own(resource) = self.shapes.shape(*shape) {
                    code.call(FuncRef::Import(Import::ResourceRep(*resource)));
                }
                let (block, local) = (code.local(I32), code.local(I32));
                code.tee(block).load(Width::I32, HOSTS).set(local);
                Called { connection, local, worker: Worker::Block(block), arguments: values(&sources) }
            }
            FunctionKind::Method => {
                let this = sources[0].1.in_local(code);
                let Export::Function(resource, _) = export else { unreachable!("a method is a function") };
                let mut arguments = values(&sources[1..]);
                match self.model.resources[resource].kind {
                    ResourceKind::Functions { .. } => {}
                    ResourceKind::Remote { .. } => arguments.insert(0, Argument::Handle(this)),
                }
                let local = code.local(I32);
                code.get(this).load(Width::I32, HOSTS).set(local);
                Called { connection, local, worker: Worker::Block(this), arguments }
            }
        }
    }

    /// Writes the nodes of all arguments, and the list of them.
    fn encode_arguments(&self, code: &mut Code, arguments: &[Argument]) {
        let bound = |argument: &Argument| match argument {
            Argument::Handle(_) => Some(1),
            Argument::Value(shape, _) => self.shapes.facts(*shape).nodes.bound(),
        };
        let together: u32 = arguments.iter().filter_map(bound).sum();
        let nodes = code.local(I32);
        if together > 0 {
            code.int(together * self.host.node).call(FuncRef::Memory(Memory::Alloc)).set(nodes);
        }
        let mut slot = Slot { address: nodes, offset: 0 };
        for (number, argument) in arguments.iter().enumerate() {
            let param = PARAMS + index(number) * self.host.value;
            match (argument, bound(argument)) {
                (Argument::Handle(resource), _) => {
                    self.list_nodes(code, param, slot, |code| {
                        code.int(1);
                    });
                    code.get(*resource);
                    slot.push(code);
                    code.call(FuncRef::Resource(Resource::EncodeHandle));
                    slot = slot.at(self.host.node);
                }
                (Argument::Value(shape, source), Some(bound)) => {
                    self.encode_bounded(code, *shape, source, slot, param);
                    slot = slot.at(bound * self.host.node);
                }
                (Argument::Value(shape, source), None) => self.encode_counted(code, *shape, source, param),
            }
        }
    }

    /// Writes the `wit-value` at the address `param`: its nodes start at `slot`, and `count` pushes how many there are.
    fn list_nodes(&self, code: &mut Code, param: u32, slot: Slot, count: impl Fn(&mut Code)) {
        code.int(param);
        slot.push(code);
        code.store(Width::I32, 0).int(param);
        count(code);
        code.store(Width::I32, self.host.length);
    }

    /// Encodes an argument for whose nodes there is room at `slot`.
    fn encode_bounded(&self, code: &mut Code, shape: ShapeId, source: &Source, slot: Slot, param: u32) {
        let nodes = self.shapes.facts(shape).nodes;
        if nodes != Nodes::Exactly(1) {
            slot.at(self.host.node).push(code);
            code.write(Global::NextNode).address(Symbol::Iota, 4).write(Global::NextIndex);
        }
        self.encode(code, shape, source, slot);
        self.list_nodes(code, param, slot, |code| match nodes {
            Nodes::Exactly(count) => {
                code.int(count);
            }
            Nodes::AtMost(_) | Nodes::Counted => {
                code.read(Global::NextIndex).address(Symbol::Iota, 0).op(Instruction::I32Sub);
                code.int(2).op(Instruction::I32ShrU);
            }
        });
    }

    /// Encodes an argument whose nodes have to be counted first.
    fn encode_counted(&self, code: &mut Code, shape: ShapeId, source: &Source, param: u32) {
        let (count, nodes) = (code.local(ValType::I64), code.local(I32));
        let slot = Slot { address: nodes, offset: 0 };
        self.count(code, shape, source);
        code.tee(count).call(FuncRef::TakeNodes).set(nodes);
        self.encode(code, shape, source, slot);
        self.list_nodes(code, param, slot, |code| {
            code.get(count).op(Instruction::I32WrapI64);
        });
    }

    /// `(count) -> address`: takes memory for so many nodes of a parameter, and for the numbers of their children.
    pub(super) fn take_nodes(&self) -> Code {
        let mut code = Code::new(&[ValType::I64], &[I32]);
        let (total, count, nodes) = (0, code.local(I32), code.local(I32));
        code.get(total).long(MAX_NODES).op(Instruction::I64GtU).trap_if(Trap::OutOfMemory);
        code.get(total).op(Instruction::I32WrapI64).tee(count).times(self.host.node + 4);
        code.plus(4 * IOTA_SLACK).call(FuncRef::Memory(Memory::Alloc)).tee(nodes);
        code.get(count).times(self.host.node).add().write(Global::NextIndex);
        code.read(Global::NextIndex).get(count).call(FuncRef::Memory(Memory::FillIota));
        code.advance(Global::NextIndex, 4);
        code.get(nodes).plus(self.host.node).write(Global::NextNode).get(nodes);
        code
    }

    /// Ends a function that waits: calls, reads the answer and returns it.
    fn wait(&mut self, code: &mut Code, called: &Called, result: Option<Type>, by_pointer: bool) {
        code.int(ANSWER).call(FuncRef::Import(Import::Invoke));
        match (self.model.options.rpc_errors, result.map(|ty| self.shapes.of(ty))) {
            (RpcErrors::Trap, shape) => {
                self.check_error(code);
                self.free_given_away(code, called);
                self.trapping_result(code, called, shape, by_pointer);
            }
            (RpcErrors::Result, shape) => {
                self.free_given_away(code, called);
                let shape = shape.expect("a call that may fail has a result");
                let value = code.local(I32);
                code.int(self.shapes.facts(shape).size).call(FuncRef::Memory(Memory::Alloc)).tee(value);
                code.call(FuncRef::Answer(Answer::Result(shape)));
                self.close(code, called);
                code.get(value);
            }
        }
    }

    /// Reads the answer and returns it, where a malformed one traps.
    fn trapping_result(&self, code: &mut Code, called: &Called, shape: Option<ShapeId>, by_pointer: bool) {
        let Some(shape) = shape else {
            code.call(FuncRef::Answer(Answer::Nothing));
            self.close(code, called);
            code.call(FuncRef::Memory(Memory::Reset));
            return;
        };
        if called.connection == Connection::Offered {
            code.get(called.local).write(Global::Connection);
        }
        if self.stays_on_stack(shape) {
            self.read_on_stack(code, shape);
            self.close(code, called);
            code.call(FuncRef::Memory(Memory::Reset));
            return;
        }
        let value = code.local(I32);
        code.int(self.shapes.facts(shape).size).call(FuncRef::Memory(Memory::Alloc)).set(value);
        let slot = Slot { address: value, offset: 0 };
        self.read(code, shape, slot);
        self.close(code, called);
        if by_pointer {
            code.get(value);
            return;
        }
        self.flatten(code, shape, slot);
        code.call(FuncRef::Memory(Memory::Reset));
    }

    /// Ends a function that waits for nothing. What the host gives is what such a function returns if it returns errors.
    fn send(&self, code: &mut Code, called: &Called) {
        code.int(ANSWER).call(FuncRef::Import(Import::Send));
        let errors = self.model.options.rpc_errors;
        if errors == RpcErrors::Trap {
            self.check_error(code);
        }
        self.free_given_away(code, called);
        self.close(code, called);
        match errors {
            RpcErrors::Trap => code.call(FuncRef::Memory(Memory::Reset)),
            RpcErrors::Result => code.int(ANSWER),
        };
    }

    /// Ends a function that returns the future of this index.
    fn start(&self, code: &mut Code, called: &Called, future: usize) {
        let hosts = code.local(I32);
        code.call(FuncRef::Import(Import::Start)).set(hosts);
        match called.worker {
            Worker::Block(block) => code.get(block).plus(URI).get(block).load(Width::I32, URI_LENGTH),
            Worker::Location(uri, length) => code.get(uri).get(length),
        };
        code.get(hosts).call(FuncRef::Resource(Resource::New));
        // What is freed here may be the block of the worker.
        self.free_given_away(code, called);
        self.close(code, called);
        let resource = self.model.resources.len() + future;
        code.call(FuncRef::Import(Import::ResourceNew(resource))).call(FuncRef::Memory(Memory::Reset));
    }

    /// Closes the connection that was opened for the call.
    fn close(&self, code: &mut Code, called: &Called) {
        match called.connection {
            Connection::Opened => _ = code.get(called.local).call(FuncRef::Import(Import::Disconnect)),
            // An offered one has become the resource's, or the stub has trapped.
            Connection::Kept | Connection::Offered => {}
        }
    }

    fn free_given_away(&self, code: &mut Code, called: &Called) {
        let owns = |argument: &Argument| match argument {
            Argument::Handle(_) => false,
            Argument::Value(shape, _) => self.shapes.facts(*shape).owns,
        };
        if called.arguments.iter().any(owns) {
            code.call(FuncRef::Resource(Resource::FreeGivenAway));
        }
    }
}

/// Emits what notes, for the report of a failure, which function of which worker is called.
///
/// The block of a worker may be freed before the answer is read, when the call has given its resource away. Its URI is
/// still there when a malformed answer is reported: new resources are made only when the whole answer was read.
fn note_call(code: &mut Code, worker: &Worker, name: u32) {
    match worker {
        Worker::Block(block) => code.get(*block),
        Worker::Location(uri, length) => {
            code.get(*uri).write(Global::Location).get(*length).write(Global::LocationLength).int(0)
        }
    };
    code.write(Global::Worker).int(name).write(Global::Function);
}

/// `(uri, length) -> handle`
fn connect(resource: usize) -> Code {
    let mut code = Code::new(&[I32, I32], &[I32]);
    code.get(0).get(1).get(0).get(1).call(FuncRef::Import(Import::Connect)).call(FuncRef::Resource(Resource::New));
    code.call(FuncRef::Import(Import::ResourceNew(resource))).call(FuncRef::Memory(Memory::Reset));
    code
}
