//! Where a value is while it is encoded, and where a node goes: one routine serves flat parameters and memory.

use super::code::{Code, Width};
use wasm_encoder::{Instruction, ValType};
use wit_parser::Int;

/// Where a function finds the value that it works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// In its parameters, as the canonical ABI flattens it.
    Flat,
    /// In memory, at the address that is its parameter.
    Memory,
}

/// One flat value: a local, and the type that is wanted of it. They differ inside variants, whose cases share locals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flat {
    pub local: u32,
    pub stored: ValType,
    pub wanted: ValType,
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
        let flat = (first..).zip(types).map(|(local, ty)| Flat { local, stored: *ty, wanted: *ty });
        Self::Flat(flat.collect())
    }

    pub(super) fn place(&self) -> Place {
        match self {
            Self::Flat(_) => Place::Flat,
            Self::Memory { .. } => Place::Memory,
        }
    }

    /// A part of the value: `flat` of its flat values from `first` on, or what lies `bytes` further on in memory.
    pub(super) fn part(&self, first: usize, flat: Option<&[ValType]>, bytes: u32) -> Self {
        match self {
            Self::Flat(values) => {
                let types = flat.expect("a part of a flat value is flat");
                let part = values[first..].iter().zip(types);
                Self::Flat(part.map(|(value, wanted)| Flat { wanted: *wanted, ..*value }).collect())
            }
            Self::Memory { address, offset } => Self::Memory { address: *address, offset: offset + bytes },
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

    /// Pushes the one core value at `offset`: a number, a pointer, a discriminant, a handle. Flat, it is number `index`.
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
            Self::Flat(values) if values[0].stored == values[0].wanted => values[0].local,
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
        match (self.stored, self.wanted) {
            (ValType::I64, ValType::I32) => code.op(Instruction::I32WrapI64),
            (ValType::I32, ValType::F32) => code.op(Instruction::F32ReinterpretI32),
            (ValType::I64, ValType::F32) => code.op(Instruction::I32WrapI64).op(Instruction::F32ReinterpretI32),
            (ValType::I64, ValType::F64) => code.op(Instruction::F64ReinterpretI64),
            (stored, wanted) => {
                assert_eq!(stored, wanted, "the canonical ABI joins no other types");
                code
            }
        };
    }
}

/// Width of a discriminant.
pub(super) fn tag_width(tag: Int) -> Width {
    match tag {
        Int::U8 => Width::U8,
        Int::U16 => Width::U16,
        Int::U32 => Width::I32,
        Int::U64 => unreachable!("no discriminant has 64 bits"),
    }
}
