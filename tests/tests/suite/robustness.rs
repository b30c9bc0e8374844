//! Malformed, hostile and unusual input for `build` and `compose`: each run ends in time, with a result or with an error
//! message, and a failed run leaves nothing behind.

use std::fs;
use std::path::Path;

use stubgen_tests::cases::{Case, build_text, case, cases};
use stubgen_tests::sandbox::{Sandbox, wit_files};
use stubgen_tests::values::Rng;
use stubgen_tests::wit_damage::damage;
use wasm_rpc_stubgen::BuildOptions;

pub const GOOD: &str = "package a:b; interface i { f: func(x: u8) -> u8; } world w { export i; }";

#[test]
fn damaged_wit() {
    let sandbox = Sandbox::new();
    let mut numbers = Rng::new(testkit::seed() + 1);
    let (mut built, mut refused) = (0, 0);
    let has_text = |case: &Case| case.path.join("wit").is_dir();
    for case in [false, true].into_iter().flat_map(cases).filter(has_text) {
        let files = wit_files(&case);
        for (path, content) in &files {
            sandbox.write(Path::new(&case.name).join(path), content);
        }
        let options = BuildOptions { shape: case.shape(), features: case.features(), ..sandbox.options(&case.name) };
        let undamaged = sandbox.builds_with(&case.name, options);
        assert!(undamaged || case.name.starts_with("error-") || case.name == "include", "{}", case.name);
        sandbox.remove_output();
        // The few long ones are mostly more of the same.
        let rounds = if files[0].1.len() > 2_000 { 20 } else { 80 };
        for round in 0..rounds {
            let (path, content) = &files[numbers.below(files.len())];
            let mut damaged = content.clone();
            for _ in 0..=numbers.below(6) / 3 * numbers.below(3) {
                damage(&mut damaged, &mut numbers);
            }
            let path = Path::new(&case.name).join(path);
            sandbox.write(&path, &damaged);
            match sandbox.builds(&format!("{} {round}", case.name), &case.name) {
                true => built += 1,
                false => refused += 1,
            }
            sandbox.remove_output();
            sandbox.write(&path, content);
        }
        fs::remove_dir_all(sandbox.path(&case.name)).expect("the case can be removed");
    }
    assert!(built > 300 && refused > 1_000, "both outcomes are common: {built} built, {refused} refused");
}

#[test]
fn damaged_components() {
    let sandbox = Sandbox::new();
    let mut numbers = Rng::new(testkit::seed() + 2);
    let stub = case("resources").build().expect("the case is good").wasm;
    sandbox.write("stub.wasm", &stub);
    let golem = b"wit-value";
    let golem = stub.windows(golem.len()).position(|window| window == golem).expect("the stub names the type");
    let try_all = |name: &str, bytes: &[u8]| {
        sandbox.write("odd.wasm", bytes);
        sandbox.builds(name, "odd.wasm");
        sandbox.remove_output();
        sandbox.composes(name, "odd.wasm", "stub.wasm");
        sandbox.remove_output();
        sandbox.composes(name, "stub.wasm", "odd.wasm");
        sandbox.remove_output();
    };
    try_all("a stub that is its own target", &stub);
    let mut other_golem = stub.clone();
    other_golem[golem + 8] = b'9';
    try_all("a type of `golem:rpc` by another name", &other_golem);
    for length in (0..stub.len()).step_by(stub.len() / 100) {
        try_all(&format!("the first {length} bytes"), &stub[..length]);
    }
    for round in 0..100 {
        let mut bytes = stub.clone();
        for _ in 0..=numbers.below(4) {
            let at = numbers.below(bytes.len());
            bytes[at] = numbers.bits().to_le_bytes()[0];
        }
        try_all(&format!("some bytes changed, {round}"), &bytes);
    }
    for (header, round) in [&b""[..], b"\0asm", b"\0asm\x01\0\0\0", b"\0asm\x0d\0\x01\0"].into_iter().zip(0..) {
        for length in [0, 1, 7, 100, 1_000] {
            let bytes = [header, &numbers.bytes(length)].concat();
            try_all(&format!("{length} random bytes after header {round}"), &bytes);
        }
    }
}

