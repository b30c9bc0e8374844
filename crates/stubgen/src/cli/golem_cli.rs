//! A link called `golem-cli` to this program: what it does not know goes to the next `golem-cli` in `PATH`.
//!
//! ```text
//! golem-cli stubgen build …      this program
//! golem-cli component list …     the next golem-cli, in place of this process
//! ```
//!
//! The next one is the first behind this program in `PATH`, or else before it, that is another file: neither this program nor
//! a link to it nor a copy of it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::CommandFactory;
use wasm_rpc_stubgen::Diagnostic;

use crate::arguments::{Cli, Verbosity};
use crate::output::Output;
use crate::output_arguments::Messages;
use crate::words::{GOLEM_FORMAT, Part, command, parts};

/// The name of Golem's command line.
const GOLEM_CLI: &str = "golem-cli";

/// Counts how often the process was passed on, for scripts called `golem-cli` that call the link again.
const PASSES: &str = "WASM_RPC_STUBGEN_PASSES";

/// More scripts than a user has.
const MAX_PASSES: u32 = 8;

/// The words for this program. Others are passed on; what comes of that is the exit code.
pub fn own_words(words: Vec<OsString>, messages: Messages) -> Result<Vec<OsString>, ExitCode> {
    let words = match split(words) {
        Words::Ours(words) => return Ok(words),
        Words::Golem(words) => words,
    };
    match pass(&words) {
        Ok(code) => Err(code),
        // Its help is that of this program, if there is no other.
        Err(Failure::None) if is_question(&words) => Ok(words),
        Err(failure) => {
            let verbosity = Verbosity { verbose: 0, quiet: 0 };
            let output = Output::new(messages, &verbosity);
            Err(output.finish(Err(vec![failure.diagnostic()])))
        }
    }
}

/// Whether the words ask for help or for the version.
fn is_question(words: &[OsString]) -> bool {
    words.iter().skip(1).all(|word| ["-h", "--help", "-V", "--version", "help"].iter().any(|known| word == known))
}

/// What a command line is for.
#[derive(Debug, PartialEq, Eq)]
enum Words {
    /// This program, with these words.
    Ours(Vec<OsString>),
    /// The program whose name this one has.
    Golem(Vec<OsString>),
}

/// Decides which program the `words` are for; the first is the name that this one was called by.
fn split(words: Vec<OsString>) -> Words {
    let is_link = words.first().is_some_and(|name| Path::new(name).file_stem() == Some(OsStr::new(GOLEM_CLI)));
    if !is_link {
        return Words::Ours(words);
    }
    let is_ours =
        |word: &OsString| word == "stubgen" || Cli::command().get_subcommands().any(|known| word == known.get_name());
    match command(&words).filter(|command| is_ours(&words[*command])) {
        Some(command) => Words::Ours(without_format(&words, command)),
        None => Words::Golem(words),
    }
}

/// The words without the format of results before the `command`. What follows it is not ours to judge.
fn without_format(words: &[OsString], command: usize) -> Vec<OsString> {
    let is_format = |part: &Part<'_>| part.flag.is_some_and(|(flag, _)| GOLEM_FORMAT.contains(&flag));
    let kept = parts(words).into_iter().filter(|part| part.start > command || !is_format(part));
    kept.flat_map(|part| part.words.to_vec()).collect()
}

/// Why the words cannot be passed on.
#[derive(Debug, PartialEq, Eq)]
enum Failure {
    /// There is no other program of this name.
    None,
    /// The programs of this name call each other.
    Circle,
    /// It does not start.
    Start(PathBuf, String),
}

/// Runs the next `golem-cli` with the words behind the first. On Unix it takes the place of this process.
fn pass(words: &[OsString]) -> Result<ExitCode, Failure> {
    let passes = env::var(PASSES).ok().and_then(|passes| passes.parse().ok()).unwrap_or(0u32);
    let path = env::var_os("PATH").unwrap_or_default();
    let this = env::current_exe().and_then(fs::canonicalize).unwrap_or_default();
    let next = next_in(&path, &this).ok_or(Failure::None)?;
    if passes >= MAX_PASSES {
        return Err(Failure::Circle);
    }
    let mut command = Command::new(&next);
    command.args(words.iter().skip(1)).env(PASSES, (passes + 1).to_string());
    run(&mut command).map_err(|error| Failure::Start(next, error.to_string()))
}

#[cfg(unix)]
fn run(command: &mut Command) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec())
}

