//! The command line as such: help, version, wrong usage, the leading `stubgen`, completions and the manual.

mod common;

use std::process::Stdio;

use common::{Said, Sandbox};

/// The standard output of a run that was done and had nothing else to say.
#[track_caller]
fn stdout(said: Said) -> String {
    assert_eq!((said.code, &*said.stderr), (Some(0), ""), "{said:?}");
    said.stdout
}

#[test]
fn help() {
    let sandbox = Sandbox::new();
    for command in [
        "",
        "generate",
        "build",
        "add-stub-dependency",
        "compose",
        "initialize-workspace",
        "flow",
        "completions",
        "man",
    ] {
        let name = format!("help_{}", if command.is_empty() { "program" } else { command });
        let help = stdout(sandbox.run(&format!("{command} --help")));
        insta::assert_snapshot!(format!("short_{name}"), stdout(sandbox.run(&format!("{command} -h"))));
        insta::assert_snapshot!(name, help);
        assert_eq!(help, stdout(sandbox.run(&format!("help {command}"))), "{command}");
    }
}

#[test]
fn version() {
    let sandbox = Sandbox::new();
    let expected = format!("wasm-rpc-stubgen {}\n", env!("CARGO_PKG_VERSION"));
    for line in ["-V", "--version", "stubgen --version"] {
        assert_eq!(stdout(sandbox.run(line)), expected, "{line}");
    }
    assert!(sandbox.run("build -V").stdout.ends_with(&expected["wasm-rpc-stubgen".len()..]));
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let sandbox = Sandbox::with_history();
    let build = "build -s wit --dest-wasm a.wasm --dest-wit-root b";
    let generate = "generate -s wit -d stub";
    for line in [
        "",
        "no-such-command",
        "generate",
        "generate -s wit",
        "build",
        "build -s wit",
        "compose --source-wasm a --dest-wasm b",
        "compose --source-wasm a --dest-wasm b --stub-wasm",
        "initialize-workspace --targets a",
        "initialize-workspace --callers a",
        "initialize-workspace --link a",
        "initialize-workspace --remove --link a=b",
        "initialize-workspace --unlink a",
        "initialize-workspace --remove --call-style async",
        "initialize-workspace --remove --add-import=false",
        "initialize-workspace --remove --remove-target a",
        "initialize-workspace --link a=b --add-import no",
        "initialize-workspace --add-import=no",
        "completions",
        "completions tcsh",
        "man page",
        "stubgen stubgen man",
        "-v -q man",
        "-v man -q",
        "-q man -v",
        "man -v -q",
        "initialize-workspace --link a=b --features f --all-features",
        &format!("{build} --features f --all-features"),
        &format!("{build} --builder rustc"),
        &format!("{build} --world"),
        &format!("{build} --stub-crate-version 1"),
        &format!("{build} --wasm-rpc-version-override new"),
        &format!("{build} --wasm-rpc-version-override 1.0 --wasm-rpc-path-override c"),
        &format!("{generate} --offline"),
        &format!("{generate} --stub-crate-version 1.0"),
        &format!("{generate} --wasm-rpc-version-override =>1"),
        &format!("{generate} --wasm-rpc-version-override 1.0 --wasm-rpc-path-override /c"),
    ] {
        let before = sandbox.listing();
        let said = sandbox.run(line);
        assert_eq!((said.code, &*said.stdout), (Some(2), ""), "`{line}`: {said:?}");
        assert!(said.stderr.contains("Usage: ") || said.stderr.contains("For more information"), "{said:?}");
        assert!(before == sandbox.listing(), "`{line}` has changed something");
    }
}

#[test]
fn a_leading_stubgen_is_ignored() {
    let sandbox = Sandbox::new();
    assert_eq!(stdout(sandbox.run("stubgen man")), stdout(sandbox.run("man")));
    assert_eq!(stdout(sandbox.run("-q stubgen man")), stdout(sandbox.run("man")));
    assert_eq!(stdout(sandbox.run("--color never stubgen man")), stdout(sandbox.run("man")));
    assert_eq!(sandbox.run("stubgen").code, Some(2));
}

