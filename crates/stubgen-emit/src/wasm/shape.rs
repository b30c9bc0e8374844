//! Types without names, each structure once, described by their parts.
//!
//! As in the canonical ABI, a tuple is a record, and options and results are variants. Counting, encoding and decoding
//! the nodes of a value all go through this one description. Two types of the same structure have the same canonical
//! ABI and the same nodes, so they share their code: its size grows with the number of different structures, not with
//! the number of uses.

use std::collections::HashMap;

use super::code::{Width, index};
use super::layout::{Layout, NodeCount, core_type};
use super::symbol::CompositeId;
use indexmap::IndexMap;
use wasm_encoder::ValType;
use wit_parser::abi::{FlatTypes, WasmType};
use wit_parser::{Handle, Int, Resolve, SizeAlign, Type, TypeDefKind, TypeId};

/// The most values that a parameter list may have before it is passed in memory.
const MAX_FLAT: usize = 16;

/// A type without names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum TypeShape {
    Scalar(Scalar),
    String,
    /// Index of the stub's resource.
    Own(usize),
    /// Index of the stub's resource.
    Borrow(usize),
    Composite(CompositeId),
}

/// A number, bool or char: the kind of its node, and its width in memory and in the node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Scalar {
    pub node: &'static str,
    pub width: Width,
}

/// A type made of other types, of cases or of flags.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Composite {
    /// A record or tuple: the kind of its node, and its fields.
    Record(&'static str, Vec<Field>),
    List(TypeShape),
    FixedList(TypeShape, u32),
    /// A variant, option or result.
    Variant(Cases),
    /// Width of the discriminant, number of cases.
    Enum(Width, u32),
    /// Width of the bits, number of flags.
    Flags(Width, u32),
}

/// A field of a record, or an element of a tuple.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Field {
    pub shape: TypeShape,
    /// Where it lies in memory.
    pub offset: u32,
    /// Where its flat values start, if the whole is flat.
    pub flat: usize,
}

/// The cases of a variant, option or result.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Cases {
    pub node: CasesNode,
    /// Width of the discriminant.
    pub tag: Width,
    /// Offset of the payload.
    pub payload: u32,
    pub cases: Vec<Option<TypeShape>>,
}

/// The kinds of nodes that have cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum CasesNode {
    Variant,
    Option,
    Result,
}

impl Scalar {
    pub(super) const CHAR: Self = Self { node: "prim-char", width: Width::I32 };
}

impl Composite {
    /// The kind of its node.
    pub(super) fn node(&self) -> &'static str {
        match self {
            Self::Record(node, _) => node,
            Self::List(_) | Self::FixedList(..) => "list-value",
            Self::Variant(cases) => match cases.node {
                CasesNode::Variant => "variant-value",
                CasesNode::Option => "option-value",
                CasesNode::Result => "result-value",
            },
            Self::Enum(..) => "enum-value",
            Self::Flags(..) => "flags-value",
        }
    }
}

/// All types of a stub.
pub(super) struct Shapes<'a> {
    resolve: &'a Resolve,
    pub sizes: &'a SizeAlign,
    /// All types but composites.
    leaves: IndexMap<TypeShape, Layout>,
    composites: IndexMap<Composite, (CompositeId, Layout)>,
    known: HashMap<TypeId, TypeShape>,
    resources: HashMap<TypeId, usize>,
}

impl<'a> Shapes<'a> {
    /// The types of a stub with these resources.
    pub(super) fn new(resolve: &'a Resolve, sizes: &'a SizeAlign, resources: impl Iterator<Item = TypeId>) -> Self {
        Self {
            resolve,
            sizes,
            leaves: IndexMap::new(),
            composites: IndexMap::new(),
            known: HashMap::new(),
            resources: resources.enumerate().map(|(index, resource)| (resource, index)).collect(),
        }
    }

    pub(super) fn composite(&self, id: CompositeId) -> &Composite {
        self.composites.get_index(id.index).expect("a composite is known by its id").0
    }

    pub(super) fn layout(&self, shape: TypeShape) -> &Layout {
        match shape {
            TypeShape::Composite(id) => &self.composites[id.index].1,
            leaf => &self.leaves[&leaf],
        }
    }

    /// The cases of a variant, option or result.
    pub(super) fn cases(&self, shape: TypeShape) -> (CompositeId, &Cases) {
        let (id, composite) = self.expect_composite(shape);
        match composite {
            Composite::Variant(cases) => (id, cases),
            other => panic!("cases are expected here, not {other:?}"),
        }
    }

    /// The fields of a record or tuple.
    pub(super) fn fields(&self, shape: TypeShape) -> &[Field] {
        match self.expect_composite(shape).1 {
            Composite::Record(_, fields) => fields,
            other => panic!("fields are expected here, not {other:?}"),
        }
    }

    fn expect_composite(&self, shape: TypeShape) -> (CompositeId, &Composite) {
        match shape {
            TypeShape::Composite(id) => (id, self.composite(id)),
            leaf => panic!("a composite is expected here, not {leaf:?}"),
        }
    }

