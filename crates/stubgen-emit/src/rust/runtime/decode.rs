//! Nodes to values: what a worker answers.
//!
//! An answer is a tree: each of its nodes is taken once. The whole of it is read before anything
//! is done with it; whatever is not as the function's type says ends the reading.

use crate::rpc::{Handle, Remote, Worker};
use crate::wire::{NodeIndex, Uri, WitNode};

/// Why an answer cannot be read.
#[derive(Clone, Copy, Debug)]
pub struct Malformed(pub &'static str);

impl Malformed {
    /// A record where a list should be, and the like.
    pub const KIND: Self = Self("the answer holds a node of another type");
    /// An index beyond the last node.
    pub const INDEX: Self = Self("the answer refers to a node that is not there");
    /// A node that is referred to twice.
    pub const TREE: Self = Self("the nodes of the answer are not a tree");
    /// A case beyond the last one.
    pub const CASE: Self = Self("the answer holds a case that the type has not");
    /// Fields, elements or flags too few or too many.
    pub const COUNT: Self = Self("the answer holds another number of elements");
    /// A payload too few or too many.
    pub const PAYLOAD: Self = Self("the payload of a case is missing or one too many");
}

/// The answer to a call, while it is read.
pub struct Answer {
    nodes: Vec<Option<WitNode>>,
    unconnected: Vec<(Worker, Uri)>,
}

impl Answer {
    /// An answer of these nodes.
    pub fn new(nodes: Vec<WitNode>) -> Self {
        let nodes = nodes.into_iter().map(Some).collect();
        let unconnected = Vec::new();
        Self { nodes, unconnected }
    }

    /// Reads the answer of a function that has no result.
    pub fn nothing(mut self) -> Result<(), Malformed> {
        let [] = self.tuple(0)?;
        Ok(())
    }

    /// Reads the answer of a function that has a result, and connects the resources in it.
    pub fn result<T: Decode>(mut self) -> Result<T, Malformed> {
        let [result] = self.tuple(0)?;
        let result = self.decode(result)?;
        for (worker, uri) in &self.unconnected {
            worker.establish(uri);
        }
        Ok(result)
    }

    /// Reads the value of the node at `at`.
    pub fn decode<T: Decode>(&mut self, at: NodeIndex) -> Result<T, Malformed> {
        T::decode(self, at)
    }

    /// Reads a resource, which is connected after the whole answer was read; `drop` is what the
    /// resource's drop is called in its worker.
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

    /// Takes `count` flags, the first to the lowest bit.
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

/// What can be read from nodes.
pub trait Decode: Sized {
    /// Reads the value of the node at `at`.
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
        // No tree has as many elements, whatever they are.
        if elements.len() > answer.nodes.len() {
            return Err(Malformed::TREE);
        }
        let elements = elements.into_iter();
        elements.map(|element| answer.decode(element)).collect()
    }
}

impl<T: Decode, const N: usize> Decode for [T; N] {
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
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        match answer.take(at)? {
            WitNode::ResultValue(Ok(value)) => Ok(Ok(T::decode_payload(answer, value)?)),
            WitNode::ResultValue(Err(error)) => Ok(Err(E::decode_payload(answer, error)?)),
            _ => Err(Malformed::KIND),
        }
    }
}

/// What a `result` carries: a value or, as `()`, nothing.
pub trait Payload: Sized {
    /// Reads the payload at `at`.
    fn decode_payload(answer: &mut Answer, at: Option<NodeIndex>) -> Result<Self, Malformed>;
}

impl<T: Decode> Payload for T {
    fn decode_payload(answer: &mut Answer, at: Option<NodeIndex>) -> Result<Self, Malformed> {
        match at {
            Some(at) => answer.decode(at),
            None => Err(Malformed::PAYLOAD),
        }
    }
}

impl Payload for () {
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
