//! `wasm-rpc-run` in a terminal: the prompt, and colours.

use std::process::Command;

use testkit::{Directory, Terminal};

use crate::support::{counter, environment, relay};

/// A home directory for the history, with the components.
fn home() -> Directory {
    let directory = Directory::new();
    for (name, bytes) in [("relay", relay()), ("counter", counter()), ("environment", environment())] {
        directory.write(format!("{name}.wasm"), bytes);
    }
    directory
}

fn command(home: &Directory, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wasm-rpc-run"));
    command.args(["-c", "relay=relay.wasm", "-c", "counter=counter.wasm", "-c", "e=environment.wasm"]).args(args);
    command.current_dir(home.root()).env("HOME", home.root()).env("XDG_STATE_HOME", home.path("state"));
    command
}

/// The prompt, with the cursor behind it.
const PROMPT: &str = "> \r\x1b[2C";

const RED_ERROR: &str = "\x1b[1m\x1b[31merror\x1b[0m: ";
const GREEN_HINT: &str = "\x1b[1m\x1b[32mhint\x1b[0m: ";
const YELLOW_WARNING: &str = "\x1b[1m\x1b[33mwarning\x1b[0m: ";

#[test]
fn the_prompt_invokes_lists_and_traces() {
    let home = home();
    let mut terminal = Terminal::run(&mut command(&home, &[]));
    terminal.expect(PROMPT);
    terminal.type_keys("counter/a add(5)\r");
    terminal.expect("\r\n5\r\n");
    terminal.expect(PROMPT);
    terminal.type_keys(":list\r");
    let list = terminal.expect(PROMPT);
    assert!(list.contains("\r\n    counter/w1 inline-api.{add}(1)\r\n"), "{list}");
    // both spellings of the list can be pasted
    for call in ["counter/w1 inline-api.{add}(1)\r", "counter/w1 'inline-api.{add}(1)'\r"] {
        terminal.type_keys(call);
        terminal.expect(PROMPT);
    }
    terminal.type_keys(":trace on\r");
    terminal.expect(PROMPT);
    terminal.type_keys("relay/a call(\"urn:worker:counter/a\", \"add\", [{nodes: [prim-u32(2)]}])\r");
    terminal.expect("relay/a -> counter/a  add(2) -> 7  (");
    terminal.expect("ok({nodes: [tuple-value([1]), prim-u32(7)]})\r\n");
    terminal.type_keys(":workers\r");
    terminal.expect("\r\ncounter/a\r\ncounter/w1\r\nrelay/a\r\n");
    // a wrong line does not end it
    terminal.type_keys("e/a print tea\r");
    terminal.expect(RED_ERROR);
    let hint = terminal.expect("strings are in quotes\r\n");
    assert!(hint.contains(GREEN_HINT), "{hint:?}");
    terminal.expect(PROMPT);
    // a failed worker stays dead, as on Golem
    terminal.type_keys("e/a panic(\"boom\")\r");
    let failed = terminal.expect(PROMPT);
    assert!(failed.contains("unreachable") && !failed.contains("before"), "{failed:?}");
    terminal.type_keys("e/a leave\r");
    terminal.expect("the worker failed in `panic` before, and stays dead: use another one\r\n");
    terminal.expect(PROMPT);
    terminal.type_keys("\x04");
    assert_eq!(terminal.wait().1, Some(0));
}

#[test]
fn the_prompt_completes_and_remembers() {
    let home = home();
    let mut terminal = Terminal::run(&mut command(&home, &[]));
    terminal.expect(PROMPT);
    terminal.type_keys("cou\t");
    terminal.expect("> counter/");
    terminal.type_keys("a counter.n\t");
    terminal.expect("> counter/a test:counter/api@1.0.0.{counter.new}");
    terminal.type_keys("(3)\r");
    terminal.expect("handle(urn:worker:counter/a, 0)\r\n");
    terminal.expect(PROMPT);
    terminal.type_keys(":quit\r");
    assert_eq!(terminal.wait().1, Some(0));
    // another run has the history
    let mut terminal = Terminal::run(&mut command(&home, &[]));
    terminal.expect(PROMPT);
    terminal.type_keys("\x1b[A\x1b[A");
    terminal.expect("> counter/a test:counter/api@1.0.0.{counter.new}(3)");
    terminal.type_keys("\r");
    terminal.expect("handle(urn:worker:counter/a, 0)\r\n");
    terminal.expect(PROMPT);
    terminal.type_keys("\x04");
    assert_eq!(terminal.wait().1, Some(0));
}

#[test]
fn messages_are_coloured_on_a_terminal_only() {
    let home = home();
    let failing = ["worker://counter/a", "{add}(1)", ",", "e/a", "print", "tea"];
    let (shown, code) = Terminal::run(&mut command(&home, &failing)).wait();
    assert_eq!(code, Some(1));
    for label in [YELLOW_WARNING, RED_ERROR, GREEN_HINT] {
        assert!(shown.contains(label), "{label:?} in {shown:?}");
    }
    let plain = |terminal: Terminal| {
        let (shown, _) = terminal.wait();
        assert!(shown.contains("error: ") && !shown.contains('\x1b'), "{shown:?}");
    };
    plain(Terminal::run(&mut command(&home, &[&["--color", "never"], &failing[..]].concat())));
    let output = command(&home, &failing).env_remove("CLICOLOR_FORCE").output().unwrap();
    assert!(!output.stderr.contains(&b'\x1b'), "a pipe is no terminal");
    let output = command(&home, &[&["--color", "always"], &failing[..]].concat()).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains(RED_ERROR));
}

#[test]
fn what_guests_write_does_not_reach_the_terminal_raw() {
    let home = home();
    let (shown, _) = Terminal::run(&mut command(&home, &["e/a", "print(\"\\u{1b}[2Jred\\n\")"])).wait();
    assert!(shown.contains("e/a | \\u{1b}[2Jred\r\n"), "{shown:?}");
}
