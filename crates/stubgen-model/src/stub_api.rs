//! The API of a stub, and how it differs from that of the stub that it replaces.
//!
//! ```text
//! note: the stub's API changed
//!    - `basket.insert` is new
//!    - `basket.put` is gone
//!    - `basket.size` is `func() -> u64`, was `func() -> u32`
//!    - record `product-item`: `price` is gone, `cost` is new, `quantity` is `u64`, was `u32`
//! ```
//!
//! The call style is compared once, not at every function: of an async stub, `blocking-f` counts as `f`, and futures do not
//! count. Types are compared by name, whether the stub defines or `use`s them, so that `--always-inline-types` makes no
//! difference.

use std::collections::BTreeMap;

use wit_parser::{Function, Handle, InterfaceId, PackageName, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

use crate::stub_style::{BLOCKING, StubStyle, is_twin, resource_functions};
use crate::types::{canonical, members, reachable};
use crate::{CallStyle, Diagnostic, Item};

/// What a caller sees of a stub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StubApi {
    package: PackageName,
    interface: String,
    style: StubStyle,
    /// The functions of each resource with their types. The constructor is called `constructor`.
    resources: BTreeMap<String, BTreeMap<String, String>>,
    /// The functions that exist twice, as `resource.function`.
    twins: Vec<String>,
    types: BTreeMap<String, NamedType>,
}

/// A type with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NamedType {
    kind: &'static str,
    /// Fields, cases or flags with their types, or the type that it stands for, which has no name.
    members: Vec<(String, String)>,
}

impl StubApi {
    /// The API of the stub with this interface.
    pub fn of(resolve: &Resolve, interface: InterfaceId) -> Option<Self> {
        let definition = &resolve.interfaces[interface];
        let style = StubStyle::of_interface(resolve, interface);
        let is_doubled = style != StubStyle::Uniform(CallStyle::Sync);
        let mut resources: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        let mut twins = Vec::new();
        let mut used = Vec::new();
        let mut add = |resource: &str, name: &str, function: &Function| {
            used.extend(function.params.iter().map(|param| param.ty).chain(function.result));
            resources.entry(resource.to_string()).or_default().insert(name.to_string(), signature(resolve, function));
        };
        for (resource, functions) in resource_functions(definition) {
            for (name, function) in functions.iter().filter(|(name, _)| !(is_doubled && is_twin(name, &functions))) {
                // The other one returns the result, not a future.
                let twin = functions.get(format!("{BLOCKING}{name}").as_str()).filter(|_| is_doubled);
                twins.extend(twin.map(|_| format!("{resource}.{name}")));
                add(resource, name, twin.unwrap_or(function));
            }
        }
        for (name, function) in &definition.functions {
            if let Some(resource) = name.strip_prefix("[constructor]") {
                add(resource, "constructor", function);
            }
        }
        // A resource without functions only arrives as a result.
        for (name, id) in &definition.types {
            if matches!(resolve.types[*id].kind, TypeDefKind::Resource) && !is_future(definition, name) {
                resources.entry(name.clone()).or_default();
            }
        }
        let types = named_types(resolve, used);
        let package = resolve.packages[definition.package?].name.clone();
        Some(Self { package, interface: definition.name.clone()?, style, resources, twins, types })
    }

    /// The note about what this stub has and `previous`, which it replaces, has not, or the other way round. `None` if nothing
    /// changed, or if `previous` is the stub of another target.
    pub fn changes_since(&self, previous: &Self) -> Option<Diagnostic> {
        let is_target =
            (&self.package.namespace, &self.package.name) == (&previous.package.namespace, &previous.package.name);
        let mut changes = Vec::new();
        let (path, path_before) = (self.path(), previous.path());
        changes.extend((path != path_before).then(|| format!("the interface is `{path}`, was `{path_before}`")));
        changes.extend(self.style_change(previous));
        changes.extend(self.breaking_changes(previous));
        changes.extend(self.additions(previous));
        changes.sort_by_key(|change| !change.starts_with("the "));
        let items: Vec<Item> = changes.into_iter().map(|text| Item { text, location: None }).collect();
        let note = |items| {
            Diagnostic::note_about(
                items,
                |item| format!("the stub's API changed: {item}"),
                |_| "the stub's API changed".to_string(),
            )
        };
        if is_target { note(items) } else { None }
    }

