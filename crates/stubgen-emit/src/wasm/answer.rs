//! The answer of a call: what of it is checked, and the functions that do it.
//!
//! An answer is a tree of nodes, so each may be read once. A node that is read is marked where it lies: its
//! discriminant becomes one that no kind of node has. Whatever refers to it again, a cycle or a second parent, finds a
//! node of a wrong kind, and the stub traps. So the work is linear in the number of nodes.
//!
//! A stub that returns errors has one function for each `result` that it returns, which writes all of it: the host's
//! error, the answer, or what is wrong with the answer.

use super::Emitter;
use super::code::{Code, Global, Width, index};
use super::layout::{ANSWER, PENDING};
use super::module::{FuncRef, Import};
use super::place::Slot;
use super::resource::Resource;
use super::shape::{Shape, ShapeId};
use super::trap::{PROTOCOL_ERRORS, Trap};
use wasm_encoder::{Instruction, ValType};

/// Functions that read answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Answer {
    /// Traps with the name of the error of the current call.
    Error,
    /// Begins the answer; it has no result.
    Nothing,
    /// `() -> node`: begins the answer; it has one result.
    One,
    /// `(index, tag) -> address` of a node of this tag, which is marked as read.
    Node,
    /// `(address)`: fails because the node there is of another tag, or was read before.
    Wrong,
    /// `(slot)`: writes the `result` of this shape, that of a stub which returns errors.
    Result(ShapeId),
    /// `(slot) -> status`: the same, if the answer is as it should be.
    Value(ShapeId),
    /// `(status, slot)`: writes the `rpc-error` that says what is wrong with the answer.
    Malformed,
}

const I32: ValType = ValType::I32;

impl Answer {
    /// The name in a backtrace.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Error => "rpc-error",
            Self::Nothing => "answer without result",
            Self::One => "answer with one result",
            Self::Node => "node",
            Self::Wrong => "wrong node",
            Self::Result(_) => "answer as",
            Self::Value(_) => "value as",
            Self::Malformed => "malformed answer",
        }
    }
}

