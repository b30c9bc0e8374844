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
//! | `async func`, `stream`, `future`, `error-context` | the same; a stub contains none of them |
//! | a word that starts with a digit: `a-1` | `validator/names.rs`: each word starts with a letter |
//! | more than 1000 fields, cases or elements | `limits.rs`: 10,000 today |
//!
//! More than 32 flags, which today's engines refuse, and deep types are supported. `implements` and nested namespaces
//! (`a:b:c/d`) concern imports and packages that no stub has. A component contains only the types in the signatures of the
//! stub's functions, at any depth.
//!
//! `tests/golem-engine` runs the engine itself. The tests compare the two searches of this file with each other.

use std::collections::HashSet;

use indexmap::{IndexMap, IndexSet};
use wit_parser::{FunctionKind, Resolve, Type, TypeDefKind, TypeId, TypeOwner, WorldId, WorldItem};

use crate::model::{FunctionKind as StubFunctionKind, ParamType, StubType, TypePlacement};
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
    /// `async func`.
    AsyncFunction,
    /// `stream`.
    Stream,
    /// `future`.
    Future,
    /// `error-context`.
    ErrorContext,
    /// A name with a word that starts with a digit.
    DigitWord,
    /// A type with more fields, cases or elements than the limit.
    ManyMembers,
}

impl NewerFeature {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::FallibleConstructor,
        Self::Map,
        Self::FixedLengthList,
        Self::AsyncFunction,
        Self::Stream,
        Self::Future,
        Self::ErrorContext,
        Self::DigitWord,
        Self::ManyMembers,
    ];

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
                "use `--rpc-errors result`, which turns it into a static function, or a static function in the target",
            ],
            Self::Map => ["`map`", "in ", "use `list<tuple<K, V>>` if the stub is for Golem 1.0 or 1.1"],
            Self::FixedLengthList => {
                ["fixed-length lists", "in ", "use `list<T>` or a tuple if the stub is for Golem 1.0 or 1.1"]
            }
            Self::AsyncFunction => ["`async func`", "in ", "remove `async` if the stub is for Golem 1.0 or 1.1"],
            Self::Stream => ["`stream`", "in ", PLAIN_DATA],
            Self::Future => ["`future`", "in ", PLAIN_DATA],
            Self::ErrorContext => ["`error-context`", "in ", PLAIN_DATA],
            Self::DigitWord => [
                "names with a word that starts with a digit",
                "",
                "join it to the previous word (`a1`) if the stub is for Golem 1.0 or 1.1",
            ],
            Self::ManyMembers => [
                "types of more than 1000 fields, cases or elements",
                "in ",
                "split the type if the stub is for Golem 1.0 or 1.1",
            ],
        }
    }
}

const PLAIN_DATA: &str = "pass plain data if the stub is for Golem 1.0 or 1.1";

/// The unsupported features of a stub's component, each with the item that uses it: a name, a type or
/// `resource.function`. `world` is the stub's world in the `Resolve` of its own WIT.
pub fn newer_features(resolve: &Resolve, world: WorldId) -> Vec<(NewerFeature, String)> {
    let mut search = Search { resolve, stub_types: None, seen: HashSet::new(), found: IndexSet::new() };
    for (key, item) in &resolve.worlds[world].exports {
        match item {
            WorldItem::Interface { id, .. } => {
                let interface = &resolve.interfaces[*id];
                search.owner(TypeOwner::Interface(*id));
                for function in interface.functions.values() {
                    search.wit_function(function);
                }
                // An export defines all of its types, whether or not a function mentions them.
                for (name, id) in &interface.types {
                    search.name(name);
                    search.types([Type::Id(*id)], name);
                }
            }
            WorldItem::Function(function) => search.wit_function(function),
            WorldItem::Type { id, .. } => search.types([Type::Id(*id)], &resolve.name_world_key(key)),
        }
    }
    search.found.into_iter().collect()
}

