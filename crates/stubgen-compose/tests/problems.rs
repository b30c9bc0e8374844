//! What cannot be composed: each problem with real components, as a user reads it.

mod support;

use support::{component, diagnostics, problem, try_compose, wat};
use testkit::component_of;
use wasm_rpc_stubgen_compose::{Problem, Unresolved};

/// All diagnostics of a composition that fails.
fn explained(components: &[(&str, &[u8])]) -> String {
    diagnostics(&try_compose(components, Unresolved::Refuse).map(|composed| composed.report).expect_err("a problem"))
}

const RUN: &str = "export run: func();";

/// Caller and stub of one interface, seen in two ways.
fn two_views(caller: &str, stub: &str) -> String {
    let packages = |body| format!("package test:a-stub {{ {body} }}");
    let world = |body| format!("world w {{ {body} }}");
    let caller = component_of(&packages(caller), &world("import test:a-stub/stub; export run: func();"));
    let stub = component_of(&packages(stub), &world("export test:a-stub/stub;"));
    explained(&[("caller.wasm", &caller), ("stub.wasm", &stub)])
}

#[test]
fn files_that_are_no_components() {
    let module = wat("(module (func))");
    let package = {
        let mut resolve = wit_parser::Resolve::default();
        let id = resolve.push_str("a.wit", "package a:b; interface c { f: func(); }").expect("WIT");
        wit_component::encode(&resolve, id, false).expect("a package")
    };
    let component = component("world w { export run: func(); }");
    let old = b"\0asm\x0c\0\x01\0";
    insta::assert_snapshot!(explained(&[
        ("module.wasm", &module),
        ("empty.wasm", b""),
        ("text.wat", b"(component)"),
        ("image.png", b"\x89PNG\r\n\0\xff"),
        ("package.wasm", &package),
        ("cut.wasm", &component[..component.len() / 2]),
        ("head.wasm", &component[..6]),
        ("old.wasm", old),
    ]));
}

#[test]
fn a_stub_with_another_parameter_type() {
    insta::assert_snapshot!(two_views(
        "interface stub { record order { id: string, total: f32 } enum e { a } add: func(order: order, e: e) -> list<order>; get: func(); }",
        "interface stub { record order { id: string, total: f64 } enum e { a } add: func(order: order, e: e) -> list<order>; get: func(); }",
    ));
}

#[test]
fn a_stub_without_a_function() {
    insta::assert_snapshot!(two_views(
        "interface stub { resource api { constructor(a: string); old: func(); new: func() -> result<u8>; } }",
        "interface stub { resource api { constructor(a: u32); old: func(); } }",
    ));
}

#[test]
fn a_stub_with_many_differences() {
    let functions = |ty: &str| -> String { (0..20).map(|i| format!("f{i}: func(a: {ty});")).collect() };
    insta::assert_snapshot!(two_views(
        &format!("interface stub {{ {} }}", functions("u8")),
        &format!("interface stub {{ {} }}", functions("s8")),
    ));
}

#[test]
fn types_of_all_kinds_are_rendered() {
    insta::assert_snapshot!(two_views(
        "interface stub { resource r { } f: async func(a: r, b: borrow<r>, c: map<string, u8>, d: list<u8, 3>, e: future<u8>, g: stream, h: result<u8, string>, i: error-context) -> future; }",
        "interface stub { resource r { } f: func() -> stream<u8>; }",
    ));
}

#[test]
fn a_function_where_an_interface_is_imported() {
    let caller = wat(r#"(component (import "a" (instance (export "f" (func)))))"#);
    let stub = component("world stub { export a: func(); }");
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller), ("stub.wasm", &stub)]));
}

#[test]
fn two_stubs_for_one_import() {
    let packages = "package test:two { interface i { f: func(); } interface j { f: func(); } }";
    let caller = component_of(packages, &format!("world caller {{ import test:two/i; {RUN} }}"));
    let one = component_of(packages, "world stub { export test:two/i; }");
    let two = component_of(packages, "world stub { export test:two/i; export test:two/j; }");
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller), ("one.wasm", &one), ("two.wasm", &two),]));
}

#[test]
fn a_cycle() {
    let packages =
        "package test:cycle { interface a { f: func(); } interface b { f: func(); } interface c { f: func(); } }";
    let caller = component_of(packages, &format!("world caller {{ import test:cycle/a; {RUN} }}"));
    let link = |import: &str, export: &str| {
        component_of(packages, &format!("world w {{ import test:cycle/{import}; export test:cycle/{export}; }}"))
    };
    insta::assert_snapshot!(explained(&[
        ("caller.wasm", &caller),
        ("a.wasm", &link("b", "a")),
        ("b.wasm", &link("c", "b")),
        ("c.wasm", &link("b", "c")),
    ]));
}

