//! The stub's types in Rust: what they are called, and which of them have to be written or read.

use std::collections::{HashMap, HashSet};

use super::source::Source;
use super::{header, names};
use indexmap::IndexSet;
use stubgen_model::{RpcErrors, parts};
use wit_parser::{Function, Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// The types of a stub.
pub(super) struct Types<'a> {
    pub(super) resolve: &'a Resolve,
    stub: InterfaceId,
    errors: RpcErrors,
    /// Whether a type holds a borrow, and so has a lifetime.
    borrows: HashMap<TypeId, bool>,
    /// What is passed to workers: definitions, tuples' lengths.
    pub(super) encoded: Mentioned,
    /// What workers answer.
    pub(super) decoded: Mentioned,
}

/// Types that need code, in the order in which they are found.
#[derive(Debug, Default)]
pub(super) struct Mentioned {
    seen: HashSet<TypeId>,
    /// Records, variants, enums and flags.
    pub(super) definitions: IndexSet<TypeId>,
    /// How many elements the tuples have.
    pub(super) tuples: IndexSet<usize>,
    /// Resources of which a handle is passed on.
    pub(super) owned: IndexSet<TypeId>,
    /// Resources of which a handle is lent.
    pub(super) borrowed: IndexSet<TypeId>,
    /// Whether there are maps.
    pub(super) maps: bool,
}

impl<'a> Types<'a> {
    pub(super) fn new(resolve: &'a Resolve, stub: InterfaceId, errors: RpcErrors) -> Self {
        let (encoded, decoded) = Default::default();
        Self { resolve, stub, errors, borrows: HashMap::new(), encoded, decoded }
    }

    /// Notes what is passed to a worker and what it answers.
    pub(super) fn mention(&mut self, passed: &[Type], answered: &[Type]) {
        for ty in passed {
            self.encoded.add(self.resolve, *ty);
        }
        for ty in answered {
            self.decoded.add(self.resolve, *ty);
        }
    }

    /// What the worker answers, of a type that a function gives: all of it, or what a `result<_, rpc-error>` is about.
    pub(super) fn answered(&self, given: Type) -> Option<Type> {
        match self.errors {
            RpcErrors::Trap => Some(given),
            RpcErrors::Result => self.sides(given).expect("a call that may fail gives a `result`").0,
        }
    }

    /// What the `option` that a future gives holds.
    pub(super) fn awaited(&self, given: Type) -> Type {
        let Type::Id(id) = given else { unreachable!("a future gives an `option`") };
        match self.resolve.types[id].kind {
            TypeDefKind::Option(some) => some,
            _ => unreachable!("a future gives an `option`"),
        }
    }

    /// The two sides of what a constructor returns, if that is a `result`.
    pub(super) fn fallible(&self, constructor: &Function) -> Option<(Option<Type>, Option<Type>)> {
        self.sides(constructor.result.expect("a constructor has a result"))
    }

    /// The two sides of a `result` that has no name.
    fn sides(&self, ty: Type) -> Option<(Option<Type>, Option<Type>)> {
        let Type::Id(id) = ty else { return None };
        match &self.resolve.types[id].kind {
            TypeDefKind::Result(result) => Some((result.ok, result.err)),
            _ => None,
        }
    }

    /// The type in Rust.
    pub(super) fn name(&mut self, ty: Type) -> String {
        match ty {
            Type::Bool => "bool".into(),
            Type::U8 => "u8".into(),
            Type::U16 => "u16".into(),
            Type::U32 => "u32".into(),
            Type::U64 => "u64".into(),
            Type::S8 => "i8".into(),
            Type::S16 => "i16".into(),
            Type::S32 => "i32".into(),
            Type::S64 => "i64".into(),
            Type::F32 => "f32".into(),
            Type::F64 => "f64".into(),
            Type::Char => "char".into(),
            Type::String => "String".into(),
            Type::ErrorContext => unreachable!("the model holds nothing that cannot cross"),
            Type::Id(id) => self.definition(id),
        }
    }

    /// A result's or case's payload.
    pub(super) fn payload(&mut self, ty: Option<Type>) -> String {
        ty.map_or_else(|| "()".to_string(), |ty| self.name(ty))
    }

    fn definition(&mut self, id: TypeId) -> String {
        let resolve = self.resolve;
        if resolve.types[id].name.is_some() {
            let lifetime = if self.borrows(Type::Id(id)) { "<'_>" } else { "" };
            return format!("{}{lifetime}", self.path(id));
        }
        match &resolve.types[id].kind {
            TypeDefKind::Tuple(tuple) => {
                let parts: Vec<_> = tuple.types.iter().map(|ty| self.name(*ty)).collect();
                let end = if parts.len() == 1 { "," } else { "" };
                format!("({}{end})", parts.join(", "))
            }
            TypeDefKind::Option(ty) => format!("Option<{}>", self.name(*ty)),
            TypeDefKind::Result(result) => {
                format!("Result<{}, {}>", self.payload(result.ok), self.payload(result.err))
            }
            TypeDefKind::List(ty) => format!("Vec<{}>", self.name(*ty)),
            TypeDefKind::FixedLengthList(ty, length) => format!("[{}; {length}]", self.name(*ty)),
            TypeDefKind::Map(key, value) => format!("Map<{}, {}>", self.name(*key), self.name(*value)),
            TypeDefKind::Handle(Handle::Own(id)) => self.path(resource(resolve, *id)),
            TypeDefKind::Handle(Handle::Borrow(id)) => format!("{}<'_>", self.borrow_path(*id)),
            TypeDefKind::Type(ty) => self.name(*ty),
            TypeDefKind::Record(_) | TypeDefKind::Variant(_) | TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => {
                unreachable!("records, variants, enums and flags have names")
            }
            TypeDefKind::Resource | TypeDefKind::Future(_) | TypeDefKind::Stream(_) | TypeDefKind::Unknown => {
                unreachable!("the model holds nothing that cannot cross")
            }
        }
    }

