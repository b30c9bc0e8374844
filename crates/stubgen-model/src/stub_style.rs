//! The call style of a stub, read from its WIT. The stub may come from this program or from the original tool.
//!
//! | stub of | functions with a result | functions without | `wasi:io/poll` |
//! | --- | --- | --- | --- |
//! | this program, sync; the original up to 0.0.22 | `f` | `f` | no |
//! | the original from 0.0.23 to 0.0.31 | `f` | `blocking-f`, `f` | no |
//! | the original from 0.0.32 on | `blocking-f`, `f` | `blocking-f`, `f` | always |
//! | this program, async | `blocking-f`, `f` | `blocking-f`, `f` | if a function has a result |
//!
//! A stub that returns `rpc-error` adds it to every result: the function `result<_, rpc-error>` has none, and the static function
//! `result<resource, rpc-error>` is a constructor.
//!
//! A target may have functions `f` and `blocking-f` of its own. If they have a result, an async stub would use
//! `wasi:io/poll`. If not, only the target tells.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Index;

use wit_parser::{
    AstItem, Function, FunctionKind, Handle, Interface, InterfaceId, PackageName, Resolve, Result_, Type, TypeDef,
    TypeDefKind, TypeId, TypeOwner, UnresolvedPackage, WorldItem, WorldKey,
};

use crate::{CallStyle, StubModel, StubOptions, Target, Unsupported, lower};

/// The prefix of a function that waits, in an async stub.
pub(crate) const BLOCKING: &str = "blocking-";

/// How the functions of a stub are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StubStyle {
    /// All in one style.
    Uniform(CallStyle),
    /// Functions without a result exist twice. The others exist once and wait.
    Mixed,
}

impl StubStyle {
    /// The style of a stub whose package is not resolved yet; `None` if it is no stub. `target` is only loaded if the stub has
    /// functions called `blocking-…`, which may be the target's own.
    pub fn of_package(package: &UnresolvedPackage, target: impl FnOnce() -> Option<Target>) -> Option<Self> {
        let stub = Stub::of_package(package)?;
        Some(match stub.uses_poll {
            true => Self::Uniform(CallStyle::Async),
            false if !stub.has_twins() => Self::Uniform(CallStyle::Sync),
            false => target().map_or_else(|| stub.style(&BTreeSet::new()), |target| stub.style_for(&target)),
        })
    }

    /// The style of a stub with this interface.
    pub(crate) fn of_interface(resolve: &Resolve, interface: InterfaceId) -> Self {
        let used = |wanted: &str, name: &str| {
            resolve.interface_direct_deps(interface).find(|used| {
                let package = resolve.interfaces[*used].package.map(|id| &resolve.packages[id].name);
                package.is_some_and(|package| is_package(package, wanted))
                    && resolve.interfaces[*used].name.as_deref() == Some(name)
            })
        };
        Stub::of(&resolve.interfaces[interface], &resolve.types, used).style(&BTreeSet::new())
    }
}

/// Whether a package of any version is called `ns:name`.
fn is_package(package: &PackageName, name: &str) -> bool {
    name.split_once(':') == Some((package.namespace.as_str(), package.name.as_str()))
}

/// The interface of a stub: the one of its package that one of its worlds exports.
pub fn stub_interface(resolve: &Resolve, package: wit_parser::PackageId) -> Option<InterfaceId> {
    let exports = resolve.packages[package].worlds.values().flat_map(|world| &resolve.worlds[*world].exports);
    let mut interfaces = exports.filter_map(|(key, item)| exported(key, item));
    interfaces.find(|id| resolve.interfaces[*id].package == Some(package))
}

fn exported(key: &WorldKey, item: &WorldItem) -> Option<InterfaceId> {
    match (key, item) {
        (WorldKey::Interface(id), WorldItem::Interface { .. }) => Some(*id),
        (WorldKey::Interface(_) | WorldKey::Name(_), _) => None,
    }
}

/// A stub's interface, and what it uses.
struct Stub<'a> {
    interface: &'a Interface,
    types: &'a dyn Index<TypeId, Output = TypeDef>,
    uses_poll: bool,
    /// The interface `golem:rpc/types`.
    rpc: Option<InterfaceId>,
}

