//! Types of the target that bindings in other languages do not have. A stub cannot change them; a note reports them.
//!
//! | type | not in |
//! | --- | --- |
//! | `list<T, N>` | C and Go (`wit-bindgen` 0.63), JavaScript (`componentize-js` 0.23), Python (`componentize-py` 0.25) |
//! | `map<K, V>` | JavaScript, Python |
//! | a record with a field `restrict`, `typeof` or a keyword in capitals | C |
//! | a variant with a case `tag` that has a payload | Go |

use super::parameters::is_valid_field_in_c;
use crate::types::reachable;
use crate::{Diagnostic, StubModel};
use wit_parser::TypeDefKind;

/// A note for the first type of each kind that some languages do not have.
pub(crate) fn binding_limits(model: &StubModel) -> Vec<Diagnostic> {
    let resolve = &model.resolve;
    let types = model.functions().flat_map(|function| function.values().chain(function.result));
    let mut notes: Vec<(String, Diagnostic)> = Vec::new();
    for id in reachable(resolve, types) {
        let definition = &resolve.types[id];
        let name = definition.name.as_deref().map_or(String::new(), |name| format!(" `{name}`"));
        let Some((languages, what)) = limit(&definition.kind) else { continue };
        let message = format!("callers in {languages} cannot bind the type{name}: {what}");
        if notes.iter().all(|(other, _)| *other != what) {
            notes.push((what, Diagnostic::note(message).at_span(resolve, definition.span)));
        }
    }
    notes.into_iter().map(|(_, note)| note).collect()
}

/// The languages whose bindings do not have a type, and what they do not have.
fn limit(kind: &TypeDefKind) -> Option<(&'static str, String)> {
    match kind {
        TypeDefKind::FixedLengthList(..) => {
            Some(("C, Go, JavaScript and Python", "they have no fixed-length lists".to_string()))
        }
        TypeDefKind::Map(..) => Some(("JavaScript and Python", "they have no maps".to_string())),
        TypeDefKind::Record(record) => {
            let field = record.fields.iter().find(|field| !is_valid_field_in_c(&field.name))?;
            Some(("C", format!("its field `{}` is a keyword", field.name)))
        }
        TypeDefKind::Variant(variant) => {
            let mut cases = variant.cases.iter();
            let case = cases.find(|case| case.ty.is_some() && case.name.eq_ignore_ascii_case("tag"))?;
            Some(("Go", format!("its case `{}` has a payload, and variants there have a method `Tag`", case.name)))
        }
        _ => None,
    }
}
