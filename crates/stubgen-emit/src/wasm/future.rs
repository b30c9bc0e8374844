//! Futures in the stub. The representation of one is the host's future, and each function of it asks the host.

use super::Emitter;
use super::answer::Answer;
use super::call::Export;
use super::code::{Code, Width};
use super::layout::ANSWER;
use super::memory::Memory;
use super::module::{FuncRef, Import};
use super::place::Slot;
use super::shape::Shape;
use stubgen_model::RpcErrors;
use wasm_encoder::ValType;

const I32: ValType = ValType::I32;

impl Emitter<'_> {
    /// `(future) -> option`, in memory: an answer is read as that of a call that waits.
    pub(super) fn get(&mut self, export: Export) -> Code {
        let option = self.wit_function(export).result.expect("`get` has a result");
        let option = self.shapes.of(option);
        let Shape::Option(some) = *self.shapes.shape(option) else { unreachable!("`get` gives an option") };
        let mut code = Code::new(&[I32], &[I32]);
        let (future, value) = (0, code.local(I32));
        // The option begins before the answer, so that the result inside lies where that of a call lies.
        let answer = ANSWER - self.host.asked;
        code.get(future).int(answer).call(FuncRef::Import(Import::Ask));
        code.int(self.shapes.facts(option).size).call(FuncRef::Memory(Memory::Alloc)).tee(value);
        code.int(answer).load(Width::U8, 0).store(Width::U8, 0);
        code.int(answer).load(Width::U8, 0).when();
        let slot = Slot { address: value, offset: self.shapes.facts(option).payload };
        match self.model.shape.rpc_errors {
            RpcErrors::Trap => {
                self.check_error(&mut code);
                self.read(&mut code, some, slot);
            }
            RpcErrors::Result => {
                slot.push(&mut code);
                code.call(FuncRef::Answer(Answer::Result(some)));
            }
        }
        code.end().get(value);
        code
    }
}

/// `(future) -> pollable`: the host's, passed on.
pub(super) fn subscribe() -> Code {
    let mut code = Code::new(&[I32], &[I32]);
    code.get(0).call(FuncRef::Import(Import::Subscribe));
    code
}
