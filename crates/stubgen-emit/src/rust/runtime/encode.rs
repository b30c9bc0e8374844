//! Values to nodes: the parameters of calls.
//!
//! A value is a list of nodes that starts with its root. The children of a node are consecutive and
//! follow their parent.

use crate::rpc::Remote;
use crate::wire::{NodeIndex, WitNode, WitValue};

/// The nodes of one value, while it is encoded.
pub struct Nodes<'a> {
    nodes: Vec<WitNode>,
    given: &'a mut Vec<Remote>,
}

impl<'a> Nodes<'a> {
    /// Encodes a value. The remote resources that it gives away are added to `given`.
    pub fn of(value: impl Encode, given: &'a mut Vec<Remote>) -> WitValue {
        let nodes = Vec::new();
        let mut nodes = Self { nodes, given };
        let root = nodes.reserve(1);
        value.encode(&mut nodes, root);
        WitValue { nodes: nodes.nodes }
    }

    /// Reserves `count` nodes and returns the index of the first.
    pub fn reserve(&mut self, count: usize) -> NodeIndex {
        let first = self.nodes.len();
        let placeholder = || WitNode::PrimBool(false);
        self.nodes.resize_with(first + count, placeholder);
        NodeIndex::try_from(first).expect("memory ends before indices do")
    }

    /// Writes the node at `at`.
    pub fn put(&mut self, at: NodeIndex, node: WitNode) {
        self.nodes[at as usize] = node;
    }

    /// Writes a record and returns the index of the node of its first field.
    pub fn record(&mut self, at: NodeIndex, fields: NodeIndex) -> NodeIndex {
        let first = self.reserve(fields as usize);
        self.put(at, WitNode::RecordValue((first..first + fields).collect()));
        first
    }

    /// Writes a tuple and returns the index of the node of its first element.
    pub fn tuple(&mut self, at: NodeIndex, elements: NodeIndex) -> NodeIndex {
        let first = self.reserve(elements as usize);
        self.put(at, WitNode::TupleValue((first..first + elements).collect()));
        first
    }

    /// Writes a list.
    pub fn list<T: Encode>(&mut self, at: NodeIndex, elements: impl ExactSizeIterator<Item = T>) {
        let first = self.reserve(elements.len());
        let nodes = first..first + elements.len() as NodeIndex;
        self.put(at, WitNode::ListValue(nodes.clone().collect()));
        for (element, node) in elements.zip(nodes) {
            element.encode(self, node);
        }
    }

    /// Writes a case of a variant without payload.
    pub fn case(&mut self, at: NodeIndex, case: u32) {
        self.put(at, WitNode::VariantValue((case, None)));
    }

    /// Writes a case of a variant with its payload.
    pub fn case_of(&mut self, at: NodeIndex, case: u32, payload: impl Encode) {
        let node = self.reserve(1);
        self.put(at, WitNode::VariantValue((case, Some(node))));
        payload.encode(self, node);
    }

    /// Writes flags. The first is the lowest of the `bits`.
    pub fn flags(&mut self, at: NodeIndex, bits: u32, count: u32) {
        let flags = (0..count).map(|flag| bits >> flag & 1 == 1);
        self.put(at, WitNode::FlagsValue(flags.collect()));
    }

    /// Writes the handle of a resource that is lent to the worker.
    pub fn lend(&mut self, at: NodeIndex, resource: &Remote) {
        self.put(at, resource.node());
    }

    /// Writes the handle of a resource that is given to the worker.
    pub fn give(&mut self, at: NodeIndex, resource: Remote) {
        self.put(at, resource.node());
        resource.give_away(self.given);
    }
}

/// A value that can be encoded as nodes.
pub trait Encode {
    /// Writes the value as the reserved node at `at`, and the nodes of its parts.
    fn encode(self, nodes: &mut Nodes, at: NodeIndex);
}

macro_rules! primitive {
    ($($ty:ty: $node:ident,)*) => {$(
        impl Encode for $ty {
            fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
                nodes.put(at, WitNode::$node(self));
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

impl<T: Encode> Encode for Vec<T> {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        nodes.list(at, self.into_iter());
    }
}

impl<T: Encode, const N: usize> Encode for [T; N] {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        nodes.list(at, self.into_iter());
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        match self {
            None => nodes.put(at, WitNode::OptionValue(None)),
            Some(value) => {
                let node = nodes.reserve(1);
                nodes.put(at, WitNode::OptionValue(Some(node)));
                value.encode(nodes, node);
            }
        }
    }
}

impl<T: Payload, E: Payload> Encode for Result<T, E> {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let node = match self {
            Ok(value) => Ok(value.encode_payload(nodes)),
            Err(error) => Err(error.encode_payload(nodes)),
        };
        nodes.put(at, WitNode::ResultValue(node));
    }
}

/// The payload of a `result`: a value or, as `()`, nothing.
pub trait Payload {
    /// Writes the payload and returns the index of its node, if any.
    fn encode_payload(self, nodes: &mut Nodes) -> Option<NodeIndex>;
}

impl<T: Encode> Payload for T {
    fn encode_payload(self, nodes: &mut Nodes) -> Option<NodeIndex> {
        let node = nodes.reserve(1);
        self.encode(nodes, node);
        Some(node)
    }
}

impl Payload for () {
    fn encode_payload(self, _: &mut Nodes) -> Option<NodeIndex> {
        None
    }
}
