//! The body of one function: instructions with symbolic callees and addresses, resolved when the module is assembled.
//!
//! What reads answers is written once for both shapes of a stub: by [`Failure`] it traps at a malformed answer, or
//! returns a status.

use super::answer::Answer;
use super::module::FuncRef;
use super::trap::Trap;
use stubgen_model::RpcErrors;
use wasm_encoder::{BlockType, Instruction, MemArg, ValType};

/// An address that is known only when all code is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    /// The table of the numbers 0, 1, 2, … that the children of constant size are sliced from.
    Iota,
    /// Start of the arena's first chunk.
    Arena,
    /// Its end.
    ArenaEnd,
}

/// One instruction.
#[derive(Debug, Clone)]
pub(super) enum Op {
    Plain(Instruction<'static>),
    Call(FuncRef),
    Address(Symbol, i32),
}

/// The globals of the module, all of them mutable `i32`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Global {
    /// Start of what is free in the arena, the memory that lives until the call is over.
    Arena,
    /// Its end; what is allocated is taken from there.
    ArenaEnd,
    /// The arena's further chunks, linked.
    Chunks,
    /// Next free byte behind all blocks of the heap.
    Heap,
    /// End of the linear memory.
    HeapEnd,
    /// The next free node of the value that is being encoded.
    NextNode,
    /// Where the number of that node is stored.
    NextIndex,
    /// The nodes of the answer that is being decoded.
    Nodes,
    /// How many there are.
    NodeCount,
    /// Remote resources that are given away in this call, linked.
    GivenAway,
    /// The connection that the next decoded handle takes over, or 0.
    Connection,
    /// The block of the resource whose worker the current call goes to, or 0 where a location names the worker.
    Worker,
    /// That location.
    Location,
    /// Its length.
    LocationLength,
    /// The name of the function that the current call invokes.
    Function,
    /// The last handle of the answer that waits for its connection: where the link to the next one goes.
    Pending,
}

impl Global {
    /// How many there are.
    pub(super) const COUNT: u32 = Self::Pending as u32 + 1;
}

/// How a value lies in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// What a function does about a malformed answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// It traps, or it reads no answer.
    Trap,
    /// It returns at once. Its last result is a status: 0, or the number of what is wrong.
    Return,
}

/// A function's signature, locals and instructions.
#[derive(Debug, Clone)]
pub(super) struct Code {
    failure: Failure,
    /// The local for the status of what this function calls.
    status: Option<u32>,
    pub params: Vec<ValType>,
    pub results: Vec<ValType>,
    pub locals: Vec<ValType>,
    pub ops: Vec<Op>,
}

impl Code {
    pub(super) fn new(params: &[ValType], results: &[ValType]) -> Self {
        let (params, results) = (params.to_vec(), results.to_vec());
        Self { failure: Failure::Trap, status: None, params, results, locals: Vec::new(), ops: Vec::new() }
    }

    /// A function that reads from an answer. Where a stub returns errors it has a status behind its results, all of
    /// which are `i32` then; it ends with [`fine`](Self::fine).
    pub(super) fn reader(errors: RpcErrors, params: &[ValType], results: &[ValType]) -> Self {
        let mut code = Self::new(params, results);
        if errors == RpcErrors::Result {
            code.failure = Failure::Return;
            code.results.push(ValType::I32);
        }
        code
    }

    /// A new local; its index.
    pub(super) fn local(&mut self, ty: ValType) -> u32 {
        self.locals.push(ty);
        index(self.params.len() + self.locals.len() - 1)
    }

    pub(super) fn op(&mut self, instruction: Instruction<'static>) -> &mut Self {
        self.ops.push(Op::Plain(instruction));
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

    pub(super) fn call(&mut self, function: FuncRef) -> &mut Self {
        self.ops.push(Op::Call(function));
        self
    }

    /// Makes the index of a node on the stack the node's address; fails if it isn't of this tag.
    pub(super) fn node(&mut self, tag: u32) -> &mut Self {
        self.int(tag).call_reader(FuncRef::Answer(Answer::Node))
    }

    /// Calls a function that reads from an answer, and fails as it does.
    pub(super) fn call_reader(&mut self, function: FuncRef) -> &mut Self {
        self.call(function);
        match self.failure {
            Failure::Trap => self,
            Failure::Return => {
                let status = self.status.unwrap_or_else(|| self.local(ValType::I32));
                self.status = Some(status);
                self.tee(status).when().fail_by(|code| code.get(status)).end()
            }
        }
    }

    /// The address of a symbol plus an offset.
    pub(super) fn address(&mut self, symbol: Symbol, offset: u32) -> &mut Self {
        self.ops.push(Op::Address(symbol, offset.cast_signed()));
        self
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

    /// Traps by `trap` when the `i32` on the stack isn't 0.
    pub(super) fn trap_if(&mut self, trap: Trap) -> &mut Self {
        self.when().call(FuncRef::Trap(trap)).op(Instruction::Unreachable).end()
    }

    /// Fails by `trap` when the `i32` on the stack isn't 0.
    pub(super) fn fail_if(&mut self, trap: Trap) -> &mut Self {
        self.when().fail_by(|code| code.reason(trap)).end()
    }

    /// Fails: `reason` traps, or pushes the status.
    pub(super) fn fail_by(&mut self, reason: impl FnOnce(&mut Self) -> &mut Self) -> &mut Self {
        match self.failure {
            Failure::Trap => reason(self).op(Instruction::Unreachable),
            Failure::Return => {
                for _ in 1..self.results.len() {
                    self.int(0);
                }
                reason(self).op(Instruction::Return)
            }
        }
    }

    /// Traps by `trap`, or pushes the status that stands for it.
    pub(super) fn reason(&mut self, trap: Trap) -> &mut Self {
        match self.failure {
            Failure::Trap => self.call(FuncRef::Trap(trap)),
            Failure::Return => self.int(trap.status()),
        }
    }

    /// Ends a reader that has not failed.
    pub(super) fn fine(&mut self) -> &mut Self {
        match self.failure {
            Failure::Trap => self,
            Failure::Return => self.int(0),
        }
    }

    /// Loads a value from the address on the stack plus `offset`.
    pub(super) fn load(&mut self, width: Width, offset: u32) -> &mut Self {
        let at = |align| MemArg { offset: offset.into(), align, memory_index: 0 };
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
        let at = |align| MemArg { offset: offset.into(), align, memory_index: 0 };
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

/// A count as a WebAssembly index.
pub(super) fn index(value: usize) -> u32 {
    u32::try_from(value).expect("fewer than 2³² of anything in a module")
}
