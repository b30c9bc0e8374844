//! WAVE text -> [`Val`], driven by the type: `wasm-wave` parses the text into a tree, and this module types the tree.
//!
//! As WAVE allows, `some(x)` and `ok(x)` can be written as `x`, and optional fields can be omitted. An unknown field of a
//! record is an error.

use wasmtime::component::types::{Record, Variant};
use wasmtime::component::wasm_wave::ast::{Node, NodeType};
use wasmtime::component::wasm_wave::parser::{Parser, ParserError};
use wasmtime::component::{Type, Val};

use crate::value::type_name;

type Result<T, E = TextError> = std::result::Result<T, E>;

/// Why text is not a value of the type, and the place in bytes.
pub(super) struct TextError {
    pub(super) message: String,
    pub(super) position: usize,
}

impl From<ParserError> for TextError {
    fn from(error: ParserError) -> Self {
        let text = error.to_string();
        // a message ends with the span: `… at 3..4`
        let message = text.rsplit_once(" at ").map_or(&text[..], |(message, _)| message);
        TextError { message: message.to_owned(), position: error.span().start }
    }
}

pub(super) fn parse(text: &str, ty: &Type) -> Result<Val> {
    let mut parser = Parser::new(text);
    let value = parser.parse_raw_value()?;
    parser.finish()?;
    Reader { text }.value(value.node(), ty)
}

/// The most characters of a wrong value that are shown.
const SHOWN: usize = 40;

struct Reader<'a> {
    text: &'a str,
}

