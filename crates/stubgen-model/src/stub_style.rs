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

use crate::CallStyle;

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
    /// The style of a stub whose package is not resolved yet; `None` if it is no stub. Functions with a name in `target` are
    /// the target's own.
    pub fn of_package(package: &UnresolvedPackage, target: &BTreeSet<String>) -> Option<Self> {
        let exports = package.worlds.iter().flat_map(|(_, world)| &world.exports);
        let interface = exports.into_iter().find_map(|(key, item)| exported(key, item))?;
        let used = |wanted: &str, interface: &str| {
            let mut packages = package.foreign_deps.iter().filter(|(name, _)| is_package(name, wanted));
            packages.find_map(|(_, items)| match items.get(interface)? {
                (AstItem::Interface(id), _) => Some(*id),
                (AstItem::World(_), _) => None,
            })
        };
        let interface = package.interfaces.get(interface)?;
        Some(Stub::of(interface, &package.types, used).style(target))
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
    /// `used` finds an interface that the stub uses, by its package and its name.
    fn of(
        interface: &'a Interface,
        types: &'a dyn Index<TypeId, Output = TypeDef>,
        used: impl Fn(&str, &str) -> Option<InterfaceId>,
    ) -> Self {
        Self { interface, types, uses_poll: used("wasi:io", "poll").is_some(), rpc: used("golem:rpc", "types") }
    }

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
        match function.result.map(|ty| self.without_error(ty)) {
            Some(Ok(result)) => result,
            Some(Err(result)) => Some(result),
            None => None,
        }
    }

    /// Whether a static function stands for a constructor, which cannot return an error.
    fn is_constructor(&self, function: &Function) -> bool {
        let FunctionKind::Static(resource) = function.kind else { return false };
        let Some(Ok(Some(Type::Id(id)))) = function.result.map(|ty| self.without_error(ty)) else { return false };
        // Before it is resolved, the result is the resource itself.
        id == resource || matches!(self.types[id].kind, TypeDefKind::Handle(Handle::Own(of)) if of == resource)
    }

    /// What `result<what, rpc-error>` has beside the error; any other type is an error.
    fn without_error(&self, ty: Type) -> Result<Option<Type>, Type> {
        let Type::Id(id) = ty else { return Err(ty) };
        match self.types[id].kind {
            TypeDefKind::Result(Result_ { ok, err: Some(Type::Id(error)) }) if self.is_rpc_error(error) => Ok(ok),
            _ => Err(ty),
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

/// Methods and static functions by name.
pub(crate) type Functions<'a> = BTreeMap<&'a str, &'a Function>;

/// The functions of each resource of a stub interface. Futures are left out.
pub(crate) fn resource_functions(interface: &Interface) -> BTreeMap<&str, Functions<'_>> {
    let mut resources: BTreeMap<&str, Functions<'_>> = BTreeMap::new();
    for (name, function) in &interface.functions {
        let item = ["[method]", "[static]"].iter().find_map(|prefix| name.strip_prefix(prefix));
        if let Some((resource, name)) = item.and_then(|item| item.split_once('.')) {
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
        assert_eq!(StubStyle::of_package(&group.main, &names), Some(expected), "{items}");
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