    /// The stub's resources that appear as own handles.
    pub(super) fn owned(&self) -> impl Iterator<Item = usize> {
        self.leaves.keys().filter_map(|shape| match shape {
            TypeShape::Own(resource) => Some(*resource),
            _ => None,
        })
    }

    /// A short name for backtraces.
    pub(super) fn name(&self, id: CompositeId) -> String {
        format!("{} {}", self.composite(id).node().trim_end_matches("-value"), id.number)
    }

    /// The width in memory of the first core value, which lies at the start.
    pub(super) fn first_width(&self, shape: TypeShape) -> Width {
        let id = match shape {
            TypeShape::Scalar(scalar) => return scalar.width,
            TypeShape::String | TypeShape::Own(_) | TypeShape::Borrow(_) => return Width::I32,
            TypeShape::Composite(id) => id,
        };
        match self.composite(id) {
            Composite::Record(_, fields) => self.first_width(fields[0].shape),
            Composite::FixedList(element, _) => self.first_width(*element),
            Composite::List(_) => Width::I32,
            Composite::Variant(Cases { tag: width, .. }) | Composite::Enum(width, _) | Composite::Flags(width, _) => {
                *width
            }
        }
    }

    /// The shape of a type.
    pub(super) fn of(&mut self, ty: Type) -> TypeShape {
        let scalar = |node, width| TypeShape::Scalar(Scalar { node, width });
        let leaf = match ty {
            Type::Bool => scalar("prim-bool", Width::U8),
            Type::U8 => scalar("prim-u8", Width::U8),
            Type::U16 => scalar("prim-u16", Width::U16),
            Type::U32 => scalar("prim-u32", Width::I32),
            Type::U64 => scalar("prim-u64", Width::I64),
            Type::S8 => scalar("prim-s8", Width::S8),
            Type::S16 => scalar("prim-s16", Width::S16),
            Type::S32 => scalar("prim-s32", Width::I32),
            Type::S64 => scalar("prim-s64", Width::I64),
            Type::F32 => scalar("prim-float32", Width::F32),
            Type::F64 => scalar("prim-float64", Width::F64),
            Type::Char => TypeShape::Scalar(Scalar::CHAR),
            Type::String => TypeShape::String,
            Type::ErrorContext => cannot_cross(),
            Type::Id(id) => return self.definition(id),
        };
        self.leaf(leaf, ty)
    }

