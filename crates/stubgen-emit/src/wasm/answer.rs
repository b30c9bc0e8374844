//! The answer of a call: what of it is checked, and the functions that do it.
//!
//! An answer is a tree of nodes. Each node may be reached once: whenever a node with children is read, its children are
//! claimed, and as soon as more are claimed than there are nodes the answer is no tree. So neither a cycle nor a node
//! that is shared by many can make a stub loop or run out of memory.

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
    /// `(index, tag) -> address` of a node of this tag.
    Node,
    /// `(count)`: claims so many nodes as children.
    Claim,
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
            Self::Claim => "claim",
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
            Answer::Claim => claim(),
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
        code.int(0).int(self.host.tag("tuple-value")).call(FuncRef::Answer(Answer::Node));
    }

    fn nothing(&self) -> Code {
        let mut code = Code::new(&[], &[]);
        self.begin(&mut code);
        code.load(Width::I32, self.host.payload + self.host.length).trap_if(Trap::WrongCount);
        code
    }

    fn one(&self) -> Code {
        let mut code = Code::new(&[], &[I32]);
        let (root, unclaimed) = (code.local(I32), code.local(I32));
        self.begin(&mut code);
        code.tee(root).load(Width::I32, self.host.payload + self.host.length);
        code.int(1).op(Instruction::I32Ne).trap_if(Trap::WrongCount);
        // The root and its one child are claimed here.
        code.read(Global::NodeCount).int(2).op(Instruction::I32Sub).tee(unclaimed).write(Global::Unclaimed);
        code.get(unclaimed).int(0).op(Instruction::I32LtS).trap_if(Trap::Cycle);
        code.get(root).load(Width::I32, self.host.payload).load(Width::I32, 0);
        code
    }

    fn node_function(&self) -> Code {
        let mut code = Code::new(&[I32, I32], &[I32]);
        let (number, tag) = (0, 1);
        code.get(number).read(Global::NodeCount).op(Instruction::I32GeU).trap_if(Trap::IndexOutOfRange);
        code.get(number).int(self.host.node).op(Instruction::I32Mul).read(Global::Nodes).add().tee(number);
        code.load(Width::U8, 0).get(tag).op(Instruction::I32Ne).trap_if(Trap::WrongNode);
        code.get(number);
        code
    }
}

fn claim() -> Code {
    let mut code = Code::new(&[I32], &[]);
    code.get(0).read(Global::Unclaimed).op(Instruction::I32GtU).trap_if(Trap::Cycle);
    code.read(Global::Unclaimed).get(0).op(Instruction::I32Sub).write(Global::Unclaimed);
    code
}
