//! What can be composed: each outcome with real components, and the result taken apart.

mod support;

use support::{component, compose, root, try_compose, wat};
use testkit::component_of;
use wasm_rpc_stubgen_compose::{Unresolved, Versions};

const STUB: &str = "shopping:purchase-history-stub/stub-purchase-history";

fn cart() -> Vec<u8> {
    component(
        "interface cart {
             use shopping:purchase-history/api.{order, product-item};
             add-item: func(item: product-item);
             checkout: func() -> order;
         }
         world caller {
             import shopping:purchase-history-stub/stub-purchase-history;
             export cart;
         }",
    )
}

fn stub() -> Vec<u8> {
    component("world stub { export shopping:purchase-history-stub/stub-purchase-history; }")
}

#[test]
fn a_stub_is_plugged_and_shared_imports_are_one() {
    let composed = compose(&[("cart.wasm", &cart()), ("stub.wasm", &stub())]);
    let root = root(&composed.bytes);
    // Both import both.
    assert_eq!(root.imports, ["golem:rpc/types@0.1.0", "shopping:purchase-history/api"]);
    assert_eq!(root.exports, ["test:main/cart"]);
    assert_eq!((root.components, root.instantiations), (2, 2));
    let plugs = composed.report.plugs.iter();
    let plugs: Vec<_> = plugs.map(|plug| [&*plug.importer, &plug.import, &plug.stub, &plug.export]).collect();
    assert_eq!(plugs, [["cart.wasm", STUB, "stub.wasm", STUB]]);
    assert_eq!(composed.report.imports, root.imports);
    assert!(composed.report.warnings().is_empty());
}

#[test]
fn the_result_is_deterministic() {
    let (cart, stub) = (cart(), stub());
    let given: [(&str, &[u8]); 2] = [("cart.wasm", &cart), ("stub.wasm", &stub)];
    let first = compose(&given);
    for _ in 0..20 {
        assert_eq!(compose(&given), first);
    }
}

#[test]
fn the_result_can_be_read_as_wit() {
    let composed = compose(&[("cart.wasm", &cart()), ("stub.wasm", &stub())]);
    let decoded = wit_component::decode(&composed.bytes).expect("a component");
    let resolve = decoded.resolve();
    let world = resolve.select_world(&[decoded.package()], None).expect("one world");
    let names = |items: &mut dyn Iterator<Item = &wit_parser::WorldKey>| -> Vec<String> {
        items.map(|key| resolve.name_world_key(key)).collect()
    };
    let world = &resolve.worlds[world];
    assert_eq!(names(&mut world.imports.keys()), ["golem:rpc/types@0.1.0", "shopping:purchase-history/api"]);
    assert_eq!(names(&mut world.exports.keys()), ["test:main/cart"]);
}

#[test]
fn an_unused_stub_is_a_warning_and_the_rest_is_composed() {
    let other = component(
        "interface other { f: func(); }
         world stub { export other; }",
    );
    let composed = compose(&[("cart.wasm", &cart()), ("other.wasm", &other), ("stub.wasm", &stub())]);
    assert_eq!(root(&composed.bytes).components, 2);
    assert_eq!(composed.report.warnings(), ["`other.wasm` is not used: nothing imports `test:main/other`"]);
}