#[test]
fn what_is_not_a_component() {
    let sandbox = Sandbox::new();
    sandbox.write("stub.wasm", build_text(GOOD).wasm);
    sandbox.write("core.wasm", b"\0asm\x01\0\0\0");
    sandbox.write("empty.wasm", b"");
    sandbox.write("text.wasm", GOOD);
    sandbox.write("named.wit", b"\0asm\x01\0\0\0");
    sandbox.write("deps/a.wit", GOOD);
    sandbox.write("deps/deps/b.wasm", b"\0asm\x01\0\0\0");
    for name in ["core.wasm", "empty.wasm", "named.wit", "deps", "missing.wasm", "/dev/null", "/dev/zero", "/proc"] {
        sandbox.refused(name, name);
        assert!(!sandbox.composes(name, name, "stub.wasm"), "{name}");
        assert!(!sandbox.composes(name, "stub.wasm", name), "{name}");
    }
    assert!(!sandbox.composes("text", "text.wasm", "stub.wasm"));
}

/// A target whose interface has these types, and a function of the last one.
fn target(types: &str, last: &str) -> String {
    format!("package a:b; interface i {{ {types} f: func(x: {last}) -> {last}; }} world w {{ export i; }}")
}

/// `count` definitions, the first by `first`, each other by `next` of its number and the one before.
fn chain(count: usize, first: &str, next: impl Fn(usize, String) -> String) -> String {
    let rest = (1..=count).map(|n| next(n, format!("t{}", n - 1)));
    std::iter::once(first.to_string()).chain(rest).collect::<Vec<_>>().join("\n")
}

#[test]
fn types_nested_ten_thousand_deep() {
    const DEEP: usize = 10_000;
    let sandbox = Sandbox::new();
    let around = |open: &str, core: &str, close: &str| format!("{}{core}{}", open.repeat(DEEP), close.repeat(DEEP));
    let named = |first: &str, next: &dyn Fn(usize, String) -> String| target(&chain(DEEP, first, next), "t10000");
    let record = |n: usize, t: String| format!("record t{n} {{ a: {t}, b: u8 }}");
    let reversed = chain(DEEP, "type t0 = u8;", |n, t| format!("type t{n} = option<{t}>;"));
    let reversed = reversed.lines().rev().collect::<Vec<_>>().join("\n");
    let inputs = [
        ("inline lists", target("", &around("list<", "u8", ">"))),
        ("inline tuples", target("", &around("tuple<u8, ", "u8", ">"))),
        ("inline results", target("", &around("result<_, ", "u8", ">"))),
        ("lists without an end", target("", &"list<".repeat(DEEP))),
        ("named lists", named("type t0 = u8;", &|n, t| format!("type t{n} = list<{t}>;"))),
        ("named maps", named("type t0 = u8;", &|n, t| format!("type t{n} = map<u8, {t}>;"))),
        ("named lists of a length", named("type t0 = u8;", &|n, t| format!("type t{n} = list<{t}, 2>;"))),
        ("aliases", named("type t0 = u8;", &|n, t| format!("type t{n} = {t};"))),
        ("aliases of a resource", named("resource t0;", &|n, t| format!("type t{n} = {t};"))),
        ("records", named("record t0 { a: u8 }", &record)),
        ("records around a resource", named("resource t0;", &record)),
        ("variants", named("variant t0 { a }", &|n, t| format!("variant t{n} {{ a({t}), b }}"))),
        ("doubling tuples", named("type t0 = u8;", &|n, t| format!("type t{n} = tuple<{t}, {t}>;"))),
        ("the last one first", target(&reversed, "t10000")),
        ("a cycle", named("record t0 { a: t10000 }", &record)),
        ("nested packages", "package a:b; ".to_string() + &"package c:d { ".repeat(DEEP)),
        ("nested parentheses", target("", &"(".repeat(DEEP))),
    ];
    for (name, text) in inputs {
        sandbox.write("a.wit", text);
        match name {
            // Aliases have no depth.
            "aliases" | "aliases of a resource" => drop(sandbox.builds(name, "a.wit")),
            _ => sandbox.refused(name, "a.wit"),
        }
        sandbox.remove_output();
    }
}

