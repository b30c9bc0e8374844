//! The stub's memory: an arena for what a call needs, and a heap for what outlives it.
//!
//! The arena starts as one chunk and takes further chunks from the heap while a call needs more; `reset` frees those. A
//! chunk is filled from its end, which takes fewer instructions. The heap's blocks have sizes that are powers of two;
//! freed ones are linked by size and used again. A remote resource is one block. So a call leaves nothing behind, and
//! memory is as large as its largest call needed.

use super::code::{Code, Width};
use super::memory_map::{HEADS, PAGE};
use super::symbol::{Address, Callee, Global, Memory, Trap};
use wasm_encoder::{Instruction, ValType};

/// The largest block: 2³¹ bytes.
const MAX_BLOCK: u32 = 1 << 31;

/// The smallest block, as a power of two.
const MIN_BITS: u32 = 5;

/// Size of the header of a chunk: the next chunk, and the size.
const CHUNK_HEADER: u32 = 8;

/// How many more numbers than requested `FillIota` may write.
pub(super) const IOTA_SLACK: u32 = 8;

impl Memory {
    pub(super) fn define(self) -> Code {
        let mut code = Code::new(self.signature());
        match self {
            Self::Alloc => bump(&mut code, 0),
            Self::AddChunk => add_chunk(&mut code),
            Self::Realloc => realloc(&mut code),
            Self::Resize => resize(&mut code),
            Self::Reset => reset(&mut code),
            Self::PostReturn => _ = code.call(Memory::Reset),
            Self::HeapAlloc => heap_alloc(&mut code),
            Self::HeapFree => heap_free(&mut code),
            Self::BlockBits => block_bits(&mut code),
            Self::FillIota => fill_iota(&mut code),
        }
        code
    }
}

const I32: ValType = ValType::I32;

/// Allocates as many bytes as the local `size` says; pushes the address and stores it in that local.
fn bump(code: &mut Code, size: u32) {
    code.get(size).read(Global::ArenaEnd).read(Global::Arena).op(Instruction::I32Sub).op(Instruction::I32GtU).when();
    code.get(size).call(Memory::AddChunk).op(Instruction::Return).end();
    take(code, size);
}

/// Takes `size` bytes from the end of a chunk that has them. There is room to align them, as its start is aligned to 8.
fn take(code: &mut Code, size: u32) {
    code.read(Global::ArenaEnd).get(size).op(Instruction::I32Sub);
    code.int(8u32.wrapping_neg()).op(Instruction::I32And).tee(size).write(Global::ArenaEnd).get(size);
}

fn add_chunk(code: &mut Code) {
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
    code.int(1).get(bytes).call(Memory::BlockBits).op(Instruction::I32Shl).tee(bytes);
    code.call(Memory::HeapAlloc).tee(chunk).read(Global::Chunks).store(Width::I32, 0);
    code.get(chunk).get(bytes).store(Width::I32, 4);
    code.get(chunk).write(Global::Chunks);
    code.get(chunk).plus(CHUNK_HEADER).write(Global::Arena);
    code.get(chunk).get(bytes).add().write(Global::ArenaEnd);
    take(code, size);
}

fn realloc(code: &mut Code) {
    let (old_size, new_size) = (1, 3);
    code.get(old_size).when();
    code.get(0).get(old_size).get(new_size).call(Memory::Resize).op(Instruction::Return).end();
    bump(code, new_size);
}

fn resize(code: &mut Code) {
    let (old, old_size, new_size, address) = (0, 1, 2, code.local(I32));
    code.get(new_size).get(old_size).op(Instruction::I32LeU).when();
    code.get(old).op(Instruction::Return).end();
    code.get(new_size).call(Memory::Alloc).tee(address).get(old).get(old_size);
    code.op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 }).get(address);
}

fn reset(code: &mut Code) {
    let chunk = code.local(I32);
    code.address(Address::ArenaEnd, 0).write(Global::ArenaEnd);
    code.read(Global::Chunks).when();
    code.address(Address::Arena, 0).write(Global::Arena);
    code.repeat().read(Global::Chunks).tee(chunk).load(Width::I32, 0).write(Global::Chunks);
    code.get(chunk).get(chunk).load(Width::I32, 4).call(Memory::HeapFree);
    code.read(Global::Chunks).op(Instruction::BrIf(0)).end().end();
}

fn block_bits(code: &mut Code) {
    let (size, bits) = (0, code.local(I32));
    code.int(32).get(size).int(1).op(Instruction::I32Sub).op(Instruction::I32Clz).op(Instruction::I32Sub).tee(bits);
    code.int(MIN_BITS).get(bits).int(MIN_BITS).op(Instruction::I32GtU).op(Instruction::Select);
}

/// Pushes the address of the head of the list of free blocks of 2^`bits` bytes.
fn head(code: &mut Code, bits: u32) -> &mut Code {
    code.get(bits).int(2).op(Instruction::I32Shl).plus(HEADS)
}

fn heap_alloc(code: &mut Code) {
    let (size, bits, block, missing) = (0, code.local(I32), code.local(I32), code.local(I32));
    code.get(size).int(MAX_BLOCK).op(Instruction::I32GtU).trap_if(Trap::OutOfMemory);
    code.get(size).call(Memory::BlockBits).set(bits);
    head(code, bits).load(Width::I32, 0).tee(block).when();
    head(code, bits).get(block).load(Width::I32, 0).store(Width::I32, 0);
    code.get(block).op(Instruction::Return).end();
    code.int(1).get(bits).op(Instruction::I32Shl).set(size);
    code.get(size).read(Global::HeapEnd).read(Global::Heap).tee(block).op(Instruction::I32Sub).tee(missing);
    code.op(Instruction::I32GtU).when();
    code.get(size).get(missing).op(Instruction::I32Sub).plus(PAGE - 1).int(16).op(Instruction::I32ShrU).tee(missing);
    code.op(Instruction::MemoryGrow(0)).int(u32::MAX).op(Instruction::I32Eq).trap_if(Trap::OutOfMemory);
    code.read(Global::HeapEnd).get(missing).int(16).op(Instruction::I32Shl).add().write(Global::HeapEnd);
    code.end();
    code.get(block).get(size).add().write(Global::Heap).get(block);
}

fn heap_free(code: &mut Code) {
    let (block, size, bits) = (0, 1, code.local(I32));
    code.get(size).call(Memory::BlockBits).set(bits);
    code.get(block);
    head(code, bits).load(Width::I32, 0).store(Width::I32, 0);
    head(code, bits).get(block).store(Width::I32, 0);
}

fn fill_iota(code: &mut Code) {
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
}
