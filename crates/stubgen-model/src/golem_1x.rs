//! Features that the engine of Golem 1.0 and 1.1 does not support, and which of them a stub uses.
//!
//! These versions run components on wasmtime 21, which implements the component model of the summer of 2024. Newer
//! features that the WIT of a target can use:
//!
//! | newer | wasmtime 21, wasmparser 0.207 |
//! | --- | --- |
//! | a constructor that returns a `result` | `validator/component.rs`: a constructor returns `(own $T)` |
//! | `map<K, V>` | `readers/component/types.rs`: not a type |
//! | `list<T, N>` | the same |
//! | a word that starts with a digit: `a-1` | `validator/names.rs`: each word starts with a letter |
//! | more than 1000 fields, cases or elements | `limits.rs`: 10,000 today |
//!
//! A stub contains no `async func`, `stream`, `future` or `error-context`. More than 32 flags, which today's engines
//! refuse, and deep types are supported. `implements` and nested namespaces (`a:b:c/d`) concern imports and packages that
//! no stub has. A component contains only the types in the signatures of the stub's functions, at any depth.
//!
//! The tests compare the notes with the emitted component, and `tests/golem-engine` runs the engine itself.

use std::collections::HashSet;

use indexmap::{IndexMap, IndexSet};
use wit_parser::{Type, TypeDefKind, TypeId, TypeOwner};

use crate::model::{FunctionKind, ParamType, TypePlacement};
use crate::types::{canonical, handle_of, member_types, members};
use crate::{Diagnostic, StubModel};

/// The most fields, cases or elements of a type there.
const MAX_MEMBERS: usize = 1_000;

/// A feature that the engine of Golem 1.0 and 1.1 does not support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewerFeature {
    /// A constructor that returns a `result`.
    FallibleConstructor,
    /// `map<K, V>`.
    Map,
    /// `list<T, N>`.
    FixedLengthList,
    /// A name with a word that starts with a digit.
    DigitWord,
    /// A type with more fields, cases or elements than the limit.
    ManyMembers,
}

impl NewerFeature {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::FallibleConstructor, Self::Map, Self::FixedLengthList, Self::DigitWord, Self::ManyMembers];

    /// What it is, as a part of a sentence.
    pub fn description(self) -> &'static str {
        self.texts()[0]
    }

    /// The description, the preposition between it and the item that uses the feature, and how to avoid it.
    fn texts(self) -> [&'static str; 3] {
        match self {
            Self::FallibleConstructor => [
                "a constructor that returns a `result`",
                "of ",
                "use `--rpc-errors result`, which turns it into a static function, or make it one in the target",
            ],
            Self::Map => ["`map`", "in ", "use `list<tuple<K, V>>` if the stub is for Golem 1.0 or 1.1"],
            Self::FixedLengthList => {
                ["fixed-length lists", "in ", "use `list<T>` or a tuple if the stub is for Golem 1.0 or 1.1"]
            }
            Self::DigitWord => [
                "names with a word that starts with a digit",
                "",
                "join it to the previous word (`a1`) if the stub is for Golem 1.0 or 1.1",
            ],
            Self::ManyMembers => [
                "types with more than 1000 fields, cases or elements",
                "in ",
                "split the type if the stub is for Golem 1.0 or 1.1",
            ],
        }
    }
}

/// A note for each unsupported feature of a stub.
pub(crate) fn notes(model: &StubModel) -> Vec<Diagnostic> {
    let mut by_feature: IndexMap<NewerFeature, Vec<String>> = IndexMap::new();
    for (feature, item) in features(model) {
        by_feature.entry(feature).or_default().push(item);
    }
    by_feature.sort_unstable_keys();
    let note = |(feature, mut items): (NewerFeature, Vec<String>)| {
        // Users know the target's name, not the stub's.
        let own = items.iter_mut().filter(|item| **item == model.package.name);
        own.for_each(|item| item.clone_from(&model.target.name));
        let place = match items.as_slice() {
            [item] => format!("`{item}`"),
            items => format!("`{}` and {} more", items[0], items.len() - 1),
        };
        let (interface, [what, preposition, hint]) = (&model.interface, feature.texts());
        let message =
            format!("`{interface}` uses {what} ({preposition}{place}): Golem 1.0 and 1.1 cannot load the stub");
        Diagnostic::note(message).hint(hint)
    };
    by_feature.into_iter().map(note).collect()
}

