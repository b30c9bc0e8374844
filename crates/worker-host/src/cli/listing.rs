//! `--list`: the components and their functions, each with a call that can be pasted behind the command.

use std::fmt::Write;

use worker_host::Host;

/// The worker in examples.
const WORKER: &str = "w1";

/// All functions of all components.
pub fn list(host: &Host) -> String {
    let mut text = String::new();
    for (component, functions) in host.components() {
        // writing to a string never fails
        let _ = writeln!(text, "{component}");
        for function in functions {
            let worker = format!("{component}/{WORKER}");
            let call = shell_word(&function.example(&worker));
            let _ = writeln!(text, "  {}: {}", function.name(), function.signature());
            let _ = writeln!(text, "    {worker} {call}");
        }
    }
    worker_host::escape_control(&text)
}

/// A word for the shell.
pub fn shell_word(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn quotes_in_words_survive_the_shell() {
        assert_eq!(super::shell_word(r#"f('a', "b")"#), r#"'f('\''a'\'', "b")'"#);
    }
}
