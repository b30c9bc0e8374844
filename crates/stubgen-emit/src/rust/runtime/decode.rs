//! Nodes to values: the answers of workers.
//!
//! An answer is a tree: each of its nodes is taken once. It is decoded completely before its use.
//! Decoding ends at the first node that does not match the type of the function's result.

use crate::rpc::{Handle, Remote, Worker};
use crate::wire::{NodeIndex, Uri, WitNode};

/// Why an answer cannot be decoded.
#[derive(Clone, Copy, Debug)]
pub struct Malformed(pub &'static str);

impl Malformed {
    /// A node of the wrong type, such as a record instead of a list.
    pub const KIND: Self = Self("wrong type of a node in the response");
    /// An index beyond the last node.
    pub const INDEX: Self = Self("node index out of range in the response");
    /// A second reference to a node.
    pub const TREE: Self = Self("the nodes of the response are not a tree");
    /// A case beyond the last one.
    pub const CASE: Self = Self("unknown case in the response");
    /// Too few or too many fields, elements or flags.
    pub const COUNT: Self = Self("wrong number of elements in the response");
    /// A list that does not fit into memory.
    pub const SIZE: Self = Self("a list in the response is too large");
    /// A missing or an unexpected payload.
    pub const PAYLOAD: Self = Self("missing or unexpected payload of a case in the response");
}

/// The answer to a call, while it is decoded.
pub struct Answer {
    nodes: Vec<Option<WitNode>>,
    /// The number of nodes that no list has claimed for its elements.
    unclaimed: usize,
    unconnected: Vec<(Worker, Uri)>,
}

impl Answer {
    /// An answer of these nodes.
    pub fn new(nodes: Vec<WitNode>) -> Self {
        Self {
            unclaimed: nodes.len(),
            nodes: nodes.into_iter().map(Some).collect(),
            unconnected: Vec::new(),
        }
    }

    /// Decodes the answer of a function without a result.
    pub fn nothing(mut self) -> Result<(), Malformed> {
        let [] = self.tuple(0)?;
        Ok(())
    }

    /// Decodes the answer of a function with a result, and connects the resources in it.
    pub fn result<T: Decode>(mut self) -> Result<T, Malformed> {
        let [result] = self.tuple(0)?;
        let result = self.decode(result)?;
        for (worker, uri) in &self.unconnected {
            worker.establish(uri);
        }
        Ok(result)
    }

    /// Decodes the value of the node at `at`.
    pub fn decode<T: Decode>(&mut self, at: NodeIndex) -> Result<T, Malformed> {
        T::decode(self, at)
    }

    /// Decodes a resource, which is connected when the whole answer is decoded. `drop` is the name
    /// of the resource's drop function in its worker.
    pub fn remote(&mut self, at: NodeIndex, drop: &'static str) -> Result<Remote, Malformed> {
        let handle: Handle = self.decode(at)?;
        let worker = Worker::unconnected();
        self.unconnected.push((worker.clone(), handle.uri.clone()));
        Ok(Remote::new(worker, handle, drop))
    }

    /// Takes the node at `at`.
    pub fn take(&mut self, at: NodeIndex) -> Result<WitNode, Malformed> {
        let index = usize::try_from(at).ok();
        match index.and_then(|index| self.nodes.get_mut(index)) {
            Some(node) => node.take().ok_or(Malformed::TREE),
            None => Err(Malformed::INDEX),
        }
    }

    /// Takes a record of `N` fields.
    pub fn record<const N: usize>(&mut self, at: NodeIndex) -> Result<[NodeIndex; N], Malformed> {
        match self.take(at)? {
            WitNode::RecordValue(fields) => exactly(fields),
            _ => Err(Malformed::KIND),
        }
    }

    /// Takes a tuple of `N` elements.
    pub fn tuple<const N: usize>(&mut self, at: NodeIndex) -> Result<[NodeIndex; N], Malformed> {
        match self.take(at)? {
            WitNode::TupleValue(elements) => exactly(elements),
            _ => Err(Malformed::KIND),
        }
    }

    /// Takes a list.
    pub fn list(&mut self, at: NodeIndex) -> Result<Vec<NodeIndex>, Malformed> {
        match self.take(at)? {
            WitNode::ListValue(elements) => Ok(elements),
            _ => Err(Malformed::KIND),
        }
    }

    /// Claims the nodes of `count` elements that have at least `least` nodes each. A node belongs to
    /// one element, so the lists of an answer claim no more nodes than it has.
    fn claim(&mut self, count: usize, least: usize) -> Result<(), Malformed> {
        let unclaimed = count.checked_mul(least);
        let unclaimed = unclaimed.and_then(|claimed| self.unclaimed.checked_sub(claimed));
        self.unclaimed = unclaimed.ok_or(Malformed::TREE)?;
        Ok(())
    }

    /// Takes a variant: its case, and the node of the payload.
    pub fn variant(&mut self, at: NodeIndex) -> Result<(u32, Option<NodeIndex>), Malformed> {
        match self.take(at)? {
            WitNode::VariantValue(variant) => Ok(variant),
            _ => Err(Malformed::KIND),
        }
    }

    /// Takes an enum's case.
    pub fn enumeration(&mut self, at: NodeIndex) -> Result<u32, Malformed> {
        match self.take(at)? {
            WitNode::EnumValue(case) => Ok(case),
            _ => Err(Malformed::KIND),
        }
    }

    /// Takes `count` flags. The first is the lowest bit.
    pub fn flags(&mut self, at: NodeIndex, count: usize) -> Result<u32, Malformed> {
        match self.take(at)? {
            WitNode::FlagsValue(flags) if flags.len() == count => {
                let flags = flags.into_iter().rev();
                Ok(flags.fold(0, |bits, flag| bits << 1 | u32::from(flag)))
            }
            WitNode::FlagsValue(_) => Err(Malformed::COUNT),
            _ => Err(Malformed::KIND),
        }
    }
}

fn exactly<T, const N: usize>(elements: Vec<T>) -> Result<[T; N], Malformed> {
    elements.try_into().map_err(|_| Malformed::COUNT)
}

/// A value that can be decoded from nodes.
pub trait Decode: Sized {
    /// The fewest nodes that a value has.
    const LEAST_NODES: usize = 1;

    /// Decodes the value of the node at `at`.
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed>;
}

macro_rules! primitive {
    ($($ty:ty: $node:ident,)*) => {$(
        impl Decode for $ty {
            fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
                match answer.take(at)? {
                    WitNode::$node(value) => Ok(value),
                    _ => Err(Malformed::KIND),
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
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let elements = answer.list(at)?;
        answer.claim(elements.len(), T::LEAST_NODES)?;
        // Few nodes can be many large values. So memory is allocated as elements are decoded.
        let mut values = Vec::new();
        for element in elements {
            let value = answer.decode(element)?;
            values.try_reserve(1).map_err(|_| Malformed::SIZE)?;
            values.push(value);
        }
        Ok(values)
    }
}

impl<T: Decode, const N: usize> Decode for [T; N] {
    const LEAST_NODES: usize = T::LEAST_NODES.saturating_mul(N).saturating_add(1);

    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let elements: [NodeIndex; N] = exactly(answer.list(at)?)?;
        let elements = elements.into_iter();
        let elements: Result<_, _> = elements.map(|element| answer.decode(element)).collect();
        exactly(elements?)
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        match answer.take(at)? {
            WitNode::OptionValue(value) => value.map(|value| answer.decode(value)).transpose(),
            _ => Err(Malformed::KIND),
        }
    }
}

impl<T: Payload, E: Payload> Decode for Result<T, E> {
    const LEAST_NODES: usize = {
        let (ok, err) = (T::PAYLOAD_NODES, E::PAYLOAD_NODES);
        if ok < err { ok } else { err }.saturating_add(1)
    };

    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        match answer.take(at)? {
            WitNode::ResultValue(Ok(value)) => Ok(Ok(T::decode_payload(answer, value)?)),
            WitNode::ResultValue(Err(error)) => Ok(Err(E::decode_payload(answer, error)?)),
            _ => Err(Malformed::KIND),
        }
    }
}

/// The payload of a `result`: a value or, as `()`, nothing.
pub trait Payload: Sized {
    /// The fewest nodes that it has.
    const PAYLOAD_NODES: usize;

    /// Decodes the payload at `at`.
    fn decode_payload(answer: &mut Answer, at: Option<NodeIndex>) -> Result<Self, Malformed>;
}

impl<T: Decode> Payload for T {
    const PAYLOAD_NODES: usize = T::LEAST_NODES;

    fn decode_payload(answer: &mut Answer, at: Option<NodeIndex>) -> Result<Self, Malformed> {
        match at {
            Some(at) => answer.decode(at),
            None => Err(Malformed::PAYLOAD),
        }
    }
}

impl Payload for () {
    const PAYLOAD_NODES: usize = 0;

    fn decode_payload(_: &mut Answer, at: Option<NodeIndex>) -> Result<Self, Malformed> {
        match at {
            Some(_) => Err(Malformed::PAYLOAD),
            None => Ok(()),
        }
    }
}

impl Decode for Handle {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        match answer.take(at)? {
            WitNode::Handle((uri, id)) => Ok(Self { uri, id }),
            _ => Err(Malformed::KIND),
        }
    }
}
