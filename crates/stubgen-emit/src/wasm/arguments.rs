//! The arguments of a call: each becomes a `wit-value`, a list of nodes, in the list of parameters.

use super::code::{Code, Width, index};
use super::emitter::Emitter;
use super::layout::NodeCount;
use super::memory::IOTA_SLACK;
use super::memory_map::PARAMS;
use super::place::{Slot, Source};
use super::shape::TypeShape;
use super::symbol::{Address, Callee, Function, Global, Memory, Resource, Trap, ValueFunction};
use wasm_encoder::{Instruction, ValType};

/// A value that is passed to the worker.
pub(super) enum Argument {
    /// The handle of the resource whose representation is in this local.
    Handle(u32),
    Value(TypeShape, Source),
}

/// The most nodes of one parameter: with the list of their indices they fill the memory.
const MAX_NODES: u64 = (1 << 31) / 28;

const TAKE_NODES: ValueFunction<'static> =
    ValueFunction { function: Function::TakeNodes, value: &[ValType::I64], others: &[], results: &[I32] };

const I32: ValType = ValType::I32;

impl Emitter<'_> {
    /// Writes the nodes of all arguments, and the list of them.
    pub(super) fn encode_arguments(&self, code: &mut Code, arguments: &[Argument]) {
        let bound = |argument: &Argument| match argument {
            Argument::Handle(_) => Some(1),
            Argument::Value(shape, _) => self.shapes.layout(*shape).nodes.bound(),
        };
        let together: u32 = arguments.iter().filter_map(bound).sum();
        let nodes = code.local(I32);
        if together > 0 {
            code.int(together * self.host.node).call(Memory::Alloc).set(nodes);
        }
        let mut slot = Slot { address: nodes, offset: 0 };
        for (number, argument) in arguments.iter().enumerate() {
            let param = PARAMS + index(number) * self.host.value;
            match argument {
                Argument::Handle(resource) => {
                    self.list_nodes(code, param, slot, |code| _ = code.int(1));
                    code.get(*resource);
                    slot.push(code);
                    code.call(Resource::EncodeHandle);
                }
                Argument::Value(shape, source) if bound(argument).is_some() => {
                    self.encode_bounded(code, *shape, source, slot, param);
                }
                Argument::Value(shape, source) => self.encode_counted(code, *shape, source, param),
            }
            slot = slot.at(bound(argument).unwrap_or(0) * self.host.node);
        }
    }

    /// Writes the `wit-value` at the address `param`: its nodes start at `slot`, and `count` pushes their number.
    fn list_nodes(&self, code: &mut Code, param: u32, slot: Slot, count: impl Fn(&mut Code)) {
        code.int(param);
        slot.push(code);
        code.store(Width::I32, 0).int(param);
        count(code);
        code.store(Width::I32, self.host.length);
    }

    /// Encodes an argument into nodes that are allocated at `slot`.
    fn encode_bounded(&self, code: &mut Code, shape: TypeShape, source: &Source, slot: Slot, param: u32) {
        let nodes = self.shapes.layout(shape).nodes;
        if nodes != NodeCount::Exactly(1) {
            slot.at(self.host.node).push(code);
            code.write(Global::NextNode).address(Address::Iota, 4).write(Global::NextIndex);
        }
        self.encode(code, shape, source, slot);
        self.list_nodes(code, param, slot, |code| match nodes.exactly() {
            Some(count) => _ = code.int(count),
            None => {
                code.read(Global::NextIndex).address(Address::Iota, 0).op(Instruction::I32Sub);
                code.int(2).op(Instruction::I32ShrU);
            }
        });
    }

    /// Encodes an argument whose nodes have to be counted first.
    fn encode_counted(&self, code: &mut Code, shape: TypeShape, source: &Source, param: u32) {
        let (count, nodes) = (code.local(ValType::I64), code.local(I32));
        let slot = Slot { address: nodes, offset: 0 };
        self.count(code, shape, source);
        code.tee(count).call(TAKE_NODES).set(nodes);
        self.encode(code, shape, source, slot);
        self.list_nodes(code, param, slot, |code| _ = code.get(count).op(Instruction::I32WrapI64));
    }

    pub(super) fn take_nodes(&self) -> Code {
        let mut code = Code::new(TAKE_NODES.signature());
        let (total, count, nodes) = (0, code.local(I32), code.local(I32));
        code.get(total).long(MAX_NODES).op(Instruction::I64GtU).trap_if(Trap::OutOfMemory);
        code.get(total).op(Instruction::I32WrapI64).tee(count).times(self.host.node + 4);
        code.plus(4 * IOTA_SLACK).call(Memory::Alloc).tee(nodes);
        code.get(count).times(self.host.node).add().write(Global::NextIndex);
        code.read(Global::NextIndex).get(count).call(Memory::FillIota);
        code.advance(Global::NextIndex, 4);
        code.get(nodes).plus(self.host.node).write(Global::NextNode).get(nodes);
        code
    }
}
