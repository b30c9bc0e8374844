//! Whether two packages mean the same: types and functions of one `Resolve` against those of another.
//!
//! A named type that is mentioned is known by its name and its interface, and is not entered: its definition is compared
//! where it is defined. So the comparison is linear. Docs, order of items, and feature gates make no difference.

use wit_parser::{Function, FunctionKind, Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// How an interface compares with another one of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compat {
    /// It has everything that the other has, and perhaps more.
    Superset,
    /// The other has more, but nothing that would contradict.
    Incomplete,
    /// Both have an item of this name, which differs.
    Conflict(String),
}

/// How the interface `whole` of the first `Resolve` compares with `part` of the second.
pub fn compare_interfaces(wholes: &Resolve, whole: InterfaceId, parts: &Resolve, part: InterfaceId) -> Compat {
    let (whole, part) = (&wholes.interfaces[whole], &parts.interfaces[part]);
    let mut compat = Compat::Superset;
    for (name, theirs) in &part.types {
        match whole.types.get(name) {
            None => compat = Compat::Incomplete,
            Some(ours) if same_definition(wholes, *ours, parts, *theirs) => {}
            Some(_) => return Compat::Conflict(name.clone()),
        }
    }
    for (name, theirs) in &part.functions {
        match whole.functions.get(name) {
            None => compat = Compat::Incomplete,
            Some(ours) if same_function(wholes, ours, parts, theirs) => {}
            Some(_) => return Compat::Conflict(name.clone()),
        }
    }
    compat
}

/// Whether two functions are of one kind and pass the same types under the same names.
pub(crate) fn same_function(ours: &Resolve, our: &Function, theirs: &Resolve, their: &Function) -> bool {
    let mut params = our.params.iter().zip(&their.params);
    same_kind(ours, &our.kind, theirs, &their.kind)
        && our.params.len() == their.params.len()
        && params.all(|(our, their)| our.name == their.name && same(ours, our.ty, theirs, their.ty))
        && same_optional(ours, our.result, theirs, their.result)
}

fn same_kind(ours: &Resolve, our: &FunctionKind, theirs: &Resolve, their: &FunctionKind) -> bool {
    match (our, their) {
        (FunctionKind::Freestanding, FunctionKind::Freestanding)
        | (FunctionKind::AsyncFreestanding, FunctionKind::AsyncFreestanding) => true,
        (FunctionKind::Method(our), FunctionKind::Method(their))
        | (FunctionKind::AsyncMethod(our), FunctionKind::AsyncMethod(their))
        | (FunctionKind::Static(our), FunctionKind::Static(their))
        | (FunctionKind::AsyncStatic(our), FunctionKind::AsyncStatic(their))
        | (FunctionKind::Constructor(our), FunctionKind::Constructor(their)) => {
            same_mention(ours, *our, theirs, *their)
        }
        (
            FunctionKind::Freestanding
            | FunctionKind::AsyncFreestanding
            | FunctionKind::Method(_)
            | FunctionKind::AsyncMethod(_)
            | FunctionKind::Static(_)
            | FunctionKind::AsyncStatic(_)
            | FunctionKind::Constructor(_),
            _,
        ) => false,
    }
}

/// Whether two types of one name are defined alike.
pub(crate) fn same_definition(ours: &Resolve, our: TypeId, theirs: &Resolve, their: TypeId) -> bool {
    let (our, their) = (&ours.types[our], &theirs.types[their]);
    let type_of = |our, their| same(ours, our, theirs, their);
    let optional = |our, their| same_optional(ours, our, theirs, their);
    match (&our.kind, &their.kind) {
        (TypeDefKind::Record(our), TypeDefKind::Record(their)) => {
            all(&our.fields, &their.fields, |our, their| our.name == their.name && type_of(our.ty, their.ty))
        }
        (TypeDefKind::Variant(our), TypeDefKind::Variant(their)) => {
            all(&our.cases, &their.cases, |our, their| our.name == their.name && optional(our.ty, their.ty))
        }
        (TypeDefKind::Enum(our), TypeDefKind::Enum(their)) => {
            all(&our.cases, &their.cases, |our, their| our.name == their.name)
        }
        (TypeDefKind::Flags(our), TypeDefKind::Flags(their)) => {
            all(&our.flags, &their.flags, |our, their| our.name == their.name)
        }
        (TypeDefKind::Tuple(our), TypeDefKind::Tuple(their)) => {
            all(&our.types, &their.types, |our, their| type_of(*our, *their))
        }
        (TypeDefKind::Option(our), TypeDefKind::Option(their))
        | (TypeDefKind::List(our), TypeDefKind::List(their))
        | (TypeDefKind::Type(our), TypeDefKind::Type(their)) => type_of(*our, *their),
        (TypeDefKind::FixedLengthList(our, our_length), TypeDefKind::FixedLengthList(their, their_length)) => {
            our_length == their_length && type_of(*our, *their)
        }
        (TypeDefKind::Map(our_key, our), TypeDefKind::Map(their_key, their)) => {
            type_of(*our_key, *their_key) && type_of(*our, *their)
        }
        (TypeDefKind::Result(our), TypeDefKind::Result(their)) => {
            optional(our.ok, their.ok) && optional(our.err, their.err)
        }
        (TypeDefKind::Future(our), TypeDefKind::Future(their))
        | (TypeDefKind::Stream(our), TypeDefKind::Stream(their)) => optional(*our, *their),
        (TypeDefKind::Handle(our), TypeDefKind::Handle(their)) => same_handle(ours, our, theirs, their),
        (TypeDefKind::Resource, TypeDefKind::Resource) => true,
        (
            TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Tuple(_)
            | TypeDefKind::Option(_)
            | TypeDefKind::List(_)
            | TypeDefKind::Type(_)
            | TypeDefKind::FixedLengthList(..)
            | TypeDefKind::Map(..)
            | TypeDefKind::Result(_)
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_)
            | TypeDefKind::Handle(_)
            | TypeDefKind::Resource
            | TypeDefKind::Unknown,
            _,
        ) => false,
    }
}

