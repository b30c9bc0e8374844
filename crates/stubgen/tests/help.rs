//! The examples in help texts, pasted into a shell.
#![cfg(unix)]

mod common;
#[path = "common/shop.rs"]
mod shop;

use std::process::Command;

use common::{Said, Sandbox};

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

/// Runs a line in a shell that finds the program.
fn pasted(sandbox: &Sandbox, line: &str) -> Said {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_wasm-rpc-stubgen"));
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders = program.parent().into_iter().map(Into::into).chain(std::env::split_paths(&folders));
    let path = std::env::join_paths(folders).expect("the paths were joined before");
    Said::of(Command::new("sh").args(["-c", line]).current_dir(sandbox.path("")).env("PATH", path).output())
}

#[test]
fn examples_can_be_pasted() {
    let mut run = 0;
    for (command, needs_stub) in [
        ("", false),
        ("generate", false),
        ("build", false),
        ("add-stub-dependency", true),
        ("compose", true),
        ("completions", false),
        ("man", false),
    ] {
        for help in ["-h", "--help"] {
            let sandbox = shop::shop();
            if needs_stub {
                sandbox.run(shop::BUILD).done();
            }
            let text = sandbox.run(&format!("{command} {help}")).stdout;
            for example in examples(&text) {
                let said = pasted(&sandbox, &example);
                assert_eq!(said.code, Some(0), "{example}\n{said:?}");
                assert!(!said.stderr.contains("warning: "), "{example}\n{said:?}");
                run += 1;
            }
        }
    }
    assert!(run >= 18, "{run} examples");
}

#[test]
fn short_help_is_a_part_of_the_long_one() {
    let sandbox = Sandbox::new();
    for command in ["", "generate", "build", "add-stub-dependency", "compose", "initialize-workspace"] {
        let [short, long] = ["-h", "--help"].map(|flag| sandbox.run(&format!("{command} {flag}")).stdout);
        assert!(short.lines().count() < long.lines().count(), "{command}");
        for flag in short.split_whitespace().filter(|word| word.starts_with("--")) {
            assert!(long.contains(flag.trim_end_matches([',', '.'])), "{command}: {flag}");
        }
    }
}
