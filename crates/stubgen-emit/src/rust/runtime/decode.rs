//! Nodes to values: what a worker answers.
//!
//! An answer is a tree: each of its nodes is taken once. Whatever is not as the function's type
//! says ends in a panic that names the function.

use crate::rpc::Handle;
use crate::wire::{NodeIndex, WitNode};

/// The answer to a call, while it is read.
pub struct Answer {
    function: &'static str,
    nodes: Vec<Option<WitNode>>,
}

impl Answer {
    /// The answer of `function`.
    pub fn new(function: &'static str, nodes: Vec<WitNode>) -> Self {
        let nodes = nodes.into_iter().map(Some).collect();
        Self { function, nodes }
    }

    /// Reads the answer of a function that has no result.
    pub fn nothing(mut self) {
        let [] = self.tuple(0);
    }

    /// Reads the answer of a function that has a result.
    pub fn result<T: Decode>(mut self) -> T {
        let [result] = self.tuple(0);
        self.decode(result)
    }

    /// Reads the value of the node at `at`.
    pub fn decode<T: Decode>(&mut self, at: NodeIndex) -> T {
        T::decode(self, at)
    }

    /// Takes the node at `at`.
    pub fn take(&mut self, at: NodeIndex) -> WitNode {
        let index = usize::try_from(at).ok();
        match index.and_then(|index| self.nodes.get_mut(index)) {
            Some(node) => match node.take() {
                Some(node) => node,
                None => self.refuse("the nodes are not a tree"),
            },
            None => self.refuse("it refers to a node that is not there"),
        }
    }

    /// Takes a record of `N` fields.
    pub fn record<const N: usize>(&mut self, at: NodeIndex) -> [NodeIndex; N] {
        match self.take(at) {
            WitNode::RecordValue(fields) => self.exactly(fields),
            _ => self.wrong_node(),
        }
    }

    /// Takes a tuple of `N` elements.
    pub fn tuple<const N: usize>(&mut self, at: NodeIndex) -> [NodeIndex; N] {
        match self.take(at) {
            WitNode::TupleValue(elements) => self.exactly(elements),
            _ => self.wrong_node(),
        }
    }

    /// Takes a list.
    pub fn list(&mut self, at: NodeIndex) -> Vec<NodeIndex> {
        match self.take(at) {
            WitNode::ListValue(elements) => elements,
            _ => self.wrong_node(),
        }
    }

    /// Takes a variant: its case, and the node of the payload.
    pub fn variant(&mut self, at: NodeIndex) -> (u32, Option<NodeIndex>) {
        match self.take(at) {
            WitNode::VariantValue(variant) => variant,
            _ => self.wrong_node(),
        }
    }

    /// Takes an enum's case.
    pub fn enumeration(&mut self, at: NodeIndex) -> u32 {
        match self.take(at) {
            WitNode::EnumValue(case) => case,
            _ => self.wrong_node(),
        }
    }

    /// Takes `count` flags, the first to the lowest bit.
    pub fn flags(&mut self, at: NodeIndex, count: usize) -> u32 {
        match self.take(at) {
            WitNode::FlagsValue(flags) if flags.len() == count => {
                let flags = flags.into_iter().rev();
                flags.fold(0, |bits, flag| bits << 1 | u32::from(flag))
            }
            WitNode::FlagsValue(_) => self.wrong_count(),
            _ => self.wrong_node(),
        }
    }

    /// Ends the reading at a case that the type has not, or that has a payload too many or too few.
    pub fn wrong_case(&self) -> ! {
        self.refuse("it holds a case that the type has not")
    }

    fn wrong_node(&self) -> ! {
        self.refuse("it holds a node of another type")
    }

    fn wrong_count(&self) -> ! {
        self.refuse("it holds another number of elements")
    }

    fn exactly<const N: usize>(&self, nodes: Vec<NodeIndex>) -> [NodeIndex; N] {
        match nodes.try_into() {
            Ok(nodes) => nodes,
            Err(_) => self.wrong_count(),
        }
    }

    fn refuse(&self, why: &str) -> ! {
        panic!("the answer of `{}` is malformed: {why}", self.function)
    }
}

/// What can be read from nodes.
pub trait Decode: Sized {
    /// Reads the value of the node at `at`.
    fn decode(answer: &mut Answer, at: NodeIndex) -> Self;
}

macro_rules! primitive {
    ($($ty:ty: $node:ident,)*) => {$(
        impl Decode for $ty {
            fn decode(answer: &mut Answer, at: NodeIndex) -> Self {
                match answer.take(at) {
                    WitNode::$node(value) => value,
                    _ => answer.wrong_node(),
                }
            }
        }
    )*};
}

primitive! {
    bool: PrimBool,
    u8: PrimU8,
    u16: PrimU16,
    u32: PrimU32,
    u64: PrimU64,
    i8: PrimS8,
    i16: PrimS16,
    i32: PrimS32,
    i64: PrimS64,
    f32: PrimFloat32,
    f64: PrimFloat64,
    char: PrimChar,
    String: PrimString,
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Self {
        let elements = answer.list(at).into_iter();
        elements.map(|element| answer.decode(element)).collect()
    }
}

impl<T: Decode, const N: usize> Decode for [T; N] {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Self {
        let elements: [NodeIndex; N] = match answer.list(at).try_into() {
            Ok(elements) => elements,
            Err(_) => answer.wrong_count(),
        };
        elements.map(|element| answer.decode(element))
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Self {
        match answer.take(at) {
            WitNode::OptionValue(value) => value.map(|value| answer.decode(value)),
            _ => answer.wrong_node(),
        }
    }
}

impl<T: Payload, E: Payload> Decode for Result<T, E> {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Self {
        match answer.take(at) {
            WitNode::ResultValue(Ok(value)) => Ok(T::decode_payload(answer, value)),
            WitNode::ResultValue(Err(error)) => Err(E::decode_payload(answer, error)),
            _ => answer.wrong_node(),
        }
    }
}

/// What a `result` carries: a value or, as `()`, nothing.
pub trait Payload: Sized {
    /// Reads the payload at `at`.
    fn decode_payload(answer: &mut Answer, at: Option<NodeIndex>) -> Self;
}

impl<T: Decode> Payload for T {
    fn decode_payload(answer: &mut Answer, at: Option<NodeIndex>) -> Self {
        match at {
            Some(at) => answer.decode(at),
            None => answer.wrong_case(),
        }
    }
}

impl Payload for () {
    fn decode_payload(answer: &mut Answer, at: Option<NodeIndex>) -> Self {
        if at.is_some() {
            answer.wrong_case()
        }
    }
}

impl Decode for Handle {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Self {
        match answer.take(at) {
            WitNode::Handle((uri, id)) => Self { uri, id },
            _ => answer.wrong_node(),
        }
    }
}
