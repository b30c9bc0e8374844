//! `wasm-rpc-stubgen` in a terminal: its messages are coloured there, and nowhere else.
#![cfg(unix)]

use std::process::Command;

use testkit::{Directory, Terminal};

const RED_ERROR: &str = "\x1b[1m\x1b[31merror\x1b[0m: ";
const CYAN_NOTE: &str = "\x1b[1m\x1b[36mnote\x1b[0m: ";

/// A folder with a target whose stub renames a function.
fn folder() -> Directory {
    let directory = Directory::new();
    let wit = "package a:b; interface api { blocking-f: func(); f: func(); } world w { export api; }";
    directory.write("wit/w.wit", wit);
    directory
}

fn build(folder: &Directory, source: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wasm-rpc-stubgen"));
    command.args([
        "build",
        "-s",
        source,
        "--call-style",
        "async",
        "--dest-wasm",
        "stub.wasm",
        "--dest-wit-root",
        "stub",
    ]);
    command.current_dir(folder.root());
    command
}

#[test]
fn messages_are_coloured_on_a_terminal_only() {
    let folder = folder();
    let (shown, code) = Terminal::run(&mut build(&folder, "missing")).wait();
    assert_eq!(code, Some(1), "{shown:?}");
    assert!(shown.contains(RED_ERROR), "{shown:?}");
    let (shown, code) = Terminal::run(&mut build(&folder, "wit")).wait();
    assert_eq!(code, Some(0), "{shown:?}");
    assert!(shown.contains(CYAN_NOTE), "{shown:?}");
    let output = build(&folder, "missing").env_remove("CLICOLOR_FORCE").output().expect("the program starts");
    let shown = String::from_utf8_lossy(&output.stderr);
    assert!(shown.contains("error: ") && !shown.contains('\x1b'), "{shown:?}");
}

#[test]
fn no_color_is_respected_on_a_terminal() {
    let folder = folder();
    // `Terminal` does not inherit the variable, and `env` sets it again
    let program = build(&folder, "missing");
    let mut command = Command::new("env");
    command.arg("NO_COLOR=1").arg(program.get_program()).args(program.get_args()).current_dir(folder.root());
    let (shown, code) = Terminal::run(&mut command).wait();
    assert_eq!(code, Some(1), "{shown:?}");
    assert!(shown.contains("error: ") && !shown.contains('\x1b'), "{shown:?}");
}
