//! Stubs of the original tool are replaced, and no call means anything else. The layouts were written for these tests.

mod common;

use common::Sandbox;

const TARGET: &str = "\
package shop:basket;

interface api {
  record item { id: string, price: f32 }
  resource session { constructor(user: string); add: func(item: item); total: func() -> f32; }
  put: func(item: item);
  items: func() -> list<item>;
}

world basket { export api; }
";

/// The stub of [`TARGET`] as the original wrote it since 0.0.32, but for layout.
const ASYNC: &str = "\
package shop:basket-stub;

interface stub-basket {
  use golem:rpc/types@0.1.0.{uri};
  use wasi:io/poll@0.2.0.{pollable};
  use shop:basket/api.{item};

  resource future-items-result { subscribe: func() -> pollable; get: func() -> option<list<item>>; }
  resource future-session-total-result { subscribe: func() -> pollable; get: func() -> option<f32>; }
  resource api {
    constructor(location: uri);
    blocking-put: func(item: item);
    put: func(item: item);
    blocking-items: func() -> list<item>;
    items: func() -> future-items-result;
  }
  resource session {
    constructor(location: uri, user: string);
    blocking-add: func(item: item);
    add: func(item: item);
    blocking-total: func() -> f32;
    total: func() -> future-session-total-result;
  }
}

world wasm-rpc-stub-basket { export stub-basket; }
";

/// The stub as the original wrote it in March 2024.
const SYNC: &str = "\
package shop:basket-stub;

interface stub-basket {
  use golem:rpc/types@0.1.0.{uri};
  use shop:basket/api.{item};

  resource api { constructor(location: uri); put: func(item: item); items: func() -> list<item>; }
  resource session { constructor(location: uri, user: string); add: func(item: item); total: func() -> float32; }
}

world wasm-rpc-stub-basket { export stub-basket; }
";

const RPC: &str = "package golem:rpc@0.1.0;\n\ninterface types {\n  type uri = string;\n}\n";
const POLL: &str = "package wasi:io@0.2.0;\n\ninterface poll {\n  resource pollable;\n}\n";

/// The crate of the stub, as the original wrote it.
const MANIFEST: &str = "\
[package]
name = \"basket-stub\"
version = \"0.0.1\"
edition = \"2021\"

[package.metadata.component]
package = \"shop:basket\"

[package.metadata.component.target]
world = \"wasm-rpc-stub-basket\"
path = \"wit\"