impl Reader<'_> {
    fn value(&self, node: &Node, ty: &Type) -> Result<Val> {
        let text = self.text;
        let mismatch = |_: ParserError| {
            at(node, format!("expected a value of type `{}`, got `{}`", type_name(ty), short(&text[node.span()])))
        };
        Ok(match ty {
            Type::Bool => Val::Bool(node.as_bool().map_err(mismatch)?),
            Type::S8 => Val::S8(node.as_number(text).map_err(mismatch)?),
            Type::U8 => Val::U8(node.as_number(text).map_err(mismatch)?),
            Type::S16 => Val::S16(node.as_number(text).map_err(mismatch)?),
            Type::U16 => Val::U16(node.as_number(text).map_err(mismatch)?),
            Type::S32 => Val::S32(node.as_number(text).map_err(mismatch)?),
            Type::U32 => Val::U32(node.as_number(text).map_err(mismatch)?),
            Type::S64 => Val::S64(node.as_number(text).map_err(mismatch)?),
            Type::U64 => Val::U64(node.as_number(text).map_err(mismatch)?),
            Type::Float32 => Val::Float32(node.as_number(text).map_err(mismatch)?),
            Type::Float64 => Val::Float64(node.as_number(text).map_err(mismatch)?),
            Type::Char => Val::Char(node.as_char(text).map_err(mismatch)?),
            Type::String | Type::Own(_) | Type::Borrow(_) => {
                Val::String(node.as_str(text).map_err(mismatch)?.into_owned())
            }
            Type::List(ty) => Val::List(self.all(node.as_list().map_err(mismatch)?, &ty.ty())?),
            Type::FixedLengthList(ty) => Val::FixedLengthList(self.all(node.as_list().map_err(mismatch)?, &ty.ty())?),
            Type::Map(ty) => {
                let (key, value) = (ty.key(), ty.value());
                let entries = node.as_list().map_err(mismatch)?;
                let entries = entries.map(|entry| self.entry(entry, &key, &value));
                Val::Map(entries.collect::<Result<_>>()?)
            }
            Type::Record(ty) => self.record(node, ty, mismatch)?,
            Type::Tuple(ty) => {
                let types: Vec<Type> = ty.types().collect();
                self.tuple(node, &types, mismatch)?
            }
            Type::Variant(ty) => self.variant(node, ty, mismatch)?,
            Type::Enum(_) => Val::Enum(node.as_enum(text).map_err(mismatch)?.to_owned()),
            Type::Option(ty) => self.option(node, &ty.ty(), mismatch)?,
            Type::Result(ty) => match (node.ty(), ty.ok()) {
                (NodeType::ResultOk | NodeType::ResultErr, ok) => {
                    Val::Result(match node.as_result().map_err(mismatch)? {
                        Ok(payload) => Ok(self.payload(node, payload, ok.as_ref())?),
                        Err(payload) => Err(self.payload(node, payload, ty.err().as_ref())?),
                    })
                }
                (_, Some(ok)) if !is_option_or_result(&ok) => Val::Result(Ok(Some(Box::new(self.value(node, &ok)?)))),
                _ => return Err(at(node, "expected `ok` or `err`")),
            },
            Type::Flags(_) => {
                let flags = node.as_flags(text).map_err(mismatch)?;
                Val::Flags(flags.map(|flag| flag.trim_start_matches('%').to_owned()).collect())
            }
            Type::Future(_) | Type::Stream(_) | Type::ErrorContext => {
                return Err(at(node, format!("values of type `{}` have no text form", type_name(ty))));
            }
        })
    }

    fn all<'n>(&self, nodes: impl Iterator<Item = &'n Node>, ty: &Type) -> Result<Vec<Val>> {
        nodes.map(|node| self.value(node, ty)).collect()
    }

    fn entry(&self, node: &Node, key: &Type, value: &Type) -> Result<(Val, Val)> {
        let pair: Vec<&Node> = node.as_tuple()?.collect();
        match pair[..] {
            [first, second] => Ok((self.value(first, key)?, self.value(second, value)?)),
            _ => Err(at(node, "expected a pair of key and value")),
        }
    }

    fn record(&self, node: &Node, ty: &Record, mismatch: impl Fn(ParserError) -> TextError) -> Result<Val> {
        let given: Vec<(&str, &Node)> = node.as_record(self.text).map_err(mismatch)?.collect();
        if let Some((name, value)) = given.iter().find(|(name, _)| ty.fields().all(|field| field.name != *name)) {
            return Err(at(value, format!("the record has no field `{name}`")));
        }
        let fields = ty.fields().map(|field| {
            let found = given.iter().find(|(name, _)| *name == field.name);
            let value = match (found, &field.ty) {
                (Some((_, value)), ty) => self.value(value, ty)?,
                (None, Type::Option(_)) => Val::Option(None),
                (None, _) => return Err(at(node, format!("field `{}` is missing", field.name))),
            };
            Ok((field.name.to_owned(), value))
        });
        Ok(Val::Record(fields.collect::<Result<_>>()?))
    }

    fn tuple(&self, node: &Node, types: &[Type], mismatch: impl Fn(ParserError) -> TextError) -> Result<Val> {
        let elements = node.as_tuple().map_err(mismatch)?;
        let (expected, given) = (types.len(), elements.len());
        if expected != given {
            return Err(at(node, format!("expected {expected} elements, got {given}")));
        }
        let elements = elements.zip(types).map(|(node, ty)| self.value(node, ty));
        Ok(Val::Tuple(elements.collect::<Result<_>>()?))
    }

    fn variant(&self, node: &Node, ty: &Variant, mismatch: impl Fn(ParserError) -> TextError) -> Result<Val> {
        let (name, payload) = node.as_variant(self.text).map_err(mismatch)?;
        let case = ty.cases().find(|case| case.name == name);
        let case = case.ok_or_else(|| at(node, format!("the variant has no case `{name}`")))?;
        let payload = self.payload(node, payload, case.ty.as_ref())?;
        Ok(Val::Variant(name.to_owned(), payload))
    }

    fn option(&self, node: &Node, some: &Type, mismatch: impl Fn(ParserError) -> TextError) -> Result<Val> {
        let payload = match node.ty() {
            NodeType::OptionSome | NodeType::OptionNone => node.as_option().map_err(mismatch)?,
            _ if !is_option_or_result(some) => Some(node),
            _ => return Err(at(node, "expected `some` or `none`")),
        };
        let payload = payload.map(|node| self.value(node, some).map(Box::new));
        Ok(Val::Option(payload.transpose()?))
    }

    fn payload(&self, whole: &Node, payload: Option<&Node>, ty: Option<&Type>) -> Result<Option<Box<Val>>> {
        match (payload, ty) {
            (None, None) => Ok(None),
            (Some(node), Some(ty)) => Ok(Some(Box::new(self.value(node, ty)?))),
            (Some(node), None) => Err(at(node, "unexpected payload")),
            (None, Some(_)) => Err(at(whole, "missing payload")),
        }
    }
}

/// The start of a text that is long.
fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.len() == text.len() && text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    line.chars().take(SHOWN - 1).chain(['…']).collect()
}

/// Whether `some(…)` or `ok(…)` around a value of the type is mandatory.
fn is_option_or_result(ty: &Type) -> bool {
    matches!(ty, Type::Option(_) | Type::Result(_))
}

fn at(node: &Node, message: impl Into<String>) -> TextError {
    TextError { message: message.into(), position: node.span().start }
}