impl Emitter<'_> {
    pub(super) fn answer_function(&mut self, function: Answer) -> Code {
        match function {
            Answer::Error => self.error(),
            Answer::Nothing => self.nothing(),
            Answer::One => self.one(),
            Answer::Node => self.node_function(),
            Answer::Wrong => self.wrong(),
            Answer::Result(shape) => self.returned(shape),
            Answer::Value(shape) => self.value(shape),
            Answer::Malformed => self.malformed(),
        }
    }

    /// Emits the check for an error after a call.
    pub(super) fn check_error(&self, code: &mut Code) {
        code.int(ANSWER).load(Width::U8, 0).when();
        code.call(FuncRef::Answer(Answer::Error)).op(Instruction::Unreachable).end();
    }

    fn error(&self) -> Code {
        let mut code = Code::new(&[], &[]);
        code.int(ANSWER).load(Width::U8, self.host.answer);
        code.switch(index(self.host.errors.len()), |code, case| {
            code.call(FuncRef::Trap(Trap::RpcError(case)));
        });
        code
    }

    /// A local with the address of the root, which is a tuple and marked as read; this begins the answer.
    fn begin(&self, code: &mut Code) -> u32 {
        let (root, count) = (code.local(I32), code.local(I32));
        code.int(ANSWER).load(Width::I32, self.host.answer).tee(root).write(Global::Nodes);
        code.int(ANSWER).load(Width::I32, self.host.answer + self.host.length).tee(count).write(Global::NodeCount);
        code.get(count).op(Instruction::I32Eqz).fail_if(Trap::IndexOutOfRange);
        code.get(root).load(Width::U8, 0).int(self.host.tag("tuple-value")).op(Instruction::I32Ne);
        code.fail_if(Trap::WrongNode);
        code.get(root).int(self.host.read_tag()).store(Width::U8, 0);
        root
    }

    fn nothing(&self) -> Code {
        let mut code = self.reader(&[], &[]);
        let root = self.begin(&mut code);
        code.get(root).load(Width::I32, self.host.payload + self.host.length).fail_if(Trap::WrongCount).fine();
        code
    }

    fn one(&self) -> Code {
        let mut code = self.reader(&[], &[I32]);
        let root = self.begin(&mut code);
        code.get(root).load(Width::I32, self.host.payload + self.host.length);
        code.int(1).op(Instruction::I32Ne).fail_if(Trap::WrongCount);
        code.get(root).load(Width::I32, self.host.payload).load(Width::I32, 0).fine();
        code
    }

    fn node_function(&self) -> Code {
        let mut code = self.reader(&[I32, I32], &[I32]);
        let (node, tag) = (0, 1);
        code.get(node);
        self.read_node(&mut code, node, |code| code.get(tag));
        code.fine();
        code
    }

    /// Emits what `Answer::Node` does, for loops, where a call would cost more. The index is on the stack and in the
    /// local `node`; the address replaces it in both. `tag` pushes the tag.
    pub(super) fn read_node(&self, code: &mut Code, node: u32, tag: impl Fn(&mut Code) -> &mut Code) {
        code.read(Global::NodeCount).op(Instruction::I32GeU).fail_if(Trap::IndexOutOfRange);
        code.get(node).times(self.host.node).read(Global::Nodes).add().tee(node);
        tag(code.load(Width::U8, 0)).op(Instruction::I32Ne).when();
        code.fail_by(|code| code.get(node).call(FuncRef::Answer(Answer::Wrong))).end();
        code.get(node).int(self.host.read_tag()).store(Width::U8, 0);
        code.get(node);
    }

    fn wrong(&self) -> Code {
        let mut code = self.reader(&[I32], &[]);
        code.get(0).load(Width::U8, 0).int(self.host.read_tag()).op(Instruction::I32Eq).fail_if(Trap::Cycle);
        code.reason(Trap::WrongNode);
        code
    }

    /// Whether the value of an answer can stay on the stack: it is one node, and nothing is read after it.
    pub(super) fn stays_on_stack(&self, shape: ShapeId) -> bool {
        self.primitive(shape).is_some() || matches!(self.shapes.shape(shape), Shape::Own(_))
    }

    /// Emits what reads the whole answer and pushes its value.
    pub(super) fn read_on_stack(&self, code: &mut Code, shape: ShapeId) {
        code.call_reader(FuncRef::Answer(Answer::One));
        if let Shape::Own(resource) = self.shapes.shape(shape) {
            code.node(self.host.tag("handle")).call(FuncRef::Resource(Resource::Remote));
            code.call(FuncRef::Import(Import::ResourceNew(*resource)));
            return;
        }
        self.decode_primitive(code, shape, |code, tag| {
            code.node(tag);
        });
    }

    /// Emits what reads the whole answer and writes its value to `slot`.
    pub(super) fn read(&self, code: &mut Code, shape: ShapeId, slot: Slot) {
        if self.stays_on_stack(shape) {
            code.get(slot.address);
            self.read_on_stack(code, shape);
            code.store(self.primitive(shape).map_or(Width::I32, |(_, width)| width), slot.offset);
            return;
        }
        self.read_root(code, self.shapes.facts(shape).owns, |code, root| {
            let node = |code: &mut Code, tag| {
                code.get(root).node(tag);
            };
            self.decode(code, shape, node, slot);
        });
    }

    /// Emits what begins the answer and lets `read` decode it, the index of whose only element is in a local. Then its
    /// handles are connected, if it `owns` such.
    fn read_root(&self, code: &mut Code, owns: bool, read: impl FnOnce(&mut Code, u32)) {
        if owns {
            code.int(PENDING).write(Global::Pending);
        }
        let root = code.local(I32);
        code.call_reader(FuncRef::Answer(Answer::One)).set(root);
        read(code, root);
        if owns {
            code.call(FuncRef::Resource(Resource::ConnectPending));
        }
    }

    fn returned(&self, shape: ShapeId) -> Code {
        let mut code = Code::new(&[I32], &[]);
        let (slot, status) = (Slot { address: 0, offset: 0 }, code.local(I32));
        let error = slot.at(self.shapes.facts(shape).payload);
        code.int(ANSWER).load(Width::U8, 0).when();
        code.get(slot.address).int(1).store(Width::U8, 0);
        error.push(&mut code);
        code.int(ANSWER + self.host.answer).int(self.host.error_size);
        code.op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 }).op(Instruction::Return).end();
        code.get(slot.address).call(FuncRef::Answer(Answer::Value(shape))).tee(status).when();
        code.get(slot.address).int(1).store(Width::U8, 0).get(status);
        error.push(&mut code);
        code.call(FuncRef::Answer(Answer::Malformed)).end();
        code
    }

    fn value(&self, shape: ShapeId) -> Code {
        let Shape::Result(ok, Some(_)) = *self.shapes.shape(shape) else {
            unreachable!("a call that may fail has a result with an error")
        };
        let mut code = self.reader(&[I32], &[]);
        let slot = Slot { address: 0, offset: 0 };
        match ok {
            Some(value) => self.read(&mut code, value, slot.at(self.shapes.facts(shape).payload)),
            None => drop(code.call_reader(FuncRef::Answer(Answer::Nothing))),
        }
        code.get(slot.address).int(0).store(Width::U8, slot.offset);
        code.fine();
        code
    }

    fn malformed(&mut self) -> Code {
        let mut code = Code::new(&[I32, I32], &[]);
        let (status, error) = (0, 1);
        code.get(error).int(self.host.error("protocol-error")).store(Width::U8, 0);
        code.get(status).int(1).op(Instruction::I32Sub);
        let texts = PROTOCOL_ERRORS.map(|(_, text)| self.layout.text(text));
        let (pointer, length) = (self.host.error_text, self.host.error_text + self.host.length);
        code.switch(index(texts.len()), |code, position| {
            let text = texts[position as usize];
            code.get(error).int(text.0).store(Width::I32, pointer).get(error).int(text.1).store(Width::I32, length);
        });
        code
    }
}
