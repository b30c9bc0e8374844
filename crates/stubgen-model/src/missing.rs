//! What the packages of a source use and do not have: packages, interfaces, worlds and types, all of them at once.
//!
//! The resolver stops at the first. This search runs when it has failed.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use indexmap::IndexMap;
use wit_parser::{
    AstItem, InterfaceId, Package, PackageName, Resolve, SourceMap, Span, Stability, TypeDefKind, TypeId,
    UnresolvedPackage,
};

use crate::diagnostic::quoted;
use crate::features::open_gate;
use crate::gates::gates;
use crate::similar::{did_you_mean, nearest, similar};
use crate::sources::{Place, Sources};
use crate::wit_package::{WitContent, WitPackage, sources};
use crate::{DepsFolder, Diagnostic, Features};

/// The most names that a hint lists.
const MAX_LISTED: usize = 5;

/// The most names that are compared to find similar ones.
const MAX_COMPARISONS: usize = 100_000;

/// The packages of a source.
pub(crate) struct Packages<'a> {
    /// The main package and its dependencies.
    files: Vec<&'a WitPackage>,
    /// The packages that the files define.
    defined: BTreeMap<&'a PackageName, Defined<'a>>,
    deps: &'a DepsFolder,
    features: &'a Features,
    closed: BTreeSet<String>,
    sources: Sources,
    /// How many names may still be compared to find similar ones.
    comparisons: Cell<usize>,
}

/// What a package defines.
struct Defined<'a> {
    file: &'a WitPackage,
    interfaces: Names<'a>,
    worlds: Names<'a>,
    /// The types of each interface.
    types: HashMap<&'a str, Names<'a>>,
}

/// The names of interfaces, worlds or types, with their gates.
type Names<'a> = IndexMap<&'a str, Option<&'a Stability>>;

