//! The stub's resources: what it knows of them, how handles are passed, given away and dropped.
//!
//! Each is one block of the heap:
//!
//! | offset | what |
//! | --- | --- |
//! | 0 | what the host gave for it: the connection to its worker, a `wasm-rpc`; of a future, a `future-invoke-result` |
//! | 4 | length of the worker's URI |
//! | 8 | of a remote resource, its id in the worker, 64 bits |
//! | 16 | 1 when it was given away in the current call; of a future, when its answer was taken |
//! | 20 | the next resource that was given away in the current call |
//! | 24 | the worker's URI |
//!
//! The handles of an answer are connected only when the whole of it is read, in their order. Until then each is in a list
//! in the arena: the next one, the handle's node, where the stub's handle is to be stored, and of which resource it is.
//! When the answer turns out to be malformed, there is nothing to undo.

use super::Emitter;
use super::code::{Code, Global, Width, index};
use super::layout::{ANSWER, PARAMS, PENDING};
use super::memory::Memory;
use super::module::{FuncRef, Import};
use super::place::Slot;
use stubgen_model::ResourceKind;
use wasm_encoder::{Instruction, ValType};

/// Functions for resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Resource {
    /// `(representation, slot)`: writes the node of a handle.
    EncodeHandle,
    /// `(handle) -> representation` of the resource of this index, which the caller gives away.
    GiveAway(usize),
    /// `()`: frees what was given away in the current call.
    FreeGivenAway,
    /// `(node) -> representation` of the resource that a handle in an answer stands for.
    Remote,
    /// `(node, slot, resource)`: notes that the node of a handle is to become one of that resource, stored at `slot`.
    Defer,
    /// `()`: makes the handles of all nodes that were noted.
    ConnectPending,
    /// `(uri, length, host's) -> representation` of a new resource.
    New,
    /// `(representation)`: closes the connection and frees the block.
    Free,
    /// `(representation)`: frees the block alone.
    FreeBlock,
    /// `(representation, name, length)`: tells the worker, unless the resource was given away, and frees.
    Drop,
    /// `(representation)`: the destructor of the resource of this index.
    Destructor(usize),
}

pub(super) const HOSTS: u32 = 0;
pub(super) const URI_LENGTH: u32 = 4;
const ID: u32 = 8;
const GIVEN_AWAY: u32 = 16;
pub(super) const TAKEN: u32 = GIVEN_AWAY;
const NEXT: u32 = 20;
pub(super) const URI: u32 = 24;

/// Of a handle that waits for its connection: the next one, its node, its slot, its resource.
const WAITING: [u32; 4] = [0, 4, 8, 12];
const WAITING_SIZE: u32 = 16;

const I32: ValType = ValType::I32;

impl Resource {
    /// The name in a backtrace, but for destructors.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::EncodeHandle => "encode handle",
            Self::GiveAway(_) => "give away",
            Self::FreeGivenAway => "free given away",
            Self::Remote => "decode handle",
            Self::Defer => "defer handle",
            Self::ConnectPending => "connect handles",
            Self::New => "new resource",
            Self::Free => "free resource",
            Self::FreeBlock => "free block",
            Self::Drop => "drop resource",
            Self::Destructor(_) => "destructor",
        }
    }
}

