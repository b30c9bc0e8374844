//! All constructors of a target.

use wasm_rpc_stubgen_core::wit_parser::{PackageId, Resolve, WorldId};
use wasm_rpc_stubgen_core::{Features, LoadError, Stub, StubOptions, Target, TargetOptions};

use crate::{CART, assert_valid, cart, cart_stub};

/// The same WIT, resolved by `wit-parser`.
fn resolved() -> (Resolve, PackageId, WorldId) {
    let mut resolve = Resolve::new();
    for (path, text) in CART.iter().rev() {
        resolve.push_source(path, text).expect("the WIT is right");
    }
    let package = resolve.packages.iter().find(|(_, package)| package.name.name == "cart").expect("it was pushed").0;
    let world = resolve.packages[package].worlds["cart"];
    (resolve, package, world)
}

#[test]
fn text_and_resolve_give_one_stub() {
    let (resolve, ..) = resolved();
    let (_, _, world) = resolved();
    // An identifier of another `Resolve` is refused.
    assert!(matches!(Target::from_resolve(&resolve, world), Err(LoadError::InvalidResolve(_))));
    let (resolve, _, world) = resolved();
    let from_resolve = Stub::new(Target::from_resolve(&resolve, world).expect("it is right"), &StubOptions::default());
    let (from_resolve, from_text) = (from_resolve.expect("it can be stubbed"), cart_stub(&StubOptions::default()));
    assert_eq!(from_resolve.wit(), from_text.wit());
    assert_eq!(from_resolve.component().expect("it is small"), from_text.component().expect("it is small"));
    assert_eq!(from_resolve.mapping(), from_text.mapping());
}

#[test]
fn components_and_encoded_packages_are_targets() {
    let (resolve, package, world) = resolved();
    let encoded = wit_component::encode(&resolve, package, false).expect("it can be encoded");
    let target = Target::from_component(&encoded, &TargetOptions::default()).expect("it is a WIT package");
    assert_eq!((target.package().to_string().as_str(), target.world_name()), ("shop:cart@1.2.0", "cart"));

    let component = testkit::component(&resolve, world);
    let target = Target::from_component(&component, &TargetOptions::default()).expect("it is a component");
    assert_eq!(target.package().to_string(), "shop:cart@1.2.0");
    let stub = Stub::new(target, &StubOptions::default()).expect("it can be stubbed");
    assert_valid(&stub.component().expect("it is small"));
}

#[test]
fn a_component_is_named_in_messages() {
    let options = TargetOptions::new().name("cart.wasm");
    for (bytes, message) in [
        (&b""[..], "`cart.wasm` is not WebAssembly"),
        (b"(component)", "`cart.wasm` is WebAssembly text, not WIT"),
        (b"\0asm\x01\0\0\0", "`cart.wasm` is a core WebAssembly module, not a component"),
    ] {
        let error = Target::from_component(bytes, &options).expect_err("it is no component");
        assert_eq!(error.to_string(), message);
    }
    let error = Target::from_component(b"\0asm\x0d\0\x01", &TargetOptions::default()).expect_err("it is cut");
    assert!(error.to_string().starts_with("`component` is not a valid WebAssembly component: "), "{error}");
}

#[test]
fn a_path_is_a_target() {
    let directory = testkit::Directory::with(&CART);
    let target = Target::from_path(directory.path("wit"), &TargetOptions::default()).expect("the WIT is right");
    let stub = Stub::new(target, &StubOptions::default()).expect("it can be stubbed");
    assert_eq!(stub.wit(), cart_stub(&StubOptions::default()).wit());
}

#[test]
fn dependencies_are_files_or_folders_with_any_root_and_separator() {
    let [(_, main), (_, items)] = CART;
    for (path, dependency) in [
        ("cart.wit", "deps/items.wit"),
        ("cart.wit", "deps/types/items.wit"),
        ("/home/me/wit/cart.wit", "/home/me/wit/deps/types/items.wit"),
        ("C:\\wit\\cart.wit", "C:\\wit\\deps\\types\\items.wit"),
    ] {
        let target = Target::from_wit_text([(dependency, items), (path, main)], &TargetOptions::default());
        assert_eq!(target.expect(dependency).package(), cart().package());
    }
    let none = Target::from_wit_text([("deps/items.wit", items)], &TargetOptions::default());
    assert!(matches!(none, Err(LoadError::NoMainFile)));
    let nothing: [(&str, &str); 0] = [];
    assert!(matches!(Target::from_wit_text(nothing, &TargetOptions::default()), Err(LoadError::NoMainFile)));
}

#[test]
fn a_world_and_features_can_be_chosen() {
    let wit = "package a:b; world one { export f: func(); @unstable(feature = new) export g: func(); } world two { export h: func(); }";
    let files = [("b.wit", wit)];
    let error = Target::from_wit_text(files, &TargetOptions::default()).expect_err("there are two");
    assert!(matches!(error, LoadError::SeveralWorlds { .. }));
    let functions = |features| {
        let target = Target::from_wit_text(files, &TargetOptions::new().world("one").features(features));
        let stub = Stub::new(target.expect("it exists"), &StubOptions::default()).expect("it can be stubbed");
        stub.mapping().resources[0].functions.len()
    };
    // With the constructor.
    assert_eq!(functions(Features::default()), 2);
    assert_eq!(functions(Features::listed(["new"])), 3);
    assert_eq!(functions(Features::All), 3);
}
