//! Counts what packages and their stubs contain, so that a generator that no longer makes something is noticed.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use crate::cases::Built;
use crate::packages::Package;
use crate::shapes;
use wasm_rpc_stubgen_model::{
    Call, Function, FunctionKind, IO_PACKAGE, ParamType, RPC_PACKAGE, ResourceKind, Route, Severity, StubModel,
    StubResource, TypePlacement,
};
use wit_parser::abi::AbiVariant;
use wit_parser::{FunctionKind as WitKind, Handle, PackageName, Resolve, Result_, Type, TypeDefKind, TypeId, Variant};
use worker_host::FunctionName;

/// How often each thing was seen, by its name.
#[derive(Debug, Default)]
pub struct Coverage(BTreeMap<String, usize>);

/// What is looked for in the text of a package.
const TEXTS: &[&str] = &[
    "include ",
    "  import ",
    "  use ",
    " as ",
    " own<",
    "async func",
    "@since",
    "@unstable",
    "/**",
    "*/ //",
    "\r\n",
    "export %",
];

impl Coverage {
    /// Counts what is in a package and in its stub.
    pub fn add(&mut self, package: &Package, built: &Built) {
        self.layout(package, &built.model);
        self.see(&format!("shape {}", shapes::words(&built.model.options)));
        for resource in &built.model.resources {
            self.resource(&built.model, resource);
        }
        built.model.futures.iter().for_each(|_| self.see("future"));
        for ty in built.model.types.values() {
            self.see(match ty.placement {
                TypePlacement::Used(_) => "type used",
                TypePlacement::Defined => "type defined",
            });
        }
        for note in built.model.notes.iter().filter(|note| note.severity == Severity::Note) {
            let texts: Vec<&str> = match note.items.as_slice() {
                [] => vec![&note.message],
                items => items.iter().map(|item| item.text.as_str()).collect(),
            };
            for text in texts {
                let what = text.split(" `").next().expect("text has a beginning");
                let what = if text.contains("golem:rpc/") { "the type of locations" } else { what };
                self.see(&format!("note on {what}"));
            }
        }
        self.wit_kinds(&built.model.resolve);
        let wit = &built.wit;
        for function in wit.resolve.interfaces[wit.interface].functions.values() {
            let signature = wit.resolve.wasm_signature(AbiVariant::GuestExport, function);
            self.see_if(signature.indirect_params, "parameters in memory");
            self.see_if(signature.retptr, "result in memory");
        }
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: Self) {
        for (name, count) in other.0 {
            *self.0.entry(name).or_default() += count;
        }
    }

    /// How often something was seen.
    pub fn count(&self, name: &str) -> usize {
        self.0.get(name).copied().unwrap_or_default()
    }

    fn see(&mut self, name: &str) {
        *self.0.entry(name.to_string()).or_default() += 1;
    }

    fn see_if(&mut self, condition: bool, name: &str) {
        if condition {
            self.see(name);
        }
    }

    fn layout(&mut self, package: &Package, model: &StubModel) {
        for text in TEXTS {
            let found = package.files.iter().any(|(_, content)| content.contains(text));
            self.see_if(found, &format!("text {text:?}"));
        }
        self.see(&format!("files {}", package.files.len().min(4)));
        let opens = |line: &str| line.starts_with("package ") && line.ends_with('{');
        let nested = package.files.iter().any(|(_, content)| content.lines().any(opens));
        self.see_if(nested, "nested package");
        let names = model.resolve.packages.iter().map(|(_, package)| &package.name);
        let names: Vec<_> = names.filter(|name| !is_of_stubs(name)).collect();
        self.see(&format!("packages {}", names.len()));
        let bare: HashSet<_> = names.iter().map(|name| (&name.namespace, &name.name)).collect();
        self.see_if(bare.len() < names.len(), "two versions of a package");
        self.see_if(names.iter().any(|name| **name == model.package), "package called like the stub's");
    }

