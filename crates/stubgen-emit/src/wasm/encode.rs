//! Values to nodes: what a caller passes becomes a list of nodes.
//!
//! All nodes of a parameter lie in one list, set aside beforehand. A parent's children are consecutive and come after
//! it, so the list of their indices is a slice of the numbers 0, 1, 2, …, and need not be written.

use super::Emitter;
use super::code::{Code, Global, Width, index};
use super::host::{RESULT, VARIANT};
use super::memory::Memory;
use super::module::FuncRef;
use super::place::{Place, Slot, Source, tag_width};
use super::resource::Resource;
use super::shape::{Nodes, Shape, ShapeId};
use wasm_encoder::{BlockType, Instruction, ValType};

const I32: ValType = ValType::I32;

/// The node of a primitive type: its name, the width in memory, and the width in the node.
fn primitive(shape: &Shape) -> Option<(&'static str, Width)> {
    Some(match shape {
        Shape::Bool => ("prim-bool", Width::U8),
        Shape::U8 => ("prim-u8", Width::U8),
        Shape::U16 => ("prim-u16", Width::U16),
        Shape::U32 => ("prim-u32", Width::I32),
        Shape::U64 => ("prim-u64", Width::I64),
        Shape::S8 => ("prim-s8", Width::S8),
        Shape::S16 => ("prim-s16", Width::S16),
        Shape::S32 => ("prim-s32", Width::I32),
        Shape::S64 => ("prim-s64", Width::I64),
        Shape::F32 => ("prim-float32", Width::F32),
        Shape::F64 => ("prim-float64", Width::F64),
        Shape::Char => ("prim-char", Width::I32),
        _ => return None,
    })
}