fn same_handle(ours: &Resolve, our: &Handle, theirs: &Resolve, their: &Handle) -> bool {
    match (our, their) {
        (Handle::Own(our), Handle::Own(their)) | (Handle::Borrow(our), Handle::Borrow(their)) => {
            same_mention(ours, *our, theirs, *their)
        }
        (Handle::Own(_), Handle::Borrow(_)) | (Handle::Borrow(_), Handle::Own(_)) => false,
    }
}

/// Whether two lists are of one length and alike item by item.
fn all<T>(ours: &[T], theirs: &[T], mut same: impl FnMut(&T, &T) -> bool) -> bool {
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(our, their)| same(our, their))
}

fn same_optional(ours: &Resolve, our: Option<Type>, theirs: &Resolve, their: Option<Type>) -> bool {
    match (our, their) {
        (Some(our), Some(their)) => same(ours, our, theirs, their),
        (our, their) => our.is_none() && their.is_none(),
    }
}

fn same(ours: &Resolve, our: Type, theirs: &Resolve, their: Type) -> bool {
    match (our, their) {
        (Type::Id(our), Type::Id(their)) => same_mention(ours, our, theirs, their),
        (our, their) => our == their,
    }
}

/// Whether two mentions are of one named type, or of types without names that are written alike.
fn same_mention(ours: &Resolve, our: TypeId, theirs: &Resolve, their: TypeId) -> bool {
    match (&ours.types[our].name, &theirs.types[their].name) {
        (Some(name), Some(other)) => name == other && owner(ours, our) == owner(theirs, their),
        (None, None) => same_definition(ours, our, theirs, their),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// `ns:name/interface@version` of a named type; `None` where it belongs to no interface that has a name.
fn owner(resolve: &Resolve, ty: TypeId) -> Option<String> {
    match resolve.types[ty].owner {
        TypeOwner::Interface(interface) => resolve.id_of(interface),
        TypeOwner::World(_) | TypeOwner::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(whole: &str, part: &str) -> Compat {
        let resolve = |items: &str| {
            let mut resolve = Resolve::new();
            let text = format!("package a:b; interface other {{ type t = u8; }} interface i {{ {items} }}");
            let package = resolve.push_source("a.wit", &text).expect("right WIT");
            let interface = resolve.packages[package].interfaces["i"];
            (resolve, interface)
        };
        let ((wholes, whole), (parts, part)) = (resolve(whole), resolve(part));
        compare_interfaces(&wholes, whole, &parts, part)
    }

    #[test]
    fn order_and_docs_make_no_difference() {
        let one = "record r { a: u8, b: list<e> } enum e { x, y } resource s { constructor(); m: func() -> r; } f: func(a: s);";
        let other = "/// f\nf: func(a: s); enum e { x, y } /// s\nresource s { m: func() -> r; constructor(); } record r { a: u8, b: list<e> }";
        assert_eq!(compare(one, other), Compat::Superset);
        assert_eq!(compare(other, one), Compat::Superset);
    }

    #[test]
    fn more_is_no_contradiction() {
        assert_eq!(compare("f: func(); g: func();", "g: func();"), Compat::Superset);
        assert_eq!(compare("g: func();", "f: func(); g: func();"), Compat::Incomplete);
        assert_eq!(compare("type t = u8;", "g: func();"), Compat::Incomplete);
    }

    #[test]
    fn items_of_one_name_that_differ_are_told() {
        for (one, other) in [
            ("type x = u8;", "type x = u16;"),
            ("type x = list<u8>;", "type x = option<u8>;"),
            ("type x = list<u8>;", "type x = list<u8, 4>;"),
            ("record x { a: u8 }", "record x { b: u8 }"),
            ("record x { a: u8, b: u8 }", "record x { b: u8, a: u8 }"),
            ("record x { a: u8 }", "record x { a: u8, b: u8 }"),
            ("variant x { a(u8) }", "variant x { a }"),
            ("enum x { a, b }", "enum x { b, a }"),
            ("flags x { a, b }", "flags x { a }"),
            ("type x = result<u8>;", "type x = result<_, u8>;"),
            ("type x = tuple<u8, u8>;", "type x = tuple<u8>;"),
            ("use other.{t as x};", "type x = u8;"),
            ("x: func();", "x: func() -> u8;"),
            ("x: func(a: u8);", "x: func(b: u8);"),
            ("x: func();", "x: async func();"),
            ("resource x;", "record x { a: u8 }"),
        ] {
            assert_eq!(compare(one, other), Compat::Conflict("x".to_string()), "{one} and {other}");
            assert_eq!(compare(one, one), Compat::Superset, "{one}");
        }
    }
}
