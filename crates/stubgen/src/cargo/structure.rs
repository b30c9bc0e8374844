//! Whether a type or a function of one WIT is the same as one of another.
//!
//! Aliases are looked through. Resources are the same by name and owner, everything else by its parts and their names.

use std::collections::HashSet;

use wit_parser::{Function, Handle, PackageName, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// Two WITs whose types are compared.
pub(super) struct Structures<'a> {
    left: &'a Resolve,
    right: &'a Resolve,
    /// Pairs that were compared already: a type may be used in very many places.
    same: HashSet<(TypeId, TypeId)>,
}

impl<'a> Structures<'a> {
    pub(super) fn new(left: &'a Resolve, right: &'a Resolve) -> Self {
        Self { left, right, same: HashSet::new() }
    }

    /// Whether two functions of one name are the same; the name says what kind of function each is.
    pub(super) fn functions(&mut self, left: &Function, right: &Function) -> bool {
        left.params.len() == right.params.len()
            && left
                .params
                .iter()
                .zip(&right.params)
                .all(|(left, right)| left.name == right.name && self.types(&left.ty, &right.ty))
            && self.optional(left.result.as_ref(), right.result.as_ref())
    }

    /// Whether two types are the same.
    pub(super) fn types(&mut self, left: &Type, right: &Type) -> bool {
        match (resolved(self.left, left), resolved(self.right, right)) {
            (Type::Id(left), Type::Id(right)) => {
                self.same.contains(&(left, right))
                    || self.definitions(left, right) && {
                        self.same.insert((left, right));
                        true
                    }
            }
            (left, right) => left == right,
        }
    }

    fn optional(&mut self, left: Option<&Type>, right: Option<&Type>) -> bool {
        match (left, right) {
            (Some(left), Some(right)) => self.types(left, right),
            (left, right) => left.is_none() && right.is_none(),
        }
    }

    fn definitions(&mut self, left: TypeId, right: TypeId) -> bool {
        use TypeDefKind as Kind;
        let (left_resolve, right_resolve) = (self.left, self.right);
        match (&left_resolve.types[left].kind, &right_resolve.types[right].kind) {
            (Kind::Record(left), Kind::Record(right)) => {
                let field = |field: &wit_parser::Field| (field.name.clone(), Some(field.ty));
                self.named(left.fields.iter().map(field), right.fields.iter().map(field))
            }
            (Kind::Variant(left), Kind::Variant(right)) => {
                let case = |case: &wit_parser::Case| (case.name.clone(), case.ty);
                self.named(left.cases.iter().map(case), right.cases.iter().map(case))
            }
            (Kind::Flags(left), Kind::Flags(right)) => {
                left.flags.iter().map(|flag| &flag.name).eq(right.flags.iter().map(|flag| &flag.name))
            }
            (Kind::Enum(left), Kind::Enum(right)) => {
                left.cases.iter().map(|case| &case.name).eq(right.cases.iter().map(|case| &case.name))
            }
            (Kind::Tuple(left), Kind::Tuple(right)) => {
                left.types.len() == right.types.len()
                    && left.types.iter().zip(&right.types).all(|(left, right)| self.types(left, right))
            }
            (Kind::Result(left), Kind::Result(right)) => {
                self.optional(left.ok.as_ref(), right.ok.as_ref())
                    && self.optional(left.err.as_ref(), right.err.as_ref())
            }
            (Kind::Option(left), Kind::Option(right)) | (Kind::List(left), Kind::List(right)) => {
                self.types(left, right)
            }
            (Kind::FixedLengthList(left, left_length), Kind::FixedLengthList(right, right_length)) => {
                left_length == right_length && self.types(left, right)
            }
            (Kind::Map(left_key, left), Kind::Map(right_key, right)) => {
                self.types(left_key, right_key) && self.types(left, right)
            }
            (Kind::Future(left), Kind::Future(right)) | (Kind::Stream(left), Kind::Stream(right)) => {
                self.optional(left.as_ref(), right.as_ref())
            }
            (Kind::Handle(Handle::Own(left)), Kind::Handle(Handle::Own(right)))
            | (Kind::Handle(Handle::Borrow(left)), Kind::Handle(Handle::Borrow(right))) => {
                self.types(&Type::Id(*left), &Type::Id(*right))
            }
            (Kind::Resource, Kind::Resource) => identity(left_resolve, left) == identity(right_resolve, right),
            (Kind::Type(_) | Kind::Unknown, _) => unreachable!("aliases are looked through, and nothing is unknown"),
            (
                Kind::Record(_)
                | Kind::Variant(_)
                | Kind::Flags(_)
                | Kind::Enum(_)
                | Kind::Tuple(_)
                | Kind::Result(_)
                | Kind::Option(_)
                | Kind::List(_)
                | Kind::FixedLengthList(..)
                | Kind::Map(..)
                | Kind::Future(_)
                | Kind::Stream(_)
                | Kind::Handle(_)
                | Kind::Resource,
                _,
            ) => false,
        }
    }

    /// Whether the parts have the same names and types, in the same order.
    fn named(
        &mut self,
        left: impl ExactSizeIterator<Item = (String, Option<Type>)>,
        right: impl ExactSizeIterator<Item = (String, Option<Type>)>,
    ) -> bool {
        left.len() == right.len()
            && left.zip(right).all(|((left_name, left), (right_name, right))| {
                left_name == right_name && self.optional(left.as_ref(), right.as_ref())
            })
    }
}

/// What an alias stands for in the end; any other type as it is.
fn resolved(resolve: &Resolve, ty: &Type) -> Type {
    match ty {
        Type::Id(id) => match &resolve.types[*id].kind {
            TypeDefKind::Type(aliased) => resolved(resolve, aliased),
            _ => *ty,
        },
        _ => *ty,
    }
}

/// The interface and the name of a resource. Compatible versions of an interface of WASI are one: those of the stub and of
/// a standard library that is compiled in become one import, of the later version.
fn identity(resolve: &Resolve, id: TypeId) -> (Option<String>, Option<&str>) {
    let definition = &resolve.types[id];
    let owner = match definition.owner {
        TypeOwner::Interface(interface) => {
            let package = resolve.interfaces[interface].package.map(|id| &resolve.packages[id].name);
            match package {
                Some(package) if package.namespace == "wasi" => {
                    let name = resolve.interfaces[interface].name.as_deref().unwrap_or_default();
                    let version = package.version.as_ref().map(PackageName::version_compat_track_string);
                    Some(format!("{}:{}/{name}@{}", package.namespace, package.name, version.unwrap_or_default()))
                }
                _ => resolve.id_of(interface),
            }
        }
        TypeOwner::World(_) | TypeOwner::None => None,
    };
    (owner, definition.name.as_deref())
}
