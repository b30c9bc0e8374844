//! A stub in all its forms and shapes.

use wasm_rpc_stubgen_core::{
    CallStyle, CrateOptions, CrateOptionsError, FunctionCall, MappingKind, RpcErrors, StubError, StubOptions,
    TypeSource, WasmRpc,
};

use crate::{assert_valid, cart_stub, stub_of};

/// The four shapes, and inlined types.
fn shapes() -> [StubOptions; 5] {
    let options = StubOptions::new();
    let asynchronous = options.call_style(CallStyle::Async);
    [
        options,
        options.rpc_errors(RpcErrors::Result),
        asynchronous,
        asynchronous.rpc_errors(RpcErrors::Result),
        options.types(TypeSource::Stub),
    ]
}

#[test]
fn every_shape_is_wit_a_component_and_a_crate() {
    for options in shapes() {
        let stub = cart_stub(&options);
        assert_eq!(stub.options(), options);
        let component = stub.component().expect("it is small");
        assert_valid(&component);
        assert_eq!(component, stub.component().expect("it is small"), "the same bytes each time");
        let paths: Vec<&str> = stub.wit().iter().map(|(path, _)| path).collect();
        assert_eq!(paths[0], "_stub.wit");
        assert_eq!(paths.contains(&"deps/io/poll.wit"), options.call_style == CallStyle::Async);
        assert_eq!(paths.contains(&"deps/shop_types/types.wit"), options.types == TypeSource::Target);
        let files = stub.rust_crate(&CrateOptions::default()).expect("its names are plain");
        let manifest = String::from_utf8_lossy(files.file("Cargo.toml").expect("a crate has a manifest"));
        assert!(manifest.contains(&format!("name = \"{}\"", stub.crate_name())), "{manifest}");
        assert!(files.file("wit/_stub.wit").is_some());
    }
}

#[test]
fn the_wit_is_there_resolved() {
    let stub = cart_stub(&StubOptions::default());
    let id = stub.resolve().id_of(stub.interface());
    assert_eq!(id.as_deref(), Some("shop:cart-stub/stub-cart@1.2.0"));
    assert_eq!(stub.interface_name(), "shop:cart-stub/stub-cart@1.2.0");
    assert_eq!(stub.package().to_string(), "shop:cart-stub@1.2.0");
    let world = &stub.resolve().worlds[stub.world()];
    assert_eq!((world.name.as_str(), world.exports.len()), ("wasm-rpc-stub-cart", 1));
}

#[test]
fn the_mapping_names_both_sides() {
    let mapping = cart_stub(&StubOptions::new().call_style(CallStyle::Async)).mapping();
    let lines = mapping.resources.iter().flat_map(|resource| {
        let item = resource.resource.clone().unwrap_or_default();
        let head = format!("{} = {} {item} {:?}", resource.name, resource.target, resource.drop.as_deref());
        let function = resource.functions.iter().map(|function| {
            let call = match &function.call {
                FunctionCall::Future(name) => format!("Future({name})"),
                call => format!("{call:?}"),
            };
            let (name, target) = (function.function.as_deref().unwrap_or("-"), function.remote.as_deref());
            format!("  {} {call} {name} {}", function.name, target.unwrap_or("-"))
        });
        std::iter::once(head).chain(function).collect::<Vec<_>>()
    });
    let lines: Vec<String> = lines.collect();
    assert_eq!(
        lines,
        [
            "api = shop:cart/api@1.2.0  None",
            "  [constructor]api Connect - -",
            "  [method]api.blocking-add Blocking add shop:cart/api@1.2.0.{add}",
            "  [method]api.add Future(future-add-result) add shop:cart/api@1.2.0.{add}",
            "  [method]api.blocking-clear Blocking clear shop:cart/api@1.2.0.{clear}",
            "  [method]api.clear Send clear shop:cart/api@1.2.0.{clear}",
            "order = shop:cart/orders@1.2.0 order Some(\"shop:cart/orders@1.2.0.{order.drop}\")",
            "  [constructor]order Blocking [constructor]order shop:cart/orders@1.2.0.{order.new}",
            "  [method]order.blocking-total Blocking [method]order.total shop:cart/orders@1.2.0.{order.total}",
            "  [method]order.total Future(future-order-total-result) [method]order.total shop:cart/orders@1.2.0.{order.total}",
            "  [static]order.blocking-find Blocking [static]order.find shop:cart/orders@1.2.0.{order.find}",
            "  [static]order.find Future(future-order-find-result) [static]order.find shop:cart/orders@1.2.0.{order.find}",
            "cart = shop:cart/cart@1.2.0  None",
            "  [constructor]cart Connect - -",
            "  [method]cart.blocking-version Blocking version version",
            "  [method]cart.version Future(future-version-result) version version",
        ]
    );
    assert_eq!(mapping.futures.len(), 4);
    assert_eq!(mapping.resources[0].functions[0].kind, MappingKind::Constructor);
}

/// The mapping has all functions of the stub interface, and no others.
#[test]
fn the_mapping_is_complete() {
    for options in shapes() {
        let stub = cart_stub(&options);
        let mapping = stub.mapping();
        let mut mapped: Vec<String> =
            mapping.resources.iter().flat_map(|resource| &resource.functions).map(|f| f.name.clone()).collect();
        let of_future = |name: &String| [format!("[method]{name}.subscribe"), format!("[method]{name}.get")];
        mapped.extend(mapping.futures.iter().flat_map(|future| of_future(&future.name)));
        let functions = stub.resolve().interfaces[stub.interface()].functions.keys();
        let mut functions: Vec<String> = functions.cloned().collect();
        mapped.sort();
        functions.sort();
        assert_eq!(mapped, functions);
    }
}

#[test]
fn options_of_a_crate_are_checked() {
    let stub = stub_of("package a:b; world w { export f: func(); }");
    let relative = CrateOptions::new().wasm_rpc(WasmRpc::Path("relative".into()));
    let error = stub.rust_crate(&relative).expect_err("the path is relative");
    assert!(matches!(error, StubError::CrateOptions(CrateOptionsError::RelativePath { .. })));
    assert!(error.diagnostics()[0].hint.is_some());
    let version = CrateOptions::new().version(semver::Version::new(1, 2, 3));
    let files = stub.rust_crate(&version).expect("the options are right");
    assert!(String::from_utf8_lossy(files.file("Cargo.toml").expect("a manifest")).contains("version = \"1.2.3\""));
}

#[test]
fn what_rust_cannot_name_has_no_crate() {
    let stub = stub_of("package a:b; interface i { record r { GEN: u8 } f: func() -> r; } world w { export i; }");
    let error = stub.rust_crate(&CrateOptions::default()).expect_err("`GEN` is a keyword");
    assert!(matches!(error, StubError::Unbindable(_)));
    assert!(error.to_string().contains("its field `GEN` is a Rust keyword"), "{error}");
    assert_valid(&stub.component().expect("a component can have it"));
}
