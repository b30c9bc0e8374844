//! WAVE text <-> values, with what `wasm-wave` lacks: handles, maps and fixed-length lists.
//!
//! | type | WAVE |
//! | --- | --- |
//! | `map<k, v>` | a list of pairs: `[("a", 1), ("b", 2)]` |
//! | `list<t, N>` | a list |
//! | own, borrow | `handle(urn:worker:history/alice, 3)`; inside of other values it is read in quotes |
//!
//! A handle stands in a [`Val`] as the string or the enum label that it is written as: there is no resource here.

use wasmtime::component::wasm_wave;
use wasmtime::component::{ResourceType, Type, Val};

use crate::value::{self, Handles, Node, Ownership, Uri, ValueError, WitValue};
use crate::worker_id::WorkerId;

mod typed;

/// Text that is not a value of the type.
#[derive(Debug, thiserror::Error)]
pub enum WaveError {
    /// Not WAVE, or not of the type.
    #[error("{0}")]
    Parse(String),
    /// Of the type as far as WAVE can tell, but with the wrong number of elements or a handle that is none.
    #[error(transparent)]
    Value(#[from] ValueError),
}

/// Reads a value of type `ty`.
///
/// # Errors
///
/// Where the text isn't WAVE or no value of the type.
pub fn parse(text: &str, ty: &Type) -> Result<WitValue, WaveError> {
    let text = text.trim();
    let value = match ty {
        Type::Own(_) | Type::Borrow(_) if text.starts_with("handle(") => Val::String(text.to_owned()),
        _ => typed::parse(text, ty).map_err(|error| {
            let before = text.get(..error.position).unwrap_or(text);
            let column = before.chars().count() + 1;
            WaveError::Parse(format!("{} at column {column}", error.message))
        })?,
    };
    from_val(&value, ty)
}

/// The wire form of a value whose handles are strings like `handle(urn:worker:history/alice, 3)`.
///
/// # Errors
///
/// Where the value is not of type `ty`.
pub fn from_val(value: &Val, ty: &Type) -> Result<WitValue, WaveError> {
    Ok(value::to_wire(value, ty, &mut HandleText::Quoted)?)
}

/// The typed form of a value, its handles as strings.
///
/// # Errors
///
/// Where the value is not of type `ty`.
pub fn to_val(value: &WitValue, ty: &Type) -> Result<Val, ValueError> {
    value::from_wire(value, ty, &mut HandleText::Quoted)
}

/// Writes a value of type `ty`; what isn't one is written as `?`.
pub fn print(value: &WitValue, ty: &Type) -> String {
    let value = value::from_wire(value, ty, &mut HandleText::Bare);
    value.map_or_else(|_| UNREADABLE.to_owned(), write)
}

/// Writes a call's answer; `()` where the function has no result.
pub fn print_answer(answer: &WitValue, ty: Option<&Type>) -> String {
    match value::answer_from_wire(answer, ty, &mut HandleText::Bare) {
        Ok(Some(value)) => write(value),
        Ok(None) => "()".to_owned(),
        Err(_) => UNREADABLE.to_owned(),
    }
}

/// Writes a value whose type isn't known: a handle, else `?`.
pub(crate) fn print_untyped(value: &WitValue) -> String {
    match &value.nodes[..] {
        [Node::Handle((uri, id))] => handle_text(uri, *id),
        _ => UNREADABLE.to_owned(),
    }
}

/// The result in a call's answer, its handles as strings.
pub(crate) fn answer_to_val(answer: &WitValue, ty: Option<&Type>) -> Result<Option<Val>, ValueError> {
    value::answer_from_wire(answer, ty, &mut HandleText::Quoted)
}

/// Reads an argument; one without a type is a handle, as a drop takes it.
pub(crate) fn parse_param(text: &str, ty: Option<&Type>) -> Result<WitValue, WaveError> {
    match ty {
        Some(ty) => parse(text, ty),
        None => only_handle(text.trim().trim_matches('"')),
    }
}

/// The wire form of an argument; one without a type is a handle, as a drop takes it.
pub(crate) fn from_param(value: &Val, ty: Option<&Type>) -> Result<WitValue, WaveError> {
    match (ty, value) {
        (Some(ty), value) => from_val(value, ty),
        (None, Val::String(text)) => only_handle(text),
        (None, _) => Err(WaveError::Parse("expected a handle as a string".to_owned())),
    }
}

fn only_handle(text: &str) -> Result<WitValue, WaveError> {
    let handle = parse_handle(text).map_err(WaveError::Parse)?;
    let nodes = vec![Node::Handle(handle)];
    Ok(WitValue { nodes })
}

/// What stands for a value that can't be written.
const UNREADABLE: &str = "?";

fn write(value: Val) -> String {
    wasm_wave::to_string(&without_maps(value)).unwrap_or_else(|_| UNREADABLE.to_owned())
}

/// Maps as lists of pairs, since WAVE has none.
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

/// How a handle stands in a [`Val`].
#[derive(Clone, Copy)]
enum HandleText {
    /// A string.
    Quoted,
    /// An enum's label, which is written as it is.
    Bare,
}

impl Handles for HandleText {
    fn send(&mut self, value: &Val, _: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        let (Val::String(text) | Val::Enum(text)) = value else {
            return Err("expected a handle as text".to_owned());
        };
        parse_handle(text)
    }

    fn receive(&mut self, uri: &Uri, id: u64, _: &ResourceType, _: Ownership) -> Result<Val, String> {
        let text = handle_text(uri, id);
        Ok(match self {
            HandleText::Quoted => Val::String(text),
            HandleText::Bare => Val::Enum(text),
        })
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
