//! A `Resolve` that no parser made: all its fields are public, so anybody can damage it. The library refuses it or reads it
//! in some way, and never panics, overflows the stack or hangs.

use std::mem;
use std::sync::LazyLock;

use testkit::seed;
use wasm_rpc_stubgen_core::wit_parser::{
    FunctionKind, Handle, Interface, Resolve, Stability, Tuple, Type, TypeDef, TypeDefKind, TypeId, TypeOwner, WorldId,
    WorldItem, WorldKey,
};
use wasm_rpc_stubgen_core::{LoadError, Stub, StubOptions, Target, Unsupported};

use crate::cart_stub;
use crate::random::{Numbers, check_world};

/// How many `Resolve`s are damaged at random.
const ROUNDS: u64 = 600;

/// A `Resolve` with all kinds of items, and the world of its last package.
fn whole() -> (Resolve, WorldId) {
    let mut resolve = Resolve::new();
    let types = "package a:types@1.0.0; interface t { record r { x: u8, y: list<string> } resource s { constructor(); } enum e { a, b } }";
    resolve.push_source("types.wit", types).expect("the WIT is right");
    let wit = "package a:b@0.1.0;
        interface i {
            use a:types/t@1.0.0.{r, e as kind};
            variant v { a(r), b, c(list<tuple<u8, option<kind>>>) }
            flags f { x, y }
            type m = map<string, v>;
            resource thing { constructor(a: u8); get-it: func() -> result<v, string>; make: static func(b: borrow<thing>) -> thing; }
            go: func(a: v, b: m) -> option<list<r>>;
            only-f: func(f: f);
        }
        world w {
            import a:types/t@1.0.0;
            use a:types/t@1.0.0.{r};
            type alias = r;
            import log: func(text: string);
            import inner: interface { f: func(); }
            export i;
            export run: func(a: alias) -> u8;
            export other: interface { use i.{v}; g: func() -> v; }
        }
        world empty {}";
    let package = resolve.push_source("b.wit", wit).expect("the WIT is right");
    let world = resolve.packages[package].worlds["w"];
    (resolve, world)
}

/// Uses it for everything that takes one.
fn try_all(resolve: &Resolve, world: WorldId) {
    static STUB: LazyLock<Stub> = LazyLock::new(|| cart_stub(&StubOptions::default()));
    check_world(resolve, world, &StubOptions::new().unsupported(Unsupported::Skipped));
    let mut caller = resolve.clone();
    let _ = STUB.add_to(&mut caller, world);
}

/// The reason for which a `Resolve` is refused.
fn refused(damage: impl FnOnce(&mut Resolve, WorldId)) -> String {
    let (mut resolve, world) = whole();
    damage(&mut resolve, world);
    try_all(&resolve, world);
    match Target::from_resolve(&resolve, world) {
        Err(LoadError::InvalidResolve(reason)) => reason,
        other => panic!("it is accepted: {other:?}"),
    }
}

/// The type of this name.
fn find(resolve: &Resolve, name: &str) -> TypeId {
    resolve.types.iter().find(|(_, ty)| ty.name.as_deref() == Some(name)).expect(name).0
}

/// A type without a name.
fn unnamed(kind: TypeDefKind) -> TypeDef {
    TypeDef {
        name: None,
        kind,
        owner: TypeOwner::None,
        docs: Default::default(),
        stability: Stability::Unknown,
        span: Default::default(),
        external_id: None,
    }
}

#[test]
fn the_whole_one_is_a_target() {
    let (resolve, world) = whole();
    assert!(check_world(&resolve, world, &StubOptions::default()).is_some());
}

#[test]
fn identifiers_of_another_resolve() {
    let (foreign, foreign_world) = whole();
    let foreign_type = find(&foreign, "v");
    let expected = "it refers to a type that it does not contain";
    let reason = refused(|resolve, _| {
        let id = find(resolve, "m");
        resolve.types[id].kind = TypeDefKind::List(Type::Id(foreign_type));
    });
    assert_eq!(reason, expected);
    let reason = refused(|resolve, world| {
        let id = find(resolve, "m");
        resolve.types[id].owner = TypeOwner::World(foreign_world);
        assert_ne!(world, foreign_world);
    });
    assert_eq!(reason, "it refers to a world that it does not contain");
    let (resolve, _) = whole();
    let empty = Resolve::new();
    for resolve in [&resolve, &empty] {
        let error = Target::from_resolve(resolve, foreign_world).expect_err("it is foreign");
        assert_eq!(error.to_string(), "the `Resolve` is not valid WIT: it refers to a world that it does not contain");
    }
}

