//! The stub's resources: how handles are passed, given away and dropped.
//!
//! The handles of an answer are connected after the whole answer is read, in their order. Until then they are in a list
//! of deferred handles in the arena. So a malformed answer leaves nothing to undo.

use super::code::{Code, Width, index};
use super::emitter::Emitter;
use super::memory_map::{ANSWER, DEFERRED, PARAMS, block};
use super::place::Slot;
use super::symbol::{Callee, Global, I32, Import, Memory, Resource};
use wasm_encoder::Instruction;
use wasm_rpc_stubgen_model::ResourceKind;

/// Offsets in a deferred handle: the next one, the node, the slot for the stub's handle, the resource.
const DEFERRED_HANDLE: [u32; 4] = [0, 4, 8, 12];
const DEFERRED_HANDLE_SIZE: u32 = 16;

impl Emitter<'_> {
    pub(super) fn resource_function(&mut self, function: Resource) -> Code {
        let mut code = Code::new(function.signature());
        match function {
            Resource::EncodeHandle => self.encode_handle(&mut code),
            Resource::GiveAway(resource) => give_away(&mut code, resource),
            Resource::FreeGivenAway => free_given_away(&mut code),
            Resource::DecodeHandle => self.decode_handle(&mut code),
            Resource::DeferHandle => defer_handle(&mut code),
            Resource::MoveDeferred => move_deferred(&mut code),
            Resource::ConnectDeferred => self.connect_deferred(&mut code),
            Resource::New => new(&mut code),
            Resource::Free => free(&mut code),
            Resource::FreeBlock => free_block(&mut code),
            Resource::Drop => self.drop_remote(&mut code),
            Resource::Destructor(resource) => self.destructor(&mut code, resource),
        }
        code
    }

    fn encode_handle(&self, code: &mut Code) {
        let (resource, slot) = (0, Slot { address: 1, offset: 0 });
        self.write_tag(code, slot, "handle");
        code.get(1).get(resource).plus(block::URI).store(Width::I32, self.host.payload);
        code.get(1)
            .get(resource)
            .load(Width::I32, block::URI_LENGTH)
            .store(Width::I32, self.host.payload + self.host.length);
        code.get(1).get(resource).load(Width::I64, block::ID).store(Width::I64, self.host.handle_id);
    }

    fn decode_handle(&self, code: &mut Code) {
        let (node, length, block, connection) = (0, code.local(I32), code.local(I32), code.local(I32));
        let uri = |code: &mut Code| {
            code.get(node).load(Width::I32, self.host.payload);
        };
        code.get(node).load(Width::I32, self.host.payload + self.host.length).set(length);
        code.read(Global::Connection).tee(connection).when();
        code.int(0).write(Global::Connection).otherwise();
        uri(code);
        code.get(length).call(Import::Connect).set(connection).end();
        make_block(code, block, uri, length, connection);
        code.get(block).get(node).load(Width::I64, self.host.handle_id).store(Width::I64, block::ID).get(block);
    }

    fn connect_deferred(&self, code: &mut Code) {
        let (deferred, handle) = (code.local(I32), code.local(I32));
        let [next, node, slot, resource] = DEFERRED_HANDLE;
        code.read(Global::Deferred).int(0).store(Width::I32, next);
        code.int(DEFERRED).load(Width::I32, next).set(deferred);
        code.block().repeat().get(deferred).op(Instruction::I32Eqz).op(Instruction::BrIf(1));
        code.get(deferred).load(Width::I32, node).call(Resource::DecodeHandle).set(handle);
        code.get(deferred).load(Width::I32, resource);
        code.switch(index(self.owned.len()), |code, position| {
            let new = Import::ResourceNew(self.owned[position as usize]);
            code.get(handle).call(new).set(handle);
        });
        code.get(deferred).load(Width::I32, slot).get(handle).store(Width::I32, 0);
        code.get(deferred).load(Width::I32, next).set(deferred).op(Instruction::Br(0)).end().end();
    }

    fn drop_remote(&self, code: &mut Code) {
        let (resource, name, length, node) = (0, 1, 2, code.local(I32));
        code.get(resource).load(Width::I32, block::GIVEN_AWAY).when().op(Instruction::Return).end();
        code.int(self.host.node).call(Memory::Alloc).set(node);
        code.get(resource).get(node).call(Resource::EncodeHandle);
        code.int(PARAMS).get(node).store(Width::I32, 0).int(PARAMS).int(1).store(Width::I32, self.host.length);
        code.get(resource).load(Width::I32, block::HOST_HANDLE).get(name).get(length).int(PARAMS).int(1).int(ANSWER);
        code.call(Import::Invoke);
        code.get(resource).call(Resource::Free);
        code.call(Memory::Reset);
    }

    fn destructor(&mut self, code: &mut Code, resource: usize) {
        code.get(0);
        match self.model.resources.get(resource).map(|resource| &resource.kind) {
            Some(ResourceKind::Functions { .. }) => code.call(Resource::Free),
            None => {
                code.load(Width::I32, block::HOST_HANDLE).call(Import::DropFuture);
                code.get(0).call(Resource::FreeBlock)
            }
            Some(ResourceKind::Remote { drop, .. }) => {
                let (name, length) = self.memory_map.text(drop.as_str());
                code.int(name).int(length).call(Resource::Drop)
            }
        };
    }
}