[dependencies.golem-wasm-rpc]
version = \"1.0.0\"
default-features = false
features = [\"stub\"]

[dependencies.wit-bindgen-rt]
version = \"0.26.0\"
features = [\"bitflags\"]
";

/// The target in `basket/wit`, its stub's crate in `basket-stub`, and a caller in `desk/wit` that has the stub.
fn workspace(stub: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("basket/wit/basket.wit", TARGET);
    sandbox.write("basket-stub/Cargo.toml", MANIFEST);
    sandbox.write("basket-stub/src/lib.rs", "#![allow(warnings)]\nmod bindings;\n");
    let caller =
        "package shop:desk;\n\nworld desk {\n  import shop:basket-stub/stub-basket;\n  export run: func();\n}\n";
    sandbox.write("desk/wit/desk.wit", caller);
    for (wit, own) in
        [("basket-stub/wit", "basket-stub/wit/_stub.wit"), ("desk/wit", "desk/wit/deps/shop_basket-stub/_stub.wit")]
    {
        sandbox.write(own, stub);
        sandbox.write(&format!("{wit}/deps/shop_basket/basket.wit"), TARGET);
        sandbox.write(&format!("{wit}/deps/wasm-rpc/wasm-rpc.wit"), RPC);
        if stub.contains("pollable") {
            sandbox.write(&format!("{wit}/deps/io/poll.wit"), POLL);
        }
    }
    sandbox
}

/// The lines of a stub's WIT that declare a function, with its resource, in order.
fn functions(text: &str) -> Vec<String> {
    let mut resource = String::new();
    let mut found = Vec::new();
    for part in text.replace('{', "{\n").replace([';', '}'], ";\n").lines().map(str::trim) {
        if let Some(name) = part.strip_prefix("resource ") {
            resource = name.trim_end_matches(" {").to_string();
        } else if part.contains("func(") || part.starts_with("constructor(") {
            found.push(format!("{resource}: {}", part.trim_end_matches(';').replace("float32", "f32")));
        }
    }
    found.sort();
    found
}

const GENERATE: &str = "generate -s basket/wit -d basket-stub";
const ADD: &str = "add-stub-dependency --stub-wit-root basket-stub/wit --dest-wit-root desk/wit --overwrite";
const NOTE: &str = "note: the stub that is replaced has `blocking-` functions, as the original tool makes them: the call style \
                    `async` is kept\n --> basket-stub/wit/_stub.wit\n";

/// The tasks of the original run the same commands again.
#[test]
fn the_tasks_of_the_original_keep_every_call() {
    for stub in [ASYNC, SYNC] {
        let sandbox = workspace(stub);
        let said = sandbox.run(GENERATE).done();
        assert_eq!(said.contains(NOTE), stub == ASYNC, "{said}");
        assert!(!said.contains("API changed") && !said.contains("warning"), "{said}");
        assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(stub));
        let said = sandbox.run(ADD).done();
        // It may have the syntax of 2024.
        assert!(!said.contains("calls of") && !said.contains("note"), "{said}");
        assert_eq!(functions(&sandbox.text("desk/wit/deps/shop_basket-stub/_stub.wit")), functions(stub));
        // From now on the stub is ours, and nothing is said.
        assert_eq!(sandbox.unchanged(GENERATE), "");
        assert_eq!(sandbox.unchanged(ADD), "");
    }
}

#[test]
fn build_keeps_every_call_too() {
    for (stub, flags) in [(ASYNC, ""), (SYNC, ""), (ASYNC, "--always-inline-types"), (SYNC, "--always-inline-types")] {
        let sandbox = workspace(stub);
        let text = sandbox.text("desk/wit/deps/shop_basket-stub/_stub.wit");
        sandbox.write("out/_stub.wit", text);
        let line = format!("build -s basket/wit --dest-wasm out.wasm --dest-wit-root out {flags}");
        let said = sandbox.run(&line).done();
        assert_eq!(said.contains("is kept"), stub == ASYNC, "{said}");
        assert_eq!(functions(&sandbox.text("out/_stub.wit")), functions(stub));
        assert_eq!(sandbox.unchanged(&line), "");
    }
}

/// Later releases of the original call the file `stub.wit`.
#[test]
fn the_later_name_of_the_file_is_read() {
    let sandbox = workspace(ASYNC);
    let wit = sandbox.path("basket-stub/wit");
    std::fs::rename(wit.join("_stub.wit"), wit.join("stub.wit")).expect("it is ours");
    let said = sandbox.run(GENERATE).done();
    assert!(said.contains("is kept\n --> basket-stub/wit/stub.wit\n"), "{said}");
    assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(ASYNC));
    assert!(!wit.join("stub.wit").exists());
}

/// A flag decides, whatever was there.
#[test]
fn an_explicit_style_wins() {
    let sandbox = workspace(ASYNC);
    let said = sandbox.run(&format!("{GENERATE} --call-style sync")).done();
    assert!(!said.contains("kept") && said.contains("note: the stub's API changed: the functions wait"), "{said}");
    assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(SYNC));
    let said = sandbox.run(ADD).done();
    let warning = "warning: calls of these functions wait for their result now; with the previous stub, they returned at once\n \
                   --> desk/wit/deps/shop_basket-stub/_stub.wit\n   - `api.items`\n   - `api.put`\n   - `session.add`\n   \
                   - `session.total`\nhint: build the stub with `--call-style async` to keep what the calls mean\n";
    assert!(said.contains(warning), "{said}");
    // The style of our own stub stays, too.
    assert_eq!(sandbox.unchanged(GENERATE), "");
    sandbox.run(&format!("{GENERATE} --call-style async")).done();
    assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(ASYNC));
    assert_eq!(sandbox.unchanged(GENERATE), "");
}

