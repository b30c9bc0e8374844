//! Compares two versions of an interface, each in its own `Resolve`.
//!
//! A reference to a named type is compared by the name and the interface where it is defined; the definition is compared
//! there. So the comparison is linear, and it does not matter through which interface a type is `use`d. Documentation, the order of items and feature gates make no difference.

use std::mem::discriminant;

use crate::types::members;
use wit_parser::{Function, Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId, TypeOwner};

/// How an interface relates to another one of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compat {
    /// It has all items of the other, and perhaps more.
    Superset,
    /// It lacks items of the other; the common items are the same.
    Incomplete,
    /// The item of this name is different in the other.
    Conflict(String),
}

/// How the interface `whole` of the first `Resolve` relates to `part` of the second.
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

/// Whether two functions have the same kind, parameters and result.
fn same_function(ours: &Resolve, our: &Function, theirs: &Resolve, their: &Function) -> bool {
    let same_resource = match (our.kind.resource(), their.kind.resource()) {
        (Some(our), Some(their)) => same_reference(ours, our, theirs, their),
        (our, their) => our.is_none() && their.is_none(),
    };
    let mut params = our.params.iter().zip(&their.params);
    discriminant(&our.kind) == discriminant(&their.kind)
        && same_resource
        && our.params.len() == their.params.len()
        && params.all(|(our, their)| our.name == their.name && same_type(ours, our.ty, theirs, their.ty))
        && same_optional(ours, our.result, theirs, their.result)
}

/// Whether two type definitions have the same kind and members.
fn same_definition(ours: &Resolve, our: TypeId, theirs: &Resolve, their: TypeId) -> bool {
    let (our, their) = (&ours.types[our].kind, &theirs.types[their].kind);
    let same_extra = match (our, their) {
        (TypeDefKind::Handle(our), TypeDefKind::Handle(their)) => same_handle(ours, our, theirs, their),
        (TypeDefKind::FixedLengthList(_, our), TypeDefKind::FixedLengthList(_, their)) => our == their,
        _ => true,
    };
    let (our_members, their_members) = (members(our), members(their));
    let mut pairs = our_members.iter().zip(&their_members);
    discriminant(our) == discriminant(their)
        && same_extra
        && our_members.len() == their_members.len()
        && pairs.all(|(our, their)| our.name == their.name && same_optional(ours, our.ty, theirs, their.ty))
}

fn same_handle(ours: &Resolve, our: &Handle, theirs: &Resolve, their: &Handle) -> bool {
    let (Handle::Own(our_resource) | Handle::Borrow(our_resource)) = our;
    let (Handle::Own(their_resource) | Handle::Borrow(their_resource)) = their;
    discriminant(our) == discriminant(their) && same_reference(ours, *our_resource, theirs, *their_resource)
}

fn same_optional(ours: &Resolve, our: Option<Type>, theirs: &Resolve, their: Option<Type>) -> bool {
    match (our, their) {
        (Some(our), Some(their)) => same_type(ours, our, theirs, their),
        (our, their) => our.is_none() && their.is_none(),
    }
}

fn same_type(ours: &Resolve, our: Type, theirs: &Resolve, their: Type) -> bool {
    match (our, their) {
        (Type::Id(our), Type::Id(their)) => same_reference(ours, our, theirs, their),
        (our, their) => our == their,
    }
}

/// Whether two references are to the same named type, or to unnamed types with the same definition.
fn same_reference(ours: &Resolve, our: TypeId, theirs: &Resolve, their: TypeId) -> bool {
    let (our, their) = (origin(ours, our), origin(theirs, their));
    match (&ours.types[our].name, &theirs.types[their].name) {
        (Some(name), Some(other)) => name == other && owner(ours, our) == owner(theirs, their),
        (None, None) => same_definition(ours, our, theirs, their),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// The type that a `use` brings in, through any number of interfaces.
fn origin(resolve: &Resolve, mut ty: TypeId) -> TypeId {
    while let TypeDefKind::Type(Type::Id(used)) = resolve.types[ty].kind
        && resolve.types[ty].name.is_some()
        && resolve.types[used].name.is_some()
        && resolve.types[ty].owner != resolve.types[used].owner
    {
        ty = used;
    }
    ty
}

/// The interface of a named type as `ns:name/interface@version`, if the interface has a name.
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
    fn a_type_may_be_used_through_another_interface() {
        let resolved = |from: &str| {
            let mut resolve = Resolve::new();
            let text = format!(
                "package a:b; interface one {{ resource r; type t = u8; }} interface two {{ use one.{{r, t as u}}; }} \
                 interface i {{ {from} f: func() -> r; g: func() -> t; }}"
            );
            let package = resolve.push_source("a.wit", &text).expect("right WIT");
            let interface = resolve.packages[package].interfaces["i"];
            (resolve, interface)
        };
        let (direct, one) = resolved("use one.{r, t};");
        let (indirect, two) = resolved("use two.{r, u as t};");
        assert_eq!(compare_interfaces(&direct, one, &indirect, two), Compat::Superset);
        assert_eq!(compare_interfaces(&indirect, two, &direct, one), Compat::Superset);
        let (other, three) = resolved("use one.{r}; type t = u8;");
        assert_eq!(compare_interfaces(&direct, one, &other, three), Compat::Conflict("t".to_string()));
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