impl<'a> Packages<'a> {
    pub(crate) fn new(
        main: &'a WitPackage,
        dependencies: &[&'a WitPackage],
        deps: &'a DepsFolder,
        features: &'a Features,
    ) -> Self {
        let files: Vec<&WitPackage> = std::iter::once(main).chain(dependencies.iter().copied()).collect();
        let mut defined = BTreeMap::new();
        for file in &files {
            match &file.content {
                WitContent::Text(group) => {
                    for package in std::iter::once(&group.main).chain(&group.nested) {
                        defined.insert(&package.name, Defined::of_text(file, package));
                    }
                }
                WitContent::Binary(resolve, ..) => {
                    for (_, package) in resolve.packages.iter() {
                        defined.insert(&package.name, Defined::of_binary(file, resolve, package));
                    }
                }
            }
        }
        let closed = features.closed(&gates(files.iter().copied()));
        let sources = sources(files.iter().flat_map(|file| &file.files));
        Self { files, defined, deps, features, closed, sources, comparisons: Cell::new(MAX_COMPARISONS) }
    }

    pub(crate) fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The features that hide something.
    pub(crate) fn closed_features(&self) -> &BTreeSet<String> {
        &self.closed
    }

    /// An error for each item that is missing.
    pub(crate) fn missing(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut packages = BTreeSet::new();
        for file in &self.files {
            let WitContent::Text(group) = &file.content else { continue };
            let start = found.len();
            for package in std::iter::once(&group.main).chain(&group.nested) {
                for (name, items) in &package.foreign_deps {
                    match self.defined.get(name) {
                        Some(definition) => {
                            for (item, (id, gates)) in items {
                                let used = Used { package, map: &group.source_map, name, item, id: *id };
                                found.extend(self.missing_in(definition, &used, gates));
                            }
                        }
                        None if packages.insert(name) => {
                            let (item, (id, _)) = items.first().expect("a package is used for an item");
                            let used = Used { package, map: &group.source_map, name, item, id: *id };
                            found.push((used.span().start(), self.no_package(&used)));
                        }
                        None => {}
                    }
                }
            }
            found[start..].sort_by_key(|(offset, _)| *offset);
        }
        found.into_iter().map(|(_, error)| error).collect()
    }

    fn no_package(&self, used: &Used<'_>) -> Diagnostic {
        let place = self.path_place(used.map, used.span());
        let error = Diagnostic::error(format!("package `{}` not found", used.name)).at_place(place);
        error.hint(self.package_hint(used))
    }

    fn package_hint(&self, used: &Used<'_>) -> String {
        let (wanted, folder) = (used.name, &used.name.name);
        let others =
            self.defined.iter().filter(|(name, _)| (&name.namespace, &name.name) == (&wanted.namespace, &wanted.name));
        if let Some((other, Defined { file, .. })) =
            others.max_by_key(|(other, _)| (is_compatible(wanted, other), *other))
        {
            if *other == &used.package.name {
                let version =
                    other.version.as_ref().map_or("no version".to_string(), |version| format!("version {version}"));
                return format!("write `{}`: it is in this package, which has {version}", used.item);
            }
            let version = other.version.as_ref().map(|version| format!("@{version}")).unwrap_or_default();
            let path = format!("`{}:{}/{}{version}`", other.namespace, other.name, used.item);
            return match file.place.as_os_str().is_empty() {
                true => format!("write {path}: the version is `{other}`"),
                false => format!("write {path}: `{}` contains `{other}`", file.place.display()),
            };
        }
        let DepsFolder::Beside(empty) = self.deps else {
            return format!("a single file has no `deps`; use a directory with `deps/{folder}/` as the source");
        };
        let names =
            [folder.clone(), format!("{}_{folder}", wanted.namespace), format!("{}-{folder}", wanted.namespace)];
        let is_named = |place: &&std::path::PathBuf| names.iter().any(|name| place.ends_with(name));
        if let Some(place) = empty.iter().find(is_named) {
            return format!("`{}` contains no `.wit` file: add the package there", place.display());
        }
        let is_affordable = self.is_affordable(self.defined.len());
        let known = self.defined.keys().filter(|_| is_affordable).map(ToString::to_string);
        let known: Vec<String> = known.collect();
        let hint = did_you_mean(&similar(&wanted.to_string(), &known));
        let addition = match folder.strip_suffix("-stub") {
            Some(target) => format!(
                "add the stub of `{}:{target}` with `add-stub-dependency`, or with `flow` in a workspace",
                wanted.namespace
            ),
            None => format!("add it to `deps/{folder}/`"),
        };
        match hint {
            Some(hint) => format!("{hint} If not, {addition}"),
            None => addition,
        }
    }

    /// What is missing of an interface or world in the package that defines it, with the offsets of the uses.
    fn missing_in(&self, definition: &Defined<'_>, used: &Used<'_>, gates: &[Stability]) -> Vec<(u32, Diagnostic)> {
        if gates.iter().all(|gate| self.features.closes(gate).is_some()) {
            return Vec::new();
        }
        let kind = match used.id {
            AstItem::Interface(_) => "interface",
            AstItem::World(_) => "world",
        };
        let owner = format!("package `{}`", used.name);
        let place = || self.sources.place(used.map, used.span());
        let names = match used.id {
            AstItem::Interface(_) => &definition.interfaces,
            AstItem::World(_) => &definition.worlds,
        };
        if let Some(error) = self.lookup(used.item, names, kind, &owner) {
            return vec![(used.span().start(), error.at_place(place()))];
        }
        let AstItem::Interface(id) = used.id else { return Vec::new() };
        let version = used.name.version.as_ref().map(|version| format!("@{version}")).unwrap_or_default();
        let owner = format!("interface `{}:{}/{}{version}`", used.name.namespace, used.name.name, used.item);
        let names = &definition.types[used.item];
        let types = used.package.interfaces[id].types.iter();
        let unknown = types.map(|(name, id)| (name, &used.package.types[*id]));
        let unknown = unknown.filter(|(_, ty)| matches!(ty.kind, TypeDefKind::Unknown));
        let unknown = unknown.filter(|(_, ty)| self.features.closes(&ty.stability).is_none());
        let error = |(name, ty): (&String, &wit_parser::TypeDef)| {
            let error = self.lookup(name, names, "type", &owner)?;
            Some((ty.span.start(), error.at_place(self.sources.place(used.map, ty.span))))
        };
        unknown.filter_map(error).collect()
    }

    /// The error if `name` is not among `names`, or hidden.
    fn lookup(&self, name: &str, names: &Names<'_>, kind: &str, owner: &str) -> Option<Diagnostic> {
        match names.get(name) {
            Some(gate) => {
                let feature = gate.and_then(|gate| self.features.closes(gate))?.to_string();
                let message = format!("{kind} `{name}` of {owner} is hidden by the feature gate `{feature}`");
                let hint = open_gate([&feature]);
                Some(Diagnostic { hint, ..Diagnostic::error(message) })
            }
            None => {
                let is_affordable = self.is_affordable(names.len());
                let names = names.keys().filter(|_| is_affordable).map(ToString::to_string);
                let names: Vec<String> = names.collect();
                let hint = did_you_mean(&nearest(name, &names)).or_else(|| list(kind, &names));
                Some(Diagnostic { hint, ..Diagnostic::error(format!("{owner} has no {kind} `{name}`")) })
            }
        }
    }

    /// Whether so many names may be compared. Else a long list of errors would take long.
    fn is_affordable(&self, names: usize) -> bool {
        let left = self.comparisons.get().checked_sub(names);
        self.comparisons.set(left.unwrap_or_default());
        left.is_some()
    }

    /// The place of the path that ends with `span`: `ns:name/interface`.
    fn path_place(&self, map: &SourceMap, span: Span) -> Option<Place> {
        let found = map.resolve_span(span)?;
        let Some(text) = self.sources.text(found.path) else { return self.sources.place(map, span) };
        let before = &text[..found.range.start];
        let path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '%' | ':' | '/');
        let start = before.trim_end_matches(path).len();
        self.sources.at(found.path, start..found.range.end)
    }
}