impl<'a> Stub<'a> {
    /// The stub in a package that is not resolved; `None` if it has none.
    fn of_package(package: &'a UnresolvedPackage) -> Option<Self> {
        let exports = package.worlds.iter().flat_map(|(_, world)| &world.exports);
        let interface = exports.into_iter().find_map(|(key, item)| exported(key, item))?;
        let used = |wanted: &str, interface: &str| {
            let mut packages = package.foreign_deps.iter().filter(|(name, _)| is_package(name, wanted));
            packages.find_map(|(_, items)| match items.get(interface)? {
                (AstItem::Interface(id), _) => Some(*id),
                (AstItem::World(_), _) => None,
            })
        };
        Some(Self::of(package.interfaces.get(interface)?, &package.types, used))
    }

    /// `used` finds an interface that the stub uses, by its package and its name.
    fn of(
        interface: &'a Interface,
        types: &'a dyn Index<TypeId, Output = TypeDef>,
        used: impl Fn(&str, &str) -> Option<InterfaceId>,
    ) -> Self {
        Self { interface, types, uses_poll: used("wasi:io", "poll").is_some(), rpc: used("golem:rpc", "types") }
    }

    fn has_twins(&self) -> bool {
        let resources = resource_functions(self.interface);
        resources.values().any(|functions| functions.keys().any(|name| is_twin(name, functions)))
    }

    /// The style in which the stub of `target` has the functions of this one. If none has, the target has changed.
    fn style_for(&self, target: &Target) -> StubStyle {
        let resources = resource_functions(self.interface);
        let functions = resources.iter().flat_map(|(resource, functions)| {
            functions.iter().map(move |(name, function)| (*resource, *name, function))
        });
        let functions = functions.filter(|(.., function)| !self.is_constructor(function));
        let names: BTreeSet<String> = functions.map(|(resource, name, _)| format!("{resource}.{name}")).collect();
        let is_made = |call_style: &CallStyle| {
            let options = StubOptions::new().call_style(*call_style).unsupported(Unsupported::Skipped);
            lower(target.clone(), &options).is_ok_and(|model| function_names(&model) == names)
        };
        let made = [CallStyle::Sync, CallStyle::Async].into_iter().find(is_made);
        made.map_or_else(|| self.style(&exported_names(target)), StubStyle::Uniform)
    }

    /// The style that the names suggest. Functions with a name in `target` are the target's own.
    fn style(&self, target: &BTreeSet<String>) -> StubStyle {
        if self.uses_poll {
            return StubStyle::Uniform(CallStyle::Async);
        }
        let (mut has_pair, mut has_result) = (false, false);
        for functions in resource_functions(self.interface).values() {
            for (name, function) in functions {
                if is_twin(name, functions) && !target.contains(*name) || self.is_constructor(function) {
                    continue;
                }
                let twin = format!("{BLOCKING}{name}");
                let is_stubs = !target.contains(&twin) && functions.contains_key(twin.as_str());
                match (is_stubs, self.result(function).is_some()) {
                    (true, false) => has_pair = true,
                    (false, true) => has_result = true,
                    // A function with a result exists twice only beside `wasi:io/poll`; the others never exist once.
                    (true, true) | (false, false) => return StubStyle::Uniform(CallStyle::Sync),
                }
            }
        }
        match (has_pair, has_result) {
            (true, true) => StubStyle::Mixed,
            (true, false) => StubStyle::Uniform(CallStyle::Async),
            (false, _) => StubStyle::Uniform(CallStyle::Sync),
        }
    }

    /// The result of the target's function.
    fn result(&self, function: &Function) -> Option<Type> {
        function.result.and_then(|ty| self.without_error(ty).unwrap_or(Some(ty)))
    }

    /// Whether a static function stands for a constructor, which cannot return an error.
    fn is_constructor(&self, function: &Function) -> bool {
        let FunctionKind::Static(resource) = function.kind else { return false };
        let Some(Some(Type::Id(id))) = function.result.and_then(|ty| self.without_error(ty)) else { return false };
        // Before it is resolved, the result is the resource itself.
        id == resource || matches!(self.types[id].kind, TypeDefKind::Handle(Handle::Own(of)) if of == resource)
    }