impl Emitter<'_> {
    /// The node and width of a number, bool or char.
    pub(super) fn primitive(&self, shape: ShapeId) -> Option<(u32, Width)> {
        primitive(self.shapes.shape(shape)).map(|(node, width)| (self.host.tag(node), width))
    }

    /// Emits what writes the value at `source` as the node at `slot`.
    pub(super) fn encode(&self, code: &mut Code, shape: ShapeId, source: &Source, slot: Slot) {
        let payload = slot.at(self.host.payload);
        if let Some((tag, width)) = self.primitive(shape) {
            self.node(code, slot, tag);
            code.get(payload.address);
            source.push_value(code, 0, width, 0);
            code.store(width, payload.offset);
            return;
        }
        match self.shapes.shape(shape) {
            Shape::String => {
                self.node(code, slot, self.host.tag("prim-string"));
                self.copy_list(code, source, payload);
            }
            Shape::Borrow(_) => {
                source.push_value(code, 0, Width::I32, 0);
                slot.push(code);
                code.call(FuncRef::Resource(Resource::EncodeHandle));
            }
            Shape::Own(resource) => {
                source.push_value(code, 0, Width::I32, 0);
                code.call(FuncRef::Resource(Resource::GiveAway(*resource)));
                slot.push(code);
                code.call(FuncRef::Resource(Resource::EncodeHandle));
            }
            Shape::List(_) => {
                self.push_list(code, source);
                slot.push(code);
                code.call(FuncRef::Encode(shape, Place::Flat));
            }
            _ => {
                source.push(code);
                slot.push(code);
                code.call(FuncRef::Encode(shape, source.place()));
            }
        }
    }

    /// The function that encodes a composite: the value at `place`, then the address of the node.
    pub(super) fn encode_function(&self, shape: ShapeId, place: Place) -> Code {
        let (mut code, source, slot) = self.composite(shape, place, &[I32], &[]);
        match self.shapes.shape(shape) {
            Shape::Record(parts) => self.encode_parts(&mut code, "record-value", shape, parts, &source, slot),
            Shape::Tuple(parts) => self.encode_parts(&mut code, "tuple-value", shape, parts, &source, slot),
            Shape::List(element) => self.encode_list(&mut code, *element, slot),
            Shape::FixedList(element, length) => {
                self.encode_fixed_list(&mut code, *element, *length, &source, slot);
            }
            Shape::Variant(cases) => self.encode_variant(&mut code, shape, cases, &source, slot),
            Shape::Option(some) => self.encode_option(&mut code, shape, *some, &source, slot),
            Shape::Result(ok, err) => self.encode_result(&mut code, shape, [*ok, *err], &source, slot),
            Shape::Enum(_) => {
                self.node(&mut code, slot, self.host.tag("enum-value"));
                code.get(slot.address);
                source.push_value(&mut code, 0, tag_width(self.shapes.facts(shape).tag), 0);
                code.store(Width::I32, self.host.payload);
            }
            Shape::Flags(count) => self.encode_flags(&mut code, shape, *count, &source, slot),
            _ => unreachable!("only composites have a function"),
        }
        code
    }

    /// A function over a value at `place`, with further parameters: its code, the value, and the first of the others.
    pub(super) fn composite(
        &self,
        shape: ShapeId,
        place: Place,
        others: &[ValType],
        results: &[ValType],
    ) -> (Code, Source, Slot) {
        let flat = self.shapes.facts(shape).flat.as_deref();
        let mut params = match place {
            Place::Flat => flat.expect("a value is flat only where it fits").to_vec(),
            Place::Memory => vec![I32],
        };
        let source = match place {
            Place::Flat => Source::locals(0, &params),
            Place::Memory => Source::Memory { address: 0, offset: 0 },
        };
        let slot = Slot { address: index(params.len()), offset: 0 };
        params.extend_from_slice(others);
        (Code::new(&params, results), source, slot)
    }

    /// Writes the discriminant of a node.
    pub(super) fn node(&self, code: &mut Code, slot: Slot, tag: u32) {
        code.get(slot.address).int(tag).store(Width::U8, slot.offset);
    }

    /// Pushes pointer and length of a list or string.
    fn push_list(&self, code: &mut Code, source: &Source) {
        source.push_value(code, 0, Width::I32, 0);
        source.push_value(code, 1, Width::I32, self.host.length);
    }

    /// Writes pointer and length of a list or string.
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

    /// Writes a node with so many children and takes nodes for them; the local with the address of the first.
    fn parent(&self, code: &mut Code, tag: &str, slot: Slot, children: u32) -> u32 {
        let first = code.local(I32);
        let payload = slot.at(self.host.payload);
        self.node(code, slot, self.host.tag(tag));
        code.get(payload.address).read(Global::NextIndex).store(Width::I32, payload.offset);
        code.get(payload.address).int(children).store(Width::I32, payload.offset + self.host.length);
        code.read(Global::NextNode).tee(first).plus(children * self.host.node).write(Global::NextNode);
        code.advance(Global::NextIndex, 4 * children);
        first
    }

    fn encode_parts(&self, code: &mut Code, tag: &str, shape: ShapeId, parts: &[ShapeId], source: &Source, slot: Slot) {
        let children = self.parent(code, tag, slot, index(parts.len()));
        let mut first = 0;
        for (number, (part, offset)) in parts.iter().zip(&self.shapes.facts(shape).offsets).enumerate() {
            let flat = self.shapes.facts(*part).flat.as_deref();
            let child = Slot { address: children, offset: index(number) * self.host.node };
            self.encode(code, *part, &source.part(first, flat, *offset), child);
            first += flat.map_or(0, <[ValType]>::len);
        }
    }

    /// Encodes the elements from `address` on into the nodes from `child` on, until that is `end`.
    fn encode_elements(&self, code: &mut Code, element: ShapeId, address: u32, child: u32, end: u32) {
        code.block().get(child).get(end).op(Instruction::I32Eq).op(Instruction::BrIf(0)).repeat();
        let slot = Slot { address: child, offset: 0 };
        self.encode(code, element, &Source::Memory { address, offset: 0 }, slot);
        code.get(address).plus(self.shapes.facts(element).size).set(address);
        code.get(child).plus(self.host.node).tee(child).get(end).op(Instruction::I32Ne);
        code.op(Instruction::BrIf(0)).end().end();
    }

    fn encode_list(&self, code: &mut Code, element: ShapeId, slot: Slot) {
        let (address, length) = (0, 1);
        let (child, end) = (code.local(I32), code.local(I32));
        let payload = slot.at(self.host.payload);
        self.node(code, slot, self.host.tag("list-value"));
        code.get(payload.address).read(Global::NextIndex).store(Width::I32, payload.offset);
        code.get(payload.address).get(length).store(Width::I32, payload.offset + self.host.length);
        code.read(Global::NextIndex).get(length).int(2).op(Instruction::I32Shl).add().write(Global::NextIndex);
        code.read(Global::NextNode).tee(child).get(length).times(self.host.node).add();
        code.tee(end).write(Global::NextNode);
        self.encode_elements(code, element, address, child, end);
    }

    fn encode_fixed_list(&self, code: &mut Code, element: ShapeId, length: u32, source: &Source, slot: Slot) {
        let children = self.parent(code, "list-value", slot, length);
        match source {
            Source::Flat(_) => {
                let flat = self.shapes.facts(element).flat.clone().expect("elements of a flat list are flat");
                for number in 0..length {
                    let child = Slot { address: children, offset: number * self.host.node };
                    let part = source.part(number as usize * flat.len(), Some(&flat), 0);
                    self.encode(code, element, &part, child);
                }
            }
            Source::Memory { address, .. } => {
                let end = code.local(I32);
                code.get(children).int(length * self.host.node).add().set(end);
                self.encode_elements(code, element, *address, children, end);
            }
        }
    }

    /// Writes the index of a new node at `to` and encodes the payload of a case into it.
    fn encode_payload(&self, code: &mut Code, shape: ShapeId, payload: ShapeId, source: &Source, to: Slot) {
        let child = code.local(I32);
        code.get(to.address).read(Global::NextIndex).load(Width::I32, 0).store(Width::I32, to.offset);
        code.advance(Global::NextIndex, 4);
        code.read(Global::NextNode).tee(child).plus(self.host.node).write(Global::NextNode);
        let part = source.part(1, self.shapes.facts(payload).flat.as_deref(), self.shapes.facts(shape).payload);
        self.encode(code, payload, &part, Slot { address: child, offset: 0 });
    }

    /// Writes whether there is a payload, and the payload if there is one.
    fn encode_optional(
        &self,
        code: &mut Code,
        shape: ShapeId,
        payload: Option<ShapeId>,
        source: &Source,
        slot: Slot,
        kind: usize,
    ) {
        let present = u32::from(payload.is_some());
        code.get(slot.address).int(present).store(Width::U8, slot.offset + self.host.tagged_option[kind]);
        if let Some(payload) = payload {
            self.encode_payload(code, shape, payload, source, slot.at(self.host.tagged_index[kind]));
        }
    }

    fn encode_variant(&self, code: &mut Code, shape: ShapeId, cases: &[Option<ShapeId>], source: &Source, slot: Slot) {
        let case = code.local(I32);
        self.node(code, slot, self.host.tag("variant-value"));
        code.get(slot.address);
        source.push_value(code, 0, tag_width(self.shapes.facts(shape).tag), 0);
        code.tee(case).store(Width::I32, slot.offset + self.host.payload);
        code.get(case);
        code.switch(index(cases.len()), |code, number| {
            self.encode_optional(code, shape, cases[number as usize], source, slot, VARIANT);
        });
    }

    fn encode_result(&self, code: &mut Code, shape: ShapeId, cases: [Option<ShapeId>; 2], source: &Source, slot: Slot) {
        self.node(code, slot, self.host.tag("result-value"));
        code.get(slot.address);
        source.push_value(code, 0, Width::U8, 0);
        code.store(Width::U8, slot.offset + self.host.payload);
        source.push_value(code, 0, Width::U8, 0);
        code.when();
        self.encode_optional(code, shape, cases[1], source, slot, RESULT);
        code.otherwise();
        self.encode_optional(code, shape, cases[0], source, slot, RESULT);
        code.end();
    }

    fn encode_option(&self, code: &mut Code, shape: ShapeId, some: ShapeId, source: &Source, slot: Slot) {
        self.node(code, slot, self.host.tag("option-value"));
        code.get(slot.address);
        source.push_value(code, 0, Width::U8, 0);
        code.store(Width::U8, slot.offset + self.host.payload);
        source.push_value(code, 0, Width::U8, 0);
        code.when();
        self.encode_payload(code, shape, some, source, slot.at(self.host.option_index));
        code.end();
    }

    fn encode_flags(&self, code: &mut Code, shape: ShapeId, count: u32, source: &Source, slot: Slot) {
        let (list, bits) = (code.local(I32), code.local(I32));
        let payload = slot.at(self.host.payload);
        self.node(code, slot, self.host.tag("flags-value"));
        code.get(payload.address).int(count).call(FuncRef::Memory(Memory::Alloc)).tee(list);
        code.store(Width::I32, payload.offset);
        code.get(payload.address).int(count).store(Width::I32, payload.offset + self.host.length);
        source.push_value(code, 0, flags_width(self.shapes.facts(shape).size), 0);
        code.set(bits);
        for flag in 0..count {
            code.get(list).get(bits);
            if flag > 0 {
                code.int(flag).op(Instruction::I32ShrU);
            }
            code.int(1).op(Instruction::I32And).store(Width::U8, flag);
        }
    }

    /// Emits what pushes, as an `i64`, how many nodes the value at `source` has.
    pub(super) fn count(&self, code: &mut Code, shape: ShapeId, source: &Source) {
        if let Some(nodes) = self.exactly(shape) {
            code.long(nodes);
            return;
        }
        match self.shapes.shape(shape) {
            Shape::List(element) => match self.exactly(*element) {
                Some(nodes) => {
                    source.push_value(code, 1, Width::I32, self.host.length);
                    code.op(Instruction::I64ExtendI32U);
                    if nodes > 1 {
                        code.long(nodes).op(Instruction::I64Mul);
                    }
                    code.long(1).op(Instruction::I64Add);
                }
                None => {
                    self.push_list(code, source);
                    code.call(FuncRef::Count(shape, Place::Flat));
                }
            },
            _ => {
                source.push(code);
                code.call(FuncRef::Count(shape, source.place()));
            }
        }
    }

    /// How many nodes each value has, if they are always as many.
    fn exactly(&self, shape: ShapeId) -> Option<u64> {
        match self.shapes.facts(shape).nodes {
            Nodes::Exactly(nodes) => Some(nodes.into()),
            Nodes::AtMost(_) | Nodes::Counted => None,
        }
    }

    /// The function that counts the nodes of a composite at `place`, where they are not always as many.
    pub(super) fn count_function(&self, shape: ShapeId, place: Place) -> Code {
        let (mut code, source, _) = self.composite(shape, place, &[], &[ValType::I64]);
        match self.shapes.shape(shape) {
            Shape::Record(parts) | Shape::Tuple(parts) => self.count_parts(&mut code, shape, parts, &source),
            Shape::List(element) => {
                let end = code.local(I32);
                code.get(0).get(1).times(self.shapes.facts(*element).size).add().set(end);
                self.count_elements(&mut code, *element, 0, end);
            }
            Shape::FixedList(element, length) => match &source {
                Source::Flat(_) => self.count_parts(&mut code, shape, &vec![*element; *length as usize], &source),
                Source::Memory { address, .. } => {
                    let end = code.local(I32);
                    code.get(*address).int(self.shapes.facts(shape).size).add().set(end);
                    self.count_elements(&mut code, *element, *address, end);
                }
            },
            Shape::Variant(cases) => self.count_cases(&mut code, shape, cases, &source),
            Shape::Option(some) => self.count_cases(&mut code, shape, &[None, Some(*some)], &source),
            Shape::Result(ok, err) => self.count_cases(&mut code, shape, &[*ok, *err], &source),
            _ => unreachable!("the number of nodes of all others is known"),
        }
        code
    }

    fn count_parts(&self, code: &mut Code, shape: ShapeId, parts: &[ShapeId], source: &Source) {
        let (mut first, offsets) = (0, &self.shapes.facts(shape).offsets);
        code.long(1 + parts.iter().filter_map(|part| self.exactly(*part)).sum::<u64>());
        for (number, part) in parts.iter().enumerate() {
            let flat = self.shapes.facts(*part).flat.as_deref();
            if self.exactly(*part).is_none() {
                let offset = offsets.get(number).copied().unwrap_or(0);
                self.count(code, *part, &source.part(first, flat, offset));
                code.op(Instruction::I64Add);
            }
            first += flat.map_or(0, <[ValType]>::len);
        }
    }

    /// Counts a list and its elements, from `address` up to `end`.
    fn count_elements(&self, code: &mut Code, element: ShapeId, address: u32, end: u32) {
        let sum = code.local(ValType::I64);
        code.long(1).set(sum);
        code.block().get(address).get(end).op(Instruction::I32Eq).op(Instruction::BrIf(0)).repeat();
        self.count(code, element, &Source::Memory { address, offset: 0 });
        code.get(sum).op(Instruction::I64Add).set(sum);
        code.get(address).plus(self.shapes.facts(element).size).tee(address).get(end).op(Instruction::I32Ne);
        code.op(Instruction::BrIf(0)).end().end().get(sum);
    }

    fn count_cases(&self, code: &mut Code, shape: ShapeId, cases: &[Option<ShapeId>], source: &Source) {
        let count = |code: &mut Code, payload: Option<ShapeId>| match payload {
            Some(payload) => {
                let facts = self.shapes.facts(payload);
                let part = source.part(1, facts.flat.as_deref(), self.shapes.facts(shape).payload);
                self.count(code, payload, &part);
            }
            None => {
                code.long(0);
            }
        };
        source.push_value(code, 0, tag_width(self.shapes.facts(shape).tag), 0);
        if let [first, second] = *cases {
            code.op(Instruction::If(BlockType::Result(ValType::I64)));
            count(code, second);
            code.otherwise();
            count(code, first);
            code.end();
        } else {
            let payload = code.local(ValType::I64);
            code.switch(index(cases.len()), |code, number| {
                count(code, cases[number as usize]);
                code.set(payload);
            });
            code.get(payload);
        }
        code.long(1).op(Instruction::I64Add);
    }
}

/// Width of flags that take `size` bytes.
pub(super) fn flags_width(size: u32) -> Width {
    match size {
        1 => Width::U8,
        2 => Width::U16,
        _ => Width::I32,
    }
}
