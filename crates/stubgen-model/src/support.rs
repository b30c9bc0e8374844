//! Which types can be passed to another worker.

use std::collections::{HashMap, HashSet};

use crate::types::{canonical, contains, member_types, members};
use wit_parser::{Handle, Resolve, Type, TypeDefKind, TypeId};

/// The deepest nesting of types. The limit of component validation is 100, including the interface around them.
const MAX_DEPTH: usize = 90;

/// The largest size of a type, as the number of types that it contains: the limit of component validation.
const MAX_SIZE: usize = 1_000_000;

/// The most fields, cases or elements of a type: the limit of component validation.
const MAX_MEMBERS: usize = 10_000;

/// The most flags of a type: the limit of the component model since 2025.
const MAX_FLAGS: usize = 32;

/// Why values of a type cannot be passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Obstacle {
    Stream,
    Future,
    ErrorContext,
    /// A handle of a resource that the target does not export.
    ImportedResource(String),
    /// A type without members: the kind of type and of members.
    Empty(&'static str, &'static str),
    TooManyFlags(usize),
    HandleInMap,
    TooDeep,
    TooLarge,
}

impl Obstacle {
    /// The problem, as the end of a sentence about the function.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Stream => "a `stream` cannot be passed between workers".into(),
            Self::Future => "a `future` cannot be passed between workers".into(),
            Self::ErrorContext => "an `error-context` cannot be passed between workers".into(),
            Self::ImportedResource(name) => {
                format!(
                    "the target does not export the resource `{name}`, so its handles are valid only inside the target"
                )
            }
            Self::Empty(whole, parts) => {
                format!("a `{whole}` has no {parts}; the component model requires at least one")
            }
            Self::TooManyFlags(count) => {
                format!("a `flags` type has {count} flags; the component model allows {MAX_FLAGS}")
            }
            Self::HandleInMap => "a value of a `map` contains a handle; the component model does not allow this".into(),
            Self::TooDeep => format!("types are nested more than {MAX_DEPTH} levels deep"),
            Self::TooLarge => "the type is larger than the component model allows".into(),
        }
    }

    /// Whether no component can contain such a type, even if no value of it is passed.
    pub(crate) fn is_absolute(&self) -> bool {
        match self {
            Self::Empty(..) | Self::TooManyFlags(_) | Self::HandleInMap | Self::TooDeep | Self::TooLarge => true,
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
            Self::Empty(..) => "remove it, or use `bool` or `option`",
            Self::HandleInMap => "use a `list` of tuples",
            Self::TooManyFlags(_) | Self::TooDeep | Self::TooLarge => "split the type",
        }
    }
}

/// The size of a supported type.
#[derive(Debug, Clone, Copy)]
struct Extent {
    depth: usize,
    size: usize,
}

/// The obstacle of a type that is valid in WIT, but empty and so invalid in a component.
fn emptiness(kind: &TypeDefKind) -> Option<Obstacle> {
    let (whole, parts, empty) = match kind {
        TypeDefKind::Record(record) => ("record", "fields", record.fields.is_empty()),
        TypeDefKind::Tuple(tuple) => ("tuple", "elements", tuple.types.is_empty()),
        TypeDefKind::Flags(flags) => ("flags", "flags", flags.flags.is_empty()),
        TypeDefKind::FixedLengthList(_, length) => ("list", "elements", *length == 0),
        // The parser refuses an empty variant and an empty enum.
        _ => return None,
    };
    empty.then_some(Obstacle::Empty(whole, parts))
}

fn is_handle(kind: &TypeDefKind) -> bool {
    matches!(kind, TypeDefKind::Handle(_))
}

/// Checks types, each once.
pub(crate) struct Support<'a> {
    resolve: &'a Resolve,
    exported: HashSet<TypeId>,
    known: HashMap<TypeId, Result<Extent, Obstacle>>,
}

impl<'a> Support<'a> {
    /// A checker for a target that exports the resources `exported`.
    pub(crate) fn new(resolve: &'a Resolve, exported: HashSet<TypeId>) -> Self {
        let mut support = Self { resolve, exported, known: HashMap::new() };
        // The arena holds the types of members first. In this order, the recursion is never deep.
        for (id, _) in resolve.types.iter() {
            let _ = support.extent(Type::Id(id));
        }
        support
    }

    /// Fails if values of the type `ty` cannot be passed.
    pub(crate) fn check(&mut self, ty: Type) -> Result<(), Obstacle> {
        self.extent(ty).map(|_| ())
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
                    let name = self.resolve.types[resource].name.clone();
                    return Err(Obstacle::ImportedResource(name.unwrap_or_default()));
                }
            }
            TypeDefKind::Map(_, value) if contains(self.resolve, *value, &is_handle) => {
                return Err(Obstacle::HandleInMap);
            }
            TypeDefKind::Flags(flags) if flags.flags.len() > MAX_FLAGS => {
                return Err(Obstacle::TooManyFlags(flags.flags.len()));
            }
            _ => {}
        }
        if let Some(obstacle) = emptiness(kind) {
            return Err(obstacle);
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