    fn resource(&mut self, model: &StubModel, resource: &StubResource) {
        self.see(match &resource.kind {
            ResourceKind::Functions { .. } => "resource for functions",
            ResourceKind::Remote { .. } => "remote resource",
        });
        self.see_if(resource.docs.contents.is_some(), "documented resource");
        match &resource.kind {
            ResourceKind::Functions { .. } => self.see("constructor that connects"),
            ResourceKind::Remote { constructor: None, .. } => self.see("constructor none"),
            ResourceKind::Remote { constructor: Some(constructor), .. } => {
                let plain = constructor.result.is_some_and(|ty| !is_result(&model.resolve, ty));
                self.see(if plain { "constructor plain" } else { "constructor fallible" });
            }
        }
        resource.remote_functions().for_each(|function| self.function(model, resource, function));
    }

    fn function(&mut self, model: &StubModel, resource: &StubResource, function: &Function) {
        self.see(match (function.kind, &resource.kind) {
            (FunctionKind::Constructor, _) => "function constructor",
            (FunctionKind::Method, ResourceKind::Functions { .. }) => "function free",
            (FunctionKind::Method, ResourceKind::Remote { .. }) => "function method",
            (FunctionKind::Static(Route::Location), _) => "function static at a location",
            (FunctionKind::Static(Route::Handle(0)), _) => "function static at its first parameter",
            (FunctionKind::Static(Route::Handle(_)), _) => "function static at a later parameter",
        });
        self.see(match function.call {
            Call::Blocking => "call that waits",
            Call::Send => "call without a result",
            Call::Future(_) => "call as a future",
        });
        self.see_if(function.docs.contents.is_some(), "documented function");
        let remote = FunctionName::parse(function.remote.as_str()).expect("a remote name is one of a function");
        self.see(match &remote.interface {
            None => "owner world",
            Some(name) if !name.contains('/') => "owner inline interface",
            Some(name) if name.contains('@') => "owner interface with version",
            Some(_) => "owner interface",
        });
        let own = format!("{}:{}/", model.target.namespace, model.target.name);
        let foreign = remote.interface.is_some_and(|name| name.contains('/') && !name.starts_with(&own));
        self.see_if(foreign, "owner interface of another package");
        self.see_if(function.params.is_empty(), "no parameter");
        self.see_if(function.params.len() > 16, "many parameters");
        for param in &function.params {
            if let ParamType::Value(ty) = param.ty {
                Walk::new(&model.resolve, self, "parameter").value(ty, Depth::Top);
            }
        }
        match function.result {
            None => self.see("no result"),
            Some(ty) => Walk::new(&model.resolve, self, "result").value(ty, Depth::Top),
        }
    }

    /// What the target calls its functions.
    fn wit_kinds(&mut self, resolve: &Resolve) {
        let target = resolve
            .interfaces
            .iter()
            .filter(|(_, interface)| interface.package.is_none_or(|id| !is_of_stubs(&resolve.packages[id].name)));
        for function in target.flat_map(|(_, interface)| interface.functions.values()) {
            self.see(match function.kind {
                WitKind::Freestanding => "wit function",
                WitKind::AsyncFreestanding => "wit async function",
                WitKind::Method(_) => "wit method",
                WitKind::AsyncMethod(_) => "wit async method",
                WitKind::Static(_) => "wit static",
                WitKind::AsyncStatic(_) => "wit async static",
                WitKind::Constructor(_) => "wit constructor",
                WitKind::Getter | WitKind::MethodGetter(_) | WitKind::StaticGetter(_) => "wit getter",
                WitKind::Setter | WitKind::MethodSetter(_) | WitKind::StaticSetter(_) => "wit setter",
            });
        }
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(name, count)| writeln!(f, "{count:6} {name}"))
    }
}

