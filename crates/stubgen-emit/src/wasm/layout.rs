//! How a value lies in memory and in parameters, and how many nodes it has.

use super::symbol::Signature;
use wasm_encoder::ValType;
use wit_parser::abi::{WasmSignature, WasmType};

/// The most nodes that are set aside for a value before they are counted.
const MAX_AT_ONCE: u32 = 256;

/// Layout of a type.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub size: u32,
    /// The core types of the value as parameters, if they are few enough.
    pub flat: Option<Vec<ValType>>,
    pub nodes: NodeCount,
    /// The fewest nodes that a value has.
    pub least_nodes: u32,
    /// Whether the type contains own handles.
    pub owns: bool,
}

/// How many nodes a value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodeCount {
    /// Every value has this number.
    Exactly(u32),
    /// It depends on the value and is at most this number.
    AtMost(u32),
    /// It has to be counted.
    Counted,
}

impl NodeCount {
    /// The largest number, if it is known and small.
    pub(super) fn bound(self) -> Option<u32> {
        match self {
            Self::Exactly(count) | Self::AtMost(count) if count <= MAX_AT_ONCE => Some(count),
            _ => None,
        }
    }

    /// The number, if it does not depend on the value.
    pub(super) fn exactly(self) -> Option<u32> {
        match self {
            Self::Exactly(count) => Some(count),
            Self::AtMost(_) | Self::Counted => None,
        }
    }

    /// The nodes of two values together.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Counted, _) | (_, Self::Counted) => Self::Counted,
            (Self::Exactly(a), Self::Exactly(b)) => Self::Exactly(a.saturating_add(b)),
            (Self::Exactly(a) | Self::AtMost(a), Self::Exactly(b) | Self::AtMost(b)) => {
                Self::AtMost(a.saturating_add(b))
            }
        }
    }

    /// The nodes of one of two values.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Counted, _) | (_, Self::Counted) => Self::Counted,
            (Self::Exactly(a), Self::Exactly(b)) if a == b => self,
            (Self::Exactly(a) | Self::AtMost(a), Self::Exactly(b) | Self::AtMost(b)) => Self::AtMost(a.max(b)),
        }
    }

    /// The nodes of `count` values.
    pub(super) fn times(self, count: u32) -> Self {
        match self {
            Self::Exactly(nodes) => Self::Exactly(nodes.saturating_mul(count)),
            Self::AtMost(nodes) => Self::AtMost(nodes.saturating_mul(count)),
            Self::Counted => Self::Counted,
        }
    }
}

/// The 32-bit core type.
pub(super) fn core_type(ty: &WasmType) -> ValType {
    match ty {
        WasmType::I32 | WasmType::Pointer | WasmType::Length => ValType::I32,
        WasmType::I64 | WasmType::PointerOrI64 => ValType::I64,
        WasmType::F32 => ValType::F32,
        WasmType::F64 => ValType::F64,
    }
}

/// The 32-bit core signature.
pub(super) fn core_signature(signature: &WasmSignature) -> Signature {
    let core_types = |types: &[WasmType]| types.iter().map(core_type).collect();
    Signature { params: core_types(&signature.params), results: core_types(&signature.results) }
}
