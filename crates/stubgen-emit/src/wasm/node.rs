//! The nodes of an answer. Each is checked, then marked as read.
//!
//! An answer is a tree of nodes, so each may be read once. A node that is read is marked where it lies: its
//! discriminant becomes one that no kind of node has. Whatever refers to it again, a cycle or a second parent, finds a
//! node of a wrong kind, and the stub fails. The work is linear in the number of nodes, and so is the memory that lists
//! take for their elements.

use super::code::{Code, Width};
use super::emitter::Emitter;
use super::memory_map::ANSWER;
use super::symbol::{Answer, Global, ProtocolError};
use wasm_encoder::{Instruction, ValType};

impl Emitter<'_> {
    /// A local with the address of the root, which is a tuple and marked as read; this begins the answer.
    fn begin_answer(&self, code: &mut Code) -> u32 {
        let (root, count) = (code.local(ValType::I32), code.local(ValType::I32));
        code.int(ANSWER).load(Width::I32, self.host.answer).tee(root).write(Global::Nodes);
        code.int(ANSWER).load(Width::I32, self.host.answer + self.host.length).tee(count).write(Global::NodeCount);
        code.get(count).write(Global::UnclaimedNodes);
        code.get(count).op(Instruction::I32Eqz).fail_if(ProtocolError::IndexOutOfRange);
        code.get(root).load(Width::U8, 0).int(self.host.tag("tuple-value")).op(Instruction::I32Ne);
        code.fail_if(ProtocolError::WrongNode);
        code.get(root).int(self.host.read_tag()).store(Width::U8, 0);
        root
    }

    /// Claims the nodes of `count` elements that have at least `least` nodes each; fails if so many are not left.
    ///
    /// A node belongs to one element, so all lists of an answer together claim no more nodes than it has. This bounds the
    /// memory for their elements before any is read.
    pub(super) fn claim_nodes(&self, code: &mut Code, count: u32, least: u32) {
        code.get(count).read(Global::UnclaimedNodes);
        if least > 1 {
            code.int(least).op(Instruction::I32DivU);
        }
        code.op(Instruction::I32GtU).fail_if(ProtocolError::Cycle);
        code.read(Global::UnclaimedNodes).get(count).times(least).op(Instruction::I32Sub).write(Global::UnclaimedNodes);
    }

    pub(super) fn no_result(&self, code: &mut Code) {
        let root = self.begin_answer(code);
        code.get(root).load(Width::I32, self.host.payload + self.host.length);
        code.fail_if(ProtocolError::WrongCount).push_ok();
    }

    pub(super) fn one_result(&self, code: &mut Code) {
        let root = self.begin_answer(code);
        code.get(root).load(Width::I32, self.host.payload + self.host.length);
        code.int(1).op(Instruction::I32Ne).fail_if(ProtocolError::WrongCount);
        code.get(root).load(Width::I32, self.host.payload).load(Width::I32, 0).push_ok();
    }

    pub(super) fn node(&self, code: &mut Code) {
        let (node, tag) = (0, 1);
        code.get(node);
        self.read_node(code, node, |code| code.get(tag));
        code.push_ok();
    }

    /// Emits what `Answer::Node` does, for loops, where a call would cost more. The index is on the stack and in the
    /// local `node`; the address replaces it in both. `tag` pushes the tag.
    pub(super) fn read_node(&self, code: &mut Code, node: u32, tag: impl Fn(&mut Code) -> &mut Code) {
        code.read(Global::NodeCount).op(Instruction::I32GeU).fail_if(ProtocolError::IndexOutOfRange);
        code.get(node).times(self.host.node).read(Global::Nodes).add().tee(node);
        tag(code.load(Width::U8, 0)).op(Instruction::I32Ne).when();
        code.emit_failure(|code| code.get(node).call_for_status(Answer::WrongNode)).end();
        code.get(node).int(self.host.read_tag()).store(Width::U8, 0);
        code.get(node);
    }

    pub(super) fn wrong_node(&self, code: &mut Code) {
        code.get(0).load(Width::U8, 0).int(self.host.read_tag()).op(Instruction::I32Eq).fail_if(ProtocolError::Cycle);
        code.emit_reason(ProtocolError::WrongNode);
    }
}
