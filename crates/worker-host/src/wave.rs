//! WAVE text <-> values, with handles, maps and fixed-length lists, which `wasm-wave` does not support.
//!
//! | type | WAVE |
//! | --- | --- |
//! | `map<k, v>` | a list of pairs: `[("a", 1), ("b", 2)]` |
//! | `list<t, N>` | a list |
//! | own, borrow | `handle(urn:worker:history/alice, 3)`; in quotes inside other values |

use wasmtime::component::wasm_wave;
use wasmtime::component::{ResourceType, Type, Val};

use crate::value::{self, Handles, Node, Ownership, Uri, ValueError, WitValue};
use crate::worker_id::WorkerId;

mod describe;
mod typed;

pub(crate) use describe::{ResourceNames, example, type_text};

/// Why text is not a value of a type.
#[derive(Debug, thiserror::Error)]
pub enum WaveError {
    /// The text is not WAVE, or not of the type.
    #[error("{0}")]
    Parse(String),
    /// The value is of the type for WAVE, but has a wrong number of elements or an invalid handle.
    #[error(transparent)]
    Value(#[from] ValueError),
}

/// Parses an argument; one without a type is the handle that a drop takes.
pub(crate) fn parse_param(text: &str, ty: Option<&Type>) -> Result<WitValue, WaveError> {
    let text = text.trim();
    let Some(ty) = ty else {
        let handle = parse_handle(text.trim_matches('"')).map_err(WaveError::Parse)?;
        return Ok(WitValue { nodes: vec![Node::Handle(handle)] });
    };
    let value = match ty {
        Type::Own(_) | Type::Borrow(_) if text.starts_with("handle(") => Val::String(text.to_owned()),
        _ => typed::parse(text, ty).map_err(|error| {
            let before = text.get(..error.position).unwrap_or(text);
            let column = before.chars().count() + 1;
            WaveError::Parse(format!("{} at column {column}", error.message))
        })?,
    };
    Ok(value::to_wire(&value, ty, &mut HandleText)?)
}

/// Prints a value of type `ty`, or `?` if it is not one.
pub(crate) fn print(value: &WitValue, ty: &Type) -> String {
    let value = value::from_wire(value, ty, &mut HandleText);
    value.map_or_else(|_| UNPRINTABLE.to_owned(), write)
}

/// Prints a call's answer; `()` if the function has no result.
pub(crate) fn print_answer(answer: &WitValue, ty: Option<&Type>) -> String {
    match value::answer_from_wire(answer, ty, &mut HandleText) {
        Ok(Some(value)) => write(value),
        Ok(None) => "()".to_owned(),
        Err(_) => UNPRINTABLE.to_owned(),
    }
}

/// Prints a value of unknown type: a handle, else `?`.
pub(crate) fn print_untyped(value: &WitValue) -> String {
    match &value.nodes[..] {
        [Node::Handle((uri, id))] => handle_text(uri, *id),
        _ => UNPRINTABLE.to_owned(),
    }
}

/// Printed in place of a value that cannot be printed.
const UNPRINTABLE: &str = "?";

fn write(value: Val) -> String {
    wasm_wave::to_string(&without_maps(value)).unwrap_or_else(|_| UNPRINTABLE.to_owned())
}

/// The value with maps as lists of pairs.
fn without_maps(value: Val) -> Val {
    let all = |values: Vec<Val>| values.into_iter().map(without_maps).collect();
    let boxed = |value: Option<Box<Val>>| value.map(|value| Box::new(without_maps(*value)));
    match value {
        Val::Map(entries) => {
            let pair = |(key, value)| Val::Tuple(vec![without_maps(key), without_maps(value)]);
            Val::List(entries.into_iter().map(pair).collect())
        }
        Val::List(values) => Val::List(all(values)),
        Val::FixedLengthList(values) => Val::List(all(values)),
        Val::Tuple(values) => Val::Tuple(all(values)),
        Val::Record(fields) => {
            let field = |(name, value)| (name, without_maps(value));
            Val::Record(fields.into_iter().map(field).collect())
        }
        Val::Variant(name, payload) => Val::Variant(name, boxed(payload)),
        Val::Option(some) => Val::Option(boxed(some)),
        Val::Result(Ok(ok)) => Val::Result(Ok(boxed(ok))),
        Val::Result(Err(err)) => Val::Result(Err(boxed(err))),
        other => other,
    }
}

/// Converts handles to and from text. Text to be printed is an enum's label, which WAVE writes without quotes.
struct HandleText;

impl Handles for HandleText {
    fn send(&mut self, value: &Val, _: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        match value {
            Val::String(text) => parse_handle(text),
            _ => Err("expected a handle as text".to_owned()),
        }
    }

    fn receive(&mut self, uri: &Uri, id: u64, _: &ResourceType, _: Ownership) -> Result<Val, String> {
        Ok(Val::Enum(handle_text(uri, id)))
    }
}

fn handle_text(uri: &Uri, id: u64) -> String {
    format!("handle({}, {id})", uri.value)
}

fn parse_handle(text: &str) -> Result<(Uri, u64), String> {
    let parts = || {
        let inner = text.strip_prefix("handle(")?.strip_suffix(')')?;
        let (uri, id) = inner.rsplit_once(',')?;
        Some((uri.trim().to_owned(), id.trim().parse().ok()?))
    };
    let (value, id) = parts().ok_or_else(|| format!("expected `handle(URI, ID)`, got `{text}`"))?;
    WorkerId::parse(&value).map_err(|error| error.to_string())?;
    Ok((Uri { value }, id))
}
