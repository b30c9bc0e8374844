//! `wasm-rpc-run --trace-file`: what the file contains after the run, after one that is killed, and after one that fails.

use std::time::{Duration, Instant};

use crate::support::program::{Setup, text, with_all};

#[test]
fn calls_are_written_to_a_file() {
    let setup = Setup::new();
    let call = r#"call("urn:worker:r/b", "call", [{nodes: [prim-string("urn:worker:c/x")]}, {nodes: [prim-string("add")]}, {nodes: [list-value([])]}])"#;
    for (file, parts) in [
        ("calls.mmd", &["sequenceDiagram\n", "  participant w2 as c/x\n", "  w1->>w2: add()\n"][..]),
        ("calls.html", &["<!DOCTYPE html>", ">c/x</text>", "add()"]),
        ("calls.json", &["\"callee\":\"c/x\"", "\"depth\":1"]),
    ] {
        let output = setup.run(&with_all(&["--trace-file", file, "r/a", call]));
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let written = std::fs::read_to_string(setup.0.path(file)).unwrap();
        for part in parts {
            assert!(written.contains(part), "{file}: {part} in {written}");
        }
    }
    let output = setup.run(&with_all(&["--trace-file", "calls.txt", "c/a", "{add}(1)"]));
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("expected a file name that ends in `.mmd`, `.html` or `.json`"));
    // it is opened before anything runs
    let output = setup.run(&with_all(&["--trace-file", "missing/calls.json", "c/a", "{add}(1)"]));
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).starts_with("error: failed to write `missing/calls.json`: No such file"));
}

#[test]
fn a_run_that_does_not_begin_leaves_the_last_file_of_calls() {
    let setup = Setup::new();
    let file = setup.file("calls.json", b"of the last run");
    assert_eq!(setup.run(&["-c", "c=missing.wasm", "--trace-file", "calls.json", "c/a", "f"]).status.code(), Some(1));
    assert_eq!(setup.run(&with_all(&["--trace-file", "calls.json", "--list"])).status.code(), Some(0));
    assert_eq!(std::fs::read(file).unwrap(), b"of the last run");
}

#[test]
fn a_run_that_is_killed_leaves_its_calls() {
    let setup = Setup::new();
    let call = r#"call("urn:worker:r/b", "spin", [{nodes: [prim-u32(4000000000)]}])"#;
    for (file, part) in
        [("calls.mmd", "w0->>w1: spin("), ("calls.html", ">spin("), ("calls.json", "\"function\":\"spin\"")]
    {
        let mut child =
            setup.command(&with_all(&["--timeout", "0", "--trace-file", file, "r/a", call])).spawn().unwrap();
        let deadline = Instant::now() + Duration::from_secs(120);
        let written = || std::fs::read_to_string(setup.0.path(file)).unwrap_or_default();
        while !written().contains(part) {
            assert!(Instant::now() < deadline, "{file}: {}", written());
            std::thread::sleep(Duration::from_millis(20));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(written().contains(part), "{file}");
    }
}
