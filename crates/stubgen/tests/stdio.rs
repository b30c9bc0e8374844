//! `-` in place of a file: stdin and stdout.

mod common;
#[path = "common/shop.rs"]
mod shop;

use std::fs::{self, File};
use std::process::Output;

use common::{HISTORY, Sandbox};

/// Runs `line` with the file at `input` as stdin.
fn run(sandbox: &Sandbox, line: &str, input: &str) -> Output {
    let input = File::open(sandbox.path(input)).expect("a file");
    sandbox.command(line).stdin(input).output().expect("the binary runs")
}

/// What a run that was done wrote to stdout, and to stderr.
#[track_caller]
fn done(output: Output) -> (Vec<u8>, String) {
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(output.status.success(), "{stderr}");
    (output.stdout, stderr)
}

#[track_caller]
fn read(sandbox: &Sandbox, path: &str) -> Vec<u8> {
    fs::read(sandbox.path(path)).expect("a file")
}

#[test]
fn a_source_from_stdin_is_a_single_file() {
    let sandbox = shop::shop();
    for source in ["history/wit/history.wit", "history.wasm"] {
        sandbox.run(&format!("build -s {source} --dest-wasm named.wasm --dest-wit-root named")).done();
        let line = "build -s - --dest-wasm piped.wasm --dest-wit-root piped";
        let (stdout, stderr) = done(run(&sandbox, line, source));
        assert!(stdout.is_empty() && stderr.contains("Writing stub component to piped.wasm\n"), "{stderr}");
        assert_eq!(read(&sandbox, "named.wasm"), read(&sandbox, "piped.wasm"), "{source}");
        assert_eq!(sandbox.tree("named"), sandbox.tree("piped"), "{source}");
        fs::remove_dir_all(sandbox.path("named")).expect("ours");
        fs::remove_dir_all(sandbox.path("piped")).expect("ours");
        fs::remove_file(sandbox.path("piped.wasm")).expect("ours");
    }
    sandbox.run("generate -s history/wit/history.wit -d named").done();
    done(run(&sandbox, "generate -s - -d piped", "history/wit/history.wit"));
    assert_eq!(sandbox.tree("named"), sandbox.tree("piped"));
}

#[test]
fn components_go_to_stdout() {
    let sandbox = shop::shop();
    sandbox.run(shop::BUILD).done();
    let build = "build -s history/wit --dest-wasm - --dest-wit-root out";
    let (stub, stderr) = done(sandbox.command(build).output().expect("the binary runs"));
    assert_eq!(stub, read(&sandbox, "history-stub.wasm"));
    assert!(stderr.contains("Writing stub component to -\n") && sandbox.path("out/_stub.wit").exists(), "{stderr}");
    assert!(!sandbox.path("-").exists());

    let compose = "compose --source-wasm cart.wasm --stub-wasm history-stub.wasm --dest-wasm";
    sandbox.run(&format!("{compose} composed.wasm")).done();
    let composed = read(&sandbox, "composed.wasm");
    for (line, input) in [
        (format!("{compose} -"), "cart.wasm"),
        (format!("{compose} -").replace("cart.wasm", "-"), "cart.wasm"),
        (format!("{compose} -").replace("history-stub.wasm", "-"), "history-stub.wasm"),
    ] {
        let (stdout, stderr) = done(run(&sandbox, &line, input));
        assert!(stdout == composed, "{line}: {stderr}");
        assert_eq!(stderr, "Writing composed component to -\n");
        let (stdout, stderr) = done(run(&sandbox, &format!("{line} --message-format json"), input));
        assert!(stdout == composed, "{line}: {stderr}");
        assert!(stderr.contains(r#""kind":"composed-component","path":"-","change":"create""#), "{stderr}");
        assert!(stderr.lines().all(|line| line.starts_with("{\"reason\":")), "{stderr}");
        let (stdout, _) = done(run(&sandbox, &format!("{line} --dry-run"), input));
        let stdout = String::from_utf8(stdout).expect("text");
        assert!(stdout.ends_with(&format!("create `-` ({} bytes)\n", composed.len())), "{stdout}");
    }
}

#[test]
fn nothing_is_on_stdout_after_an_error() {
    let sandbox = shop::shop();
    sandbox.write("bad.wit", "package a:b; world w { export f: func(x: foo); }");
    let output = run(&sandbox, "build -s - --dest-wasm - --dest-wit-root out", "bad.wit");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains(" --> <stdin>:1:42\n"), "{output:?}");
    assert!(!sandbox.path("out").exists());
}

/// Wrong usage is found before the arguments are known.
#[test]
fn stdout_is_for_the_component_only() {
    let sandbox = shop::shop();
    for (line, code) in [
        ("build --dest-wasm - --message-format json", 2),
        ("--message-format=json build --dest-wasm=- --nonsense", 2),
        ("build -s nowhere --dest-wasm - --dest-wit-root out --message-format json", 1),
        ("compose --source-wasm cart.wasm --stub-wasm history.wasm --dest-wasm - --dry-run --message-format json", 1),
    ] {
        let said = sandbox.run(line);
        assert_eq!((said.code, &*said.stdout), (Some(code), ""), "{line}: {said:?}");
        assert!(said.stderr.starts_with("{\"reason\":\"diagnostic\""), "{line}: {said:?}");
        let last = format!("{{\"reason\":\"finished\",\"success\":false,\"exit_code\":{code},\"next\":null}}\n");
        assert!(said.stderr.ends_with(&last), "{line}: {said:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_component_that_cannot_be_printed_leaves_no_files() {
    let sandbox = shop::shop();
    let full = File::options().write(true).open("/dev/full").expect("Linux has it");
    let mut command = sandbox.command("build -s history/wit --dest-wasm - --dest-wit-root out");
    let said = common::Said::of(command.stdout(full).output());
    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(said.stderr.contains("error: cannot write to stdout: "), "{said:?}");
    assert!(!sandbox.path("out").exists());
}

#[test]
fn a_file_of_that_name_is_a_path() {
    let sandbox = Sandbox::new();
    sandbox.write("-", HISTORY);
    sandbox.run("build -s ./- --dest-wasm ./out/- --dest-wit-root wit").done();
    assert!(sandbox.path("out/-").is_file());
    let said = sandbox.run("build -s - --dest-wasm a.wasm --dest-wit-root b");
    assert_eq!(said.code, Some(1), "stdin is empty: {said:?}");
}

/// `script`, which every Linux has, runs a command in a pseudo-terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_no_component() {
    let sandbox = shop::shop();
    let program = env!("CARGO_BIN_EXE_wasm-rpc-stubgen");
    let in_terminal = |line: &str| {
        let mut script = std::process::Command::new("script");
        script.args(["-qec", &format!("{program} {line}"), "/dev/null"]).current_dir(sandbox.path(""));
        script.stdin(std::process::Stdio::null()).env("NO_COLOR", "1");
        common::Said::of(script.output())
    };
    for line in [
        "build -s history/wit --dest-wasm - --dest-wit-root out",
        "compose --source-wasm cart.wasm --stub-wasm history.wasm --dest-wasm -",
    ] {
        let said = in_terminal(line);
        let expected = "error: stdout is a terminal; refusing to write a component to it\r\nhint: ";
        assert!(said.code == Some(1) && said.stdout.starts_with(expected), "{said:?}");
    }
    assert!(!sandbox.path("out").exists());
}