    /// The changes after which a caller of `previous` may not compile.
    pub fn breaking_changes(&self, previous: &Self) -> Vec<String> {
        let mut changes = Vec::new();
        for (resource, before) in &previous.resources {
            let Some(now) = self.resources.get(resource) else {
                changes.push(format!("resource `{resource}` is gone"));
                continue;
            };
            for (name, before) in before {
                match now.get(name) {
                    None if self.has_twin(resource, name) => {}
                    None => changes.push(format!("`{resource}.{name}` is gone")),
                    Some(now) if now != before => {
                        changes.push(format!("`{resource}.{name}` is `{now}`, was `{before}`"))
                    }
                    Some(_) => {}
                }
            }
        }
        for (name, before) in &previous.types {
            let changed = self.types.get(name).filter(|now| *now != before);
            changes.extend(changed.map(|now| now.difference(name, before)));
        }
        changes
    }

    /// Functions, resources and types that `previous` does not have.
    fn additions(&self, previous: &Self) -> Vec<String> {
        let mut changes = Vec::new();
        for (resource, now) in &self.resources {
            let Some(before) = previous.resources.get(resource) else {
                changes.push(format!("resource `{resource}` is new"));
                continue;
            };
            let new = now.keys().filter(|name| !before.contains_key(*name) && !previous.has_twin(resource, name));
            changes.extend(new.map(|name| format!("`{resource}.{name}` is new")));
        }
        changes
    }

    /// Whether the function is `blocking-f` of a function `f` that exists twice.
    fn has_twin(&self, resource: &str, name: &str) -> bool {
        name.strip_prefix(BLOCKING).is_some_and(|name| self.twins.contains(&format!("{resource}.{name}")))
    }

    fn path(&self) -> String {
        self.package.interface_id(&self.interface)
    }

    fn style_change(&self, previous: &Self) -> Option<String> {
        if self.style == previous.style || self.turned(previous).is_empty() {
            return None;
        }
        Some(match self.style {
            StubStyle::Uniform(CallStyle::Sync) => {
                "the functions wait for their results, and have no `blocking-` twins".to_string()
            }
            StubStyle::Uniform(CallStyle::Async) | StubStyle::Mixed => {
                "the functions return at once, and have `blocking-` twins that wait".to_string()
            }
        })
    }

    /// The functions, as `resource.function`, that waited in `previous` and do not wait here, or the other way round: a call
    /// of them means something else.
    pub fn turned(&self, previous: &Self) -> Vec<String> {
        if self.style == previous.style {
            return Vec::new();
        }
        // Both may be functions of the target.
        let has_only = |api: &Self, path: &String| {
            let functions =
                path.split_once('.').and_then(|(resource, name)| Some((api.resources.get(resource)?, name)));
            functions.is_some_and(|(functions, name)| {
                functions.contains_key(name) && !functions.contains_key(&format!("{BLOCKING}{name}"))
            })
        };
        let (gone, new) = (previous.twins.iter(), self.twins.iter());
        let gone = gone.filter(|path| !self.twins.contains(path) && has_only(self, path));
        let new = new.filter(|path| !previous.twins.contains(path) && has_only(previous, path));
        gone.chain(new).cloned().collect()
    }

    /// The style of the stub.
    pub fn style(&self) -> StubStyle {
        self.style
    }
}

fn is_future(interface: &wit_parser::Interface, resource: &str) -> bool {
    let methods = [format!("[method]{resource}.get"), format!("[method]{resource}.subscribe")];
    resource.starts_with("future-") && methods.iter().all(|name| interface.functions.contains_key(name))
}

