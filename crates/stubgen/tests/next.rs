//! The line that says what comes next: after a run that has written something, and only then.

mod common;
#[path = "common/shop.rs"]
mod shop;

use common::{Said, Sandbox};
use shop::BUILD;

/// The last line of a run that was done, if it says what comes next.
#[track_caller]
fn next(sandbox: &Sandbox, line: &str) -> Option<String> {
    let said = sandbox.run(line);
    assert_eq!(said.code, Some(0), "{said:?}");
    said.stderr.lines().last().and_then(|line| line.strip_prefix("Next: ")).map(str::to_string)
}

#[test]
fn each_command_names_the_one_after_it() {
    let sandbox = shop::shop();
    let add = "add-stub-dependency -s history-stub/wit -d cart/wit";
    let generate = "generate -s history/wit -d out/crate";
    let compose = "compose --source-wasm cart.wasm --stub-wasm history-stub.wasm --dest-wasm out/composed.wasm";
    for (line, expected) in [
        (generate, "wasm-rpc-stubgen add-stub-dependency -s out/crate/wit -d CALLER/wit"),
        (BUILD, "wasm-rpc-stubgen add-stub-dependency -s history-stub/wit -d CALLER/wit"),
        (
            add,
            "compile the caller, then wasm-rpc-stubgen compose --source-wasm CALLER.wasm --stub-wasm STUB.wasm \
             --dest-wasm COMPOSED.wasm",
        ),
        (compose, "wasm-rpc-run --component composed=out/composed.wasm --list"),
    ] {
        if line != generate {
            let dry = if line == BUILD { None } else { next(&sandbox, &format!("{line} --dry-run")) };
            assert_eq!(dry, None, "{line}");
        }
        assert_eq!(next(&sandbox, line).as_deref(), Some(expected), "{line}");
        assert_eq!(next(&sandbox, line), None, "{line}: nothing has changed");
    }
}

#[test]
fn quiet_runs_and_tasks_do_not_say_it() {
    let sandbox = shop::shop();
    assert_eq!(sandbox.run(&format!("{BUILD} -q")).stderr, "");
    let line = BUILD.replace("history-stub", "other-stub");
    let said = Said::of(sandbox.command(&line).env("CARGO_MAKE", "true").output());
    assert!(said.code == Some(0) && !said.stderr.contains("Next: "), "{said:?}");
}

#[cfg(unix)]
#[test]
fn the_program_is_called_as_it_was_called() {
    let sandbox = shop::shop();
    let link = sandbox.path("golem-cli");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_wasm-rpc-stubgen"), &link).expect("a link");
    let said = Said::of(sandbox.command_of(&link, &format!("stubgen {BUILD}")).output());
    assert!(said.stderr.ends_with("\nNext: golem-cli stubgen add-stub-dependency -s history-stub/wit -d CALLER/wit\n"));
}
