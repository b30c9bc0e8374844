//! Futures in the stub: each function of one asks the host's.
//!
//! A Golem server has the answer only after the caller has seen that the future is ready, and gives it once. So `get` asks
//! whether the future is ready, then for the answer. A second `get` after the answer traps in the stub itself.

use super::Emitter;
use super::answer::Answer;
use super::call::Export;
use super::code::{Code, Global, Width};
use super::layout::ANSWER;
use super::memory::Memory;
use super::module::{FuncRef, Import};
use super::place::Slot;
use super::resource::{HOSTS, TAKEN};
use super::shape::Shape;
use super::trap::Trap;
use stubgen_model::RpcErrors;
use wasm_encoder::{Instruction, ValType};

const I32: ValType = ValType::I32;

impl Emitter<'_> {
    /// `(future) -> option`, in memory: an answer is read as that of a call that waits.
    pub(super) fn get(&mut self, index: usize) -> Code {
        let option = self.wit_function(Export::Get(index)).result.expect("`get` has a result");
        let option = self.shapes.of(option);
        let Shape::Option(some) = *self.shapes.shape(option) else { unreachable!("`get` gives an option") };
        let mut code = Code::new(&[I32], &[I32]);
        let (future, value, pollable) = (0, code.local(I32), code.local(I32));
        // The option begins before the answer, so that the result inside lies where that of a call lies.
        let answer = ANSWER - self.host.asked;
        code.get(future).load(Width::I32, TAKEN).trap_if(Trap::AnswerTaken);
        code.int(self.shapes.facts(option).size).call(FuncRef::Memory(Memory::Alloc)).tee(value);
        code.int(0).store(Width::U8, 0);
        code.block().get(future).load(Width::I32, HOSTS).call(FuncRef::Import(Import::Subscribe)).tee(pollable);
        code.call(FuncRef::Import(Import::Ready)).get(pollable).call(FuncRef::Import(Import::DropPollable));
        code.op(Instruction::I32Eqz).op(Instruction::BrIf(0));
        code.get(future).load(Width::I32, HOSTS).int(answer).call(FuncRef::Import(Import::FutureGet));
        code.int(answer).load(Width::U8, 0).op(Instruction::I32Eqz).op(Instruction::BrIf(0));
        code.get(future).int(1).store(Width::I32, TAKEN).get(value).int(1).store(Width::U8, 0);
        if self.reports {
            let (name, _) = self.layout.text(self.model.futures[index].remote.as_str());
            code.get(future).write(Global::Worker).int(name).write(Global::Function);
        }
        let slot = Slot { address: value, offset: self.shapes.facts(option).payload };
        match self.model.options.rpc_errors {
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
    code.get(0).load(Width::I32, HOSTS).call(FuncRef::Import(Import::Subscribe));
    code
}