#[test]
fn types_that_contain_themselves() {
    for name in ["m", "r", "v"] {
        let reason = refused(|resolve, _| {
            let id = find(resolve, name);
            resolve.types[id].kind = TypeDefKind::List(Type::Id(id));
        });
        assert!(reason.ends_with("contains itself"), "{reason}");
    }
    let reason = refused(|resolve, _| {
        let (one, other) = (find(resolve, "m"), find(resolve, "v"));
        resolve.types[one].kind = TypeDefKind::Type(Type::Id(other));
        resolve.types[other].kind = TypeDefKind::Type(Type::Id(one));
    });
    assert!(reason.ends_with("contains itself"), "{reason}");
}

#[test]
fn deep_and_large_types() {
    let nested = |resolve: &mut Resolve, levels: usize, kind: &dyn Fn(Type) -> TypeDefKind| {
        let mut ty = Type::U8;
        for _ in 0..levels {
            ty = Type::Id(resolve.types.alloc(unnamed(kind(ty))));
        }
        let id = find(resolve, "m");
        resolve.types[id].kind = TypeDefKind::List(ty);
    };
    let reason = refused(|resolve, _| nested(resolve, 100_000, &TypeDefKind::Option));
    assert!(reason.ends_with("is nested too deep"), "{reason}");
    let pair = |ty| TypeDefKind::Tuple(Tuple { types: vec![ty, ty] });
    let reason = refused(|resolve, _| nested(resolve, 60, &pair));
    assert!(reason.ends_with("too large"), "{reason}");
}

#[test]
fn names_that_are_no_names() {
    for name in ["", "f: func(); g", "a b", "-", "\u{202e}", "x}\nworld z {"] {
        let reason = refused(|resolve, _| {
            let id = find(resolve, "v");
            let TypeDefKind::Variant(variant) = &mut resolve.types[id].kind else { unreachable!() };
            variant.cases[0].name = name.to_string();
        });
        assert_eq!(reason, format!("{name:?} is not a name in WIT"));
        let reason = refused(|resolve, world| {
            let package = resolve.worlds[world].package.expect("it has one");
            resolve.packages[package].name.name = name.to_string();
        });
        assert_eq!(reason, format!("{name:?} is not a name in WIT"));
    }
}

#[test]
fn items_that_are_no_items() {
    let reason = refused(|resolve, world| {
        let id = find(resolve, "alias");
        let item = WorldItem::Type { id, span: Default::default() };
        resolve.worlds[world].exports.insert(WorldKey::Name("alias".to_string()), item);
    });
    assert_eq!(reason, "the world `w` exports a type");
    assert_eq!(refused(|resolve, world| resolve.worlds[world].package = None), "the world belongs to no package");
    let reason = refused(|resolve, world| {
        let package = resolve.worlds[world].package.expect("it has one");
        resolve.packages[package].worlds.clear();
    });
    assert_eq!(reason, "the package of the world `w` does not contain it");
    let reason = refused(|resolve, _| {
        let id = find(resolve, "f");
        resolve.types[id].kind = TypeDefKind::Unknown;
    });
    assert_eq!(reason, "the type `f` is unknown");
}

/// Documentation may be any text.
#[test]
fn documentation_is_cleaned() {
    let (mut resolve, world) = whole();
    let docs = "a\r\u{1b}[31m\u{202e}\n}\u{0} */ /**/ world z {";
    for (_, ty) in resolve.types.iter_mut() {
        ty.docs.contents = Some(docs.to_string());
    }
    resolve.worlds[world].docs.contents = Some(docs.to_string());
    for (_, interface) in resolve.interfaces.iter_mut() {
        interface.docs.contents = Some(docs.to_string());
    }
    assert!(check_world(&resolve, world, &StubOptions::default()).is_some());
}

