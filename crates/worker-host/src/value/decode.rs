//! [`WitValue`] -> [`Val`], driven by the type. Its arms have the order of those in `encode.rs`.

use wasmtime::component::{Type, Val};

use super::{Handles, Node, NodeIndex, Ownership, ValueError, ValueErrorKind, WitValue, type_name};

type Result<T, E = ValueError> = std::result::Result<T, E>;

/// Decodes a value of type `ty`.
///
/// It neither panics nor loops on any nodes; the work is linear in their number.
///
/// # Errors
///
/// If the nodes are not a tree that is a value of `ty`, or `handles` refuses a handle. By then `handles` has received the
/// handles before that place, so an implementation takes them out of its table only after success.
pub fn from_wire(value: &WitValue, ty: &Type, handles: &mut dyn Handles) -> Result<Val> {
    let mut reader = Reader { nodes: &value.nodes, used: vec![false; value.nodes.len()], handles };
    reader.value(0, ty)
}

/// Decodes a call's answer: a tuple of one element of type `ty`, or of none.
///
/// # Errors
///
/// As [`from_wire`], and if the tuple has more or fewer elements than the function has results.
pub fn answer_from_wire(answer: &WitValue, ty: Option<&Type>, handles: &mut dyn Handles) -> Result<Option<Val>> {
    let mut reader = Reader { nodes: &answer.nodes, used: vec![false; answer.nodes.len()], handles };
    match (reader.take(0)?, ty) {
        (Node::Tuple(results), Some(ty)) => {
            count("results", 1, results.len())?;
            Ok(Some(reader.value(results[0], ty)?))
        }
        (Node::Tuple(results), None) => {
            count("results", 0, results.len())?;
            Ok(None)
        }
        (other, _) => Err(ValueErrorKind::WrongNode { expected: "tuple-value", actual: other.name() }.into()),
    }
}

struct Reader<'a> {
    nodes: &'a [Node],
    /// The nodes that have been read: each has one parent.
    used: Vec<bool>,
    handles: &'a mut dyn Handles,
}