/// A note for each unsupported feature of a stub.
pub(crate) fn notes(model: &StubModel) -> Vec<Diagnostic> {
    let mut by_feature: IndexMap<NewerFeature, Vec<String>> = IndexMap::new();
    for (feature, item) in of_model(model) {
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

/// The same search in the model, before the stub's WIT exists.
fn of_model(model: &StubModel) -> IndexSet<(NewerFeature, String)> {
    let types = Some(&model.types);
    let mut search =
        Search { resolve: &model.resolve, stub_types: types, seen: HashSet::new(), found: IndexSet::new() };
    for name in [&model.package.namespace, &model.package.name, &model.interface] {
        search.name(name);
    }
    for resource in &model.resources {
        search.name(&resource.name);
        for function in resource.remote_functions() {
            let place = match function.kind {
                StubFunctionKind::Constructor => resource.name.clone(),
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

/// Which name of a type counts: the one in the stub interface, or the one where it is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Home {
    Stub,
    Owner,
}

/// Visits each type once.
struct Search<'a> {
    resolve: &'a Resolve,
    /// The named types of the stub interface, if `resolve` is the target's.
    stub_types: Option<&'a IndexMap<TypeId, StubType>>,
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

    fn owner(&mut self, owner: TypeOwner) {
        let TypeOwner::Interface(id) = owner else { return };
        let interface = &self.resolve.interfaces[id];
        let package = interface.package.map(|id| &self.resolve.packages[id].name);
        let package = package.into_iter().flat_map(|package| [&package.namespace, &package.name]);
        for name in interface.name.iter().chain(package) {
            self.name(name);
        }
    }

    /// A function of the stub's WIT.
    fn wit_function(&mut self, function: &wit_parser::Function) {
        // `[method]cart.add` is `cart.add`, `[constructor]cart` is `cart`.
        let place = function.name.split_once(']').map_or(&*function.name, |(_, name)| name);
        for name in place.split('.') {
            self.name(name);
        }
        for param in &function.params {
            self.name(&param.name);
            self.types([param.ty], place);
        }
        self.types(function.result, place);
        match function.kind {
            FunctionKind::Constructor(_) => {
                if function.result.is_some_and(|ty| handle_of(self.resolve, ty).is_none()) {
                    self.add(NewerFeature::FallibleConstructor, place);
                }
            }
            FunctionKind::AsyncFreestanding | FunctionKind::AsyncMethod(_) | FunctionKind::AsyncStatic(_) => {
                self.add(NewerFeature::AsyncFunction, place);
            }
            FunctionKind::Freestanding | FunctionKind::Method(_) | FunctionKind::Static(_) => {}
        }
    }

    /// The types in `types` at any depth. `place` uses them, or the nearest named type that contains them.
    fn types(&mut self, types: impl IntoIterator<Item = Type>, place: &str) {
        let home = if self.stub_types.is_some() { Home::Stub } else { Home::Owner };
        let mut open: Vec<_> = types.into_iter().map(|ty| (ty, home, place.to_string())).collect();
        while let Some((ty, home, place)) = open.pop() {
            let id = match ty {
                Type::Id(id) => id,
                Type::ErrorContext => {
                    self.add(NewerFeature::ErrorContext, &place);
                    continue;
                }
                _ => continue,
            };
            let (id, home, name) = self.at_home(id, home);
            if !self.seen.insert((id, home)) {
                continue;
            }
            if let Some(name) = &name {
                self.name(name);
            }
            if home == Home::Owner {
                self.owner(self.resolve.types[id].owner);
            }
            let place = name.unwrap_or(place);
            self.kind(id, &place);
            open.extend(member_types(&self.resolve.types[id].kind).map(|part| (part, home, place.clone())));
        }
    }

    /// The type definition in the component for `id`, which name counts, and that name.
    fn at_home(&self, id: TypeId, home: Home) -> (TypeId, Home, Option<String>) {
        let named = |id: TypeId| self.resolve.types[id].name.clone();
        match (home, self.stub_types) {
            (Home::Stub, Some(types)) => {
                let id = canonical(self.resolve, id);
                match types.get(&id) {
                    Some(StubType { placement: TypePlacement::Used(_), .. }) => (id, Home::Owner, named(id)),
                    Some(StubType { placement: TypePlacement::Defined, name }) => (id, home, Some(name.clone())),
                    None => (id, home, None),
                }
            }
            _ => (id, Home::Owner, named(id)),
        }
    }

    /// The features and names of a type definition itself, without the types of its members.
    fn kind(&mut self, id: TypeId, place: &str) {
        let kind = &self.resolve.types[id].kind;
        let members = members(kind);
        let feature = match kind {
            TypeDefKind::Map(..) => Some(NewerFeature::Map),
            TypeDefKind::FixedLengthList(..) => Some(NewerFeature::FixedLengthList),
            TypeDefKind::Stream(_) => Some(NewerFeature::Stream),
            TypeDefKind::Future(_) => Some(NewerFeature::Future),
            _ => (members.len() > MAX_MEMBERS).then_some(NewerFeature::ManyMembers),
        };
        if let Some(feature) = feature {
            self.add(feature, place);
        }
        members.iter().filter_map(|member| member.name).for_each(|name| self.name(name));
    }
}
