//! What a function does when it cannot go on: it traps, or it returns a status.
//!
//! The functions that read answers serve both kinds of stubs. Depending on [`Failure`], they trap at a malformed
//! answer, or they return the number of the error.

use super::code::{Code, Failure};
use super::symbol::{Answer, Callee, ProtocolError, Trap, WithStatus};
use wasm_encoder::{Instruction, ValType};

impl ProtocolError {
    /// All of them. A status is a position here, counted from 1.
    pub(super) const ALL: [Self; 8] = [
        Self::WrongNode,
        Self::IndexOutOfRange,
        Self::Cycle,
        Self::WrongCase,
        Self::WrongCount,
        Self::WrongPayload,
        Self::InvalidChar,
        Self::TooLarge,
    ];

    pub(super) fn text(self) -> &'static str {
        match self {
            Self::WrongNode => "wrong type of a node in the response",
            Self::IndexOutOfRange => "node index out of range in the response",
            Self::Cycle => "the nodes of the response are not a tree",
            Self::WrongCase => "unknown case in the response",
            Self::WrongCount => "wrong number of elements in the response",
            Self::WrongPayload => "missing or unexpected payload of a case in the response",
            Self::InvalidChar => "invalid char in the response",
            Self::TooLarge => "a list in the response is too large",
        }
    }

    fn status(self) -> u32 {
        self as u32 + 1
    }
}

impl Code {
    /// Traps when the `i32` on the stack isn't 0.
    pub(super) fn trap_if(&mut self, trap: Trap) -> &mut Self {
        self.when().call(trap).op(Instruction::Unreachable).end()
    }

    /// Fails when the `i32` on the stack isn't 0.
    pub(super) fn fail_if(&mut self, error: ProtocolError) -> &mut Self {
        self.when().emit_failure(|code| code.emit_reason(error)).end()
    }

    /// Fails: `reason` traps, or pushes the status.
    pub(super) fn emit_failure(&mut self, reason: impl FnOnce(&mut Self) -> &mut Self) -> &mut Self {
        match self.failure {
            Failure::Trap => reason(self).op(Instruction::Unreachable),
            Failure::Return => {
                for _ in 1..self.signature.results.len() {
                    self.int(0);
                }
                reason(self).op(Instruction::Return)
            }
        }
    }

    /// Traps, or pushes the status of this error.
    pub(super) fn emit_reason(&mut self, error: ProtocolError) -> &mut Self {
        match self.failure {
            Failure::Trap => self.call(Trap::Protocol(error)),
            Failure::Return => self.int(error.status()),
        }
    }

    /// Ends a reader that has not failed.
    pub(super) fn push_ok(&mut self) -> &mut Self {
        match self.failure {
            Failure::Trap => self,
            Failure::Return => self.int(0),
        }
    }

    /// Calls a function that reads from an answer, and fails as it does.
    pub(super) fn call_reader(&mut self, reader: impl Callee) -> &mut Self {
        match self.failure {
            Failure::Trap => self.call(reader),
            Failure::Return => {
                self.call_for_status(reader);
                let status = self.status.unwrap_or_else(|| self.local(ValType::I32));
                self.status = Some(status);
                self.tee(status).when().emit_failure(|code| code.get(status)).end()
            }
        }
    }

    /// Calls a function that reads from an answer; its status, if it returns one, stays on the stack.
    pub(super) fn call_for_status(&mut self, reader: impl Callee) -> &mut Self {
        match self.failure {
            Failure::Trap => self.call(reader),
            Failure::Return => self.call(WithStatus(reader)),
        }
    }

    /// Makes the index of a node on the stack the node's address; fails if it isn't of this tag.
    pub(super) fn node(&mut self, tag: u32) -> &mut Self {
        self.int(tag).call_reader(Answer::Node)
    }
}