/// The named types in `used` at any depth. Resources, and the types of stubs themselves, are left out.
fn named_types(resolve: &Resolve, used: Vec<Type>) -> BTreeMap<String, NamedType> {
    let mut types = BTreeMap::new();
    for id in reachable(resolve, used) {
        let id = canonical(resolve, id);
        let (Some(name), false) = (&resolve.types[id].name, is_stubs_own(resolve, id)) else { continue };
        let kind = match &resolve.types[id].kind {
            TypeDefKind::Resource => continue,
            TypeDefKind::Record(_) => "record",
            TypeDefKind::Variant(_) => "variant",
            TypeDefKind::Enum(_) => "enum",
            TypeDefKind::Flags(_) => "flags",
            _ => "type",
        };
        let members = match kind {
            "type" => vec![(String::new(), definition(resolve, id))],
            _ => {
                let members = members(&resolve.types[id].kind).into_iter();
                let ty = |ty: Option<Type>| ty.map(|ty| type_name(resolve, ty)).unwrap_or_default();
                members.map(|member| (member.name.unwrap_or_default().to_string(), ty(member.ty))).collect()
            }
        };
        types.insert(name.clone(), NamedType { kind, members });
    }
    types
}

/// Whether a type belongs to `golem:rpc` or `wasi:io`.
fn is_stubs_own(resolve: &Resolve, id: TypeId) -> bool {
    let TypeOwner::Interface(interface) = resolve.types[id].owner else { return false };
    let package = resolve.interfaces[interface].package.map(|package| &resolve.packages[package].name);
    package.is_some_and(|name| matches!((&*name.namespace, &*name.name), ("golem", "rpc") | ("wasi", "io")))
}

impl NamedType {
    /// How this type, called `name`, differs from `before`.
    fn difference(&self, name: &str, before: &Self) -> String {
        let kind = self.kind;
        if kind != before.kind {
            return format!("`{name}` is of kind `{kind}`, was `{}`", before.kind);
        }
        let find = |members: &[(String, String)], name: &str| {
            members.iter().find(|(other, _)| other == name).map(|(_, ty)| ty.clone())
        };
        let mut changes = Vec::new();
        for (member, before) in &before.members {
            match find(&self.members, member) {
                None => changes.push(format!("`{member}` is gone")),
                Some(now) if now == *before => {}
                Some(now) if member.is_empty() => changes.push(format!("`{now}`, was `{before}`")),
                Some(now) => changes.push(match (now.as_str(), before.as_str()) {
                    ("", before) => format!("`{member}` has no value, was `{before}`"),
                    (now, "") => format!("`{member}` is `{now}`, had no value"),
                    (now, before) => format!("`{member}` is `{now}`, was `{before}`"),
                }),
            }
        }
        let new = self.members.iter().filter(|(member, _)| find(&before.members, member).is_none());
        changes.extend(new.map(|(member, _)| format!("`{member}` is new")));
        match changes.is_empty() {
            true => format!("{kind} `{name}`: the order changed"),
            false => format!("{kind} `{name}`: {}", changes.join(", ")),
        }
    }
}

/// `func(a: u8) -> u8`, without `self`. A constructor has no result.
fn signature(resolve: &Resolve, function: &Function) -> String {
    let has_prefix = |prefix: &str| function.name.starts_with(prefix);
    let (is_method, is_constructor) = (has_prefix("[method]"), has_prefix("[constructor]"));
    let word = match is_constructor {
        true => "constructor",
        false if has_prefix("[static]") => "static func",
        false => "func",
    };
    let params = function.params.iter().skip(usize::from(is_method));
    let params: Vec<String> = params.map(|param| format!("{}: {}", param.name, type_name(resolve, param.ty))).collect();
    let result = function.result.filter(|_| !is_constructor);
    let result = result.map(|ty| format!(" -> {}", type_name(resolve, ty))).unwrap_or_default();
    format!("{word}({}){result}", params.join(", "))
}

