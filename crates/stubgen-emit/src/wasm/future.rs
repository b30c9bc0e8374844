//! The functions of futures: each calls the host's function of the same name.
//!
//! A Golem server returns the answer only after the caller has seen that the future is ready, and returns it once. So
//! `get` calls `ready`, then the host's `get`. A second `get` after the answer traps in the stub itself.

use super::code::{Code, Width};
use super::emitter::Emitter;
use super::memory_map::{ANSWER, block};
use super::place::Slot;
use super::symbol::{Answer, Export, Global, I32, Import, Memory, Trap};
use wasm_encoder::Instruction;
use wasm_rpc_stubgen_model::RpcErrors;

impl Emitter<'_> {
    /// `(future) -> pollable`: the host's, passed on.
    pub(super) fn subscribe(&self, code: &mut Code) {
        code.get(0).load(Width::I32, block::HOST_HANDLE).call(Import::Subscribe);
    }

    /// `(future) -> option`, in memory: an answer is read as that of a call that waits.
    pub(super) fn get(&mut self, code: &mut Code, number: usize) {
        let option = self.wit_function(Export::Get(number)).result.expect("`get` has a result");
        let option = self.shapes.of(option);
        let (_, cases) = self.shapes.cases(option);
        let some = cases.cases[1].expect("the result of `get` has a payload");
        let (future, value, pollable) = (0, code.local(I32), code.local(I32));
        let slot = Slot { address: value, offset: cases.payload };
        // The option begins before the answer, so that the result inside lies where that of a call lies.
        let answer = ANSWER - self.host.future_result_offset;
        code.get(future).load(Width::I32, block::ANSWER_TAKEN).trap_if(Trap::AnswerTaken);
        code.int(self.shapes.layout(option).size).call(Memory::Alloc).tee(value).int(0).store(Width::U8, 0);
        code.block().get(future).load(Width::I32, block::HOST_HANDLE).call(Import::Subscribe).tee(pollable);
        code.call(Import::Ready).get(pollable).call(Import::DropPollable);
        code.op(Instruction::I32Eqz).op(Instruction::BrIf(0));
        code.get(future).load(Width::I32, block::HOST_HANDLE).int(answer).call(Import::FutureGet);
        code.int(answer).load(Width::U8, 0).op(Instruction::I32Eqz).op(Instruction::BrIf(0));
        code.get(future).int(1).store(Width::I32, block::ANSWER_TAKEN).get(value).int(1).store(Width::U8, 0);
        if self.reports_errors {
            let (name, _) = self.memory_map.text(self.model.futures[number].remote.as_str());
            code.get(future).write(Global::Worker).int(name).write(Global::Function);
        }
        match self.model.options.rpc_errors {
            RpcErrors::Trap => {
                self.check_error(code);
                self.read_answer(code, some, slot);
            }
            RpcErrors::Result => {
                let (result, _) = self.shapes.cases(some);
                slot.push(code);
                code.call(Answer::Result(result));
            }
        }
        code.end().get(value);
    }
}
