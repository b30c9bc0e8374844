//! Nodes to values: an answer becomes what the canonical ABI returns.
//!
//! Every node is checked before it is read: its index, its kind, that it was not read before, the number of its
//! elements, its case. Strings are not copied: the host has written them into the arena, where they stay until
//! `post-return`. Handles are connected after the whole answer is read.

use super::code::{Code, Width, index};
use super::emitter::Emitter;
use super::layout::Layout;
use super::place::Slot;
use super::shape::{Cases, CasesNode, Composite, Field, Scalar, TypeShape};
use super::symbol::{CompositeId, Function, I32, Memory, ProtocolError, Resource, ValueFunction};
use wasm_encoder::Instruction;

/// The memory that a list of large elements starts with, and the most that it may take: it is moved as it grows, and what
/// it leaves behind is as large as itself.
const FIRST_BYTES: u32 = 1 << 12;
const MAX_BYTES: u32 = (1 << 30) - 16;

/// The parameters of a function that decodes a composite: the addresses of its node and of the value.
const NODE: u32 = 0;
const VALUE: Slot = Slot { address: 1, offset: 0 };

impl Emitter<'_> {
    /// Emits what writes a node as a value at `slot`. `node` pushes the node's address, if it has the tag that it gets.
    pub(super) fn decode(&self, code: &mut Code, shape: TypeShape, node: impl Fn(&mut Code, u32), slot: Slot) {
        match shape {
            TypeShape::Scalar(scalar) => {
                code.get(slot.address);
                self.decode_scalar(code, scalar, node);
                code.store(scalar.width, slot.offset);
            }
            TypeShape::String => {
                code.get(slot.address);
                node(code, self.host.tag("prim-string"));
                code.load(Width::List, self.host.payload).store(Width::List, slot.offset);
            }
            TypeShape::Own(resource) => {
                node(code, self.host.tag("handle"));
                slot.push(code);
                code.int(self.owned_position(resource)).call(Resource::DeferHandle);
            }
            TypeShape::Borrow(_) => unreachable!("a result holds no borrow"),
            TypeShape::Composite(id) => {
                node(code, self.host.tag(self.shapes.composite(id).node()));
                slot.push(code);
                code.call_reader(decoder(id));
            }
        }
    }

    /// Emits what pushes the value of a node, a number, bool or char.
    pub(super) fn decode_scalar(&self, code: &mut Code, scalar: Scalar, node: impl Fn(&mut Code, u32)) {
        node(code, self.host.tag(scalar.node));
        code.load(scalar.width, self.host.payload);
        if scalar == Scalar::CHAR {
            check_char(code);
        }
    }

    /// The position of a resource among those that arrive as handles.
    fn owned_position(&self, resource: usize) -> u32 {
        let position = self.owned.iter().position(|owned| *owned == resource);
        index(position.expect("the resources of all results are known"))
    }

    /// The function that decodes a composite.
    pub(super) fn decode_function(&self, id: CompositeId) -> Code {
        let mut code = self.reader(decoder(id));
        match self.shapes.composite(id) {
            Composite::Record(_, fields) => self.decode_record(&mut code, fields),
            Composite::List(element) => self.decode_list(&mut code, *element),
            Composite::FixedList(element, length) => self.decode_fixed_list(&mut code, *element, *length),
            Composite::Variant(cases) => self.decode_variant(&mut code, cases),
            Composite::Enum(tag, count) => {
                code.get(NODE).load(Width::I32, self.host.payload).int(*count).op(Instruction::I32GeU);
                code.fail_if(ProtocolError::WrongCase);
                code.get(VALUE.address).get(NODE).load(Width::I32, self.host.payload).store(*tag, 0);
            }
            Composite::Flags(width, count) => self.decode_flags(&mut code, *width, *count),
        }
        code.push_ok();
        code
    }

    /// Checks the number of elements of the node.
    fn expect_count(&self, code: &mut Code, count: u32) {
        code.get(NODE).load(Width::I32, self.host.payload + self.host.length).int(count);
        code.op(Instruction::I32Ne).fail_if(ProtocolError::WrongCount);
    }

    /// A local with the address of the indices of the node's children.
    fn child_indices(&self, code: &mut Code) -> u32 {
        let children = code.local(I32);
        code.get(NODE).load(Width::I32, self.host.payload).set(children);
        children
    }

    fn decode_record(&self, code: &mut Code, fields: &[Field]) {
        self.expect_count(code, index(fields.len()));
        let children = self.child_indices(code);
        for (number, field) in fields.iter().enumerate() {
            let child = |code: &mut Code, tag| {
                code.get(children).load(Width::I32, 4 * index(number)).node(tag);
            };
            self.decode(code, field.shape, child, VALUE.at(field.offset));
        }
    }

    fn decode_list(&self, code: &mut Code, element: TypeShape) {
        let count = code.local(I32);
        let Layout { size, least_nodes, .. } = *self.shapes.layout(element);
        code.get(NODE).load(Width::I32, self.host.payload + self.host.length).set(count);
        self.claim_nodes(code, count, least_nodes);
        code.get(VALUE.address).get(count).store(Width::I32, self.host.length);
        // Otherwise the elements take less memory than their nodes.
        if size > least_nodes.saturating_mul(self.host.node) {
            return self.decode_growing_list(code, element, count);
        }
        let (end, to) = (code.local(I32), code.local(I32));
        code.get(VALUE.address).get(count).times(size).call(Memory::Alloc).tee(to).store(Width::I32, 0);
        let next = self.child_indices(code);
        code.get(next).get(count).int(2).op(Instruction::I32Shl).add().set(end);
        self.decode_elements(code, element, next, end, to);
    }

    /// Decodes a list whose elements can be large values of few nodes, such as a large payload that is mostly absent.
    /// The nodes do not bound its memory. So it starts with little, which is doubled whenever it is full of elements
    /// that have been read.
    fn decode_growing_list(&self, code: &mut Code, element: TypeShape, count: u32) {
        let [list, room, wanted, to, end] = [(); 5].map(|()| code.local(I32));
        let Layout { size, owns, .. } = *self.shapes.layout(element);
        let first = (FIRST_BYTES / size).max(1);
        let children = self.child_indices(code);
        let next = code.local(I32);
        code.get(children).set(next);
        code.repeat();
        code.get(room).int(1).op(Instruction::I32Shl).tee(wanted);
        code.int(first).get(wanted).int(first).op(Instruction::I32GtU).op(Instruction::Select).tee(wanted);
        code.get(count).get(wanted).get(count).op(Instruction::I32LtU).op(Instruction::Select).tee(wanted);
        code.int(MAX_BYTES / size).op(Instruction::I32GtU).fail_if(ProtocolError::TooLarge);
        code.get(wanted).times(size).call(Memory::Alloc).tee(to).get(list).get(room).times(size);
        code.op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 });
        if owns {
            code.get(list).get(room).times(size).get(to).get(list).op(Instruction::I32Sub);
            code.call(Resource::MoveDeferred);
        }
        code.get(to).tee(list).get(room).times(size).add().set(to);
        code.get(children).get(wanted).tee(room).int(2).op(Instruction::I32Shl).add().set(end);
        self.decode_elements(code, element, next, end, to);
        code.get(room).get(count).op(Instruction::I32Ne).op(Instruction::BrIf(0)).end();
        code.get(VALUE.address).get(list).store(Width::I32, 0);
    }

    fn decode_fixed_list(&self, code: &mut Code, element: TypeShape, length: u32) {
        let (end, to) = (code.local(I32), code.local(I32));
        self.expect_count(code, length);
        let next = self.child_indices(code);
        code.get(next).int(4 * length).add().set(end).get(VALUE.address).set(to);
        self.decode_elements(code, element, next, end, to);
    }

    /// Decodes the children from `next` on until `end` into the elements from `to` on.
    fn decode_elements(&self, code: &mut Code, element: TypeShape, next: u32, end: u32, to: u32) {
        let node = code.local(I32);
        code.for_each(next, 4, end, |code| {
            let child = |code: &mut Code, tag| {
                code.get(next).load(Width::I32, 0).tee(node);
                self.read_node(code, node, |code| code.int(tag));
            };
            self.decode(code, element, child, Slot { address: to, offset: 0 });
            code.get(to).plus(self.shapes.layout(element).size).set(to);
        });
    }

    fn decode_variant(&self, code: &mut Code, cases: &Cases) {
        if cases.node == CasesNode::Variant {
            let (case, count) = (code.local(I32), index(cases.cases.len()));
            code.get(NODE).load(Width::I32, self.host.payload).tee(case);
            code.int(count).op(Instruction::I32GeU).fail_if(ProtocolError::WrongCase);
            code.get(VALUE.address).get(case).store(cases.tag, 0).get(case);
            code.switch(count, |code, number| self.decode_case(code, cases, number as usize));
            return;
        }
        code.get(VALUE.address).get(NODE).load(Width::U8, self.host.payload).store(cases.tag, 0);
        code.get(NODE).load(Width::U8, self.host.payload).when();
        self.decode_case(code, cases, 1);
        if cases.node == CasesNode::Result {
            code.otherwise();
            self.decode_case(code, cases, 0);
        }
        code.end();
    }

    /// Checks that the node has a payload if and only if the case has one, and decodes it.
    fn decode_case(&self, code: &mut Code, cases: &Cases, number: usize) {
        let (payload, at) = (cases.cases[number], self.host.case(cases.node));
        // An option has a payload if and only if its case is `some`.
        if cases.node != CasesNode::Option {
            code.get(NODE).load(Width::U8, at.is_some);
            if payload.is_some() {
                code.op(Instruction::I32Eqz);
            }
            code.fail_if(ProtocolError::WrongPayload);
        }
        if let Some(payload) = payload {
            let child = |code: &mut Code, tag| {
                code.get(NODE).load(Width::I32, at.index).node(tag);
            };
            self.decode(code, payload, child, VALUE.at(cases.payload));
        }
    }

    fn decode_flags(&self, code: &mut Code, width: Width, count: u32) {
        self.expect_count(code, count);
        let list = self.child_indices(code);
        code.get(VALUE.address).int(0);
        for flag in 0..count {
            code.get(list).load(Width::U8, flag).int(flag).op(Instruction::I32Shl).op(Instruction::I32Or);
        }
        code.store(width, 0);
    }
}

fn decoder(id: CompositeId) -> ValueFunction<'static> {
    ValueFunction { function: Function::Decode(id), value: &[I32, I32], others: &[], results: &[] }
}

/// Checks that the number on the stack is a Unicode scalar value.
fn check_char(code: &mut Code) {
    let char = code.local(I32);
    code.tee(char).int(0x11_0000).op(Instruction::I32GeU);
    code.get(char).int(0xD800).op(Instruction::I32Sub).int(0x800).op(Instruction::I32LtU);
    code.op(Instruction::I32Or).fail_if(ProtocolError::InvalidChar);
    code.get(char);
}