#[test]
fn with_no_stub_used_the_caller_stays_as_it_is() {
    let caller = component("world caller { export run: func(); }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub())]);
    assert_eq!(composed.bytes, caller);
    assert_eq!(composed.report.unused[0].stub, "stub.wasm");
    assert_eq!(compose(&[("caller.wasm", &caller)]).bytes, caller);
}

#[test]
fn the_same_file_twice_is_one_stub() {
    let (cart, stub) = (cart(), stub());
    let composed = compose(&[("cart.wasm", &cart), ("stub.wasm", &stub), ("copy.wasm", &stub)]);
    assert_eq!(root(&composed.bytes).components, 2);
    assert_eq!(composed.report.warnings(), ["`copy.wasm` is the same file as `stub.wasm` and was ignored"]);
}

/// `a` exports a resource, `b` uses it and exports one of its own, the caller uses both.
const LAYERS: &str = "
package test:layers {
    interface a { resource thing { constructor(); get: func() -> u32; } }
    interface b {
        use a.{thing};
        wrap: func(thing: thing) -> thing;
        resource other { constructor(thing: borrow<thing>); }
    }
}
";

#[test]
fn stubs_of_stubs_share_one_instance() {
    let caller =
        component_of(LAYERS, "world caller { import test:layers/a; import test:layers/b; export run: func(); }");
    let a = component_of(LAYERS, "world stub { export test:layers/a; }");
    // Exporting `b` alone imports `a`, whose resource it uses.
    let b = component_of(LAYERS, "world stub { import test:layers/a; export test:layers/b; }");
    for order in [[("a.wasm", a.as_slice()), ("b.wasm", &b)], [("b.wasm", &b), ("a.wasm", &a)]] {
        let composed = compose(&[("caller.wasm", &caller), order[0], order[1]]);
        let root = root(&composed.bytes);
        assert!(root.imports.is_empty(), "{:?}", root.imports);
        assert_eq!((root.components, root.instantiations), (3, 3));
        assert_eq!(composed.report.plugs.len(), 3);
    }
}

#[test]
fn a_stub_is_found_through_another_stub_only() {
    let packages = "package test:chain { interface a { f: func(); } interface b { f: func(); } }";
    let caller = component_of(packages, "world caller { import test:chain/b; export run: func(); }");
    let b = component_of(packages, "world stub { import test:chain/a; export test:chain/b; }");
    let a = component_of(packages, "world stub { export test:chain/a; }");
    let composed = compose(&[("caller.wasm", &caller), ("a.wasm", &a), ("b.wasm", &b)]);
    let root = root(&composed.bytes);
    assert_eq!((root.imports.len(), root.components), (0, 3));
}

#[test]
fn what_the_caller_exports_is_plugged_nowhere() {
    let packages = "package test:loop { interface back { f: func(); } interface out { f: func(); } }";
    let caller =
        component_of(packages, "world caller { import test:loop/out; import test:loop/back; export test:loop/back; }");
    let stub = component_of(packages, "world stub { export test:loop/out; export test:loop/back; }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    let root = root(&composed.bytes);
    assert_eq!((root.imports.len(), root.exports.len()), (0, 1));
    assert_eq!(root.exports, ["test:loop/back"]);
}

#[test]
fn a_stub_may_wrap_the_interface_that_it_exports() {
    let packages =
        "package wasi:wrapped@0.1.0 { interface r { resource thing { get: func() -> u32; } make: func() -> thing; } }";
    let caller = component_of(packages, "world caller { import wasi:wrapped/r@0.1.0; export run: func(); }");
    let wrapper = component_of(packages, "world stub { import wasi:wrapped/r@0.1.0; export wasi:wrapped/r@0.1.0; }");
    let composed = compose(&[("caller.wasm", &caller), ("wrapper.wasm", &wrapper)]);
    assert_eq!(root(&composed.bytes).imports, ["wasi:wrapped/r@0.1.0"]);
}

#[test]
fn functions_at_the_root_are_plugged_too() {
    let caller = component("world caller { import log: func(line: string); export run: func(); }");
    let stub = component("world stub { export log: func(line: string); }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    assert!(root(&composed.bytes).imports.is_empty());
}

#[test]
fn a_caller_uses_types_at_its_root() {
    let caller = component(
        "world caller {
             use shopping:purchase-history/api.{order};
             use golem:rpc/types@0.1.0.{wasm-rpc};
             record mine { order: order }
             import shopping:purchase-history-stub/stub-purchase-history;
             export last: func() -> mine;
             export connect: func(rpc: borrow<wasm-rpc>) -> order;
         }",
    );
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub())]);
    assert_eq!(root(&composed.bytes).exports, ["last", "connect"]);
}