impl Emitter<'_> {
    pub(super) fn resource_function(&mut self, function: Resource) -> Code {
        match function {
            Resource::EncodeHandle => self.encode_handle(),
            Resource::GiveAway(resource) => give_away(resource),
            Resource::FreeGivenAway => free_given_away(),
            Resource::Remote => self.remote(),
            Resource::Defer => defer(),
            Resource::ConnectPending => self.connect_pending(),
            Resource::New => new(),
            Resource::Free => free(),
            Resource::FreeBlock => free_block(),
            Resource::Drop => self.drop_remote(),
            Resource::Destructor(resource) => self.destructor(resource),
        }
    }

    fn encode_handle(&self) -> Code {
        let mut code = Code::new(&[I32, I32], &[]);
        let (resource, slot) = (0, Slot { address: 1, offset: 0 });
        self.node(&mut code, slot, self.host.tag("handle"));
        code.get(1).get(resource).plus(URI).store(Width::I32, self.host.payload);
        code.get(1).get(resource).load(Width::I32, URI_LENGTH).store(Width::I32, self.host.payload + self.host.length);
        code.get(1).get(resource).load(Width::I64, ID).store(Width::I64, self.host.handle_id);
        code
    }

    fn remote(&self) -> Code {
        let mut code = Code::new(&[I32], &[I32]);
        let (node, length, block, connection) = (0, code.local(I32), code.local(I32), code.local(I32));
        let uri = |code: &mut Code| {
            code.get(node).load(Width::I32, self.host.payload);
        };
        code.get(node).load(Width::I32, self.host.payload + self.host.length).set(length);
        code.read(Global::Connection).tee(connection).when();
        code.int(0).write(Global::Connection).otherwise();
        uri(&mut code);
        code.get(length).call(FuncRef::Import(Import::Connect)).set(connection).end();
        make_block(&mut code, block, uri, length, connection);
        code.get(block).get(node).load(Width::I64, self.host.handle_id).store(Width::I64, ID).get(block);
        code
    }

    /// The position of a resource among those that arrive as handles.
    pub(super) fn owned_position(&self, resource: usize) -> u32 {
        let position = self.owned.iter().position(|owned| *owned == resource);
        index(position.expect("the resources of all results are known"))
    }

    fn connect_pending(&self) -> Code {
        let mut code = Code::new(&[], &[]);
        let (waiting, handle) = (code.local(I32), code.local(I32));
        let [next, node, slot, resource] = WAITING;
        code.read(Global::Pending).int(0).store(Width::I32, next);
        code.int(PENDING).load(Width::I32, next).set(waiting);
        code.block().repeat().get(waiting).op(Instruction::I32Eqz).op(Instruction::BrIf(1));
        code.get(waiting).load(Width::I32, node).call(FuncRef::Resource(Resource::Remote)).set(handle);
        code.get(waiting).load(Width::I32, resource);
        code.switch(index(self.owned.len()), |code, position| {
            let new = Import::ResourceNew(self.owned[position as usize]);
            code.get(handle).call(FuncRef::Import(new)).set(handle);
        });
        code.get(waiting).load(Width::I32, slot).get(handle).store(Width::I32, 0);
        code.get(waiting).load(Width::I32, next).set(waiting).op(Instruction::Br(0)).end().end();
        code
    }

    fn drop_remote(&self) -> Code {
        let mut code = Code::new(&[I32, I32, I32], &[]);
        let (resource, name, length, node) = (0, 1, 2, code.local(I32));
        code.get(resource).load(Width::I32, GIVEN_AWAY).when().op(Instruction::Return).end();
        code.int(self.host.node).call(FuncRef::Memory(Memory::Alloc)).set(node);
        code.get(resource).get(node).call(FuncRef::Resource(Resource::EncodeHandle));
        code.int(PARAMS).get(node).store(Width::I32, 0).int(PARAMS).int(1).store(Width::I32, self.host.length);
        code.get(resource).load(Width::I32, HOSTS).get(name).get(length).int(PARAMS).int(1).int(ANSWER);
        code.call(FuncRef::Import(Import::Invoke));
        code.get(resource).call(FuncRef::Resource(Resource::Free));
        code.call(FuncRef::Memory(Memory::Reset));
        code
    }

    fn destructor(&mut self, resource: usize) -> Code {
        let mut code = Code::new(&[I32], &[]);
        code.get(0);
        match self.model.resources.get(resource).map(|resource| &resource.kind) {
            Some(ResourceKind::Functions { .. }) => code.call(FuncRef::Resource(Resource::Free)),
            None => {
                code.load(Width::I32, HOSTS).call(FuncRef::Import(Import::DropFuture));
                code.get(0).call(FuncRef::Resource(Resource::FreeBlock))
            }
            Some(ResourceKind::Remote { drop, .. }) => {
                let (name, length) = self.layout.text(drop.as_str());
                code.int(name).int(length).call(FuncRef::Resource(Resource::Drop))
            }
        };
        code
    }
}

fn defer() -> Code {
    let mut code = Code::new(&[I32, I32, I32], &[]);
    let waiting = code.local(I32);
    code.int(WAITING_SIZE).call(FuncRef::Memory(Memory::Alloc)).set(waiting);
    for (param, offset) in WAITING[1..].iter().enumerate() {
        code.get(waiting).get(index(param)).store(Width::I32, *offset);
    }
    code.read(Global::Pending).get(waiting).store(Width::I32, WAITING[0]);
    code.get(waiting).write(Global::Pending);
    code
}

fn give_away(resource: usize) -> Code {
    let mut code = Code::new(&[I32], &[I32]);
    let (handle, block) = (0, code.local(I32));
    code.get(handle).call(FuncRef::Import(Import::ResourceRep(resource))).tee(block);
    code.int(1).store(Width::I32, GIVEN_AWAY);
    code.get(block).read(Global::GivenAway).store(Width::I32, NEXT).get(block).write(Global::GivenAway);
    code.get(handle).call(FuncRef::Import(Import::ResourceDrop(resource))).get(block);
    code
}

fn free_given_away() -> Code {
    let mut code = Code::new(&[], &[]);
    let block = code.local(I32);
    code.block().repeat().read(Global::GivenAway).tee(block).op(Instruction::I32Eqz).op(Instruction::BrIf(1));
    code.get(block).load(Width::I32, NEXT).write(Global::GivenAway);
    code.get(block).call(FuncRef::Resource(Resource::Free)).op(Instruction::Br(0)).end().end();
    code
}

/// Emits what makes a block in the local `block`; `uri` pushes the URI's address, the other two are locals.
fn make_block(code: &mut Code, block: u32, uri: impl Fn(&mut Code), length: u32, hosts: u32) {
    code.get(length).plus(URI).call(FuncRef::Memory(Memory::HeapAlloc)).tee(block);
    code.get(hosts).store(Width::I32, HOSTS);
    code.get(block).get(length).store(Width::I32, URI_LENGTH);
    code.get(block).int(0).store(Width::I32, GIVEN_AWAY);
    code.get(block).plus(URI);
    uri(code);
    code.get(length).op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 });
}

fn new() -> Code {
    let mut code = Code::new(&[I32; 3], &[I32]);
    let (uri, length, hosts, block) = (0, 1, 2, code.local(I32));
    make_block(&mut code, block, |code| _ = code.get(uri), length, hosts);
    code.get(block);
    code
}

fn free() -> Code {
    let mut code = Code::new(&[I32], &[]);
    code.get(0).load(Width::I32, HOSTS).call(FuncRef::Import(Import::Disconnect));
    code.get(0).call(FuncRef::Resource(Resource::FreeBlock));
    code
}

fn free_block() -> Code {
    let mut code = Code::new(&[I32], &[]);
    code.get(0).get(0).load(Width::I32, URI_LENGTH).plus(URI).call(FuncRef::Memory(Memory::HeapFree));
    code
}
