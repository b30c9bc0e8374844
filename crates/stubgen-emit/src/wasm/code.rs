//! The body of one function: instructions with symbolic callees and addresses. In debug builds each is checked against
//! the operand stack.

use super::stack::Stack;
use super::symbol::{Address, Callee, Global, Signature, Symbol, WithStatus};
use wasm_encoder::{BlockType, Instruction, MemArg, MemArgTarget, ValType};
use wasm_rpc_stubgen_model::RpcErrors;

/// One instruction.
#[derive(Debug, Clone)]
pub(super) enum Op {
    Plain(Instruction<'static>),
    Call(Symbol),
    Address(Address, i32),
}

/// How a value lies in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Width {
    U8,
    S8,
    U16,
    S16,
    I32,
    I64,
    F32,
    F64,
    /// A pointer and a length, as one `i64` to be copied.
    List,
}

impl Width {
    /// The width of a discriminant or of flags of this size.
    pub(super) fn unsigned(size: usize) -> Self {
        match size {
            1 => Self::U8,
            2 => Self::U16,
            _ => Self::I32,
        }
    }
}

/// What a function does about a malformed answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// It traps, or it reads no answer.
    Trap,
    /// It returns at once. Its last result is a status: 0, or the number of the error.
    Return,
}

/// A function's signature, locals and instructions.
#[derive(Debug, Clone)]
pub(super) struct Code {
    pub signature: Signature,
    pub failure: Failure,
    /// The local for the status of what this function calls.
    pub status: Option<u32>,
    pub locals: Vec<ValType>,
    pub ops: Vec<Op>,
    stack: Stack,
}

impl Code {
    pub(super) fn new(signature: Signature) -> Self {
        let stack = Stack::new(&signature.results);
        Self { signature, failure: Failure::Trap, status: None, locals: Vec::new(), ops: Vec::new(), stack }
    }

    /// A function that reads from an answer. Where a stub returns errors it has a status behind its results, all of
    /// which are `i32` then; it ends with [`push_ok`](Self::push_ok).
    pub(super) fn reader(errors: RpcErrors, reader: impl Callee) -> Self {
        match errors {
            RpcErrors::Trap => Self::new(reader.signature()),
            RpcErrors::Result => Self { failure: Failure::Return, ..Self::new(WithStatus(reader).signature()) },
        }
    }

    /// A new local; its index.
    pub(super) fn local(&mut self, ty: ValType) -> u32 {
        self.locals.push(ty);
        index(self.signature.params.len() + self.locals.len() - 1)
    }

    pub(super) fn op(&mut self, instruction: Instruction<'static>) -> &mut Self {
        if cfg!(debug_assertions) {
            let mut locals = self.signature.params.iter().chain(&self.locals);
            self.stack.apply(&instruction, |local| *locals.nth(local as usize).expect("a local is declared"));
        }
        self.ops.push(Op::Plain(instruction));
        self
    }

    pub(super) fn call(&mut self, callee: impl Callee) -> &mut Self {
        if cfg!(debug_assertions) {
            let signature = callee.signature();
            self.stack.step(&signature.params, &signature.results);
        }
        self.ops.push(Op::Call(callee.symbol()));
        self
    }

    /// The address of a symbol plus an offset.
    pub(super) fn address(&mut self, address: Address, offset: u32) -> &mut Self {
        if cfg!(debug_assertions) {
            self.stack.step(&[], &[ValType::I32]);
        }
        self.ops.push(Op::Address(address, offset.cast_signed()));
        self
    }

    /// Ends the function.
    pub(super) fn finish(self) -> Self {
        if cfg!(debug_assertions) {
            self.stack.clone().finish();
        }
        self
    }

    pub(super) fn get(&mut self, local: u32) -> &mut Self {
        self.op(Instruction::LocalGet(local))
    }

    pub(super) fn set(&mut self, local: u32) -> &mut Self {
        self.op(Instruction::LocalSet(local))
    }

    pub(super) fn tee(&mut self, local: u32) -> &mut Self {
        self.op(Instruction::LocalTee(local))
    }

    pub(super) fn read(&mut self, global: Global) -> &mut Self {
        self.op(Instruction::GlobalGet(global as u32))
    }

    pub(super) fn write(&mut self, global: Global) -> &mut Self {
        self.op(Instruction::GlobalSet(global as u32))
    }

    /// An address, a size or a number below 2³².
    pub(super) fn int(&mut self, value: u32) -> &mut Self {
        self.op(Instruction::I32Const(value.cast_signed()))
    }

