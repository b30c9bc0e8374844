//! How the binary prints diagnostics: excerpts, long lists, characters that a terminal would obey, components without WIT.

mod common;

use std::fmt::Write;

use common::Sandbox;

const BUILD: &str = "build -s wit --dest-wasm out/stub.wasm --dest-wit-root out/wit";

#[test]
fn an_error_shows_its_line() {
    let sandbox = Sandbox::new();
    sandbox.write("wit/w.wit", "package a:b;\n\nworld w {\n\texport f: func(a: é, b: listt<u8>);\n}\n");
    let said = sandbox.refused(BUILD);
    let shown = " --> wit/w.wit:4:20\n   4 |     export f: func(a: é, b: listt<u8>);\n     |                       ^\n";
    assert!(said.ends_with(shown), "{said}");
}

/// A target whose world exports `count` interfaces, each with the same names and a function that cannot be stubbed.
fn many(count: usize) -> String {
    let mut wit = "package a:b;\n".to_string();
    let mut world = String::new();
    for index in 0..count {
        writeln!(wit, "interface i{index} {{ record t {{ a: u32 }} get: func() -> t; s: func(x: stream<u8>); }}")
            .expect("text is written");
        write!(world, " export i{index};").expect("text is written");
    }
    format!("{wit}world w {{{world} }}\n")
}

#[test]
fn long_lists_are_cut_and_v_lists_them() {
    let sandbox = Sandbox::new();
    sandbox.write("wit/w.wit", many(30));
    let said = sandbox.refused(BUILD);
    let start = "error: 30 functions cannot be stubbed: a `stream` cannot be passed between workers\n --> wit/w.wit:2:";
    assert!(said.starts_with(start), "{said}");
    assert!(
        said.ends_with("   and 10 more; `-v` lists them\nhint: pass a `list`, or call the function several times\n"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 23);
    assert_eq!(sandbox.refused(&format!("{BUILD} -v")).lines().count(), 32);
    let line = format!("{BUILD} --skip-unsupported --always-inline-types");
    let said = sandbox.run(&line).done();
    assert!(said.contains("note: 30 names are changed in the stub to avoid collisions\n"), "{said}");
    assert!(said.contains("   - the type `t` of `a:b/i0` is renamed to `i0-t`\n"), "{said}");
    assert!(said.lines().count() < 60, "{said}");
}

#[test]
fn one_interface_is_named_once() {
    let sandbox = Sandbox::new();
    let functions = "f: func(x: stream<u8>); g: func(x: stream<u8>);";
    sandbox.write("wit/w.wit", format!("package a:b@1.0.0;\ninterface i {{ {functions} }}\nworld w {{ export i; }}\n"));
    assert_eq!(
        sandbox.refused(BUILD),
        "error: 2 functions of `a:b/i@1.0.0` cannot be stubbed: a `stream` cannot be passed between workers\n \
         --> wit/w.wit:2:15: `f`\n --> wit/w.wit:2:39: `g`\nhint: pass a `list`, or call the function several times\n"
    );
}

#[cfg(unix)]
#[test]
fn what_a_terminal_would_obey_is_escaped() {
    let sandbox = Sandbox::new();
    sandbox.write("w\u{1b}[31m\u{202e}/w.wit", "package a:b;\nworld w { export \u{1b}[31m; }\n");
    let said = sandbox.refused(&BUILD.replace("-s wit", "-s w\u{1b}[31m\u{202e}"));
    assert!(said.contains(" --> w\\u{1b}[31m\\u{202e}/w.wit:2:18\n"), "{said}");
    assert!(said.contains("   2 | world w { export \\u{1b}[31m; }\n     |                  ^^^^^^\n"), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said}");
    sandbox.write("wit/w.wit", "package a:b;\nworld w { export f: func(); }\n");
    let said = sandbox.run("build -s wit --dest-wasm o\u{1b}ut/stub.wasm --dest-wit-root out/wit").done();
    assert!(said.contains("Writing stub component to o\\u{1b}ut/stub.wasm\n"), "{said}");
}

/// They are valid, but no toolchain makes them.
#[test]
fn components_without_a_wit_form_are_refused() {
    for text in [
        "(component (import \"a:b/c\" (func $f)) (export \"a:b/d\" (func $f)))",
        "(component (import \"r\" (type $r (sub resource))) (import \"s\" (type $s (eq $r)))
           (import \"[static]s.x\" (func $f)) (export \"g\" (func $f)))",
        "(component (type $i (instance (export \"r\" (type (sub resource))))) (import \"a:b/i\" (instance $x (type $i)))
           (export \"a:b/i\" (instance $x)))",
    ] {
        let sandbox = Sandbox::new();
        sandbox.write("c.wasm", wat::parse_str(text).expect("the text is valid"));
        let error = sandbox.refused("build -s c.wasm --dest-wasm out/stub.wasm --dest-wit-root out/wit");
        assert_eq!(
            error,
            "error: `c.wasm` is a component that has no WIT form\n\
             hint: use the WIT that the component was made from as the source\n",
            "{text}"
        );
    }
}

#[test]
fn a_file_that_is_no_component_is_named() {
    let sandbox = Sandbox::new();
    for (content, said) in
        [("", "is not WebAssembly"), ("\0as", "is not WebAssembly"), (";; x\n(component)", "is WebAssembly text")]
    {
        sandbox.write("c.wasm", content);
        let error = sandbox.refused("build -s c.wasm --dest-wasm out/stub.wasm --dest-wit-root out/wit");
        assert!(error.starts_with(&format!("error: `c.wasm` {said}")), "{error}");
    }
}

#[test]
fn only_the_first_errors_are_printed_without_v() {
    let sandbox = Sandbox::new();
    let imports: String = (0..130).map(|index| format!("import q:x{index}x/y; ")).collect();
    sandbox.write("wit/w.wit", format!("package a:b; world w {{ {imports} export f: func(); }}"));
    let said = sandbox.refused(BUILD);
    assert_eq!(said.matches(" not found\n").count(), 100, "{said}");
    assert!(said.ends_with("error: and 30 more; `-v` lists them\n"), "{said}");
    let said = sandbox.refused(&format!("{BUILD} -v"));
    assert_eq!(said.matches(" not found\n").count(), 130, "{said}");
}
