//! Types as the encoder sees them: without names, each structure once, with its layout.
//!
//! Two types of the same structure have the same canonical ABI and the same nodes, so they share their code: what is
//! emitted grows with the number of different structures, not with the number of uses.

use std::collections::HashMap;

use super::host::{bytes, payload_offset};
use indexmap::IndexSet;
use stubgen_model::StubModel;
use wasm_encoder::ValType;
use wit_parser::abi::{FlatTypes, WasmType};
use wit_parser::{Handle, Int, InterfaceId, Resolve, SizeAlign, Type, TypeDefKind, TypeId};

/// The most values that a parameter list may have before it is passed in memory.
const MAX_FLAT: usize = 16;

/// The most nodes that are set aside for a value before they are counted.
const MAX_AT_ONCE: u32 = 256;

/// Number of a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ShapeId(usize);

/// A type without names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Bool,
    U8,
    U16,
    U32,
    U64,
    S8,
    S16,
    S32,
    S64,
    F32,
    F64,
    Char,
    String,
    Record(Vec<ShapeId>),
    Tuple(Vec<ShapeId>),
    List(ShapeId),
    FixedList(ShapeId, u32),
    Variant(Vec<Option<ShapeId>>),
    Option(ShapeId),
    Result(Option<ShapeId>, Option<ShapeId>),
    Enum(u32),
    Flags(u32),
    /// Index of the stub's resource.
    Own(usize),
    /// Index of the stub's resource.
    Borrow(usize),
}

/// How many nodes a value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nodes {
    /// Always so many.
    Exactly(u32),
    /// It depends on the value, but never more than so many.
    AtMost(u32),
    /// It has to be counted.
    Counted,
}

/// Layout of a shape.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub size: u32,
    /// The core types of the value as parameters, if it fits.
    pub flat: Option<Vec<ValType>>,
    /// Offsets of fields or elements.
    pub offsets: Vec<u32>,
    /// Width of the discriminant of a variant, and offset of its payload.
    pub tag: Int,
    pub payload: u32,
    pub nodes: Nodes,
    /// Whether own handles are inside.
    pub owns: bool,
}

/// All shapes of a stub.
pub(super) struct Shapes<'a> {
    resolve: &'a Resolve,
    pub sizes: &'a SizeAlign,
    shapes: IndexSet<Shape>,
    facts: Vec<Facts>,
    known: HashMap<TypeId, ShapeId>,
    resources: HashMap<TypeId, usize>,
}

impl<'a> Shapes<'a> {
    pub(super) fn new(resolve: &'a Resolve, sizes: &'a SizeAlign, model: &StubModel, interface: InterfaceId) -> Self {
        let types = &resolve.interfaces[interface].types;
        let resources = model.resource_names().enumerate().map(|(index, name)| (types[name], index));
        Self {
            resolve,
            sizes,
            shapes: IndexSet::new(),
            facts: Vec::new(),
            known: HashMap::new(),
            resources: resources.collect(),
        }
    }

    pub(super) fn shape(&self, id: ShapeId) -> &Shape {
        &self.shapes[id.0]
    }