impl<'a> Reader<'a> {
    fn take(&mut self, index: NodeIndex) -> Result<&'a Node> {
        let out_of_range = ValueErrorKind::IndexOutOfRange { index, nodes: self.nodes.len() };
        let Some(position) = usize::try_from(index).ok().filter(|&position| position < self.nodes.len()) else {
            return Err(out_of_range.into());
        };
        if std::mem::replace(&mut self.used[position], true) {
            return Err(ValueErrorKind::NodeUsedTwice { index }.into());
        }
        Ok(&self.nodes[position])
    }

    fn value(&mut self, index: NodeIndex, ty: &Type) -> Result<Val> {
        let node = self.take(index)?;
        Ok(match (ty, node) {
            (Type::Bool, Node::Bool(value)) => Val::Bool(*value),
            (Type::S8, Node::S8(value)) => Val::S8(*value),
            (Type::U8, Node::U8(value)) => Val::U8(*value),
            (Type::S16, Node::S16(value)) => Val::S16(*value),
            (Type::U16, Node::U16(value)) => Val::U16(*value),
            (Type::S32, Node::S32(value)) => Val::S32(*value),
            (Type::U32, Node::U32(value)) => Val::U32(*value),
            (Type::S64, Node::S64(value)) => Val::S64(*value),
            (Type::U64, Node::U64(value)) => Val::U64(*value),
            (Type::Float32, Node::Float32(value)) => Val::Float32(*value),
            (Type::Float64, Node::Float64(value)) => Val::Float64(*value),
            (Type::Char, Node::Char(value)) => Val::Char(*value),
            (Type::String, Node::String(value)) => Val::String(value.clone()),
            (Type::List(ty), Node::List(elements)) => Val::List(self.list(elements, &ty.ty())?),
            (Type::FixedLengthList(ty), Node::List(elements)) => {
                count("elements", ty.len() as usize, elements.len())?;
                Val::FixedLengthList(self.list(elements, &ty.ty())?)
            }
            (Type::Map(ty), Node::List(entries)) => self.map(entries, &ty.key(), &ty.value())?,
            (Type::Record(ty), Node::Record(fields)) => {
                count("fields", ty.fields().len(), fields.len())?;
                let fields = ty.fields().zip(fields).map(|(field, &index)| {
                    let value =
                        self.value(index, &field.ty).map_err(|error| error.below(format!(".{}", field.name)))?;
                    Ok((field.name.to_owned(), value))
                });
                Val::Record(fields.collect::<Result<_>>()?)
            }
            (Type::Tuple(ty), Node::Tuple(elements)) => {
                count("elements", ty.types().len(), elements.len())?;
                let elements = ty.types().zip(elements).enumerate();
                let elements = elements.map(|(position, (ty, &index))| {
                    self.value(index, &ty).map_err(|error| error.below(format!(".{position}")))
                });
                Val::Tuple(elements.collect::<Result<_>>()?)
            }
            (Type::Variant(ty), Node::Variant((case, payload))) => {
                let cases = ty.cases().len();
                let found = ty.cases().nth(*case as usize);
                let found = found.ok_or(ValueErrorKind::WrongCase { case: *case, cases })?;
                let payload = self.payload(*payload, found.ty.as_ref(), found.name)?;
                Val::Variant(found.name.to_owned(), payload)
            }
            (Type::Enum(ty), Node::Enum(case)) => {
                let cases = ty.names().len();
                let found = ty.names().nth(*case as usize);
                let name = found.ok_or(ValueErrorKind::WrongCase { case: *case, cases })?;
                Val::Enum(name.to_owned())
            }
            (Type::Option(_), Node::Option(None)) => Val::Option(None),
            (Type::Option(ty), Node::Option(some)) => Val::Option(self.payload(*some, Some(&ty.ty()), "some")?),
            (Type::Result(ty), Node::Result(Ok(ok))) => Val::Result(Ok(self.payload(*ok, ty.ok().as_ref(), "ok")?)),
            (Type::Result(ty), Node::Result(Err(err))) => {
                Val::Result(Err(self.payload(*err, ty.err().as_ref(), "err")?))
            }
            (Type::Flags(ty), Node::Flags(flags)) => {
                count("flags", ty.names().len(), flags.len())?;
                let set = ty.names().zip(flags).filter(|(_, is_set)| **is_set);
                Val::Flags(set.map(|(name, _)| name.to_owned()).collect())
            }
            (Type::Own(ty), Node::Handle((uri, id))) => {
                self.handles.receive(uri, *id, ty, Ownership::Own).map_err(ValueErrorKind::Handle)?
            }
            (Type::Borrow(ty), Node::Handle((uri, id))) => {
                self.handles.receive(uri, *id, ty, Ownership::Borrow).map_err(ValueErrorKind::Handle)?
            }
            (ty, node) => return Err(mismatch(ty, node).into()),
        })
    }

    fn list(&mut self, elements: &[NodeIndex], ty: &Type) -> Result<Vec<Val>> {
        let elements = elements.iter().enumerate();
        let elements = elements
            .map(|(position, &index)| self.value(index, ty).map_err(|error| error.below(format!("[{position}]"))));
        elements.collect()
    }

    fn map(&mut self, entries: &[NodeIndex], key: &Type, value: &Type) -> Result<Val> {
        let entries = entries.iter().enumerate();
        let entries = entries.map(|(position, &index)| {
            self.entry(index, key, value).map_err(|error| error.below(format!("[{position}]")))
        });
        Ok(Val::Map(entries.collect::<Result<_>>()?))
    }

    fn entry(&mut self, index: NodeIndex, key: &Type, value: &Type) -> Result<(Val, Val)> {
        match self.take(index)? {
            Node::Tuple(pair) => {
                let &[first, second] = &pair[..] else {
                    return Err(wrong_count("elements", 2, pair.len()).into());
                };
                let key = self.value(first, key).map_err(|error| error.below(".0"))?;
                let value = self.value(second, value);
                Ok((key, value.map_err(|error| error.below(".1"))?))
            }
            other => Err(ValueErrorKind::WrongNode { expected: "tuple-value", actual: other.name() }.into()),
        }
    }

    fn payload(&mut self, payload: Option<NodeIndex>, ty: Option<&Type>, case: &str) -> Result<Option<Box<Val>>> {
        let value = match (payload, ty) {
            (None, None) => return Ok(None),
            (Some(index), Some(ty)) => self.value(index, ty),
            (Some(_), None) => Err(ValueErrorKind::ExtraPayload.into()),
            (None, Some(_)) => Err(ValueErrorKind::MissingPayload.into()),
        };
        let value = value.map_err(|error| error.below(format!(".{case}")))?;
        Ok(Some(Box::new(value)))
    }
}

pub(super) fn count(what: &'static str, expected: usize, actual: usize) -> Result<()> {
    if expected == actual { Ok(()) } else { Err(wrong_count(what, expected, actual).into()) }
}

fn wrong_count(what: &'static str, expected: usize, actual: usize) -> ValueErrorKind {
    ValueErrorKind::WrongCount { what, expected, actual }
}

fn mismatch(ty: &Type, node: &Node) -> ValueErrorKind {
    let expected = match ty {
        Type::Bool => "prim-bool",
        Type::S8 => "prim-s8",
        Type::U8 => "prim-u8",
        Type::S16 => "prim-s16",
        Type::U16 => "prim-u16",
        Type::S32 => "prim-s32",
        Type::U32 => "prim-u32",
        Type::S64 => "prim-s64",
        Type::U64 => "prim-u64",
        Type::Float32 => "prim-float32",
        Type::Float64 => "prim-float64",
        Type::Char => "prim-char",
        Type::String => "prim-string",
        Type::List(_) | Type::FixedLengthList(_) | Type::Map(_) => "list-value",
        Type::Record(_) => "record-value",
        Type::Tuple(_) => "tuple-value",
        Type::Variant(_) => "variant-value",
        Type::Enum(_) => "enum-value",
        Type::Option(_) => "option-value",
        Type::Result(_) => "result-value",
        Type::Flags(_) => "flags-value",
        Type::Own(_) | Type::Borrow(_) => "handle",
        Type::Future(_) | Type::Stream(_) | Type::ErrorContext => {
            return ValueErrorKind::UnsupportedType(type_name(ty));
        }
    };
    ValueErrorKind::WrongNode { expected, actual: node.name() }
}
