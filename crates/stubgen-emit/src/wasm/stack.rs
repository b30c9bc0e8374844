//! The operand stack of a function while it is emitted: a wrong instruction panics where it is emitted.
//!
//! This is the part of WebAssembly's validation that the instructions of a stub need. It runs in debug builds.

use super::symbol::I32;
use wasm_encoder::{BlockType, Instruction, ValType};

const I64: ValType = ValType::I64;
const F32: ValType = ValType::F32;
const F64: ValType = ValType::F64;

/// Operands and enclosing blocks.
#[derive(Debug, Clone)]
pub(super) struct Stack {
    operands: Vec<ValType>,
    /// The innermost block is last, the function itself is first.
    blocks: Vec<Block>,
}

#[derive(Debug, Clone)]
struct Block {
    /// The number of operands below it.
    height: usize,
    /// What it leaves on the stack. A branch to it takes the same, as loops have no results.
    results: Vec<ValType>,
    /// Whether control cannot reach this point; missing operands then have any type.
    is_unreachable: bool,
}

impl Stack {
    pub(super) fn new(results: &[ValType]) -> Self {
        let mut stack = Self { operands: Vec::new(), blocks: Vec::new() };
        stack.enter(results);
        stack
    }

    /// Follows one instruction; `local` is the type of the local that it names.
    ///
    /// # Panics
    ///
    /// When the operands of the instruction are not on the stack.
    pub(super) fn apply(&mut self, instruction: &Instruction, mut local: impl FnMut(u32) -> ValType) {
        use Instruction as I;
        match instruction {
            I::LocalGet(index) => self.step(&[], &[local(*index)]),
            I::LocalSet(index) => self.step(&[local(*index)], &[]),
            I::LocalTee(index) => {
                let ty = [local(*index)];
                self.step(&ty, &ty);
            }
            I::GlobalGet(_) | I::I32Const(_) => self.step(&[], &[I32]),
            I::GlobalSet(_) => self.step(&[I32], &[]),
            I::I64Const(_) => self.step(&[], &[I64]),
            I::I32Add | I::I32Sub | I::I32Mul | I::I32DivU | I::I32And | I::I32Or | I::I32Shl | I::I32ShrU => {
                self.step(&[I32, I32], &[I32]);
            }
            I::I32Eq | I::I32Ne | I::I32LtU | I::I32GtU | I::I32LeU | I::I32GeU => self.step(&[I32, I32], &[I32]),
            I::I32Eqz | I::I32Clz | I::MemoryGrow(_) => self.step(&[I32], &[I32]),
            I::I64Add | I::I64Mul => self.step(&[I64, I64], &[I64]),
            I::I64GtU => self.step(&[I64, I64], &[I32]),
            I::I32WrapI64 => self.step(&[I64], &[I32]),
            I::I64ExtendI32U => self.step(&[I32], &[I64]),
            I::F32ReinterpretI32 => self.step(&[I32], &[F32]),
            I::F64ReinterpretI64 => self.step(&[I64], &[F64]),
            I::I32Load(_) | I::I32Load8S(_) | I::I32Load8U(_) | I::I32Load16S(_) | I::I32Load16U(_) => {
                self.step(&[I32], &[I32]);
            }
            I::I64Load(_) => self.step(&[I32], &[I64]),
            I::F32Load(_) => self.step(&[I32], &[F32]),
            I::F64Load(_) => self.step(&[I32], &[F64]),
            I::I32Store(_) | I::I32Store8(_) | I::I32Store16(_) => self.step(&[I32, I32], &[]),
            I::I64Store(_) => self.step(&[I32, I64], &[]),
            I::F32Store(_) => self.step(&[I32, F32], &[]),
            I::F64Store(_) => self.step(&[I32, F64], &[]),
            I::MemoryCopy { .. } => self.step(&[I32; 3], &[]),
            I::Select => self.step(&[I32; 3], &[I32]),
            _ => self.apply_control(instruction),
        }
    }