/// A type as WIT says it. A `use`d type has the name of its definition.
fn type_name(resolve: &Resolve, ty: Type) -> String {
    let id = match ty {
        Type::Id(id) => canonical(resolve, id),
        Type::Bool => return "bool".to_string(),
        Type::U8 => return "u8".to_string(),
        Type::U16 => return "u16".to_string(),
        Type::U32 => return "u32".to_string(),
        Type::U64 => return "u64".to_string(),
        Type::S8 => return "s8".to_string(),
        Type::S16 => return "s16".to_string(),
        Type::S32 => return "s32".to_string(),
        Type::S64 => return "s64".to_string(),
        Type::F32 => return "f32".to_string(),
        Type::F64 => return "f64".to_string(),
        Type::Char => return "char".to_string(),
        Type::String => return "string".to_string(),
        Type::ErrorContext => return "error-context".to_string(),
    };
    match &resolve.types[id].name {
        Some(name) => name.clone(),
        None => definition(resolve, id),
    }
}

/// The definition of a type without a name, or of an alias.
fn definition(resolve: &Resolve, id: TypeId) -> String {
    let name = |ty: &Type| type_name(resolve, *ty);
    let optional = |ty: &Option<Type>| ty.as_ref().map_or_else(|| "_".to_string(), name);
    let list = |types: &[Type]| types.iter().map(name).collect::<Vec<_>>().join(", ");
    match &resolve.types[id].kind {
        TypeDefKind::Type(ty) => name(ty),
        TypeDefKind::Option(ty) => format!("option<{}>", name(ty)),
        TypeDefKind::List(ty) => format!("list<{}>", name(ty)),
        TypeDefKind::FixedLengthList(ty, length) => format!("list<{}, {length}>", name(ty)),
        TypeDefKind::Map(key, value) => format!("map<{}, {}>", name(key), name(value)),
        TypeDefKind::Tuple(tuple) => format!("tuple<{}>", list(&tuple.types)),
        TypeDefKind::Result(result) => match (&result.ok, &result.err) {
            (None, None) => "result".to_string(),
            (Some(ok), None) => format!("result<{}>", name(ok)),
            (ok, Some(err)) => format!("result<{}, {}>", optional(ok), name(err)),
        },
        TypeDefKind::Handle(Handle::Own(resource)) => type_name(resolve, Type::Id(*resource)),
        TypeDefKind::Handle(Handle::Borrow(resource)) => format!("borrow<{}>", type_name(resolve, Type::Id(*resource))),
        TypeDefKind::Future(ty) => ty.as_ref().map_or("future".to_string(), |ty| format!("future<{}>", name(ty))),
        TypeDefKind::Stream(ty) => ty.as_ref().map_or("stream".to_string(), |ty| format!("stream<{}>", name(ty))),
        TypeDefKind::Record(_)
        | TypeDefKind::Variant(_)
        | TypeDefKind::Enum(_)
        | TypeDefKind::Flags(_)
        | TypeDefKind::Resource
        | TypeDefKind::Unknown => resolve.types[id].name.clone().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use crate::stub_style::stub_interface;

    use super::*;

    fn api(items: &str) -> StubApi {
        let text = format!(
            "package a:b-stub; package wasi:io@0.2.0 {{ interface poll {{ resource pollable; }} }} package a:b {{ interface \
             api {{ record item {{ id: u32, name: string }} }} }} interface stub-w {{ use a:b/api.{{item}}; {items} }} world \
             wasm-rpc-stub-w {{ export stub-w; }}"
        );
        let mut resolve = Resolve::new();
        let package = resolve.push_source("stub.wit", &text).expect("valid WIT");
        StubApi::of(&resolve, stub_interface(&resolve, package).expect("a stub")).expect("it has a name")
    }

    #[track_caller]
    fn check(before: &str, after: &str, expected: &[&str]) {
        let (before, after) = (api(before), api(after));
        let changes = match after.changes_since(&before) {
            None => Vec::new(),
            Some(Diagnostic { message, items, .. }) if items.is_empty() => {
                vec![message.trim_start_matches("the stub's API changed: ").to_string()]
            }
            Some(Diagnostic { items, .. }) => items.into_iter().map(|item| item.text).collect(),
        };
        assert_eq!(changes, expected);
        assert_eq!(before.changes_since(&before), None);
    }

    #[test]
    fn functions_and_resources_are_compared() {
        check("resource r { f: func(); }", "resource r { f: func(); }", &[]);
        check(
            "resource r { constructor(); put: func(i: item); size: func() -> u32; } resource old { f: func(); }",
            "resource r { constructor(x: u8); insert: func(i: item); size: func() -> list<u32>; } resource new;",
            &[
                "resource `old` is gone",
                "`r.constructor` is `constructor(x: u8)`, was `constructor()`",
                "`r.put` is gone",
                "`r.size` is `func() -> list<u32>`, was `func() -> u32`",
                "resource `new` is new",
                "`r.insert` is new",
            ],
        );
        check(
            "resource r { f: func(); }",
            "resource r { f: static func(); }",
            &["`r.f` is `static func()`, was `func()`"],
        );
    }

    #[test]
    fn types_are_compared_where_they_are_defined() {
        let inline = |fields: &str| format!("record r {{ {fields} }} resource api {{ f: func(r: r); }}");
        check(
            &inline("a: u8, b: item"),
            &inline("a: u16, c: item"),
            &["record `r`: `a` is `u16`, was `u8`, `b` is gone, `c` is new"],
        );
        check(&inline("a: u8, b: u8"), &inline("b: u8, a: u8"), &["record `r`: the order changed"]);
        check(
            "enum r { x } resource api { f: func(r: r); }",
            &inline("a: u8"),
            &["`r` is of kind `record`, was `enum`"],
        );
        check(
            "variant v { x, y(u8) } type t = u8; resource api { f: func(v: v, t: t); }",
            "variant v { x(u8), y } type t = option<u8>; resource api { f: func(v: v, t: t); }",
            &["type `t`: `option<u8>`, was `u8`", "variant `v`: `x` is `u8`, had no value, `y` has no value, was `u8`"],
        );
    }

    const ASYNC: &str = "use wasi:io/poll@0.2.0.{pollable}; resource future-r-g-result { subscribe: func() -> pollable; \
                         get: func() -> option<u8>; } resource r { f: func(); blocking-f: func(); g: func() -> \
                         future-r-g-result; blocking-g: func() -> u8; }";

    #[test]
    fn the_style_is_one_change() {
        let sync = "resource r { f: func(); g: func() -> u8; }";
        check(ASYNC, ASYNC, &[]);
        check(ASYNC, sync, &["the functions wait for their results, and have no `blocking-` twins"]);
        check(sync, ASYNC, &["the functions return at once, and have `blocking-` twins that wait"]);
        check(ASYNC, &ASYNC.replace("u8", "u16"), &["`r.g` is `func() -> u16`, was `func() -> u8`"]);
        assert_eq!(api(sync).turned(&api(ASYNC)), ["r.f", "r.g"]);
        assert_eq!(api(ASYNC).turned(&api(sync)), ["r.f", "r.g"]);
        let gone = "resource r { g: func() -> u8; }";
        assert_eq!(api(gone).turned(&api(ASYNC)), ["r.g"]);
    }

    /// A target may have both.
    #[test]
    fn a_function_of_the_target_is_not_a_twin() {
        let before = "resource r { poke: func(); blocking-poke: func(); }";
        let after = "resource r { poke: func(); blocking-poke: func(); stop: func(); }";
        assert_eq!(api(after).turned(&api(before)), Vec::<String>::new());
        check(before, after, &["`r.stop` is new"]);
        check(after, before, &["`r.stop` is gone"]);
    }
}
