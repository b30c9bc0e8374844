//! The answer of a call: the host's error, or the value that it holds.
//!
//! A stub that returns errors has one function for each `result` that it returns, which writes all of it: the host's
//! error, the answer, or the reason why the answer is malformed.

use super::code::{Code, Width, index};
use super::emitter::Emitter;
use super::memory_map::{ANSWER, DEFERRED};
use super::place::Slot;
use super::shape::{Scalar, TypeShape};
use super::symbol::{Answer, Callee, CompositeId, Global, Import, ProtocolError, Resource, Trap, WithStatus};
use wasm_encoder::{Instruction, ValType};

/// A value of one node. It can stay on the stack, as nothing is read after it.
#[derive(Debug, Clone, Copy)]
pub(super) enum SingleNode {
    Scalar(Scalar),
    Own(usize),
}

impl SingleNode {
    pub(super) fn of(shape: TypeShape) -> Option<Self> {
        match shape {
            TypeShape::Scalar(scalar) => Some(Self::Scalar(scalar)),
            TypeShape::Own(resource) => Some(Self::Own(resource)),
            TypeShape::String | TypeShape::Borrow(_) | TypeShape::Composite(_) => None,
        }
    }
}

impl Emitter<'_> {
    pub(super) fn answer_function(&mut self, answer: Answer) -> Code {
        let mut code = match answer {
            Answer::Error | Answer::Result(_) | Answer::Malformed => Code::new(answer.signature()),
            _ => self.reader(answer),
        };
        match answer {
            Answer::Error => self.rpc_error(&mut code),
            Answer::NoResult => self.no_result(&mut code),
            Answer::OneResult => self.one_result(&mut code),
            Answer::Node => self.node(&mut code),
            Answer::WrongNode => self.wrong_node(&mut code),
            Answer::Result(result) => self.result(&mut code, result),
            Answer::Ok(result) => self.ok(&mut code, result),
            Answer::Malformed => self.malformed(&mut code),
        }
        code
    }

    /// Emits the check for an error after a call.
    pub(super) fn check_error(&self, code: &mut Code) {
        code.int(ANSWER).load(Width::U8, 0).when();
        code.call(Answer::Error).op(Instruction::Unreachable).end();
    }

    fn rpc_error(&self, code: &mut Code) {
        code.int(ANSWER).load(Width::U8, self.host.answer);
        code.switch(index(self.host.errors.len()), |code, case| _ = code.call(Trap::RpcError(case)));
    }

    /// Emits what reads the whole answer and pushes its value.
    pub(super) fn push_answer(&self, code: &mut Code, value: SingleNode) {
        code.call_reader(Answer::OneResult);
        match value {
            SingleNode::Scalar(scalar) => self.decode_scalar(code, scalar, |code, tag| _ = code.node(tag)),
            SingleNode::Own(resource) => {
                code.node(self.host.tag("handle")).call(Resource::DecodeHandle).call(Import::ResourceNew(resource));
            }
        }
    }

    /// Emits what reads the whole answer and writes its value to `slot`. Its handles are connected last.
    pub(super) fn read_answer(&self, code: &mut Code, shape: TypeShape, slot: Slot) {
        if let Some(value) = SingleNode::of(shape) {
            code.get(slot.address);
            self.push_answer(code, value);
            code.store(self.shapes.first_width(shape), slot.offset);
            return;
        }
        let owns = self.shapes.layout(shape).owns;
        if owns {
            code.int(DEFERRED).write(Global::Deferred);
        }
        let root = code.local(ValType::I32);
        code.call_reader(Answer::OneResult).set(root);
        self.decode(code, shape, |code, tag| _ = code.get(root).node(tag), slot);
        if owns {
            code.call(Resource::ConnectDeferred);
        }
    }

    fn result(&self, code: &mut Code, result: CompositeId) {
        let (slot, status) = (Slot { address: 0, offset: 0 }, code.local(ValType::I32));
        let (_, cases) = self.shapes.cases(TypeShape::Composite(result));
        let error = slot.at(cases.payload);
        code.int(ANSWER).load(Width::U8, 0).when();
        code.get(slot.address).int(1).store(Width::U8, 0);
        error.push(code);
        code.int(ANSWER + self.host.answer).int(self.host.error_size);
        code.op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 }).op(Instruction::Return).end();
        code.get(slot.address).call(WithStatus(Answer::Ok(result))).tee(status).when();
        code.get(slot.address).int(1).store(Width::U8, 0).get(status);
        error.push(code);
        code.call(Answer::Malformed).end();
    }

    fn ok(&self, code: &mut Code, result: CompositeId) {
        let slot = Slot { address: 0, offset: 0 };
        let (_, cases) = self.shapes.cases(TypeShape::Composite(result));
        match cases.cases[0] {
            Some(value) => self.read_answer(code, value, slot.at(cases.payload)),
            None => _ = code.call_reader(Answer::NoResult),
        }
        code.get(slot.address).int(0).store(Width::U8, slot.offset).push_ok();
    }

    fn malformed(&mut self, code: &mut Code) {
        let (status, error) = (0, 1);
        code.get(error).int(self.host.error("protocol-error")).store(Width::U8, 0);
        code.get(status).int(1).op(Instruction::I32Sub);
        let texts = ProtocolError::ALL.map(|error| self.memory_map.text(error.text()));
        let (pointer, length) = (self.host.error_text, self.host.error_text + self.host.length);
        code.switch(index(texts.len()), |code, position| {
            let text = texts[position as usize];
            code.get(error).int(text.0).store(Width::I32, pointer).get(error).int(text.1).store(Width::I32, length);
        });
    }
}
