//! Values that cross from one worker to another: the wire form of `golem:rpc/types@0.1.0`, and its conversion to and from
//! wasmtime's typed values, driven by the type.
//!
//! | type | node | type | node |
//! | --- | --- | --- | --- |
//! | record | [`Node::Record`], fields in order | `option` | [`Node::Option`] |
//! | variant | [`Node::Variant`]`((case, payload?))` | `result` | [`Node::Result`] |
//! | enum | [`Node::Enum`]`(case)` | numbers, `bool`, `char`, `string` | [`Node::U8`] … [`Node::String`] |
//! | flags | [`Node::Flags`], one bool per flag | own or borrow | [`Node::Handle`]`((uri, id))` |
//! | tuple | [`Node::Tuple`] | `list`, `list<_, N>`, `map` | [`Node::List`], a map's elements are 2-tuples |
//!
//! A value is a tree in a list: node 0 is the root, and parents refer to their children by index. [`to_wire`] writes a parent
//! before its children, depth first. [`from_wire`] accepts any order. It accepts each node once, which rules out cycles and
//! keeps the work linear in the number of nodes. It ignores nodes without a parent. Both recurse over the type: the
//! component model limits the nesting of types to 100.
//!
//! An implementation of [`Handles`] converts handles: this module knows neither workers nor stores.

use wasmtime::component::{ComponentType, Lift, Lower, ResourceType, Type, Val};

mod decode;
mod encode;
mod error;
#[cfg(test)]
mod tests;

pub use decode::{answer_from_wire, from_wire};
pub use encode::to_wire;
pub use error::{ValueError, ValueErrorKind};

/// The address of a worker (`golem:rpc/types.uri`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ComponentType, Lift, Lower)]
#[component(record)]
pub struct Uri {
    /// `urn:worker:{component-id}/{worker-name}`, the name encoded like a form field.
    pub value: String,
}

/// A value of any type (`golem:rpc/types.wit-value`): node 0 is the root.
#[derive(Clone, Debug, Default, PartialEq, ComponentType, Lift, Lower)]
#[component(record)]
pub struct WitValue {
    /// The nodes; a parent refers to its children by their index in this list.
    pub nodes: Vec<Node>,
}

/// Index of a node in [`WitValue::nodes`]. It is an `s32`, so a received one can be negative.
pub type NodeIndex = i32;

/// One node of a value (`golem:rpc/types.wit-node`).
#[derive(Clone, Debug, PartialEq, ComponentType, Lift, Lower)]
#[component(variant)]
pub enum Node {
    /// The fields, in the order of the record's definition.
    #[component(name = "record-value")]
    Record(Vec<NodeIndex>),
    /// The case's index and its payload.
    #[component(name = "variant-value")]
    Variant((u32, Option<NodeIndex>)),
    /// The case's index.
    #[component(name = "enum-value")]
    Enum(u32),
    /// One `bool` per flag, in the order of definition.
    #[component(name = "flags-value")]
    Flags(Vec<bool>),
    /// The elements; also the root of a call's answer, with zero or one elements.
    #[component(name = "tuple-value")]
    Tuple(Vec<NodeIndex>),
    /// The elements of a list of any kind, or the pairs of a map.
    #[component(name = "list-value")]
    List(Vec<NodeIndex>),
    /// The value, if any.
    #[component(name = "option-value")]
    Option(Option<NodeIndex>),
    /// The payload of the case, if the type has one.
    #[component(name = "result-value")]
    Result(Result<Option<NodeIndex>, Option<NodeIndex>>),
    /// `u8`
    #[component(name = "prim-u8")]
    U8(u8),
    /// `u16`
    #[component(name = "prim-u16")]
    U16(u16),
    /// `u32`
    #[component(name = "prim-u32")]
    U32(u32),
    /// `u64`
    #[component(name = "prim-u64")]
    U64(u64),
    /// `s8`
    #[component(name = "prim-s8")]
    S8(i8),
    /// `s16`
    #[component(name = "prim-s16")]
    S16(i16),
    /// `s32`
    #[component(name = "prim-s32")]
    S32(i32),
    /// `s64`
    #[component(name = "prim-s64")]
    S64(i64),
    /// `f32`
    #[component(name = "prim-float32")]
    Float32(f32),
    /// `f64`
    #[component(name = "prim-float64")]
    Float64(f64),
    /// `char`
    #[component(name = "prim-char")]
    Char(char),
    /// `bool`
    #[component(name = "prim-bool")]
    Bool(bool),
    /// `string`
    #[component(name = "prim-string")]
    String(String),
    /// A resource of a worker: the worker's URI and the resource's id there.
    #[component(name = "handle")]
    Handle((Uri, u64)),
}

impl Node {
    /// The name of the node's case in `golem:rpc/types.wit-node`.
    pub fn name(&self) -> &'static str {
        match self {
            Node::Record(_) => "record-value",
            Node::Variant(_) => "variant-value",
            Node::Enum(_) => "enum-value",
            Node::Flags(_) => "flags-value",
            Node::Tuple(_) => "tuple-value",
            Node::List(_) => "list-value",
            Node::Option(_) => "option-value",
            Node::Result(_) => "result-value",
            Node::U8(_) => "prim-u8",
            Node::U16(_) => "prim-u16",
            Node::U32(_) => "prim-u32",
            Node::U64(_) => "prim-u64",
            Node::S8(_) => "prim-s8",
            Node::S16(_) => "prim-s16",
            Node::S32(_) => "prim-s32",
            Node::S64(_) => "prim-s64",
            Node::Float32(_) => "prim-float32",
            Node::Float64(_) => "prim-float64",
            Node::Char(_) => "prim-char",
            Node::Bool(_) => "prim-bool",
            Node::String(_) => "prim-string",
            Node::Handle(_) => "handle",
        }
    }
}