    /// The stub's resources of which there are own handles.
    pub(super) fn owned(&self) -> impl Iterator<Item = usize> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Own(resource) => Some(*resource),
            _ => None,
        })
    }

    pub(super) fn facts(&self, id: ShapeId) -> &Facts {
        &self.facts[id.0]
    }

    /// A short name for backtraces.
    pub(super) fn name(&self, id: ShapeId) -> String {
        let kind = match self.shape(id) {
            Shape::Record(_) => "record",
            Shape::Tuple(_) => "tuple",
            Shape::List(_) | Shape::FixedList(..) => "list",
            Shape::Variant(_) => "variant",
            Shape::Option(_) => "option",
            Shape::Result(..) => "result",
            Shape::Enum(_) => "enum",
            Shape::Flags(_) => "flags",
            _ => "value",
        };
        format!("{kind} {}", id.0)
    }

    /// The shape of a type.
    pub(super) fn of(&mut self, ty: Type) -> ShapeId {
        let shape = match ty {
            Type::Bool => Shape::Bool,
            Type::U8 => Shape::U8,
            Type::U16 => Shape::U16,
            Type::U32 => Shape::U32,
            Type::U64 => Shape::U64,
            Type::S8 => Shape::S8,
            Type::S16 => Shape::S16,
            Type::S32 => Shape::S32,
            Type::S64 => Shape::S64,
            Type::F32 => Shape::F32,
            Type::F64 => Shape::F64,
            Type::Char => Shape::Char,
            Type::String => Shape::String,
            Type::ErrorContext => unreachable!("the model holds nothing that cannot cross"),
            Type::Id(id) => return self.definition(id),
        };
        self.intern(shape, ty)
    }

    fn definition(&mut self, id: TypeId) -> ShapeId {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let resolve = self.resolve;
        let shape = match &resolve.types[id].kind {
            TypeDefKind::Type(ty) => {
                let alias = self.of(*ty);
                self.known.insert(id, alias);
                return alias;
            }
            TypeDefKind::Record(record) => Shape::Record(record.fields.iter().map(|field| self.of(field.ty)).collect()),
            TypeDefKind::Tuple(tuple) => Shape::Tuple(tuple.types.iter().map(|ty| self.of(*ty)).collect()),
            TypeDefKind::Variant(variant) => {
                Shape::Variant(variant.cases.iter().map(|case| case.ty.map(|ty| self.of(ty))).collect())
            }
            TypeDefKind::Option(ty) => Shape::Option(self.of(*ty)),
            TypeDefKind::Result(result) => {
                Shape::Result(result.ok.map(|ty| self.of(ty)), result.err.map(|ty| self.of(ty)))
            }
            TypeDefKind::Enum(cases) => Shape::Enum(bytes(cases.cases.len())),
            TypeDefKind::Flags(flags) => Shape::Flags(bytes(flags.flags.len())),
            TypeDefKind::List(ty) => Shape::List(self.of(*ty)),
            TypeDefKind::FixedLengthList(ty, length) => Shape::FixedList(self.of(*ty), *length),
            TypeDefKind::Map(key, value) => Shape::List(self.pair(*key, *value)),
            TypeDefKind::Handle(Handle::Own(resource)) => Shape::Own(self.resource(*resource)),
            TypeDefKind::Handle(Handle::Borrow(resource)) => Shape::Borrow(self.resource(*resource)),
            TypeDefKind::Resource | TypeDefKind::Future(_) | TypeDefKind::Stream(_) | TypeDefKind::Unknown => {
                unreachable!("the model holds nothing that cannot cross")
            }
        };
        let shape = self.intern(shape, Type::Id(id));
        self.known.insert(id, shape);
        shape
    }

    fn resource(&self, id: TypeId) -> usize {
        let mut id = id;
        while let TypeDefKind::Type(Type::Id(target)) = self.resolve.types[id].kind {
            id = target;
        }
        self.resources[&id]
    }

    /// The entry of a map, which lies in memory like a tuple of key and value.
    fn pair(&mut self, key: Type, value: Type) -> ShapeId {
        let shape = Shape::Tuple(vec![self.of(key), self.of(value)]);
        if let Some(known) = self.shapes.get_index_of(&shape) {
            return ShapeId(known);
        }
        let layout = self.sizes.record([&key, &value]);
        let mut flat = Vec::new();
        let fits = [key, value].iter().all(|ty| match self.flat(ty) {
            Some(types) => {
                flat.extend(types);
                flat.len() <= MAX_FLAT
            }
            None => false,
        });
        let facts = Facts {
            size: bytes(layout.size.size_wasm32()),
            flat: fits.then_some(flat),
            offsets: self.offsets(&[key, value]),
            tag: Int::U8,
            payload: 0,
            nodes: self.nodes(&shape),
            owns: self.owns(&shape),
        };
        self.add(shape, facts)
    }

    fn intern(&mut self, shape: Shape, ty: Type) -> ShapeId {
        if let Some(known) = self.shapes.get_index_of(&shape) {
            return ShapeId(known);
        }
        let (mut offsets, mut tag, mut payload) = (Vec::new(), Int::U8, 0);
        if let Type::Id(id) = ty {
            match &self.resolve.types[id].kind {
                TypeDefKind::Record(record) => {
                    offsets = self.offsets(&record.fields.iter().map(|field| field.ty).collect::<Vec<_>>());
                }
                TypeDefKind::Tuple(tuple) => offsets = self.offsets(&tuple.types),
                TypeDefKind::Enum(cases) => tag = cases.tag(),
                TypeDefKind::Variant(variant) => {
                    tag = variant.tag();
                    payload = payload_offset(self.resolve, self.sizes, id);
                }
                TypeDefKind::Option(_) | TypeDefKind::Result(_) => {
                    payload = payload_offset(self.resolve, self.sizes, id);
                }
                _ => {}
            }
        }
        let facts = Facts {
            size: bytes(self.sizes.size(&ty).size_wasm32()),
            flat: self.flat(&ty),
            offsets,
            tag,
            payload,
            nodes: self.nodes(&shape),
            owns: self.owns(&shape),
        };
        self.add(shape, facts)
    }

    fn add(&mut self, shape: Shape, facts: Facts) -> ShapeId {
        let (index, _) = self.shapes.insert_full(shape);
        self.facts.push(facts);
        ShapeId(index)
    }

    fn offsets(&self, types: &[Type]) -> Vec<u32> {
        self.sizes.field_offsets(types).into_iter().map(|(offset, _)| bytes(offset.size_wasm32())).collect()
    }

    /// The core types of a value, if they are few enough to be passed as such.
    fn flat(&self, ty: &Type) -> Option<Vec<ValType>> {
        let mut storage = [WasmType::I32; MAX_FLAT];
        let mut flat = FlatTypes::new(&mut storage);
        self.resolve.push_flat(ty, &mut flat).then(|| flat.to_vec().into_iter().map(core_type).collect())
    }

    fn nodes(&self, shape: &Shape) -> Nodes {
        let of = |id: &ShapeId| self.facts(*id).nodes;
        match shape {
            Shape::Record(parts) | Shape::Tuple(parts) => parts.iter().map(of).fold(Nodes::Exactly(1), Nodes::and),
            Shape::FixedList(element, length) => of(element).times(*length).and(Nodes::Exactly(1)),
            Shape::List(_) => Nodes::Counted,
            Shape::Variant(cases) => cases.iter().map(|case| case.as_ref().map(of)).collect::<OneOf>().nodes(),
            Shape::Option(some) => [None, Some(of(some))].into_iter().collect::<OneOf>().nodes(),
            Shape::Result(ok, err) => {
                [ok, err].map(|case| case.as_ref().map(of)).into_iter().collect::<OneOf>().nodes()
            }
            _ => Nodes::Exactly(1),
        }
    }

    fn owns(&self, shape: &Shape) -> bool {
        let of = |id: &ShapeId| self.facts(*id).owns;
        match shape {
            Shape::Own(_) => true,
            Shape::Record(parts) | Shape::Tuple(parts) => parts.iter().any(of),
            Shape::List(part) | Shape::FixedList(part, _) | Shape::Option(part) => of(part),
            Shape::Variant(cases) => cases.iter().flatten().any(of),
            Shape::Result(ok, err) => ok.iter().chain(err).any(of),
            _ => false,
        }
    }
}