#[cfg(unix)]
#[test]
fn a_link_named_golem_cli_works_like_golem_cli() {
    let sandbox = Sandbox::new();
    let link = sandbox.path("golem-cli");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_wasm-rpc-stubgen"), &link).expect("a link");
    let run = |line| Said::of(sandbox.command_of(&link, line).output());
    for (line, usage) in [
        ("stubgen --help", "Usage: golem-cli stubgen [OPTIONS] <COMMAND>\n"),
        ("stubgen compose --help", "Usage: golem-cli stubgen compose [OPTIONS] --source-wasm"),
        ("stubgen help build", "Usage: golem-cli stubgen build [OPTIONS] --source-wit-root"),
        ("man -h", "Usage: golem-cli man [OPTIONS]\n"),
    ] {
        let help = stdout(run(line));
        assert!(help.contains(usage), "{help}");
    }
    let said = run("stubgen build");
    assert_eq!(said.code, Some(2));
    assert!(said.stderr.contains("Usage: golem-cli stubgen build --source-wit-root"), "{}", said.stderr);
}

#[test]
fn completions_for_each_shell() {
    let sandbox = Sandbox::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = stdout(sandbox.run(&format!("completions {shell}")));
        for word in
            ["wasm-rpc-stubgen", "generate", "dest-crate-root", "build", "compose", "dest-wit-root", "stub-wasm"]
        {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

/// What bash proposes for the last word of a line.
#[cfg(target_os = "linux")]
fn proposals(sandbox: &Sandbox, line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').collect();
    let [.., previous, last] = words[..] else { panic!("a line has two words") };
    let script = format!(
        "source completions.bash; COMP_WORDS=({line}); COMP_CWORD={}; \
         $(complete -p {} | sed 's/.*-F \\([^ ]*\\).*/\\1/') {} '{last}' '{previous}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.len() - 1,
        words[0],
        words[0],
    );
    let mut bash = std::process::Command::new("bash");
    let said = Said::of(bash.args(["-c", &script]).current_dir(sandbox.path("")).output());
    stdout(said).lines().map(str::to_string).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn bash_completes_commands_flags_and_values() {
    let sandbox = Sandbox::new();
    sandbox.write("completions.bash", stdout(sandbox.run("completions bash")));
    for (line, expected) in [
        ("wasm-rpc-stubgen bu", &["build"][..]),
        ("wasm-rpc-stubgen build --dest", &["--dest-wasm", "--dest-wit-root"]),
        ("wasm-rpc-stubgen -q build --call-style a", &["async"]),
        ("wasm-rpc-stubgen add-stub-dependency --stub", &["--stub-wit-root"]),
        ("wasm-rpc-stubgen initialize-workspace --unl", &["--unlink"]),
    ] {
        assert_eq!(proposals(&sandbox, line), expected, "{line}");
    }
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let manual = stdout(Sandbox::new().run("man"));
    let titles: Vec<&str> = manual.lines().filter_map(|line| line.strip_prefix(".TH ")).collect();
    let pages = [
        "",
        "-generate",
        "-build",
        "-add-stub-dependency",
        "-compose",
        "-initialize-workspace",
        "-flow",
        "-completions",
        "-man",
    ];
    assert_eq!(titles.len(), pages.len(), "{titles:?}");
    for (title, page) in titles.iter().zip(pages) {
        assert!(title.starts_with(&format!("wasm-rpc-stubgen{page} 1 ")), "{title}");
    }
    for flag in ["dest\\-wit\\-root", "allow\\-unresolved"] {
        assert!(manual.contains(flag), "{flag}");
    }
}

/// Commands that print to stdout, in both formats of messages.
const PRINTING: [&str; 2] = ["man", "man --message-format json"];

/// `wasm-rpc-stubgen man | head -1`: the reader goes before the writer has finished.
#[test]
fn a_reader_that_goes_is_no_error() {
    let sandbox = Sandbox::new();
    for line in PRINTING {
        let mut command = sandbox.command(line);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
        drop(child.stdout.take());
        let said = Said::of(child.wait_with_output());
        assert_eq!((said.code, &*said.stderr), (Some(0), ""), "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    for line in PRINTING {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        let said = Said::of(Sandbox::new().command(line).stdout(full).output());
        assert_eq!(said.code, Some(1), "{line}");
        assert!(said.stderr.starts_with("error: cannot write to stdout: "), "{line}: {}", said.stderr);
    }
}