impl WitValue {
    /// A call's answer: a tuple of zero or one elements.
    pub fn answer(result: Option<WitValue>) -> WitValue {
        let Some(result) = result else {
            return WitValue { nodes: vec![Node::Tuple(Vec::new())] };
        };
        let mut nodes = Vec::with_capacity(result.nodes.len() + 1);
        nodes.push(Node::Tuple(vec![1]));
        nodes.extend(result.nodes.into_iter().map(shift));
        WitValue { nodes }
    }
}

/// The node with the indices of its children one higher.
fn shift(mut node: Node) -> Node {
    match &mut node {
        Node::Record(children) | Node::Tuple(children) | Node::List(children) => {
            children.iter_mut().for_each(|child| *child += 1);
        }
        Node::Variant((_, Some(child)))
        | Node::Option(Some(child))
        | Node::Result(Ok(Some(child)) | Err(Some(child))) => *child += 1,
        Node::Variant((_, None))
        | Node::Option(None)
        | Node::Result(Ok(None) | Err(None))
        | Node::Enum(_)
        | Node::Flags(_)
        | Node::U8(_)
        | Node::U16(_)
        | Node::U32(_)
        | Node::U64(_)
        | Node::S8(_)
        | Node::S16(_)
        | Node::S32(_)
        | Node::S64(_)
        | Node::Float32(_)
        | Node::Float64(_)
        | Node::Char(_)
        | Node::Bool(_)
        | Node::String(_)
        | Node::Handle(_) => {}
    }
    node
}

/// Whether a handle is moved or borrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// `own<r>`: the receiver owns it.
    Own,
    /// `borrow<r>`: the receiver can use it during the call.
    Borrow,
}

/// Converts handles: a table of resources and their ids.
///
/// An `Err` is the reason for the error's message.
pub trait Handles {
    /// The URI and id of a handle in a value that is encoded.
    ///
    /// `value` is a [`Val::Resource`] if it comes from a component.
    fn send(&mut self, value: &Val, ty: &ResourceType, ownership: Ownership) -> Result<(Uri, u64), String>;

    /// The value for a handle that is decoded: a [`Val::Resource`] if it goes to a component.
    fn receive(&mut self, uri: &Uri, id: u64, ty: &ResourceType, ownership: Ownership) -> Result<Val, String>;
}

/// The name of a kind of type, for messages.
pub(crate) fn type_name(ty: &Type) -> &'static str {
    match ty {
        Type::Bool => "bool",
        Type::S8 => "s8",
        Type::U8 => "u8",
        Type::S16 => "s16",
        Type::U16 => "u16",
        Type::S32 => "s32",
        Type::U32 => "u32",
        Type::S64 => "s64",
        Type::U64 => "u64",
        Type::Float32 => "f32",
        Type::Float64 => "f64",
        Type::Char => "char",
        Type::String => "string",
        Type::List(_) => "list",
        Type::Map(_) => "map",
        Type::Record(_) => "record",
        Type::Tuple(_) => "tuple",
        Type::Variant(_) => "variant",
        Type::Enum(_) => "enum",
        Type::Option(_) => "option",
        Type::Result(_) => "result",
        Type::Flags(_) => "flags",
        Type::Own(_) => "own",
        Type::Borrow(_) => "borrow",
        Type::Future(_) => "future",
        Type::Stream(_) => "stream",
        Type::ErrorContext => "error-context",
        Type::FixedLengthList(_) => "list<_, N>",
    }
}

/// The kind of the first part of a type that cannot cross workers.
pub(crate) fn unsupported(ty: &Type) -> Option<&'static str> {
    match ty {
        Type::Future(_) | Type::Stream(_) | Type::ErrorContext => Some(type_name(ty)),
        Type::List(list) => unsupported(&list.ty()),
        Type::FixedLengthList(list) => unsupported(&list.ty()),
        Type::Map(map) => unsupported(&map.key()).or_else(|| unsupported(&map.value())),
        Type::Option(option) => unsupported(&option.ty()),
        Type::Record(record) => record.fields().find_map(|field| unsupported(&field.ty)),
        Type::Tuple(tuple) => tuple.types().find_map(|ty| unsupported(&ty)),
        Type::Variant(variant) => {
            let mut payloads = variant.cases().filter_map(|case| case.ty);
            payloads.find_map(|ty| unsupported(&ty))
        }
        Type::Result(result) => {
            let mut payloads = [result.ok(), result.err()].into_iter().flatten();
            payloads.find_map(|ty| unsupported(&ty))
        }
        Type::Bool
        | Type::S8
        | Type::U8
        | Type::S16
        | Type::U16
        | Type::S32
        | Type::U32
        | Type::S64
        | Type::U64
        | Type::Float32
        | Type::Float64
        | Type::Char
        | Type::String
        | Type::Enum(_)
        | Type::Flags(_)
        | Type::Own(_)
        | Type::Borrow(_) => None,
    }
}
