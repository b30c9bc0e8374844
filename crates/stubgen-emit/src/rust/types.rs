//! The stub's types in Rust: their names, and which of them a crate encodes or decodes.

use std::collections::HashMap;

use super::definitions::{Definitions, resource};
use super::names;
use wasm_rpc_stubgen_model::{RpcErrors, member_types};
use wit_parser::{Function, Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId};

/// The types of a stub.
pub(super) struct Types<'a> {
    pub(super) resolve: &'a Resolve,
    /// The paths of the named types.
    paths: HashMap<TypeId, String>,
    errors: RpcErrors,
    /// Whether a type contains a borrow, and so has a lifetime.
    borrows: HashMap<TypeId, bool>,
    /// The fewest nodes of a value of a type.
    least_nodes: HashMap<TypeId, u32>,
    /// The types of parameters.
    pub(super) encoded: Definitions,
    /// The types of results.
    pub(super) decoded: Definitions,
}

impl<'a> Types<'a> {
    pub(super) fn new(resolve: &'a Resolve, stub: InterfaceId, errors: RpcErrors) -> Self {
        let mut paths = HashMap::new();
        for (id, interface) in resolve.interfaces.iter() {
            let module = match id == stub {
                true => "stub".to_string(),
                false => format!("bindings::{}", names::interface_path(resolve, id)),
            };
            let types = interface.types.iter();
            paths.extend(types.map(|(name, ty)| (*ty, format!("{module}::{}", names::type_name(name)))));
        }
        let (borrows, least_nodes, encoded, decoded) = Default::default();
        Self { resolve, paths, errors, borrows, least_nodes, encoded, decoded }
    }

    /// Adds the types of values that are passed to a worker, and of those that it returns.
    pub(super) fn add(&mut self, passed: &[Type], returned: &[Type]) {
        for ty in passed {
            self.encoded.add(self.resolve, *ty);
        }
        for ty in returned {
            self.decoded.add(self.resolve, *ty);
        }
    }

    /// The type that the worker returns if a function of the stub returns `outcome`: the same type, or the success type
    /// of a `result<_, rpc-error>`.
    pub(super) fn returned(&self, outcome: Type) -> Option<Type> {
        match self.errors {
            RpcErrors::Trap => Some(outcome),
            RpcErrors::Result => self.result_types(outcome).expect("a call that can fail returns a `result`").0,
        }
    }

    /// The type in the `option` that `get` of a future returns.
    pub(super) fn some_type(&self, option: Type) -> Option<Type> {
        let Type::Id(id) = option else { return None };
        member_types(&self.resolve.types[id].kind).next()
    }

    /// The success and error types of a constructor, if it returns a `result`.
    pub(super) fn fallible(&self, constructor: &Function) -> Option<(Option<Type>, Option<Type>)> {
        self.result_types(constructor.result.expect("a constructor has a result"))
    }

    /// The success and error types of an unnamed `result`.
    fn result_types(&self, ty: Type) -> Option<(Option<Type>, Option<Type>)> {
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
            Type::ErrorContext => unreachable!("the model contains only types that can be passed"),
            Type::Id(id) => self.definition(id),
        }
    }

    /// The type of a payload in Rust.
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
            TypeDefKind::Handle(Handle::Own(id)) => self.path(resource(resolve, *id)).to_string(),
            TypeDefKind::Handle(Handle::Borrow(id)) => format!("{}<'_>", self.borrow_path(*id)),
            TypeDefKind::Type(ty) => self.name(*ty),
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_)
            | TypeDefKind::Unknown => {
                unreachable!("an unnamed type of the model is composed of types that can be passed")
            }
        }
    }

    /// Adds the entries of maps, which are passed as tuples: `map.rs` both encodes and decodes them.
    pub(super) fn add_entries(&mut self) {
        self.encoded.tuples.insert(2);
        self.decoded.tuples.insert(2);
    }

    /// Whether there are maps.
    pub(super) fn maps(&self) -> bool {
        self.encoded.maps || self.decoded.maps
    }

    /// The name of the resource of a handle, also of an alias of one.
    pub(super) fn handle_resource(&self, ty: Type) -> Option<&'a str> {
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
    pub(super) fn path(&self, id: TypeId) -> &str {
        &self.paths[&id]
    }

    /// The path of a resource's borrowed handle.
    pub(super) fn borrow_path(&self, id: TypeId) -> String {
        format!("stub::{}Borrow", names::camel(self.resource_name(id)))
    }

    /// The name of a resource in WIT.
    pub(super) fn resource_name(&self, id: TypeId) -> &'a str {
        self.resolve.types[resource(self.resolve, id)].name.as_deref().expect("a resource has a name")
    }

    /// The fewest nodes that a value of the type has.
    pub(super) fn least_nodes(&mut self, ty: Type) -> u32 {
        let Type::Id(id) = ty else { return 1 };
        if let Some(known) = self.least_nodes.get(&id) {
            return *known;
        }
        let resolve = self.resolve;
        let payload = |types: &mut Self, ty: Option<Type>| ty.map_or(0, |ty| types.least_nodes(ty));
        let below = match &resolve.types[id].kind {
            TypeDefKind::Type(ty) => return self.least_nodes(*ty),
            TypeDefKind::FixedLengthList(ty, length) => self.least_nodes(*ty).saturating_mul(*length),
            TypeDefKind::Variant(variant) => {
                let payloads = variant.cases.iter().map(|case| payload(self, case.ty));
                payloads.min().unwrap_or(0)
            }
            TypeDefKind::Result(result) => payload(self, result.ok).min(payload(self, result.err)),
            kind @ (TypeDefKind::Record(_) | TypeDefKind::Tuple(_)) => {
                member_types(kind).map(|part| self.least_nodes(part)).fold(0, u32::saturating_add)
            }
            TypeDefKind::Option(_)
            | TypeDefKind::List(_)
            | TypeDefKind::Map(..)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Handle(_)
            | TypeDefKind::Resource
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_)
            | TypeDefKind::Unknown => 0,
        };
        let least = below.saturating_add(1);
        self.least_nodes.insert(id, least);
        least
    }

    fn borrows(&mut self, ty: Type) -> bool {
        let Type::Id(id) = ty else { return false };
        if let Some(known) = self.borrows.get(&id) {
            return *known;
        }
        let kind = &self.resolve.types[id].kind;
        let borrows =
            matches!(kind, TypeDefKind::Handle(Handle::Borrow(_))) || member_types(kind).any(|part| self.borrows(part));
        self.borrows.insert(id, borrows);
        borrows
    }
}
