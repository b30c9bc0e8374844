//! Which types can be passed to another worker.

use std::collections::{HashMap, HashSet};

use crate::types::{Member, canonical, member_types, members};
use wit_parser::{Handle, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// The deepest nesting of types. The limit of component validation is 100, including the interface around them.
const MAX_DEPTH: usize = 90;

/// The largest size of a type, as the number of types that it contains: the limit of component validation.
const MAX_SIZE: usize = 1_000_000;

/// The most fields, cases or elements of a type: the limit of component validation.
const MAX_MEMBERS: usize = 10_000;

/// Why values of a type cannot be passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Obstacle {
    Stream,
    Future,
    ErrorContext,
    /// A handle of a resource that the target does not export.
    ImportedResource(TypeId),
    /// A `list<T, 0>`.
    EmptyList,
    HandleInMap,
    TooDeep,
    TooLarge,
}

impl Obstacle {
    /// The problem, as the end of a sentence about the function.
    pub(crate) fn message(&self, resolve: &Resolve) -> String {
        match self {
            Self::Stream => "a `stream` cannot be passed between workers".into(),
            Self::Future => "a `future` cannot be passed between workers".into(),
            Self::ErrorContext => "an `error-context` cannot be passed between workers".into(),
            Self::ImportedResource(id) => {
                let name = qualified_name(resolve, *id);
                format!(
                    "the target does not export the resource `{name}`, so its handles are valid only inside the target"
                )
            }
            Self::EmptyList => "a `list` has the length 0; the component model requires at least one element".into(),
            Self::HandleInMap => "a value of a `map` contains a handle; the component model does not allow this".into(),
            Self::TooDeep => format!("types are nested more than {MAX_DEPTH} levels deep"),
            Self::TooLarge => "the type is larger than the component model allows".into(),
        }
    }

    /// Whether no component can contain such a type, even if no value of it is passed.
    pub(crate) fn is_absolute(&self) -> bool {
        match self {
            Self::EmptyList | Self::HandleInMap | Self::TooDeep | Self::TooLarge => true,
            Self::Stream | Self::Future | Self::ErrorContext | Self::ImportedResource(_) => false,
        }
    }

    /// How to avoid it.
    pub(crate) fn hint(&self) -> &'static str {
        match self {
            Self::Stream => "pass a `list`, or call the function several times",
            Self::Future => "return the value itself",
            Self::ErrorContext => "pass the message as a `string`",
            Self::ImportedResource(_) => "pass plain data, or export the interface that defines the resource",
            Self::EmptyList => "remove it",
            Self::HandleInMap => "use a `list` of tuples",
            Self::TooDeep | Self::TooLarge => "split the type",
        }
    }
}

/// The name of a type with its interface: `ns:name/interface@version.{type}`.
pub(crate) fn qualified_name(resolve: &Resolve, id: TypeId) -> String {
    let definition = &resolve.types[id];
    let name = definition.name.clone().unwrap_or_default();
    match definition.owner {
        TypeOwner::Interface(owner) => resolve.id_of(owner).map(|owner| format!("{owner}.{{{name}}}")).unwrap_or(name),
        TypeOwner::World(_) | TypeOwner::None => name,
    }
}

/// The size of a supported type.
#[derive(Debug, Clone, Copy)]
struct Extent {
    depth: usize,
    size: usize,
}

/// Checks types, each once.
pub(crate) struct Support<'a> {
    resolve: &'a Resolve,
    exported: HashSet<TypeId>,
    /// The types that contain a handle.
    with_handles: HashSet<TypeId>,
    known: HashMap<TypeId, Result<Extent, Obstacle>>,
}

impl<'a> Support<'a> {
    /// A checker for a target that exports the resources `exported`.
    pub(crate) fn new(resolve: &'a Resolve, exported: HashSet<TypeId>) -> Self {
        let mut support = Self { resolve, exported, with_handles: HashSet::new(), known: HashMap::new() };
        // The arena holds the types of members first. In this order, the recursion is never deep.
        for (id, definition) in resolve.types.iter() {
            let is_handle = matches!(definition.kind, TypeDefKind::Handle(_));
            if is_handle || member_types(&definition.kind).any(|part| support.has_handle(part)) {
                support.with_handles.insert(id);
            }
            let _ = support.extent(Type::Id(id));
        }
        support
    }