#[cfg(not(unix))]
fn run(command: &mut Command) -> io::Result<ExitCode> {
    let status = command.status()?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

/// The first other program behind `this` in `path`, or else before it.
fn next_in(path: &OsStr, this: &Path) -> Option<PathBuf> {
    let name = format!("{GOLEM_CLI}{}", env::consts::EXE_SUFFIX);
    let mut programs: Vec<PathBuf> =
        env::split_paths(path).map(|folder| folder.join(&name)).filter(|program| is_program(program)).collect();
    let start = programs.iter().position(|program| is_same(program, this)).unwrap_or_default();
    programs.rotate_left(start);
    programs.into_iter().find(|program| !is_same(program, this))
}

/// Whether two paths lead to one program, or to copies of it.
fn is_same(one: &Path, this: &Path) -> bool {
    let length = |path: &Path| fs::metadata(path).map(|metadata| metadata.len()).ok();
    fs::canonicalize(one).is_ok_and(|path| path == this)
        || length(one) == length(this) && fs::read(one).ok().is_some_and(|content| fs::read(this).ok() == Some(content))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

impl Failure {
    /// The error as the user sees it.
    fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::None => Diagnostic::error("this `golem-cli` is a link to `wasm-rpc-stubgen`, and `PATH` has no other one")
                .hint("`golem-cli stubgen --help` lists its commands; for all others, add the folder of Golem's `golem-cli` to `PATH`"),
            Self::Circle => Diagnostic::error("the programs called `golem-cli` in `PATH` call each other")
                .hint("let a script that is called `golem-cli` call Golem's program by its whole path"),
            Self::Start(program, error) => {
                let message = format!("`{}` does not start: {error}", program.display());
                Diagnostic::error(message).hint("remove it from `PATH`, or install Golem's `golem-cli` again")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn only_the_link_has_words_for_golem() {
        for line in ["wasm-rpc-stubgen component list", "wasm-rpc-stubgen -F json", "stubgen", "golem-cli-2 component"]
        {
            assert_eq!(split(words(line)), Words::Ours(words(line)), "{line}");
        }
        for line in [
            "golem-cli component list",
            "/usr/bin/golem-cli worker stubgen",
            "golem-cli -F json component stubgen",
            "golem-cli",
            "golem-cli -V",
            "golem-cli --help",
            "golem-cli -F stubgen",
            "golem-cli --color stubgen",
            "golem-cli --color never component stubgen",
            "golem-cli help",
        ] {
            assert_eq!(split(words(line)), Words::Golem(words(line)), "{line}");
        }
        for (line, ours) in [
            ("golem-cli stubgen build -F x", "golem-cli stubgen build -F x"),
            ("golem-cli -v stubgen man", "golem-cli -v stubgen man"),
            ("golem-cli -F json stubgen man", "golem-cli stubgen man"),
            ("golem-cli --color never stubgen man", "golem-cli --color never stubgen man"),
            ("golem-cli --message-format json build", "golem-cli --message-format json build"),
            ("golem-cli -Fjson --format=text stubgen man", "golem-cli stubgen man"),
            ("/a/golem-cli.exe generate", "/a/golem-cli.exe generate"),
        ] {
            assert_eq!(split(words(line)), Words::Ours(words(ours)), "{line}");
        }
    }

    /// The next one is behind this one, and no copy.
    #[test]
    #[cfg(unix)]
    fn the_next_program_is_found() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::TempDir::new().expect("a directory");
        let program = |folder: &str, content: &str| {
            let path = directory.path().join(folder).join("golem-cli");
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, content).expect("a file");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it is ours");
            fs::canonicalize(path).expect("it exists")
        };
        let (this, copy) = (program("this", "ours"), program("copy", "ours"));
        let (first, last) = (program("first", "golem"), program("last", "gol"));
        fs::write(directory.path().join("file"), "").expect("a file");
        fs::create_dir_all(directory.path().join("folder/golem-cli")).expect("a folder");
        let found = |folders: &[&str]| {
            let path = env::join_paths(folders.iter().map(|folder| directory.path().join(folder))).expect("a path");
            next_in(&path, &this).map(|path| fs::canonicalize(path).expect("it exists"))
        };
        assert_eq!(found(&["first", "this", "copy", "folder", "nowhere", "last"]), Some(last.clone()));
        assert_eq!(found(&["copy", "first"]), Some(first.clone()));
        assert_eq!(found(&["first", "this"]), Some(first.clone()));
        assert_eq!(found(&["nowhere", "first", "last"]), Some(first));
        assert_eq!(found(&["this", "copy"]), None);
        assert_eq!(found(&[]), None);
        assert!(is_same(&copy, &this) && !is_same(&last, &this));
    }
}
