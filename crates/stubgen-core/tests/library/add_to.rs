//! A stub in the `Resolve` of a caller.

use wasm_rpc_stubgen_core::wit_parser::{PackageId, Resolve, WorldId};
use wasm_rpc_stubgen_core::{CallStyle, ImportError, Stub, StubOptions, Target, TargetOptions, TypeSource};

use crate::{CART, assert_valid, cart_stub, stub_of};

fn caller(files: &[&str]) -> (Resolve, PackageId, WorldId) {
    let mut resolve = Resolve::new();
    let packages = files.iter().map(|text| resolve.push_source("caller.wit", text).expect("the WIT is right"));
    let package = packages.last().expect("there is a file");
    let world = *resolve.packages[package].worlds.values().next().expect("there is a world");
    (resolve, package, world)
}

const WEB: &str = "package shop:web; world web { export run: func(); }";

/// All that is printed of a `Resolve`.
fn printed(resolve: &Resolve) -> String {
    let mut text = String::new();
    for (id, _) in resolve.packages.iter() {
        let mut printer = wit_component::WitPrinter::default();
        printer.print(resolve, id, &[]).expect("it can be printed");
        text.push_str(&printer.output.to_string());
    }
    text
}

/// Encodes a component of the world, and the package.
fn assert_usable(resolve: &Resolve, package: PackageId, world: WorldId) {
    assert_valid(&testkit::component(resolve, world));
    assert_valid(&wit_component::encode(resolve, package, false).expect("the package can be encoded"));
}

#[test]
fn the_caller_can_be_encoded_in_every_shape() {
    for options in [
        StubOptions::new(),
        StubOptions::new().call_style(CallStyle::Async),
        StubOptions::new().types(TypeSource::Stub),
    ] {
        let (mut resolve, package, world) = caller(&[WEB]);
        let interface = cart_stub(&options).add_to(&mut resolve, world).expect("nothing clashes");
        assert_eq!(resolve.id_of(interface).as_deref(), Some("shop:cart-stub/stub-cart@1.2.0"));
        assert_usable(&resolve, package, world);
        let text = printed(&resolve);
        assert!(text.contains("import shop:cart-stub/stub-cart@1.2.0;"), "{text}");
        let again = cart_stub(&options).add_to(&mut resolve, world).expect("it is there already");
        assert_eq!((again, printed(&resolve)), (interface, text));
    }
}

#[test]
fn packages_of_both_are_shared() {
    // The caller has more of the stub's package of types, and less of `golem:rpc`.
    let types = "package shop:types; interface items { record item { name: string, count: u32 } type more = u8; } interface other {}";
    let rpc = "package golem:rpc@0.1.0; interface types { record uri { value: string } }";
    let web =
        "package shop:web; world web { import shop:types/items; import golem:rpc/types@0.1.0; export run: func(); }";
    let (mut resolve, package, world) = caller(&[types, rpc, web]);
    cart_stub(&StubOptions::new().call_style(CallStyle::Async)).add_to(&mut resolve, world).expect("both fit");
    assert_usable(&resolve, package, world);
    assert_eq!(resolve.packages.iter().filter(|(_, package)| package.name.name == "types").count(), 1);
}

#[test]
fn two_stubs_and_two_worlds_of_one_target() {
    let (mut resolve, package, world) = caller(&[WEB]);
    let wit = "package a:b; interface i { record r { a: u8 } f: func() -> r; } world one { export i; } world two { export i; export g: func(); }";
    for name in ["one", "two"] {
        let target = Target::from_wit_text([("b.wit", wit)], &TargetOptions::new().world(name)).expect("it exists");
        let stub = Stub::new(target, &StubOptions::default()).expect("it can be stubbed");
        stub.add_to(&mut resolve, world).expect("both are of one version");
    }
    cart_stub(&StubOptions::default()).add_to(&mut resolve, world).expect("it is of another package");
    assert_usable(&resolve, package, world);
}