/// A stub without functions that have a result, or without functions at all.
#[test]
fn stubs_without_results_keep_their_style() {
    let target = "package shop:basket;\n\ninterface api { put: func(id: string); }\n\nworld basket { export api; }\n";
    let stub = |uses: &str, functions: &str| {
        format!(
            "package shop:basket-stub;\n\ninterface stub-basket {{ use golem:rpc/types@0.1.0.{{uri}}; {uses} resource api {{ \
             constructor(location: uri); {functions} }} }}\n\nworld wasm-rpc-stub-basket {{ export stub-basket; }}\n"
        )
    };
    let poll = "use wasi:io/poll@0.2.0.{pollable};";
    let (once, twice) = ("put: func(id: string);", "blocking-put: func(id: string); put: func(id: string);");
    for (stub, is_async) in
        [(stub(poll, twice), true), (stub("", twice), true), (stub(poll, ""), true), (stub("", once), false)]
    {
        let sandbox = workspace(&stub);
        sandbox.write("basket/wit/basket.wit", target);
        let said = sandbox.run(GENERATE).done();
        assert_eq!(said.contains("is kept"), is_async, "{said}");
        assert_eq!(sandbox.text("basket-stub/wit/_stub.wit").contains("blocking-put"), is_async);
        assert_eq!(sandbox.unchanged(GENERATE), "");
    }
}

/// So does a stub whose functions have a result only for errors.
#[test]
fn stubs_that_return_errors_keep_their_style() {
    let target = "package shop:basket;\n\ninterface api { put: func(); resource r { constructor(n: u8); m: func(); } }\n\n\
                  world basket { export api; }\n";
    let sandbox = workspace(ASYNC);
    sandbox.write("basket/wit/basket.wit", target);
    let generate = format!("{GENERATE} --rpc-errors result");
    sandbox.run(&format!("{generate} --call-style async")).done();
    assert!(sandbox.text("basket-stub/wit/_stub.wit").contains("blocking-m: func() -> result<_, rpc-error>"));
    assert_eq!(sandbox.unchanged(&generate), "");
    sandbox.run(ADD).done();
    sandbox.run(&format!("{generate} --call-style sync")).done();
    let said = sandbox.run(ADD).done();
    let warning = "warning: calls of these functions wait for their result now; with the previous stub, they returned at once\n \
                   --> desk/wit/deps/shop_basket-stub/_stub.wit\n   - `api.put`\n   - `r.m`\n";
    assert!(said.contains(warning), "{said}");
}

/// Functions called `blocking-…` may be the target's own.
#[test]
fn functions_of_the_target_are_no_sign() {
    for result in ["", " -> u8"] {
        let own = format!("read: func(){result}; blocking-read: func(){result};");
        let target = format!("package shop:basket;\ninterface api {{ {own} }}\nworld basket {{ export api; }}\n");
        let stub = format!(
            "package shop:basket-stub;\ninterface stub-basket {{ use golem:rpc/types@0.1.0.{{uri}}; resource api {{ \
             constructor(location: uri); {own} }} }}\nworld wasm-rpc-stub-basket {{ export stub-basket; }}\n"
        );
        let sandbox = workspace(&stub);
        sandbox.write("basket/wit/basket.wit", &target);
        for flags in ["", "--call-style sync", ""] {
            let said = sandbox.run(&format!("{GENERATE} {flags}")).done();
            assert!(!said.contains("kept") && !said.contains("API changed"), "{said}");
            assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(&stub), "{flags}");
        }
        let said = sandbox.run(ADD).done();
        assert!(!said.contains("warning"), "{said}");
    }
}

