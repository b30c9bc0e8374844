//! Damaged, random and malicious input: an error or a composition, and never a panic, an overflow or a hang.

mod support;

use std::time::{Duration, Instant};

use support::{Numbers, component, problem, try_compose, validator, wat};
use testkit::component_of;
use wasm_rpc_stubgen_compose::Unresolved;

fn caller() -> Vec<u8> {
    component(
        "interface cart { use shopping:purchase-history/api.{order}; checkout: func() -> order; }
         world caller {
             import shopping:purchase-history-stub/stub-purchase-history;
             import golem:rpc/types@0.1.0;
             export cart;
         }",
    )
}

fn stub() -> Vec<u8> {
    component("world stub { export shopping:purchase-history-stub/stub-purchase-history; }")
}

fn survives(caller: &[u8], stub: &[u8]) -> bool {
    all_survive(&[("caller.wasm", caller), ("stub.wasm", stub)])
}

/// Composes, and validates what comes out. A panic of the engine would be an error here, but ends programs that abort.
fn all_survive(given: &[(&str, &[u8])]) -> bool {
    match try_compose(given, Unresolved::Allow) {
        Ok(composed) => {
            validator().validate_all(&composed.bytes).expect("a valid result");
            true
        }
        Err(error) => {
            for problem in &error.problems {
                let text = problem.to_string();
                assert!(!text.contains("panicked"), "{text}");
                problem.hint();
            }
            false
        }
    }
}

#[test]
fn truncated_at_every_length() {
    let (caller, stub) = (caller(), stub());
    for length in (0..stub.len()).step_by(7) {
        survives(&caller, &stub[..length]);
    }
    for length in (0..caller.len()).step_by(7) {
        survives(&caller[..length], &stub);
    }
}

#[test]
fn random_bytes() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ testkit::seed());
    let caller = caller();
    for round in 0..500 {
        let length = numbers.below(300);
        let mut bytes: Vec<_> = (0..length).map(|_| numbers.next() as u8).collect();
        if round % 2 == 0 {
            bytes.splice(0..0, *b"\0asm\x0d\0\x01\0");
        }
        survives(&caller, &bytes);
        survives(&bytes, &caller);
    }
}

/// Two stubs, one for the other; resources that cross, two versions of shared interfaces, and items at the root.
fn three_components() -> [Vec<u8>; 3] {
    let packages = "
        package wasi:io@0.2.0 {
            interface poll { resource pollable { block: func(); } }
            interface streams { use poll.{pollable}; record e { a: u8 } resource input { subscribe: func() -> pollable; x: func(e: e); } }
        }
        package wasi:io@0.2.6 {
            interface poll { resource pollable { block: func(); ready: func() -> bool; } }
            interface streams { use poll.{pollable}; record e { a: u8 } resource input { subscribe: func() -> pollable; close: func(e: list<e>); } }
        }
        package test:one-stub { interface stub {
            use wasi:io/poll@0.2.0.{pollable};
            resource q { constructor(); m: func(p: pollable) -> result<q>; }
            f: func() -> pollable;
        } }
        package test:two-stub { interface stub { use test:one-stub/stub.{q}; f: func(q: borrow<q>) -> list<q>; } }";
    [
        "world caller {
             use wasi:io/streams@0.2.0.{e};
             import wasi:io/streams@0.2.0; import test:one-stub/stub; import test:two-stub/stub; import z: func(e: e);
             export run: func(e: e) -> e;
         }",
        "world one { import wasi:io/streams@0.2.6; export test:one-stub/stub; }",
        "world two { import test:one-stub/stub; export test:two-stub/stub; }",
    ]
    .map(|world| component_of(packages, world))
}

#[test]
fn mutated_components() {
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d ^ testkit::seed());
    for originals in [vec![caller(), stub()], three_components().to_vec()] {
        let mut composed = 0;
        for round in 0..2_000 {
            let mut given = originals.clone();
            mutate(&mut given[round % originals.len()], &mut numbers);
            let given: Vec<_> = given.iter().map(|bytes| ("given.wasm", bytes.as_slice())).collect();
            composed += usize::from(all_survive(&given));
        }
        // Names of exports, custom sections and the like can change without harm: the mutations do reach the engine.
        assert!(composed > 100, "only {composed} were composed");
    }
}