#[test]
fn a_caller_exports_types_of_the_stub() {
    let packages = "package test:inline { interface stub { record order { id: string } resource api { constructor(); get: func() -> order; } } }";
    let caller = component_of(
        packages,
        "interface cart { use test:inline/stub.{order}; record two { a: order, b: list<order> } checkout: func(a: order) -> two; }
         world caller { import test:inline/stub; export cart; }",
    );
    let stub = component_of(packages, "world stub { export test:inline/stub; }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    assert_eq!(root(&composed.bytes).exports, ["test:main/cart"]);
    assert!(root(&composed.bytes).imports.is_empty());
}

#[test]
fn resources_of_shared_imports_are_the_same() {
    let packages = "
        package wasi:io@0.2.0 { interface poll { resource pollable { block: func(); } } }
        package test:asynchronous-stub { interface stub {
            use wasi:io/poll@0.2.0.{pollable as wasi-io-pollable};
            resource answer { subscribe: func() -> wasi-io-pollable; get: func() -> option<u32>; }
            call: func() -> answer;
        } }";
    let caller = component_of(
        packages,
        "world caller { import wasi:io/poll@0.2.0; import test:asynchronous-stub/stub; export run: func(); }",
    );
    let stub = component_of(packages, "world stub { export test:asynchronous-stub/stub; }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    assert_eq!(root(&composed.bytes).imports, ["wasi:io/poll@0.2.0"]);
}

#[test]
fn new_kinds_of_types_are_not_in_the_way() {
    let packages = "package test:new-stub { interface stub {
        a: func(m: map<string, u32>) -> list<u8, 4>;
        b: async func(s: stream<u8>) -> future<string>;
        c: func(e: error-context);
    } }";
    let caller = component_of(packages, "world caller { import test:new-stub/stub; export run: func(); }");
    let stub = component_of(packages, "world stub { export test:new-stub/stub; }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    assert!(root(&composed.bytes).imports.is_empty());
}

#[test]
fn compatible_versions_become_one_import() {
    let packages = VERSIONS;
    let caller = component_of(
        packages,
        "world caller { import wasi:io/streams@0.2.0; import test:v-stub/stub; export run: func(); }",
    );
    let stub = component_of(packages, "world stub { import wasi:io/streams@0.2.6; export test:v-stub/stub; }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    assert_eq!(root(&composed.bytes).imports, ["wasi:io/poll@0.2.6", "wasi:io/streams@0.2.6"]);
    let merged: Vec<_> = composed.report.versions.iter().map(ToString::to_string).collect();
    assert_eq!(
        merged,
        [
            "`wasi:io/poll@0.2.0` and `wasi:io/poll@0.2.6` are imported as `wasi:io/poll@0.2.6`",
            "`wasi:io/streams@0.2.0` and `wasi:io/streams@0.2.6` are imported as `wasi:io/streams@0.2.6`",
        ]
    );
    assert!(composed.report.warnings().is_empty());
}

/// Two versions of an interface that builds on another one; the stub interface hands a resource of it over.
const VERSIONS: &str = "
package wasi:io@0.2.0 {
    interface poll { resource pollable { block: func(); } }
    interface streams { use poll.{pollable}; resource input { subscribe: func() -> pollable; } }
}
package wasi:io@0.2.6 {
    interface poll { resource pollable { block: func(); ready: func() -> bool; } }
    interface streams { use poll.{pollable}; resource input { subscribe: func() -> pollable; close: func(); } }
}
package test:v-stub { interface stub { f: func(); } }
";

#[test]
fn a_merged_resource_crosses_between_caller_and_stub() {
    let interface = |version| {
        format!(
            "{VERSIONS} package test:r-stub {{ interface stub {{ use wasi:io/poll@{version}.{{pollable}}; f: func() -> pollable; }} }}"
        )
    };
    let caller = component_of(&interface("0.2.0"), "world caller { import test:r-stub/stub; export run: func(); }");
    let stub = component_of(&interface("0.2.6"), "world stub { export test:r-stub/stub; }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    assert_eq!(root(&composed.bytes).imports, ["wasi:io/poll@0.2.6"]);
}

#[test]
fn versions_whose_types_differ_stay_apart() {
    let packages = "
        package wasi:odd@0.2.0 {
            interface base { resource r { f: func(); } }
            interface user { use base.{r}; g: func() -> r; }
            interface free { h: func(); }
        }
        package wasi:odd@0.2.1 {
            interface base { resource r { f: func() -> u32; } }
            interface user { use base.{r}; g: func() -> r; }
            interface free { h: func(); }
        }
        package test:v-stub { interface stub { f: func(); } }";
    let imports = |version| format!("import wasi:odd/user@{version}; import wasi:odd/free@{version};");
    let caller = component_of(
        packages,
        &format!("world caller {{ {} import test:v-stub/stub; export run: func(); }}", imports("0.2.0")),
    );
    let stub = component_of(packages, &format!("world stub {{ {} export test:v-stub/stub; }}", imports("0.2.1")));
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    let mut found = root(&composed.bytes).imports;
    found.sort();
    // `user` by itself is the same in both, but `r` is not.
    assert_eq!(
        found,
        [
            "wasi:odd/base@0.2.0",
            "wasi:odd/base@0.2.1",
            "wasi:odd/free@0.2.1",
            "wasi:odd/user@0.2.0",
            "wasi:odd/user@0.2.1",
        ]
    );
    insta::assert_snapshot!(composed.report.warnings().join("\n"));
}

#[test]
fn a_component_that_imports_two_versions_keeps_both() {
    let import =
        |version| format!(r#"(import "wasi:io/poll@{version}" (instance (export "r" (type (sub resource)))))"#);
    let caller = wat(&format!(
        r#"(component {} {} (import "test:v/stub" (instance (export "f" (func)))))"#,
        import("0.2.0"),
        import("0.2.6")
    ));
    let stub = wat(&stub_text("test:v/stub", &import("0.2.0")));
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    let mut found = root(&composed.bytes).imports;
    found.sort();
    assert_eq!(found, ["wasi:io/poll@0.2.0", "wasi:io/poll@0.2.6"]);
    assert!(matches!(composed.report.versions[..], [Versions::Apart { difference: None, .. }]));
}

#[test]
fn a_stub_of_a_compatible_version_satisfies_an_import() {
    let packages = "package test:v-stub@1.0.0 { interface stub { f: func(); } } package test:v-stub@1.1.0 { interface stub { f: func(); g: func(); } }";
    let caller = component_of(packages, "world caller { import test:v-stub/stub@1.0.0; export run: func(); }");
    let stub = component_of(packages, "world stub { export test:v-stub/stub@1.1.0; }");
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    assert_eq!(
        composed.report.plugs[0].to_string(),
        "`test:v-stub/stub@1.0.0` of `caller.wasm` <- `stub.wasm` (`test:v-stub/stub@1.1.0`)"
    );
}

#[test]
fn left_over_imports_are_allowed_if_asked_for() {
    let caller = cart();
    let composed = try_compose(&[("cart.wasm", &caller)], Unresolved::Allow).expect("allowed");
    assert_eq!(composed.bytes, caller);
    assert_eq!(composed.report.unresolved[0].interface, STUB);

    let packages = "package test:left { interface a { resource r { constructor(); } f: func() -> r; } interface b { use a.{r}; g: func(r: r); } interface c { f: func(); } }";
    let caller = component_of(
        packages,
        "world caller { import test:left/a; import test:left/c; import log: func(); export run: func(); }",
    );
    let stub = component_of(packages, "world stub { import test:left/b; import log: func(); export test:left/c; }");
    let composed = try_compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)], Unresolved::Allow).expect("allowed");
    let root = root(&composed.bytes);
    assert_eq!(root.imports.len(), 3);
    assert_eq!(
        composed.report.warnings(),
        [
            "`log`, imported by `stub.wasm` and `caller.wasm`, is left to the host",
            "`test:left/a`, imported by `stub.wasm` and `caller.wasm`, is left to the host",
            "`test:left/b`, imported by `stub.wasm`, is left to the host",
        ]
    );
}

#[test]
fn packages_of_golem_itself_are_left_to_the_host() {
    let imported = |name: &str| format!(r#"(import "{name}" (instance (export "f" (func))))"#);
    let own =
        ["golem:api/host@0.2.0", "golem:api/oplog@1.1.0", "golem:durability/durability@1.2.0", "golem:rpc/types@0.1.0"];
    let caller = wat(&format!("(component {} {})", imported("test:m/i"), own.map(imported).concat()));
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &wat(&stub_text("test:m/i", "")))]);
    assert_eq!(composed.report.imports, own);
    assert!(composed.report.warnings().is_empty());
}