fn defer_handle(code: &mut Code) {
    let deferred = code.local(I32);
    code.int(DEFERRED_HANDLE_SIZE).call(Memory::Alloc).set(deferred);
    for (param, offset) in DEFERRED_HANDLE[1..].iter().enumerate() {
        code.get(deferred).get(index(param)).store(Width::I32, *offset);
    }
    code.read(Global::Deferred).get(deferred).store(Width::I32, DEFERRED_HANDLE[0]);
    code.get(deferred).write(Global::Deferred);
}

fn move_deferred(code: &mut Code) {
    let (address, size, distance, deferred, slot) = (0, 1, 2, code.local(I32), code.local(I32));
    let [next, _, slot_offset, _] = DEFERRED_HANDLE;
    code.int(DEFERRED).set(deferred);
    code.block().repeat().get(deferred).read(Global::Deferred).op(Instruction::I32Eq).op(Instruction::BrIf(1));
    code.get(deferred).load(Width::I32, next).tee(deferred).load(Width::I32, slot_offset).tee(slot);
    code.get(address).op(Instruction::I32Sub).get(size).op(Instruction::I32LtU).when();
    code.get(deferred).get(slot).get(distance).add().store(Width::I32, slot_offset).end();
    code.op(Instruction::Br(0)).end().end();
}

fn give_away(code: &mut Code, resource: usize) {
    let (handle, block) = (0, code.local(I32));
    code.get(handle).call(Import::ResourceRep(resource)).tee(block);
    code.int(1).store(Width::I32, block::GIVEN_AWAY);
    code.get(block)
        .read(Global::GivenAway)
        .store(Width::I32, block::NEXT_GIVEN_AWAY)
        .get(block)
        .write(Global::GivenAway);
    code.get(handle).call(Import::ResourceDrop(resource)).get(block);
}

fn free_given_away(code: &mut Code) {
    let block = code.local(I32);
    code.block().repeat().read(Global::GivenAway).tee(block).op(Instruction::I32Eqz).op(Instruction::BrIf(1));
    code.get(block).load(Width::I32, block::NEXT_GIVEN_AWAY).write(Global::GivenAway);
    code.get(block).call(Resource::Free).op(Instruction::Br(0)).end().end();
}

/// Allocates and fills a block in the local `block`; `uri` pushes the URI's address; `length` and `host_handle` are locals.
fn make_block(code: &mut Code, block: u32, uri: impl Fn(&mut Code), length: u32, host_handle: u32) {
    code.get(length).plus(block::URI).call(Memory::HeapAlloc).tee(block);
    code.get(host_handle).store(Width::I32, block::HOST_HANDLE);
    code.get(block).get(length).store(Width::I32, block::URI_LENGTH);
    code.get(block).int(0).store(Width::I32, block::GIVEN_AWAY);
    code.get(block).plus(block::URI);
    uri(code);
    code.get(length).op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 });
}

fn new(code: &mut Code) {
    let (uri, length, host_handle, block) = (0, 1, 2, code.local(I32));
    make_block(code, block, |code| _ = code.get(uri), length, host_handle);
    code.get(block);
}

fn free(code: &mut Code) {
    code.get(0).load(Width::I32, block::HOST_HANDLE).call(Import::Disconnect);
    code.get(0).call(Resource::FreeBlock);
}

fn free_block(code: &mut Code) {
    code.get(0).get(0).load(Width::I32, block::URI_LENGTH).plus(block::URI).call(Memory::HeapFree);
}