#[test]
fn imports_that_nobody_satisfies() {
    let packages = "
        package test:left { interface a { f: func(); } interface b { resource r; } interface types { type t = u8; } interface back { f: func(); } }
        package test:v-stub@1.0.0 { interface stub { f: func(); } }
        package test:v-stub@2.0.0 { interface stub { f: func(); } }
        package test:used { interface i { f: func(); } }";
    let caller = component_of(
        packages,
        "world caller {
             import test:used/i; import test:left/a; import test:left/types; import test:v-stub/stub@2.0.0; import log: func();
             export test:left/back;
         }",
    );
    let stub = component_of(
        packages,
        "world stub { import test:left/a; import test:left/b; import test:left/back; export test:used/i; }",
    );
    let old = component_of(packages, "world stub { export test:v-stub/stub@1.0.0; }");
    let given: [(&str, &[u8]); 3] = [("caller.wasm", &caller), ("stub.wasm", &stub), ("old.wasm", &old)];
    insta::assert_snapshot!(explained(&given));
}

#[test]
fn packages_that_only_look_like_golem_s_own() {
    let caller = component_of(
        "package golem:it-stub { interface stub-it { f: func(); } }
         package golem:llm@1.0.0 { interface llm { f: func(); } interface types { type t = u8; } }
         package golem:web-search { interface web-search { f: func(); } }
         package golem:rpc@0.1.0 { interface types { f: func(); } }
         package wasi:anything { interface i { f: func(); } }",
        "world caller {
             import golem:it-stub/stub-it; import golem:llm/llm@1.0.0; import golem:llm/types@1.0.0;
             import golem:web-search/web-search; import golem:rpc/types@0.1.0; import wasi:anything/i;
             export run: func();
         }",
    );
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller)]));
}

#[test]
fn an_import_that_components_see_differently() {
    let packages = |field: &str| {
        format!(
            "package test:shared {{ interface types {{ record order {{ id: {field} }} }} }}
             package test:used {{
                 interface i {{ f: func(); }}
                 interface j {{ use test:shared/types.{{order}}; f: func() -> order; }}
             }}"
        )
    };
    let caller = component_of(&packages("string"), "world caller { import test:used/i; export test:used/j; }");
    let stub = component_of(&packages("u32"), "world stub { export test:used/i; export test:used/j; }");
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller), ("stub.wasm", &stub)]));
}

#[test]
fn several_problems_are_reported_together() {
    let packages = |ty: &str| {
        format!(
            "package test:all {{ interface i {{ f: func(a: {ty}); }} interface j {{ f: func(); }} interface k {{ f: func(); }} }}"
        )
    };
    let caller = component_of(
        &packages("u8"),
        "world caller { import test:all/i; import test:all/j; import test:all/k; export run: func(); }",
    );
    let i = component_of(&packages("u16"), "world stub { export test:all/i; }");
    let j = component_of(&packages("u16"), "world stub { export test:all/j; }");
    let ij = component_of(&packages("u8"), "world stub { export test:all/j; export test:all/k; }");
    let error =
        try_compose(&[("caller.wasm", &caller), ("i.wasm", &i), ("j.wasm", &j), ("ij.wasm", &ij)], Unresolved::Refuse)
            .expect_err("two problems");
    assert!(matches!(error.problems[..], [Problem::SeveralStubs { .. }, Problem::StaleStub { .. }]));
}

#[test]
fn an_export_with_a_resource_of_the_stub() {
    let packages =
        "package test:inline { interface stub { resource api { constructor(); } record pair { a: api, b: api } } }";
    let caller = component_of(
        packages,
        "interface cart { use test:inline/stub.{pair}; f: func() -> option<pair>; }
         world caller { import test:inline/stub; export cart; }",
    );
    let stub = component_of(packages, "world stub { export test:inline/stub; }");
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller), ("stub.wasm", &stub)]));
    let caller = component_of(
        packages,
        "world caller { import test:inline/stub; use test:inline/stub.{api}; export f: func() -> api; }",
    );
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller), ("stub.wasm", &stub)]));
}

