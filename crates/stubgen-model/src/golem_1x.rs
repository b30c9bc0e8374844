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

use indexmap::IndexMap;
use wit_parser::{Span, Type, TypeDefKind, TypeId, TypeOwner};

use crate::model::{Function, ParamType, ResourceKind, TypePlacement};
use crate::types::{canonical, handle_of, member_types, members};
use crate::uses::Site;
use crate::{Diagnostic, Item, StubModel};

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

    /// The description, the preposition and the noun of the items that use the feature, and how to avoid it.
    fn texts(self) -> [&'static str; 4] {
        match self {
            Self::FallibleConstructor => [
                "a constructor that returns a `result`",
                "of ",
                "resources",
                "use `--rpc-errors result`, which turns it into a static function, or make it one in the target",
            ],
            Self::Map => ["`map`", "in ", "places", "use `list<tuple<K, V>>` if the stub is for Golem 1.0 or 1.1"],
            Self::FixedLengthList => {
                ["fixed-length lists", "in ", "places", "use `list<T>` or a tuple if the stub is for Golem 1.0 or 1.1"]
            }
            Self::DigitWord => [
                "names with a word that starts with a digit",
                "",
                "names",
                "join it to the previous word, such as `a1` for `a-1`, if the stub is for Golem 1.0 or 1.1",
            ],
            Self::ManyMembers => [
                "types with more than 1000 fields, cases or elements",
                "in ",
                "places",
                "split the type if the stub is for Golem 1.0 or 1.1",
            ],
        }
    }
}

/// A note for each unsupported feature of a stub.
pub(crate) fn notes(model: &StubModel) -> Vec<Diagnostic> {
    let mut by_feature: IndexMap<NewerFeature, Vec<Item>> = IndexMap::new();
    for ((feature, text), span) in features(model) {
        by_feature.entry(feature).or_default().push(Item::at_span(text, &model.sources, &model.resolve, span));
    }
    by_feature.sort_unstable_keys();
    let note = |(feature, items): (NewerFeature, Vec<Item>)| {
        let (interface, [what, preposition, noun, hint]) = (&model.interface, feature.texts());
        let uses = |items: &str| {
            format!("`{interface}` uses {what} ({preposition}{items}): Golem 1.0 and 1.1 cannot load the stub")
        };
        let note = Diagnostic::note_about(items, uses, |count| uses(&format!("{count} {noun}")))?;
        Some(note.hint(hint))
    };
    by_feature.into_iter().filter_map(note).collect()
}

/// The unsupported features that a stub uses, each with the item of the target that uses it.
fn features(model: &StubModel) -> IndexMap<(NewerFeature, String), Span> {
    let mut search = Search { model, seen: HashSet::new(), found: IndexMap::new() };
    for name in [&model.target.namespace, &model.target.name, &model.interface] {
        search.plain_name(name);
    }
    for resource in &model.resources {
        match resource.kind {
            ResourceKind::Functions { .. } => search.plain_name(&resource.name),
            ResourceKind::Remote { target, .. } => search.name(&resource.name, Site::Type(target)),
        }
        for function in resource.remote_functions() {
            let site = Site::Function(function);
            search.name(function.item_name(), site);
            for param in &function.params {
                search.member(&param.name, site);
                if let ParamType::Value(ty) = param.ty {
                    search.types(ty, site);
                }
            }
            function.result.into_iter().for_each(|ty| search.types(ty, site));
        }
        let fails = |function: &Function| function.result.is_some_and(|ty| handle_of(&model.resolve, ty).is_none());
        if let ResourceKind::Remote { target, constructor: Some(constructor), .. } = &resource.kind
            && fails(constructor)
        {
            search.add(NewerFeature::FallibleConstructor, Site::Type(*target));
        }
    }
    for future in &model.futures {
        search.plain_name(&future.name);
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
    found: IndexMap<(NewerFeature, String), Span>,
}

impl<'a> Search<'a> {
    fn insert(&mut self, feature: NewerFeature, text: String, span: Span) {
        self.found.entry((feature, text)).or_insert(span);
    }

    fn add(&mut self, feature: NewerFeature, site: Site) {
        let resolve = &self.model.resolve;
        self.insert(feature, site.text(resolve), site.span(resolve));
    }

    /// The name of a site.
    fn name(&mut self, name: &str, site: Site) {
        if has_digit_word(name) {
            self.add(NewerFeature::DigitWord, site);
        }
    }

    /// The name of a parameter, field or case.
    fn member(&mut self, name: &str, site: Site) {
        if has_digit_word(name) {
            let resolve = &self.model.resolve;
            self.insert(NewerFeature::DigitWord, format!("`{name}` of {}", site.text(resolve)), site.span(resolve));
        }
    }

    /// A name that is not that of an item.
    fn plain_name(&mut self, name: &str) {
        if has_digit_word(name) {
            self.insert(NewerFeature::DigitWord, format!("`{name}`"), Span::default());
        }
    }

    /// The names of the interface that defines a type.
    fn owner(&mut self, owner: TypeOwner) {
        let TypeOwner::Interface(id) = owner else { return };
        let resolve = &self.model.resolve;
        let interface = &resolve.interfaces[id];
        if let Some(name) = resolve.id_of(id).filter(|_| interface.name.as_deref().is_some_and(has_digit_word)) {
            self.insert(NewerFeature::DigitWord, format!("`{name}`"), interface.span);
        }
        let package = interface.package.map(|id| &resolve.packages[id].name);
        package
            .into_iter()
            .flat_map(|package| [&package.namespace, &package.name])
            .for_each(|name| self.plain_name(name));
    }

    /// The types in `ty` at any depth. `site` uses them, or the nearest named type that contains them.
    fn types(&mut self, ty: Type, site: Site<'a>) {
        let resolve = &self.model.resolve;
        let mut open = vec![(ty, Home::Stub, site)];
        while let Some((ty, home, site)) = open.pop() {
            let Type::Id(id) = ty else { continue };
            let (id, home, name) = self.definition(id, home);
            if !self.seen.insert((id, home)) {
                continue;
            }
            let site = if name.is_some() { Site::Type(id) } else { site };
            if let Some(name) = &name {
                self.name(name, site);
            }
            if home == Home::Target {
                self.owner(resolve.types[id].owner);
            }
            self.kind(&resolve.types[id].kind, site);
            open.extend(member_types(&resolve.types[id].kind).map(|part| (part, home, site)));
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
    fn kind(&mut self, kind: &TypeDefKind, site: Site) {
        let members = members(kind);
        let feature = match kind {
            TypeDefKind::Map(..) => Some(NewerFeature::Map),
            TypeDefKind::FixedLengthList(..) => Some(NewerFeature::FixedLengthList),
            _ => (members.len() > MAX_MEMBERS).then_some(NewerFeature::ManyMembers),
        };
        if let Some(feature) = feature {
            self.add(feature, site);
        }
        members.iter().filter_map(|member| member.name).for_each(|name| self.member(name, site));
    }
}

fn has_digit_word(name: &str) -> bool {
    name.split('-').any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}
