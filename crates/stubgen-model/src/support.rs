//! What can cross from one worker to another, and what cannot.

use std::collections::{HashMap, HashSet};

use crate::types::{canonical, parts};
use wit_parser::{Handle, Resolve, Type, TypeDefKind, TypeId};

/// How deeply types may be nested: the validator of components takes 100, including the interface around them.
const MAX_DEPTH: usize = 90;

/// How large a type may be, counted in the types it is made of: the limit of the validator of components.
const MAX_SIZE: usize = 1_000_000;

/// How many fields, cases or elements a type may have: the limit of the validator of components.
const MAX_MEMBERS: usize = 10_000;

/// How many flags a type may have: the limit of the component model since 2025.
const MAX_FLAGS: usize = 32;

/// Why a type cannot cross.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Obstacle {
    Stream,
    Future,
    ErrorContext,
    /// A handle of a resource that the target doesn't export.
    ImportedResource(String),
    /// What lacks parts, and what they are called.
    Empty(&'static str, &'static str),
    TooManyFlags(usize),
    TooDeep,
    TooLarge,
}

impl Obstacle {
    /// What is wrong, as the rest of a sentence that begins with the function.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Stream => "a `stream` cannot cross from one worker to another".into(),
            Self::Future => "a `future` cannot cross from one worker to another".into(),
            Self::ErrorContext => "an `error-context` cannot cross from one worker to another".into(),
            Self::ImportedResource(name) => {
                format!("the resource `{name}` is not exported by the target, so its handle means nothing elsewhere")
            }
            Self::Empty(whole, parts) => {
                format!("a `{whole}` has no {parts}, and the component model wants at least one")
            }
            Self::TooManyFlags(count) => {
                format!("a `flags` type has {count} flags, and the component model allows {MAX_FLAGS}")
            }
            Self::TooDeep => format!("the type is nested more than {MAX_DEPTH} deep"),
            Self::TooLarge => "the type is larger than the component model allows".into(),
        }
    }

    /// Whether no component can have such a type, even where it is not passed on.
    pub(crate) fn is_absolute(&self) -> bool {
        match self {
            Self::Empty(..) | Self::TooManyFlags(_) | Self::TooDeep | Self::TooLarge => true,
            Self::Stream | Self::Future | Self::ErrorContext | Self::ImportedResource(_) => false,
        }
    }

    /// What to do about it.
    pub(crate) fn hint(&self) -> &'static str {
        match self {
            Self::Stream => "pass a `list`, or call the function several times",
            Self::Future => "return the value itself",
            Self::ErrorContext => "pass the message as a `string`",
            Self::ImportedResource(_) => "pass plain data, or export the interface that defines the resource",
            Self::Empty(..) => "leave it out, or use `bool` or `option` in its place",
            Self::TooManyFlags(_) | Self::TooDeep | Self::TooLarge => "split the type",
        }
    }
}

/// What is known of a type that can cross.
#[derive(Debug, Clone, Copy)]
struct Extent {
    depth: usize,
    size: usize,
}

/// How many fields, cases or elements a definition lists.
fn members(kind: &TypeDefKind) -> usize {
    match kind {
        TypeDefKind::Record(record) => record.fields.len(),
        TypeDefKind::Tuple(tuple) => tuple.types.len(),
        TypeDefKind::Variant(variant) => variant.cases.len(),
        TypeDefKind::Enum(cases) => cases.cases.len(),
        _ => 0,
    }
}

/// A definition that WIT lets one write and that no component can hold.
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

/// Judges types, each once.
pub(crate) struct Support<'a> {
    resolve: &'a Resolve,
    exported: &'a HashSet<TypeId>,
    known: HashMap<TypeId, Result<Extent, Obstacle>>,
}

impl<'a> Support<'a> {
    /// `exported` are the resources that the target exports.
    pub(crate) fn new(resolve: &'a Resolve, exported: &'a HashSet<TypeId>) -> Self {
        let mut support = Self { resolve, exported, known: HashMap::new() };
        // The arena holds parts before wholes: judged in this order, no type is reached by deep recursion.
        for (id, _) in resolve.types.iter() {
            let _ = support.extent(Type::Id(id));
        }
        support
    }

    /// Why a value of type `ty` cannot cross, if it cannot.
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
            TypeDefKind::Flags(flags) if flags.flags.len() > MAX_FLAGS => {
                return Err(Obstacle::TooManyFlags(flags.flags.len()));
            }
            _ => {}
        }
        if let Some(obstacle) = emptiness(kind) {
            return Err(obstacle);
        }
        if members(kind) > MAX_MEMBERS {
            return Err(Obstacle::TooLarge);
        }
        let times = match kind {
            TypeDefKind::FixedLengthList(_, length) => *length as usize,
            _ => 1,
        };
        let mut whole = Extent { depth: 1, size: 1 };
        for part in parts(kind) {
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
