//! Why a stub traps. Each reason is a function of its own, so that the backtrace of a trap says it by name.

use super::code::Code;
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

impl Trap {
    /// The name of the function that traps; `errors` are the cases of `rpc-error`.
    pub(super) fn name(self, errors: &[String]) -> String {
        match self {
            Self::RpcError(case) => format!("rpc-error {}", errors[case as usize]),
            Self::WrongNode => "protocol error: the answer holds a node of another type".into(),
            Self::IndexOutOfRange => "protocol error: the answer refers to a node that is not there".into(),
            Self::Cycle => "protocol error: the nodes of the answer are not a tree".into(),
            Self::WrongCase => "protocol error: the answer holds a case that the type has not".into(),
            Self::WrongCount => "protocol error: the answer holds another number of elements".into(),
            Self::WrongPayload => "protocol error: the payload of a case is missing or one too many".into(),
            Self::InvalidChar => "protocol error: the answer holds a char that is none".into(),
            Self::OutOfMemory => "out of memory".into(),
        }
    }

    pub(super) fn code() -> Code {
        let mut code = Code::new(&[], &[]);
        code.op(Instruction::Unreachable);
        code
    }
}
