//! The examples in help texts, pasted into a shell.
#![cfg(unix)]

mod common;
#[path = "common/shop.rs"]
mod shop;

use std::path::Path;
use std::process::Command;

use common::{Said, Sandbox, workspace};

/// The commands of a help text: lines that begin with two blanks and the program, joined where they end with `\`.
fn examples(help: &str) -> Vec<String> {
    let mut examples: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in help.lines() {
        if is_open {
            let last = examples.last_mut().expect("an open line began before");
            last.push('\n');
            last.push_str(line);
        } else if line.starts_with("  wasm-rpc-stubgen ") {
            examples.push(line.to_string());
        } else {
            continue;
        }
        is_open = line.ends_with('\\');
    }
    examples
}

/// Runs a line in a shell that finds the program, and a cargo that compiles nothing.
fn pasted(sandbox: &Sandbox, line: &str) -> Said {
    let program = Path::new(env!("CARGO_BIN_EXE_wasm-rpc-stubgen"));
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders = program.parent().into_iter().map(Into::into).chain(std::env::split_paths(&folders));
    let path = std::env::join_paths(folders).expect("the paths were joined before");
    let toolchain = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fake-toolchain");
    let notes = tempfile::TempDir::new().expect("a temporary directory");
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(sandbox.path("")).env("PATH", path);
    shell.env("CARGO", toolchain.join("workspace-cargo")).env("REAL_CARGO", env!("CARGO")).env("FAKE", notes.path());
    shell.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET_DIR");
    Said::of(shell.output())
}

/// A target and a caller, with the stub.
fn shop_with_stub() -> Sandbox {
    let sandbox = shop::shop();
    sandbox.run(shop::BUILD).done();
    sandbox
}

/// A workspace with the members of the examples.
fn members() -> Sandbox {
    workspace::members(&["cart", "history", "pricing"])
}

/// The same, with a flow.
fn linked_members() -> Sandbox {
    let sandbox = members();
    sandbox.run("initialize-workspace --targets history --callers cart").done();
    sandbox
}

#[test]
fn examples_can_be_pasted() {
    let mut run = 0;
    let commands = [
        ("", shop::shop as fn() -> Sandbox),
        ("generate", shop::shop),
        ("build", shop::shop),
        ("add-stub-dependency", shop_with_stub),
        ("compose", shop_with_stub),
        ("initialize-workspace", members),
        ("flow", linked_members),
        ("completions", shop::shop),
        ("man", shop::shop),
    ];
    for (command, folder) in commands {
        // A workspace is warned of what changes, and of components that this cargo has not compiled.
        let may_warn = ["initialize-workspace", "flow"].contains(&command);
        for help in ["-h", "--help"] {
            let sandbox = folder();
            let text = sandbox.run(&format!("{command} {help}")).stdout;
            for example in examples(&text) {
                let said = pasted(&sandbox, &example);
                assert_eq!(said.code, Some(0), "{example}\n{said:?}");
                assert!(may_warn || !said.stderr.contains("warning: "), "{example}\n{said:?}");
                run += 1;
            }
        }
    }
    assert!(run >= 30, "{run} examples");
}

#[test]
fn short_help_is_a_part_of_the_long_one() {
    let sandbox = Sandbox::new();
    for command in ["", "generate", "build", "add-stub-dependency", "compose", "initialize-workspace", "flow"] {
        let [short, long] = ["-h", "--help"].map(|flag| sandbox.run(&format!("{command} {flag}")).stdout);
        assert!(short.lines().count() < long.lines().count(), "{command}");
        for flag in short.split_whitespace().filter(|word| word.starts_with("--")) {
            assert!(long.contains(flag.trim_end_matches([',', '.'])), "{command}: {flag}");
        }
    }
}
