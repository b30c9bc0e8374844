//! [`Val`] -> [`WitValue`], driven by the type. Its arms have the order of those in `decode.rs`.

use wasmtime::component::types::{Flags, Record};
use wasmtime::component::{Type, Val};

use super::decode::count;
use super::{Handles, Node, NodeIndex, Ownership, ValueError, ValueErrorKind, WitValue, type_name};

type Result<T, E = ValueError> = std::result::Result<T, E>;

/// Encodes a value of type `ty`: a parent before its children, depth first.
///
/// # Errors
///
/// If `value` is not of type `ty`, has a part that cannot cross, or `handles` refuses a handle.
pub fn to_wire(value: &Val, ty: &Type, handles: &mut dyn Handles) -> Result<WitValue> {
    let mut writer = Writer { nodes: Vec::new(), handles };
    writer.value(value, ty)?;
    Ok(WitValue { nodes: writer.nodes })
}

struct Writer<'a> {
    nodes: Vec<Node>,
    handles: &'a mut dyn Handles,
}

impl Writer<'_> {
    /// Adds a node.
    fn push(&mut self, node: Node) -> Result<NodeIndex> {
        let index = NodeIndex::try_from(self.nodes.len()).map_err(|_| ValueErrorKind::TooManyNodes)?;
        self.nodes.push(node);
        Ok(index)
    }

    /// Reserves the index of a node that is [`set`](Self::set) after its children.
    fn reserve(&mut self) -> Result<NodeIndex> {
        self.push(Node::Enum(0))
    }

    fn set(&mut self, index: NodeIndex, node: Node) {
        self.nodes[index as usize] = node;
    }

    fn value(&mut self, value: &Val, ty: &Type) -> Result<NodeIndex> {
        match (ty, value) {
            (Type::Bool, Val::Bool(value)) => self.push(Node::Bool(*value)),
            (Type::S8, Val::S8(value)) => self.push(Node::S8(*value)),
            (Type::U8, Val::U8(value)) => self.push(Node::U8(*value)),
            (Type::S16, Val::S16(value)) => self.push(Node::S16(*value)),
            (Type::U16, Val::U16(value)) => self.push(Node::U16(*value)),
            (Type::S32, Val::S32(value)) => self.push(Node::S32(*value)),
            (Type::U32, Val::U32(value)) => self.push(Node::U32(*value)),
            (Type::S64, Val::S64(value)) => self.push(Node::S64(*value)),
            (Type::U64, Val::U64(value)) => self.push(Node::U64(*value)),
            (Type::Float32, Val::Float32(value)) => self.push(Node::Float32(*value)),
            (Type::Float64, Val::Float64(value)) => self.push(Node::Float64(*value)),
            (Type::Char, Val::Char(value)) => self.push(Node::Char(*value)),
            (Type::String, Val::String(value)) => self.push(Node::String(value.clone())),
            (Type::List(ty), Val::List(elements)) => self.list(elements, &ty.ty()),
            (Type::FixedLengthList(ty), Val::FixedLengthList(elements)) => {
                count("elements", ty.len() as usize, elements.len())?;
                self.list(elements, &ty.ty())
            }
            (Type::Map(ty), Val::Map(entries)) => self.map(entries, &ty.key(), &ty.value()),
            (Type::Record(ty), Val::Record(fields)) => self.record(fields, ty),
            (Type::Tuple(ty), Val::Tuple(elements)) => {
                let types: Vec<Type> = ty.types().collect();
                self.tuple(elements, &types)
            }
            (Type::Variant(ty), Val::Variant(name, payload)) => {
                let mut cases = ty.cases().zip(0..);
                let found = cases.find(|(case, _)| case.name == name);
                let (case, number) = found.ok_or_else(|| unknown("case", name))?;
                let index = self.reserve()?;
                let payload = self.payload(payload.as_deref(), case.ty.as_ref(), name)?;
                self.set(index, Node::Variant((number, payload)));
                Ok(index)
            }
            (Type::Enum(ty), Val::Enum(name)) => {
                let mut names = ty.names().zip(0..);
                let found = names.find(|(case, _)| case == name);
                let (_, number) = found.ok_or_else(|| unknown("case", name))?;
                self.push(Node::Enum(number))
            }
            (Type::Option(_), Val::Option(None)) => self.push(Node::Option(None)),
            (Type::Option(ty), Val::Option(some)) => {
                let index = self.reserve()?;
                let some = self.payload(some.as_deref(), Some(&ty.ty()), "some")?;
                self.set(index, Node::Option(some));
                Ok(index)
            }
            (Type::Result(ty), Val::Result(result)) => {
                let index = self.reserve()?;
                let node = match result {
                    Ok(ok) => Ok(self.payload(ok.as_deref(), ty.ok().as_ref(), "ok")?),
                    Err(err) => Err(self.payload(err.as_deref(), ty.err().as_ref(), "err")?),
                };
                self.set(index, Node::Result(node));
                Ok(index)
            }
            (Type::Flags(ty), Val::Flags(set)) => self.flags(set, ty),
            (Type::Own(ty), value) => {
                let handle = self.handles.send(value, ty, Ownership::Own);
                self.push(Node::Handle(handle.map_err(ValueErrorKind::Handle)?))
            }
            (Type::Borrow(ty), value) => {
                let handle = self.handles.send(value, ty, Ownership::Borrow);
                self.push(Node::Handle(handle.map_err(ValueErrorKind::Handle)?))
            }
            (ty, value) => Err(mismatch(ty, value).into()),
        }
    }

    fn list(&mut self, elements: &[Val], ty: &Type) -> Result<NodeIndex> {
        let index = self.reserve()?;
        let mut children = Vec::with_capacity(elements.len());
        for (position, element) in elements.iter().enumerate() {
            let child = self.value(element, ty);
            children.push(child.map_err(|error| error.below(format!("[{position}]")))?);
        }
        self.set(index, Node::List(children));
        Ok(index)
    }

    fn map(&mut self, entries: &[(Val, Val)], key: &Type, value: &Type) -> Result<NodeIndex> {
        let index = self.reserve()?;
        let mut children = Vec::with_capacity(entries.len());
        for (position, (k, v)) in entries.iter().enumerate() {
            let child = self.pair((k, key), (v, value));
            children.push(child.map_err(|error| error.below(format!("[{position}]")))?);
        }
        self.set(index, Node::List(children));
        Ok(index)
    }

    fn pair(&mut self, first: (&Val, &Type), second: (&Val, &Type)) -> Result<NodeIndex> {
        let index = self.reserve()?;
        let key = self.value(first.0, first.1);
        let key = key.map_err(|error| error.below(".0"))?;
        let value = self.value(second.0, second.1);
        let value = value.map_err(|error| error.below(".1"))?;
        self.set(index, Node::Tuple(vec![key, value]));
        Ok(index)
    }

    fn record(&mut self, fields: &[(String, Val)], ty: &Record) -> Result<NodeIndex> {
        count("fields", ty.fields().len(), fields.len())?;
        let index = self.reserve()?;
        let mut children = Vec::with_capacity(fields.len());
        for (field, (name, value)) in ty.fields().zip(fields) {
            if field.name != name {
                return Err(ValueErrorKind::WrongField { expected: field.name.to_owned(), actual: name.clone() }.into());
            }
            let child = self.value(value, &field.ty);
            children.push(child.map_err(|error| error.below(format!(".{name}")))?);
        }
        self.set(index, Node::Record(children));
        Ok(index)
    }

    fn tuple(&mut self, elements: &[Val], types: &[Type]) -> Result<NodeIndex> {
        count("elements", types.len(), elements.len())?;
        let index = self.reserve()?;
        let mut children = Vec::with_capacity(elements.len());
        for (position, (element, ty)) in elements.iter().zip(types).enumerate() {
            let child = self.value(element, ty);
            children.push(child.map_err(|error| error.below(format!(".{position}")))?);
        }
        self.set(index, Node::Tuple(children));
        Ok(index)
    }

    fn flags(&mut self, set: &[String], ty: &Flags) -> Result<NodeIndex> {
        let mut flags = vec![false; ty.names().len()];
        for name in set {
            let position = ty.names().position(|flag| flag == name);
            flags[position.ok_or_else(|| unknown("flag", name))?] = true;
        }
        self.push(Node::Flags(flags))
    }

    fn payload(&mut self, payload: Option<&Val>, ty: Option<&Type>, case: &str) -> Result<Option<NodeIndex>> {
        let child = match (payload, ty) {
            (None, None) => return Ok(None),
            (Some(value), Some(ty)) => self.value(value, ty),
            (Some(_), None) => Err(ValueErrorKind::ExtraPayload.into()),
            (None, Some(_)) => Err(ValueErrorKind::MissingPayload.into()),
        };
        Ok(Some(child.map_err(|error| error.below(format!(".{case}")))?))
    }
}

fn unknown(what: &'static str, name: &str) -> ValueErrorKind {
    ValueErrorKind::UnknownName { what, name: name.to_owned() }
}

fn mismatch(ty: &Type, value: &Val) -> ValueErrorKind {
    if matches!(ty, Type::Future(_) | Type::Stream(_) | Type::ErrorContext) {
        return ValueErrorKind::UnsupportedType(type_name(ty));
    }
    let mut actual = format!("{value:?}");
    if let Some((cut, _)) = actual.char_indices().nth(60) {
        actual.truncate(cut);
        actual.push('…');
    }
    ValueErrorKind::WrongValue { expected: type_name(ty), actual }
}
