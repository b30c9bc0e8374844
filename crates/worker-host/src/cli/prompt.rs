//! The prompt on a terminal: invocations with a history and completion, and commands that begin with `:`.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Context, Editor, Helper};
use worker_host::Host;

use super::listing::Paste;

const HELP: &str = "\
WORKER FUNCTION [ARGUMENT]...   invoke a function, for example: c/w1 add(1)
:list                           functions, with examples
:workers                        workers that exist
:trace on|off                   show calls between workers
:help                           this text
:quit                           end (also Ctrl-D)";

const COMMANDS: [&str; 6] = [":help", ":list", ":quit", ":trace off", ":trace on", ":workers"];

/// What a line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    Invoke(String),
    Print(String),
    Trace(bool),
    Nothing,
    Quit,
}

/// The editor of lines.
pub struct Prompt {
    editor: Editor<Names, FileHistory>,
    history: Option<PathBuf>,
}

impl Prompt {
    pub fn new(host: &Host) -> Result<Self> {
        // Tab completes what is common, then lists the candidates, as in a shell
        let config = Config::builder().completion_type(CompletionType::List).build();
        let mut editor = Editor::with_config(config)?;
        editor.set_helper(Some(Names { host: host.clone(), known: Arc::default() }));
        let history = history_file();
        if let Some(file) = &history {
            // there may be none yet
            let _ = editor.load_history(file);
        }
        Ok(Prompt { editor, history })
    }

    /// Reads a line; none at the end.
    pub fn read(&mut self) -> Result<Option<String>> {
        match self.editor.readline("> ") {
            Ok(line) => {
                self.remember(line.trim())?;
                Ok(Some(line))
            }
            Err(ReadlineError::Interrupted) => Ok(Some(String::new())),
            Err(ReadlineError::Eof) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Adds a line to the history, and to its file at once: a call may never end.
    fn remember(&mut self, line: &str) -> Result<()> {
        self.editor.add_history_entry(line)?;
        if let Some(file) = &self.history {
            // a run without a history works as well
            let _ = file.parent().map(std::fs::create_dir_all);
            let _ = self.editor.append_history(file);
        }
        Ok(())
    }
}

/// `$XDG_STATE_HOME/wasm-rpc-run/history`, or that below `~/.local/state`.
fn history_file() -> Option<PathBuf> {
    let state = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let state = state.or_else(|| Some(std::env::home_dir()?.join(".local/state")))?;
    Some(state.join("wasm-rpc-run/history"))
}

/// What a line of the prompt asks for.
pub fn request(line: &str, host: &Host) -> Request {
    match line.trim() {
        "" => Request::Nothing,
        line if line.starts_with('#') => Request::Nothing,
        ":help" | ":h" | "help" => Request::Print(HELP.to_owned()),
        ":list" => Request::Print(super::listing::list(host, Paste::Prompt).trim_end().to_owned()),
        ":workers" => {
            let workers: Vec<String> = host.workers().iter().map(ToString::to_string).collect();
            Request::Print(workers.join("\n"))
        }
        ":trace on" | ":trace" => Request::Trace(true),
        ":trace off" => Request::Trace(false),
        ":quit" | ":q" | "exit" | "quit" => Request::Quit,
        line if line.starts_with(':') => Request::Print(format!("unknown command `{line}`\n{HELP}")),
        line => Request::Invoke(line.to_owned()),
    }
}

/// Completes the names of workers and functions.
struct Names {
    host: Host,
    /// The functions of all components, each as `(component, name)`; filled at the first use.
    known: Arc<Mutex<Vec<(String, String)>>>,
}

impl Names {
    fn functions(&self) -> Vec<(String, String)> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.is_empty() {
            for (component, functions) in self.host.components() {
                known.extend(functions.iter().map(|function| (component.clone(), function.name().to_string())));
            }
        }
        known.clone()
    }

    /// Where the last word of the text starts, and the words that it can become.
    fn candidates(&self, text: &str) -> (usize, Vec<String>) {
        let start = text.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let (before, word) = (text[..start].trim(), &text[start..]);
        let all: Vec<String> = if before.is_empty() && text.starts_with(':') {
            COMMANDS.iter().map(|command| (*command).to_owned()).collect()
        } else if before.is_empty() {
            let components = self.host.components().into_iter().map(|(component, _)| format!("{component}/"));
            self.host.workers().iter().map(ToString::to_string).chain(components).collect()
        } else if before.contains(char::is_whitespace) {
            Vec::new()
        } else {
            let component = before.trim_start_matches("urn:worker:").split('/').next().unwrap_or_default();
            let functions = self.functions().into_iter().filter(|(of, _)| of == component);
            return (start, functions.map(|(_, name)| name).filter(|name| matches(name, word)).collect());
        };
        (start, all.into_iter().filter(|name| name.starts_with(word)).collect())
    }
}

/// Whether a word begins the function's name, that without its package, or the function alone.
fn matches(name: &str, word: &str) -> bool {
    let interface = name.split_once('/').map_or(name, |(_, interface)| interface);
    let function = name.split_once('{').map_or(name, |(_, function)| function);
    [name, interface, function].iter().any(|name| name.starts_with(word))
}

impl Completer for Names {
    type Candidate = String;

    fn complete(&self, line: &str, position: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        Ok(self.candidates(&line[..position]))
    }
}

impl Hinter for Names {
    type Hint = String;
}

impl Highlighter for Names {}
impl Validator for Names {}
impl Helper for Names {}

#[cfg(test)]
mod tests {
    use super::*;
    use worker_host::HostBuilder;

    fn host() -> Host {
        let counter = wat::parse_str(include_str!("../../tests/wat/counter.wat")).unwrap();
        HostBuilder::new().component("counter", &counter).unwrap().build()
    }

    #[test]
    fn lines_are_requests() {
        let host = host();
        assert_eq!(request("  ", &host), Request::Nothing);
        assert_eq!(request(":trace on ", &host), Request::Trace(true));
        assert_eq!(request(":q", &host), Request::Quit);
        assert_eq!(request("c/a add(1)", &host), Request::Invoke("c/a add(1)".to_owned()));
        let Request::Print(unknown) = request(":nope", &host) else { panic!("it is a command") };
        assert!(unknown.starts_with("unknown command `:nope`\n"));
        let Request::Print(list) = request(":list", &host) else { panic!("it is a command") };
        assert!(list.contains("counter/w1 add(1)"), "{list}");
    }

    #[test]
    fn workers_and_functions_are_completed() {
        let names = Names { host: host(), known: Arc::default() };
        assert_eq!(names.candidates("co"), (0, vec!["counter/".to_owned()]));
        assert_eq!(names.candidates(":tr"), (0, vec![":trace off".to_owned(), ":trace on".to_owned()]));
        let (start, functions) = names.candidates("counter/a add");
        assert_eq!(start, 10);
        assert!(functions.contains(&"add".to_owned()), "{functions:?}");
        let full = "test:counter/api@1.0.0.{consume}";
        for word in ["test:cou", "api@1.0.0.{c", "con"] {
            let (_, found) = names.candidates(&format!("counter/a {word}"));
            assert!(found.contains(&full.to_owned()), "{word}: {found:?}");
        }
        assert_eq!(names.candidates("counter/a add 1").1, Vec::<String>::new());
        assert_eq!(names.candidates("other/a a").1, Vec::<String>::new());
    }
}