fn mutate(bytes: &mut [u8], numbers: &mut Numbers) {
    for _ in 0..=numbers.below(3) {
        let at = 8 + numbers.below(bytes.len() - 8);
        match numbers.below(5) {
            0 => bytes[at] = numbers.next() as u8,
            1 => bytes[at] ^= 1 << numbers.below(8),
            2 => bytes[at] = bytes[at].wrapping_add(1),
            3 => bytes[at] = numbers.below(40) as u8,
            _ => bytes[at] = bytes[8 + numbers.below(bytes.len() - 8)],
        }
    }
}

/// A component whose only type is an instance type in an instance type in …
fn nested(depth: usize) -> Vec<u8> {
    let mut ty = vec![0x42, 0x00];
    for _ in 1..depth {
        ty.splice(0..0, [0x42, 0x01, 0x01]);
    }
    let mut body = vec![0x01];
    body.extend(ty);
    let mut bytes = b"\0asm\x0d\0\x01\0\x07".to_vec();
    let mut size = body.len();
    while size >= 0x80 {
        bytes.push(size as u8 | 0x80);
        size >>= 7;
    }
    bytes.push(size as u8);
    bytes.extend(body);
    bytes
}

#[test]
fn types_nested_ten_thousand_deep() {
    for depth in [1, 50, 99] {
        let bytes = nested(depth);
        assert!(survives(&bytes, &stub()) && survives(&caller(), &bytes), "{depth}");
    }
    for depth in [101, 102, 10_000, 300_000] {
        let bytes = nested(depth);
        let problem = problem(&[("deep.wasm", &bytes)]).to_string();
        assert!(problem.contains("component type nesting is too deep"), "{problem}");
        survives(&caller(), &bytes);
    }
}

#[test]
fn components_nested_deep() {
    let mut bytes = b"\0asm\x0d\0\x01\0".to_vec();
    for _ in 0..2_000 {
        let mut outer = b"\0asm\x0d\0\x01\0\x04".to_vec();
        let mut size = bytes.len();
        while size >= 0x80 {
            outer.push(size as u8 | 0x80);
            size >>= 7;
        }
        outer.push(size as u8);
        outer.extend(bytes);
        bytes = outer;
    }
    survives(&bytes, &stub());
    survives(&caller(), &bytes);
}

#[test]
fn types_that_double_at_each_level() {
    let levels: String = (1..15).map(|i| format!(r#"(type (tuple {0} {0}))"#, i - 1)).collect();
    let text = |leaf: &str| {
        format!(
            r#"(instance $x (type (tuple {leaf} {leaf})) {levels} (type (func (param "a" 14))) (export "f" (func (type 15))))"#
        )
    };
    let caller = wat(&format!(r#"(component (import "test:m/i" {}))"#, text("u8")));
    let other = wat(&format!(r#"(component (import "test:m/i" {}) (export "test:m/i" (instance $x)))"#, text("u16")));
    let start = Instant::now();
    let given: [(&str, &[u8]); 2] = [("caller.wasm", &caller), ("stub.wasm", &other)];
    let error = try_compose(&given, Unresolved::Allow).expect_err("another type");
    assert!(error.to_string().len() < 20_000);
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_long_chain_of_stubs() {
    let link = |import: usize, export: usize| {
        wat(&format!(
            r#"(component
                (import "test:m/i{import}" (instance $i (export "f" (func))))
                (alias export $i "f" (func $f))
                (instance $e (export "f" (func $f)))
                (export "test:m/i{export}" (instance $e)))"#
        ))
    };
    let links: Vec<_> = (0..100).map(|i| link(i + 1, i)).collect();
    let names: Vec<_> = (0..100).map(|i| format!("{i}.wasm")).collect();
    let given = names.iter().map(String::as_str).zip(links.iter().map(Vec::as_slice));
    let given: Vec<_> = given.collect();
    let composed = try_compose(&given, Unresolved::Allow).expect("a chain");
    assert_eq!(composed.report.imports, ["test:m/i100"]);
    assert_eq!(composed.report.plugs.len(), 99);
}
