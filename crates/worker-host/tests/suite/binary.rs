//! `wasm-rpc-run` as its users run it: results on stdout, everything else on stderr, exit codes.

use std::process::Output;

use crate::support::program::{Setup, text, with_all};
use crate::support::{counter, uri, wat};

/// The text without the times at the ends of a trace's lines.
fn without_times(text: &str) -> String {
    let line = |line: &str| match line.rsplit_once("  (") {
        Some((line, time)) if time.ends_with("s)") => format!("{line}\n"),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

#[track_caller]
fn assert_traces(output: &Output, stdout: &str, stderr: &str) {
    let shown = text(&output.stderr);
    assert_eq!((text(&output.stdout), without_times(&shown)), (stdout.to_owned(), stderr.to_owned()));
    assert_ne!(shown, stderr, "there are times");
}

#[track_caller]
fn assert_succeeds(output: &Output, stdout: &str, stderr: &str) {
    assert_eq!((text(&output.stdout), text(&output.stderr)), (stdout.to_owned(), stderr.to_owned()));
    assert_eq!(output.status.code(), Some(0));
}

#[track_caller]
fn assert_fails(output: &Output, stderr: &str) {
    assert_eq!(text(&output.stderr), stderr);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn invocations_in_one_run_share_the_workers() {
    let setup = Setup::new();
    let args = with_all(&[
        "c/a",
        "{add}",
        "5",
        ",",
        "urn:worker:c/a",
        "{add}(2)",
        ",",
        "c/b",
        "inline-api.{add}(1)",
        ",",
        "c/a",
        "dropped",
    ]);
    assert_succeeds(&setup.run(&args), "5\n7\n1\n0\n", "");
    let args = with_all(&["c/a", "counter.new", "5", ",", "c/a", "consume(handle(urn:worker:c/a, 0))"]);
    assert_succeeds(&setup.run(&args), "handle(urn:worker:c/a, 0)\n5\n", "");
    let args =
        with_all(&["c/anna%20b", "{add}(1)", ",", "urn:worker:c/anna+b", "{add}(1)", ",", "urn:worker:c", "{add}(1)"]);
    assert_succeeds(&setup.run(&args), "1\n2\n1\n", "");
}

#[test]
fn stdin_has_an_invocation_a_line() {
    let setup = Setup::new();
    let lines = "# counters\nc/a add 5\n\n  c/a add(2)\nc/a consume handle(urn:worker:c/a, 9)\nc/a add 1\n";
    for args in [with_all(&["-"]), with_all(&[])] {
        let output = setup.run_with(&args, lines);
        assert_eq!(text(&output.stdout), "5\n7\n");
        let expected = "error: failed to invoke `consume` of `c/a`: Invalid request: `test:counter/api@1.0.0.{consume}`: parameter `c`: resource not found: handle 9 does not exist or was dropped\n";
        assert_fails(&output, expected);
    }
    let output = setup.run_with(&with_all(&[]), "c/a add 5\nc/a\n");
    assert_fails(
        &output,
        "error: line 2 of stdin: missing function after `c/a`\nhint: an invocation is WORKER FUNCTION [ARGUMENT]...; `:list` at the prompt, or `--list`, shows an example of each\n",
    );
}

#[test]
fn the_trace_goes_to_stderr_wherever_the_flag_stands() {
    let setup = Setup::new();
    let params = "[{nodes: [prim-u32(5)]}]";
    let answer = "ok({nodes: [tuple-value([1]), prim-u32(5)]})\n";
    let trace = "r/a -> c/x  add(5) -> 5\n";
    let args = with_all(&["r/a", "call", "\"urn:worker:c/x\"", "\"add\"", params, "--trace"]);
    assert_traces(&setup.run(&args), answer, trace);
    let args = with_all(&["-t", "r/a", "call(\"urn:worker:c/x\", \"add\", [{nodes: [prim-u32(5)]}])"]);
    assert_traces(&setup.run(&args), answer, trace);
}

#[test]
fn a_failure_that_nobody_sees_is_a_warning() {
    let setup = Setup::new();
    let args = with_all(&["r/a", "forget", "\"urn:worker:r/b\"", "\"boom\"", "[]"]);
    let output = setup.run(&args);
    assert_eq!(text(&output.stdout), "ok\n");
    let stderr = text(&output.stderr);
    assert!(stderr.starts_with("warning: r/a -> r/b  boom() -> error remote-internal-error"), "{stderr}");
    assert_eq!(output.status.code(), Some(0));
    assert_succeeds(&setup.run(&[&args[..], &["--quiet"]].concat()), "ok\n", "");
}

#[test]
fn worker_urls_are_warned_of_with_and_without_a_trace() {
    let setup = Setup::new();
    let args = with_all(&[
        "worker://c/a",
        "{add}(1)",
        ",",
        "r/a",
        "call",
        "\"worker://c/x\"",
        "\"add\"",
        "[{nodes: [prim-u32(5)]}]",
    ]);
    let answers = "1\nok({nodes: [tuple-value([1]), prim-u32(5)]})\n";
    let warning = "warning: `worker://c/a`: Golem 1.0 and later refuse `worker://`; write `urn:worker:c/a`\n";
    assert_succeeds(&setup.run(&args), answers, warning);
    let trace = format!("{warning}r/a -> c/x  add(5) -> 5\n");
    assert_traces(&setup.run(&[&args[..], &["--trace"]].concat()), answers, &trace);
    assert_succeeds(&setup.run(&[&args[..], &["--quiet"]].concat()), answers, "");
}

#[test]
fn what_a_worker_wrote_before_a_trap_is_told_once() {
    let setup = Setup::new();
    let args = with_all(&["e/a", "panic(\"broken\\n\")"]);
    let output = setup.run(&args);
    let stderr = text(&output.stderr);
    assert!(stderr.starts_with("e/a | broken\nerror: failed to invoke `panic` of `e/a`: wasm trap"), "{stderr}");
    assert_eq!(stderr.matches("broken").count(), 1, "{stderr}");
    let stderr = text(&setup.run(&[&args[..], &["--quiet"]].concat()).stderr);
    assert!(stderr.starts_with("error: ") && stderr.ends_with("\n  e/a | broken\n"), "{stderr}");
    // what reads JSON does not read stderr
    let object = text(&setup.run(&[&args[..], &["--format", "json"]].concat()).stdout);
    assert!(object.contains(r#""stderr":"broken""#), "{object}");
}

#[test]
fn a_hint_comes_from_the_cause_and_not_from_what_workers_write() {
    let setup = Setup::new();
    for written in ["the limit (`--timeout`)", "Could not find any component with the given id: x; add it with y"] {
        let panic = format!("panic({written:?})");
        for args in
            [&["-c", "e=environment.wasm", "e/a", &panic][..], &["-c", "e=environment.wasm", "-q", "e/a", &panic]]
        {
            let stderr = text(&setup.run(args).stderr);
            assert!(stderr.contains(written) && stderr.contains(": wasm trap"), "{stderr}");
            assert!(!stderr.contains("hint: "), "{stderr}");
        }
    }
    let call = r#"call("urn:worker:gone/x", "f", [])"#;
    let stderr = text(&setup.run(&with_all(&["-t", "r/a", call])).stderr);
    assert!(stderr.contains("component `gone` not found") && !stderr.contains("hint: "), "it is handled: {stderr}");
}

#[test]
fn the_environment_and_the_workers_output() {
    let setup = Setup::new();
    let args = with_all(&["--env", "A=1", "-e", "B=x=y", "e/a", "environment", ",", "e/a", "print(\"hello\\n\")"]);
    let id = uri("e/a").replace("urn:worker:", "").replace("/a", "");
    let own = format!(
        "(\"GOLEM_WORKER_NAME\", \"a\"), (\"GOLEM_COMPONENT_ID\", \"{id}\"), (\"GOLEM_COMPONENT_VERSION\", \"0\")"
    );
    let answers = format!("[(\"A\", \"1\"), (\"B\", \"x=y\"), {own}]\n()\n");
    assert_succeeds(&setup.run(&args), &answers, "e/a | hello\n");
    assert_succeeds(&setup.run(&[&args[..], &["-q"]].concat()), &answers, "");
}

#[test]
fn errors_say_what_to_do() {
    let setup = Setup::new();
    setup.file("core.wasm", &wat("(module)"));
    setup.file("text.wasm", b"(component)");
    setup.file("broken.wasm", &counter()[..400]);
    let stub = r#"(component (import "a:b-stub/stub-b" (instance (export "f" (func)))))"#;
    setup.file("uncomposed.wasm", &wat(stub));
    #[rustfmt::skip]
    let cases = [
        (&["-c", "c=core.wasm", "c/a", "f"][..], "error: failed to load `core.wasm`: component `c` is a core module, not a component\nhint: turn it into a component with"),
        (&["-c", "c=text.wasm", "c/a", "f"], "error: failed to load `text.wasm`: component `c` is not WebAssembly"),
        (&["-c", "c=broken.wasm", "c/a", "f"], "error: failed to load `broken.wasm`: component `c` is invalid: "),
        (&["-c", "c=missing.wasm", "c/a", "f"], "error: failed to read `missing.wasm`: "),
        (&["-c", "c=.", "c/a", "f"], "error: failed to read `.`: "),
        (&["-c", "c=uncomposed.wasm", "c/a", "f"], "error: failed to load `uncomposed.wasm`: component `c` imports `a:b-stub/stub-b`, which the host does not provide\nhint: first plug in its stub"),
        (&["-c", "count=counter.wasm", "cout/a", "f"], "error: failed to invoke `f` of `cout/a`: component `cout` not found (similar: `count`)\nhint: add it with `--component cout=FILE`\n"),
        (&["-c", "c=counter.wasm", "ca", "add(1)"], "error: failed to invoke `add` of `ca`: Invalid URI: ca. Must be urn:worker:component-id/worker-name: the worker name is missing\nhint: a worker is `urn:worker:{component-id}/{worker-name}`, or `{component-id}/{worker-name}` for short\n"),
        (&["-c", "c=counter.wasm", "c/a", "ad(1)"], "error: failed to invoke `ad` of `c/a`: component `c` has no function `ad` (similar: "),
        (&["-c", "c=counter.wasm", "c/a", "add"], "error: failed to invoke `add` of `c/a`: `add`: expected 1 parameter (`n`), got 0\n"),
        (&["-c", "c=counter.wasm", "c/a", "add(x)"], "error: failed to invoke `add` of `c/a`: `add`: argument for `n`: expected a value of type `u32`, got `x` at column 1\n"),
        (&["-c", "c=counter.wasm", "c/a"], "error: missing function after `c/a`\nhint: an invocation is WORKER FUNCTION"),
        (&["-c", "c=counter.wasm", "c/a", "{add}(x)"], "error: failed to invoke `{add}` of `c/a`: `add`: argument for `n`: expected a value of type `u32`, got `x` at column 1\n"),
        (&["-c", "e=environment.wasm", "e/a", "print(tea)"], "error: failed to invoke `print` of `e/a`: `print`: argument for `text`: expected a value of type `string`, got `tea` at column 1\n"),
        (&["-c", "r=relay.wasm", "r/a", "boom"], "error: failed to invoke `boom` of `r/a`: wasm trap: wasm `unreachable` instruction executed (in "),
    ];
    for (args, expected) in cases {
        let output = setup.run(args);
        let stderr = text(&output.stderr);
        assert!(stderr.starts_with(expected), "{args:?}: {stderr}");
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(1), true), "{args:?}");
    }
}

#[test]
fn a_wrong_value_is_explained() {
    let setup = Setup::new();
    let hint = |args: &[&'static str]| {
        let stderr = text(&setup.run(&with_all(args)).stderr);
        stderr.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(hint(&["c/a", "{add}(x)"]), "hint: `n` is a `u32`, for example `1`");
    let expected =
        r#"hint: `text` is a `string`, for example `"text"`; if the shell has removed the quotes, write '"tea"'"#;
    assert_eq!(hint(&["e/a", "print", "tea"]), expected);
    assert_eq!(hint(&["c/a", "{add}"]), "hint: `--list` shows an example of each call");
    assert_eq!(
        hint(&["c/a"]),
        "hint: an invocation is WORKER FUNCTION [ARGUMENT]...; `--list` shows an example of each"
    );
    assert_eq!(hint(&["c/a", "subtract"]), "hint: `--list` shows all functions");
}

#[test]
fn functions_are_listed_with_calls_to_paste() {
    let setup = Setup::new();
    let output = setup.run(&["-c", "e=environment.wasm", "-c", "c=counter.wasm", "--list"]);
    let list = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(list.starts_with("c\n"), "{list}");
    for lines in [
        "e\n  complain: func(text: string)\n    e/w1 'complain(\"text\")'\n",
        "  environment: func() -> list<tuple<string, string>>\n    e/w1 'environment()'\n",
        "  inline-api.{add}: func(n: u32) -> u32\n    c/w1 'inline-api.{add}(1)'\n",
        "  test:counter/api@1.0.0.{counter.new}: func(start: u32) -> counter\n",
    ] {
        assert!(list.contains(lines), "{lines} in {list}");
    }
    // each example of a function without handles works as it is
    let calls = list.lines().filter(|line| line.starts_with("    ") && !line.contains("handle("));
    let calls = calls.filter(|call| !["complain", "panic", "leave"].iter().any(|name| call.contains(name)));
    for call in calls {
        let (worker, call) = call.trim().split_once(' ').unwrap();
        let output = setup.run(&with_all(&[]).into_iter().chain([worker, call.trim_matches('\'')]).collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(0), "{worker} {call}: {}", text(&output.stderr));
    }
}

#[test]
fn results_and_errors_can_be_json() {
    let setup = Setup::new();
    let args = with_all(&["--format", "json", "c/a", "{add}(5)", ",", "e/a", "print", "tea"]);
    let output = setup.run(&args);
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(1), ""));
    let stdout = text(&output.stdout);
    let (result, error) = stdout.trim_end().split_once('\n').unwrap();
    assert_eq!(result, r#"{"function":"{add}","result":"5","worker":"c/a"}"#);
    assert!(error.contains(r#""error":"failed to invoke `print` of `e/a`"#), "{error}");
    assert!(error.contains(r#""hint":"`text` is a `string`"#), "{error}");
    let list = text(&setup.run(&["-c", "c=counter.wasm", "--list", "--format", "json"]).stdout);
    let add = r#"{"component":"c","example":"inline-api.{add}(1)","function":"inline-api.{add}","type":"func(n: u32) -> u32","worker":"c/w1"}"#;
    assert!(list.lines().any(|line| line == add), "{list}");
}

#[test]
fn completions_and_the_manual_need_no_component() {
    let setup = Setup::new();
    assert!(text(&setup.run(&["--completions", "bash"]).stdout).contains("complete -F "));
    assert!(text(&setup.run(&["--man"]).stdout).contains(".TH wasm-rpc-run"));
}

#[test]
fn limits_are_flags() {
    let setup = Setup::new();
    let many = with_all(&["--max-workers", "1", "c/a", "add(1)", ",", "c/b", "add(1)"]);
    let output = setup.run(&many);
    assert_eq!(text(&output.stdout), "1\n");
    let expected = "error: failed to invoke `add` of `c/b`: denied: cannot create worker `c/b`: 1 worker exists, which is the limit (`--max-workers`)\nhint: `--max-workers` raises the limit\n";
    assert_fails(&output, expected);
    let output = setup.run(&with_all(&["--max-memory", "64KiB", "e/a", "environment"]));
    let expected = "error: failed to invoke `environment` of `e/a`: instantiation: out of memory: the workers use ";
    assert!(text(&output.stderr).starts_with(expected), "{}", text(&output.stderr));
    let output = setup.run(&with_all(&["--timeout", "0.2", "r/a", "spin(4000000000)"]));
    assert_fails(
        &output,
        "error: failed to invoke `spin` of `r/a`: still running after 200ms, which is the limit (`--timeout`)\nhint: `--timeout` raises the limit\n",
    );
    for wrong in [["--max-workers", "0"], ["--max-memory", "lots"], ["--timeout", "soon"]] {
        assert_eq!(setup.run(&with_all(&[wrong[0], wrong[1], "c/a", "add(1)"])).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn memory_that_a_worker_is_refused_is_told_once() {
    let setup = Setup::new();
    setup.file("hungry.wasm", &wat(include_str!("../wat/hungry.wat")));
    let grow = ["-c", "h=hungry.wasm", "--max-memory", "1MiB", "h/a", "grow(10)", ",", "h/a", "grow(90)", ",", "h/a"];
    let output = setup.run(&[&grow[..], &["grow(91)", ",", "h/b", "grow(90)"]].concat());
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), "1\n-1\n-1\n-1\n"));
    let stderr = text(&output.stderr);
    let warning = |worker: &str| format!("warning: `{worker}` was refused memory in `grow`: the workers use ");
    assert_eq!(stderr.matches(&warning("h/a")).count(), 1, "{stderr}");
    assert_eq!(stderr.matches(&warning("h/b")).count(), 1, "{stderr}");
    assert!(stderr.ends_with(" of the 1MiB that is the limit (`--max-memory`)\n"), "{stderr}");
    // an error that says so is enough
    let output = setup.run(&["-c", "h=hungry.wasm", "--max-memory", "1MiB", "h/a", "must-grow(90)"]);
    let stderr = text(&output.stderr);
    assert!(stderr.starts_with("error: ") && stderr.matches("--max-memory").count() == 2, "{stderr}");
}

#[test]
fn what_workers_write_does_not_control_the_terminal() {
    let setup = Setup::new();
    let print = r#"print("a\u{1b}[2Jb\u{202e}c\r\n\td")"#;
    let output = setup.run(&["-c", "e=environment.wasm", "e/a", print]);
    assert_succeeds(&output, "()\n", "e/a | a\\u{1b}[2Jb\\u{202e}c\ne/a | \td\n");
    let call = r#"call("urn:worker:e/x%1B%5B2J", "print", [{nodes: [prim-string("\u{1b}[31m\n")]}])"#;
    let output = setup.run(&with_all(&["--trace", "r/a", call]));
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(!(stdout + &stderr).contains('\u{1b}'), "{stderr}");
}

#[test]
fn usage() {
    let setup = Setup::new();
    for args in [&[][..], &["-c", "x"], &["-c", "=x"], &["-c", "c=counter.wasm", "-e", "x"], &["--nope"]] {
        assert_eq!(setup.run(args).status.code(), Some(2), "{args:?}");
    }
    let help = setup.run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for part in ["--component <ID=FILE>", "Invocations:", "Examples:", "Exit codes: 0 success"] {
        assert!(text(&help.stdout).contains(part), "{part}");
    }
    let short = text(&setup.run(&["-h"]).stdout);
    assert!(short.contains("Examples:") && !short.contains("Invocations:") && short.lines().count() < 60, "{short}");
    let error = text(&setup.run(&["-c", "counter.wasm", "c/a", "{add}(1)"]).stderr);
    assert!(error.contains("expected ID=FILE, for example `counter=counter.wasm`"), "{error}");
    let version = text(&setup.run(&["-V"]).stdout);
    assert_eq!(version, format!("wasm-rpc-run {}\n", env!("CARGO_PKG_VERSION")));
}