    fn apply_control(&mut self, instruction: &Instruction) {
        match instruction {
            Instruction::Block(BlockType::Empty) | Instruction::Loop(BlockType::Empty) => self.enter(&[]),
            Instruction::If(block) => {
                self.step(&[I32], &[]);
                match block {
                    BlockType::Empty => self.enter(&[]),
                    BlockType::Result(ty) => self.enter(&[*ty]),
                    BlockType::FunctionType(_) => panic!("a stub has no blocks with parameters"),
                }
            }
            Instruction::Else => {
                let block = self.leave();
                self.enter(&block.results);
            }
            Instruction::End => {
                let block = self.leave();
                assert!(!self.blocks.is_empty(), "this `end` ends no block");
                self.step(&[], &block.results);
            }
            Instruction::Br(depth) => {
                self.branch(*depth);
                self.stop();
            }
            Instruction::BrIf(depth) => {
                self.step(&[I32], &[]);
                self.branch(*depth);
            }
            Instruction::BrTable(depths, default) => {
                self.step(&[I32], &[]);
                depths.iter().chain([default]).for_each(|depth| self.branch(*depth));
                self.stop();
            }
            Instruction::Return => {
                let results = self.blocks[0].results.clone();
                self.step(&results, &[]);
                self.stop();
            }
            Instruction::Unreachable => self.stop(),
            other => panic!("the stack check does not know {other:?}"),
        }
    }

    /// Takes operands from the stack and puts others onto it.
    pub(super) fn step(&mut self, params: &[ValType], results: &[ValType]) {
        let block = self.blocks.last().expect("code after the end of the function");
        for param in params.iter().rev() {
            if self.operands.len() > block.height {
                let operand = self.operands.pop();
                assert_eq!(operand, Some(*param), "an instruction takes {params:?}");
            } else {
                assert!(block.is_unreachable, "an instruction takes {params:?}, and the stack has too few operands");
            }
        }
        self.operands.extend_from_slice(results);
    }

    /// Ends the function.
    ///
    /// # Panics
    ///
    /// When the stack does not hold exactly the function's results, or a block is open.
    pub(super) fn finish(mut self) {
        self.leave();
        assert!(self.blocks.is_empty(), "a block has no `end`");
    }

    fn enter(&mut self, results: &[ValType]) {
        self.blocks.push(Block { height: self.operands.len(), results: results.to_vec(), is_unreachable: false });
    }

    fn leave(&mut self) -> Block {
        let results = self.blocks.last().expect("a block ends where one is open").results.clone();
        self.step(&results, &[]);
        let block = self.blocks.pop().expect("it was just there");
        assert_eq!(self.operands.len(), block.height, "a block leaves operands behind: {:?}", self.operands);
        block
    }

    fn branch(&mut self, depth: u32) {
        let position = self.blocks.len().checked_sub(1 + depth as usize).expect("a branch leads to an enclosing block");
        let results = self.blocks[position].results.clone();
        self.step(&results, &results);
    }

    /// Marks the rest of the block as unreachable.
    fn stop(&mut self) {
        let block = self.blocks.last_mut().expect("code after the end of the function");
        self.operands.truncate(block.height);
        block.is_unreachable = true;
    }
}

#[cfg(test)]
mod tests {
    use super::super::code::Code;
    use super::super::symbol::{Callee, I32, Memory};
    use wasm_encoder::Instruction;

    fn alloc() -> Code {
        Code::new(Memory::Alloc.signature())
    }

    #[test]
    fn accepts_code_that_fits() {
        let mut code = alloc();
        code.get(0).when().get(0).op(Instruction::Return).end();
        code.block().get(0).op(Instruction::BrIf(0)).op(Instruction::Unreachable).end();
        code.get(0).call(Memory::HeapAlloc);
        code.finish();
    }

    #[test]
    #[should_panic(expected = "an instruction takes [I32, I32], and the stack has too few operands")]
    fn panics_at_a_missing_operand() {
        alloc().get(0).add();
    }

    #[test]
    #[should_panic(expected = "an instruction takes [I32, I32]")]
    fn panics_at_an_operand_of_another_type() {
        alloc().get(0).long(1).add();
    }

    #[test]
    #[should_panic(expected = "an instruction takes [I32], and the stack has too few operands")]
    fn panics_at_a_call_without_its_argument() {
        alloc().call(Memory::HeapAlloc);
    }

    #[test]
    #[should_panic(expected = "an instruction takes [I32], and the stack has too few operands")]
    fn panics_at_an_operand_below_the_block() {
        alloc().get(0).block().op(Instruction::I32Eqz);
    }

    #[test]
    #[should_panic(expected = "a block leaves operands behind")]
    fn panics_at_an_operand_too_many() {
        alloc().block().get(0).end();
    }

    #[test]
    #[should_panic(expected = "a block has no `end`")]
    fn panics_at_an_open_block() {
        let mut code = alloc();
        code.block().get(0).op(Instruction::Return);
        code.finish();
    }

    #[test]
    #[should_panic(expected = "an instruction takes [I32]")]
    fn panics_at_a_missing_result() {
        let mut code = alloc();
        code.local(I32);
        code.finish();
    }
}
