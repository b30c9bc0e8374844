//! The number of nodes of a value, where it depends on the value. They are allocated before the value is encoded.

use super::code::{Code, Width, index};
use super::emitter::Emitter;
use super::place::Source;
use super::shape::{Cases, Composite, Field, TypeShape};
use super::symbol::{Callee, CompositeId, Function, Place, ValueFunction};
use wasm_encoder::{BlockType, Instruction, ValType};

const I32: ValType = ValType::I32;
const I64: ValType = ValType::I64;

impl Emitter<'_> {
    /// Emits what pushes, as an `i64`, how many nodes the value at `source` has.
    pub(super) fn count(&self, code: &mut Code, shape: TypeShape, source: &Source) {
        match (self.exactly(shape), shape) {
            (None, TypeShape::Composite(id)) => self.count_composite(code, id, source),
            (nodes, _) => _ = code.long(nodes.unwrap_or(1)),
        }
    }

    fn count_composite(&self, code: &mut Code, id: CompositeId, source: &Source) {
        if let Composite::List(element) = self.shapes.composite(id)
            && let Some(nodes) = self.exactly(*element)
        {
            source.push_value(code, 1, Width::I32, self.host.length);
            code.op(Instruction::I64ExtendI32U);
            if nodes > 1 {
                code.long(nodes).op(Instruction::I64Mul);
            }
            code.long(1).op(Instruction::I64Add);
            return;
        }
        let place = self.push_composite(code, id, source);
        code.call(self.counter(id, place));
    }

    fn counter(&self, id: CompositeId, place: Place) -> ValueFunction<'_> {
        let value = self.value_params(id, place);
        ValueFunction { function: Function::Count(id, place), value, others: &[], results: &[I64] }
    }

    /// The number of nodes of every value of a type, if it does not depend on the value.
    fn exactly(&self, shape: TypeShape) -> Option<u64> {
        self.shapes.layout(shape).nodes.exactly().map(u64::from)
    }

    /// The function that counts the nodes of a composite at `place`.
    pub(super) fn count_function(&self, id: CompositeId, place: Place) -> Code {
        let counter = self.counter(id, place);
        let mut code = Code::new(counter.signature());
        let source = Source::parameter(place, counter.value);
        match self.shapes.composite(id) {
            Composite::Record(_, fields) => self.count_record(&mut code, fields, &source),
            Composite::List(element) => self.count_list(&mut code, *element),
            Composite::FixedList(element, length) => self.count_fixed_list(&mut code, *element, *length, &source),
            Composite::Variant(cases) => self.count_variant(&mut code, cases, &source),
            Composite::Enum(..) | Composite::Flags(..) => _ = code.long(1),
        }
        code
    }

    fn count_record(&self, code: &mut Code, fields: &[Field], source: &Source) {
        code.long(1 + fields.iter().filter_map(|field| self.exactly(field.shape)).sum::<u64>());
        for field in fields.iter().filter(|field| self.exactly(field.shape).is_none()) {
            self.count(code, field.shape, &self.field(source, field));
            code.op(Instruction::I64Add);
        }
    }

    fn count_list(&self, code: &mut Code, element: TypeShape) {
        let (address, length, end) = (0, 1, code.local(I32));
        code.get(address).get(length).times(self.shapes.layout(element).size).add().set(end);
        self.count_elements(code, element, address, end);
    }

    fn count_fixed_list(&self, code: &mut Code, element: TypeShape, length: u32, source: &Source) {
        match source {
            Source::Flat(_) => {
                code.long(1);
                for number in 0..length {
                    self.count(code, element, &self.element(source, element, number));
                    code.op(Instruction::I64Add);
                }
            }
            Source::Memory { address, .. } => {
                let end = code.local(I32);
                code.get(*address).int(self.shapes.layout(element).size * length).add().set(end);
                self.count_elements(code, element, *address, end);
            }
        }
    }

    /// Counts a list and its elements, from `address` up to `end`.
    fn count_elements(&self, code: &mut Code, element: TypeShape, address: u32, end: u32) {
        let sum = code.local(I64);
        code.long(1).set(sum);
        code.for_each(address, self.shapes.layout(element).size, end, |code| {
            self.count(code, element, &Source::Memory { address, offset: 0 });
            code.get(sum).op(Instruction::I64Add).set(sum);
        });
        code.get(sum);
    }

    fn count_variant(&self, code: &mut Code, cases: &Cases, source: &Source) {
        let count_case = |code: &mut Code, number: usize| match cases.cases[number] {
            Some(payload) => self.count(code, payload, &self.payload(source, cases, payload)),
            None => _ = code.long(0),
        };
        source.push_value(code, 0, cases.tag, 0);
        if cases.cases.len() == 2 {
            code.op(Instruction::If(BlockType::Result(I64)));
            count_case(code, 1);
            code.otherwise();
            count_case(code, 0);
            code.end();
        } else {
            let payload = code.local(I64);
            code.switch(index(cases.cases.len()), |code, number| {
                count_case(code, number as usize);
                code.set(payload);
            });
            code.get(payload);
        }
        code.long(1).op(Instruction::I64Add);
    }
}