#[test]
fn chains_that_are_no_types() {
    let sandbox = Sandbox::new();
    let interfaces = |n: usize, _| format!("interface i{n} {{ use i{}.{{t}}; f: func(x: t); }}", n - 1);
    let worlds = |n: usize, _| format!("world w{n} {{ include w{}; }}", n - 1);
    let used = chain(3_000, "interface i0 { type t = u8; }", interfaces);
    let included = chain(1_000, "world w0 { export f: func(); }", worlds);
    for (name, text, world) in [
        ("interfaces", format!("package a:b; {used} world w {{ export i3000; }}"), "w"),
        ("worlds", format!("package a:b; {included}"), "w1000"),
    ] {
        sandbox.write("a.wit", text);
        let options = BuildOptions { world: Some(world.to_string()), ..sandbox.options("a.wit") };
        sandbox.builds_with(name, options);
        sandbox.remove_output();
    }
}

#[test]
fn long_input() {
    let sandbox = Sandbox::new();
    let million = "a".repeat(1 << 20);
    let many = |count: usize, item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<String>();
    let functions = many(3_000, &|n| format!("f{n}: func(x: list<u8>) -> string; "));
    let exports = many(300, &|n| format!("export i{n}: interface {{ f: func(x: u8) -> u8; }} "));
    let clashes = many(1_000, &|n| format!("export i{n}: interface {{ record t {{ a: u8 }} f: func(x: t); }} "));
    let inputs = [
        ("nested comments", format!("{}{}{GOOD}", "/*".repeat(10_000), "*/".repeat(10_000))),
        ("comments without an end", "/*".repeat(10_000)),
        ("a long identifier", target("", &million)),
        ("a long function", format!("package a:b; interface i {{ {million}: func(); }} world w {{ export i; }}")),
        ("a long package", GOOD.replace("a:b", &format!("a:{million}"))),
        ("a long number", target("", &format!("list<u8, {}>", "9".repeat(1 << 20)))),
        ("a long line of documentation", format!("/// {million}\n{GOOD}")),
        ("many lines of documentation", format!("{}{GOOD}", "/// a\n".repeat(100_000))),
        ("many functions", format!("package a:b; interface i {{ {functions} }} world w {{ export i; }}")),
        ("many exports", format!("package a:b; world w {{ {exports} }}")),
        ("many cases", target(&format!("enum e {{ {} }}", many(20_000, &|n| format!("c{n}, "))), "e")),
        ("many fields", target(&format!("record r {{ {} }}", many(5_000, &|n| format!("c{n}: u8, "))), "r")),
        ("a long list of a length", target("", "list<u8, 4294967295>")),
        ("old results", "-> ()".repeat(100_000)),
        ("named results", "-> (a: u8)\n".repeat(30_000)),
        ("named results on a line", "-> (a: u8)".repeat(30_000)),
        ("many obstacles", target(&many(10_000, &|n| format!("f{n}: func(x: stream<u8>);\n")), "u8")),
        ("many notes", format!("package a:b; world w {{ {clashes} }}")),
        ("aliases of a resource", target(&chain(30_000, "resource t0;", |n, t| format!("type t{n} = {t};")), "t30000")),
        ("old numbers", format!("{GOOD}{}", "x: float32 ".repeat(100_000))),
        ("no bytes", String::new()),
        ("a mark alone", "\u{feff}".to_string()),
    ];
    for (name, text) in inputs {
        sandbox.write("a.wit", text);
        sandbox.builds(name, "a.wit");
        sandbox.remove_output();
    }
}