    fn definition(&mut self, id: TypeId) -> TypeShape {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let (resolve, ty) = (self.resolve, Type::Id(id));
        let shape = match &resolve.types[id].kind {
            TypeDefKind::Type(ty) => self.of(*ty),
            TypeDefKind::Record(record) => {
                self.fields_of("record-value", &record.fields.iter().map(|field| field.ty).collect::<Vec<_>>())
            }
            TypeDefKind::Tuple(tuple) => self.fields_of("tuple-value", &tuple.types),
            TypeDefKind::Variant(variant) => {
                let cases: Vec<_> = variant.cases.iter().map(|case| case.ty).collect();
                self.cases_of(ty, CasesNode::Variant, variant.tag(), &cases)
            }
            TypeDefKind::Option(some) => self.cases_of(ty, CasesNode::Option, Int::U8, &[None, Some(*some)]),
            TypeDefKind::Result(result) => self.cases_of(ty, CasesNode::Result, Int::U8, &[result.ok, result.err]),
            TypeDefKind::Enum(cases) => {
                self.composite_of(ty, Composite::Enum(self.tag_width(cases.tag()), index(cases.cases.len())))
            }
            TypeDefKind::Flags(flags) => {
                let width = Width::unsigned(self.sizes.size(&ty).size_wasm32());
                self.composite_of(ty, Composite::Flags(width, index(flags.flags.len())))
            }
            TypeDefKind::List(element) => {
                let element = self.of(*element);
                self.composite_of(ty, Composite::List(element))
            }
            TypeDefKind::FixedLengthList(element, length) => {
                let element = self.of(*element);
                self.composite_of(ty, Composite::FixedList(element, *length))
            }
            // The entry of a map lies in memory like a tuple of key and value.
            TypeDefKind::Map(key, value) => {
                let entry = self.fields_of("tuple-value", &[*key, *value]);
                self.composite_of(ty, Composite::List(entry))
            }
            TypeDefKind::Handle(Handle::Own(resource)) => self.leaf(TypeShape::Own(self.resource(*resource)), ty),
            TypeDefKind::Handle(Handle::Borrow(resource)) => self.leaf(TypeShape::Borrow(self.resource(*resource)), ty),
            TypeDefKind::Resource | TypeDefKind::Future(_) | TypeDefKind::Stream(_) | TypeDefKind::Unknown => {
                cannot_cross()
            }
        };
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

    /// A record or tuple of these types.
    fn fields_of(&mut self, node: &'static str, types: &[Type]) -> TypeShape {
        let shapes: Vec<_> = types.iter().map(|ty| self.of(*ty)).collect();
        let mut flat = 0;
        let fields = shapes.into_iter().zip(self.sizes.field_offsets(types)).map(|(shape, (offset, _))| {
            let field = Field { shape, offset: index(offset.size_wasm32()), flat };
            flat += self.layout(shape).flat.as_ref().map_or(0, Vec::len);
            field
        });
        let composite = Composite::Record(node, fields.collect());
        self.intern(composite, self.sizes.record(types).size.size_wasm32(), types)
    }

    /// A variant, option or result with these payloads.
    fn cases_of(&mut self, ty: Type, node: CasesNode, tag: Int, types: &[Option<Type>]) -> TypeShape {
        let payload = self.sizes.payload_offset(tag, types.iter().map(Option::as_ref));
        let cases = types.iter().map(|ty| ty.map(|ty| self.of(ty))).collect();
        let (tag, payload) = (self.tag_width(tag), index(payload.size_wasm32()));
        self.composite_of(ty, Composite::Variant(Cases { node, tag, payload, cases }))
    }

    fn tag_width(&self, tag: Int) -> Width {
        Width::unsigned(self.sizes.payload_offset(tag, []).size_wasm32())
    }

    fn leaf(&mut self, leaf: TypeShape, ty: Type) -> TypeShape {
        if !self.leaves.contains_key(&leaf) {
            let size = index(self.sizes.size(&ty).size_wasm32());
            let owns = matches!(leaf, TypeShape::Own(_));
            let layout = Layout { size, flat: self.flat(&[ty]), nodes: NodeCount::Exactly(1), least_nodes: 1, owns };
            self.leaves.insert(leaf, layout);
        }
        leaf
    }

    fn composite_of(&mut self, ty: Type, composite: Composite) -> TypeShape {
        self.intern(composite, self.sizes.size(&ty).size_wasm32(), &[ty])
    }

    /// The id of a composite of this size, which flattens to the core types of `types`.
    fn intern(&mut self, composite: Composite, size: usize, types: &[Type]) -> TypeShape {
        if let Some((known, _)) = self.composites.get(&composite) {
            return TypeShape::Composite(*known);
        }
        let index_of_next = self.composites.len();
        let id = CompositeId { index: index_of_next, number: self.leaves.len() + index_of_next };
        let layout = Layout {
            size: index(size),
            flat: self.flat(types),
            nodes: self.nodes(&composite),
            least_nodes: self.least_nodes(&composite),
            owns: self.owns(&composite),
        };
        self.composites.insert(composite, (id, layout));
        TypeShape::Composite(id)
    }

    /// The core types of these values, if they are few enough to be passed as such.
    fn flat(&self, types: &[Type]) -> Option<Vec<ValType>> {
        let mut storage = [WasmType::I32; MAX_FLAT];
        let mut flat = FlatTypes::new(&mut storage);
        let fits = types.iter().all(|ty| self.resolve.push_flat(ty, &mut flat));
        fits.then(|| flat.to_vec().iter().map(core_type).collect())
    }

    fn nodes(&self, composite: &Composite) -> NodeCount {
        let of = |shape: TypeShape| self.layout(shape).nodes;
        let below = match composite {
            Composite::Record(_, fields) => {
                fields.iter().map(|field| of(field.shape)).fold(NodeCount::Exactly(0), NodeCount::and)
            }
            Composite::List(_) => NodeCount::Counted,
            Composite::FixedList(element, length) => of(*element).times(*length),
            Composite::Variant(Cases { cases, .. }) => {
                let payloads = cases.iter().map(|case| case.map_or(NodeCount::Exactly(0), of));
                payloads.reduce(NodeCount::or).unwrap_or(NodeCount::Exactly(0))
            }
            Composite::Enum(..) | Composite::Flags(..) => NodeCount::Exactly(0),
        };
        below.and(NodeCount::Exactly(1))
    }

    fn least_nodes(&self, composite: &Composite) -> u32 {
        let of = |shape: TypeShape| self.layout(shape).least_nodes;
        let below = match composite {
            Composite::Record(_, fields) => fields.iter().map(|field| of(field.shape)).fold(0, u32::saturating_add),
            Composite::FixedList(element, length) => of(*element).saturating_mul(*length),
            Composite::Variant(Cases { cases, .. }) => cases.iter().map(|case| case.map_or(0, of)).min().unwrap_or(0),
            Composite::List(_) | Composite::Enum(..) | Composite::Flags(..) => 0,
        };
        below.saturating_add(1)
    }

    fn owns(&self, composite: &Composite) -> bool {
        let of = |shape: TypeShape| self.layout(shape).owns;
        match composite {
            Composite::Record(_, fields) => fields.iter().any(|field| of(field.shape)),
            Composite::List(element) | Composite::FixedList(element, _) => of(*element),
            Composite::Variant(Cases { cases, .. }) => cases.iter().flatten().any(|case| of(*case)),
            Composite::Enum(..) | Composite::Flags(..) => false,
        }
    }
}

/// The model leaves out types whose values cannot be sent to a worker.
fn cannot_cross() -> TypeShape {
    unreachable!("the model holds only types that can be sent")
}
