//! Callers and targets that use each other: the result resolves, and the stub that was built before fits the caller.

use crate::common::Sandbox;
use crate::support::{build, component, composed, files, resolved, stub};

/// Every kind of type that has a name.
const TYPES: &str = "
  record inner { x: u8, y: option<string> }
  /// A point.
  record point { x: f32, y: f64, inner: inner }
  variant shape { none, circle(point), many(list<point>) }
  enum color { red, green }
  flags access { read, write }
  type points = list<point>;
  type alias = inner;
";

fn a(world: &str) -> String {
    format!(
        "package test:a;\n\ninterface api {{{TYPES}\n  f: func(p: point, ps: points, a: alias) -> shape;\n}}\n\nworld a {{ export api; {world} }}\n"
    )
}

/// A target that uses the types of the package `of`, and has some of its own that are made of them.
fn user(name: &str, of: &str) -> String {
    format!(
        "package test:{name};\n\ninterface api {{\n  use test:{of}/api.{{point as spot, point, shape, color, access, points, inner, alias}};\n  \
         record pair {{ left: spot, right: inner, c: color }}\n  type mine = alias;\n  variant either {{ a(pair), b(shape) }}\n  \
         g: func(p: pair, a: access, o: mine) -> result<points, shape>;\n  h: func(e: either, p: point) -> tuple<mine, color>;\n}}\n\n\
         world {name} {{ export api; }}\n"
    )
}

#[track_caller]
fn add(sandbox: &Sandbox, stub: &str, caller: &str) {
    let own = sandbox.text(&format!("{caller}/wit/{caller}.wit"));
    let line = format!("add-stub-dependency -s {stub}-stub -d {caller}/wit");
    let said = sandbox.run(&line).done();
    assert!(!said.contains("warning"), "{said}");
    assert_eq!(sandbox.text(&format!("{caller}/wit/{caller}.wit")), own, "not a byte of the caller's own changes");
    assert_eq!(sandbox.unchanged(&line), "");
    assert_eq!(sandbox.unchanged(&format!("{line} -o")), "");
}

/// Plugs the stub into a component for the caller's world: nothing of it is imported then, but for types alone.
#[track_caller]
fn fits(sandbox: &Sandbox, stub: &str, caller: &str) {
    let (before, after) = composed(sandbox, &format!("{caller}/wit"), caller, &[&format!("{stub}.wasm")]);
    let interface = format!("test:{stub}-stub/stub-{stub}");
    assert!(before.contains(&interface), "{before:?}");
    assert!(!after.contains(&interface), "{after:?}");
    assert!(after.contains(&"golem:rpc/types@0.1.0".to_string()), "{after:?}");
}

#[test]
fn a_calls_b_which_calls_a() {
    for shape in ["", "--call-style async --rpc-errors result", "--always-inline-types"] {
        let sandbox = Sandbox::new();
        stub(&sandbox, "a", &a(""), shape);
        sandbox.write("b/wit/b.wit", user("b", "a").replace("world b {", "world b { import test:a-stub/stub-a;"));
        // The types of `a` come with its stub, or by hand.
        if shape.contains("inline") {
            sandbox.write("b/wit/deps/a.wit", a("").replace("world a { export api;  }", ""));
        }
        add(&sandbox, "a", "b");
        fits(&sandbox, "a", "b");
        build(&sandbox, "b", shape);
        sandbox.write("a/wit/a.wit", a("import test:b-stub/stub-b;"));
        add(&sandbox, "b", "a");
        fits(&sandbox, "b", "a");
        let text = sandbox.text("a/wit/deps/test_b-stub/_stub.wit");
        assert_eq!(text.contains("interface b-api {"), !shape.contains("inline"), "{text}");
        assert!(!text.contains("test:a/") && !text.contains("test:b/"), "{text}");
        assert!(!files(&sandbox, "a/wit").iter().any(|file| file.contains("test_a") || file.contains("test_b/")));
        // And round again, from what both have become.
        let before = (sandbox.tree("a/wit"), sandbox.tree("b/wit"));
        for name in ["a", "b", "a"] {
            build(&sandbox, name, shape);
        }
        add(&sandbox, "a", "b");
        add(&sandbox, "b", "a");
        assert!(before == (sandbox.tree("a/wit"), sandbox.tree("b/wit")));
    }
}

#[test]
fn a_calls_b_which_calls_c_which_calls_a() {
    let sandbox = Sandbox::new();
    stub(&sandbox, "a", &a(""), "");
    sandbox.write("c/wit/c.wit", user("c", "a").replace("world c {", "world c { import test:a-stub/stub-a;"));
    add(&sandbox, "a", "c");
    fits(&sandbox, "a", "c");
    build(&sandbox, "c", "");
    let b = "package test:b;\ninterface api {\n  use test:c/api.{pair, either, spot};\n  record deep { p: pair, s: spot }\n  \
             f: func(d: deep, e: either) -> list<spot>;\n}\nworld b { import test:c-stub/stub-c; export api; }\n";
    sandbox.write("b/wit/b.wit", b);
    add(&sandbox, "c", "b");
    fits(&sandbox, "c", "b");
    build(&sandbox, "b", "");
    sandbox.write("a/wit/a.wit", a("import test:b-stub/stub-b;"));
    add(&sandbox, "b", "a");
    fits(&sandbox, "b", "a");
    assert_eq!(files(&sandbox, "a/wit"), ["a.wit", "deps/test_b-stub/_stub.wit", "deps/wasm-rpc/wasm-rpc.wit"]);
    let text = sandbox.text("a/wit/deps/test_b-stub/_stub.wit");
    for name in ["a-api", "b-api", "c-api"] {
        assert!(text.contains(&format!("interface {name} {{")), "{text}");
    }
    // The third one again, from what the first has become.
    build(&sandbox, "a", "");
    assert_eq!(sandbox.unchanged("add-stub-dependency -s a-stub -d c/wit -o"), "");
}

