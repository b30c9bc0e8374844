//! `compose` through the binary, with components that are as small as they can be.

mod common;

use std::fs;

use common::{EMPTY_COMPONENT, Sandbox};

const COMPOSE: &str = "compose --source-wasm caller.wasm --stub-wasm stub.wasm --dest-wasm out/composed.wasm";

/// Imports `a:b/c` with a function `f`.
const CALLER: &str = r#"(component (import "a:b/c" (instance (export "f" (func)))))"#;

/// Exports `a:b/c` with a function `f`.
const STUB: &str = r#"(component
    (core module $m (func (export "f")))
    (core instance $i (instantiate $m))
    (func $f (canon lift (core func $i "f")))
    (instance (export "a:b/c") (export "f" (func $f))))"#;

/// A directory with `caller.wasm` and `stub.wasm`.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for (path, text) in [("caller.wasm", CALLER), ("stub.wasm", STUB)] {
        sandbox.write(path, wat::parse_str(text).expect("a component"));
    }
    sandbox
}

#[test]
fn plugs_the_stub_in() {
    let sandbox = sandbox();
    let said = sandbox.run(&format!("{COMPOSE} -v")).done();
    assert_eq!(
        said,
        "Plugging `a:b/c` of `caller.wasm` <- `stub.wasm`\nWriting composed component to out/composed.wasm\n"
    );
    sandbox.age();
    let before = sandbox.listing();
    assert_eq!(sandbox.run(COMPOSE).done(), "");
    assert!(before == sandbox.listing());
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let sandbox = sandbox();
    let before = sandbox.listing();
    let said = sandbox.run(&format!("{COMPOSE} --dry-run"));
    assert!(before == sandbox.listing());
    assert_eq!((said.code, &*said.stderr), (Some(0), ""));
    let (plug, create) = said.stdout.split_once('\n').expect("two lines");
    assert_eq!(plug, "plug `a:b/c` of `caller.wasm` <- `stub.wasm`");
    assert!(create.starts_with("create `out/composed.wasm` ("), "{create}");
}

#[test]
fn an_unused_stub_is_a_warning_and_the_caller_is_written_as_it_is() {
    let sandbox = sandbox();
    sandbox.write("caller.wasm", EMPTY_COMPONENT);
    let said = sandbox.run(COMPOSE).done();
    assert!(said.starts_with("warning: `stub.wasm` is not used"), "{said}");
    assert_eq!(fs::read(sandbox.path("out/composed.wasm")).expect("composed"), EMPTY_COMPONENT);
    assert_eq!(sandbox.run(&format!("{COMPOSE} -qq")).done(), "");
}

#[test]
fn imports_that_are_left_over_need_a_word() {
    let sandbox = sandbox();
    sandbox.write("stub.wasm", EMPTY_COMPONENT);
    let said = sandbox.refused(COMPOSE);
    assert!(said.contains("error: nothing satisfies `a:b/c`"), "{said}");
    assert!(said.contains("hint: "), "{said}");
    let said = sandbox.run(&format!("{COMPOSE} --allow-unresolved")).done();
    assert!(said.ends_with("Writing composed component to out/composed.wasm\n"), "{said}");
}

#[test]
fn a_stub_of_a_golem_package_is_not_left_to_the_host() {
    let sandbox = sandbox();
    let caller = CALLER.replace("a:b/c", "golem:it-stub/stub-it");
    sandbox.write("caller.wasm", wat::parse_str(caller).expect("a component"));
    let said = sandbox.refused(COMPOSE);
    assert!(said.contains("error: nothing satisfies `golem:it-stub/stub-it`, imported by `caller.wasm`\n"), "{said}");
    assert!(said.contains("; the stub of `golem:it` exports `golem:it-stub/stub-it`"), "{said}");
}

#[test]
fn the_caller_can_be_replaced_one_stub_at_a_time() {
    let sandbox = sandbox();
    let caller = r#"(component (import "a:b/c" (instance (export "f" (func)))) (import "a:b/d" (instance (export "f" (func)))))"#;
    sandbox.write("caller.wasm", wat::parse_str(caller).expect("a component"));
    sandbox.write("other.wasm", wat::parse_str(STUB.replace("a:b/c", "a:b/d")).expect("a component"));
    let compose = |stub: &str, flags: &str| {
        format!("compose --source-wasm caller.wasm --stub-wasm {stub} --dest-wasm ./caller.wasm {flags}")
    };
    let said = sandbox.refused(&compose("stub.wasm", ""));
    assert!(said.contains("error: nothing satisfies `a:b/d`, imported by `caller.wasm`"), "{said}");
    sandbox.run(&compose("stub.wasm", "--allow-unresolved")).done();
    assert_eq!(sandbox.run(&compose("other.wasm", "")).done(), "Writing composed component to ./caller.wasm\n");
    let said = sandbox.run(&compose("other.wasm", "")).done();
    assert_eq!(said, "warning: `other.wasm` is not used: nothing imports `a:b/d`\n");
}

#[test]
fn bad_components_are_refused_without_a_panic() {
    let sandbox = sandbox();
    let stub = fs::read(sandbox.path("stub.wasm")).expect("the stub");
    let mut damaged = stub.clone();
    damaged.iter_mut().skip(8).for_each(|byte| *byte ^= 0x55);
    for bad in [&b""[..], b"(component)", b"\0asm\x01\0\0\0", &stub[..stub.len() - 3], &damaged] {
        for path in ["caller.wasm", "stub.wasm"] {
            let good = fs::read(sandbox.path(path)).expect("a component");
            sandbox.write(path, bad);
            let said = sandbox.refused(COMPOSE);
            assert!(said.starts_with(&format!("error: `{path}` is ")), "{said}");
            sandbox.write(path, good);
        }
    }
}