#[test]
fn the_metadata_of_the_caller_stays() {
    let caller = wat(r#"(component $shop
            (import "test:m/i" (instance (export "f" (func))))
            (@custom "authors" "somebody")
            (core module $m)
        )"#);
    let stub = wat(&stub_text("test:m/i", r#"(@custom "authors" "nobody")"#));
    let composed = compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]);
    let mut custom = root(&composed.bytes).custom;
    custom.sort();
    assert_eq!(custom, ["authors", "component-name"]);
    let has = |text: &str| composed.bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(has("shop") && has("somebody"));
}

/// A component that exports an interface with one function `f`.
fn stub_text(interface: &str, more: &str) -> String {
    format!(
        r#"(component
            {more}
            (core module $m (func (export "f")))
            (core instance $i (instantiate $m))
            (func $f (canon lift (core func $i "f")))
            (instance $e (export "f" (func $f)))
            (export "{interface}" (instance $e))
        )"#
    )
}
#[test]
fn aliases_of_aliases_of_plugged_types() {
    for count in [50, 5_000] {
        let imported: String = (1..=count).map(|i| format!(r#"(export "t{i}" (type (eq {i})))"#)).collect();
        let exported: String = (0..=count).map(|i| format!(r#"(export "t{i}" (type $r))"#)).collect();
        let record = r#"(record (field "a" u8))"#;
        let caller = wat(&format!(
            r#"(component
                (import "test:m/i" (instance $i
                    (type {record}) (export "t0" (type (eq 0))) {imported} (export "f" (func))))
                (alias export $i "t{count}" (type $t))
                (import "wasi:a/a" (instance (export "u" (type (eq $t))))))"#
        ));
        let stub = wat(&format!(
            r#"(component
                (type $r {record})
                (core module $m (func (export "f")))
                (core instance $i (instantiate $m))
                (func $f (canon lift (core func $i "f")))
                (instance $e {exported} (export "f" (func $f)))
                (export "test:m/i" (instance $e)))"#
        ));
        assert_eq!(compose(&[("caller.wasm", &caller), ("stub.wasm", &stub)]).report.imports, ["wasi:a/a"]);
    }
}