#[test]
fn other_content_is_a_conflict_and_changes_nothing() {
    let types = "package shop:types; interface items { record item { name: string, count: u64 } }";
    let (mut resolve, _, world) = caller(&[types, WEB]);
    let before = printed(&resolve);
    let error = cart_stub(&StubOptions::default()).add_to(&mut resolve, world).expect_err("`item` is another one");
    let expected = ImportError::Conflict { interface: "shop:types/items".to_string(), item: "item".to_string() };
    assert_eq!(error, expected);
    assert_eq!(
        error.to_string(),
        "the caller's copy of `shop:types/items` differs from the stub's: `item` is different"
    );
    assert!(error.diagnostics()[0].hint.is_some());
    assert_eq!(printed(&resolve), before);
    // A stub with its own types does not need the package.
    cart_stub(&StubOptions::new().types(TypeSource::Stub)).add_to(&mut resolve, world).expect("nothing clashes");
}

#[test]
fn a_stub_of_another_version_of_the_target_is_told() {
    let (mut resolve, _, world) = caller(&[WEB]);
    stub_of("package a:b; world w { export f: func(); }").add_to(&mut resolve, world).expect("nothing clashes");
    let before = printed(&resolve);
    for (wit, conflict) in [
        ("package a:b; world w { export f: func(); export g: func(); }", false),
        ("package a:b; world w { export f: func() -> u8; }", true),
    ] {
        let error = stub_of(wit).add_to(&mut resolve, world).expect_err("the caller has an older one");
        match conflict {
            true => assert!(matches!(error, ImportError::Conflict { .. }), "{error}"),
            false => assert!(matches!(error, ImportError::OtherStub { .. }), "{error}"),
        }
        assert_eq!(printed(&resolve), before);
    }
}

#[test]
fn a_target_that_uses_the_callers_types_is_a_cycle() {
    let web = "package shop:web; interface types { record page { a: u8 } } world web { export run: func(); }";
    let target =
        "package shop:back; interface api { use shop:web/types.{page}; f: func(p: page); } world back { export api; }";
    let (mut resolve, package, world) = caller(&[web]);
    let before = printed(&resolve);
    let stub = |options: &StubOptions| {
        let files = [("back.wit", target), ("deps/web.wit", web)];
        let target = Target::from_wit_text(files, &TargetOptions::default()).expect("the WIT is right");
        Stub::new(target, options).expect("it can be stubbed")
    };
    let error = stub(&StubOptions::default()).add_to(&mut resolve, world).expect_err("they need each other");
    assert!(matches!(error, ImportError::Cycle { .. }), "{error}");
    assert_eq!(printed(&resolve), before);
    stub(&StubOptions::new().types(TypeSource::Stub)).add_to(&mut resolve, world).expect("it needs no other package");
    assert_usable(&resolve, package, world);
}

#[test]
fn a_world_of_another_resolve_is_refused() {
    let (mut resolve, ..) = caller(&[WEB]);
    let (_, _, foreign) = caller(&[WEB]);
    let error = cart_stub(&StubOptions::default()).add_to(&mut resolve, foreign);
    assert_eq!(error, Err(ImportError::UnknownWorld));
}

/// A target can also be the caller: a stub of itself.
#[test]
fn a_component_can_call_others_of_its_kind() {
    let [(_, main), (_, items)] = CART;
    let (mut resolve, _, world) = caller(&[items, main]);
    cart_stub(&StubOptions::default()).add_to(&mut resolve, world).expect("its stub is another package");
    testkit::component(&resolve, world);
}

/// The import is one of the package's own interfaces then.
#[test]
fn a_caller_called_like_the_stub_gets_its_interface() {
    let (mut resolve, package, world) = caller(&["package shop:cart-stub@1.2.0; world web { export run: func(); }"]);
    cart_stub(&StubOptions::default()).add_to(&mut resolve, world).expect("nothing clashes");
    assert_usable(&resolve, package, world);
}
