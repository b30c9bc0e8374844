//! The stub's memory: an arena for what a call needs, and a heap for what outlives it.
//!
//! The arena is a chunk that is there from the start, and further chunks of the heap while a call needs more; `reset`
//! frees them all. A chunk is filled from its end, which takes fewer instructions. The heap's blocks have sizes that
//! are powers of two; freed ones are linked by size and used again. A remote resource is one block. So a call leaves
//! nothing behind, and memory is as large as its largest call needed.

use super::code::{Code, Global, Symbol, Width};
use super::layout::{HEADS, PAGE};
use super::module::FuncRef;
use super::trap::Trap;
use wasm_encoder::{Instruction, ValType};

/// Functions that manage memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Memory {
    /// `(size) -> address`, aligned to 8, until the call is over.
    Alloc,
    /// `(size) -> address`: the arena's current chunk is too small.
    AddChunk,
    /// The canonical ABI's `realloc`.
    Realloc,
    /// `(address, size, new size) -> address`: what `realloc` does with what is there already.
    Resize,
    /// Frees all that was allocated in the arena.
    Reset,
    /// `(result)`: the canonical ABI's `post-return`.
    PostReturn,
    /// `(size) -> address` of a block that stays until it is freed.
    HeapAlloc,
    /// `(address, size)`.
    HeapFree,
    /// `(size) -> size` of the block that holds so many bytes, as a power of two.
    BlockBits,
    /// `(address, count)`: writes 0, 1, 2, …; up to 7 more than asked for.
    FillIota,
}

/// The largest block: 2³¹ bytes.
const MAX_BLOCK: u32 = 1 << 31;

/// The smallest block, as a power of two.
const MIN_BITS: u32 = 5;

/// Size of the header of a chunk: the next chunk, and the size.
const CHUNK_HEADER: u32 = 8;

/// How many more numbers than asked for `FillIota` may write.
pub(super) const IOTA_SLACK: u32 = 8;

impl Memory {
    /// The name in a backtrace.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Alloc => "alloc",
            Self::AddChunk => "add chunk",
            Self::Realloc => "realloc",
            Self::Resize => "resize",
            Self::Reset => "reset",
            Self::PostReturn => "post-return",
            Self::HeapAlloc => "heap alloc",
            Self::HeapFree => "heap free",
            Self::BlockBits => "block bits",
            Self::FillIota => "fill iota",
        }
    }

    pub(super) fn code(self) -> Code {
        match self {
            Self::Alloc => alloc(),
            Self::AddChunk => add_chunk(),
            Self::Realloc => realloc(),
            Self::Resize => resize(),
            Self::Reset => reset(),
            Self::PostReturn => post_return(),
            Self::HeapAlloc => heap_alloc(),
            Self::HeapFree => heap_free(),
            Self::BlockBits => block_bits(),
            Self::FillIota => fill_iota(),
        }
    }
}

const I32: ValType = ValType::I32;

fn alloc() -> Code {
    let mut code = Code::new(&[I32], &[I32]);
    bump(&mut code, 0);
    code
}

/// Pushes the address of as many new bytes as the local `size` says, which holds the address then.
fn bump(code: &mut Code, size: u32) {
    code.get(size).read(Global::ArenaEnd).read(Global::Arena).op(Instruction::I32Sub).op(Instruction::I32GtU).when();
    code.get(size).call(FuncRef::Memory(Memory::AddChunk)).op(Instruction::Return).end();
    take(code, size);
}

/// Takes `size` bytes from the end of a chunk that has them. There is room to align them, as its start is aligned to 8.
fn take(code: &mut Code, size: u32) {
    code.read(Global::ArenaEnd).get(size).op(Instruction::I32Sub);
    code.int(8u32.wrapping_neg()).op(Instruction::I32And).tee(size).write(Global::ArenaEnd).get(size);
}

fn add_chunk() -> Code {
    let mut code = Code::new(&[I32], &[I32]);
    let (size, chunk, bytes) = (0, code.local(I32), code.local(I32));
    code.get(size).int(MAX_BLOCK - 2 * CHUNK_HEADER).op(Instruction::I32GtU).trap_if(Trap::OutOfMemory);
    code.get(size)
        .plus(2 * CHUNK_HEADER)
        .tee(bytes)
        .int(PAGE)
        .get(bytes)
        .int(PAGE)
        .op(Instruction::I32GtU)
        .op(Instruction::Select)
        .set(bytes);
    code.int(1).get(bytes).call(FuncRef::Memory(Memory::BlockBits)).op(Instruction::I32Shl).tee(bytes);
    code.call(FuncRef::Memory(Memory::HeapAlloc)).tee(chunk).read(Global::Chunks).store(Width::I32, 0);
    code.get(chunk).get(bytes).store(Width::I32, 4);
    code.get(chunk).write(Global::Chunks);
    code.get(chunk).plus(CHUNK_HEADER).write(Global::Arena);
    code.get(chunk).get(bytes).add().write(Global::ArenaEnd);
    take(&mut code, size);
    code
}

