//! The functions that a stub exports: parameters to nodes, one invocation, the answer to the result.

use super::Emitter;
use super::answer::Answer;
use super::code::{Code, Global, Symbol, Width, index};
use super::layout::{ANSWER, PARAMS};
use super::memory::{IOTA_SLACK, Memory};
use super::module::{FuncRef, Import};
use super::place::{Slot, Source};
use super::resource::{CONNECTION, Resource};
use super::shape::{Nodes, Shape, ShapeId, core_type};
use super::trap::Trap;
use stubgen_model::{Constructor, Function, FunctionKind, ResourceKind, Route};
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

impl Emitter<'_> {
    pub(super) fn export_function(&mut self, export: Export) -> Code {
        match export {
            Export::Connect(resource) => connect(resource),
            Export::Constructor(_) | Export::Function(..) => self.call(export),
        }
    }

    /// The function of the model behind an export; nothing is invoked by `Connect`.
    pub(super) fn function(&self, export: Export) -> Option<&Function> {
        match export {
            Export::Connect(_) => None,
            Export::Constructor(resource) => match &self.model.resources[resource].constructor {
                Some(Constructor::Remote(function)) => Some(function),
                Some(Constructor::Connect { .. }) | None => None,
            },
            Export::Function(resource, function) => Some(&self.model.resources[resource].functions[function]),
        }
    }

    fn call(&mut self, export: Export) -> Code {
        let wit = self.wit_function(export);
        let function = self.function(export).expect("this export invokes a function");
        let (kind, remote) = (function.kind, function.remote.clone());
        let signature = self.wit.resolve.wasm_signature(AbiVariant::GuestExport, &wit);
        let params: Vec<_> = signature.params.iter().map(|ty| core_type(*ty)).collect();
        let results: Vec<_> = signature.results.iter().map(|ty| core_type(*ty)).collect();
        let mut code = Code::new(&params, &results);
        let sources = self.sources(&wit, signature.indirect_params, &params);
        let (connection, arguments) = self.route(&mut code, export, kind, sources);
        let gives_away = arguments.iter().any(|argument| match argument {
            Argument::Handle(_) => false,
            Argument::Value(shape, _) => self.shapes.facts(*shape).gives_away,
        });
        self.encode_arguments(&mut code, &arguments);
        let (name, length) = self.layout.text(remote.as_str());
        code.get(connection).int(name).int(length).int(PARAMS).int(index(arguments.len())).int(ANSWER);
        code.call(FuncRef::Import(Import::Invoke));
        self.check_error(&mut code);
        if gives_away {
            code.call(FuncRef::Resource(Resource::FreeGivenAway));
        }
        self.result(&mut code, kind, connection, wit.result, signature.retptr);
        code
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

    /// A local with the connection to the worker, and what is passed to it.
    fn route(
        &self,
        code: &mut Code,
        export: Export,
        kind: FunctionKind,
        sources: Vec<(ShapeId, Source)>,
    ) -> (u32, Vec<Argument>) {
        let values = |sources: &[(ShapeId, Source)]| -> Vec<Argument> {
            sources.iter().map(|(shape, source)| Argument::Value(*shape, source.clone())).collect()
        };
        match kind {
            FunctionKind::Constructor | FunctionKind::Static(Route::Location) => {
                sources[0].1.push_value(code, 0, Width::I32, 0);
                sources[0].1.push_value(code, 1, Width::I32, self.host.length);
                let connection = code.local(I32);
                code.call(FuncRef::Import(Import::Connect)).set(connection);
                (connection, values(&sources[1..]))
            }
            FunctionKind::Static(Route::Handle(param)) => {
                let (shape, source) = &sources[param];
                source.push_value(code, 0, Width::I32, 0);
                if let Shape::Own(resource) = self.shapes.shape(*shape) {
                    code.call(FuncRef::Import(Import::ResourceRep(*resource)));
                }
                let connection = code.local(I32);
                code.load(Width::I32, CONNECTION).set(connection);
                (connection, values(&sources))
            }
            FunctionKind::Method => {
                let this = sources[0].1.in_local(code);
                let Export::Function(resource, _) = export else { unreachable!("a method is a function") };
                let mut arguments = values(&sources[1..]);
                match self.model.resources[resource].kind {
                    ResourceKind::Functions => (this, arguments),
                    ResourceKind::Remote { .. } => {
                        let connection = code.local(I32);
                        code.get(this).load(Width::I32, CONNECTION).set(connection);
                        arguments.insert(0, Argument::Handle(this));
                        (connection, arguments)
                    }
                }
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

    /// Reads the answer and returns it.
    fn result(&mut self, code: &mut Code, kind: FunctionKind, connection: u32, result: Option<Type>, by_pointer: bool) {
        let shape = result.map(|ty| self.shapes.of(ty));
        let closes = match (kind, shape.map(|shape| self.shapes.shape(shape))) {
            (FunctionKind::Constructor, Some(Shape::Own(_))) => {
                code.get(connection).write(Global::Connection);
                false
            }
            (FunctionKind::Constructor | FunctionKind::Static(Route::Location), _) => true,
            (FunctionKind::Method | FunctionKind::Static(Route::Handle(_)), _) => false,
        };
        let Some(shape) = shape else {
            code.call(FuncRef::Answer(Answer::Nothing));
            self.close(code, closes, connection);
            code.call(FuncRef::Memory(Memory::Reset));
            return;
        };
        let answer = |code: &mut Code, tag| {
            code.call(FuncRef::Answer(Answer::One)).node(tag);
        };
        if self.primitive(shape).is_some() {
            self.decode_primitive(code, shape, answer);
            self.close(code, closes, connection);
            code.call(FuncRef::Memory(Memory::Reset));
            return;
        }
        let value = code.local(I32);
        code.int(self.shapes.facts(shape).size).call(FuncRef::Memory(Memory::Alloc)).set(value);
        let slot = Slot { address: value, offset: 0 };
        self.decode(code, shape, answer, slot);
        self.close(code, closes, connection);
        if by_pointer {
            code.get(value);
            return;
        }
        self.flatten(code, shape, slot);
        code.call(FuncRef::Memory(Memory::Reset));
    }

    fn close(&self, code: &mut Code, closes: bool, connection: u32) {
        if closes {
            code.get(connection).call(FuncRef::Import(Import::Disconnect));
        }
    }
}

/// `(uri, length) -> handle`: the representation is the connection itself.
fn connect(resource: usize) -> Code {
    let mut code = Code::new(&[I32, I32], &[I32]);
    code.get(0).get(1).call(FuncRef::Import(Import::Connect));
    code.call(FuncRef::Import(Import::ResourceNew(resource))).call(FuncRef::Memory(Memory::Reset));
    code
}