#[test]
fn types_without_parts() {
    let sandbox = Sandbox::new();
    let kinds =
        ["record t {}", "flags t {}", "enum t {}", "variant t {}", "type t = tuple<>;", "type t = list<u8, 0>;"];
    for kind in kinds {
        sandbox.write("a.wit", target(kind, "t"));
        sandbox.refused(kind, "a.wit");
        sandbox.write("a.wit", target(&format!("{kind} record u {{ a: list<t>, b: u8 }}"), "u"));
        sandbox.refused(kind, "a.wit");
        sandbox.write("a.wit", target(&format!("{kind} record u {{ b: u8 }}"), "u"));
        sandbox.builds(kind, "a.wit");
        sandbox.remove_output();
    }
}

#[test]
fn long_world_names() {
    let sandbox = Sandbox::new();
    let (name, other) = ("a".repeat(1 << 20), "b".repeat(1 << 20));
    sandbox.write("a.wit", GOOD.replace("world w", &format!("world {name}")));
    for wanted in [&other, "b", ""] {
        let options = BuildOptions { world: Some(wanted.to_string()), ..sandbox.options("a.wit") };
        assert!(!sandbox.builds_with("another world", options));
    }
}

#[test]
fn odd_trees() {
    let sandbox = Sandbox::new();
    sandbox.write("empty-file/a.wit", "");
    fs::create_dir_all(sandbox.path("empty-directory")).expect("a directory can be made");
    fs::create_dir_all(sandbox.path("only-deps/deps/x")).expect("a directory can be made");
    fs::create_dir_all(sandbox.path("folder-as-file/a.wit")).expect("a directory can be made");
    sandbox.write("no-package/a.wit", "interface i { f: func(); } world w { export i; }");
    sandbox.write("two-packages/a.wit", GOOD);
    sandbox.write("two-packages/b.wit", GOOD.replace("a:b", "c:d"));
    sandbox.write("twice/a.wit", GOOD);
    sandbox.write("twice/b.wit", GOOD);
    sandbox.write("utf16/a.wit", GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    sandbox.write("itself/a.wit", "package a:b; interface i { use a:b/i.{t}; f: func(x: t); } world w { export i; }");
    sandbox.write("own-deps/a.wit", GOOD);
    sandbox.write("own-deps/deps/a.wit", GOOD);
    let user = |of: &str, name: &str| {
        format!("package {name}; interface i {{ use {of}/i.{{t}}; f: func(x: t); }} world w {{ export i; }}")
    };
    sandbox.write("cycle/a.wit", user("a:one", "a:b"));
    sandbox.write("cycle/deps/one.wit", user("a:two", "a:one"));
    sandbox.write("cycle/deps/two.wit", user("a:one", "a:two"));
    sandbox.write("duplicates/a.wit", user("c:d", "a:b"));
    sandbox.write("duplicates/deps/one.wit", "package c:d; interface i { type t = u8; }");
    sandbox.write("duplicates/deps/two.wit", "package c:d; interface i { type t = u16; }");
    sandbox.write("empty-dep/a.wit", GOOD);
    sandbox.write("empty-dep/deps/one.wit", "");
    sandbox.write("broken-dep/a.wit", GOOD);
    sandbox.write("broken-dep/deps/one.wasm", b"\0asm\x0d\0\x01\0\xff\xff");
    sandbox.write("wrong-dep/a.wit", GOOD);
    sandbox.write("wrong-dep/deps/one/a.wit", "package c:d; world {");
    let refused = [
        "empty-file",
        "empty-directory",
        "only-deps",
        "folder-as-file",
        "no-package",
        "two-packages",
        "twice",
        "utf16",
        "itself",
        "own-deps",
        "cycle",
        "duplicates",
        "broken-dep",
        "wrong-dep",
        "missing",
        "missing/a.wit",
    ];
    for name in refused {
        sandbox.refused(name, name);
    }
    sandbox.builds("empty-dep", "empty-dep");
}