    /// What `result<what, rpc-error>` has beside the error; `None` for any other type.
    fn without_error(&self, ty: Type) -> Option<Option<Type>> {
        let Type::Id(id) = ty else { return None };
        match self.types[id].kind {
            TypeDefKind::Result(Result_ { ok, err: Some(Type::Id(error)) }) if self.is_rpc_error(error) => Some(ok),
            _ => None,
        }
    }

    fn is_rpc_error(&self, mut id: TypeId) -> bool {
        while let TypeDefKind::Type(Type::Id(used)) = self.types[id].kind {
            id = used;
        }
        let TypeDef { ref name, owner, .. } = self.types[id];
        name.as_deref() == Some("rpc-error") && self.rpc.is_some_and(|rpc| owner == TypeOwner::Interface(rpc))
    }
}

/// The names of a stub's methods and static functions, as `resource.function`.
fn function_names(stub: &StubModel) -> BTreeSet<String> {
    let functions = stub.resources.iter().flat_map(|resource| &resource.functions);
    functions.filter_map(|function| without_kind(&function.name)).map(str::to_string).collect()
}

/// `resource.function` of a method or static function; `None` for other functions.
fn without_kind(name: &str) -> Option<&str> {
    ["[method]", "[static]"].iter().find_map(|kind| name.strip_prefix(kind))
}

/// The names of all functions that the target exports.
fn exported_names(target: &Target) -> BTreeSet<String> {
    let exports = target.resolve.worlds[target.world].exports.values();
    let functions = exports.flat_map(|item| match item {
        WorldItem::Interface { id, .. } => target.resolve.interfaces[*id].functions.values().collect(),
        WorldItem::Function(function) => vec![function],
        WorldItem::Type { .. } => Vec::new(),
    });
    functions.map(|function| function.item_name().to_string()).collect()
}

/// Methods and static functions by name.
pub(crate) type Functions<'a> = BTreeMap<&'a str, &'a Function>;

/// The functions of each resource of a stub interface. Futures are left out.
pub(crate) fn resource_functions(interface: &Interface) -> BTreeMap<&str, Functions<'_>> {
    let mut resources: BTreeMap<&str, Functions<'_>> = BTreeMap::new();
    for (name, function) in &interface.functions {
        if let Some((resource, name)) = without_kind(name).and_then(|item| item.split_once('.')) {
            resources.entry(resource).or_default().insert(name, function);
        }
    }
    resources.retain(|resource, functions| !is_future(resource, functions));
    resources
}

/// Whether `name` is `blocking-f` beside `f`.
pub(crate) fn is_twin(name: &str, functions: &Functions<'_>) -> bool {
    name.strip_prefix(BLOCKING).is_some_and(|f| functions.contains_key(f))
}

fn is_future(resource: &str, functions: &Functions<'_>) -> bool {
    resource.starts_with("future-") && functions.keys().eq([&"get", &"subscribe"])
}

#[cfg(test)]
mod tests {
    use wit_parser::SourceMap;

    use super::*;

    const ASYNC: StubStyle = StubStyle::Uniform(CallStyle::Async);
    const SYNC: StubStyle = StubStyle::Uniform(CallStyle::Sync);

    #[track_caller]
    fn check(expected: StubStyle, target: &[&str], items: &str) {
        let text = format!(
            "package a:b-stub; package wasi:io@0.2.0 {{ interface poll {{ resource pollable; }} }} package golem:rpc@0.1.0 \
             {{ interface types {{ type uri = string; variant rpc-error {{ a }} }} }} interface stub-w {{ use \
             golem:rpc/types@0.1.0.{{uri, rpc-error as e}}; {items} \
             }} world wasm-rpc-stub-w {{ export stub-w; }}"
        );
        let mut map = SourceMap::new();
        map.push_str("stub.wit", &text);
        let group = map.parse().map_err(|(_, error)| error).expect("valid WIT");
        let names: BTreeSet<String> = target.iter().map(ToString::to_string).collect();
        assert_eq!(Stub::of_package(&group.main).map(|stub| stub.style(&names)), Some(expected), "{items}");
        if target.is_empty() {
            let mut resolve = Resolve::new();
            let package = resolve.push_source("stub.wit", &text).expect("valid WIT");
            let interface = stub_interface(&resolve, package).expect("it is a stub");
            assert_eq!(StubStyle::of_interface(&resolve, interface), expected, "{items}");
        }
    }