/// Whether an item of `other` can stand for one of `wanted`: the versions have the same first number that is not zero.
fn is_compatible(wanted: &PackageName, other: &PackageName) -> bool {
    let (Some(wanted), Some(other)) = (&wanted.version, &other.version) else { return false };
    PackageName::version_compat_track(wanted).0 == PackageName::version_compat_track(other).0
}

/// An item of another package that a package uses.
struct Used<'a> {
    package: &'a UnresolvedPackage,
    map: &'a SourceMap,
    /// The other package.
    name: &'a PackageName,
    item: &'a str,
    id: AstItem,
}

impl Used<'_> {
    fn span(&self) -> Span {
        match self.id {
            AstItem::Interface(id) => self.package.interfaces[id].span,
            AstItem::World(id) => self.package.worlds[id].span,
        }
    }
}

impl<'a> Defined<'a> {
    fn of_text(file: &'a WitPackage, package: &'a UnresolvedPackage) -> Self {
        let (mut interfaces, mut types) = (Names::new(), HashMap::new());
        let named = package.interfaces.iter().filter_map(|(_, item)| Some((item.name.as_deref()?, item)));
        for (name, interface) in named {
            interfaces.insert(name, Some(&interface.stability));
            let gate = |id: &TypeId| Some(&package.types[*id].stability);
            types.insert(name, interface.types.iter().map(|(name, id)| (name.as_str(), gate(id))).collect());
        }
        // A world of another package has no name here.
        let worlds = package.worlds.iter().filter(|(_, world)| !world.name.is_empty());
        let worlds = worlds.map(|(_, world)| (world.name.as_str(), Some(&world.stability))).collect();
        Self { file, interfaces, worlds, types }
    }

    fn of_binary(file: &'a WitPackage, resolve: &'a Resolve, package: &'a Package) -> Self {
        let types = |id: &InterfaceId| resolve.interfaces[*id].types.keys().map(|name| (name.as_str(), None)).collect();
        Self {
            file,
            interfaces: package.interfaces.keys().map(|name| (name.as_str(), None)).collect(),
            worlds: package.worlds.keys().map(|name| (name.as_str(), None)).collect(),
            types: package.interfaces.iter().map(|(name, id)| (name.as_str(), types(id))).collect(),
        }
    }
}

/// The hint that lists all names, if these are few.
fn list(kind: &str, names: &[String]) -> Option<String> {
    match names {
        [] => None,
        [name] => Some(format!("its only {kind} is `{name}`")),
        names if names.len() <= MAX_LISTED => Some(format!("its {kind}s are {}", quoted(names, ", "))),
        _ => None,
    }
}
