//! `--color`, and the environment variables that it overrides.

mod common;

use common::{Said, Sandbox};

/// Whether a run in this environment prints colors on stdout or stderr.
fn is_colored(line: &str, variables: &[(&str, &str)]) -> bool {
    let sandbox = Sandbox::with_history();
    let mut command = sandbox.command(line);
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"] {
        command.env_remove(name);
    }
    command.envs(variables.iter().copied());
    let said = Said::of(command.output());
    (said.stdout + &said.stderr).contains("\u{1b}[")
}

#[test]
fn the_flag_beats_the_environment() {
    let error = "build -s nowhere --dest-wasm a.wasm --dest-wit-root b";
    let (usage, help) = ("build --nonsense", "build --help");
    for line in [error, usage, help] {
        let flag = |when: &str| format!("{line} --color {when}");
        assert!(!is_colored(line, &[]), "{line}: a pipe");
        assert!(is_colored(line, &[("CLICOLOR_FORCE", "1")]), "{line}");
        assert!(!is_colored(line, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), "{line}");
        assert!(is_colored(&flag("auto"), &[("CLICOLOR_FORCE", "1")]), "{line}");
        for variables in [&[][..], &[("NO_COLOR", "1")], &[("CLICOLOR", "0")]] {
            assert!(is_colored(&flag("always"), variables), "{line}: {variables:?}");
            assert!(is_colored(&format!("--color=always {line}"), variables), "{line}: {variables:?}");
        }
        assert!(!is_colored(&flag("never"), &[("CLICOLOR_FORCE", "1")]), "{line}");
    }
}

#[test]
fn results_and_json_have_no_color() {
    assert!(!is_colored("man --color always", &[]));
    assert!(!is_colored("build -s nowhere --dest-wasm a --dest-wit-root b --color always --message-format json", &[]));
    assert!(!is_colored("build --nonsense --color always --message-format json", &[]));
}

#[test]
fn a_wrong_value_is_wrong_usage() {
    let said = Sandbox::new().run("man --color sometimes");
    assert_eq!((said.code, &*said.stdout), (Some(2), ""));
    assert!(said.stderr.contains("invalid value 'sometimes' for '--color <WHEN>'"), "{said:?}");
}