#[test]
fn a_left_over_import_with_a_resource_of_the_stub() {
    let packages = "package test:part { interface a { resource r { f: func(); } } }
                    package wasi:part { interface b { use test:part/a.{r}; f: func() -> r; } }";
    let caller = component_of(packages, "world caller { import wasi:part/b; import test:part/a; export run: func(); }");
    let stub = component_of(packages, "world stub { export test:part/a; }");
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller), ("stub.wasm", &stub)]));
}

/// A caller of `test:m/i`, with more in it, and the stub for it.
fn odd_caller(more: &str) -> (Vec<u8>, Vec<u8>) {
    let caller = wat(&format!(r#"(component (import "test:m/i" (instance (export "f" (func)))) {more})"#));
    let stub = wat(r#"(component
            (core module $m (func (export "f")))
            (core instance $i (instantiate $m))
            (func $f (canon lift (core func $i "f")))
            (instance $e (export "f" (func $f)))
            (export "test:m/i" (instance $e)))"#);
    (caller, stub)
}

#[test]
fn imports_that_share_an_instance_type() {
    let shared = r#"(type $i (instance (type (record (field "a" u8))) (export "t" (type (eq 0)))))"#;
    let odd = format!(r#"{shared} (import "wasi:a/a" (instance (type $i))) (import "wasi:a/b" (instance (type $i)))"#);
    let (caller, stub) = odd_caller(&odd);
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller), ("stub.wasm", &stub)]));
}

#[test]
fn a_body_that_is_invalid() {
    let (caller, stub) = odd_caller("");
    let body = [2, 0, 0x0b];
    let at = stub.windows(3).position(|bytes| bytes == body).expect("an empty body");
    let mut damaged = stub.clone();
    // `drop` of nothing, and a byte that is none.
    damaged[at + 1..at + 3].copy_from_slice(&[0x00, 0x1a]);
    let (name, offset) = match problem(&[("caller.wasm", &caller), ("stub.wasm", &damaged)]) {
        Problem::Invalid { file, offset, .. } => (file, offset),
        problem => panic!("{problem}"),
    };
    assert_eq!(name, "stub.wasm");
    assert!((at..at + 5).contains(&usize::try_from(offset).expect("an index")), "{offset} is not near {at}");
}

#[test]
fn imports_that_need_each_other() {
    let view = |first: &str, second: &str| {
        format!(
            r#"(import "wasi:t/{first}" (instance ${first} (type (record (field "a" u8))) (export "t-{first}" (type (eq 0)))))
               (alias export ${first} "t-{first}" (type $t))
               (import "wasi:t/{second}" (instance (export "u-{second}" (type (eq $t)))))"#
        )
    };
    let (caller, _) = odd_caller(&view("a", "b"));
    let stub = wat(&format!(
        r#"(component {}
            (core module $m (func (export "f")))
            (core instance $i (instantiate $m))
            (func $f (canon lift (core func $i "f")))
            (instance $e (export "f" (func $f)))
            (export "test:m/i" (instance $e)))"#,
        view("b", "a")
    ));
    let given: [(&str, &[u8]); 2] = [("caller.wasm", &caller), ("stub.wasm", &stub)];
    assert!(matches!(problem(&given), Problem::ImportCycle { .. }));
}

#[test]
fn a_stub_with_other_types() {
    let packages = |body: &str| {
        format!("package test:a-stub {{ interface stub {{ f: func(); type t = result<_, string>; {body} }} }}")
    };
    let caller = component_of(
        &packages("variant v { a, b(option<tuple<u8, char>>) } flags g { x, y }"),
        "interface mine { use test:a-stub/stub.{v, g, t}; h: func(v: v, g: g, t: t); }
         world caller { import test:a-stub/stub; export mine; }",
    );
    let stub = component_of(&packages("variant v { a } flags g { x }"), "world stub { export test:a-stub/stub; }");
    insta::assert_snapshot!(explained(&[("caller.wasm", &caller), ("stub.wasm", &stub)]));
}

#[test]
fn a_stub_of_an_older_target() {
    let stub = component("world stub { export shopping:purchase-history-stub/stub-purchase-history; }");
    let newer = support::PACKAGES.replace("total: f32,", "total: f64, currency: string,");
    let caller = component_of(
        &newer,
        "world caller { import shopping:purchase-history-stub/stub-purchase-history; export run: func(); }",
    );
    insta::assert_snapshot!(explained(&[("cart.wasm", &caller), ("stub.wasm", &stub)]));
}