    /// Notes the entries of maps, which travel as tuples: the module of maps both writes and reads them.
    pub(super) fn mention_entries(&mut self) {
        self.encoded.tuples.insert(2);
        self.decoded.tuples.insert(2);
    }

    /// Whether there are maps.
    pub(super) fn maps(&self) -> bool {
        self.encoded.maps || self.decoded.maps
    }

    /// The resource that a type is a handle of.
    pub(super) fn routed(&self, ty: Type) -> Option<&'a str> {
        let Type::Id(mut id) = ty else { return None };
        loop {
            match self.resolve.types[id].kind {
                TypeDefKind::Handle(Handle::Own(id) | Handle::Borrow(id)) => return Some(self.resource_name(id)),
                TypeDefKind::Type(Type::Id(target)) => id = target,
                _ => return None,
            }
        }
    }

    /// The path of a named type.
    pub(super) fn path(&self, id: TypeId) -> String {
        let definition = &self.resolve.types[id];
        let name = names::type_name(definition.name.as_deref().expect("a path ends in a name"));
        match definition.owner {
            TypeOwner::Interface(owner) if owner == self.stub => format!("stub::{name}"),
            TypeOwner::Interface(owner) => format!("bindings::{}::{name}", names::interface_path(self.resolve, owner)),
            TypeOwner::World(_) | TypeOwner::None => unreachable!("a named type of the stub belongs to an interface"),
        }
    }

    /// The path of a resource's borrowed handle.
    pub(super) fn borrow_path(&self, id: TypeId) -> String {
        format!("stub::{}Borrow", names::camel(self.resource_name(id)))
    }

    /// What the WIT calls a resource.
    pub(super) fn resource_name(&self, id: TypeId) -> &'a str {
        self.resolve.types[resource(self.resolve, id)].name.as_deref().expect("a resource has a name")
    }

    fn borrows(&mut self, ty: Type) -> bool {
        let Type::Id(id) = ty else { return false };
        if let Some(known) = self.borrows.get(&id) {
            return *known;
        }
        let kind = &self.resolve.types[id].kind;
        let borrows = matches!(kind, TypeDefKind::Handle(Handle::Borrow(_)))
            || parts(kind).into_iter().any(|part| self.borrows(part));
        self.borrows.insert(id, borrows);
        borrows
    }
}

impl Mentioned {
    /// A module that starts with `runtime` and goes on with code for these types.
    pub(super) fn module(&self, types: &Types, runtime: &str) -> Source {
        let (docs, code) = runtime.split_once("\nuse ").expect("a runtime uses something");
        let (uses, code) = code.split_once("\n\n").expect("what is used is followed by code");
        let mut uses: Vec<_> = uses.split("\nuse ").map(|used| used.trim_end_matches(';')).collect();
        let paths: Vec<_> =
            self.definitions.iter().chain(&self.owned).chain(&self.borrowed).map(|id| types.path(*id)).collect();
        let starts = |module: &str| paths.iter().any(|path| path.starts_with(module));
        let extra = [
            ("crate::bindings", starts("bindings::")),
            ("crate::resources", !self.owned.is_empty() || !self.borrowed.is_empty()),
            ("crate::stub", starts("stub::")),
        ];
        uses.extend(extra.into_iter().filter_map(|(path, used)| used.then_some(path)));
        uses.sort_unstable();
        let mut source = Source::new(format!("{}{docs}\n", header("//")));
        uses.iter().for_each(|path| source.line(format!("use {path};")));
        source.gap();
        code.lines().for_each(|line| source.line(line));
        source
    }

    /// Code for the tuples: the macro `tuple` and a use of it for each length.
    pub(super) fn tuples(&self, source: &mut Source, macro_: &str) {
        if self.tuples.is_empty() {
            return;
        }
        source.gap();
        macro_.lines().for_each(|line| source.line(line));
        source.gap();
        for length in &self.tuples {
            let parts: Vec<_> = (0..*length).map(|index| format!("T{index} {index}")).collect();
            source.line(format!("tuple!({length}: {});", parts.join(", ")));
        }
    }

    fn add(&mut self, resolve: &Resolve, ty: Type) {
        let Type::Id(id) = ty else { return };
        if !self.seen.insert(id) {
            return;
        }
        let kind = &resolve.types[id].kind;
        match kind {
            TypeDefKind::Record(_) | TypeDefKind::Variant(_) | TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => {
                self.definitions.insert(id);
            }
            TypeDefKind::Tuple(tuple) => {
                self.tuples.insert(tuple.types.len());
            }
            TypeDefKind::Map(..) => self.maps = true,
            TypeDefKind::Handle(Handle::Own(id)) => {
                self.owned.insert(resource(resolve, *id));
            }
            TypeDefKind::Handle(Handle::Borrow(id)) => {
                self.borrowed.insert(resource(resolve, *id));
            }
            _ => {}
        }
        for part in parts(kind) {
            self.add(resolve, part);
        }
    }
}

/// The resource that `id` is, or is an alias of.
fn resource(resolve: &Resolve, id: TypeId) -> TypeId {
    let mut id = id;
    while let TypeDefKind::Type(Type::Id(target)) = resolve.types[id].kind {
        id = target;
    }
    id
}
