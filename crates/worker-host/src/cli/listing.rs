//! `--list` and `:list`: the components and their functions, each with a call that can be pasted behind the command, or at
//! the prompt.

use std::fmt::Write;

use serde_json::json;
use worker_host::Host;

/// The worker in examples.
const WORKER: &str = "w1";

/// Where a call is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paste {
    Shell,
    Prompt,
}

/// All functions of all components.
pub fn list(host: &Host, paste: Paste) -> String {
    let mut text = String::new();
    for (component, functions) in host.components() {
        // writing to a string never fails
        let _ = writeln!(text, "{component}");
        if functions.is_empty() {
            let _ = writeln!(text, "  no functions that can be invoked");
        }
        for function in functions {
            let worker = format!("{component}/{WORKER}");
            let call = function.example(&worker);
            let call = if paste == Paste::Shell { shell_word(&call) } else { call };
            let _ = writeln!(text, "  {}: {}", function.name(), function.signature());
            let _ = writeln!(text, "    {worker} {call}");
        }
    }
    worker_host::escape_control(&text)
}

/// The same as JSON, one object for each function.
pub fn json(host: &Host) -> String {
    let mut text = String::new();
    for (component, functions) in host.components() {
        let worker = format!("{component}/{WORKER}");
        for function in functions {
            let object = json!({
                "component": component, "function": function.name().to_string(),
                "type": function.signature(), "worker": worker, "example": function.example(&worker),
            });
            let _ = writeln!(text, "{object}");
        }
    }
    worker_host::escape_control_in_json(&text)
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