impl Nodes {
    /// The most there can be, if that is known and few.
    pub(super) fn bound(self) -> Option<u32> {
        match self {
            Self::Exactly(count) | Self::AtMost(count) if count <= MAX_AT_ONCE => Some(count),
            _ => None,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Counted, _) | (_, Self::Counted) => Self::Counted,
            (Self::Exactly(a), Self::Exactly(b)) => Self::Exactly(a.saturating_add(b)),
            (Self::Exactly(a) | Self::AtMost(a), Self::Exactly(b) | Self::AtMost(b)) => {
                Self::AtMost(a.saturating_add(b))
            }
        }
    }

    fn times(self, count: u32) -> Self {
        match self {
            Self::Exactly(nodes) => Self::Exactly(nodes.saturating_mul(count)),
            Self::AtMost(nodes) => Self::AtMost(nodes.saturating_mul(count)),
            Self::Counted => Self::Counted,
        }
    }
}

/// The nodes of the payloads of a variant's cases.
struct OneOf(Vec<Nodes>);

impl FromIterator<Option<Nodes>> for OneOf {
    fn from_iter<T: IntoIterator<Item = Option<Nodes>>>(cases: T) -> Self {
        Self(cases.into_iter().map(|case| case.unwrap_or(Nodes::Exactly(0))).collect())
    }
}

impl OneOf {
    /// The nodes of the variant itself and of one of its payloads.
    fn nodes(&self) -> Nodes {
        let first = self.0.first().copied().unwrap_or(Nodes::Exactly(0));
        let payload = self.0.iter().fold(first, |all, case| match (all, *case) {
            (Nodes::Counted, _) | (_, Nodes::Counted) => Nodes::Counted,
            (Nodes::Exactly(a), Nodes::Exactly(b)) if a == b => all,
            (Nodes::Exactly(a) | Nodes::AtMost(a), Nodes::Exactly(b) | Nodes::AtMost(b)) => Nodes::AtMost(a.max(b)),
        });
        payload.and(Nodes::Exactly(1))
    }
}

/// The 32-bit core type.
pub(super) fn core_type(ty: WasmType) -> ValType {
    match ty {
        WasmType::I32 | WasmType::Pointer | WasmType::Length => ValType::I32,
        WasmType::I64 | WasmType::PointerOrI64 => ValType::I64,
        WasmType::F32 => ValType::F32,
        WasmType::F64 => ValType::F64,
    }
}
