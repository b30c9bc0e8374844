//! Types of the target that bindings in other languages do not have. A stub cannot change them; a note reports them.
//!
//! | type | not in |
//! | --- | --- |
//! | `list<T, N>` | C and Go (`wit-bindgen` 0.63), JavaScript (`componentize-js` 0.23), Python (`componentize-py` 0.25) |
//! | `map<K, V>` | JavaScript, Python |
//! | a record with a field `restrict`, `typeof` or a keyword in capitals | C |
//! | a variant with a case `tag` that has a payload | Go |
//! | a version with build metadata, a method `constructor` | JavaScript |

use super::parameters::is_valid_field_in_c;
use crate::model::{Function, FunctionKind};
use crate::types::reachable;
use crate::{Diagnostic, StubModel};
use wit_parser::TypeDefKind;

/// A note for the first type of each kind that some languages do not have.
pub(crate) fn binding_limits(model: &StubModel) -> Vec<Diagnostic> {
    let resolve = &model.resolve;
    let types = model.functions().flat_map(|function| function.values().chain(function.result));
    let mut limits: Vec<String> = Vec::new();
    let mut notes: Vec<_> = javascript_limits(model).into_iter().map(Diagnostic::note).collect();
    for id in reachable(resolve, types) {
        let definition = &resolve.types[id];
        let name = definition.name.as_deref().unwrap_or_default();
        let Some(limit) = limit(name, &definition.kind).filter(|limit| !limits.contains(limit)) else { continue };
        notes.push(Diagnostic::note(&limit).at_span(&model.sources, resolve, definition.span));
        limits.push(limit);
    }
    notes
}

/// What is not a type: the version of the stub's package, and methods.
fn javascript_limits(model: &StubModel) -> Vec<String> {
    let mut limits = Vec::new();
    let version = model.package.version.as_ref();
    if let Some(version) = version.filter(|version| !version.build.is_empty()) {
        limits.push(format!("bindings for JavaScript cannot have the version `{version}`: it has build metadata"));
    }
    for resource in &model.resources {
        let is_constructor = |function: &Function| {
            function.kind == FunctionKind::Method && function.name.to_lowercase().ends_with(".constructor")
        };
        if resource.functions.iter().any(is_constructor) {
            let name = &resource.name;
            limits.push(format!("bindings for JavaScript cannot have the method `{name}.constructor`: it is reserved"));
        }
    }
    limits
}

/// What the bindings of some languages do not have.
fn limit(name: &str, kind: &TypeDefKind) -> Option<String> {
    match kind {
        TypeDefKind::FixedLengthList(..) => {
            Some("bindings for C, Go, JavaScript and Python have no fixed-length lists".to_string())
        }
        TypeDefKind::Map(..) => Some("bindings for JavaScript and Python have no maps".to_string()),
        TypeDefKind::Record(record) => {
            let field = record.fields.iter().find(|field| !is_valid_field_in_c(&field.name))?;
            Some(format!("bindings for C cannot have the field `{}` of `{name}`: it is a keyword", field.name))
        }
        TypeDefKind::Variant(variant) => {
            let mut cases = variant.cases.iter();
            let case = cases.find(|case| case.ty.is_some() && case.name.eq_ignore_ascii_case("tag"))?;
            Some(format!("bindings for Go cannot have the case `{}` of `{name}`: they add a method `Tag`", case.name))
        }
        _ => None,
    }
}
