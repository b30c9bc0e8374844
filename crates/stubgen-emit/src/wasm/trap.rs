//! Why a stub traps. Each reason is a function of its own, so that the backtrace of a trap says it by name.
//!
//! What comes from the worker is also reported on the standard error. A stub that returns errors doesn't trap at a
//! malformed answer: the same reasons are numbers then.

use super::Emitter;
use super::code::{Code, Width, index};
use super::layout::ANSWER;
use super::module::FuncRef;
use super::stderr::Stderr;
use wasm_encoder::Instruction;

/// A reason to trap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Trap {
    /// The call failed; the number of the case of `rpc-error`.
    RpcError(u32),
    WrongNode,
    IndexOutOfRange,
    Cycle,
    WrongCase,
    WrongCount,
    WrongPayload,
    InvalidChar,
    /// The answer of a future was asked for again.
    AnswerTaken,
    OutOfMemory,
}

/// What can be wrong with an answer, with the words for it. A status is a position here, counted from 1.
pub(super) const PROTOCOL_ERRORS: [(Trap, &str); 7] = [
    (Trap::WrongNode, "the answer holds a node of another type"),
    (Trap::IndexOutOfRange, "the answer refers to a node that is not there"),
    (Trap::Cycle, "the nodes of the answer are not a tree"),
    (Trap::WrongCase, "the answer holds a case that the type has not"),
    (Trap::WrongCount, "the answer holds another number of elements"),
    (Trap::WrongPayload, "the payload of a case is missing or one too many"),
    (Trap::InvalidChar, "the answer holds a char that is none"),
];

impl Trap {
    /// The name of the function that traps; `errors` are the cases of `rpc-error`.
    pub(super) fn name(self, errors: &[String]) -> String {
        match self {
            Self::RpcError(case) => format!("rpc-error {}", errors[case as usize]),
            Self::AnswerTaken => "the answer was taken already".into(),
            Self::OutOfMemory => "out of memory".into(),
            wrong => format!("protocol error: {}", PROTOCOL_ERRORS[wrong.position()].1),
        }
    }

    /// The status of a function that returns this instead: a number that is not 0.
    pub(super) fn status(self) -> u32 {
        index(self.position() + 1)
    }

    fn position(self) -> usize {
        let position = PROTOCOL_ERRORS.iter().position(|(trap, _)| *trap == self);
        position.expect("only a malformed answer is a protocol error")
    }
}

impl Emitter<'_> {
    /// `()`: reports what came from the worker, and traps.
    pub(super) fn trap_function(&mut self, trap: Trap) -> Code {
        let mut code = Code::new(&[], &[]);
        if self.reports {
            self.report_call(&mut code, trap);
        }
        code.op(Instruction::Unreachable);
        code
    }

    fn report_call(&mut self, code: &mut Code, trap: Trap) {
        match trap {
            Trap::RpcError(case) => {
                let (kind, _) = self.layout.text(&self.host.errors[case as usize]);
                let text = ANSWER + self.host.answer + self.host.error_text;
                code.int(kind).int(text).load(Width::I32, 0).int(text).load(Width::I32, self.host.length);
            }
            Trap::AnswerTaken | Trap::OutOfMemory => return,
            malformed => {
                let (kind, _) = self.layout.text("protocol-error");
                let (text, length) = self.layout.text(PROTOCOL_ERRORS[malformed.position()].1);
                code.int(kind).int(text).int(length);
            }
        }
        code.call(FuncRef::Stderr(Stderr::Report));
    }
}
