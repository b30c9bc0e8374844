//! Where a value is while it is encoded, and where a node goes: one routine serves flat parameters and memory.

use super::code::{Code, Width};
use super::layout::Layout;
use super::symbol::Place;
use wasm_encoder::{Instruction, ValType};

/// One flat value: a local, and the type that it is read as. They differ inside variants, whose cases share locals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flat {
    pub local: u32,
    pub stored: ValType,
    pub expected: ValType,
}

/// A value, ready to be read.
#[derive(Debug, Clone)]
pub(super) enum Source {
    Flat(Vec<Flat>),
    Memory { address: u32, offset: u32 },
}

/// Where something is written: an address in a local, and an offset.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub address: u32,
    pub offset: u32,
}

impl Slot {
    /// So many bytes further on.
    pub(super) fn at(self, offset: u32) -> Self {
        Self { offset: self.offset + offset, ..self }
    }

    /// Pushes the address.
    pub(super) fn push(self, code: &mut Code) {
        code.get(self.address).plus(self.offset);
    }
}

impl Source {
    /// The flat values of consecutive locals of these types.
    pub(super) fn locals(first: u32, types: &[ValType]) -> Self {
        let flat = (first..).zip(types).map(|(local, ty)| Flat { local, stored: *ty, expected: *ty });
        Self::Flat(flat.collect())
    }

    pub(super) fn place(&self) -> Place {
        match self {
            Self::Flat(_) => Place::Flat,
            Self::Memory { .. } => Place::Memory,
        }
    }

    /// The value that a function for `place` takes as its first parameter or parameters, of these types.
    pub(super) fn parameter(place: Place, types: &[ValType]) -> Self {
        match place {
            Place::Flat => Self::locals(0, types),
            Place::Memory => Self::Memory { address: 0, offset: 0 },
        }
    }

    /// A part of the value, whose flat values start at `first`, or which lies at `offset` in memory.
    pub(super) fn part(&self, layout: &Layout, first: usize, offset: u32) -> Self {
        match self {
            Self::Flat(values) => {
                let types = layout.flat.as_ref().expect("a part of a flat value is flat");
                let part = values[first..].iter().zip(types);
                Self::Flat(part.map(|(value, expected)| Flat { expected: *expected, ..*value }).collect())
            }
            Self::Memory { address, offset: base } => Self::Memory { address: *address, offset: base + offset },
        }
    }

    /// Pushes what a function for this place takes: the flat values, or the address.
    pub(super) fn push(&self, code: &mut Code) {
        match self {
            Self::Flat(values) => values.iter().for_each(|value| value.push(code)),
            Self::Memory { address, offset } => {
                code.get(*address).plus(*offset);
            }
        }
    }

    /// Pushes the core value at `offset`: a number, a pointer, a discriminant, a handle. Flat, it is number `index`.
    pub(super) fn push_value(&self, code: &mut Code, index: usize, width: Width, offset: u32) {
        match self {
            Self::Flat(values) => values[index].push(code),
            Self::Memory { address, offset: base } => {
                code.get(*address).load(width, base + offset);
            }
        }
    }

    /// A local with the first core value, an `i32`.
    pub(super) fn in_local(&self, code: &mut Code) -> u32 {
        match self {
            Self::Flat(values) if values[0].stored == values[0].expected => values[0].local,
            Self::Flat(_) | Self::Memory { .. } => {
                let local = code.local(ValType::I32);
                self.push_value(code, 0, Width::I32, 0);
                code.set(local);
                local
            }
        }
    }
}

impl Flat {
    fn push(self, code: &mut Code) {
        code.get(self.local);
        match (self.stored, self.expected) {
            (ValType::I64, ValType::I32) => code.op(Instruction::I32WrapI64),
            (ValType::I32, ValType::F32) => code.op(Instruction::F32ReinterpretI32),
            (ValType::I64, ValType::F32) => code.op(Instruction::I32WrapI64).op(Instruction::F32ReinterpretI32),
            (ValType::I64, ValType::F64) => code.op(Instruction::F64ReinterpretI64),
            (stored, expected) => {
                assert_eq!(stored, expected, "the canonical ABI joins no other types");
                code
            }
        };
    }
}
