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
use crate::model::FunctionKind;
use crate::uses::{Site, type_uses};
use crate::{Diagnostic, Item, StubModel};
use indexmap::{IndexMap, IndexSet};
use wit_parser::TypeDefKind;

/// A limit that several items of a target can exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Limit {
    Method,
    FixedLengthList,
    Map,
    Field,
    Case,
}

impl Limit {
    /// What the bindings of some languages do not have: `one` item, or `several`.
    fn message(self, one: Option<&str>, several: usize) -> String {
        let count = |items: &str, item: &str| one.map_or(format!("{several} {items}"), |name| format!("{item}{name}"));
        match self {
            Self::Method => {
                let methods = count("methods", "the method ");
                format!("bindings for JavaScript cannot have {methods}: the name `constructor` is reserved")
            }
            Self::FixedLengthList => {
                let places = count("places", "");
                format!("bindings for C, Go, JavaScript and Python have no fixed-length lists (in {places})")
            }
            Self::Map => format!("bindings for JavaScript and Python have no maps (in {})", count("places", "")),
            Self::Field => {
                let fields = count("fields", "the field ");
                format!("bindings for C cannot have {fields}: the name is a keyword")
            }
            Self::Case => {
                format!("bindings for Go cannot have {}: they add a method `Tag`", count("cases", "the case "))
            }
        }
    }
}

/// A note for each limit that the target exceeds.
pub(crate) fn binding_limits(model: &StubModel) -> Vec<Diagnostic> {
    let mut found: IndexMap<Limit, IndexSet<Item>> = IndexMap::new();
    let mut add = |limit, item| {
        found.entry(limit).or_default().insert(item);
    };
    for function in model.functions() {
        if function.kind == FunctionKind::Method && function.item_name().eq_ignore_ascii_case("constructor") {
            add(Limit::Method, Site::Function(function).item(model));
        }
    }
    for (id, site) in type_uses(model) {
        let kind = &model.resolve.types[id].kind;
        match kind {
            TypeDefKind::FixedLengthList(..) => add(Limit::FixedLengthList, site.item(model)),
            TypeDefKind::Map(..) => add(Limit::Map, site.item(model)),
            TypeDefKind::Record(record) => {
                for field in record.fields.iter().filter(|field| !is_valid_field_in_c(&field.name)) {
                    add(Limit::Field, site.member(model, &field.name));
                }
            }
            TypeDefKind::Variant(variant) => {
                let is_tag = |case: &&wit_parser::Case| case.ty.is_some() && case.name.eq_ignore_ascii_case("tag");
                for case in variant.cases.iter().filter(is_tag) {
                    add(Limit::Case, site.member(model, &case.name));
                }
            }
            _ => {}
        }
    }
    let note = |(limit, items): (Limit, IndexSet<Item>)| {
        let items = items.into_iter().collect();
        Diagnostic::note_about(items, |item| limit.message(Some(item), 1), |count| limit.message(None, count))
    };
    version_in_javascript(model).into_iter().chain(found.into_iter().filter_map(note)).collect()
}

/// A note about a version that JavaScript cannot have.
fn version_in_javascript(model: &StubModel) -> Option<Diagnostic> {
    let version = model.package.version.as_ref().filter(|version| !version.build.is_empty())?;
    let message = format!("bindings for JavaScript cannot have the version `{version}`: it has build metadata");
    Some(Diagnostic::note(message))
}
