//! The answer of a call: what of it is checked, and the functions that do it.
//!
//! An answer is a tree of nodes, so each may be read once. A node that is read is marked where it lies: its
//! discriminant becomes one that no kind of node has. Whatever refers to it again, a cycle or a second parent, finds a
//! node of a wrong kind, and the stub traps. So the work is linear in the number of nodes.

use super::Emitter;
use super::code::{Code, Global, Width, index};
use super::layout::ANSWER;
use super::module::FuncRef;
use super::trap::Trap;
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
    /// `(address)`: traps because the node there is of another tag, or was read before.
    Wrong,
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
        }
    }
}

impl Emitter<'_> {
    pub(super) fn answer_function(&self, function: Answer) -> Code {
        match function {
            Answer::Error => self.error(),
            Answer::Nothing => self.nothing(),
            Answer::One => self.one(),
            Answer::Node => self.node_function(),
            Answer::Wrong => self.wrong(),
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

    /// Pushes the address of the root, which is a tuple, after it has begun the answer.
    fn begin(&self, code: &mut Code) {
        code.int(ANSWER).load(Width::I32, self.host.answer).write(Global::Nodes);
        code.int(ANSWER).load(Width::I32, self.host.answer + self.host.length).write(Global::NodeCount);
        code.int(0).node(self.host.tag("tuple-value"));
    }

    fn nothing(&self) -> Code {
        let mut code = Code::new(&[], &[]);
        self.begin(&mut code);
        code.load(Width::I32, self.host.payload + self.host.length).trap_if(Trap::WrongCount);
        code
    }

    fn one(&self) -> Code {
        let mut code = Code::new(&[], &[I32]);
        let root = code.local(I32);
        self.begin(&mut code);
        code.tee(root).load(Width::I32, self.host.payload + self.host.length);
        code.int(1).op(Instruction::I32Ne).trap_if(Trap::WrongCount);
        code.get(root).load(Width::I32, self.host.payload).load(Width::I32, 0);
        code
    }

    fn node_function(&self) -> Code {
        let mut code = Code::new(&[I32, I32], &[I32]);
        let (node, tag) = (0, 1);
        code.get(node);
        self.read_node(&mut code, node, |code| code.get(tag));
        code
    }

    /// Emits what `Answer::Node` does, for loops, where a call would cost more. The index is on the stack and in the
    /// local `node`; the address replaces it in both. `tag` pushes the tag.
    pub(super) fn read_node(&self, code: &mut Code, node: u32, tag: impl Fn(&mut Code) -> &mut Code) {
        code.read(Global::NodeCount).op(Instruction::I32GeU).trap_if(Trap::IndexOutOfRange);
        code.get(node).times(self.host.node).read(Global::Nodes).add().tee(node);
        tag(code.load(Width::U8, 0)).op(Instruction::I32Ne).when();
        code.get(node).call(FuncRef::Answer(Answer::Wrong)).op(Instruction::Unreachable).end();
        code.get(node).int(self.host.read_tag()).store(Width::U8, 0);
        code.get(node);
    }

    fn wrong(&self) -> Code {
        let mut code = Code::new(&[I32], &[]);
        code.get(0).load(Width::U8, 0).int(self.host.read_tag()).op(Instruction::I32Eq).trap_if(Trap::Cycle);
        code.call(FuncRef::Trap(Trap::WrongNode));
        code
    }
}
