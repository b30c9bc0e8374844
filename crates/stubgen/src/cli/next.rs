//! The command that usually follows, with the paths of the run, ready to paste into a shell.
//!
//! `CALLER` and `STUB` stand for what the program does not know.

use std::borrow::Cow;
use std::fmt;
use std::path::Path;

use wasm_rpc_stubgen::ToolCommand;

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub struct Next {
    /// What precedes the command.
    before: Option<&'static str>,
    /// A shell command.
    pub command: String,
}

impl fmt::Display for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.before {
            Some(before) => write!(f, "{before}, then {}", self.command),
            None => write!(f, "{}", self.command),
        }
    }
}

impl Next {
    /// After `generate` and `build`: the stub in `stub_wit` is added to a caller.
    pub fn add_stub(tool: &ToolCommand, stub_wit: &Path) -> Self {
        let words = ["add-stub-dependency", "-s", &shown(stub_wit), "-d", "CALLER/wit"];
        Self { before: None, command: command(tool, &words) }
    }

    /// After `add-stub-dependency`.
    pub fn compose(tool: &ToolCommand) -> Self {
        let words =
            ["compose", "--source-wasm", "CALLER.wasm", "--stub-wasm", "STUB.wasm", "--dest-wasm", "COMPOSED.wasm"];
        Self { before: Some("compile the caller"), command: command(tool, &words) }
    }

    /// After `initialize-workspace`.
    pub fn flow(tool: &ToolCommand) -> Self {
        Self { before: None, command: command(tool, &["flow"]) }
    }

    /// After `compose`.
    pub fn run(composed: &Path) -> Self {
        let stem = composed.file_stem().unwrap_or_default().to_string_lossy();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        // The characters of a component's name.
        let name: String = stem.chars().map(|c| if is_plain(c) { c } else { '-' }).collect();
        let name = if name.starts_with(|c: char| c.is_ascii_alphanumeric()) { name } else { "component".to_string() };
        let component = format!("{name}={}", composed.display());
        Self { before: None, command: words(&["wasm-rpc-run", "--component", &component, "--list"]) }
    }
}

/// Whether to say what comes next: not inside cargo-make, whose tasks are the next steps themselves.
pub fn is_wanted() -> bool {
    std::env::var_os("CARGO_MAKE").is_none()
}

fn command(tool: &ToolCommand, arguments: &[&str]) -> String {
    let prefix = tool.prefix.iter().map(String::as_str);
    let all: Vec<&str> =
        std::iter::once(tool.program.as_str()).chain(prefix).chain(arguments.iter().copied()).collect();
    words(&all)
}

fn words(words: &[&str]) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// A path as an argument: a `-` in front would begin a flag.
fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    if path.starts_with('-') { format!("./{path}") } else { path }
}

/// A word as the shells of this system read it.
fn quoted(word: &str) -> Cow<'_, str> {
    if cfg!(windows) { quoted_for_windows(word) } else { quoted_for_posix(word) }
}

/// A word as a POSIX shell reads it.
fn quoted_for_posix(word: &str) -> Cow<'_, str> {
    match is_plain(word, "-_./=:@%+,") {
        true => Cow::Borrowed(word),
        false => Cow::Owned(format!("'{}'", word.replace('\'', r"'\''"))),
    }
}

/// A word as PowerShell and `cmd` read it. Names of files have no `"` there.
fn quoted_for_windows(word: &str) -> Cow<'_, str> {
    match is_plain(word, r"-_./=:+\") {
        true => Cow::Borrowed(word),
        false => Cow::Owned(format!("\"{word}\"")),
    }
}

/// Whether a word has only letters, digits and `others`.
fn is_plain(word: &str, others: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_can_be_pasted() {
        let tool = ToolCommand { program: "golem-cli".to_string(), prefix: vec!["stubgen".to_string()] };
        for (path, shown) in [("history-stub/wit", "history-stub/wit"), ("-stub", "./-stub")] {
            let next = Next::add_stub(&tool, Path::new(path)).to_string();
            assert_eq!(next, format!("golem-cli stubgen add-stub-dependency -s {shown} -d CALLER/wit"));
        }
        let next = Next::run(Path::new("out/my cart.wasm")).to_string();
        let component = quoted("my-cart=out/my cart.wasm");
        assert_eq!(next, format!("wasm-rpc-run --component {component} --list"));
        assert_eq!(Next::run(Path::new("-x.wasm")).to_string(), "wasm-rpc-run --component component=-x.wasm --list");
    }

    #[test]
    fn words_are_quoted_for_each_shell() {
        for (word, posix, windows) in [
            ("history-stub/wit", "history-stub/wit", "history-stub/wit"),
            (r"C:\stub\wit", r"'C:\stub\wit'", r"C:\stub\wit"),
            ("my stub", "'my stub'", "\"my stub\""),
            ("it's/$HOME", r"'it'\''s/$HOME'", "\"it's/$HOME\""),
            ("a,b", "a,b", "\"a,b\""),
            ("é", "'é'", "\"é\""),
        ] {
            assert_eq!((&*quoted_for_posix(word), &*quoted_for_windows(word)), (posix, windows));
        }
    }
}
