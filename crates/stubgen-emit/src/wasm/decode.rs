//! Nodes to values: an answer becomes what the canonical ABI returns.
//!
//! Every node is checked before it is read: its index, its kind, that it was not read before, the number of its
//! elements, its case. Strings are not copied: the host has written them into the arena, where they stay until
//! `post-return`. Handles are set down to be connected when the whole answer is read.

use super::Emitter;
use super::code::{Code, Global, Width, index};
use super::encode::flags_width;
use super::host::{RESULT, VARIANT};
use super::memory::Memory;
use super::module::FuncRef;
use super::place::{Slot, tag_width};
use super::resource::Resource;
use super::shape::{Shape, ShapeId};
use super::trap::Trap;
use wasm_encoder::{Instruction, ValType};

const I32: ValType = ValType::I32;

/// The most bytes that a list of an answer may take.
const MAX_LIST: u32 = 1 << 31;

impl Emitter<'_> {
    /// Emits what writes a node as a value at `slot`. `node` pushes the node's address, if it has the tag that it gets.
    pub(super) fn decode(&self, code: &mut Code, shape: ShapeId, node: impl Fn(&mut Code, u32), slot: Slot) {
        let payload = self.host.payload;
        if let Some((_, width)) = self.primitive(shape) {
            code.get(slot.address);
            self.decode_primitive(code, shape, node);
            code.store(width, slot.offset);
            return;
        }
        match self.shapes.shape(shape) {
            Shape::String => {
                code.get(slot.address);
                node(code, self.host.tag("prim-string"));
                code.load(Width::List, payload).store(Width::List, slot.offset);
            }
            Shape::Own(resource) => {
                node(code, self.host.tag("handle"));
                slot.push(code);
                code.int(self.owned_position(*resource)).call(FuncRef::Resource(Resource::Defer));
            }
            Shape::Borrow(_) => unreachable!("a result holds no borrow"),
            _ => {
                node(code, self.composite_tag(shape));
                slot.push(code);
                code.call_reader(FuncRef::Decode(shape));
            }
        }
    }

    /// The kind of node that a composite is.
    fn composite_tag(&self, shape: ShapeId) -> u32 {
        self.host.tag(match self.shapes.shape(shape) {
            Shape::Record(_) => "record-value",
            Shape::Tuple(_) => "tuple-value",
            Shape::List(_) | Shape::FixedList(..) => "list-value",
            Shape::Variant(_) => "variant-value",
            Shape::Option(_) => "option-value",
            Shape::Result(..) => "result-value",
            Shape::Enum(_) => "enum-value",
            Shape::Flags(_) => "flags-value",
            _ => unreachable!("all others are primitive"),
        })
    }

    /// Emits what pushes the value of a node, a number, bool or char.
    pub(super) fn decode_primitive(&self, code: &mut Code, shape: ShapeId, node: impl Fn(&mut Code, u32)) {
        let (tag, width) = self.primitive(shape).expect("a primitive has one node");
        node(code, tag);
        code.load(width, self.host.payload);
        if *self.shapes.shape(shape) == Shape::Char {
            check_char(code);
        }
    }

    /// The function that decodes a composite: the address of its node, then that of the value.
    pub(super) fn decode_function(&self, shape: ShapeId) -> Code {
        let mut code = self.reader(&[I32, I32], &[]);
        let payload = self.host.payload;
        let found = 0;
        let slot = Slot { address: 1, offset: 0 };
        match self.shapes.shape(shape) {
            Shape::Record(parts) | Shape::Tuple(parts) => self.decode_parts(&mut code, shape, parts, found),
            Shape::List(element) => self.decode_list(&mut code, *element, found),
            Shape::FixedList(element, length) => self.decode_fixed_list(&mut code, *element, *length, found),
            Shape::Variant(cases) => self.decode_variant(&mut code, shape, cases, found),
            Shape::Option(some) => {
                code.get(slot.address).get(found).load(Width::U8, payload).store(Width::U8, 0);
                code.get(found).load(Width::U8, payload).when();
                let at = slot.at(self.shapes.facts(shape).payload);
                self.decode_payload(&mut code, *some, found, self.host.option_index, at);
                code.end();
            }
            Shape::Result(ok, err) => {
                let at = slot.at(self.shapes.facts(shape).payload);
                code.get(slot.address).get(found).load(Width::U8, payload).store(Width::U8, 0);
                code.get(found).load(Width::U8, payload).when();
                self.decode_optional(&mut code, *err, found, RESULT, at);
                code.otherwise();
                self.decode_optional(&mut code, *ok, found, RESULT, at);
                code.end();
            }
            Shape::Enum(cases) => {
                code.get(found).load(Width::I32, payload).int(*cases).op(Instruction::I32GeU).fail_if(Trap::WrongCase);
                code.get(slot.address).get(found).load(Width::I32, payload);
                code.store(tag_width(self.shapes.facts(shape).tag), 0);
            }
            Shape::Flags(count) => self.decode_flags(&mut code, shape, *count, found),
            _ => unreachable!("only composites have a function"),
        }
        code.fine();
        code
    }

    /// Checks that the node at `found` has so many elements.
    fn expect_count(&self, code: &mut Code, found: u32, count: u32) {
        code.get(found).load(Width::I32, self.host.payload + self.host.length).int(count);
        code.op(Instruction::I32Ne).fail_if(Trap::WrongCount);
    }

    /// A local with the address of the indices of the node's children.
    fn children(&self, code: &mut Code, found: u32) -> u32 {
        let children = code.local(I32);
        code.get(found).load(Width::I32, self.host.payload).set(children);
        children
    }

    fn decode_parts(&self, code: &mut Code, shape: ShapeId, parts: &[ShapeId], found: u32) {
        let count = index(parts.len());
        self.expect_count(code, found, count);
        let children = self.children(code, found);
        for (number, (part, offset)) in parts.iter().zip(&self.shapes.facts(shape).offsets).enumerate() {
            let child = |code: &mut Code, tag| {
                code.get(children).load(Width::I32, 4 * index(number)).node(tag);
            };
            self.decode(code, *part, child, Slot { address: 1, offset: *offset });
        }
    }

    /// Decodes the children from `next` on until `end` into the elements from `to` on.
    fn decode_elements(&self, code: &mut Code, element: ShapeId, next: u32, end: u32, to: u32) {
        let node = code.local(I32);
        code.block().get(next).get(end).op(Instruction::I32Eq).op(Instruction::BrIf(0)).repeat();
        let child = |code: &mut Code, tag| {
            code.get(next).load(Width::I32, 0).tee(node);
            self.read_node(code, node, |code| code.int(tag));
        };
        self.decode(code, element, child, Slot { address: to, offset: 0 });
        code.get(to).plus(self.shapes.facts(element).size).set(to);
        code.get(next).plus(4).tee(next).get(end).op(Instruction::I32Ne).op(Instruction::BrIf(0)).end().end();
    }

    fn decode_list(&self, code: &mut Code, element: ShapeId, found: u32) {
        let (count, end, to) = (code.local(I32), code.local(I32), code.local(I32));
        let size = self.shapes.facts(element).size;
        code.get(found).load(Width::I32, self.host.payload + self.host.length).tee(count);
        // Memory for all elements is taken before the first is read: no more than a tree of so many nodes can need.
        code.read(Global::NodeCount).op(Instruction::I32GtU).fail_if(Trap::Cycle);
        code.get(count).int(MAX_LIST / size).op(Instruction::I32GtU).trap_if(Trap::OutOfMemory);
        code.get(1).get(count).times(size).call(FuncRef::Memory(Memory::Alloc)).tee(to);
        code.store(Width::I32, 0).get(1).get(count).store(Width::I32, self.host.length);
        let next = self.children(code, found);
        code.get(next).get(count).int(2).op(Instruction::I32Shl).add().set(end);
        self.decode_elements(code, element, next, end, to);
    }

    fn decode_fixed_list(&self, code: &mut Code, element: ShapeId, length: u32, found: u32) {
        let (end, to) = (code.local(I32), code.local(I32));
        self.expect_count(code, found, length);
        let next = self.children(code, found);
        code.get(next).int(4 * length).add().set(end).get(1).set(to);
        self.decode_elements(code, element, next, end, to);
    }

    /// Decodes the payload of a case, whose index lies at `at` in the node.
    fn decode_payload(&self, code: &mut Code, payload: ShapeId, found: u32, at: u32, slot: Slot) {
        let child = |code: &mut Code, tag| {
            code.get(found).load(Width::I32, at).node(tag);
        };
        self.decode(code, payload, child, slot);
    }

    /// Checks that the payload is there if and only if the case has one, and decodes it.
    fn decode_optional(&self, code: &mut Code, payload: Option<ShapeId>, found: u32, kind: usize, slot: Slot) {
        code.get(found).load(Width::U8, self.host.tagged_option[kind]);
        if let Some(payload) = payload {
            code.op(Instruction::I32Eqz).fail_if(Trap::WrongPayload);
            self.decode_payload(code, payload, found, self.host.tagged_index[kind], slot);
        } else {
            code.fail_if(Trap::WrongPayload);
        }
    }

    fn decode_variant(&self, code: &mut Code, shape: ShapeId, cases: &[Option<ShapeId>], found: u32) {
        let case = code.local(I32);
        let count = index(cases.len());
        let slot = Slot { address: 1, offset: self.shapes.facts(shape).payload };
        code.get(found).load(Width::I32, self.host.payload).tee(case);
        code.int(count).op(Instruction::I32GeU).fail_if(Trap::WrongCase);
        code.get(1).get(case).store(tag_width(self.shapes.facts(shape).tag), 0);
        code.get(case);
        code.switch(count, |code, number| {
            self.decode_optional(code, cases[number as usize], found, VARIANT, slot);
        });
    }

    fn decode_flags(&self, code: &mut Code, shape: ShapeId, count: u32, found: u32) {
        self.expect_count(code, found, count);
        let list = self.children(code, found);
        let width = flags_width(self.shapes.facts(shape).size);
        code.get(1).int(0);
        for flag in 0..count {
            code.get(list).load(Width::U8, flag).int(flag).op(Instruction::I32Shl).op(Instruction::I32Or);
        }
        code.store(width, 0);
    }

    /// Emits what pushes the value at `slot` as the one core value that it flattens to.
    pub(super) fn flatten(&self, code: &mut Code, shape: ShapeId, slot: Slot) {
        if let Some((_, width)) = self.primitive(shape) {
            code.get(slot.address).load(width, slot.offset);
            return;
        }
        let facts = self.shapes.facts(shape);
        match self.shapes.shape(shape) {
            Shape::Record(parts) | Shape::Tuple(parts) => self.flatten(code, parts[0], slot.at(facts.offsets[0])),
            Shape::FixedList(element, _) => self.flatten(code, *element, slot),
            Shape::Variant(_) | Shape::Result(..) | Shape::Enum(_) => {
                code.get(slot.address).load(tag_width(facts.tag), slot.offset);
            }
            Shape::Flags(_) => {
                code.get(slot.address).load(flags_width(facts.size), slot.offset);
            }
            Shape::Own(_) => {
                code.get(slot.address).load(Width::I32, slot.offset);
            }
            _ => unreachable!("all others flatten to more than one value"),
        }
    }
}

/// Checks that the number on the stack is a Unicode scalar value.
fn check_char(code: &mut Code) {
    let char = code.local(I32);
    code.tee(char).int(0x11_0000).op(Instruction::I32GeU);
    code.get(char).int(0xD800).op(Instruction::I32Sub).int(0x800).op(Instruction::I32LtU);
    code.op(Instruction::I32Or).fail_if(Trap::InvalidChar);
    code.get(char);
}
