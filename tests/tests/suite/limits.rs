//! Every limit of `docs/limits.md`: what is at the limit is built, what is beyond it is refused with the text on that page.

use std::fs;
use std::path::Path;

use stubgen_tests::sandbox::{Sandbox, in_time};
use wasm_rpc_stubgen::Diagnostic;
use wasm_rpc_stubgen_compose::{Component, Unresolved, compose};

/// A limit of a target's WIT.
struct Limit {
    name: &'static str,
    /// The largest number.
    most: usize,
    /// A target with so many.
    target: fn(usize) -> String,
}

const LIMITS: &[Limit] = &[
    Limit { name: "bytes of a name", most: 20_000, target: |n| function(&format!("f: func({}: u8)", "a".repeat(n))) },
    Limit {
        name: "functions of a stub",
        most: 5_000,
        // The interface's constructor is one of them.
        target: |n| function(&(1..n).map(|n| format!("f{n}x: func()")).collect::<Vec<_>>().join("; ")),
    },
    Limit { name: "parameters", most: 990, target: |n| function(&format!("f: func({})", many(n, "p", ": u8"))) },
    Limit { name: "levels of types", most: 90, target: |n| typed(&chain(n - 2), &format!("t{}", n - 2)) },
    Limit {
        name: "fields",
        most: 10_000,
        target: |n| typed(&format!("record t {{ {} }}", many(n, "field", ": u8")), "t"),
    },
    Limit { name: "cases", most: 10_000, target: |n| typed(&format!("enum t {{ {} }}", many(n, "c", "")), "t") },
    Limit {
        name: "elements of a tuple",
        most: 10_000,
        target: |n| typed(&format!("type t = tuple<{}>;", "u8, ".repeat(n)), "t"),
    },
    Limit { name: "flags", most: 32, target: |n| typed(&format!("flags t {{ {} }}", many(n, "c", "")), "t") },
    // The list itself is one part.
    Limit { name: "parts of a type", most: 999_999, target: |n| typed(&format!("type t = list<u8, {n}>;"), "t") },
];

/// `prefix0 suffix, prefix1 suffix, …`
fn many(count: usize, prefix: &str, suffix: &str) -> String {
    (0..count).map(|n| format!("{prefix}{n}{suffix}, ")).collect()
}

fn function(function: &str) -> String {
    format!("package a:b; interface i {{ {function}; }} world w {{ export i; }}")
}

fn typed(types: &str, last: &str) -> String {
    function(&format!("{types} f: func(x: {last})"))
}

fn chain(count: usize) -> String {
    let next = |n: usize| format!("type t{} = list<t{n}>; ", n + 1);
    format!("type t0 = list<u8>; {}", (0..count).map(next).collect::<String>())
}

/// Builds the stub of a target. Returns the errors.
fn build(name: &str, file: &str, content: impl AsRef<[u8]>) -> Vec<Diagnostic> {
    let sandbox = Sandbox::new();
    sandbox.write(file, content);
    let options = sandbox.options(file);
    in_time(name, move || {
        wasm_rpc_stubgen::build(&options, &mut |_| {}).map_or_else(|error| error.diagnostics(), |_| Vec::new())
    })
}

/// The page about limits.
fn page() -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/limits.md");
    fs::read_to_string(page).expect("the page can be read")
}

/// Checks that the only error is on the page, with its hint.
#[track_caller]
fn documented(name: &str, errors: &[Diagnostic]) {
    let [error] = errors else { panic!("{name}: {errors:#?}") };
    for text in std::iter::once(&error.message).chain(&error.hint) {
        assert!(page().contains(text), "{name}: docs/limits.md lacks `{text}`");
    }
}

#[test]
fn a_target_at_a_limit_is_built_and_one_beyond_it_is_refused() {
    for Limit { name, most, target } in LIMITS {
        let errors = build(name, "a.wit", target(*most));
        assert!(errors.is_empty(), "{name}, {most}: {errors:#?}");
        documented(name, &build(name, "a.wit", target(most + 1)));
    }
}

#[test]
fn sources_beyond_a_limit_are_refused() {
    let types = typed("", &format!("{}u8{}", "list<".repeat(101), ">".repeat(101)));
    documented("types in types", &build("types in types", "a.wit", types));
    let packages = format!("package a:b; {}", "package c:d { ".repeat(101));
    documented("packages in packages", &build("packages in packages", "a.wit", packages));
    let components = wat::parse_str(format!("(component {})", "(component)".repeat(1_001))).expect("a component");
    let errors = build("components", "a.wasm", components);
    let text = "components count exceeds limit of 1000";
    assert!(errors.len() == 1 && errors[0].message.contains(text) && page().contains(text), "{errors:#?}");
}

#[test]
fn a_component_with_too_many_imports_is_not_composed() {
    let caller = |count: usize| {
        let imports: String = (0..count).map(|n| format!("(import \"i{n}\" (func))")).collect();
        wat::parse_str(format!("(component {imports})")).expect("a component")
    };
    let compose = |count: usize| {
        let bytes = caller(count);
        compose(&Component::new("caller.wasm", &bytes), &[], Unresolved::Allow)
    };
    assert!(compose(10_000).is_ok());
    let error = compose(10_001).expect_err("too many imports").to_string();
    assert!(page().contains(&error), "docs/limits.md lacks `{error}`");
}