/// The unsupported features that a stub uses, each with the item that uses it: a name, a type or `resource.function`.
fn features(model: &StubModel) -> IndexSet<(NewerFeature, String)> {
    let mut search = Search { model, seen: HashSet::new(), found: IndexSet::new() };
    for name in [&model.package.namespace, &model.package.name, &model.interface] {
        search.name(name);
    }
    for resource in &model.resources {
        search.name(&resource.name);
        for function in resource.remote_functions() {
            let place = match function.kind {
                FunctionKind::Constructor => resource.name.clone(),
                _ => format!("{}.{}", resource.name, function.item_name()),
            };
            search.name(function.item_name());
            for param in &function.params {
                search.name(&param.name);
                if let ParamType::Value(ty) = param.ty {
                    search.types([ty], &place);
                }
            }
            search.types(function.result, &place);
        }
        let fails = |ty: Type| handle_of(&model.resolve, ty).is_none();
        if resource.remote_constructor().is_some_and(|function| function.result.is_some_and(fails)) {
            search.add(NewerFeature::FallibleConstructor, &resource.name);
        }
    }
    for future in &model.futures {
        search.name(&future.name);
        search.types([future.result], &future.name);
    }
    search.found
}

/// Where a type is defined, which determines its name: in the stub interface, or in an interface of the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Home {
    Stub,
    Target,
}

/// Visits each type once.
struct Search<'a> {
    model: &'a StubModel,
    seen: HashSet<(TypeId, Home)>,
    found: IndexSet<(NewerFeature, String)>,
}

impl Search<'_> {
    fn add(&mut self, feature: NewerFeature, item: &str) {
        self.found.insert((feature, item.to_string()));
    }

    fn name(&mut self, name: &str) {
        if name.split('-').any(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
            self.add(NewerFeature::DigitWord, name);
        }
    }

    /// The names of the interface that defines a type.
    fn owner(&mut self, owner: TypeOwner) {
        let TypeOwner::Interface(id) = owner else { return };
        let resolve = &self.model.resolve;
        let interface = &resolve.interfaces[id];
        let package = interface.package.map(|id| &resolve.packages[id].name);
        let package = package.into_iter().flat_map(|package| [&package.namespace, &package.name]);
        for name in interface.name.iter().chain(package) {
            self.name(name);
        }
    }

    /// The types in `types` at any depth. `place` uses them, or the nearest named type that contains them.
    fn types(&mut self, types: impl IntoIterator<Item = Type>, place: &str) {
        let resolve = &self.model.resolve;
        let mut open: Vec<_> = types.into_iter().map(|ty| (ty, Home::Stub, place.to_string())).collect();
        while let Some((ty, home, place)) = open.pop() {
            let Type::Id(id) = ty else { continue };
            let (id, home, name) = self.definition(id, home);
            if !self.seen.insert((id, home)) {
                continue;
            }
            if let Some(name) = &name {
                self.name(name);
            }
            if home == Home::Target {
                self.owner(resolve.types[id].owner);
            }
            let place = name.unwrap_or(place);
            self.kind(&resolve.types[id].kind, &place);
            open.extend(member_types(&resolve.types[id].kind).map(|part| (part, home, place.clone())));
        }
    }

    /// The type definition for `id` in the component, where it is, and its name there.
    fn definition(&self, id: TypeId, home: Home) -> (TypeId, Home, Option<String>) {
        let resolve = &self.model.resolve;
        if home == Home::Target {
            return (id, home, resolve.types[id].name.clone());
        }
        let id = canonical(resolve, id);
        match self.model.types.get(&id) {
            None => (id, Home::Stub, None),
            Some(ty) => match ty.placement {
                TypePlacement::Used(_) => (id, Home::Target, resolve.types[id].name.clone()),
                TypePlacement::Defined => (id, Home::Stub, Some(ty.name.clone())),
            },
        }
    }

    /// The features and names of a type definition itself, without the types of its members.
    fn kind(&mut self, kind: &TypeDefKind, place: &str) {
        let members = members(kind);
        let feature = match kind {
            TypeDefKind::Map(..) => Some(NewerFeature::Map),
            TypeDefKind::FixedLengthList(..) => Some(NewerFeature::FixedLengthList),
            _ => (members.len() > MAX_MEMBERS).then_some(NewerFeature::ManyMembers),
        };
        if let Some(feature) = feature {
            self.add(feature, place);
        }
        members.iter().filter_map(|member| member.name).for_each(|name| self.name(name));
    }
}