#[test]
fn a_calls_itself() {
    for shape in ["", "--call-style async", "--always-inline-types"] {
        let sandbox = Sandbox::new();
        stub(&sandbox, "a", &a(""), shape);
        sandbox.write("a/wit/a.wit", a("import test:a-stub/stub-a;"));
        add(&sandbox, "a", "a");
        fits(&sandbox, "a", "a");
        let text = sandbox.text("a/wit/deps/test_a-stub/_stub.wit");
        assert_eq!(text.contains("interface api {"), !shape.contains("inline"), "{text}");
        assert!(!sandbox.path("a/wit/deps/test_a").exists());
        let before = sandbox.tree("a/wit");
        build(&sandbox, "a", shape);
        add(&sandbox, "a", "a");
        assert!(before == sandbox.tree("a/wit"));
    }
}

/// The stub was built before the caller's types changed.
#[test]
fn a_stub_of_what_the_caller_was_is_to_be_built_anew() {
    let sandbox = Sandbox::new();
    stub(&sandbox, "a", &a(""), "");
    sandbox.write("a/wit/a.wit", a("").replace("inner", "core"));
    let said = sandbox.refused("add-stub-dependency -s a-stub -d a/wit");
    assert!(said.contains("if the caller is the target, build the stub again\n"), "{said}");
}

/// The caller and its target have worlds of one name, in packages that do not know each other.
#[test]
fn worlds_of_one_name() {
    let sandbox = Sandbox::new();
    let main = |name: &str, import: &str| {
        format!(
            "package test:{name};\ninterface api {{ record r {{ x: u8 }} f: func(r: r) -> r; }}\nworld main {{ {import} export api; }}\n"
        )
    };
    stub(&sandbox, "b", &main("b", ""), "");
    sandbox.write("a/wit/a.wit", main("a", "import test:b-stub/stub-main;"));
    add(&sandbox, "b", "a");
    let (before, after) = composed(&sandbox, "a/wit", "main", &["b.wasm"]);
    assert!(before.contains(&"test:b-stub/stub-main".to_string()), "{before:?}");
    assert!(after.iter().all(|import| !import.contains("-stub")), "{after:?}");
}

/// A name that is taken in the stub's package, and a docs comment that travels.
#[test]
fn names_that_are_taken_are_qualified() {
    let sandbox = Sandbox::new();
    // The interface has the name that the stub's has.
    let target = "package test:a;\ninterface stub-a { /// A record.\nrecord r { x: u8 } f: func(r: r); }\nworld a { export stub-a; }\n";
    stub(&sandbox, "a", target, "");
    sandbox.write("a/wit/a.wit", target.replace("world a {", "world a { import test:a-stub/stub-a;"));
    add(&sandbox, "a", "a");
    fits(&sandbox, "a", "a");
    let text = sandbox.text("a/wit/deps/test_a-stub/_stub.wit");
    assert!(text.contains("interface a-stub-a {") && text.contains("/// A record."), "{text}");
    resolved(&sandbox, "a/wit");
}

/// Resources cannot go round as types: the stub defines its own.
#[test]
fn resources_of_the_target_in_a_circle() {
    let sandbox = Sandbox::new();
    let target = |import: &str| {
        format!(
            "package test:a;\ninterface api {{\n  record r {{ x: u8 }}\n  resource cart {{ constructor(r: r); items: func() -> list<r>; merge: func(other: borrow<cart>) -> own<cart>; }}\n  \
                 record holder {{ c: cart, r: r }}\n  open: func(r: r) -> holder;\n}}\nworld a {{ {import} export api; }}\n"
        )
    };
    stub(&sandbox, "a", &target(""), "");
    sandbox.write("a/wit/a.wit", target("import test:a-stub/stub-a;"));
    add(&sandbox, "a", "a");
    fits(&sandbox, "a", "a");
    let text = sandbox.text("a/wit/deps/test_a-stub/_stub.wit");
    let (_, api) = text.split_once("interface api {").expect("the moved interface");
    let (api, _) = api.split_once("\n}").expect("its end");
    assert!(api.contains("record r") && !api.contains("cart"), "{text}");
}

/// What the tests above rely on: another type is found out.
#[test]
fn a_type_that_has_changed_does_not_fit() {
    for (old, new) in [
        ("x: f32", "x: f64"),
        ("    green,\n", ""),
        ("circle(point)", "circle(inner)"),
        ("    write,\n", ""),
        ("x: u8", "z: u8"),
    ] {
        let sandbox = Sandbox::new();
        let target = |import| a(import).replace("-> shape", "-> tuple<shape, color, access>");
        stub(&sandbox, "a", &target(""), "");
        sandbox.write("a/wit/a.wit", target("import test:a-stub/stub-a;"));
        add(&sandbox, "a", "a");
        fits(&sandbox, "a", "a");
        let path = "a/wit/deps/test_a-stub/_stub.wit";
        let text = sandbox.text(path);
        assert!(text.contains(old), "{text}");
        sandbox.write(path, text.replace(old, new));
        component(&sandbox, "a/wit", "a", "caller.wasm");
        let said = sandbox.refused("compose --source-wasm caller.wasm --stub-wasm a.wasm --dest-wasm composed2.wasm");
        assert!(said.contains("test:a-stub/"), "{said}");
    }
}