/// What was made before 0.0.32 with `blocking-` functions.
#[test]
fn a_stub_in_between_becomes_async_with_a_warning() {
    let stub = SYNC.replace("put: func(item: item);", "put: func(item: item); blocking-put: func(item: item);");
    let stub = stub.replace("add: func(item: item);", "add: func(item: item); blocking-add: func(item: item);");
    let sandbox = workspace(&stub);
    let said = sandbox.run(GENERATE).done();
    assert!(
        said.contains("warning: the stub that is replaced has `blocking-` functions only for functions without"),
        "{said}"
    );
    assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(ASYNC));
    // Calls of functions with a result change, and no others.
    let said = sandbox.run(ADD).done();
    let warning = "warning: calls of these functions return at once now; with the previous stub, they waited for their \
                   result\n --> desk/wit/deps/shop_basket-stub/_stub.wit\n   - `api.items`\n   - `session.total`\n";
    assert!(said.contains(warning), "{said}");
}

#[test]
fn a_stub_that_cannot_be_read_is_said() {
    let sandbox = workspace(&ASYNC.replace("resource api {", "resource api { s: static_func();"));
    let said = sandbox.run(GENERATE).done();
    assert!(
        said.contains("warning: the stub that is replaced cannot be read") && said.contains("`--call-style async`"),
        "{said}"
    );
    let line = format!("{GENERATE} --call-style async");
    let said = sandbox.run(&line).done();
    assert!(!said.contains("warning"), "{said}");
}

/// `generate` lists everything, `add-stub-dependency` what may break the caller; nobody repeats it.
#[test]
fn changes_of_the_api_are_listed_once() {
    let sandbox = workspace(ASYNC);
    sandbox.run(GENERATE).done();
    sandbox.run(ADD).done();
    let changed = TARGET
        .replace("put: func(item: item);", "insert: func(item: item, at: u32);")
        .replace("price: f32", "price: f64");
    sandbox.write("basket/wit/basket.wit", changed);
    let said = sandbox.run(GENERATE).done();
    let note = "note: the stub's API changed\n --> basket-stub/wit/_stub.wit\n   - `api.put` is gone\n   - record `item`: `price` is \
                `f64`, was `f32`\n   - `api.insert` is new\n";
    assert!(said.contains(note), "{said}");
    let said = sandbox.run(ADD).done();
    let note = "note: the API of the caller's stub changed\n --> desk/wit/deps/shop_basket-stub/_stub.wit\n   - `api.put` is gone\n   \
                - record `item`: `price` is `f64`, was `f32`\n";
    assert!(said.contains(note) && !said.contains("insert"), "{said}");
    assert_eq!(sandbox.unchanged(GENERATE), "");
    assert_eq!(sandbox.unchanged(ADD), "");
    // A caller that does not import the stub is not affected.
    sandbox.write("desk/wit/desk.wit", "package shop:desk;\n\nworld desk {\n  export run: func();\n}\n");
    sandbox.write("basket/wit/basket.wit", TARGET);
    sandbox.run(GENERATE).done();
    let said = sandbox.run(ADD).done();
    assert!(!said.contains("API") && said.contains("does not import the stub"), "{said}");
}

/// Long lists are cut without `-v`.
#[test]
fn many_changes_are_cut() {
    let target = |prefix: &str| {
        let functions: String = (0..30).map(|number| format!("{prefix}{number}: func(); ")).collect();
        format!("package shop:basket;\ninterface api {{ {functions} }}\nworld basket {{ export api; }}\n")
    };
    for (flags, lines) in [("", 20), ("-v", 60)] {
        let sandbox = Sandbox::new();
        sandbox.write("basket/wit/basket.wit", target("a"));
        sandbox.run(GENERATE).done();
        sandbox.write("basket/wit/basket.wit", target("b"));
        let said = sandbox.run(&format!("{GENERATE} {flags}")).done();
        assert_eq!(said.matches("   - ").count(), lines, "{said}");
        assert_eq!(said.contains("and 40 more"), flags.is_empty(), "{said}");
    }
}

