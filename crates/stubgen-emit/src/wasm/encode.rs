//! Values to nodes: what a caller passes becomes a list of nodes.
//!
//! All nodes of a parameter lie in one list, which is allocated first. A parent's children are consecutive and come
//! after it, so the list of their indices is a slice of the numbers 0, 1, 2, …, and is not written.

use super::code::{Code, Width, index};
use super::emitter::Emitter;
use super::place::{Slot, Source};
use super::shape::{Cases, CasesNode, Composite, Field, TypeShape};
use super::symbol::{Callee, CompositeId, Function, Global, Memory, Place, Resource, ValueFunction};
use wasm_encoder::{Instruction, ValType};

const I32: ValType = ValType::I32;

impl Emitter<'_> {
    /// Emits what writes the value at `source` as the node at `slot`.
    pub(super) fn encode(&self, code: &mut Code, shape: TypeShape, source: &Source, slot: Slot) {
        let payload = slot.at(self.host.payload);
        match shape {
            TypeShape::Scalar(scalar) => {
                self.write_tag(code, slot, scalar.node);
                code.get(payload.address);
                source.push_value(code, 0, scalar.width, 0);
                code.store(scalar.width, payload.offset);
            }
            TypeShape::String => {
                self.write_tag(code, slot, "prim-string");
                self.copy_list(code, source, payload);
            }
            TypeShape::Borrow(_) => {
                source.push_value(code, 0, Width::I32, 0);
                slot.push(code);
                code.call(Resource::EncodeHandle);
            }
            TypeShape::Own(resource) => {
                source.push_value(code, 0, Width::I32, 0);
                code.call(Resource::GiveAway(resource));
                slot.push(code);
                code.call(Resource::EncodeHandle);
            }
            TypeShape::Composite(id) => {
                let place = self.push_composite(code, id, source);
                slot.push(code);
                code.call(self.encoder(id, place));
            }
        }
    }

    /// Pushes the value that a function of a composite takes. A list is always passed by pointer and length.
    pub(super) fn push_composite(&self, code: &mut Code, id: CompositeId, source: &Source) -> Place {
        if let Composite::List(_) = self.shapes.composite(id) {
            source.push_value(code, 0, Width::I32, 0);
            source.push_value(code, 1, Width::I32, self.host.length);
            return Place::Flat;
        }
        source.push(code);
        source.place()
    }

    fn encoder(&self, id: CompositeId, place: Place) -> ValueFunction<'_> {
        let value = self.value_params(id, place);
        ValueFunction { function: Function::Encode(id, place), value, others: &[I32], results: &[] }
    }

    /// The function that encodes a composite: the value at `place`, then the address of the node.
    pub(super) fn encode_function(&self, id: CompositeId, place: Place) -> Code {
        let encoder = self.encoder(id, place);
        let mut code = Code::new(encoder.signature());
        let source = Source::parameter(place, encoder.value);
        let slot = Slot { address: index(encoder.value.len()), offset: 0 };
        let composite = self.shapes.composite(id);
        self.write_tag(&mut code, slot, composite.node());
        match composite {
            Composite::Record(_, fields) => self.encode_record(&mut code, fields, &source, slot),
            Composite::List(element) => self.encode_list(&mut code, *element, slot),
            Composite::FixedList(element, length) => {
                self.encode_fixed_list(&mut code, *element, *length, &source, slot);
            }
            Composite::Variant(cases) => self.encode_variant(&mut code, cases, &source, slot),
            Composite::Enum(tag, _) => {
                code.get(slot.address);
                source.push_value(&mut code, 0, *tag, 0);
                code.store(Width::I32, self.host.payload);
            }
            Composite::Flags(width, count) => self.encode_flags(&mut code, *width, *count, &source, slot),
        }
        code
    }

    /// Writes the discriminant of a node.
    pub(super) fn write_tag(&self, code: &mut Code, slot: Slot, node: &str) {
        code.get(slot.address).int(self.host.tag(node)).store(Width::U8, slot.offset);
    }

    /// Writes pointer and length of a string.
    fn copy_list(&self, code: &mut Code, source: &Source, to: Slot) {
        code.get(to.address);
        if let Source::Memory { address, offset } = source {
            code.get(*address).load(Width::List, *offset).store(Width::List, to.offset);
            return;
        }
        source.push_value(code, 0, Width::I32, 0);
        code.store(Width::I32, to.offset).get(to.address);
        source.push_value(code, 1, Width::I32, self.host.length);
        code.store(Width::I32, to.offset + self.host.length);
    }

    /// Takes the next `count` nodes as children; returns the local with the address of the first.
    fn children(&self, code: &mut Code, slot: Slot, count: u32) -> u32 {
        let first = code.local(I32);
        let payload = slot.at(self.host.payload);
        code.get(payload.address).read(Global::NextIndex).store(Width::I32, payload.offset);
        code.get(payload.address).int(count).store(Width::I32, payload.offset + self.host.length);
        code.read(Global::NextNode).tee(first).plus(count * self.host.node).write(Global::NextNode);
        code.advance(Global::NextIndex, 4 * count);
        first
    }

    fn encode_record(&self, code: &mut Code, fields: &[Field], source: &Source, slot: Slot) {
        let first = self.children(code, slot, index(fields.len()));
        for (number, field) in fields.iter().enumerate() {
            let child = Slot { address: first, offset: index(number) * self.host.node };
            self.encode(code, field.shape, &self.field(source, field), child);
        }
    }

    fn encode_list(&self, code: &mut Code, element: TypeShape, slot: Slot) {
        let (address, length) = (0, 1);
        let (child, end) = (code.local(I32), code.local(I32));
        let payload = slot.at(self.host.payload);
        code.get(payload.address).read(Global::NextIndex).store(Width::I32, payload.offset);
        code.get(payload.address).get(length).store(Width::I32, payload.offset + self.host.length);
        code.read(Global::NextIndex).get(length).int(2).op(Instruction::I32Shl).add().write(Global::NextIndex);
        code.read(Global::NextNode).tee(child).get(length).times(self.host.node).add();
        code.tee(end).write(Global::NextNode);
        self.encode_elements(code, element, address, child, end);
    }

    fn encode_fixed_list(&self, code: &mut Code, element: TypeShape, length: u32, source: &Source, slot: Slot) {
        let first = self.children(code, slot, length);
        match source {
            Source::Flat(_) => {
                for number in 0..length {
                    let child = Slot { address: first, offset: number * self.host.node };
                    self.encode(code, element, &self.element(source, element, number), child);
                }
            }
            Source::Memory { address, .. } => {
                let end = code.local(I32);
                code.get(first).int(length * self.host.node).add().set(end);
                self.encode_elements(code, element, *address, first, end);
            }
        }
    }

    /// Encodes the elements from `address` on into the nodes from `child` on, until that is `end`.
    fn encode_elements(&self, code: &mut Code, element: TypeShape, address: u32, child: u32, end: u32) {
        code.for_each(child, self.host.node, end, |code| {
            let slot = Slot { address: child, offset: 0 };
            self.encode(code, element, &Source::Memory { address, offset: 0 }, slot);
            code.get(address).plus(self.shapes.layout(element).size).set(address);
        });
    }

    fn encode_variant(&self, code: &mut Code, cases: &Cases, source: &Source, slot: Slot) {
        let at = self.host.case(cases.node);
        let encode_case = |code: &mut Code, number: usize| {
            let payload = cases.cases[number];
            if cases.node != CasesNode::Option {
                code.get(slot.address).int(payload.is_some().into()).store(Width::U8, slot.offset + at.is_some);
            }
            if let Some(payload) = payload {
                self.encode_payload(code, payload, &self.payload(source, cases, payload), slot.at(at.index));
            }
        };
        code.get(slot.address);
        source.push_value(code, 0, cases.tag, 0);
        if cases.node == CasesNode::Variant {
            let case = code.local(I32);
            code.tee(case).store(Width::I32, slot.offset + self.host.payload).get(case);
            code.switch(index(cases.cases.len()), |code, number| encode_case(code, number as usize));
            return;
        }
        code.store(Width::U8, slot.offset + self.host.payload);
        source.push_value(code, 0, cases.tag, 0);
        code.when();
        encode_case(code, 1);
        if cases.node == CasesNode::Result {
            code.otherwise();
            encode_case(code, 0);
        }
        code.end();
    }

    /// Writes the index of a new node at `to` and encodes the payload of a case into it.
    fn encode_payload(&self, code: &mut Code, payload: TypeShape, source: &Source, to: Slot) {
        let child = code.local(I32);
        code.get(to.address).read(Global::NextIndex).load(Width::I32, 0).store(Width::I32, to.offset);
        code.advance(Global::NextIndex, 4);
        code.read(Global::NextNode).tee(child).plus(self.host.node).write(Global::NextNode);
        self.encode(code, payload, source, Slot { address: child, offset: 0 });
    }

    fn encode_flags(&self, code: &mut Code, width: Width, count: u32, source: &Source, slot: Slot) {
        let (list, bits) = (code.local(I32), code.local(I32));
        let payload = slot.at(self.host.payload);
        code.get(payload.address).int(count).call(Memory::Alloc).tee(list);
        code.store(Width::I32, payload.offset);
        code.get(payload.address).int(count).store(Width::I32, payload.offset + self.host.length);
        source.push_value(code, 0, width, 0);
        code.set(bits);
        for flag in 0..count {
            code.get(list).get(bits);
            if flag > 0 {
                code.int(flag).op(Instruction::I32ShrU);
            }
            code.int(1).op(Instruction::I32And).store(Width::U8, flag);
        }
    }
}
