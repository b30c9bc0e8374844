//! Why a stub traps. Each reason is a function of its own, so that the backtrace of a trap contains its name.
//!
//! What comes from the worker is also reported on stderr.

use super::code::{Code, Width};
use super::emitter::Emitter;
use super::memory_map::ANSWER;
use super::symbol::{Callee, Stderr, Trap};
use wasm_encoder::Instruction;

impl Trap {
    /// The name in a backtrace; `errors` are the cases of `rpc-error`.
    pub(super) fn name(self, errors: &[String]) -> String {
        match self {
            Self::RpcError(case) => format!("rpc-error {}", errors[case as usize]),
            Self::Protocol(error) => format!("protocol error: {}", error.text()),
            Self::AnswerTaken => "the answer was taken already".into(),
            Self::OutOfMemory => "out of memory".into(),
        }
    }
}

impl Emitter<'_> {
    /// Reports what came from the worker, and traps.
    pub(super) fn trap_function(&mut self, trap: Trap) -> Code {
        let mut code = Code::new(trap.signature());
        if self.reports_errors {
            self.report(&mut code, trap);
        }
        code.op(Instruction::Unreachable);
        code
    }

    fn report(&mut self, code: &mut Code, trap: Trap) {
        match trap {
            Trap::RpcError(case) => {
                let (kind, _) = self.memory_map.text(&self.host.errors[case as usize]);
                let text = ANSWER + self.host.answer + self.host.error_text;
                code.int(kind).int(text).load(Width::I32, 0).int(text).load(Width::I32, self.host.length);
            }
            Trap::Protocol(error) => {
                let (kind, _) = self.memory_map.text("protocol-error");
                let (text, length) = self.memory_map.text(error.text());
                code.int(kind).int(text).int(length);
            }
            Trap::AnswerTaken | Trap::OutOfMemory => return,
        }
        code.call(Stderr::Report);
    }
}