/// A `Resolve` with one to three random defects.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "a stack that overflows ends the program; the last seed is then all that is known"
)]
fn damaged_at_random() {
    let first = seed();
    let mut targets = 0;
    for seed in first..first + ROUNDS {
        let mut numbers = Numbers(seed);
        let (mut resolve, world) = whole();
        for _ in 0..=numbers.below(3) {
            damage(&mut resolve, &mut numbers);
        }
        println!("seed {seed}");
        try_all(&resolve, world);
        targets += usize::from(Target::from_resolve(&resolve, world).is_ok());
    }
    assert!(targets > 0, "no damage is harmless");
}

fn damage(resolve: &mut Resolve, numbers: &mut Numbers) {
    let types: Vec<TypeId> = resolve.types.iter().map(|(id, _)| id).collect();
    let interfaces: Vec<_> = resolve.interfaces.iter().map(|(id, _)| id).collect();
    let worlds: Vec<WorldId> = resolve.worlds.iter().map(|(id, _)| id).collect();
    let packages: Vec<_> = resolve.packages.iter().map(|(id, _)| id).collect();
    let ty = types[numbers.below(types.len())];
    let other = types[numbers.below(types.len())];
    let interface = interfaces[numbers.below(interfaces.len())];
    let other_interface = interfaces[numbers.below(interfaces.len())];
    let world = worlds[numbers.below(worlds.len())];
    let package = packages[numbers.below(packages.len())];
    match numbers.below(24) {
        0 => resolve.types[ty].kind = resolve.types[other].kind.clone(),
        1 => resolve.types[ty].kind = TypeDefKind::Type(Type::Id(other)),
        2 => resolve.types[ty].kind = TypeDefKind::Handle(Handle::Own(other)),
        3 => resolve.types[ty].name = None,
        4 => resolve.types[ty].name = resolve.types[other].name.clone(),
        5 => resolve.types[ty].owner = resolve.types[other].owner,
        6 => resolve.types[ty].owner = TypeOwner::World(world),
        7 => _ = resolve.interfaces[interface].types.pop(),
        8 => _ = resolve.interfaces[interface].types.insert("new".to_string(), ty),
        9 => resolve.interfaces[interface].package = Some(package),
        10 => resolve.interfaces[interface].package = None,
        11 => resolve.interfaces[interface].name = resolve.interfaces[other_interface].name.clone(),
        12 => {
            let taken: Interface = resolve.interfaces[other_interface].clone();
            resolve.interfaces[interface] = taken;
        }
        13 => {
            let functions = mem::take(&mut resolve.interfaces[interface].functions);
            resolve.interfaces[other_interface].functions.extend(functions);
        }
        14 => change_function(resolve, interface, numbers, |function| function.params.clear()),
        15 => change_function(resolve, interface, numbers, |function| function.kind = FunctionKind::Method(ty)),
        16 => change_function(resolve, interface, numbers, |function| function.kind = FunctionKind::Constructor(ty)),
        17 => change_function(resolve, interface, numbers, |function| function.kind = FunctionKind::Freestanding),
        18 => change_function(resolve, interface, numbers, |function| function.result = Some(Type::Id(ty))),
        19 => {
            let item = resolve.worlds[world].imports.values().next().cloned();
            let key = WorldKey::Interface(interface);
            item.into_iter().for_each(|item| _ = resolve.worlds[world].exports.insert(key.clone(), item));
        }
        20 => {
            let exports = mem::take(&mut resolve.worlds[world].exports);
            resolve.worlds[world].imports.extend(exports);
        }
        21 => resolve.worlds[world].package = Some(package),
        22 => _ = resolve.packages[package].interfaces.insert("new".to_string(), interface),
        _ => resolve.packages[package].name = resolve.packages[packages[0]].name.clone(),
    }
}

/// Changes one of the functions of an interface.
fn change_function(
    resolve: &mut Resolve,
    interface: wasm_rpc_stubgen_core::wit_parser::InterfaceId,
    numbers: &mut Numbers,
    change: impl FnOnce(&mut wasm_rpc_stubgen_core::wit_parser::Function),
) {
    let functions = &mut resolve.interfaces[interface].functions;
    let index = numbers.below(functions.len());
    if let Some((_, function)) = functions.get_index_mut(index) {
        change(function);
    }
}