fn realloc() -> Code {
    let mut code = Code::new(&[I32; 4], &[I32]);
    let (old_size, new_size) = (1, 3);
    code.get(old_size).when();
    code.get(0).get(old_size).get(new_size).call(FuncRef::Memory(Memory::Resize)).op(Instruction::Return).end();
    bump(&mut code, new_size);
    code
}

fn resize() -> Code {
    let mut code = Code::new(&[I32; 3], &[I32]);
    let (old, old_size, new_size, address) = (0, 1, 2, code.local(I32));
    code.get(new_size).get(old_size).op(Instruction::I32LeU).when();
    code.get(old).op(Instruction::Return).end();
    code.get(new_size).call(FuncRef::Memory(Memory::Alloc)).tee(address).get(old).get(old_size);
    code.op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 }).get(address);
    code
}

fn reset() -> Code {
    let mut code = Code::new(&[], &[]);
    let chunk = code.local(I32);
    code.address(Symbol::ArenaEnd, 0).write(Global::ArenaEnd);
    code.read(Global::Chunks).when();
    code.address(Symbol::Arena, 0).write(Global::Arena);
    code.repeat().read(Global::Chunks).tee(chunk).load(Width::I32, 0).write(Global::Chunks);
    code.get(chunk).get(chunk).load(Width::I32, 4).call(FuncRef::Memory(Memory::HeapFree));
    code.read(Global::Chunks).op(Instruction::BrIf(0)).end().end();
    code
}

fn post_return() -> Code {
    let mut code = Code::new(&[I32], &[]);
    code.call(FuncRef::Memory(Memory::Reset));
    code
}

fn block_bits() -> Code {
    let mut code = Code::new(&[I32], &[I32]);
    let (size, bits) = (0, code.local(I32));
    code.int(32).get(size).int(1).op(Instruction::I32Sub).op(Instruction::I32Clz).op(Instruction::I32Sub).tee(bits);
    code.int(MIN_BITS).get(bits).int(MIN_BITS).op(Instruction::I32GtU).op(Instruction::Select);
    code
}

/// Pushes the address of the head of the list of free blocks of so many bits.
fn head(code: &mut Code, bits: u32) -> &mut Code {
    code.get(bits).int(2).op(Instruction::I32Shl).plus(HEADS)
}

fn heap_alloc() -> Code {
    let mut code = Code::new(&[I32], &[I32]);
    let (size, bits, block, missing) = (0, code.local(I32), code.local(I32), code.local(I32));
    code.get(size).int(MAX_BLOCK).op(Instruction::I32GtU).trap_if(Trap::OutOfMemory);
    code.get(size).call(FuncRef::Memory(Memory::BlockBits)).set(bits);
    head(&mut code, bits).load(Width::I32, 0).tee(block).when();
    head(&mut code, bits).get(block).load(Width::I32, 0).store(Width::I32, 0);
    code.get(block).op(Instruction::Return).end();
    code.int(1).get(bits).op(Instruction::I32Shl).set(size);
    code.get(size).read(Global::HeapEnd).read(Global::Heap).tee(block).op(Instruction::I32Sub).tee(missing);
    code.op(Instruction::I32GtU).when();
    code.get(size).get(missing).op(Instruction::I32Sub).plus(PAGE - 1).int(16).op(Instruction::I32ShrU).tee(missing);
    code.op(Instruction::MemoryGrow(0)).int(u32::MAX).op(Instruction::I32Eq).trap_if(Trap::OutOfMemory);
    code.read(Global::HeapEnd).get(missing).int(16).op(Instruction::I32Shl).add().write(Global::HeapEnd);
    code.end();
    code.get(block).get(size).add().write(Global::Heap).get(block);
    code
}

fn heap_free() -> Code {
    let mut code = Code::new(&[I32, I32], &[]);
    let (block, size, bits) = (0, 1, code.local(I32));
    code.get(size).call(FuncRef::Memory(Memory::BlockBits)).set(bits);
    code.get(block);
    head(&mut code, bits).load(Width::I32, 0).store(Width::I32, 0);
    head(&mut code, bits).get(block).store(Width::I32, 0);
    code
}

fn fill_iota() -> Code {
    let mut code = Code::new(&[I32, I32], &[]);
    let (address, end, pair) = (0, 1, code.local(ValType::I64));
    code.get(address).get(end).int(2).op(Instruction::I32Shl).add().set(end);
    code.long(1 << 32).set(pair);
    code.repeat();
    for step in 0..4u32 {
        code.get(address).get(pair);
        if step > 0 {
            code.long(u64::from(2 * step) * ((1 << 32) + 1)).op(Instruction::I64Add);
        }
        code.store(Width::I64, 8 * step);
    }
    code.get(pair).long(8 * ((1 << 32) + 1)).op(Instruction::I64Add).set(pair);
    code.get(address).plus(4 * IOTA_SLACK).tee(address).get(end).op(Instruction::I32LtU);
    code.op(Instruction::BrIf(0)).end();
    code
}