/// The workspace that the original set up: its tasks, and its stub's crate as a member.
fn cargo_workspace(stub: &str) -> Sandbox {
    let sandbox = workspace(stub);
    sandbox.write("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"basket\", \"desk\", \"basket-stub\"]\n");
    for name in ["basket", "desk"] {
        let package = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n");
        let lib = "[lib]\ncrate-type = [\"cdylib\"]\n\n[package.metadata.component]\n";
        sandbox.write(&format!("{name}/Cargo.toml"), format!("{package}{lib}"));
        sandbox.write(&format!("{name}/src/lib.rs"), "");
    }
    let task = |name: &str, args: &str, rest: &str| {
        let args: Vec<String> = args.split(' ').map(|word| format!("\"{word}\"")).collect();
        format!(
            "[tasks.{name}]\ncwd = \".\"\ncommand = \"golem-cli\"\nargs = [\"stubgen\", {}]\n{rest}\n",
            args.join(", ")
        )
    };
    let makefile = [
        "[config]\ndefault_to_workspace = false\n\n".to_string(),
        task("generate-basket-stub", GENERATE, ""),
        task(
            "add-stub-dependency-basket-desk",
            &format!("{ADD} --update-cargo-toml"),
            "dependencies = [\"generate-basket-stub\"]\n",
        ),
        "[tasks.regenerate-stubs]\ndependencies = [\"add-stub-dependency-basket-desk\"]\n".to_string(),
    ];
    sandbox.write("Makefile.toml", makefile.concat());
    sandbox
}

/// Also the crate of the stub may become a WIT package.
#[test]
fn initialize_workspace_keeps_every_call() {
    for (stub, flags) in [(ASYNC, ""), (ASYNC, "--builder native"), (SYNC, ""), (SYNC, "--builder native")] {
        let sandbox = cargo_workspace(stub);
        let said = sandbox.run(&format!("initialize-workspace --targets basket --callers desk {flags}")).done();
        assert_eq!(said.contains("is kept"), stub == ASYNC, "{said}");
        assert!(!said.contains("API changed"), "{said}");
        assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(stub), "{flags}");
        let makefile = sandbox.text("Makefile.toml");
        let words: String = makefile.split_whitespace().collect();
        assert_eq!(words.contains("\"--call-style\",\"async\""), stub == ASYNC, "{makefile}");
        // The tasks, and the next run, keep it.
        sandbox.run(ADD).done();
        assert_eq!(functions(&sandbox.text("desk/wit/deps/shop_basket-stub/_stub.wit")), functions(stub));
        let said = sandbox.run("initialize-workspace").done();
        assert!(!said.contains("kept"), "{said}");
        assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(stub), "{flags}");
    }
}

/// A repository may have the callers' WIT and not the stubs.
#[test]
fn a_stub_in_the_wit_of_a_caller_decides_if_there_is_no_other() {
    let without_crate = |stub| {
        let sandbox = cargo_workspace(stub);
        std::fs::remove_dir_all(sandbox.path("basket-stub")).expect("a folder");
        sandbox.write("Cargo.toml", sandbox.text("Cargo.toml").replace(", \"basket-stub\"", ""));
        sandbox
    };
    for (stub, line) in
        [(ASYNC, "initialize-workspace"), (SYNC, "initialize-workspace"), (ASYNC, "flow"), (SYNC, "flow")]
    {
        let sandbox = without_crate(stub);
        // cargo may not be able to compile here.
        let said = sandbox.run(line).stderr;
        let note = "call style `async` is kept\n --> desk/wit/deps/shop_basket-stub/_stub.wit\n";
        assert_eq!(said.contains(note), stub == ASYNC, "{line}: {said}");
        assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(stub), "{line}");
    }
}

/// The settings may be written by hand, before any run: then a stub of the original decides, too.
#[test]
fn settings_without_a_call_style_keep_every_call() {
    let links = "\n[workspace.metadata.wasm-rpc-stubgen.links]\ndesk = [\"basket\"]\n";
    for line in ["initialize-workspace", "flow -q"] {
        let sandbox = cargo_workspace(ASYNC);
        let manifest = sandbox.text("Cargo.toml");
        sandbox.write("Cargo.toml", format!("{manifest}{links}"));
        // cargo may not be able to compile here.
        sandbox.run(line);
        assert_eq!(functions(&sandbox.text("basket-stub/wit/_stub.wit")), functions(ASYNC), "{line}");
        assert!(sandbox.text("Cargo.toml").contains("call-style = \"async\""), "{line}");
    }
}