    pub(super) fn long(&mut self, value: u64) -> &mut Self {
        self.op(Instruction::I64Const(value.cast_signed()))
    }

    pub(super) fn add(&mut self) -> &mut Self {
        self.op(Instruction::I32Add)
    }

    /// Adds a constant to the `i32` on the stack.
    pub(super) fn plus(&mut self, value: u32) -> &mut Self {
        match value {
            0 => self,
            _ => self.int(value).add(),
        }
    }

    /// Multiplies the `i32` on the stack by a constant.
    pub(super) fn times(&mut self, value: u32) -> &mut Self {
        match value {
            1 => self,
            _ => self.int(value).op(Instruction::I32Mul),
        }
    }

    /// Adds a constant to a global.
    pub(super) fn advance(&mut self, global: Global, by: u32) -> &mut Self {
        self.read(global).plus(by).write(global)
    }

    pub(super) fn block(&mut self) -> &mut Self {
        self.op(Instruction::Block(BlockType::Empty))
    }

    pub(super) fn repeat(&mut self) -> &mut Self {
        self.op(Instruction::Loop(BlockType::Empty))
    }

    pub(super) fn when(&mut self) -> &mut Self {
        self.op(Instruction::If(BlockType::Empty))
    }

    pub(super) fn otherwise(&mut self) -> &mut Self {
        self.op(Instruction::Else)
    }

    pub(super) fn end(&mut self) -> &mut Self {
        self.op(Instruction::End)
    }

    /// Loads a value from the address on the stack plus `offset`.
    pub(super) fn load(&mut self, width: Width, offset: u32) -> &mut Self {
        let at = |align| MemArg { offset: offset.into(), align, target: MemArgTarget::Memory(0), ordering: None };
        self.op(match width {
            Width::U8 => Instruction::I32Load8U(at(0)),
            Width::S8 => Instruction::I32Load8S(at(0)),
            Width::U16 => Instruction::I32Load16U(at(1)),
            Width::S16 => Instruction::I32Load16S(at(1)),
            Width::I32 => Instruction::I32Load(at(2)),
            Width::I64 => Instruction::I64Load(at(3)),
            Width::F32 => Instruction::F32Load(at(2)),
            Width::F64 => Instruction::F64Load(at(3)),
            Width::List => Instruction::I64Load(at(2)),
        })
    }

    /// Stores the value on the stack at the address below it plus `offset`.
    pub(super) fn store(&mut self, width: Width, offset: u32) -> &mut Self {
        let at = |align| MemArg { offset: offset.into(), align, target: MemArgTarget::Memory(0), ordering: None };
        self.op(match width {
            Width::U8 | Width::S8 => Instruction::I32Store8(at(0)),
            Width::U16 | Width::S16 => Instruction::I32Store16(at(1)),
            Width::I32 => Instruction::I32Store(at(2)),
            Width::I64 => Instruction::I64Store(at(3)),
            Width::F32 => Instruction::F32Store(at(2)),
            Width::F64 => Instruction::F64Store(at(3)),
            Width::List => Instruction::I64Store(at(2)),
        })
    }

    /// A loop over the elements of this size between the addresses in the locals `cursor`, which moves on, and `end`.
    pub(super) fn for_each(&mut self, cursor: u32, size: u32, end: u32, body: impl FnOnce(&mut Self)) {
        self.block().get(cursor).get(end).op(Instruction::I32Eq).op(Instruction::BrIf(0)).repeat();
        body(self);
        self.get(cursor).plus(size).tee(cursor).get(end).op(Instruction::I32Ne).op(Instruction::BrIf(0)).end().end();
    }

    /// Jumps by the `i32` on the stack to one of `count` cases, whose code `case` emits; control meets behind them.
    /// A number that is no case takes the last one.
    pub(super) fn switch(&mut self, count: u32, mut case: impl FnMut(&mut Self, u32)) {
        let selector = self.local(ValType::I32);
        self.set(selector);
        for _ in 0..=count {
            self.block();
        }
        self.get(selector);
        let targets: Vec<u32> = (0..count).collect();
        self.op(Instruction::BrTable(targets.into(), count.saturating_sub(1)));
        for index in 0..count {
            self.end();
            case(self, index);
            self.op(Instruction::Br(count - 1 - index));
        }
        self.end();
    }
}

/// A count or a size as the 32-bit number that it is in WebAssembly.
pub(super) fn index(value: usize) -> u32 {
    u32::try_from(value).expect("the model holds nothing that is larger than memory")
}