/// Whether the package is one that every stub has beside the target's.
fn is_of_stubs(package: &PackageName) -> bool {
    [RPC_PACKAGE, IO_PACKAGE].contains(&package.to_string().as_str())
}

fn is_result(resolve: &Resolve, ty: Type) -> bool {
    matches!(ty, Type::Id(id) if matches!(resolve.types[id].kind, TypeDefKind::Result(_)))
}

/// Whether something is the whole type or inside of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    Top,
    Inside,
}

/// A walk over the type of one parameter or result.
struct Walk<'a> {
    resolve: &'a Resolve,
    coverage: &'a mut Coverage,
    place: &'static str,
    seen: HashSet<TypeId>,
}

impl<'a> Walk<'a> {
    fn new(resolve: &'a Resolve, coverage: &'a mut Coverage, place: &'static str) -> Self {
        Self { resolve, coverage, place, seen: HashSet::new() }
    }

    fn value(&mut self, ty: Type, depth: Depth) {
        let Type::Id(id) = ty else { return self.coverage.see(&format!("{} {ty:?}", self.place)) };
        if !self.seen.insert(id) {
            return;
        }
        let definition = &self.resolve.types[id];
        self.coverage.see_if(definition.docs.contents.is_some(), "documented type");
        self.coverage.see(&format!("{} {}", self.place, definition.kind.as_str()));
        match &definition.kind {
            TypeDefKind::Record(record) => record.fields.iter().for_each(|field| self.value(field.ty, Depth::Inside)),
            TypeDefKind::Tuple(tuple) => tuple.types.iter().for_each(|ty| self.value(*ty, Depth::Inside)),
            TypeDefKind::Variant(variant) => self.variant(variant),
            TypeDefKind::Flags(flags) => self.coverage.see(match flags.flags.len() {
                0..=8 => "flags up to 8",
                9..=16 => "flags up to 16",
                _ => "flags up to 32",
            }),
            TypeDefKind::Enum(cases) => self.coverage.see_if(cases.cases.len() > 256, "enum of many cases"),
            TypeDefKind::Option(ty) | TypeDefKind::List(ty) | TypeDefKind::FixedLengthList(ty, _) => {
                self.value(*ty, Depth::Inside);
            }
            TypeDefKind::Map(key, value) => {
                self.coverage.see(&format!("key {key:?}"));
                self.value(*value, Depth::Inside);
            }
            TypeDefKind::Result(result) => self.result(result),
            TypeDefKind::Handle(handle) => self.handle(handle, depth),
            TypeDefKind::Type(ty) => self.value(*ty, depth),
            TypeDefKind::Resource | TypeDefKind::Future(_) | TypeDefKind::Stream(_) | TypeDefKind::Unknown => {
                unreachable!("no stub has such a value")
            }
        }
    }

    fn variant(&mut self, variant: &Variant) {
        self.coverage.see_if(variant.cases.len() > 256, "variant of many cases");
        for case in &variant.cases {
            self.coverage.see(if case.ty.is_some() { "case with payload" } else { "case without payload" });
            if let Some(ty) = case.ty {
                self.value(ty, Depth::Inside);
            }
        }
    }

    fn result(&mut self, result: &Result_) {
        self.coverage.see(match (result.ok, result.err) {
            (None, None) => "result of nothing",
            (Some(_), None) => "result of ok",
            (None, Some(_)) => "result of err",
            (Some(_), Some(_)) => "result of both",
        });
        result.ok.iter().chain(&result.err).for_each(|ty| self.value(*ty, Depth::Inside));
    }

    fn handle(&mut self, handle: &Handle, depth: Depth) {
        let (what, id) = match handle {
            Handle::Own(id) => ("own", id),
            Handle::Borrow(id) => ("borrow", id),
        };
        self.coverage.see(&format!("{} {depth:?} {what}", self.place));
        let alias = matches!(self.resolve.types[*id].kind, TypeDefKind::Type(_));
        self.coverage.see_if(alias, "handle by another name");
    }
}