    const POLL: &str = "use wasi:io/poll@0.2.0.{pollable};";

    #[test]
    fn the_style_of_each_tool_is_recognised() {
        check(SYNC, &[], "resource api { constructor(location: uri); f: func(); g: func() -> u8; }");
        check(
            ASYNC,
            &[],
            &format!(
                "{POLL} resource future-g-result {{ subscribe: func() -> pollable; get: func() -> option<u8>; }} \
                 resource api {{ constructor(location: uri); blocking-g: func() -> u8; g: func() -> future-g-result; }}"
            ),
        );
        check(ASYNC, &[], &format!("{POLL} resource api {{ constructor(location: uri); }}"));
        check(ASYNC, &[], "resource api { constructor(location: uri); blocking-f: func(); f: func(); }");
        check(StubStyle::Mixed, &[], "resource api { blocking-f: func(); f: func(); g: func() -> u8; }");
        check(SYNC, &[], "resource api { constructor(location: uri); }");
    }

    /// Each stub of a target in each style, also if names clash, or another interface has a function of the twin's name.
    #[test]
    fn the_target_decides() {
        for items in [
            "interface i { f: func(); } interface j { blocking-f: func(); } world w { export i; export j; }",
            "interface i { f: func(); blocking-f: func(); g: func(); } world w { export i; }",
            "interface i { resource r { constructor(); f: func(); } f: func(); } world w { export i; export blocking-f: func(); }",
        ] {
            let text = format!("package a:b; {items}");
            let target =
                || crate::load_texts([("t.wit".to_string(), text.clone())], None, &crate::Features::default()).ok();
            for call_style in [CallStyle::Sync, CallStyle::Async] {
                let options = StubOptions::new().call_style(call_style);
                let model = lower(target().expect("valid WIT"), &options).expect("it has a stub");
                let functions = model.resources.iter().map(|resource| {
                    let functions =
                        resource.functions.iter().map(|function| function.name.split_once('.').expect("a method").1);
                    let functions: String = functions.map(|name| format!("{name}: func(); ")).collect();
                    format!("resource {} {{ {functions} }} ", resource.name)
                });
                let stub = format!(
                    "package a:b-stub; interface stub-w {{ {} }} world s {{ export stub-w; }}",
                    functions.collect::<String>()
                );
                let mut map = SourceMap::new();
                map.push_str("stub.wit", &stub);
                let group = map.parse().map_err(|(_, error)| error).expect("valid WIT");
                let style = StubStyle::of_package(&group.main, target);
                assert_eq!(style, Some(StubStyle::Uniform(call_style)), "{stub}");
            }
        }
    }

    #[test]
    fn errors_in_results_are_not_the_functions_own() {
        let r = "resource r { new: static func(location: uri, n: u8) -> result<r, e>; }";
        let pair = "resource api { blocking-f: func() -> result<_, e>; f: func() -> result<_, e>; }";
        check(ASYNC, &[], pair);
        check(ASYNC, &[], &format!("{r} {pair}"));
        check(SYNC, &["f", "blocking-f"], pair);
        check(SYNC, &[], &format!("{r} resource api {{ f: func() -> result<_, e>; g: func() -> result<u8, e>; }}"));
        check(SYNC, &[], "resource s { read: func() -> result<u8, e>; blocking-read: func() -> result<u8, e>; }");
        let own = "variant rpc-error { a }";
        let pair = "resource api { blocking-f: func() -> result<_, rpc-error>; f: func() -> result<_, rpc-error>; }";
        check(SYNC, &[], &format!("{own} {pair}"));
    }

    #[test]
    fn functions_of_the_target_are_not_misread() {
        check(SYNC, &[], "resource streams { read: func() -> u8; blocking-read: func() -> u8; }");
        check(SYNC, &[], "resource api { poke: func(); blocking-poke: func(); stop: func(); }");
        check(SYNC, &["poke", "blocking-poke"], "resource api { poke: func(); blocking-poke: func(); }");
        check(
            SYNC,
            &["poke", "blocking-poke"],
            "resource api { poke: func(); blocking-poke: func(); g: func() -> u8; }",
        );
    }
}
