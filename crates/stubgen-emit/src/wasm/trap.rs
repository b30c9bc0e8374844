//! Why a stub traps. Each reason is a function of its own, so that the backtrace of a trap says it by name.
//!
//! A stub that returns errors doesn't trap at a malformed answer: the same reasons are numbers then.

use super::code::{Code, index};
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

    pub(super) fn code() -> Code {
        let mut code = Code::new(&[], &[]);
        code.op(Instruction::Unreachable);
        code
    }
}
