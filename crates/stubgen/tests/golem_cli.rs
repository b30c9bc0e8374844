//! A link called `golem-cli` passes on what it does not know.
#![cfg(unix)]

mod common;

use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use common::{Said, Sandbox};

const BINARY: &str = env!("CARGO_BIN_EXE_wasm-rpc-stubgen");

/// A directory with a link in `link/` and the script `golem` as Golem's program in `golem/`.
fn sandbox(golem: &str) -> Sandbox {
    let sandbox = Sandbox::with_history();
    fs::create_dir_all(sandbox.path("link")).expect("a directory");
    symlink(BINARY, sandbox.path("link/golem-cli")).expect("a link");
    script(&sandbox, "golem/golem-cli", golem);
    sandbox
}

fn script(sandbox: &Sandbox, path: &str, text: &str) {
    sandbox.write(path, format!("#!/bin/sh\n{text}\n"));
    fs::set_permissions(sandbox.path(path), fs::Permissions::from_mode(0o755)).expect("it is ours");
}

/// The link with the words of `line`, and a `PATH` of these folders of the sandbox.
fn command(sandbox: &Sandbox, path: &[&str], line: &str) -> Command {
    let mut command = sandbox.command_of(&sandbox.path("link/golem-cli"), line);
    let system = ["/usr/bin", "/bin"].map(Into::into);
    let folders = path.iter().map(|folder| sandbox.path(folder)).chain(system);
    command.env("PATH", std::env::join_paths(folders).expect("a path"));
    command
}

#[test]
fn everything_else_goes_to_golem() {
    let sandbox = sandbox("echo \"golem: $*\"; cat; echo problem >&2; exit 3");
    for line in ["component list --name a", "-F json worker get", "worker stubgen", "--version", "", "help", "unknown"]
    {
        let mut child = command(&sandbox, &["link", "golem"], line)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        child.stdin.take().expect("a pipe").write_all(b"input").expect("it is read");
        let said = Said::of(child.wait_with_output());
        assert_eq!(said.code, Some(3), "{said:?}");
        assert_eq!((said.stdout, &*said.stderr), (format!("golem: {line}\ninput"), "problem\n"));
    }
}

#[test]
fn an_argument_stays_one() {
    let sandbox = sandbox("for word in \"$@\"; do echo \"<$word>\"; done");
    let mut command = command(&sandbox, &["golem", "link"], "component");
    let said = Said::of(command.args(["a b", "*", ""]).output());
    assert_eq!(said.stdout, "<component>\n<a b>\n<*>\n<>\n");
}

#[test]
fn the_word_stubgen_stays_here() {
    let sandbox = sandbox("echo golem");
    for line in [
        "stubgen generate -s wit -d stub",
        "-F json -v stubgen generate -s wit -d stub2",
        "generate -s wit -d stub3",
        "--color never stubgen generate -s wit -d stub4",
    ] {
        let said = Said::of(command(&sandbox, &["link", "golem"], line).output());
        assert_eq!((said.code, &*said.stdout), (Some(0), ""), "{said:?}");
    }
    assert!(["stub2", "stub4"].iter().all(|stub| sandbox.path(stub).join("Cargo.toml").exists()));
}

#[test]
fn links_and_copies_are_passed_by() {
    let sandbox = sandbox("echo golem");
    for folder in ["hard", "copy"] {
        fs::create_dir_all(sandbox.path(folder)).expect("a directory");
    }
    fs::copy(BINARY, sandbox.path("copy/golem-cli")).expect("a copy");
    if fs::hard_link(BINARY, sandbox.path("hard/golem-cli")).is_err() {
        // They may be on different file systems.
        fs::copy(BINARY, sandbox.path("hard/golem-cli")).expect("a copy");
    }
    for path in [&["link", "copy", "hard", "golem"][..], &["copy", "hard", "golem"], &["hard", "link", "golem"]] {
        let said = Said::of(command(&sandbox, path, "component list").output());
        assert_eq!((said.code, &*said.stdout), (Some(0), "golem\n"), "{said:?}");
    }
    // A copy passes on, too.
    let mut copy = sandbox.command_of(&sandbox.path("copy/golem-cli"), "component list");
    let path = ["link", "copy", "golem"].map(|folder| sandbox.path(folder));
    let said = Said::of(copy.env("PATH", std::env::join_paths(path).expect("a path")).output());
    assert_eq!(said.stdout, "golem\n", "{said:?}");
}

#[test]
fn without_another_program_the_error_says_so() {
    let sandbox = sandbox("echo golem");
    let said = Said::of(command(&sandbox, &["link"], "component list").output());
    assert_eq!((said.code, &*said.stdout), (Some(1), ""));
    assert_eq!(
        said.stderr,
        "error: this `golem-cli` is a link to `wasm-rpc-stubgen`, and `PATH` has no other one\n\
         hint: `golem-cli stubgen --help` lists its commands; for all others, add the folder of Golem's `golem-cli` to \
         `PATH`\n"
    );
    let said = Said::of(command(&sandbox, &["link"], "--message-format json component list").output());
    assert!(
        said.stdout.starts_with("{\"reason\":\"diagnostic\",\"level\":\"error\"") && said.stderr.is_empty(),
        "{said:?}"
    );
    let said = Said::of(command(&sandbox, &["link"], "--version").output());
    assert!(said.stdout.starts_with("wasm-rpc-stubgen "), "{said:?}");
}

/// A script in front of Golem's program may call the link again.
#[test]
fn scripts_do_not_run_in_circles() {
    let sandbox = sandbox("");
    let link = sandbox.path("link/golem-cli").display().to_string();
    for text in [format!("exec {link} \"$@\""), format!("{link} \"$@\"")] {
        script(&sandbox, "golem/golem-cli", &text);
        let said = Said::of(command(&sandbox, &["golem"], "component list").output());
        assert_eq!(said.code, Some(1), "{said:?}");
        assert_eq!(
            said.stderr,
            "error: the programs called `golem-cli` in `PATH` call each other\n\
             hint: let a script that is called `golem-cli` call Golem's program by its whole path\n"
        );
    }
    script(&sandbox, "golem/golem-cli", "");
    fs::write(sandbox.path("golem/golem-cli"), "#!/no/such/interpreter\n").expect("a file");
    let said = Said::of(command(&sandbox, &["golem"], "component list").output());
    assert!(said.code == Some(1) && said.stderr.contains("does not start: "), "{said:?}");
}