    fn has_handle(&self, ty: Type) -> bool {
        matches!(ty, Type::Id(id) if self.with_handles.contains(&id))
    }

    /// Fails if values of the type `ty` cannot be passed.
    pub(crate) fn check(&mut self, ty: Type) -> Result<(), Obstacle> {
        self.extent(ty).map(|_| ())
    }

    /// Whether the target exports a resource.
    pub(crate) fn exports(&self, resource: TypeId) -> bool {
        self.exported.contains(&resource)
    }

    /// The way from `ty`, which cannot be passed because it contains a type, to this type: the members of named types, such
    /// as `order.lines` and `line.item`.
    pub(crate) fn way(&self, ty: Type) -> Vec<String> {
        let fails = |ty: Type| match ty {
            Type::Id(id) => self.known.get(&id).is_some_and(Result::is_err),
            ty => ty == Type::ErrorContext,
        };
        let mut way = Vec::new();
        let mut next = Some(ty);
        while let Some(Type::Id(id)) = next {
            let definition = &self.resolve.types[id];
            let is_cause = match &definition.kind {
                TypeDefKind::Stream(_) | TypeDefKind::Future(_) => true,
                TypeDefKind::Map(_, value) => self.has_handle(*value),
                _ => false,
            };
            let member = members(&definition.kind).into_iter().find(|member| !is_cause && member.ty.is_some_and(fails));
            let is_alias = matches!(definition.kind, TypeDefKind::Type(_));
            match (&definition.name, member) {
                (Some(name), Some(Member { name: Some(member), .. })) => way.push(format!("{name}.{member}")),
                (Some(name), Some(_)) if !is_alias => way.push(name.clone()),
                _ => {}
            }
            next = member.and_then(|member| member.ty);
        }
        way
    }

    fn extent(&mut self, ty: Type) -> Result<Extent, Obstacle> {
        match ty {
            Type::ErrorContext => Err(Obstacle::ErrorContext),
            Type::Id(id) => {
                if let Some(known) = self.known.get(&id) {
                    return known.clone();
                }
                let extent = self.definition(id);
                self.known.insert(id, extent.clone());
                extent
            }
            _ => Ok(Extent { depth: 1, size: 1 }),
        }
    }

    fn definition(&mut self, id: TypeId) -> Result<Extent, Obstacle> {
        let kind = &self.resolve.types[id].kind;
        match kind {
            TypeDefKind::Stream(_) => return Err(Obstacle::Stream),
            TypeDefKind::Future(_) => return Err(Obstacle::Future),
            TypeDefKind::Handle(Handle::Own(resource) | Handle::Borrow(resource)) => {
                let resource = canonical(self.resolve, *resource);
                if !self.exported.contains(&resource) {
                    return Err(Obstacle::ImportedResource(resource));
                }
            }
            TypeDefKind::Map(_, value) if self.has_handle(*value) => {
                return Err(Obstacle::HandleInMap);
            }
            // The parser refuses other types without members, and more than 32 flags.
            TypeDefKind::FixedLengthList(_, 0) => return Err(Obstacle::EmptyList),
            _ => {}
        }
        if members(kind).len() > MAX_MEMBERS {
            return Err(Obstacle::TooLarge);
        }
        let times = match kind {
            TypeDefKind::FixedLengthList(_, length) => *length as usize,
            _ => 1,
        };
        let mut whole = Extent { depth: 1, size: 1 };
        for part in member_types(kind) {
            let part = self.extent(part)?;
            whole.depth = whole.depth.max(part.depth + 1);
            whole.size = whole.size.saturating_add(part.size.saturating_mul(times));
        }
        match whole {
            Extent { depth, .. } if depth > MAX_DEPTH => Err(Obstacle::TooDeep),
            Extent { size, .. } if size > MAX_SIZE => Err(Obstacle::TooLarge),
            extent => Ok(extent),
        }
    }
}
